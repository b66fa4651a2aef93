"""Every export, read by a parser that is not ours."""

import csv
import io
import json
import xml.etree.ElementTree as ET
from dataclasses import replace
from datetime import date

import feedparser
import icalendar
import pytest

from generator.model.settings import Settings
from generator.render.exports.icalendar import folded
from generator.render.plan import plan
from generator.render.site import render
from tests.render.invented import SETTINGS, many, small, theme

BASED = replace(SETTINGS, base_url="https://desk.example/harbour/")


def files(settings: Settings = SETTINGS) -> dict[str, bytes]:
    timeline = small()
    return {output.path: output.content for output in render(plan(timeline, settings), timeline, settings, theme()).whole().value}


@pytest.fixture(scope="module")
def relative() -> dict[str, bytes]:
    return files()


@pytest.fixture(scope="module")
def based() -> dict[str, bytes]:
    return files(BASED)


def test_timeline_json_keeps_its_contract(relative: dict[str, bytes]) -> None:
    value = json.loads(relative["timeline.json"])
    texts = {article.id: article.text for article in small().articles}
    assert (value["version"], value["title"], value["language"]) == (1, SETTINGS.title, "en")
    assert {"id", "title", "publisher", "url", "published"} <= set(value["sources"][0])
    assert len(value["events"]) == 10
    assert [event["id"] for event in value["events"] if not event["shown"]] == ["e-low"]
    for event in value["events"]:
        assert {"date", "earliest", "latest", "said", "label", "status", "headline", "background", "checked", "salience"} <= set(event)
        for citation in event["citations"]:
            assert texts[citation["source"]][citation["start"] : citation["end"]] == citation["quote"]
            if citation["said"] is not None:
                assert texts[citation["source"]][citation["said_start"] : citation["said_end"]] == citation["said"]
    tests = next(event for event in value["events"] if event["id"] == "e-tests")
    assert (tests["date"], tests["earliest"], tests["latest"], tests["label"]) == (
        "[2021-12-08..2021-12-10]",
        "2021-12-08",
        "2021-12-10",
        "By Fri 10 Dec 2021",
    )
    assert (tests["bound"], tests["shade"]) == ("by", None)
    approved = next(event for event in value["events"] if event["label"] == "Late summer 2021")
    assert (approved["date"], approved["bound"], approved["shade"]) == ("2021-22~", None, "late")


def test_the_calendar_is_read_by_icalendar(relative: dict[str, bytes]) -> None:
    content = relative["timeline.ics"]
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    events = {str(event["UID"]): event for event in icalendar.Calendar.from_ical(content).walk("VEVENT")}
    assert set(events) == {f"urn:dateline:event:{name}" for name in ("e-talks", "e-shut", "e-statement", "e-tests", "e-last")}
    week = events["urn:dateline:event:e-last"]
    assert (week.decoded("DTSTART"), week.decoded("DTEND")) == (date(2021, 12, 6), date(2021, 12, 13))
    assert (week["STATUS"], week["TRANSP"]) == ("TENTATIVE", "TRANSPARENT")
    assert events["urn:dateline:event:e-talks"]["STATUS"] == "CONFIRMED"
    assert str(events["urn:dateline:event:e-shut"]["SUMMARY"]) == "Mayor: bridge stays closed to lorries “until we know what moved”"


def test_folding_never_cuts_a_character() -> None:
    line = "SUMMARY:" + "“é–𝄞" * 40
    pieces = folded(line).split("\r\n")
    assert "".join([pieces[0], *(piece[1:] for piece in pieces[1:])]) == line
    assert all(len(piece.encode()) <= 75 for piece in pieces)


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_the_atom_feed_is_read_by_feedparser(based: dict[str, bytes], relative: dict[str, bytes]) -> None:
    feed = feedparser.parse(based["feed.xml"])
    assert not feed.bozo
    assert feed.version == "atom10"
    assert feed.feed.title == SETTINGS.title
    assert len(feed.entries) == 9
    first = feed.entries[0]
    assert (first.id, first.link) == ("https://desk.example/harbour/event/e-tests/", "https://desk.example/harbour/event/e-tests/")
    assert first.updated == "2021-12-08T18:40:00Z"
    assert "<b>Correction · R.K., 8 Dec 2021</b></p><p>An earlier version" in first.content[0].value
    assert sum("Checked by R.K." in entry.content[0].value for entry in feed.entries) == 1
    without = feedparser.parse(relative["feed.xml"])
    assert not without.bozo
    assert len({entry.id for entry in without.entries}) == 9


