"""How somebody is called in a line whose reader has not heard of him."""

from __future__ import annotations

import pytest

from generator.extract.headlines.calling import in_midline, is_printable
from generator.language.story import load_story

STORY = load_story("en")


@pytest.mark.parametrize(
    ("words", "printable"),
    [("Ann Hale", True), ("Reporter", False), ("President", False), ("the doctor-the", False), ("Arden Corp", True)],
)
def test_no_bare_trade_and_no_lost_dash_is_put_in(words: str, printable: bool) -> None:
    assert is_printable(words, STORY) is printable


@pytest.mark.parametrize(
    ("words", "within"),
    [("Lawyer Ann Hale", "lawyer Ann Hale"), ("President Ann Hale", "President Ann Hale"), ("Ann Hale", "Ann Hale"), ("Lawyer", "Lawyer")],
)
def test_a_trade_that_opened_its_sentence_has_no_capital_within_a_line(words: str, within: str) -> None:
    assert in_midline(words, STORY) == within
