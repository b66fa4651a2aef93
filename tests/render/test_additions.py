"""Fields of the project's own, places and relations: shown, filtered by, linked both ways, exported; silent where there are none."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace

from generator.model.additions import Detail, Medium, Place
from generator.model.event import Timeline
from generator.render.filters import filters_of
from generator.render.pictures import path_of
from generator.render.plan import plan
from generator.render.site import render
from tests.render.added import added
from tests.render.invented import SETTINGS, many, small, theme

OWN = replace(SETTINGS, fields=(("actor", "Who"), ("cost", "Cost <in crowns>")))
ADDED = {
    "e-talks": {
        "details": (Detail("cost", "=1"), Detail("actor", "Mayor"), Detail("unknown", "x")),
        "places": (Place("Orsk"),),
        "answers": ("e-alias", "e-nowhere", "e-talks"),
    },
    "e-shut": {"details": (Detail("actor", "Mayor"),), "aliases": ("e-shut", "e-alias"), "places": (Place("Port <b>"),)},
    "e-tests": {"follows": ("e-talks",), "media": (Medium("a.jpg", "A", "B"),)},
}


def timeline() -> Timeline:
    made = small()
    return replace(made, events=tuple(replace(each, **ADDED.get(each.id, {})) for each in made.events))  # type: ignore[arg-type]


def files() -> dict[str, str]:
    site = render(plan(timeline(), OWN), timeline(), OWN, theme())
    wanted = "index.html event/e-talks/index.html event/e-shut/index.html timeline.json timeline.csv timelinejs.json"
    return {path: site[path].decode() for path in wanted.split()}


def test_an_entry_shows_its_fields_by_their_labels_in_the_order_of_the_settings() -> None:
    html = files()["event/e-talks/index.html"]
    facts = html[html.index('<dl class="facts">') : html.index("</dl>")]
    assert facts.index('<dt>Who</dt><dd dir="auto">Mayor</dd>') < facts.index("<dt>Cost &lt;in crowns&gt;</dt>")
    assert "unknown" not in facts
    assert "<dt>Place</dt><dd><bdi>Orsk</bdi></dd>" in facts


def test_relations_lead_both_ways() -> None:
    found = files()
    talks, shut = found["event/e-talks/index.html"], found["event/e-shut/index.html"]
    assert '<dt>Answers</dt><dd dir="auto"><a href="../../event/e-shut/index.html">' in talks
    assert '<dt>Followed by</dt><dd dir="auto"><a href="../../event/e-tests/index.html">' in talks
    assert '<dt>Answered by</dt><dd dir="auto"><a href="../../event/e-talks/index.html">' in shut


def test_what_sorts_events_can_be_filtered_by() -> None:
    listed = next(page for page in plan(timeline(), OWN) if page.path == "index.html")
    _, filters = filters_of([event for group in listed.context["groups"] for event in group.events])
    facets = {facet.label or facet.key: [choice.words for choice in facet.choices] for facet in filters.facets}
    assert facets["Who"] == ["Mayor"]
    assert "Cost <in crowns>" not in facets  # one event alone has it
    assert facets["by_place"] == ["Orsk", "Port <b>"]
    html = files()["index.html"]
    assert "<legend>Who</legend>" in html
    assert "Port &lt;b&gt; (1)" in html


def test_exports_hold_what_was_added() -> None:
    found = files()
    events = {each["id"]: each for each in json.loads(found["timeline.json"])["events"]}
    assert events["e-talks"]["fields"] == {"cost": "=1", "actor": "Mayor", "unknown": "x"}
    assert events["e-talks"]["places"] == [{"name": "Orsk", "latitude": None, "longitude": None}]
    assert events["e-tests"]["media"] == [{"file": "a.jpg", "alt": "A", "credit": "B", "picture": path_of("a.jpg")}]
    assert events["e-tests"]["follows"] == ["e-talks"]
    assert "media" not in events["e-shut"]
    rows = {row["id"]: row for row in csv.DictReader(io.StringIO(found["timeline.csv"]))}
    assert (rows["e-talks"]["actor"], rows["e-talks"]["cost"], rows["e-talks"]["places"]) == ("Mayor", "'=1", "Orsk")
    shown = {each["unique_id"]: each for each in json.loads(found["timelinejs.json"])["events"]}
    assert shown["e-tests"]["media"] == {"url": path_of("a.jpg"), "credit": "B", "alt": "A"}


def test_nothing_is_said_where_nothing_was_added() -> None:
    site = render(plan(small(), SETTINGS), small(), SETTINGS, theme())
    assert b"facts" not in site["index.html"]
    assert site["timeline.csv"].split(b"\r\n")[0].endswith(b",note")
    assert b'"fields"' not in site["timeline.json"]


def test_in_a_long_list_a_picture_stands_small_beside_its_headline_and_nothing_where_there_is_none() -> None:
    made = many(70, years=1)
    pictured = replace(made.events[3], media=(Medium("quay.jpg", "The quay", "A. Example"),))
    long = replace(made, events=(*made.events[:3], pictured, *made.events[4:]))
    site = render(plan(long, OWN), long, OWN, added()[1])
    page = next(output.content.decode() for output in site.whole().value if output.path == "index.html")
    assert re.findall(r'<img class="thumb" src="([^"]*)" width="(\d+)" height="(\d+)" alt=""', page) == [
        (path_of("quay.jpg", 480), "1200", "800")
    ]
    entry = page.partition(f'id="{pictured.id}"')[2].partition("</li>")[0]
    assert "thumb" in entry.partition("<details")[0]
    assert 'alt="The quay"' in entry.partition("<details")[2]
