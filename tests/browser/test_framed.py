"""The pages for frames, on another site's page, by the code that a reader copies."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext

from generator.render.permalinks import source_path
from tests.browser.conftest import serve

BASE = "https://desk.example/harbour"
SOURCE = source_path("port 2").removesuffix("index.html")


@pytest.mark.parametrize(
    ("page", "first"),
    [("tag/storm", "Storm closes the harbour bridge for the first time"), ("event/e-talks", "“The talks on Tuesday lasted two hours …”")],
)
def test_a_copied_snippet_shows_the_frame_and_its_links_leave_it(
    page: str, first: str, context: BrowserContext, tmp_path: Path, served: str
) -> None:
    copied_from = context.new_page()
    copied_from.goto(f"{served}/{page}/index.html")
    copied_from.locator(".share summary").click()
    copied = copied_from.locator(".share code").inner_text()
    body = f'<!doctype html><meta charset="utf-8"><title>A story</title>{copied.replace(BASE, served)}'
    (tmp_path / "index.html").write_text(body, encoding="utf-8")
    server, address = serve(tmp_path)
    try:
        story = context.new_page()
        story.goto(address)
        link = story.frame_locator("iframe").locator("main a:not([rel]):visible").first
        assert link.inner_text(timeout=10_000).startswith(first)
        link.click()
        story.wait_for_url(f"{served}/**", timeout=10_000)
        assert story.locator("h1").count() == 1
    finally:
        server.shutdown()
        server.server_close()


def test_a_frame_has_the_height_of_what_it_shows(context: BrowserContext, tmp_path: Path, served: str) -> None:
    reader = context.new_page()
    reader.goto(f"{served}/about/index.html")
    reader.locator(".share summary").click()
    copied = reader.locator(".share code").inner_text().replace(BASE, served)
    (tmp_path / "index.html").write_text(f'<!doctype html><meta charset="utf-8"><title>A story</title>{copied}', encoding="utf-8")
    server, address = serve(tmp_path)
    try:
        story = context.new_page()
        story.goto(address)
        inside = "document.body.getBoundingClientRect().height"
        story.wait_for_function("parseInt(document.querySelector('iframe').style.height) > 0", timeout=10_000)
        frame = story.frames[1]
        height = story.evaluate("parseInt(document.querySelector('iframe').style.height)")
        assert abs(height - frame.evaluate(inside)) <= 2
    finally:
        server.shutdown()
        server.server_close()


@pytest.mark.parametrize(
    ("asked", "left"),
    [
        ("embed/?tag=Storm", 2),
        ("embed/?from=2021-12-08", 4),
        ("embed/?to=2001", 2),
        ("embed/?from=2001&to=2021&tag=storm", 2),
        ("tag/storm/?from=2021", 1),
        (f"{SOURCE}?to=2021-12-07", 1),
    ],
)
def test_a_frame_shows_what_its_address_asks_for(asked: str, left: int, context: BrowserContext, served: str) -> None:
    page = context.new_page()
    page.goto(f"{served}/{asked}")
    page.wait_for_load_state("networkidle")
    assert page.locator(":is(.rows li, .drawn[data-day]):visible").count() == left


def test_of_a_sources_page_a_frame_shows_the_events_of_the_timeline_without_their_quotes(
    context: BrowserContext, tmp_path: Path, served: str
) -> None:
    (tmp_path / "index.html").write_text(
        f'<!doctype html><title>A story</title><iframe src="{served}/{SOURCE}"></iframe>', encoding="utf-8"
    )
    server, address = serve(tmp_path)
    try:
        story = context.new_page()
        story.goto(address)
        frame = story.frame_locator("iframe")
        frame.locator(".framed h1").wait_for(timeout=10_000)
        assert frame.locator(".drawn:visible").count() == frame.locator(".drawn[data-day]").count() == 3
        assert frame.locator(":is(blockquote, .share, .foot):visible").count() == 0
    finally:
        server.shutdown()
        server.server_close()


def test_of_an_events_page_a_frame_shows_the_entry_alone(context: BrowserContext, tmp_path: Path, served: str) -> None:
    (tmp_path / "index.html").write_text(
        f'<!doctype html><title>A story</title><iframe src="{served}/event/e-talks/"></iframe>', encoding="utf-8"
    )
    server, address = serve(tmp_path)
    try:
        story = context.new_page()
        story.goto(address)
        frame = story.frame_locator("iframe")
        frame.locator(".framed h1").wait_for(timeout=10_000)
        assert frame.locator("blockquote").first.is_visible()
        assert not [name for name in (".end", ".beside", ".foot", "h2") if frame.locator(name).first.is_visible()]
        assert frame.locator(".small a").get_attribute("href") == f"{served}/event/e-talks/"
        context.new_page().goto(f"{served}/event/e-talks/")
        assert context.pages[-1].locator(".beside").is_visible()
    finally:
        server.shutdown()
        server.server_close()
