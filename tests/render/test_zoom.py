"""The overview closer: every stretch that is linked has its page, an event is in one of each unit, and rows stand where their days are."""

import re
from collections import Counter
from dataclasses import replace
from typing import Any

import pytest

from generator.model.event import Timeline
from generator.model.page import Page
from generator.render.density import drawn
from generator.render.plan import plan
from generator.render.site import render
from generator.render.zoom import FEW
from tests.render.invented import SETTINGS, edtf, event, many, theme


def planned(timeline: Timeline) -> dict[str, Page]:
    return {page.path: page for page in plan(timeline, SETTINGS)}


def of_unit(pages: dict[str, Page], unit: str) -> dict[str, Page]:
    return {path: page for path, page in pages.items() if page.template == "zoom.html" and page.context["unit"] == unit}


@pytest.mark.parametrize(("number", "years"), [(61, 1), (200, 1), (900, 1), (900, 3), (900, 40)])
def test_each_link_to_a_closer_overview_leads_to_one(number: int, years: int) -> None:
    pages = planned(many(number, years=years))
    linked = {each.path for page in pages.values() for each in page.context.get("zooms", ())}
    assert linked
    assert linked == {path for path in pages if path.startswith("zoom/")}
    for page in pages.values():
        if page.template == "zoom.html":
            assert {each.path for each in (*page.context["above"], *page.context["around"]) if each} <= set(pages)


def test_a_short_timeline_has_none() -> None:
    assert not [path for path in planned(many(60, years=1)) if path.startswith("zoom/")]
    assert not planned(many(60, years=1))["index.html"].context["zooms"]


def test_an_event_is_in_one_stretch_of_each_unit_and_a_full_one_is_parted() -> None:
    timeline = many(900, years=3)
    pages = planned(timeline)
    counts = {unit: [page.context["counted"] for page in of_unit(pages, unit).values()] for unit in ("year", "month")}
    assert {unit: sum(int(each.split()[0]) for each in found) for unit, found in counts.items()} == {"year": 900, "month": 900}
    for page in of_unit(pages, "month").values():
        assert bool(page.context["zooms"]) == (int(page.context["counted"].split()[0]) > FEW)


def test_rows_hold_each_event_or_the_heaviest() -> None:
    pages = planned(many(900, years=3))
    years, weeks = of_unit(pages, "year"), of_unit(planned(many(900, years=1)), "week")
    assert {(len(page.context["rows"]), page.context["has_all"]) for page in years.values()} == {(12, False)}
    rows = Counter(row.view.id for page in weeks.values() for row in page.context["rows"])
    assert weeks
    assert all(page.context["has_all"] for page in weeks.values())
    assert set(rows.values()) == {1}


def test_a_row_is_drawn_where_its_days_are() -> None:
    timeline = many(100, years=1)
    cited = timeline.events[0].citations
    day, span = event("e-day", "2012-06-06", "A day", cited), event("e-span", "2012-06-06/2012-06-07", "Two days", cited)
    pages = planned(replace(timeline, events=(*timeline.events, day, span)))
    rows = {row.view.id: row for page in of_unit(pages, "month").values() for row in page.context["rows"]}
    assert (rows["e-day"].x, rows["e-day"].width) == (round(100 * 5.5 / 30, 2), 0)
    assert (rows["e-span"].x, rows["e-span"].width) == (round(100 * 5 / 30, 2), round(100 * 2 / 30, 2))
    arabic = {
        page.path: page for page in plan(replace(timeline, events=(*timeline.events, day, span)), replace(SETTINGS, site_language="ar"))
    }
    mirrored = {row.view.id: row for page in of_unit(arabic, "month").values() for row in page.context["rows"]}
    assert mirrored["e-span"].x == pytest.approx(100 - rows["e-span"].x - rows["e-span"].width, abs=0.05)


def test_what_reaches_into_the_story_stands_with_its_first_year() -> None:
    timeline = many(900, years=3)
    long = replace(timeline.events[0], id="e-long", date=edtf("1990/2013-02"), background=False)
    pages = planned(replace(timeline, events=(*timeline.events, long)))
    assert [path for path in pages if path.startswith(("zoom/1990", "year/1990"))] == []
    listed = [
        path for path, page in pages.items() for group in page.context.get("groups", ()) for each in group.events if each.id == "e-long"
    ]
    assert listed == ["year/2012/index.html"]


def test_the_page_leads_to_where_its_events_are_listed() -> None:
    timeline = many(100, years=1)
    site = {
        output.path: output.content.decode()
        for output in render(plan(timeline, SETTINGS), timeline, SETTINGS, theme()).whole().value
        if output.path.endswith(".html")
    }
    path = next(name for name in site if name.startswith("zoom/"))
    found = re.findall(r'<a href="\.\./\.\./index\.html#(e-\d+)">', site[path])
    assert found
    assert all(f'id="{each}"' in site["index.html"] for each in found)


def test_a_part_shows_the_whole_with_its_own_place_in_it() -> None:
    pages = planned(many(900, years=3))
    months = [(path, page.context["locator"]) for path, page in pages.items() if re.match(r"(zoom|year)/2013-\d\d/", path)]
    assert len(months) >= 12
    by_month = {path.split("/")[1]: (each.x, each.width) for path, each in months}
    xs = [by_month[name][0] for name in sorted(by_month)]
    assert xs == sorted(set(xs))
    bar = next(bar for bar in months[0][1].drawn.bars if bar.name.startswith("January 2013"))
    assert by_month["2013-01"] == (pytest.approx(bar.x, abs=0.1), pytest.approx(bar.width, abs=0.1))
    assert pages["index.html"].context.get("locator") is None


def test_an_events_page_leads_to_where_it_is_drawn() -> None:
    timeline = many(900, years=3)
    site = {
        output.path: output.content.decode()
        for output in render(plan(timeline, SETTINGS), timeline, SETTINGS, theme()).whole().value
        if output.path.endswith(".html")
    }
    leading = {
        path: re.findall(r'href="\.\./\.\./(zoom/[^"#]*)#([^"]*)"', text) for path, text in site.items() if path.startswith("event/")
    }
    found = [pair for pairs in leading.values() for pair in pairs]
    assert len(found) > 800
    assert all(f'<li id="{name}">' in site[path] for path, name in found)


def test_a_stretch_is_drawn_when_its_page_is_looked_at_and_once(monkeypatch: pytest.MonkeyPatch) -> None:
    drawings: list[object] = []

    def counted(*given: Any) -> Any:
        drawings.append(given)
        return drawn(*given)

    monkeypatch.setattr("generator.render.zoom.drawn", counted)
    pages = [page for page in planned(many(900, years=3)).values() if page.template == "zoom.html"]
    assert [page for page in pages if "event" in page.context or "drawn" not in page.context] == []
    assert {page.context["total"] for page in pages} == {900}
    assert len(drawings) == 1, "the whole, which the chapters show"
    assert dict(pages[0].context).keys() == dict(pages[1].context).keys()
    assert pages[0].context["drawn"] is pages[0].context["drawn"]
    assert len(drawings) == 4, "the whole and a stretch for each page"
    with pytest.raises(KeyError):
        pages[0].context["nothing"]
