"""A browser and built sites for the browser tests. A missing Chromium or Java is a failure with a clear message, never a skip."""

from __future__ import annotations

import functools
import shutil
import threading
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from _pytest.runner import runtestprotocol
from playwright.sync_api import Browser, BrowserContext, expect

from tests.browser.watching import Chromium

expect.set_options(timeout=30_000)  # a busy machine takes its time; what is right comes at once
CHROMIUM = Chromium()


@pytest.hookimpl
def pytest_runtest_protocol(item: pytest.Item, nextitem: pytest.Item | None) -> bool | None:
    """Run a test within the browser's limit, and once more where the browser had to be killed: a crashed renderer is no fault of ours.

    Pytest asks this for the tests of other folders too; those without a browser are run as ever.
    """
    if "chromium" not in getattr(item, "fixturenames", ()):
        return None
    item.ihook.pytest_runtest_logstart(nodeid=item.nodeid, location=item.location)
    reports = _reports(item, nextitem)
    if item.nodeid in CHROMIUM.killed and any(each.failed for each in reports):
        item._initrequest()  # type: ignore[attr-defined]  # pytest has no public word for "once more"
        reports = _reports(item, nextitem)
    for each in reports:
        item.ihook.pytest_runtest_logreport(report=each)
    item.ihook.pytest_runtest_logfinish(nodeid=item.nodeid, location=item.location)
    return True


def _reports(item: pytest.Item, nextitem: pytest.Item | None) -> list[pytest.TestReport]:
    with CHROMIUM.watched(item.nodeid):
        return runtestprotocol(item, log=False, nextitem=nextitem)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    for test in CHROMIUM.killed:
        terminalreporter.write_line(f"the browser stopped answering, was killed and started anew: {test}")


@pytest.fixture(scope="session")
def chromium() -> Iterator[Chromium]:
    yield CHROMIUM
    CHROMIUM.stop()


@pytest.fixture
def browser(chromium: Chromium) -> Browser:
    """A browser that answers; not the same in the next test where it had to be killed in this."""
    try:
        return chromium.running()
    except LookupError as missing:
        pytest.fail(str(missing))


@pytest.fixture(scope="session")
def java() -> str:
    found = shutil.which("java")
    if found is None:
        pytest.fail("the HTML checks need Java 11 or later on the PATH: the Nu Html Checker is a Java program")
    return found


@pytest.fixture(scope="session")
def sites(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The small invented timeline, one with all that editors can add, one whose list is long, and a large one, built once, as folders."""
    from dataclasses import replace

    from generator.render.plan import plan
    from generator.render.site import render
    from tests.render import invented
    from tests.render.added import OWN, added

    built = {}
    for name, timeline in (
        ("small", invented.published()),
        ("added", added()[0]),
        ("long", invented.many(120, years=1)),
        ("large", invented.many(304, years=8, sources=65)),
    ):
        folder = tmp_path_factory.mktemp(name) / "deep" / "path"
        settings = replace(
            OWN if name == "added" else invented.SETTINGS, base_url="https://desk.example/harbour/" if name == "small" else ""
        )
        result = render(plan(timeline, settings), timeline, settings, added()[1]).whole()
        assert not result.diagnostics
        for output in result.value:
            place = folder / output.path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(output.content)
        built[name] = folder
    return built


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002  # the base class names it so
        """Say nothing."""


def serve(folder: Path) -> tuple[ThreadingHTTPServer, str]:
    """Serve a folder until the server is shut down."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server, f"http://127.0.0.1:{server.server_port}"


@pytest.fixture(scope="session")
def served(sites: dict[str, Path]) -> Iterator[str]:
    """The small site over http, at a sub-path."""
    server, address = serve(sites["small"].parents[1])
    yield f"{address}/deep/path"
    server.shutdown()
    server.server_close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    made = browser.new_context(viewport={"width": 1280, "height": 900})
    yield made
    made.close()
