"""Two runs of words → whether they state the same facts, and if not, the first thing in which they differ.

In: the words of a quote, and words of an article that look like them. Out: None, or a reason a person can read.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from rapidfuzz.distance import OSA, Levenshtein

from generator.edits.anchor.keyed import KeyedWord
from generator.edits.anchor.vocabulary import groups_of, words_of
from generator.model.calendar import MONTHS, WEEKDAYS

_LIGHT, _PRONOUNS, _JOINING, _DENIAL = words_of("light"), words_of("pronouns"), words_of("joining"), words_of("denial")
_ALIKE, _CONFUSABLE = groups_of("alike"), frozenset(groups_of("confusable"))
_CALENDAR = frozenset(name.lower() for name in (*MONTHS, *WEEKDAYS))


def reason(quote: Sequence[KeyedWord], there: Sequence[KeyedWord], elsewhere: frozenset[str] = frozenset()) -> str | None:
    """Return why the words there do not surely state what the quote states; None when they do.

    Args:
        quote: the words that an editor saw.
        there: the words that stand in the article now.
        elsewhere: keys of the article's other words; two words that both stand there are no slip of the pen.
    """
    for tag, mine, new, following in _steps(quote, there):
        if tag == "equal":
            told = _case(mine, new)
        elif "".join(word.key for word in mine) == "".join(word.key for word in new):
            told = None  # "video-conference", "videoconference"; "per cent", "%"
        elif len(mine) == len(new):
            told = next((said for one, other in zip(mine, new, strict=True) if (said := _replaced(one, other, elsewhere))), None)
        else:
            told = _only_light(mine, new, following)
        if told:
            return told
    return None


_Step = tuple[str, Sequence[KeyedWord], Sequence[KeyedWord], Sequence[KeyedWord]]
"""What became of some words: "equal" or "changed", the quote's, the article's, and the one that follows there."""


def _steps(quote: Sequence[KeyedWord], there: Sequence[KeyedWord]) -> list[_Step]:
    """Align two runs of words; changes that touch one another are one step."""
    steps: list[list[int | str]] = []
    for each in Levenshtein.opcodes([word.key for word in quote], [word.key for word in there]):
        tag = "equal" if each.tag == "equal" else "changed"
        if steps and steps[-1][0] == tag:
            steps[-1][2], steps[-1][4] = each.src_end, each.dest_end
        else:
            steps.append([tag, each.src_start, each.src_end, each.dest_start, each.dest_end])
    return [(str(tag), quote[int(a) : int(b)], there[int(c) : int(d)], there[int(d) : int(d) + 1]) for tag, a, b, c, d in steps]


def _case(quote: Sequence[KeyedWord], there: Sequence[KeyedWord]) -> str | None:
    """Tell of a word whose case changed within a sentence: "may" and "May", "us" and "US"."""
    shouted = all(word.written.isupper() for word in quote) or all(word.written.isupper() for word in there)
    for one, other in zip(quote, there, strict=True):
        changed = one.written[:1].isupper() != other.written[:1].isupper() or (
            len(one.written) > 1 and one.written.isupper() != other.written.isupper()
        )
        if changed and one.written[:1].isalpha() and other.written[:1].isalpha() and not (shouted or one.opens or other.opens):
            return f"“{one.written}” is now “{other.written}”"
    return None


def _replaced(one: KeyedWord, other: KeyedWord, elsewhere: frozenset[str]) -> str | None:
    if one.key == other.key:
        return _case([one], [other])
    pair = {one.key, other.key}
    if pair <= _LIGHT - {"and", "but"} or any(pair <= group for group in _ALIKE):
        return None
    if pair & _JOINING and pair <= _JOINING | _PRONOUNS:
        return None
    if _is_slip(one, other) and not pair <= elsewhere:
        return None
    return f"{_kind(one, other)} “{one.written}” is now “{other.written}”"


def _is_slip(one: KeyedWord, other: KeyedWord) -> bool:
    """Tell whether a word is the other with two letters swapped, or one lost or doubled, inside it."""
    first, second = one.key, other.key
    if min(len(first), len(second)) < 5 or not (first.isalpha() and second.isalpha()) or frozenset({first, second}) in _CONFUSABLE:
        return False
    if one.written[:1].isupper() or other.written[:1].isupper():
        return False
    if first[0] != second[0] or first[-2:] != second[-2:] or OSA.distance(first, second) != 1:
        return False
    return len(first) != len(second) or sorted(first) == sorted(second)


def _only_light(mine: Sequence[KeyedWord], new: Sequence[KeyedWord], following: Sequence[KeyedWord]) -> str | None:
    """Tell of the first word that came or went and is not a light one; "on" is light before a weekday or month."""
    light = _LIGHT | ({"on"} if following and following[0].key in _CALENDAR else frozenset())
    if any(word.key in _JOINING for word in (*mine, *new)):
        light |= _PRONOUNS | _JOINING
    heavy = next((word for word in (*mine, *new) if word.key not in light), None)
    if heavy is None:
        return None
    if len(mine) and len(new):
        return f"“{_written(mine)}” is now “{_written(new)}”"
    return f"“{_written(mine)}” is gone" if mine else f"“{_written(new)}” is new"


def _written(words: Sequence[KeyedWord]) -> str:
    text = " ".join(word.written for number, word in enumerate(words) if number == 0 or word.span != words[number - 1].span)
    return text if len(text) <= 60 else text[:59] + "…"


def _kind(one: KeyedWord, other: KeyedWord) -> str:
    """Name what differs, so that an editor sees at once what to look at."""
    pair = {one.key, other.key}
    if any(re.match(r"[+-]?\d", key) for key in pair):
        return "the figure"
    if pair & _CALENDAR:
        return "the day or month"
    if pair & _DENIAL:
        return "a negation:"
    if one.written[:1].isupper() and not one.opens:
        return "the name"
    return "the word"


def is_denial(word: KeyedWord) -> bool:
    """Tell whether a word denies."""
    return word.key in _DENIAL
