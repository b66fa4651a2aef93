"""The desk's queue: what an event wants, in which order, and which events may be the same."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from generator.desk.queue import queue, reasons_of
from generator.desk.showing import overview
from generator.desk.state import LastBuild
from generator.desk.telling import last_hand, told
from generator.model.edit import Action, Edit, Fields
from generator.model.edtf import Date
from generator.model.event import Event, Timeline
from generator.model.mention import DateBasis, Status
from generator.model.recall import Recall
from generator.model.span import Source
from tests.desk.crafts import craft

DAY = Date(2019, 3, 4)
AT = datetime(2019, 3, 6, 9, 30, tzinfo=UTC)


def event(name: str, headline: str = "The lock at Velm closed", **parts: object) -> Event:
    plain = Event(name, (name,), DAY, "on Monday", DateBasis.SAID, Status.HAPPENED, headline, False, (), salience=0.5)
    return replace(plain, **parts)  # type: ignore[arg-type]


def state(*events: Event, edits: tuple[Edit, ...] = ()) -> LastBuild:
    return LastBuild("T", Timeline(events, (), date(2019, 3, 10)), {}, edits=edits)


def test_what_is_most_pressing_is_named_first() -> None:
    here = state()
    assert reasons_of(event("e-1"), here) == ("unchecked",)
    assert reasons_of(event("e-1", headline=" "), here) == ("headline", "unchecked")
    assert reasons_of(event("e-1", others=(Date(2019, 3, 5),), basis=DateBasis.PUBLICATION), here) == ("disagree", "guessed", "unchecked")
    assert reasons_of(event("e-1", status=Status.PLANNED), here) == ("overdue", "unchecked")
    assert reasons_of(event("e-1", status=Status.PLANNED, date=Date(2019, 4)), here) == ("unchecked",)
    assert reasons_of(event("e-1", checked=True, others=(Date(2019, 3, 5),)), here) == ()
    assert reasons_of(event("e-1", checked=True, review=("headline: was A, set B",)), here) == ("lapsed",)


def test_the_queue_goes_by_reason_then_by_weight_and_what_is_not_shown_comes_last() -> None:
    events = (
        event("e-light", "A", salience=0.1),
        event("e-heavy", "B", salience=0.9),
        event("e-off", "C", salience=0.95, shown=False),
        event("e-done", "D", checked=True),
        event("e-nameless", ""),
    )
    found = queue(state(*events))
    assert sorted(found, key=lambda name: found[name]["rank"]) == ["e-nameless", "e-heavy", "e-light", "e-done", "e-off"]


def test_events_of_one_day_in_like_words_are_offered_for_merging_and_no_others() -> None:
    found = queue(
        state(
            event("e-1", "The lock at Velm closed"),
            event("e-2", "Velm lock closed on Monday"),
            event("e-3", "Trees were planted in Marle"),
            event("e-4", "The lock at Velm closed", date=Date(2019, 3, 5)),
        )
    )
    assert {name: values["like"] for name, values in found.items()} == {"e-1": ["e-2"], "e-2": ["e-1"], "e-3": [], "e-4": []}


def act(**parts: object) -> Edit:
    return replace(Edit("a", Source("", ""), Action.EDIT, AT, by="R.K."), **parts)  # type: ignore[arg-type]


def test_an_act_is_told_in_an_editors_words() -> None:
    changed = act(
        was=Fields(date=DAY, tags=("lock",)), set=Fields(date=Date(2019, 3), tags=(), checked=True), note="x", correction="It was March."
    )
    assert told(changed, craft()) == [
        "Date: 2019-03-04 → 2019-03",
        "Tags: lock → none",
        "Checked",
        "Correction: It was March.",
        "With a note",
    ]
    assert told(act(action=Action.HIDE, reason="not of this story"), craft()) == ["Hidden: not of this story"]


def test_the_last_hand_is_that_of_the_act_which_changed_the_event() -> None:
    here = state(edits=(act(), act(at=AT.replace(minute=31), by="A. N.")))
    assert last_hand(event("e-1", updated=AT), here) == "R.K., 2019-03-06 09:30 UTC"
    assert last_hand(event("e-1"), here) == ""
    assert last_hand(event("e-1", updated=AT.replace(hour=1)), here) == "2019-03-06 01:30 UTC"


def test_a_queue_that_remembers_the_last_one_is_what_it_would_be_without() -> None:
    first = (event("e-1"), event("e-2", "Velm lock closed on Monday"), event("e-3", "", salience=0.9), event("e-4", status=Status.PLANNED))
    checked = (replace(first[0], checked=True), *first[1:])
    later = replace(state(*checked), timeline=Timeline(checked, (), date(2019, 3, 1)))
    recall, shown = Recall(), Recall()
    for here in (state(*first), state(*checked), state(*checked[1:]), later, state(*first)):
        assert queue(here, recall) == queue(here)
        assert overview(here, craft(), shown) == overview(here, craft())


def test_only_the_events_that_have_changed_are_looked_at_again(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []

    def noted(one: Event, _state: LastBuild) -> tuple[str, ...]:
        seen.append(one.id)
        return ("unchecked",)

    monkeypatch.setattr("generator.desk.queue.reasons_of", noted)
    events, recall = (event("e-1"), event("e-2"), event("e-3")), Recall()
    queue(state(*events), recall)
    seen.clear()
    queue(state(events[0], replace(events[1], checked=True), events[2]), recall)
    assert seen == ["e-2"]
