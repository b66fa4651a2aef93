"""A command that serves, run for a test in a process of its own.

It is ended with Ctrl-C whatever the test does. One that does not end fails the test with the place where each of its threads stands, and
never holds the run.
"""

from __future__ import annotations

import os
import queue
import re
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

WAIT = 90.0
"""Seconds for a line of its output, and for its end; far more than either needs."""
INTERRUPTED = 130


class Serving:
    """A process that serves: what it prints line by line, and what it said on standard error so far."""

    def __init__(self, process: subprocess.Popen[str], errors: IO[str]) -> None:
        self.process = process
        self._errors = errors
        self._lines: queue.Queue[str | None] = queue.Queue()
        threading.Thread(target=self._read, daemon=True).start()  # all of it, always: a full pipe would stop the process

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self._lines.put(line)
        self._lines.put(None)

    def says(self, pattern: str) -> re.Match[str]:
        """The next line in which the pattern is found."""
        with suppress(queue.Empty):
            while (line := self._lines.get(timeout=WAIT)) is not None:
                if found := re.search(pattern, line):
                    return found
        raise AssertionError(f"it did not say {pattern}:\n{self.errors()}")

    def errors(self) -> str:
        self._errors.seek(0)
        return self._errors.read()

    def end(self) -> int:
        """Interrupt it and return its exit code."""
        self.process.send_signal(signal.SIGINT)
        try:
            return self.process.wait(WAIT)
        except subprocess.TimeoutExpired:
            self.process.send_signal(signal.SIGABRT)  # at which faulthandler says where it stands
            self.process.wait(WAIT)
            raise AssertionError(f"it did not end at Ctrl-C:\n{self.errors()}") from None


@contextmanager
def serving(*command: str | Path, cwd: Path | None = None) -> Iterator[Serving]:
    """Run Python with these arguments until the block is left, where it must end at Ctrl-C with the code for that."""
    environment = {**os.environ, "PYTHONPATH": str(Path.cwd()), "PYTHONUNBUFFERED": "1", "PYTHONFAULTHANDLER": "1"}
    arguments = [sys.executable, *map(str, command)]
    with (
        tempfile.TemporaryFile("w+") as errors,
        subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=errors, text=True, cwd=cwd, env=environment) as process,
    ):
        try:
            started = Serving(process, errors)
            yield started
            code = started.end()
        finally:
            process.kill()
    assert code == INTERRUPTED, started.errors()


@contextmanager
def editing(project: Path, *options: str) -> Iterator[str]:
    """Serve a project to its editor; the address that he is given."""
    with serving("-m", "generator", "serve", "--edit", *options, project, "--port", "0") as process:
        yield process.says(r"http://127\.0\.0\.1:\d+/#edit=[\w-]+")[0]
