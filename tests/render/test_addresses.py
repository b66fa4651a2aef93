"""Addresses with words: everything that links to an event agrees on its page, and no address that an event was under is lost."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from dataclasses import replace
from urllib.parse import unquote

from generator.model.event import Timeline
from generator.render.permalinks import INDEX
from generator.render.plan import plan
from generator.render.site import render
from generator.weave.permalinks import keep
from tests.render.invented import SETTINGS, published, small, theme

BASE = "https://desk.example/harbour/"
TALKS = "event/2021-12-07-mayor-and-port-engineers-meet-for-two-hours-e-talks/index.html"
_ADDRESS = re.compile(re.escape(BASE) + r"(event/[^\"<>\s\\#;&,]*)")


def addressed(timeline: Timeline) -> Timeline:
    return keep(timeline, timeline.published)


def files(timeline: Timeline) -> dict[str, str]:
    settings = replace(SETTINGS, base_url=BASE)
    outputs = render(plan(timeline, settings), timeline, settings, theme()).whole().value
    return {each.path: each.content.decode(errors="replace") for each in outputs}


def without_ids(path: str, text: str) -> str:
    """Return what leads readers of a file somewhere: ids of feeds stay as they were, what is pasted elsewhere goes by the id."""
    if path == "feed.json":
        return json.dumps([item["url"] for item in json.loads(text)["items"]])
    if path.endswith(".ics"):
        return "\n".join(line for line in text.replace("\r\n ", "").splitlines() if not line.startswith("UID"))
    return re.sub(r"<id>.*?</id>|<code>&lt;iframe.*?</code>|\"<iframe.*?/script>\"", "", text)


def test_whatever_names_an_event_leads_to_its_page_and_not_to_another_address() -> None:
    timeline = addressed(small())
    pages = {page.path: page.template for page in plan(timeline, SETTINGS)}
    found = 0
    for path, text in files(timeline).items():
        if pages.get(path) not in {"gone.html", "redirect.html"}:
            for address in _ADDRESS.findall(without_ids(path, text)):
                target = unquote(address.removesuffix("oembed.json")) + INDEX
                assert pages.get(target) == "event.html", (path, address)
                found += 1
    assert found > 60


def test_the_id_alone_leads_to_the_page() -> None:
    made = files(addressed(small()))
    assert f'content="0; url=../../{TALKS}"' in made["event/e-talks/index.html"]
    assert "part of" not in made["event/e-talks/index.html"]
    assert f'content="0; url=../../{TALKS}"' in made["event/e-old/index.html"]
    assert "part of" in made["event/e-old/index.html"]


def test_the_date_of_a_row_leads_to_the_address_that_no_new_headline_changes() -> None:
    made = files(addressed(small()))
    rows = [
        (path, row)
        for path in ("tag/storm/index.html", "newest/index.html")
        for row in made[path].split("<li")[1:]
        if 'class="when"' in row
    ]
    assert len(rows) > 5
    for path, row in rows:
        found = re.search(r'rel="bookmark" href="(?:\.\./)+(event/e-\w+/index\.html)"', row)
        assert found, (path, row)
        assert 'http-equiv="refresh"' in made[found[1]], (path, found[1])


def test_feeds_go_on_under_the_ids_that_readers_have_seen() -> None:
    made = files(addressed(small()))
    assert f"<id>{BASE}event/e-talks/</id>" in made["feed.xml"]
    assert f'"{BASE}event/e-talks/"' in made["feed.json"]
    assert f'href="{BASE}{TALKS.removesuffix(INDEX)}"' in made["feed.xml"]


def test_an_address_with_words_outlives_its_event() -> None:
    kept = published()
    links = tuple(replace(link, address=f"some-words-{link.id}") for link in kept.published.events)
    moved = replace(kept, published=replace(kept.published, events=links), redirects=(*kept.redirects, ("e-lost", "e-talks")))
    pages = {page.path: page for page in plan(replace(moved, gone=()), SETTINGS)}
    assert pages["event/some-words-e-lost-e-lost/index.html"].template == "redirect.html"
    gone = {page.path: page for page in plan(replace(moved, redirects=()), SETTINGS)}
    assert gone["event/some-words-e-lost-e-lost/index.html"].template == "gone.html"
    assert gone["event/e-lost/index.html"].template == "gone.html"


def test_the_script_of_the_page_for_what_is_missing_is_the_one_that_its_policy_admits() -> None:
    text = files(small())["404.html"]
    script = re.findall("<script>(.*?)</script>", text)
    assert len(script) == 1
    assert f"'sha256-{base64.b64encode(hashlib.sha256(script[0].encode()).digest()).decode()}'" in text
