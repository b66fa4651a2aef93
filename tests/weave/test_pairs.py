"""Pairs of mentions that are one event, or two: the cases of ``pairs.toml``, each in articles of their own or both in one."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from generator.language.story import load_story
from generator.model.mention import DateBasis
from generator.weave.coreference import corefer
from tests.weave.telling import Told, an_article

CASES = tomllib.loads((Path(__file__).parent / "pairs.toml").read_text("utf-8"))["pair"]


def told(line: dict[str, Any]) -> Told:
    return Told(**{**line, "basis": DateBasis(line.get("basis", "said"))})


@pytest.mark.parametrize("case", CASES, ids=[case["why"] for case in CASES])
def test_a_pair_is_one_event_or_two(case: dict[str, Any]) -> None:
    one, other = told(case["one"]), told(case["other"])
    lines = [[one, other]] if case.get("same_article") else [[one], [other]]
    stories = [an_article(name, "2031-05-07", *each) for name, each in zip("ab", lines, strict=False)]
    events = corefer(
        tuple(article for article, _ in stories), tuple(each for _, mentions in stories for each in mentions), load_story("en")
    )
    assert len(events) == (1 if case["together"] else 2)
