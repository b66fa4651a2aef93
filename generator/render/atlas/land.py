"""The land and borders inside a box, ready to be drawn. In: a Box. Out: rings and lines of points in degrees.

The data are Natural Earth's at 1:50 million (in the public domain), as ``benchmarks/land.py`` writes them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import accumulate, pairwise

Point = tuple[float, float]
"""Degrees east and north."""
Line = tuple[Point, ...]
_UNIT = 100


@dataclass(frozen=True, slots=True)
class Box:
    """A part of the world, in degrees."""

    west: float
    south: float
    east: float
    north: float

    def meets(self, line: Line) -> bool:
        """Tell whether any of a line may lie inside."""
        easts, norths = [east for east, _ in line], [north for _, north in line]
        return min(easts) <= self.east and max(easts) >= self.west and min(norths) <= self.north and max(norths) >= self.south


def land_in(box: Box) -> tuple[Line, ...]:
    """Return the rings of land inside a box, cut at its edges."""
    cut = (_cut(ring, box) for kind, ring in _lines() if kind == "L" and box.meets(ring))
    return tuple(ring for ring in cut if len(ring) > 2)


def borders_in(box: Box) -> tuple[Line, ...]:
    """Return the borders that have a part inside a box; they may reach out of it."""
    return tuple(line for kind, line in _lines() if kind == "B" and box.meets(line))


@cache
def _lines() -> tuple[tuple[str, Line], ...]:
    text = resources.files("generator.render.atlas").joinpath("land.txt").read_text(encoding="ascii")
    return tuple(_line(*row.split()) for row in text.splitlines() if not row.startswith("#"))


def _line(kind: str, *steps: str) -> tuple[str, Line]:
    easts, norths = (accumulate(map(int, steps[first::2])) for first in (0, 1))
    return kind, tuple((east / _UNIT, north / _UNIT) for east, north in zip(easts, norths, strict=True))


def _cut(ring: Line, box: Box) -> Line:
    """Return a ring cut at the four edges of a box, one after the other (Sutherland and Hodgman)."""
    edges: tuple[tuple[int, float, int], ...] = ((0, box.west, 1), (0, box.east, -1), (1, box.south, 1), (1, box.north, -1))
    for axis, at, sign in edges:

        def inside(point: Point, axis: int = axis, at: float = at, sign: int = sign) -> bool:
            return (point[axis] - at) * sign >= 0

        ring = tuple(_kept(ring, inside, axis, at))
        if not ring:
            break
    return ring


def _kept(ring: Line, inside: Callable[[Point], bool], axis: int, at: float) -> Iterator[Point]:
    """Yield what of a ring lies inside one edge, with the points at which it crosses that."""
    for one, other in pairwise((ring[-1], *ring)):
        if inside(one) != inside(other):
            share = (at - one[axis]) / (other[axis] - one[axis])
            yield one[0] + share * (other[0] - one[0]), one[1] + share * (other[1] - one[1])
        if inside(other):
            yield other
