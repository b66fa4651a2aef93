"""Whom 'the company' means, where several are spoken of: nobody is named who may not be meant."""

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
