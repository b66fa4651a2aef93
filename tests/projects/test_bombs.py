"""Files made to cost all the time and memory that there is: a few of them here, all in `make torture`."""

from __future__ import annotations

import sys

import pytest

from benchmarks import bombs


@pytest.mark.parametrize("name", ["attributes", "rows", "dates in one line", "a document of zeros", "deep JSON-LD"])
def test_a_bomb_costs_little_or_is_refused(name: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "argv", ["bombs", "--only", name, "--busy", "4"])
    assert bombs.main() == 0, capsys.readouterr().out


def test_what_breaks_a_law_is_told() -> None:
    assert bombs.broken_law(bombs.Cost(0.1, 1, 0, ""), 1) == ""
    assert bombs.broken_law(bombs.Cost(0.1, 1, 2, ""), 1)
    assert bombs.broken_law(bombs.Cost(0.1, 1, 1, "dateline failed, which is a fault of the program"), 1)
    assert bombs.broken_law(bombs.Cost(2.1, 1, 0, ""), 1) == "2.1 seconds"
    assert bombs.broken_law(bombs.Cost(2.1, 1, 0, ""), 2) == ""
    assert bombs.broken_law(bombs.Cost(0.1, 600 * 2**20, 0, ""), 1) == "600 MiB"
