"""The tense round an expression: does its clause tell what was, or what will be?

In: Tokens of the sentence, where the expression starts, the language's tense words. Out: a Tense. Looked at only where it matters.
"""

from __future__ import annotations

from bisect import bisect_left
from enum import IntEnum

from generator.extract.time.tokens import Tokens
from generator.model.language import TenseWords

_FAR = 24
_STOPS = frozenset(".!?;")


class Tense(IntEnum):
    """What the clause tells of; UNKNOWN where no word says so."""

    PAST = -1
    UNKNOWN = 0
    FUTURE = 1


def tense_at(tokens: Tokens, start: int, end: int, rules: TenseWords) -> Tense:
    """Return the tense told by the nearest word before the expression; where there is none, by the nearest after it."""
    at = bisect_left(tokens.starts, start)
    floor = max(0, at - _FAR)
    for index in range(at - 1, floor - 1, -1):
        word = tokens.words[index]
        if word in _STOPS and index < at - 1:
            break
        found = _tense_of(tokens.words, index, rules)
        if found:
            return found
    until = bisect_left(tokens.starts, end)
    for index in range(until, min(len(tokens.words), until + _FAR)):
        word = tokens.words[index]
        if word in _STOPS and tokens.words[index - 1] not in _STOPS and index > until:
            break
        found = _tense_of(tokens.words, index, rules)
        if found:
            return found
    return Tense.UNKNOWN


def _tense_of(words: list[str], index: int, rules: TenseWords) -> Tense:
    word = words[index]
    if word in rules.future:
        return Tense.PAST if rules.pluperfect.intersection(words[max(0, index - 2) : index]) else Tense.FUTURE
    if word == rules.infinitive and index and words[index - 1] in rules.future_before:
        return Tense.FUTURE
    if word in rules.past:
        return Tense.PAST
    if len(word) > 3 and word.endswith(rules.past_endings) and word not in rules.not_past:
        return Tense.PAST
    return Tense.UNKNOWN
