from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from generator.model.event import Event
from generator.model.recall import Recall
from generator.render.every import Deferred, Every
from generator.render.plan import plan
from generator.render.quotes import source_views
from generator.render.tags import TagNames
from generator.render.views import EventView, event_view, recalled_view
from generator.render.words import words
from tests.render.invented import SETTINGS, many, small


def every() -> Every:
    timeline = replace(small(), without_page=frozenset({"e-low"}))
    speech = words("en")
    sources = source_views(timeline, speech)
    known = {each.id: event_view(each, 0, sources, timeline.as_of, speech) for each in timeline.events if each.id != "e-low"}
    return Every(known, timeline.events, sources, timeline, speech, names=TagNames(timeline.events))


def test_every_event_is_told_and_those_without_a_page_where_they_stand() -> None:
    views = every()
    assert list(views) == [event.id for event in small().events]
    assert views["e-talks"].path == "event/e-talks/index.html"
    assert views["e-low"].path.partition("#")[2] == "e-low"
    assert "e-low" not in {view.id for view in views.paged()}
    assert len(views.paged()) == len(views) - 1


def test_a_source_has_what_was_drawn_from_it_in_order() -> None:
    views, order = every(), [event.id for event in small().events]
    sources = [article.id for article in small().articles]
    for source in sources:
        drawn = views.drawn(source)
        assert [view.id for view, _ in drawn] == sorted((view.id for view, _ in drawn), key=order.index)
        assert all(quote.source and quote.source.id == source for _, quotes in drawn for quote in quotes)
        assert all(quotes for _, quotes in drawn)
    assert {view.id for source in sources for view, _ in views.drawn(source)} == {each.id for each in small().events if each.citations}


def test_items_are_made_when_they_are_looked_at() -> None:
    asked: list[str] = []

    def make(name: str) -> str:
        asked.append(name)
        return name.upper()

    found = Deferred(lambda: ["a", "b", "c"], make)
    assert len(found) == 3
    assert asked == []
    assert found[1] == "B"
    assert list(found[1:]) == ["B", "C"]
    assert found == Deferred(lambda: ["a", "b", "c"], str.upper)
    assert found != Deferred(lambda: ["a", "b", "d"], str.upper)


def test_the_plan_of_an_archive_tells_no_event_that_has_no_page(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []

    def counted(event: Event, *given: Any) -> EventView:
        told.append(event.id)
        return recalled_view(event, *given)

    def refused(event: Event, *given: Any) -> EventView:
        told.append(f"{event.id} has no page")
        return event_view(event, *given)

    monkeypatch.setattr("generator.render.plan.recalled_view", counted)
    monkeypatch.setattr("generator.render.every.event_view", refused)
    events = tuple(replace(each, shown=place < 5) for place, each in enumerate(many(60).events))
    timeline = replace(many(60), events=events, without_page=frozenset(each.id for each in events[10:]))
    pages = plan(timeline, SETTINGS)
    assert told == [each.id for each in events[:10]]
    drawn = [view.id for page in pages if page.template == "source.html" for view, _ in page.context["drawn"]]
    assert len(set(drawn)) == 60, "their sources' pages tell them when they are made"


def test_an_event_that_only_weighs_other_than_before_is_not_told_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []

    def counted(event: Event, *given: Any) -> EventView:
        told.append(event.id)
        return event_view(event, *given)

    monkeypatch.setattr("generator.render.views.event_view", counted)
    (one, *_), recall, speech = many(3).events, Recall(), words("en")
    for event in (one, replace(one, salience=0.9), replace(one, salience=0.9, headline="Other words")):
        recall.begin()
        view = recalled_view(event, {}, date(2031, 1, 1), speech, recall)
        assert view == event_view(event, 0, {}, date(2031, 1, 1), speech)
        assert view.event is event
    assert told == [one.id, one.id]
