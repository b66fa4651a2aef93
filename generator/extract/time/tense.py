"""The tense round an expression: does its clause tell what was, or what will be?

In: the lower-cased text, the sentence, where the expression stands, the tense words. Out: a Tense. Looked at only where it matters.
"""

from __future__ import annotations

import re
from enum import IntEnum

from generator.model.language import TenseWords
from generator.model.span import Span

_FAR = 160
"""How many code points before and behind an expression are looked at."""
_NEAR = 4
_BESIDE = 3
_HEAD = 6
"""How many words of an entry of a chronicle tell its tense."""
_STOPS = frozenset(".!?;")
_CLOSES = frozenset("!?;")
"""What closes a clause behind an expression; a full stop there, within the sentence, is that of an abbreviation."""
_WORDS = re.compile(r"(?=\S)(?:[a-z]++(?![\w.])|(?:[^\W\d_]\.){2,}|[^\W\d_]+|['’][^\W\d_]{1,2}(?!\w)|\d[\d.,]*|[!?;.-])")


class Tense(IntEnum):
    """What the clause tells of; UNKNOWN where no word says so.

    HAPPENED where the verb of the past stands right before the date, TOLD where that is one of telling.
    """

    TOLD = -3
    HAPPENED = -2
    PAST = -1
    UNKNOWN = 0
    FUTURE = 1


def tense_at(lower: str, within: Span, place: tuple[int, int], rules: TenseWords) -> Tense:
    """Return the tense told by the nearest word before the expression; where there is none, by the nearest after it.

    An entry of a chronicle ("May 10 - The house votes") tells what was. What was planned for a day is over where the clause goes on
    to tell it ("a march planned for Saturday was called off").
    """
    before = _before(lower, within, place[0])
    next_word = _WORDS.search(lower, place[1], min(within.end, place[1] + _FAR))
    following = next_word[0] if next_word else ""
    if following in rules.possessive or (before and before[-1] in rules.before_noun and following.isalpha()):
        return _of_possessive(before[-_NEAR:], rules)
    tense, where = _last(before, rules)
    if tense is Tense.PAST and len(before) - where <= _BESIDE:
        telling = before[where] in rules.telling and not rules.be.intersection(before[max(0, where - 1) : where])
        return Tense.TOLD if telling else Tense.HAPPENED
    if tense is Tense.FUTURE and following in rules.settled and before[where].endswith(rules.past_endings):
        return Tense.PAST
    if tense:
        return tense
    behind = _behind(lower, within, place[1])
    if following == "-" and not any(word.isalpha() for word in before):
        return _first(behind[:_HEAD], rules) or Tense.PAST
    return _first(behind, rules)


def tense_ahead(lower: str, within: Span, place: tuple[int, int], rules: TenseWords) -> Tense:
    """Return the tense of an expression that is a limit ("until Friday"): to come, unless what lasts till then is told as over."""
    before = _before(lower, within, place[0])
    tense, where = _last(before, rules)
    if not tense:
        return _first(_behind(lower, within, place[1]), rules) or Tense.FUTURE
    settled = rules.settled.intersection(before[max(0, where - 2) : where + 1]) and not rules.be_now.intersection(before[where + 1 :])
    return Tense.PAST if tense is Tense.PAST and settled else Tense.FUTURE


def _before(lower: str, within: Span, start: int) -> list[str]:
    return _WORDS.findall(lower, max(within.start, start - _FAR), start)


def _behind(lower: str, within: Span, end: int) -> list[str]:
    return _WORDS.findall(lower, end, min(within.end, end + _FAR))


def _last(words: list[str], rules: TenseWords) -> tuple[Tense, int]:
    """Return the tense of the last word that has one, back to the end of the clause before, and where it stands."""
    for index in range(len(words) - 1, -1, -1):
        if words[index] in _STOPS and index < len(words) - 1:
            break
        tense = _tense_of(words, index, rules)
        if tense:
            return tense, index
    return Tense.UNKNOWN, 0


def _first(words: list[str], rules: TenseWords) -> Tense:
    for index, word in enumerate(words):
        if word in _CLOSES and index:
            break
        tense = _tense_of(words, index, rules)
        if tense:
            return tense
    return Tense.UNKNOWN


def _of_possessive(before: list[str], rules: TenseWords) -> Tense:
    """Tell "ahead of Sunday's vote" from "Tuesday's call": a day that owns an event is over unless something looks ahead to it."""
    return Tense.FUTURE if rules.looking_ahead.intersection(before) else Tense.PAST


def _tense_of(words: list[str], index: int, rules: TenseWords) -> Tense:
    word = words[index]
    before = words[index - 1] if index else ""
    if word in rules.future and before != rules.infinitive:
        return Tense.PAST if rules.pluperfect.intersection(words[max(0, index - 2) : index]) else Tense.FUTURE
    if word == rules.infinitive and index and words[index - 1] in rules.future_before:
        return Tense.FUTURE
    if word in rules.future_after_be and before in rules.be:
        return Tense.FUTURE
    past = word in rules.past or (len(word) > 3 and word.endswith(rules.past_endings) and word not in rules.not_past)
    if not past or before in rules.before_noun or rules.passive.intersection(words[max(0, index - 2) : index]):
        return Tense.UNKNOWN
    return Tense.PAST
