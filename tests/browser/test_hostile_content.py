"""Hostile words in every place that content can stand, built and opened in a browser: nothing runs and nobody else is asked.

Once as the site is, once without its content security policy; the control, a page with neither policy nor escaping, must run it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.conftest import Said

PAYLOADS = (
    "<img src=x onerror=fired(1)>",
    "\"'><script>fired(1)</script>",
    "</title></style></textarea><svg onload=fired(1)>",
    "<a href='javascript:fired(1)' autofocus onfocus=fired(1)>x</a>",
    "[x](javascript:fired(1)) ![x](https://evil.example/x.png)",
    "{{ ''.__class__ }}<iframe srcdoc='<script>parent.fired(1)</script>'>",
    "\\u2028</script><script>fired(1)//",
)
POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')
FIRED = "window.found = []; window.fired = what => window.found.push(what);"


def toml(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


@pytest.fixture
def site(project: Path, dateline: Callable[..., Said]) -> Path:
    (project / "edits").mkdir()
    for number, payload in enumerate(PAYLOADS):
        name = f"h{number}"
        (project / f"articles/{name}.txt").write_text(
            f"{payload}\n\nThe mayor {payload} resigned on Tuesday, and {payload} left on Friday.\n"
        )
        said = {key: toml(payload) for key in ("title", "publisher")}
        about = "".join(f"{key} = {value}\n" for key, value in said.items())
        (project / f"articles/{name}.toml").write_text(f"published = 2022-11-09\nauthors = [{toml(payload)}]\n{about}")
        fields = f'date = "2022-11-0{number + 1}"\nheadline = {toml(payload)}\ntags = [{toml(payload)}]\n'
        (project / f"edits/{name}.md").write_text(
            f'+++\naction = "add"\nby = {toml(payload)}\nat = 2022-11-1{number}T10:00:00Z\nown_reporting = true\n[set]\n{fields}'
            f"[correction]\ntext = {toml(payload)}\n+++\n{payload}\n"
        )
    every = toml(" ".join(PAYLOADS))
    (project / "timeline.toml").write_text(
        f"title = {every}\ndescription = {every}\nkicker = {every}\npublisher = {every}\ncontact = {every}\n"
    )
    done = dateline("build", project)
    assert done.code == 0, done.err
    return project / "site"


def opened(browser: Browser, paths: list[Path]) -> tuple[int, list[str]]:
    """Open pages; return how often something ran, and who else was asked."""
    context = browser.new_context()
    context.add_init_script(FIRED)
    asked: list[str] = []
    page = context.new_page()
    page.on("request", lambda request: None if request.url.startswith(("file:", "data:", "about:")) else asked.append(request.url))
    ran = 0
    for path in paths:
        page.goto(path.as_uri())
        page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true")
        page.evaluate("for (const each of document.querySelectorAll('a[href^=\"javascript\"]')) each.click()")
        page.wait_for_timeout(20)
        ran += int(page.evaluate("window.found.length"))
    context.close()
    return ran, asked


def test_nothing_runs_with_the_policy_or_without_it(site: Path, browser: Browser) -> None:
    pages = sorted(site.rglob("*.html"))
    assert len(pages) > len(PAYLOADS)
    assert opened(browser, pages) == (0, [])
    for path in pages:
        text = path.read_text(encoding="utf-8")
        assert POLICY.search(text) or "http-equiv" in text or path.name == "404.html", path
        path.write_text(POLICY.sub("", text), encoding="utf-8")
    assert opened(browser, pages) == (0, [])


def test_the_control_runs(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "control.html"
    path.write_text(f"<!doctype html><body>{PAYLOADS[0]}{PAYLOADS[1]}</body>")
    assert opened(browser, [path])[0] >= 2
