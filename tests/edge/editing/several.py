"""A preview that several editors share, as a process of its own. In: a project. Out: its port, and each editor's token by name."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path

WAIT = 30
EDITORS = ("Ruth Kern", "Ida Lund")


@contextmanager
def shared(project: Path) -> Iterator[tuple[int, dict[str, str]]]:
    """Serve a project for its two editors, under an address of this machine that stands for that of a proxy."""
    (project / "timeline.toml").write_text(f'title = "T"\neditors = ["{EDITORS[0]}", "{EDITORS[1]}"]\n')
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    environment = {**os.environ, "PYTHONPATH": str(Path.cwd())}
    public = f"http://127.0.0.1:{port}"
    command = [sys.executable, "-m", "generator", "serve", "--edit", "--public", public, str(project), "--port", str(port)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=environment) as process:
        assert process.stdout is not None
        lines = iter(process.stdout.readline, "")
        found = (match for line in lines if (match := re.search(rf"serving (.*): {public}/-/edit/enter\.html#edit=([\w-]+)", line)))
        tokens = {match[1]: match[2] for match in islice(found, len(EDITORS))}
        try:
            yield port, tokens
        finally:
            process.send_signal(signal.SIGINT)
            process.wait(WAIT)
