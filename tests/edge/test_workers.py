from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from generator.edge.workers import computed

PROGRAM = """
import os
from generator.edge.workers import computed
def place(number):
    return number * number, os.getpid()
if __name__ == "__main__":
    found = list(computed(place, range(200), 2))
    assert [square for square, _ in found] == [n * n for n in range(200)]
    print(len({pid for _, pid in found} - {os.getpid()}))
"""


def test_results_come_in_the_order_of_the_inputs_from_several_processes(tmp_path: Path) -> None:
    path = tmp_path / "spread.py"
    path.write_text(PROGRAM)
    done = subprocess.run(
        [sys.executable, path], capture_output=True, text=True, check=True, env={**os.environ, "PYTHONPATH": str(Path.cwd())}
    )
    assert int(done.stdout) in {1, 2}


def test_a_few_inputs_are_done_here() -> None:
    assert set(computed(lambda _: os.getpid(), range(5))) == {os.getpid()}


def test_a_function_that_cannot_travel_is_done_here() -> None:
    assert set(computed(lambda _: os.getpid(), range(5), workers=2)) == {os.getpid()}


def test_no_input_no_result() -> None:
    assert list(computed(str, [], 2)) == []


def test_what_the_function_raises_is_raised() -> None:
    with pytest.raises(ValueError, match="invalid literal"):
        list(computed(int, ["1", "x"], 1))


ENDED = """
import os
from generator.edge.workers import computed
def place(number):
    if number in {7, 90}:
        os._exit(9)  # as the system ends a process that takes too much memory
    return number * number
def lost(number):
    return -number
if __name__ == "__main__":
    found = list(computed(place, range(100), 2, lost))
    assert found == [-n if n in {7, 90} else n * n for n in range(100)], found
    try:
        list(computed(place, range(100), 2))
    except Exception as error:
        print(type(error).__name__)
"""


def test_an_input_that_ends_its_process_costs_itself_only(tmp_path: Path) -> None:
    path = tmp_path / "ended.py"
    path.write_text(ENDED)
    done = subprocess.run(
        [sys.executable, path], capture_output=True, text=True, check=True, env={**os.environ, "PYTHONPATH": str(Path.cwd())}
    )
    assert done.stdout == "BrokenProcessPool\n"
