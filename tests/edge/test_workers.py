from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.edge.workers import Local

HERE = os.getpid()
WAIT = 20  # seconds; far more than is needed
PROGRAM = """
import os
from generator.edge.workers import Local
def place(number):
    return number * number, os.getpid()
if __name__ == "__main__":
    found = list(Local(2)(place, range(200)))
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
    assert set(Local()(lambda _: os.getpid(), range(5))) == {os.getpid()}


def test_a_function_that_cannot_travel_is_done_here_where_processes_are_not_forked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.edge.workers._start_method", lambda: "spawn")
    assert set(Local(2)(lambda _: os.getpid(), range(5))) == {os.getpid()}


def test_a_forked_process_inherits_any_function(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.edge.workers._start_method", lambda: "fork")  # other tests may have left a thread
    held = object()
    found = set(Local(2)(lambda number: (number, os.getpid() != HERE, id(held) > 0), range(100)))
    assert found == {(number, True, True) for number in range(100)}


def test_few_results_wait_to_be_taken(tmp_path: Path) -> None:
    def note(number: int) -> int:
        (tmp_path / str(number)).touch()
        return number

    found = Local(2)(note, range(2000))
    assert next(found) == 0
    time.sleep(0.3)
    assert len(list(tmp_path.iterdir())) <= 32 * 2 * 5
    assert list(found) == list(range(1, 2000))


def test_no_input_no_result() -> None:
    assert list(Local(2)(str, [])) == []


def test_what_the_function_raises_is_raised() -> None:
    with pytest.raises(ValueError, match="invalid literal"):
        list(Local(1)(int, ["1", "x"]))


LEFT = """
import os, sys, time
from pathlib import Path
from generator.edge.workers import Local
def place(number):
    Path(sys.argv[1], str(os.getpid())).touch()
    time.sleep(0.01)
if __name__ == "__main__":
    for _ in Local(2)(place, range(100_000)):
        pass
"""


@pytest.mark.parametrize("sent", [signal.SIGTERM, signal.SIGKILL, signal.SIGINT])
def test_processes_end_with_the_one_that_started_them(tmp_path: Path, sent: signal.Signals) -> None:
    environment = {**os.environ, "PYTHONPATH": str(Path.cwd())}
    places = tmp_path / "places"
    places.mkdir()
    (tmp_path / "left.py").write_text(LEFT)
    with subprocess.Popen([sys.executable, tmp_path / "left.py", places], env=environment, stderr=subprocess.DEVNULL) as process:
        waits_for(lambda: len(list(places.iterdir())) == 2)
        process.send_signal(sent)
        process.wait(WAIT)
    waits_for(lambda: not any(lives(int(each.name)) for each in places.iterdir()))


def waits_for(come: Callable[[], bool]) -> None:
    until = time.monotonic() + WAIT
    while not come():
        assert time.monotonic() < until
        time.sleep(0.02)


def lives(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    stat = Path(f"/proc/{process}/stat")
    return not stat.exists() or stat.read_text().rpartition(") ")[2][0] != "Z"  # nobody may have taken note of its end


ENDED = """
import os
from generator.edge.workers import Local
def place(number):
    if number in {7, 90}:
        os._exit(9)  # as the system ends a process that takes too much memory
    return number * number
def lost(number):
    return -number
if __name__ == "__main__":
    found = list(Local(2)(place, range(100), lost))
    assert found == [-n if n in {7, 90} else n * n for n in range(100)], found
    try:
        list(Local(2)(place, range(100)))
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
