"""One Chromium for the whole run, which is killed and started anew where it stops answering.

Most of what Playwright asks of a page has a limit of its own; `evaluate` and a few others have none, and wait for ever for a renderer that
crashed. A test in which that happens is run once more with a new browser, and the end of the run names it; the second time it fails."""

from __future__ import annotations

import os
import shutil
import signal
import threading
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from playwright.sync_api import Browser, Playwright, sync_playwright

ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
LIMIT = 130.0
"""Seconds that a test may take with the browser: two of them and a start lie within the run's own limit for a test that hangs."""


class Chromium:
    """The browser of a run: started when it is first asked for, and again when it is gone."""

    def __init__(self) -> None:
        self.killed: list[str] = []
        """The tests in which the browser had to be killed."""
        self._mark = f"--started-for={uuid.uuid4()}"  # Chromium ignores a switch that it does not know; it tells ours from a user's
        self._playwright: Playwright | None = None
        self._browser: Browser | None = None

    def running(self) -> Browser:
        """A browser that answers. Raises LookupError where the machine has none."""
        path = next((found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), None)
        if path is None:
            raise LookupError("the browser tests need Chromium: apt-get install chromium (or another package of it) puts it on the PATH")
        if self._playwright is None:
            self._playwright = sync_playwright().start()
        if self._browser is None or not self._browser.is_connected():
            self._browser = self._playwright.chromium.launch(executable_path=path, args=[*ARGUMENTS, self._mark])
        return self._browser

    def stop(self) -> None:
        if self._browser is not None:
            self._browser.close()
        if self._playwright is not None:
            self._playwright.stop()

    @contextmanager
    def watched(self, test: str, limit: float = LIMIT) -> Iterator[None]:
        """Kill the browser where what is done meanwhile takes longer than that many seconds: what waits for it then raises an error."""
        timer = threading.Timer(limit, self._kill, (test,))
        timer.daemon = True
        timer.start()
        try:
            yield
        finally:
            timer.cancel()

    def _kill(self, test: str) -> None:
        self.killed.append(test)
        for command in Path("/proc").glob("[0-9]*/cmdline"):
            with suppress(OSError):  # processes end while they are looked at
                if self._mark.encode() in command.read_bytes():
                    os.kill(int(command.parent.name), signal.SIGKILL)
