"""Kinds of expression and of what only looks like one, a dozen wordings to each (``kinds.txt``), invented round what users reported."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from generator.extract.timexes import tag_text
from generator.language import load

CASES = [
    line.split(" | ")
    for line in Path(__file__).with_name("kinds.txt").read_text(encoding="utf-8").splitlines()
    if line.strip() and not line.startswith("#")
]


@pytest.mark.parametrize("case", CASES, ids=[f"{case[0]} {case[2]}" for case in CASES])
def test_each_wording_of_a_kind_comes_to_its_values(case: list[str]) -> None:
    code, published, text, values = case
    language = load(code)
    assert language is not None
    found = tag_text(text, date.fromisoformat(published), language)
    assert [f"{each.type} {each.value}" for each in found] == ([] if values == "-" else values.split("; "))
