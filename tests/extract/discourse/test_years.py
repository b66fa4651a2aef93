"""A day without a year is of the year that the text has just gone back to."""

from __future__ import annotations

from datetime import date

import pytest

from generator.extract.discourse.years import in_their_years
from generator.extract.timexes import tag_text
from generator.language import load
from generator.model.calendar import day_number

PUBLISHED = date(2024, 5, 15)


def dates(text: str, sentences: list[int] | None = None) -> list[str]:
    language = load("en")
    assert language is not None
    found = tag_text(text, PUBLISHED, language)
    return [str(each.edtf) for each in in_their_years(text, found, sentences or [0] * len(found), day_number(2024, 5, 15))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mill burned on 3 June 2019. On 9 July it was sold.", ["2019-06-03", "2019-07-09"]),
        ("The mill burned in June 2019. In July it was sold.", ["2019-06", "2019-07"]),
        ("The mill burned in June 2019. On Monday it was sold.", ["2019-06", "2024-05-13"]),
        ("The mill burned in June 2019. Last March it was sold.", ["2019-06", "2024-03"]),
        ("The mill was sold on 9 March.", ["2024-03-09"]),
    ],
)
def test_a_day_is_of_the_year_that_the_text_is_at(text: str, expected: list[str]) -> None:
    assert dates(text) == expected


def test_far_behind_the_year_it_is_counted_from_publication_again() -> None:
    assert dates("The mill burned in June 2019. In March it was sold.", [0, 9]) == ["2019-06", "2024-03"]


def test_a_month_named_with_its_year_is_of_that_year_however_far_away() -> None:
    assert dates("The riots of January 2019 began in the port. It broke out on January 8.", [0, 9]) == ["2019-01", "2019-01-08"]


def test_what_lies_near_publication_is_of_its_own_year() -> None:
    assert dates("The riots of May 2019 began in the port. It was closed on May 8.", [0, 9]) == ["2019-05", "2024-05-08"]


def test_the_last_of_february_is_a_day_that_its_year_has() -> None:
    assert dates("The mill burned on 1 January 2019. On 29 February it was sold.")[1] == "2019-02-28"
