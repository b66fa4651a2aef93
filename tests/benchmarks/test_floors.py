"""Floors that can be missed: what counts faults by exceeding, all else by staying below."""

from __future__ import annotations

import tomllib

import pytest

from benchmarks.floors import CEILINGS, FILE, Figure, missed


def test_a_figure_that_may_be_nothing_at_most_is_one_that_counts_faults() -> None:
    for benchmark, floors in tomllib.loads(FILE.read_text("utf-8")).items():
        for name, floor in floors.items():
            assert floor > 0 or name in CEILINGS, f"no value of “{name}” of {benchmark} is below {floor}: it could not be missed"


@pytest.mark.parametrize(("value", "count"), [(0, 0), (1, 1)])
def test_faults_are_missed_by_one(value: float, count: int, capsys: pytest.CaptureFixture[str]) -> None:
    assert missed("mishaps", {"broken laws": value}) == count
    assert ("MISSED" in capsys.readouterr().out) == bool(count)


def test_a_score_is_missed_below_its_floor() -> None:
    assert Figure("a", "f1", 0.7, 0.8).missed
    assert not Figure("a", "f1", 0.9, 0.8).missed
    assert not Figure("a", "f1", 0.1).missed
