"""The pages for frames, on another site's page, by the code that a reader copies."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext

from tests.browser.conftest import serve

BASE = "https://desk.example/harbour"


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
        link = story.frame_locator("iframe").locator("main a").first
        assert link.inner_text(timeout=10_000).startswith(first)
        link.click()
        story.wait_for_url(f"{served}/**", timeout=10_000)
        assert story.locator("h1").count() == 1
    finally:
        server.shutdown()
        server.server_close()
