"""`dateline serve` as its user sees it: the open page follows every save, shows what is wrong, and recovers when it is mended."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.serving import serving

WAIT = 30_000  # milliseconds until a test gives up; far more than is needed


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context()
    yield context.new_page()
    context.close()


@contextmanager
def previewed(project: Path) -> Iterator[str]:
    with serving("-m", "generator", "serve", project, "--port", "0") as process:
        yield process.says(r"http://127\.0\.0\.1:\d+/")[0]


@pytest.fixture
def served(project: Path, page: Page) -> Iterator[Path]:
    with previewed(project) as address:
        page.goto(address)
        yield project


def test_the_open_page_follows_every_kind_of_save(served: Path, page: Page) -> None:
    expect(page).to_have_title(re.compile("The quarry"))
    page.evaluate("window.before = true")
    (served / "timeline.toml").write_text('title = "The wood"\n')
    expect(page).to_have_title(re.compile("The wood"), timeout=WAIT)
    assert page.evaluate("window.before") is None  # it was loaded again

    article = served / "articles" / "vote.txt"
    article.write_text(article.read_text() + "\nA fence was built round the quarry in June 2021.\n")
    expect(page.get_by_text("June 2021").first).to_be_visible(timeout=WAIT)

    (served / "edits").mkdir()
    target = '[[target]]\nsource = "vote"\nexact = "A fence was built round the quarry in June 2021."\n'
    (served / "edits" / "a.md").write_text(f"+++\naction = 'edit'\nat = 2022-11-10\n{target}[set]\nheadline = 'Fence goes up'\n+++\n")
    expect(page.get_by_text("Fence goes up").first).to_be_visible(timeout=WAIT)

    (served / "static").mkdir()
    (served / "static" / "style.css").write_text("body { background: rgb(1, 2, 3) }")
    expect(page.locator("body")).to_have_css("background-color", "rgb(1, 2, 3)", timeout=WAIT)


def test_what_is_wrong_shows_in_the_browser_until_it_is_mended(served: Path, page: Page) -> None:
    problem = page.get_by_role("alert")
    expect(problem).to_have_count(0)
    (served / "templates").mkdir()
    template = served / "templates" / "index.html"
    template.write_text("{% if %}")
    expect(problem).to_contain_text("templates/index.html:1", timeout=WAIT)
    expect(problem).to_contain_text("D401")
    expect(page).to_have_title(re.compile("The quarry"))  # the last whole site stays below
    template.unlink()
    expect(problem).to_have_count(0, timeout=WAIT)

    (served / "edits").mkdir()
    (served / "edits" / "a.md").write_text("+++\naction = 'bless'\n+++\n")
    expect(problem).to_contain_text("edits/a.md:2", timeout=WAIT)
    (served / "edits" / "a.md").unlink()
    expect(problem).to_have_count(0, timeout=WAIT)

    (served / "timeline.toml").write_text("title = [\n")
    expect(problem).to_contain_text("D104", timeout=WAIT)
    (served / "timeline.toml").write_text('title = "Mended"\n')
    expect(page).to_have_title(re.compile("Mended"), timeout=WAIT)
    expect(problem).to_have_count(0)


def test_a_project_that_is_broken_from_the_start_recovers_too(project: Path, page: Page) -> None:
    article = (project / "articles" / "vote.txt").rename(project / "vote.txt")
    (project / "articles" / "vote.toml").unlink()
    (project / "articles").rmdir()
    with previewed(project) as address:
        page.goto(address)
        expect(page.get_by_role("alert")).to_contain_text("D101")
        (project / "articles").mkdir()
        article.rename(project / "articles" / "vote.txt")
        expect(page).to_have_title(re.compile("The quarry"), timeout=WAIT)
        expect(page.get_by_role("alert")).to_have_count(0)


def test_the_page_runs_under_its_policy_without_a_complaint(served: Path, page: Page) -> None:
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text) if message.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    page.reload()
    for _ in range(WAIT // 50):
        if page.evaluate("window.LiveReload?.connector?.protocol"):
            break
        page.wait_for_timeout(50)
    assert page.evaluate("window.LiveReload.connector.protocol") == 7
    assert said == []


def test_nothing_is_written_but_the_memory(served: Path, page: Page) -> None:
    assert sorted(path.name for path in served.iterdir()) == [".dateline", "articles", "timeline.toml"]
