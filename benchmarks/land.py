"""Makes ``generator/render/atlas/land.txt``, the land and borders that maps are drawn on, from Natural Earth at 1:50 million.

    python benchmarks/land.py countries-50m.json > generator/render/atlas/land.txt

In: Natural Earth's countries as TopoJSON (the npm package world-atlas 2.0.2 has it; the data are in the public domain). Out: a line for
each coast ("L") and border ("B"): hundredths of a degree east and north, the first point as it is, the others from the one before.
"""

from __future__ import annotations

import json
import math
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

Point = tuple[float, float]
TOLERANCE, UNIT, ROUND = 0.02, 100, 360
"""Degrees that a simplified line may lie beside the true one; steps in a degree; degrees round the world."""
FEWEST = 4
"""A ring of fewer points is no land."""


def main() -> None:
    """Write the lines to the standard output."""
    topology = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    arcs = [list(_points(arc, topology["transform"])) for arc in topology["arcs"]]
    countries = topology["objects"]["countries"]["geometries"]
    uses = Counter(index if index >= 0 else ~index for each in countries for index in set(_indices(each.get("arcs", []))))
    print("# Land and borders: Natural Earth 1:50m (public domain), made by benchmarks/land.py")
    for land in topology["objects"]["land"]["geometries"]:
        for polygon in land["arcs"] if land["type"] == "MultiPolygon" else [land["arcs"]]:
            for ring in polygon:
                line = _simple(_unwrapped(_joined(ring, arcs)))
                if len(line) >= FEWEST:
                    print("L", *_steps(line))
                if over := _over_the_edge(line):
                    print("L", *_steps([(east - over, north) for east, north in line]))
    for index in sorted(index for index, count in uses.items() if count > 1):
        print("B", *_steps(_simple(arcs[index])))


def _points(arc: list[list[int]], transform: dict[str, list[float]]) -> Iterator[Point]:
    x = y = 0
    for dx, dy in arc:
        x, y = x + dx, y + dy
        yield x * transform["scale"][0] + transform["translate"][0], y * transform["scale"][1] + transform["translate"][1]


def _indices(arcs: list) -> Iterator[int]:  # type: ignore[type-arg]
    for each in arcs:
        if isinstance(each, list):
            yield from _indices(each)
        else:
            yield each if each >= 0 else ~each


def _joined(ring: list[int], arcs: list[list[Point]]) -> list[Point]:
    found: list[Point] = []
    for index in ring:
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        found += arc[1:] if found else arc
    return found


def _unwrapped(ring: list[Point]) -> list[Point]:
    """Return a ring that runs on where it crosses the 180th meridian; one round a pole is closed by way of it."""
    found = [ring[0]]
    for east, north in ring[1:]:
        found.append((east - ROUND * round((east - found[-1][0]) / ROUND), north))
    if abs(found[-1][0] - found[0][0]) > ROUND / 2:
        pole = math.copysign(90, found[0][1])
        found += [(found[-1][0], pole), (found[0][0], pole), found[0]]
    return found


def _over_the_edge(ring: list[Point]) -> int:
    """Return by how much a ring is to be drawn once more, for what of it lies beyond the 180th meridian; 0 for none."""
    if max(east for east, _ in ring) > ROUND / 2:
        return ROUND
    return -ROUND if min(east for east, _ in ring) < -ROUND / 2 else 0


def _simple(line: list[Point]) -> list[Point]:
    """Leave points out as Douglas and Peucker do; a ring is cut where it is farthest from its start."""
    kept = {0, len(line) - 1}
    todo = [(0, len(line) - 1)]
    while todo:
        first, last = todo.pop()
        far, at = max(((_away(line[each], line[first], line[last]), each) for each in range(first + 1, last)), default=(0.0, first))
        if far > TOLERANCE:
            kept.add(at)
            todo += [(first, at), (at, last)]
    return [line[each] for each in sorted(kept)]


def _away(point: Point, one: Point, other: Point) -> float:
    (x, y), (x1, y1), (x2, y2) = point, one, other
    length = ((x2 - x1) ** 2 + (y2 - y1) ** 2) ** 0.5
    if not length:
        return float(((x - x1) ** 2 + (y - y1) ** 2) ** 0.5)
    return float(abs((x2 - x1) * (y1 - y) - (x1 - x) * (y2 - y1)) / length)


def _steps(line: list[Point]) -> Iterator[int]:
    last = (0, 0)
    for x, y in line:
        here = round(x * UNIT), round(y * UNIT)
        yield from (here[0] - last[0], here[1] - last[1])
        last = here


if __name__ == "__main__":
    main()
