"""What an undated sentence is dated by: the day of publication says so, an earlier day of the news is taken from the text."""

from __future__ import annotations

from datetime import date

import pytest

from generator.model.mention import DateBasis
from tests.articles import mentions_of

SAID = "Mayor Ana Lopes said that the harbour would close."


@pytest.mark.parametrize(
    ("text", "day", "basis"),
    [
        (f"Two ferries sank on Wednesday. {SAID}", "2024-05-15", DateBasis.PUBLICATION),
        (f"Two ferries sank on Tuesday. {SAID}", "2024-05-14", DateBasis.INHERITED),
        (f"Two ferries sank on Saturday. {SAID}", "2024-05-15", DateBasis.PUBLICATION),
        (f"Two ferries, which were bought on Tuesday, are old. {SAID}", "2024-05-15", DateBasis.PUBLICATION),
    ],
)
def test_an_undated_saying_is_of_the_day_of_the_news(text: str, day: str, basis: DateBasis) -> None:
    said = next(each for each in mentions_of(text, date(2024, 5, 15)) if each.speaker == "Ana Lopes")
    assert (str(said.date), said.basis) == (day, basis)
