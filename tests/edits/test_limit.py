"""How much events weigh, and which of them a timeline of limited length shows."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.edits.limit import limit
from generator.model.edtf import Date
from generator.model.event import Event
from generator.model.mention import DateBasis, Status


def an_event(name: str, salience: float = 0.5) -> Event:
    return Event(
        id=f"e-{name}",
        aliases=(f"e-{name}",),
        date=Date(2031, 5, 6),
        said="on Tuesday",
        basis=DateBasis.SAID,
        status=Status.HAPPENED,
        headline=name,
        background=False,
        citations=(),
        salience=salience,
    )


def shown(events: tuple[Event, ...]) -> list[str]:
    return [event.headline for event in events if event.shown]


QUAY, FERRY, GULL = an_event("quay", 0.9), an_event("ferry", 0.5), an_event("gull", 0.1)


def test_the_most_salient_events_are_shown_in_the_order_given() -> None:
    assert shown(limit((GULL, FERRY, QUAY), 2, 0.0)) == ["ferry", "quay"]


def test_what_falls_below_the_least_salience_is_kept_but_not_shown() -> None:
    events = limit((GULL, FERRY, QUAY), 10, 0.4)
    assert shown(events) == ["ferry", "quay"]
    assert len(events) == 3


@pytest.mark.parametrize("change", [{"checked": True}, {"edited": ("date",)}, {"own_reporting": True}])
def test_what_an_editor_touched_is_always_shown(change: dict[str, object]) -> None:
    touched = replace(GULL, **change)  # type: ignore[arg-type]
    assert shown(limit((touched, FERRY, QUAY), 1, 0.4)) == ["gull"]


def test_ties_go_to_what_more_reports_tell() -> None:
    assert shown(limit((an_event("one"), replace(an_event("two"), reports=3)), 1, 0.0)) == ["two"]


def test_ties_go_to_the_earlier_event() -> None:
    assert shown(limit((an_event("one"), an_event("two")), 1, 0.0)) == ["one"]


@given(st.lists(st.floats(0, 1), max_size=12), st.integers(0, 12), st.floats(0, 1))
def test_the_limit_is_kept_and_nothing_hidden_outweighs_what_is_shown(weights: list[float], most: int, least: float) -> None:
    events = limit(tuple(an_event(str(number), weight) for number, weight in enumerate(weights)), most, least)
    inside, outside = [event for event in events if event.shown], [event for event in events if not event.shown]
    assert len(inside) <= most
    assert all(event.salience >= least for event in inside)
    assert all(event.salience < least or len(inside) == most for event in outside)
    assert max((event.salience for event in outside if event.salience >= least), default=0) <= min((e.salience for e in inside), default=1)
