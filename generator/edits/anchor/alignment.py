"""A run of words and a text's words → the places of the text most like it (approximate matching after Sellers, 1980).

In: keys of the quote's words, keys of the text's. Out: places that do not overlap, the nearest first, with how many words differ.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

_SLACK = 6
"""Words by which a changed sentence may be longer than it was, before it is looked at in two parts."""
LONGEST = 400
"""Words of a quote that is looked for in other words; a sentence has about thirty."""
_FARTHEST = 20_000
"""Words of an article that are looked at closely: those like the quote, from the beginning; a limit for hostile texts."""


@dataclass(frozen=True, slots=True)
class Alignment:
    """Words ``start`` to ``end`` of the text; ``distance`` words have to be changed to get from the quote to them."""

    start: int
    end: int
    distance: int


def same(quote: Sequence[str], text: Sequence[str]) -> list[Alignment]:
    """Return every place where the words stand as they are."""
    if not quote:
        return []
    length, first = len(quote), quote[0]
    wanted = list(quote)
    return [Alignment(at, at + length, 0) for at, key in enumerate(text) if key == first and list(text[at : at + length]) == wanted]


def nearest(quote: Sequence[str], text: Sequence[str], most: int = 2) -> list[Alignment]:
    """Return up to *most* places like the quote; none where fewer than half of its words stand together."""
    if len(quote) > LONGEST:
        return []
    ends = [each for start, end in _regions(quote, text) for each in _sellers(quote, text, start, end)]
    ends.sort(key=lambda place: (place.distance, abs(place.end - place.start - len(quote)), place.start))
    chosen: list[Alignment] = []
    for place in ends:
        if len(chosen) == most:
            break
        if all(place.end <= other.start or other.end <= place.start for other in chosen):
            chosen.append(place)
    return chosen


def _regions(quote: Sequence[str], text: Sequence[str]) -> list[tuple[int, int]]:
    """Return the stretches of the text in which at least half of the quote's different words stand close together."""
    wanted = frozenset(quote)
    width = len(quote) + _SLACK
    counts: dict[str, int] = {}
    regions: list[tuple[int, int]] = []
    close = 0
    for at, key in enumerate(text):
        if key in wanted:
            counts[key] = counts.get(key, 0) + 1
        leaving = at - width
        if leaving >= 0 and (gone := text[leaving]) in wanted:
            counts[gone] -= 1
            if not counts[gone]:
                del counts[gone]
        if 2 * len(counts) >= len(wanted) and close < _FARTHEST:
            close += 1
            start, end = max(0, at - width - _SLACK), min(len(text), at + 1 + _SLACK)
            if regions and start <= regions[-1][1]:
                regions[-1] = (regions[-1][0], end)
            else:
                regions.append((start, end))
    return regions


def _sellers(quote: Sequence[str], text: Sequence[str], start: int, end: int) -> list[Alignment]:
    """Return, for every word of a stretch, the nearest place that ends with it."""
    size = len(quote)
    costs = list(range(size + 1))
    begins = [start] * (size + 1)
    found: list[Alignment] = []
    for at in range(start, end):
        key = text[at]
        diagonal, diagonal_begin = costs[0], begins[0]
        begins[0] = at + 1
        for row in range(1, size + 1):
            above, above_begin = costs[row], begins[row]
            best, begin = diagonal + (key != quote[row - 1]), diagonal_begin
            if costs[row - 1] + 1 < best:
                best, begin = costs[row - 1] + 1, begins[row - 1]
            if above + 1 < best:
                best, begin = above + 1, above_begin
            costs[row], begins[row] = best, begin
            diagonal, diagonal_begin = above, above_begin
        if begins[size] <= at and 2 * costs[size] <= size:
            found.append(Alignment(begins[size], at + 1, costs[size]))
    return found
