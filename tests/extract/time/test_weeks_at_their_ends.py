"""Which week and weekend is "this" one, where it has just ended or is about to begin."""

from __future__ import annotations

from datetime import date

import pytest

from tests.articles import timexes_of

MONDAY, SUNDAY = date(2024, 5, 13), date(2024, 5, 12)


@pytest.mark.parametrize(
    ("text", "published", "value"),
    [
        ("Workmen took down the sign this weekend.", MONDAY, "2024-W19-WE"),
        ("Workmen will take down the sign this weekend.", MONDAY, "2024-W20-WE"),
        ("The firms will report this week.", SUNDAY, "2024-W20"),
        ("The firms reported this week.", SUNDAY, "2024-W19"),
        ("The firms will report this week.", MONDAY, "2024-W20"),
    ],
)
def test_this_week_is_the_one_that_the_tense_means(text: str, published: date, value: str) -> None:
    (timex,) = timexes_of(text, published)
    assert timex.value == value
