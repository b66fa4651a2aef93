"""The whole site from a timeline: budgets, same bytes, templates of one's own and their faults, and that nothing runs."""

import gzip
import re
from dataclasses import replace

from generator.model.codes import MARKDOWN_LIMIT, TEMPLATE_ERROR
from generator.model.diagnostic import Checked
from generator.model.event import Timeline
from generator.model.page import Output
from generator.model.project import Theme
from generator.model.settings import Settings
from generator.model.span import Source
from generator.render.plan import plan
from generator.render.site import render
from tests.render.invented import SETTINGS, many, small, theme


def built(timeline: Timeline, settings: Settings = SETTINGS, look: Theme | None = None) -> Checked[tuple[Output, ...]]:
    return render(plan(timeline, settings), timeline, settings, look or theme()).whole()


def files(timeline: Timeline, settings: Settings = SETTINGS) -> dict[str, bytes]:
    return {output.path: output.content for output in built(timeline, settings).value}


def with_template(name: str, text: str) -> Theme:
    own = theme()
    return replace(own, templates={**own.templates, name: Source(f"templates/{name}", text)})


def page_weight(number: int) -> int:
    site = files(many(number, years=2))
    return sum(len(gzip.compress(site[name], 9)) for name in ("index.html", "style.css", "filters.css"))


def test_the_page_keeps_its_budget() -> None:
    assert page_weight(20) <= 14 * 1024
    assert page_weight(200) <= 60 * 1024
    site = files(many(2000))
    assert len(gzip.compress(site["index.html"], 9)) <= 60 * 1024
    assert len(gzip.compress(site["timeline.js"], 9)) <= 5 * 1024


def test_the_same_timeline_gives_the_same_bytes() -> None:
    assert built(small()) == built(small())


def test_every_output_of_the_design_is_written() -> None:
    wanted = "index.html timeline.json timeline.csv timeline.ics feed.xml feed.json timelinejs.json sources.json sources.bib sitemap.xml"
    assert set(f"{wanted} robots.txt 404.html .nojekyll style.css about/index.html".split()) <= set(files(small()))


def test_no_page_asks_anyone_else_for_anything() -> None:
    for path, content in files(small()).items():
        if path.endswith(".html"):
            text = content.decode()
            assert not re.search(r'<(?:script|img|link|iframe)[^>]+(?:src|href)="(?:https?:)?//', text.replace('rel="canonical"', "")), path
            assert "Content-Security-Policy" in text
            assert " style=" not in text
            assert not re.search(r"\son\w+=", text)


def test_the_not_found_page_has_no_relative_address() -> None:
    for base_url, home in (("", "/"), ("https://a.example/sub/", "https://a.example/sub/")):
        text = files(small(), replace(SETTINGS, base_url=base_url))["404.html"].decode()
        assert re.findall(r'href="([^"]*)"', text) == ["data:,", home]


def test_words_of_sources_are_escaped() -> None:
    text = files(small())["index.html"].decode()
    assert "&lt;2004&gt;" in text
    assert "<2004>" not in text


def test_a_headline_cannot_end_the_structured_data() -> None:
    timeline = small()
    events = (replace(timeline.events[0], headline="</script><script>alert(1)</script>"), *timeline.events[1:])
    text = files(replace(timeline, events=events))["index.html"].decode()
    assert "<script>alert" not in text


def test_time_elements_hold_only_what_html_allows() -> None:
    for path, content in files(small()).items():
        for value in re.findall(r'<time datetime="([^"]*)"', content.decode() if path.endswith(".html") else ""):
            assert re.fullmatch(r"\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)?)?)?)?", value), (path, value)


def test_a_template_of_the_project_takes_the_place_of_the_default_one() -> None:
    result = built(small(), look=with_template("about.html", '{% extends "base.html" %}{% block main %}<h1>Ours</h1>{% endblock %}'))
    about = next(output for output in result.value if output.path == "about/index.html")
    assert b"<h1>Ours</h1>" in about.content


def test_a_fault_in_a_template_is_told_with_its_line_and_costs_its_own_pages_only() -> None:
    cases = {
        "{% extends 'base.html' %}\n{% block main %}\n{{ event.headlin }}\n{% endblock %}": 3,
        "one\n{% if %}\n": 2,
        "one\n\n{{ 1 / 0 }}": 3,
        "{{ nothing }}": 1,
        "a\n{% include 'missing.html' %}": 0,
    }
    for text, line in cases.items():
        result = built(small(), look=with_template("event.html", text))
        assert {(each.code, each.where.path, each.where.line) for each in result.diagnostics if each.where} == {
            (TEMPLATE_ERROR, "templates/event.html", line)
        }, text
        paths = {output.path for output in result.value}
        assert "index.html" in paths
        assert "event/e-talks/index.html" not in paths


def test_notes_beyond_their_limits_are_told() -> None:
    timeline = small()
    events = tuple(replace(event, notes=tuple(replace(note, text="[" * 9000) for note in event.notes)) for event in timeline.events)
    assert {each.code for each in built(replace(timeline, events=events)).diagnostics} == {MARKDOWN_LIMIT}


def test_links_to_sources_point_at_the_quoted_words() -> None:
    text = files(small())["event/e-storm/index.html"].decode()
    assert "https://news.example/bridge?a=1&amp;b=2#:~:text=The%20bridge" in text
    assert 'data-versionurl="https://archive.example/2021/bridge" data-versiondate="2021-12-09"' in text
