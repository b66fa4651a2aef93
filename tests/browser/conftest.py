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
from playwright.sync_api import Browser, BrowserContext, expect, sync_playwright

expect.set_options(timeout=30_000)  # a busy machine takes its time; what is right comes at once
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = next((found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), None)
    if path is None:
        pytest.fail("the browser tests need Chromium: apt-get install chromium (or another package of it) puts `chromium` on the PATH")
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=path, args=list(ARGUMENTS))
        yield launched
        launched.close()


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