def test_the_json_feed_has_what_its_version_asks_for(based: dict[str, bytes], relative: dict[str, bytes]) -> None:
    for content in (based["feed.json"], relative["feed.json"]):
        feed = json.loads(content)
        assert feed["version"] == "https://jsonfeed.org/version/1.1"
        assert len({item["id"] for item in feed["items"]}) == 9
        assert all(item["content_html"] and item["date_modified"].endswith("Z") for item in feed["items"])


def test_the_table_is_read_by_csv_and_holds_no_formula() -> None:
    timeline = small()
    events = (replace(timeline.events[0], headline="=HYPERLINK(1)", tags=("-1",)), *timeline.events[1:])
    outputs = render(plan(timeline, SETTINGS), replace(timeline, events=events), SETTINGS, theme()).whole().value
    text = next(output.content for output in outputs if output.path == "timeline.csv").decode()
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert len(rows) == 9
    assert rows[0]["headline"] == "'=HYPERLINK(1)"
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row.values())
    assert rows[0]["quote"] == 'Engineers had warned of cracks in 1998 & again "in spring <2004>", according to minutes.'


def test_timelinejs_has_ids_and_the_words_of_every_date(relative: dict[str, bytes]) -> None:
    value = json.loads(relative["timelinejs.json"])
    assert len({event["unique_id"] for event in value["events"]}) == 9
    assert all(event["display_date"] and event["start_date"]["display_date"] for event in value["events"])
    storm = next(event for event in value["events"] if event["unique_id"] == "e-storm")
    assert "day" not in storm["start_date"]


def test_citations_name_what_is_known_and_no_more(relative: dict[str, bytes]) -> None:
    known, unknown = json.loads(relative["sources.json"])
    assert known["issued"] == {"date-parts": [[2021, 12, 8]]}
    assert known["container-title"] == "The Example Courier"
    assert "container-title" not in unknown
    bibtex = relative["sources.bib"].decode()
    assert bibtex.count("@article{") == 1
    assert bibtex.count("@misc{") == 1
    assert bibtex.count("{") == bibtex.count("}")


def test_the_sitemap_names_absolute_addresses_only(based: dict[str, bytes], relative: dict[str, bytes]) -> None:
    space = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
    found = [each.text for each in ET.fromstring(based["sitemap.xml"]).findall("s:url/s:loc", space)]  # noqa: S314  # our own output
    assert "https://desk.example/harbour/" in found
    assert "https://desk.example/harbour/event/e-old/" not in found
    assert ET.fromstring(relative["sitemap.xml"]).findall("s:url", space) == []  # noqa: S314  # our own output
    assert b"Sitemap: https://desk.example/harbour/sitemap.xml" in based["robots.txt"]


def test_structured_data_cites_news_articles(based: dict[str, bytes]) -> None:
    for path in ("index.html", "event/e-talks/index.html"):
        text = based[path].decode()
        data = json.loads(text.split('<script type="application/ld+json">')[1].split("</script>")[0])
        assert data["@type"] == "WebPage"
        event = data["mainEntity"]["itemListElement"][3]["item"] if path == "index.html" else data["mainEntity"]
        assert event["@type"] == "Event"
        assert event["startDate"] == "2021-12-07"
        assert [citation["@type"] for citation in event["citation"]] == ["NewsArticle", "NewsArticle"]


def test_a_long_list_points_at_the_pages_that_have_the_data_of_its_events() -> None:
    timeline = many(70)
    outputs = {each.path: each.content for each in render(plan(timeline, SETTINGS), timeline, SETTINGS, theme()).whole().value}
    data = json.loads(outputs["index.html"].decode().split('<script type="application/ld+json">')[1].split("</script>")[0])
    items = data["mainEntity"]["itemListElement"]
    assert len(items) == data["mainEntity"]["numberOfItems"] == 70
    assert all(set(item) == {"@type", "position", "url"} and b'"@type":"Event"' in outputs[item["url"]] for item in items)


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_a_tag_has_a_feed_of_its_own_where_addresses_are_known(based: dict[str, bytes], relative: dict[str, bytes]) -> None:
    feed = feedparser.parse(based["tag/storm/feed.xml"])
    assert not feed.bozo
    assert feed.feed.title == f"Tagged “storm” — {SETTINGS.title}"
    assert {entry.link for entry in feed.entries} == {f"https://desk.example/harbour/event/{name}/" for name in ("e-storm", "e-talks")}
    assert [link.href for link in feed.feed.links if link.rel == "self"] == ["https://desk.example/harbour/tag/storm/feed.xml"]
    assert b"feed.xml" in based["tag/storm/index.html"]
    assert "tag/storm/feed.xml" not in relative
