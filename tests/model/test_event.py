"""Which of its citations an event shows first."""

from __future__ import annotations

from dataclasses import replace

from generator.model.citation import Citation
from generator.model.edtf import Date
from generator.model.event import Event
from generator.model.mention import DateBasis, Status
from generator.model.span import Span

DAY, EVE = Date(2021, 12, 8), Date(2021, 12, 7)
_SPAN = Span(0, 20)
NAMED = Citation(
    "a", "e-1", _SPAN, "It came on Wednesday", Span(11, 20), "Wednesday", DAY, Status.HAPPENED, DateBasis.SAID, 1, stands=False
)
IMPLIED = replace(NAMED, mention="e-2", quote="The storm then came.", said=None, said_words="", stands=True)
OTHER = replace(IMPLIED, mention="e-3", date=EVE)


def event(headline: str) -> Event:
    return Event("e-1", ("e-1",), DAY, "", DateBasis.SAID, Status.HAPPENED, headline, False, (OTHER, IMPLIED, NAMED))


def test_the_quote_that_names_the_date_comes_first() -> None:
    assert [each.mention for each in event("The storm came").best_first] == ["e-1", "e-2", "e-3"]


def test_without_a_headline_the_quote_that_can_be_understood_alone_comes_first() -> None:
    assert [each.mention for each in event("").best_first] == ["e-2", "e-1", "e-3"]


def test_without_a_headline_no_plan_stands_for_what_has_happened() -> None:
    plan = replace(IMPLIED, mention="e-0", status=Status.PLANNED)
    assert [each.mention for each in replace(event(""), citations=(plan, NAMED, IMPLIED)).best_first] == ["e-2", "e-1", "e-0"]


def test_below_a_headline_stands_the_sentence_that_it_was_taken_from() -> None:
    own = replace(NAMED, mention="e-4", headline="The storm came")
    told = replace(event("The storm came"), citations=(OTHER, IMPLIED, NAMED, own))
    assert [each.mention for each in told.best_first] == ["e-4", "e-1", "e-2", "e-3"]


def test_below_an_editors_headline_no_plan_stands_for_what_has_happened() -> None:
    plan = replace(NAMED, mention="e-0", status=Status.PLANNED, headline="A storm will come")
    told = replace(event("The storm is here"), citations=(plan, NAMED))
    assert [each.mention for each in told.best_first] == ["e-1", "e-0"]
