"""Whose words a quotation without a speaker of its own is: the one who is named within it, else right before it.

In: the sentences of an article as they were read, and which of them say who speaks. Out: for a sentence the one that says it, or None.

A quotation runs over sentences as long as its marks are open; where a paragraph ends in an open one and the next opens with a mark, it
goes on. One that opens a paragraph behind a sentence with a speaker is of that speaker.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import pairwise

from generator.extract.events.marks import MARKS, OPENERS, opens
from generator.extract.events.reads import Read

_NEXT = 2
"""So many numbers lie at most between two sentences that follow one another: a heading or caption may stand between."""

_LONGEST = 7
"""Over so many sentences of a paragraph a quotation that is never closed goes on."""


class Turns:
    """The quotations of one article."""

    def __init__(self, text: str, reads: Sequence[Read]) -> None:
        """Find where quotations run from sentence to sentence."""
        self._text = text
        self._torn = all(read.sentence.block != last.sentence.block for last, read in pairwise(reads))
        """Whether each sentence is a paragraph, so that paragraphs tell nothing."""
        self._turns = [[read] for read in reads[:1]]
        self._open: set[int] = set()
        """The numbers of the sentences that begin within a quotation."""
        inside = any(_is_open(text, read, before=False) for read in reads[:1])
        for last, read in pairwise(reads):
            goes_on = inside and self._goes_on(last, read)
            if goes_on:
                self._turns[-1].append(read)
                self._open.add(read.sentence.number)
            else:
                self._turns.append([read])
            inside = _is_open(text, read, before=goes_on)

    def _goes_on(self, last: Read, read: Read) -> bool:
        """Tell whether an open quotation goes on in the next sentence."""
        follows = read.sentence.number - last.sentence.number <= _NEXT
        within = (self._torn or read.sentence.block == last.sentence.block) and len(self._turns[-1]) < _LONGEST
        return follows and (within or self._text.startswith(OPENERS, read.sentence.span.start))

    def is_inside(self, read: Read, token: int) -> bool:
        """Tell whether a word stands within a quotation."""
        start, at = read.sentence.span.start, read.tree[token].span.start
        return _state(self._text, start, at, before=read.sentence.number in self._open)

    def speakers(self, speaking: Collection[int]) -> dict[int, int]:
        """Return for each sentence whose speaker is known the number of the one that says who speaks: its own, or another of its quotation.

        *speaking* are the numbers of the sentences that say who speaks. A quotation of nobody is of whom the sentence before it names.
        """
        known: dict[int, int] = {}
        before: int | None = None
        for turn in self._turns:
            own = next((each.sentence.number for each in turn if each.sentence.number in speaking), None)
            opening = self._text.startswith(OPENERS, turn[0].sentence.span.start)
            near = opening and before is not None and turn[0].sentence.number - before <= _NEXT
            said = own if own is not None else known.get(before) if before is not None and near else None
            before = turn[-1].sentence.number
            if said is not None:
                known.update((each.sentence.number, said) for each in turn)
        return known


def _is_open(text: str, read: Read, *, before: bool) -> bool:
    """Tell whether a quotation is open at the end of a sentence, given whether one was *before*."""
    return _state(text, read.sentence.span.start, read.sentence.span.end, before=before)


def _state(text: str, start: int, end: int, *, before: bool) -> bool:
    """Tell whether a quotation is open at *end* of what begins at *start*."""
    inside = before
    for mark in MARKS.finditer(text, start, end):
        inside = opens(text, mark, inside=inside, start=start)
    return inside
