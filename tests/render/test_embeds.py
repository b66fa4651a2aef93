"""What other sites frame, and the code that they paste."""

import json
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from generator.model.page import Page
from generator.render.embeds import snippet
from generator.render.permalinks import source_path
from generator.render.plan import plan
from generator.render.site import render
from tests.render.invented import SETTINGS, small, theme

BASED = replace(SETTINGS, base_url="https://desk.example/harbour/")


@pytest.fixture(scope="module")
def pages() -> dict[str, Page]:
    return {page.path: page for page in plan(small(), BASED)}


class Read(HTMLParser):
    """Every start tag with its attributes, and the words between."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: dict[str, dict[str, str | None]] = {}
        self.words = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags[tag] = dict(attrs)

    def handle_data(self, data: str) -> None:
        self.words += data


def ids(page: Page) -> list[str]:
    return [view.id for view in page.context["events"]]


def test_a_tag_and_a_source_may_be_framed_each_with_its_own_events(pages: dict[str, Page]) -> None:
    assert ids(pages["tag/storm/index.html"]) == ["e-storm", "e-talks"]
    assert [view.id for view, _ in pages[source_path("port 2")].context["drawn"]] == ["e-talks", "e-statement", "e-return", "e-low"]
    assert len(ids(pages["embed/index.html"])) == 9


def test_every_snippet_leads_to_a_page_to_frame_and_to_one_to_read(pages: dict[str, Page]) -> None:
    with_snippet = [page for page in pages.values() if page.context.get("snippet")]
    assert {page.template for page in with_snippet} == {"event.html", "tag.html", "source.html", "about.html"}
    for page in with_snippet:
        read = Read()
        read.feed(page.context["snippet"])
        framed, link = (str(read.tags[tag][name]) for tag, name in (("iframe", "src"), ("a", "href")))
        inside = [each.removeprefix(BASED.base_url) + "index.html" for each in (framed, link)]
        assert inside[0] in pages
        if page.template == "event.html":
            assert inside == [page.context["event"].permanent] * 2
        else:
            assert inside == (["embed/index.html", "index.html"] if page.template == "about.html" else [page.path] * 2)
        assert read.words == read.tags["iframe"]["title"] == pages[inside[0]].context["title"]


def test_a_title_with_quotes_and_signs_stays_whole_in_a_snippet() -> None:
    read = Read()
    read.feed(snippet("https://a.example/x", "index.html", 'Tagged "a<b> & c"') or "")
    assert read.tags["iframe"]["title"] == 'Tagged "a<b> & c"'
    assert read.words == 'Tagged "a<b> & c"'


def test_without_an_address_of_the_site_nothing_is_offered() -> None:
    pages = plan(small(), SETTINGS)
    assert not [page.path for page in pages if page.path.startswith("embed/")]
    assert not [page.path for page in pages if page.context.get("snippet")]


def test_a_page_shows_its_snippet_as_text_to_copy() -> None:
    outputs = {output.path: output.content.decode() for output in render(plan(small(), BASED), small(), BASED, theme()).whole().value}
    for path, framed in (("tag/storm/", "tag/storm/"), ("event/e-talks/", "event/e-talks/"), ("about/", "embed/")):
        assert f"<code>&lt;iframe src=&#34;https://desk.example/harbour/{framed}&#34;" in outputs[f"{path}index.html"]
        assert "<iframe" not in outputs[f"{path}index.html"]
    assert '<a target="_top" href="../index.html">' in outputs["embed/index.html"]


def test_a_page_that_can_be_framed_says_of_each_event_what_a_frame_is_asked_for() -> None:
    outputs = {output.path: output.content.decode() for output in render(plan(small(), BASED), small(), BASED, theme()).whole().value}
    plain = {output.path: output.content.decode() for output in render(plan(small(), SETTINGS), small(), SETTINGS, theme()).whole().value}
    for path, days in (
        ("tag/storm/index.html", ["2001-09-01", "2021-12-07"]),
        (source_path("port 2"), ["2021-12-07", "2021-12-08", "2022-01-01"]),
    ):
        assert re.findall('data-day="([^"]*)"', outputs[path]) == days
        assert "embed.js" in outputs[path]
        assert "data-day" not in plain[path]
        assert "embed.js" not in plain[path]


def test_each_page_that_can_be_framed_says_so_by_oembed() -> None:
    outputs = {output.path: output.content for output in render(plan(small(), BASED), small(), BASED, theme()).whole().value}
    value = json.loads(outputs["event/e-talks/oembed.json"])
    assert (value["version"], value["type"], value["provider_url"]) == ("1.0", "rich", BASED.base_url)
    assert value["html"].startswith('<iframe src="https://desk.example/harbour/event/e-talks/"')
    link = '<link rel="alternate" type="application/json+oembed" href="'
    assert f'{link}https://desk.example/harbour/event/e-talks/oembed.json">' in outputs["event/e-talks/index.html"].decode()
    plain = render(plan(small(), SETTINGS), small(), SETTINGS, theme()).whole().value
    assert not [output.path for output in plain if output.path.endswith("oembed.json")]


def test_a_frame_says_nothing_to_those_who_search_share_or_follow() -> None:
    outputs = {output.path: output.content.decode() for output in render(plan(small(), BASED), small(), BASED, theme()).whole().value}
    assert "og:title" in outputs["event/e-talks/index.html"]
    assert 'name="robots" content="noindex"' in outputs["embed/index.html"]
    assert not re.search('og:|twitter:|description|rel="alternate"|canonical', outputs["embed/index.html"].partition("</head>")[0])
