"""Which sentences go on telling what another one dates."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from generator.model.mention import DateBasis
from tests.articles import mentions_of

CASES = tomllib.loads((Path(__file__).parent / "continuations.toml").read_text("utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=[case["what"] for case in CASES])
def test_a_sentence_goes_on(case: dict[str, Any]) -> None:
    found = mentions_of(case["text"])
    by_id = {mention.id: mention for mention in found}
    goes_on = [f"{each.sentence} < {by_id[each.continues].sentence}" for each in found if each.continues]
    if case.get("open"):
        assert goes_on != case["expected"], "it is read rightly now: take the mark off"
        return
    assert goes_on == case["expected"]
    assert all(each.basis is DateBasis.INHERITED and each.date == by_id[each.continues].date for each in found if each.continues)
