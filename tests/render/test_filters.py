"""Filters: their choices, their rules, and how few of these there are."""

from dataclasses import replace

from generator.render.filters import Filters, filters_of, stylesheet
from generator.render.order import in_order
from generator.render.quotes import source_views
from generator.render.views import event_view
from generator.render.words import words
from tests.render.invented import SETTINGS, many, small


def filters(number: int = 0) -> Filters:
    timeline = many(number) if number else small()
    speech = words("en")
    sources = source_views(timeline, speech)
    return filters_of([event_view(each, 1, sources, timeline.as_of, speech) for each in in_order(timeline, SETTINGS).all])[1]


def test_events_are_chosen_by_source_and_by_name() -> None:
    found = filters()
    assert [facet.key for facet in found.facets] == ["by_source", "by_name"]
    assert [(choice.words, choice.count) for choice in found.facets[1].choices] == [("60 million crowns", 2), ("Ada Lind", 2), ("storm", 2)]


def test_a_choice_that_would_change_nothing_is_not_offered() -> None:
    assert filters_of([])[1].any is False
    assert all(choice.count < 200 for facet in filters(200).facets for choice in facet.choices)


def test_publishers_are_told_once_each_however_many_articles_they_have() -> None:
    assert [choice.words for choice in filters(200).facets[0].choices] == [f"Gazette {number}" for number in range(4)]


def test_the_rules_grow_with_the_choices_not_with_their_combinations() -> None:
    found = filters(200)
    choices = sum(len(facet.choices) for facet in found.facets)
    assert stylesheet(found).count(":has(") < 8 * (choices + 5)
    assert stylesheet(replace(found, kinds=(("r", 200),), checked=0, facets=())) == ""


def test_names_in_a_shared_address_last_when_counts_change() -> None:
    assert [choice.name for choice in filters().facets[1].choices] == ["60-million-crowns-c9e4cb", "Ada-Lind-066343", "storm"]
