"""The overview of many events: nothing uncounted, nothing claimed that no source says, links that lead somewhere."""

from dataclasses import replace

import pytest

from generator.model.event import Timeline
from generator.render.density import TALLEST, Density, density
from generator.render.extents import extent
from generator.render.order import in_order
from generator.render.quotes import source_views
from generator.render.units import following, opening, unit_for
from generator.render.views import event_view
from generator.render.words import words
from tests.render.invented import SETTINGS, event, many


def drawn(timeline: Timeline) -> Density:
    order, speech = in_order(timeline, SETTINGS), words("en")
    sources = source_views(timeline, speech)
    placed = [
        (event_view(each, number, sources, timeline.as_of, speech), extent(each, timeline.as_of.toordinal()))
        for number, each in enumerate(order.all, 1)
    ]
    found = density(placed, order.core, order.published, speech, {"e-00000": "year/2012/index.html"})
    assert found is not None
    return found


def on_days(*days: str) -> Timeline:
    return replace(many(1), events=tuple(event(f"e-{n}", day, f"Event {n}", ()) for n, day in enumerate(days)))


MARCH = [f"2021-03-{day:02}" for day in range(1, 21)]


def test_what_lies_before_and_after_is_counted_in_stubs() -> None:
    found = drawn(on_days("1931", "1955-06-01", *MARCH, "2021-11-05"))
    assert [(stub.words, stub.count) for stub in found.stubs] == [("earlier", 2), ("later", 1)]
    assert found.unit == "day"
    assert len(found.bars) == 20
    assert found.told.startswith("20 events from 1 Mar 2021 to 20 Mar 2021.")


def test_what_all_of_it_spans_is_told_no_closer_than_its_dates() -> None:
    assert drawn(on_days("18XX", "1931", "2021-03")).told.startswith("3 events from 1800s (century) to March 2021.")
    assert drawn(on_days("1931-06-01/1931-07-02", "1955", "2021-03-31", "2021-03")).told.startswith(
        "4 events from 1 Jun 1931 to 31 Mar 2021."
    )


def test_the_peak_is_named_and_its_bar_is_the_tallest() -> None:
    found = drawn(on_days(*MARCH, "2021-03-07", "2021-03-07"))
    (peak,) = (bar for bar in found.bars if bar.is_peak)
    assert peak.name == "Sun 7 Mar 2021: 3 events"
    assert sum(part.height for part in peak.segments) == TALLEST
    assert peak.href == "#e-6"


def test_a_date_known_to_its_month_is_as_wide_as_the_month() -> None:
    found = drawn(on_days(*MARCH, "2021-03"))
    vague = [part.height for bar in found.bars for part in bar.segments if part.kind == "bv"]
    assert len(vague) == len(found.bars) == 20
    assert max(vague) - min(vague) < 0.2
    assert all("1 event" in bar.name for bar in found.bars)
    assert "Paler" in found.told


def test_bars_lead_to_the_page_that_lists_their_events() -> None:
    hrefs = {bar.href for bar in drawn(many(200)).bars}
    assert "year/2012/index.html#e-00000" in hrefs
    assert None not in hrefs


def test_everything_stays_inside_the_drawing() -> None:
    found = drawn(on_days("1931", *MARCH, "2022-01-01"))
    for bar in found.bars:
        assert 0 <= bar.x <= bar.x + bar.width <= 100.01
        assert 0 <= bar.at <= 100
        assert all(part.y >= 0 and part.y + part.height <= found.base for part in bar.segments)


@pytest.mark.parametrize("unit", ["day", "week", "month", "year", "decade"])
def test_units_follow_each_other_without_a_gap(unit: str) -> None:
    first = opening(738_000, unit)
    after = following(first, unit)
    assert opening(after, unit) == after
    assert opening(after - 1, unit) == first
    assert first <= 738_000 < after


def test_a_finer_unit_is_taken_as_long_as_it_can_be_drawn() -> None:
    assert [unit_for(days) for days in (1, 46, 47, 400)] == ["day", "day", "week", "month"]


def test_no_event_is_drawn_as_none() -> None:
    assert density([], None, None, words("en"), {}) is None
