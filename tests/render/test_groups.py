"""Headings that readers look for: days where many events share them, what came before folded away."""

from dataclasses import replace

from generator.model.event import Event, Timeline
from generator.render.groups import EventGroup
from generator.render.plan import plan
from tests.render.invented import SETTINGS, event, many, small


def grouped(events: tuple[Event, ...]) -> tuple[EventGroup, ...]:
    timeline = replace(many(1), events=events)
    return found(timeline)


def found(timeline: Timeline) -> tuple[EventGroup, ...]:
    groups: tuple[EventGroup, ...] = plan(timeline, SETTINGS)[0].context["groups"]
    return groups


def on_days(*days: str) -> tuple[Event, ...]:
    return tuple(event(f"e-{n:03}", day, f"Event {n}", ()) for n, day in enumerate(days))


BUSY = [f"2021-03-{day:02}" for day in range(1, 15) for _ in range(3)]


def test_where_many_events_share_their_days_these_are_the_headings() -> None:
    titles = [group.heading for group in grouped(on_days(*BUSY))]
    assert titles[:2] == ["Mon 1 Mar 2021", "Tue 2 Mar 2021"]
    assert len(titles) == 14


def test_what_is_known_to_no_day_stands_before_the_days_not_between_them() -> None:
    titles = [group.heading for group in grouped(on_days(*BUSY, "[2021-03-08..2021-03-14]", "2021-03"))]
    assert titles[:2] == ["March 2021, day not given", "Mon 1 Mar 2021"]
    assert len(titles) == 15


def test_fewer_events_stand_under_their_weeks() -> None:
    titles = [group.heading for group in grouped(on_days("2021-03-01", "2021-03-02", "2021-03-09"))]
    assert titles == ["Week of 1 Mar 2021", "Week of 8 Mar 2021"]


def test_much_that_came_before_is_folded_and_says_what_it_holds() -> None:
    early = [f"{year}-06-01" for year in (1918, 1931, 1955, 1960, 1972, 1999)]
    first = grouped(on_days(*early, *BUSY))[0]
    assert first.folded == "6 events before the story, 1918–1999"
    assert grouped(on_days(*early[:5], *BUSY))[0].folded is None


def test_a_short_list_folds_nothing() -> None:
    assert all(group.folded is None for group in found(small()))


def test_plans_without_an_end_are_last_under_words_of_their_own() -> None:
    timeline = small()
    plans = (replace(timeline.events[6], id="e-open", date=event("x", "2022-02/..", "", ()).date),)
    groups = found(replace(timeline, events=(*timeline.events, *plans)))
    assert groups[-1].heading == "No end given"


def test_no_heading_is_sharper_than_the_date_below_it() -> None:
    titles = [group.heading for group in grouped(on_days("18XX~", "199X", "2021-03-01", "2021-03-02"))]
    assert titles == ["1800s (century)", "1990s", "Week of 1 Mar 2021"]
    titles = [group.heading for group in grouped(on_days("2017/..", "2021-02/2021-03-03", "2021-03-01"))]
    assert titles == ["2017", "February 2021", "Week of 1 Mar 2021"]


def test_no_heading_of_what_was_to_come_is_sharper_than_its_date() -> None:
    timeline = small()
    late = replace(timeline.events[6], id="e-late", date=event("x", "../2026~", "", ()).date)
    assert found(replace(timeline, events=(*timeline.events, late)))[-1].heading == "2026"
