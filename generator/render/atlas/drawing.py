"""A map drawn: the part of the world that holds the places, its land as a path, the places as marks. In: Sites. Out: Atlas.

Degrees are shown as they are, from east to west drawn together as at the map's middle: true enough for a region, and readable for
the world.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.render.atlas.land import Box, Line, Point, borders_in, land_in

WIDTH, HEIGHT = 1000, 625
"""The map's own units; it is shown as wide as the page is."""
_NARROW = 0.36
"""What a phone shows it at: names that would lie on others there are left out."""
_LEAST, _ROOM, _EDGES = 2.4, 1.35, 1.05
"""Degrees from south to north at least; how much more than the places take is shown, and from west to east
where they lie round the world."""
_POLES = 84.0
_SMALLEST_LAND, _SHORTEST = 3, 2
"""Units: a smaller island is a speck, a shorter stroke is left out."""
_KM = 111.2
"""Kilometres of a degree of latitude."""
_LENGTHS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)
_SCALE_SHARE = 0.25
_LETTER, _LINE, _GAP = 7.6, 17, 5
"""Pixels of a letter, of a line of type, between a mark and its name."""


@dataclass(frozen=True, slots=True)
class MapPlace:
    """A place on the map: its id on the page, its name, where it is, how many events were there, what is said of them in a label."""

    id: str
    name: str
    at: Point
    count: int
    label: str


@dataclass(frozen=True, slots=True)
class MapMark:
    """A place as it is drawn: percent from left and top, the radius in pixels, and on which screens its name has room beside it."""

    place: MapPlace
    x: float
    y: float
    radius: float
    anchor: str
    is_named: bool
    is_named_narrow: bool


@dataclass(frozen=True, slots=True)
class Atlas:
    """The whole map: the data of SVG paths for ``land`` and ``borders``; ``scale`` is a length in km, ``scale_width`` its percent."""

    land: str
    borders: str
    marks: tuple[MapMark, ...]
    scale: int
    scale_width: float


def atlas_of(places: Sequence[MapPlace]) -> Atlas:
    """Draw a map round some places, of which there is at least one; the busiest are named first."""
    box = box_of(place.at for place in places)
    land = "".join(f"{path}z" for ring in land_in(box) if (path := _path(ring, box, _SMALLEST_LAND)))
    borders = "".join(_path(line, box, 1) for line in borders_in(box))
    wide = (box.north - box.south) * _KM * WIDTH / HEIGHT
    scale = max((length for length in _LENGTHS if length <= wide * _SCALE_SHARE), default=_LENGTHS[0])
    return Atlas(land, borders, _marks(places, box), scale, round(100 * scale / wide, 2))


def box_of(points: Iterable[Point]) -> Box:
    """Return the box that shows all points with room round them, in the map's proportions but where they lie round the world.

    >>> box = box_of([(-72.0, 18.0), (-73.0, 19.0)])
    >>> round(box.north - box.south, 2), box.west < -73 and box.east > -72
    (2.4, True)
    """
    found = list(points)
    easts, norths = [east for east, _ in found], [north for _, north in found]
    middle = ((min(easts) + max(easts)) / 2, (min(norths) + max(norths)) / 2)
    shrink = math.cos(math.radians(max(-60.0, min(60.0, middle[1]))))
    high = max((max(norths) - min(norths)) * _ROOM, (max(easts) - min(easts)) * _ROOM * shrink * HEIGHT / WIDTH, _LEAST)
    high = min(high, 2 * _POLES)
    wide = max(high * WIDTH / HEIGHT / shrink, (max(easts) - min(easts)) * _EDGES)
    south = min(max(middle[1] - high / 2, -_POLES), _POLES - high)
    return Box(middle[0] - wide / 2, south, middle[0] + wide / 2, south + high)


def _place(point: Point, box: Box) -> Point:
    east, north = point
    return (east - box.west) / (box.east - box.west) * WIDTH, (box.north - north) / (box.north - box.south) * HEIGHT


def _path(line: Line, box: Box, least: int) -> str:
    """Return the data of a path: whole units, each point from the one before; none if it spans fewer units than *least*."""
    points = [(round(x), round(y)) for x, y in (_place(point, box) for point in line)]
    if max(max(along) - min(along) for along in zip(*points, strict=True)) < least:
        return ""
    last = points[0]
    parts = [f"M{last[0]} {last[1]}"]
    for point in points[1:]:
        if abs(point[0] - last[0]) + abs(point[1] - last[1]) >= _SHORTEST:
            parts.append(f"l{point[0] - last[0]} {point[1] - last[1]}")
            last = point
    return "".join(parts)


def _marks(places: Sequence[MapPlace], box: Box) -> tuple[MapMark, ...]:
    """Return the marks, those of more events first; a name goes beside its mark where it lies on no other mark or name."""
    ranked = sorted(places, key=lambda place: (-place.count, place.name, place.id))
    drawn = [(place, _place(place.at, box), 6 + min(9.0, 2.2 * math.log2(place.count))) for place in ranked]
    names = {share: _named(drawn, share) for share in (1.0, _NARROW)}
    return tuple(
        MapMark(
            place,
            round(100 * x / WIDTH, 2),
            round(100 * min(max(y / HEIGHT, 0.0), 1.0), 2),  # a pole is off the map
            round(radius, 1),
            "end" if x > WIDTH / 2 else "start",
            number in names[1.0],
            number in names[_NARROW],
        )
        for number, (place, (x, y), radius) in enumerate(drawn)
    )


def _named(drawn: Sequence[tuple[MapPlace, Point, float]], share: float) -> set[int]:
    """Return which marks have room for their name, on a screen that shows the map at that share of its width."""
    taken = [(x * share - r, y * share - r, x * share + r, y * share + r) for _, (x, y), r in drawn]
    found = set()
    for number, (place, (x, y), radius) in enumerate(drawn):
        long, side = len(place.name) * _LETTER, -1 if x > WIDTH / 2 else 1
        near = x * share + side * (radius + _GAP)
        area = (min(near, near + side * long), y * share - _LINE / 2, max(near, near + side * long), y * share + _LINE / 2)
        others = [each for at, each in enumerate(taken) if at != number]
        if area[0] >= 0 and area[2] <= WIDTH * share and not any(_overlap(area, each) for each in others):
            found.add(number)
            taken.append(area)
    return found


def _overlap(one: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
