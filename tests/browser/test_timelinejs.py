"""Our export, shown by the real TimelineJS, which `.ci/npm` puts into the environment."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext, Page, Route

from tests.browser.conftest import serve

ROOT = Path(__file__).parents[2]
TIMELINEJS = ROOT / ".venv" / "timelinejs" / "node_modules" / "@knight-lab" / "timelinejs" / "dist"
PAGE = """<!doctype html><html lang="en"><meta charset="utf-8"><title>TimelineJS</title><link rel="icon" href="data:,">
<link rel="stylesheet" href="player/css/timeline.css"><script src="player/js/timeline.js"></script>
<div id="timeline" style="height:650px"></div>
<script>window.timeline = new TL.Timeline("timeline", "timelinejs.json", {script_path: "player/js/", font: null, language: "en"});</script>
"""


@pytest.fixture(params=["small", "seeds"])
def player(request: pytest.FixtureRequest, sites: dict[str, Path], tmp_path: Path) -> Iterator[tuple[str, dict[str, object]]]:
    """A folder with an export and TimelineJS on loopback: its address, and the export."""
    if not (TIMELINEJS / "js" / "timeline.js").is_file():
        pytest.fail("the test of the TimelineJS export needs TimelineJS: run `sh .ci/npm`, which fetches it by npm")
    export = (sites["small"] if request.param == "small" else ROOT / "site") / "timelinejs.json"
    shutil.copytree(TIMELINEJS, tmp_path / "player")
    shutil.copy(export, tmp_path)
    (tmp_path / "index.html").write_text(PAGE, encoding="utf-8")
    server, address = serve(tmp_path)
    yield address, json.loads(export.read_text(encoding="utf-8"))
    server.shutdown()
    server.server_close()


def alone(page: Page, address: str) -> list[str]:
    """Let a page ask for nothing but this address; the list grows by whatever goes wrong."""
    wrong: list[str] = []

    def answer(route: Route) -> None:
        if route.request.url.startswith((address, "data:")):
            route.continue_()
        else:
            wrong.append(f"asked for {urlsplit(route.request.url).netloc}")
            route.abort()

    page.route("**/*", answer)
    page.on("console", lambda message: wrong.append(message.text) if message.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    return wrong


def test_timelinejs_shows_every_event_with_its_headline_and_its_date(
    context: BrowserContext, player: tuple[str, dict[str, object]]
) -> None:
    address, export = player
    page = context.new_page()
    wrong = alone(page, address)
    page.goto(f"{address}/index.html")
    events = export["events"]
    assert isinstance(events, list)
    page.wait_for_function("count => document.querySelectorAll('.tl-slide').length === count", arg=len(events) + 1)
    page.wait_for_function("count => document.querySelectorAll('.tl-timemarker').length === count", arg=len(events))
    told = page.evaluate(
        """() => Object.fromEntries([...document.querySelectorAll(".tl-slide")].map((slide) => {
             const text = (part) => slide.querySelector(part)?.textContent.trim();
             return [slide.id, [text(".tl-headline-date"), text("h2.tl-headline, h3.tl-headline")]];
           }))"""
    )
    shown = page.evaluate(
        "html => html.map(each => new DOMParser().parseFromString(each, 'text/html').body.textContent)",
        [text for event in events for text in (event["display_date"], event["text"]["headline"])],
    )
    assert {event["unique_id"]: shown[2 * n : 2 * n + 2] for n, event in enumerate(events)} == {
        name: words for name, words in told.items() if name != "title"
    }
    assert page.locator(".tl-message-full:visible").count() == 0
    assert wrong == []
