"""Every kind of page: no axe violation in light, dark and forced colours at every width, and no scrolling sideways down to 256 px."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

KINDS = {
    "timeline": ("small", "index.html"),
    "event": ("small", "event/e-tests/index.html"),
    "disagreeing event": ("small", "event/e-talks/index.html"),
    "source": ("small", "source/harbour-bridge/index.html"),
    "tag": ("small", "tag/storm/index.html"),
    "about": ("small", "about/index.html"),
    "changes": ("small", "changes/index.html"),
    "gone": ("small", "event/e-gone/index.html"),
    "newest first": ("small", "newest/index.html"),
    "framed timeline": ("small", "embed/index.html"),
    "lanes": ("long", "lanes/index.html"),
    "closer": ("long", "zoom/2012-06/index.html"),
    "closer, by bars": ("large", "zoom/2013/index.html"),
    "not found": ("small", "404.html"),
    "timeline with pictures": ("added", "index.html"),
    "event with pictures": ("added", "event/e-talks/index.html"),
    "event with films": ("added", "event/e-tests/index.html"),
    "map": ("added", "map/index.html"),
    "long list": ("long", "index.html"),
    "sources": ("large", "source/index.html"),
    "years": ("large", "index.html"),
    "year": ("large", "year/2013/index.html"),
}
EVERYTHING = {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
COLOURS = {"type": "rule", "values": ["color-contrast"]}
LOOKS: dict[str, tuple[dict[str, Any], tuple[int, ...]]] = {
    "light": (EVERYTHING, (1280, 390, 320)),
    "dark": (COLOURS, (1280, 390, 320)),
    "forced": (COLOURS, (1280, 256)),
}
"""What is checked in each look: nothing but colours differs between them."""


@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing_and_nothing_scrolls_sideways(kind: str, sites: dict[str, Path], browser: Browser) -> None:
    site, path = KINDS[kind]
    for look, (rules, widths) in LOOKS.items():
        context = browser.new_context(
            color_scheme="dark" if look == "dark" else "light", forced_colors="active" if look == "forced" else "none"
        )
        page = context.new_page()
        page.goto((sites[site] / path).as_uri())
        page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
        for width in widths:
            page.set_viewport_size({"width": width, "height": 900})
            found = Axe().run(page, options={"resultTypes": ["violations"], "runOnly": rules}).response
            assert [f"{each['id']}: {each['nodes'][0]['html']}" for each in found["violations"]] == [], (look, width)
            assert page.evaluate("document.documentElement.scrollWidth") <= width, (look, width)
        context.close()


def test_axe_finds_nothing_where_a_story_is_told(sites: dict[str, Path], browser: Browser) -> None:
    page = browser.new_context().new_page()
    page.goto((sites["small"] / "index.html").as_uri())
    page.get_by_role("button", name="Show one by one").click()
    for width in (1280, 320):
        page.set_viewport_size({"width": width, "height": 900})
        found = Axe().run(page, options={"resultTypes": ["violations"], "runOnly": EVERYTHING}).response
        assert [f"{each['id']}: {each['nodes'][0]['html']}" for each in found["violations"]] == [], width
