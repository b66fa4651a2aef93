"""Texts of sources as bad as they come: the site stays well-formed and says what it can."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime
from html.parser import HTMLParser

import feedparser
import icalendar
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.event import Note, Timeline
from generator.model.mention import DateBasis, Status
from generator.render.plan import plan
from generator.render.site import render
from generator.render.views import event_view
from generator.render.words import words
from tests.render.invented import SETTINGS, article, citation, edtf, event, small, theme
from tests.strategies import edtfs

LOOK = theme()


def files(timeline: Timeline) -> dict[str, bytes]:
    result = render(plan(timeline, SETTINGS), timeline, SETTINGS, LOOK).whole()
    assert result.diagnostics == ()
    return {output.path: output.content for output in result.value}


class Strict(HTMLParser):
    """Notes elements that a text could have smuggled in."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in {"img", "iframe", "object", "base"} or any(name.startswith("on") for name, _ in attrs):
            self.found.append(tag)


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@settings(max_examples=25, deadline=None)
@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40), edtfs())
def test_no_text_breaks_a_page_or_an_export(words_: str, day: object) -> None:
    text = f"Before <img src=x onerror=alert(1)>{words_} on Tuesday, after."
    source = article(f"a {words_}", text, title=words_, publisher=words_, url=f"https://a.example/{words_}")
    made = event("e-1", "2021-12-07", f'"><img onerror=x>{words_}', (citation(source, text, "on Tuesday", str(day)),), tags=(words_,))
    noted = replace(made, notes=(Note(words_, words_, datetime(2021, 12, 8, tzinfo=UTC)),))
    found = files(Timeline((noted, replace(made, id="e-2", date=edtf(str(day)))), (source,), date(2021, 12, 8)))
    for path, content in found.items():
        if path.endswith(".html"):
            parser = Strict()
            parser.feed(content.decode())
            assert parser.found == [], path
            assert b"\x00" not in content
    assert json.loads(found["timeline.json"])["events"][0]["citations"][0]["quote"] == text
    assert not feedparser.parse(found["feed.xml"]).bozo
    assert icalendar.Calendar.from_ical(found["timeline.ics"]).walk("VEVENT")


def test_an_event_of_own_reporting_or_with_an_address_alone_has_its_page() -> None:
    timeline = small()
    own = event("e-own", "2021-12-07", "Editors see it", (), own_reporting=True, basis=DateBasis.EDITOR)
    by_url = replace(timeline.events[0].citations[0], source="", quote="", said=None, said_words="", url="https://a.example/x", sentence=0)
    linked = event("e-url", "2021-12-07", "A page tells it", (by_url,), basis=DateBasis.EDITOR, status=Status.HAPPENED)
    found = files(replace(timeline, events=(own, linked)))
    assert b"Own reporting" in found["event/e-own/index.html"]
    assert b'href="https://a.example/x' in found["event/e-url/index.html"]
    assert b"1 source" in found["event/e-url/index.html"]


def test_own_reporting_counts_no_source() -> None:
    own = event("e-own", "2021-12-07", "Editors see it", (), own_reporting=True)
    assert event_view(own, 1, {}, date(2021, 12, 8), words("en")).counted == "Own reporting"
