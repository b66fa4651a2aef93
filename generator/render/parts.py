"""Parts of a timeline: stretches of time that share a scale, and the gaps between them. In: first and last days. Out: Parts, gap words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.render.core import Core
from generator.render.extents import Extent
from generator.render.words import Words

_BREAK_SHARE = 0.25
_BREAK_DAYS = 10
_MOST_PARTS = 5


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch from ``first`` to ``last`` (day numbers, both in it); ``gap`` is how many days lie between it and the part before."""

    first: int
    last: int
    gap: int = 0

    @property
    def days(self) -> int:
        """How long it is."""
        return self.last - self.first + 1


def parts_of(extents: Sequence[Extent], core: Core | None = None) -> tuple[Part, ...]:
    """Break time where it is empty: round the *core*, then at the gap that takes most of its stretch, while one takes over a quarter."""
    ordered = sorted(_clipped(extent.occupied, core) for extent in extents)
    runs = _round_the_core(_merged(ordered), core) if ordered else []
    while len(runs) < _MOST_PARTS:
        share, days, run, place = max(
            (
                ((after[0] - before[1] - 1) / (stretches[-1][1] - stretches[0][0] + 1), after[0] - before[1] - 1, -number, -index)
                for number, stretches in enumerate(runs)
                for index, (before, after) in enumerate(pairwise(stretches), 1)
                if after[0] - before[1] - 1 >= _BREAK_DAYS
            ),
            default=(0.0, 0, 0, 0),
        )
        if share < _BREAK_SHARE or not days:
            break
        runs[-run : 1 - run] = [runs[-run][:-place], runs[-run][-place:]]
    found: list[Part] = []
    for stretches in runs:
        first, last = stretches[0][0], stretches[-1][1]
        before = max((each.last for each in extents if each.first < first and each.last < first), default=first - 1)
        found.append(Part(first, last, first - before - 1))
    return tuple(found)


def _clipped(days: tuple[int, int], core: Core | None) -> tuple[int, int]:
    """Keep what reaches over an end of the core inside it: it does not stretch the core's scale."""
    if core is None or days[1] < core.first or days[0] > core.last:
        return days
    return max(days[0], core.first), min(days[1], core.last)


def _round_the_core(stretches: list[tuple[int, int]], core: Core | None) -> list[list[tuple[int, int]]]:
    """Part what lies before the core, in it and after it, as far as there is a gap between them."""
    if core is None:
        return [stretches]
    before = [each for each in stretches if each[1] < core.first]
    after = [each for each in stretches if each[0] > core.last]
    inside = stretches[len(before) : len(stretches) - len(after)]
    if before and inside and inside[0][0] - before[-1][1] <= _BREAK_DAYS:
        before, inside = [], before + inside
    if after and inside and after[0][0] - inside[-1][1] <= _BREAK_DAYS:
        inside, after = inside + after, []
    return [run for run in (before, inside, after) if run]


def _merged(stretches: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for first, last in stretches:
        if merged and first <= merged[-1][1] + 1:
            merged[-1] = (merged[-1][0], max(merged[-1][1], last))
        else:
            merged.append((first, last))
    return merged


def gap_unit(days: int) -> tuple[int, str]:
    """Return a length of time in round numbers and their unit.

    >>> gap_unit(7200), gap_unit(77), gap_unit(3)
    ((20, 'years'), (11, 'weeks'), (3, 'days'))
    """
    for unit, length, at_least in (("years", 365.25, 640), ("months", 30.44, 150), ("weeks", 7.0, 21)):
        if days >= at_least:
            return round(days / length), unit
    return days, "days"


def gap_words(days: int, words: Words) -> str:
    """Return "20 years later"."""
    number, unit = gap_unit(days)
    return words.count(f"{unit}_later", number)


def gap_short(days: int, words: Words) -> tuple[str, str]:
    """Return the two lines of a named break: "20", "yrs"."""
    number, unit = gap_unit(days)
    return str(number), words.form(f"{unit}_short", number)
