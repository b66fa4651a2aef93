"""No address that was ever published leads nowhere, and readers can see what changed."""

from dataclasses import replace

from generator.model.event import Timeline
from generator.model.page import Page
from generator.render.plan import plan
from generator.render.site import render
from tests.render.invented import SETTINGS, published, small, theme


def by_path(timeline: Timeline, publish: str = "all") -> dict[str, Page]:
    return {page.path: page for page in plan(timeline, replace(SETTINGS, publish=publish))}


def text_of(timeline: Timeline, path: str) -> str:
    outputs = render(plan(timeline, SETTINGS), timeline, SETTINGS, theme()).whole().value
    return next(output.content.decode() for output in outputs if output.path == path)


def test_every_published_address_has_a_page() -> None:
    pages = by_path(published(), publish="checked")
    assert pages["event/e-shut/index.html"].template == "gone.html"
    assert pages["event/e-talks/index.html"].template == "event.html"
    assert pages["tag/old-tag/index.html"].template == "gone.html"
    assert pages["index.html"].template == "index.html"


def test_an_entry_that_is_lost_says_so() -> None:
    assert "Since 9 Dec 2021, no source of this timeline tells of it any more." in text_of(published(), "event/e-lost/index.html")
    assert "Reason: It did not." in text_of(published(), "event/e-gone/index.html")


def test_the_log_tells_the_latest_publication_first() -> None:
    text = text_of(published(), "changes/index.html")
    assert text.index("9 Dec 2021</time>") < text.index("8 Dec 2021</time>")
    assert "date, <del>Mon 6 Dec 2021</del> <ins>Tue 7 Dec 2021</ins>" in text
    assert "checked, <del>no</del> <ins>yes</ins>" in text
    assert "Headline of e-lost" in text


def test_there_is_no_log_before_the_first_publication() -> None:
    assert "changes/index.html" not in by_path(small())
