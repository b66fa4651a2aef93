"""Which times only say of which accounts something is told."""

from __future__ import annotations

import pytest

from generator.extract.events.accounts import is_of_accounts
from generator.language.story import load_story
from generator.model.calendar import day_number
from tests.articles import WEDNESDAY, reads_of

NUMBER = day_number(WEDNESDAY.year, WEDNESDAY.month, WEDNESDAY.day)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Northair reported a first-quarter loss.", True),
        ("Northair lost 4 percent of its riders in the first quarter.", True),
        ("Northair has gained 4 percent so far this year.", True),
        ("As of April 30, Northair had 40 ferries.", True),
        ("Northair will close its yard as of June 1.", False),
        ("Northair closed its yard in the first quarter.", False),
        ("Northair closed its yard on Monday.", False),
    ],
)
def test_a_time_of_accounts(text: str, expected: bool) -> None:
    (read,), _ = reads_of(text)
    (timex, *_) = read.timexes
    time = read.tree.head_of(timex.span)
    assert time is not None
    assert is_of_accounts(read, time, timex, NUMBER, load_story("en")) is expected
