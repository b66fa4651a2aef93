"""A process that is told to end by Ctrl-C, in the midst of what cannot be interrupted."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

BEGUN = """
import signal, threading, time
from generator.edge.stopping import end_at_once, end_within, leave
signal.signal(signal.SIGINT, {before})
end_at_once()
{more}
"""
A_THREAD_GOES_ON = """
threading.Thread(target=time.sleep, args=(60,)).start()
try:
    print("ready", flush=True)
    time.sleep(60)
except KeyboardInterrupt:
    print("interrupted")
leave(130)
"""
IT_IS_LOST = """
try:
    print("ready", flush=True)
    time.sleep(60)
except KeyboardInterrupt:
    print("lost", flush=True)
time.sleep(60)
"""
GONE_SOON = 20  # seconds; on a machine that others use too


@pytest.mark.parametrize(
    ("more", "times", "code", "said"),
    [
        (A_THREAD_GOES_ON, 1, 130, "interrupted\n"),
        ("end_within(0.2)" + IT_IS_LOST, 1, 130, "lost\n"),
        (IT_IS_LOST, 2, -signal.SIGINT, "lost\n"),
    ],
)
def test_it_ends(more: str, times: int, code: int, said: str) -> None:
    with started(BEGUN.format(before="signal.default_int_handler", more=more)) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        for number in range(times):
            process.send_signal(signal.SIGINT)
            if number + 1 < times:
                assert process.stdout.readline() == said
                said = ""
        assert process.wait(GONE_SOON) == code
        assert process.stdout.read() == said


def test_where_ctrl_c_is_ignored_it_stays_so() -> None:
    with started(BEGUN.format(before="signal.SIG_IGN", more="print(signal.getsignal(signal.SIGINT) == signal.SIG_IGN)")) as process:
        assert process.stdout is not None
        assert process.stdout.read() == "True\n"


SLOW = """
import os, sys, time
from pathlib import Path
import generator.commands.editing as editing
from generator.__main__ import main
class Slow(editing.EditedBuild):
    def __call__(self):
        if self.folder.joinpath("slow").exists():
            self.folder.joinpath("building").touch()
            time.sleep(60)
        return super().__call__()
editing.EditedBuild = Slow
main()
"""


@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM])
def test_a_preview_does_not_wait_for_the_build_that_it_is_at(tmp_path: Path, sent: signal.Signals) -> None:
    (tmp_path / "a.txt").write_text("The mill of Sarn burned down on 3 May 2020.\n")
    with started(SLOW, "serve", "--edit", "--by", "R.K.", str(tmp_path), "--port", "0") as process:
        assert process.stdout is not None
        next(line for line in process.stdout if "http://127.0.0.1" in line)
        (tmp_path / "slow").touch()
        until = time.monotonic() + GONE_SOON
        while not (tmp_path / "building").exists() and time.monotonic() < until:
            (tmp_path / "a.txt").write_text(f"The mill of Sarn burned down on 3 May 2020, {time.monotonic_ns()} people saw.\n")
            time.sleep(0.1)
        process.send_signal(sent)
        assert process.wait(GONE_SOON) == (130 if sent is signal.SIGINT else -sent)


def started(program: str, *arguments: str) -> subprocess.Popen[str]:
    environment = {**os.environ, "PYTHONPATH": str(Path.cwd()), "PYTHONUNBUFFERED": "1"}
    return subprocess.Popen([sys.executable, "-c", program, *arguments], stdout=subprocess.PIPE, text=True, env=environment)
