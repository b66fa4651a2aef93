"""Whose words a quotation without a speaker of its own is: the one who is named within it, else right before it.

In: the sentences of an article as they were read, and which of them say who speaks. Out: for a sentence the one that says it, or None.

A quotation runs over sentences as long as its marks are open; where a paragraph ends in an open one and the next opens with a mark, it
goes on. One that opens a paragraph behind a sentence with a speaker is of that speaker.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from itertools import pairwise

from generator.extract.events.reads import Read

_MARKS = re.compile(r"[“”\"]")
_OPENS = ("“", '"', "``")
_NEXT = 2
"""So many numbers lie at most between two sentences that follow one another: a heading or caption may stand between."""

_LONGEST = 7
"""Over so many sentences of a paragraph a quotation that is never closed goes on."""


class Turns:
    """The quotations of one article."""

    def __init__(self, text: str, reads: Sequence[Read], speaking: Collection[int]) -> None:
        """Find them; *speaking* are the numbers of the sentences that say who speaks."""
        self._speaker: dict[int, int] = {}
        before: int | None = None
        for turn in _turns(text, reads):
            own = next((each.sentence.number for each in turn if each.sentence.number in speaking), None)
            quoted = any(_is_marked(text, each) for each in turn)
            near = before is not None and turn[0].sentence.number - before <= _NEXT
            said = own if own is not None else self._speaker.get(before) if quoted and near and before is not None else None
            before = turn[-1].sentence.number
            if said is not None:
                self._speaker.update((each.sentence.number, said) for each in turn)

    def speaker(self, number: int) -> int | None:
        """Return the number of the sentence that says who speaks in this one: its own, or another of its quotation or before it."""
        return self._speaker.get(number)


def _turns(text: str, reads: Sequence[Read]) -> list[list[Read]]:
    """Part sentences where no quotation runs on from one to the next."""
    if not reads:
        return []
    turns = [[reads[0]]]
    inside = _is_open(text, reads[0], before=False)
    for last, read in pairwise(reads):
        opens = text.startswith(_OPENS, read.sentence.span.start)
        follows = read.sentence.number - last.sentence.number <= _NEXT
        within = read.sentence.block == last.sentence.block and len(turns[-1]) < _LONGEST
        goes_on = inside and follows and (opens or within)
        if goes_on:
            turns[-1].append(read)
        else:
            turns.append([read])
        inside = _is_open(text, read, before=goes_on)
    return turns


def _is_open(text: str, read: Read, *, before: bool) -> bool:
    """Tell whether a quotation is open at the end of a sentence, given whether one was *before*."""
    inside, start = before, read.sentence.span.start
    for mark in _MARKS.finditer(text, start, read.sentence.span.end):
        inside = mark.group() == "“" or (mark.group() == '"' and (not inside or mark.start() == start))
    return inside


def _is_marked(text: str, read: Read) -> bool:
    return _MARKS.search(text, read.sentence.span.start, read.sentence.span.end) is not None
