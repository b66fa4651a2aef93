"""The tense round an expression: does its clause tell what was, or what will be?

In: how to get the words of the sentence, where the expression stands, the tense words. Out: a Tense. Looked at only where it matters.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable
from enum import IntEnum

from generator.extract.time.tokens import Tokens
from generator.model.language import TenseWords

_FAR = 24
_NEAR = 4
_BESIDE = 3
_STOPS = frozenset(".!?;")


class Tense(IntEnum):
    """What the clause tells of; UNKNOWN where no word says so, HAPPENED where the verb of the past stands right before the date."""

    HAPPENED = -2
    PAST = -1
    UNKNOWN = 0
    FUTURE = 1


def tense_at(sentence: Callable[[], Tokens], start: int, end: int, rules: TenseWords) -> Tense:
    """Return the tense told by the nearest word before the expression; where there is none, by the nearest after it."""
    tokens = sentence()
    words = tokens.words
    at, until = bisect_left(tokens.starts, start), bisect_left(tokens.starts, end)
    owned = until < len(words) and words[until] in rules.possessive
    if owned or (at and words[at - 1] in rules.before_noun and until < len(words) and words[until].isalpha()):
        return _of_possessive(words[max(0, at - _NEAR) : at], rules)
    tense, where = _nearest(words, _before(words, at), rules)
    if tense is Tense.PAST and at - where <= _BESIDE:
        return Tense.HAPPENED
    return tense or _nearest(words, _behind(words, until), rules)[0]


def tense_ahead(sentence: Callable[[], Tokens], start: int, end: int, rules: TenseWords) -> Tense:
    """Return the tense of an expression that is a limit ("until Friday"): to come, unless what lasts till then is told as over."""
    tokens = sentence()
    words = tokens.words
    tense, at = _nearest(words, _before(words, bisect_left(tokens.starts, start)), rules)
    if not tense:
        return _nearest(words, _behind(words, bisect_left(tokens.starts, end)), rules)[0] or Tense.FUTURE
    settled = rules.settled.intersection(words[max(0, at - 2) : at + 1])
    return Tense.PAST if tense is Tense.PAST and settled else Tense.FUTURE


def _before(words: list[str], at: int) -> Iterable[int]:
    for index in range(at - 1, max(0, at - _FAR) - 1, -1):
        if words[index] in _STOPS and index < at - 1:
            return
        yield index


def _behind(words: list[str], until: int) -> Iterable[int]:
    for index in range(until, min(len(words), until + _FAR)):
        if words[index] in _STOPS and index > until:
            return
        yield index


def _of_possessive(before: list[str], rules: TenseWords) -> Tense:
    """Tell "ahead of Sunday's vote" from "Tuesday's call": a day that owns an event is over unless something looks ahead to it."""
    return Tense.FUTURE if rules.looking_ahead.intersection(before) else Tense.PAST


def _nearest(words: list[str], indices: Iterable[int], rules: TenseWords) -> tuple[Tense, int]:
    for index in indices:
        tense = _tense_of(words, index, rules)
        if tense:
            return tense, index
    return Tense.UNKNOWN, 0


def _tense_of(words: list[str], index: int, rules: TenseWords) -> Tense:
    word = words[index]
    if word in rules.future:
        return Tense.PAST if rules.pluperfect.intersection(words[max(0, index - 2) : index]) else Tense.FUTURE
    if word == rules.infinitive and index and words[index - 1] in rules.future_before:
        return Tense.FUTURE
    before = words[index - 1] if index else ""
    if word in rules.future_after_be and before in rules.be:
        return Tense.FUTURE
    past = word in rules.past or (len(word) > 3 and word.endswith(rules.past_endings) and word not in rules.not_past)
    if not past or before in rules.before_noun or rules.passive.intersection(words[max(0, index - 2) : index]):
        return Tense.UNKNOWN
    return Tense.PAST
