"""A preview that a benchmark edits: a project's folder in, its port and token out, and what its routes answer."""

from __future__ import annotations

import http.client
import json
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent


@contextmanager
def served(folder: Path) -> Iterator[tuple[int, str, float]]:
    """Serve a project for editing; yield the port, the token, and the seconds it took."""
    started = time.perf_counter()
    command = [sys.executable, "-m", "generator", "serve", "--edit", "--by", "R.K.", str(folder), "--port", "0"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        lines = iter(process.stdout.readline, "") if process.stdout else iter(())
        found = next(match for line in lines if (match := re.search(r"http://127\.0\.0\.1:(\d+)/#edit=([\w-]+)", line)))
        with ThreadPoolExecutor(1) as drain:
            drain.submit(list, lines)
            try:
                yield int(found[1]), found[2], time.perf_counter() - started
            finally:
                process.terminate()


def get(port: int, path: str) -> str:
    """Return a page."""
    with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=60)) as connection:
        connection.request("GET", path)
        return connection.getresponse().read().decode()


def ask(port: int, token: str, route: str, body: object = None) -> Any:
    """Ask a route of the editor; *body* makes it a POST.

    Raises:
        AssertionError: it refuses.
    """
    headers = {"X-Dateline-Token": token, "Content-Type": "application/json", "Origin": f"http://127.0.0.1:{port}"}
    with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=60)) as connection:
        connection.request("POST" if body else "GET", f"/-/edit/api/{route}", json.dumps(body) if body else None, headers)
        answer = connection.getresponse()
        values = json.loads(answer.read())
    if answer.status != 200:
        raise AssertionError(values)
    return values
