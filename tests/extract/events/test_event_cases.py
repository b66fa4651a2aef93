"""The readable cases: what one or two sentences tell."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.articles import mentions_of

CASES = tomllib.loads((Path(__file__).parent / "cases.toml").read_text("utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=[case["what"] for case in CASES])
def test_a_sentence_tells(case: dict[str, Any]) -> None:
    found = sorted(f"{each.date} | {each.status.value} | {each.kind.value}" for each in mentions_of(case["text"]))
    if case.get("open"):
        assert found != case["expected"], "it is read rightly now: take the mark off"
    else:
        assert found == case["expected"]


def test_the_hour_of_a_live_report_ends_no_reading() -> None:
    found = mentions_of("11.07am: Ana Lopes writes: the quay is full. Two ships sank near the port on Sunday.")
    assert "2024-05-12" in [str(each.date) for each in found]
