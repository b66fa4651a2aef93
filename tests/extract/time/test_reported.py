"""What users of other taggers reported, rebuilt in words of our own (``reported.jsonl``): type and value of every expression, and why."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from generator.extract.timexes import tag_text
from generator.language import load

CASES = [json.loads(line) for line in Path(__file__).with_name("reported.jsonl").read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("case", CASES, ids=[f"{case['id']} {case['kind']}" for case in CASES])
def test_a_reported_failure_is_mended(case: dict[str, Any]) -> None:
    language = load(case["lang"])
    assert language is not None
    published = date.fromisoformat(case["published"]) if case["published"] else None
    found = tag_text(case["text"], published, language, day_first=bool(case.get("day_first")))
    values = sorted(f"{each.type} {each.value}" for each in found)
    assert values in [sorted(alternative) for alternative in case["expect"]], case["why"]
    if "spans" in case:
        assert [each.span.of(case["text"]) for each in found] == case["spans"]
