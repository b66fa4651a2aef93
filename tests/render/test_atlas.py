"""The map: land cut to its box, marks where the degrees say, names where there is room, the same places as a list; none without places."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.additions import Place
from generator.model.event import Timeline
from generator.render.atlas.drawing import HEIGHT, WIDTH, MapPlace, atlas_of, box_of
from generator.render.atlas.land import Box, borders_in, land_in
from generator.render.plan import plan
from generator.render.site import render
from tests.render.invented import SETTINGS, small, theme

ISLAND = Box(-75, 17, -68, 21)
POINTS = st.lists(st.tuples(st.floats(-180, 180), st.floats(-90, 90)), min_size=1, max_size=12)


def site(name: str, east: float, north: float, count: int = 1) -> MapPlace:
    return MapPlace(f"p-{name}", name, (east, north), count, f"{name}: {count}")


def test_land_is_cut_at_the_edges_and_holds_what_lies_inland() -> None:
    rings = land_in(ISLAND)
    assert rings
    assert all(ISLAND.west <= east <= ISLAND.east and ISLAND.south <= north <= ISLAND.north for ring in rings for east, north in ring)
    assert is_land(-70.5, 18.8)
    assert not is_land(-71.5, 16.0)
    assert borders_in(ISLAND)
    assert borders_in(Box(-40, -40, -30, -30)) == ()


@pytest.mark.parametrize(("east", "north"), [(179.0, 66.5), (-179.0, 66.5), (100.0, 60.0), (0.0, -85.0), (-100.0, 40.0)])
def test_land_over_the_edge_of_the_world_is_whole(east: float, north: float) -> None:
    assert is_land(east, north)


def test_the_sea_is_not_land() -> None:
    assert not any(is_land(east, north) for east, north in ((-150.0, 0.0), (170.0, 50.0), (-30.0, 66.9), (70.0, -20.0)))


def is_land(east: float, north: float) -> bool:
    """Tell whether a point lies in an odd number of rings, as a path is filled."""
    crossings = 0
    for ring in land_in(Box(east - 3, north - 3, east + 3, north + 3)):
        for (x1, y1), (x2, y2) in zip(ring, (*ring[1:], ring[0]), strict=True):
            if (y1 > north) != (y2 > north) and east < (x2 - x1) * (north - y1) / (y2 - y1) + x1:
                crossings += 1
    return crossings % 2 == 1


@given(POINTS)
def test_every_place_lies_on_the_map(points: list[tuple[float, float]]) -> None:
    box = box_of(points)
    assert all(box.west <= east <= box.east for east, _ in points)
    high, wide = box.north - box.south, box.east - box.west
    assert high > 0
    assert wide / high >= WIDTH / HEIGHT * 0.99


def test_a_mark_stands_where_its_degrees_say_and_the_busiest_is_named_first() -> None:
    atlas = atlas_of([site("Hamlet", -72.35, 18.54), site("Capital", -72.34, 18.54, 9), site("North", -72.2, 19.76)])
    marks = {mark.place.name: mark for mark in atlas.marks}
    assert marks["North"].y < marks["Capital"].y
    assert marks["Hamlet"].x < marks["Capital"].x
    assert marks["Capital"].radius > marks["Hamlet"].radius
    assert marks["North"].is_named
    assert not marks["Hamlet"].is_named
    assert atlas.scale in {20, 50, 100}
    assert re.fullmatch(r"(M-?\d+ -?\d+(l-?\d+ -?\d+)*z)+", atlas.land)


def placed() -> Timeline:
    timeline = small()
    where = {"e-talks": (Place("Orsk <b>", 51.2, 58.6), Place("Nowhere")), "e-shut": (Place("Orsk <b>", 51.2, 58.6, looked_up=True),)}
    return replace(timeline, events=tuple(replace(each, places=where.get(each.id, ())) for each in timeline.events))


def test_the_page_of_the_map_says_in_a_list_what_it_shows() -> None:
    made = render(plan(placed(), SETTINGS), placed(), SETTINGS, theme())
    html = made["map/index.html"].decode()
    anchor = re.search(r'<a href="#(p-[\w-]+)" aria-label="Orsk &lt;b&gt;: 2 events">', html)
    assert anchor is not None
    assert f'<h2 id="{anchor[1]}" dir="auto">Orsk &lt;b&gt; <small>2 events</small>' in html
    assert html.count('<p dir="auto"><a href="../event/') == 2
    assert "GeoNames" not in html  # the first to name the place gave its degrees
    assert f'<a href="../../map/index.html#{anchor[1]}">Orsk &lt;b&gt;</a>, <bdi>Nowhere</bdi>' in made["event/e-talks/index.html"].decode()
    assert 'href="map/index.html"' in made["index.html"].decode()


def test_there_is_no_map_without_a_place_on_it() -> None:
    timeline = replace(small(), events=tuple(replace(each, places=(Place("Nowhere"),)) for each in small().events))
    made = render(plan(timeline, SETTINGS), timeline, SETTINGS, theme())
    assert "map/index.html" not in made
    assert b"map/index.html" not in made["index.html"]
