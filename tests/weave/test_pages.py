from __future__ import annotations

from dataclasses import replace
from datetime import date

from generator.model.permalink import Permalink, Permalinks
from generator.weave.pages import paged
from generator.weave.permalinks import keep, published
from tests.render.invented import article, citation, event, many


def test_of_a_story_every_event_has_its_page() -> None:
    assert paged(many(40), 40).without_page == frozenset()


def test_of_an_archive_those_that_are_shown_and_the_most_salient() -> None:
    events = tuple(replace(each, shown=place < 3, salience=place / 100) for place, each in enumerate(many(20).events))
    found = paged(replace(many(20), events=events), 5)
    assert found.without_page == {each.id for each in events[3:18]}


def test_a_page_that_was_published_once_or_is_led_to_stays() -> None:
    events = tuple(replace(each, shown=False, salience=place / 100) for place, each in enumerate(many(20).events))
    links = Permalinks((Permalink(events[0].id, "", "", "happened", checked=False, aliases=()),))
    timeline = replace(many(20), events=events, redirects=(("e-old", events[1].id),), published=links)
    assert paged(timeline, 1).without_page == {each.id for each in events[2:]}


def test_what_no_source_tells_of_has_a_page_of_its_own() -> None:
    source = article("a", "It fell on Monday.")
    told = event("e-1", "2021", "It fell", (citation(source, "It fell on Monday.", "Monday", "2021"),), shown=False)
    own = event("e-2", "2021", "It rose", (), shown=False, own_reporting=True)
    assert paged(replace(many(1), events=(told, own)), 1).without_page == {"e-1"}


def test_what_has_no_page_is_not_published() -> None:
    events = tuple(replace(each, shown=False) for each in many(2001).events)
    kept = keep(replace(many(2001), events=events), Permalinks())
    assert len(kept.without_page) == 1
    links = published(kept, Permalinks(), date(2024, 5, 1))
    assert len(links.events) == 2000
    assert not {link.id for link in links.events} & kept.without_page
    assert not keep(replace(kept, events=events[:1999]), links).without_page
