"""Whom a short form means where several may be meant: nobody is named who may be another."""

from __future__ import annotations

from tests.articles import mentions_of


def speakers(text: str) -> list[str | None]:
    return [each.speaker for each in mentions_of(text) if each.speaker]


def test_the_company_is_the_one_that_leads_the_article() -> None:
    text = "Northair Corp. said on Monday it cut staff. Northair's yards should open by 2027, the company said."
    assert set(speakers(text)) == {"Northair Corp."}


def test_where_another_was_named_last_the_company_stays_the_company() -> None:
    text = (
        "Northair Corp. on Monday turned down an offer. Penfold Inc. said it was preparing another. Penfold Inc. said Northair was cheap. "
        "In late April, the company said it cut staff."
    )
    assert speakers(text)[-1] == "company"


def test_a_wife_with_the_same_surname_is_somebody_else() -> None:
    text = "Sir Omar Hale defended the gifts on Monday. Lady Hale attended a show on Tuesday."
    assert [each.actors for each in mentions_of(text)] == [("Omar Hale",), ("Hale",)]


def test_an_office_is_no_name() -> None:
    assert speakers("The Prime Minister said on Monday he would go.") == ["Prime Minister"]
