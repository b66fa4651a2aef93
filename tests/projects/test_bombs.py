"""Files made to cost all the time and memory that there is: a few of them here, all in `make torture`."""

from __future__ import annotations

import subprocess
import sys

from benchmarks import bombs

SOME = ("attributes", "rows", "dates in one line", "RTF words")


def test_a_bomb_costs_little_or_is_refused() -> None:
    """In a process of its own: the memory of one that is started counts that of the one that starts it."""
    command = [sys.executable, "-m", "benchmarks.bombs", "--busy", "4", "--only", *SOME]
    said = subprocess.run(command, capture_output=True, text=True, check=False)
    assert said.returncode == 0, said.stdout + said.stderr


def test_what_breaks_a_law_is_told() -> None:
    assert bombs.broken_law(bombs.Cost(0.1, 1, 0, ""), 1) == ""
    assert bombs.broken_law(bombs.Cost(0.1, 1, 2, ""), 1)
    assert bombs.broken_law(bombs.Cost(0.1, 1, 1, "dateline failed, which is a fault of the program"), 1)
    assert bombs.broken_law(bombs.Cost(2.1, 1, 0, ""), 1) == "2.1 seconds"
    assert bombs.broken_law(bombs.Cost(2.1, 1, 0, ""), 2) == ""
    assert bombs.broken_law(bombs.Cost(0.1, 600 * 2**20, 0, ""), 1) == "600 MiB"
