"""Names, awards, streets, scores and codes that hold a word of time are no times (``names.txt``); what only looks like them is."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from generator.extract.timexes import tag_text
from generator.language import load

CASES = [
    [cell.strip() for cell in line.split("|")]
    for line in Path(__file__).with_name("names.txt").read_text(encoding="utf-8").splitlines()
    if line.strip() and not line.startswith("#")
]


@pytest.mark.parametrize(("code", "text", "values"), CASES, ids=[f"{case[0]} {case[1]}" for case in CASES])
def test_a_name_is_no_time(code: str, text: str, values: str) -> None:
    language = load(code)
    assert language is not None
    assert [each.value for each in tag_text(text, date(2019, 10, 2), language)] == values.split()
