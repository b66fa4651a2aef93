"""Hostile words in every place that content can stand, built and opened in a browser: nothing runs and nobody else is asked.

Two walls keep them out: what is written is escaped or cleaned, and each page's policy lets no script run. Each holds with the other taken
away; the control, with neither, must run them.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from generator.model.project import Theme
from generator.render import notes, templates
from tests.browser.hostile import PAYLOADS, opened, sheet, tempted, watched, written
from tests.conftest import Said
from tests.serving import editing

POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')

MOVED = 'http-equiv="refresh"'
"""A page that leads on at once, to one that is opened itself."""


@pytest.fixture
def hostile(project: Path, dateline: Callable[..., Said], tmp_path: Path) -> Path:
    written(project)
    sheet(tmp_path / "sheet.csv")
    done = dateline("import", tmp_path / "sheet.csv", "--project", project)
    assert f"{len(PAYLOADS)} events imported" in done.out, done.err
    return project


def built(project: Path, dateline: Callable[..., Said]) -> list[Path]:
    done = dateline("build", project, "--clean")
    assert "fault of the program" not in done.err
    pages = sorted(path for path in (project / "site").rglob("*.html") if MOVED not in path.read_text("utf-8"))
    assert len(pages) > 3 * len(PAYLOADS), done.err
    return pages


def without_policy(pages: list[Path]) -> None:
    for path in pages:
        text = path.read_text(encoding="utf-8")
        assert POLICY.search(text) or "http-equiv" in text or path.name == "404.html", path
        path.write_text(POLICY.sub("", text), encoding="utf-8")


def test_nothing_runs_with_the_policy_or_without_it(hostile: Path, dateline: Callable[..., Said], browser: Browser) -> None:
    pages = built(hostile, dateline)
    assert {"page", "page2", "mail"} <= {path.parent.name for path in pages}, "what was saved is read"
    assert opened(browser, pages[::4]) == (0, [])
    without_policy(pages)
    assert opened(browser, pages) == (0, [])


def test_the_policy_alone_holds_and_without_it_the_control_runs(
    hostile: Path, dateline: Callable[..., Said], browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    def trusting(theme: Theme) -> templates.Templates:
        made = templates.Templates(theme)
        made.autoescape = made._direct.autoescape = False
        return made

    monkeypatch.setattr("generator.render.site.Templates", trusting)
    for name in ("_COMPILED", "_DIRECT"):
        monkeypatch.setattr(templates, name, templates._Compiled())
    monkeypatch.setattr(notes, "_sanitised", lambda markup: markup)
    notes.rendered.cache_clear()
    pages = [path for path in built(hostile, dateline) if path.name != "404.html"][::4]
    assert opened(browser, pages) == (0, [])
    without_policy(pages)
    ran, asked = opened(browser, pages)
    notes.rendered.cache_clear()
    assert ran >= len(pages)
    assert asked, "a picture elsewhere was asked for"


def test_nothing_runs_in_the_preview_and_its_editing_pages(hostile: Path, browser: Browser) -> None:
    with editing(hostile) as given:
        address, key = given.split("#")
        context, page, asked = watched(browser)
        page.goto(given)
        page.wait_for_selector("#bar-desk")
        ran = tempted(page)
        events = page.eval_on_selector_all("a[href*='event/']", "links => [...new Set(links.map(each => each.href))].slice(0, 4)")
        for path in (*events, *(f"{address}-/edit/{name}.html#{key}" for name in ("desk", "log"))):
            page.goto(path)
            page.wait_for_timeout(500)
            ran += tempted(page)
        context.close()
    assert len(events) == 4
    assert ran == 0
    assert [url for url in asked if not url.startswith((address, "data:", "about:"))] == []
