"""Entries that nobody has put in a headline: the source's sentence stands for one, and says that it is quoted."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.model.event import Event, Timeline
from generator.model.settings import Settings
from generator.render.plan import plan
from generator.render.quotes import first_words
from generator.render.site import render
from tests.articles import article
from tests.render.invented import SETTINGS, small, theme


def bare(*names: str) -> Timeline:
    timeline = small()
    return replace(timeline, events=tuple(replace(each, headline="") if each.id in names else each for each in timeline.events))


def page(timeline: Timeline, path: str, settings: Settings = SETTINGS) -> str:
    return render(plan(timeline, settings), timeline, settings, theme())[path].decode()


def test_the_words_that_give_the_date_are_marked_in_the_sentence() -> None:
    html = page(bare("e-storm"), "index.html")
    assert "<q>The bridge was closed for the first time in its history after the storm of <mark>September 2001</mark>.</q>" in html


def test_a_sentence_is_cited_in_one_pair_of_marks() -> None:
    html = page(bare("e-shut"), "event/e-shut/index.html")
    assert '<h1 dir="auto"><q>Mayor Ada Lind said <mark>Wednesday</mark> that' in html
    assert "<p><bdi>“Mayor" in html
    assert "““" not in html


def long_one() -> Timeline:
    """Return the timeline with an entry of 300 letters that is no sentence of its source, and one that is."""
    timeline = bare("e-shut")
    long = "“We stay,” the mayor said, " + "and said again " * 18
    return replace(timeline, events=tuple(replace(each, headline=long) if each.id == "e-talks" else each for each in timeline.events))


def test_what_points_to_an_entry_is_short_and_the_entry_whole() -> None:
    timeline = long_one()
    settings = replace(SETTINGS, base_url="https://desk.example/")
    own = page(timeline, "event/e-talks/index.html", settings)
    assert "and said again " * 18 in re.sub(r"\s+", " ", own.split("<h1")[1].split("</h1>")[0] + " ")
    others = [
        *re.findall(r"<title>.*?</title>", own),
        *re.findall(r'"og:title" content="[^"]*"', own),
        *re.findall(r"title=&#34;.*?&#34;", own),
    ]
    near = page(timeline, "event/e-crowns/index.html", settings).split('class="beside"')[1]
    others += re.findall(r'<a [^>]*e-talks/index.html">(.*?)</a>', near)
    assert len(others) == 4
    assert all(len(each) < 240 and " …" in each for each in others)


def test_a_quote_within_the_description_has_marks_of_another_kind() -> None:
    spoken = page(small(), "event/e-tests/index.html")
    assert re.search(r'<meta name="description" property="og:description" content="[^"]*: “‘We hope by Friday', spoken)
    assert spoken.count("og:description") == 1


def test_a_name_put_in_leaves_the_date_words_marked_if_they_are_sure() -> None:
    timeline = small()
    call = next(each for each in timeline.events if each.id == "e-storm")
    for alone, marked in (("It was closed [in Orsk] in September 2001.", True), ("September 2001 [in Orsk], September 2001.", False)):
        cited = replace(call, headline="", citations=(replace(call.citations[0], alone=alone),))
        html = page(replace(timeline, events=tuple(cited if each.id == call.id else each for each in timeline.events)), "index.html")
        assert ("<mark>September 2001</mark>.</q>" in html) is marked
        assert "[in Orsk]" in html


def test_a_source_says_its_sentence_once() -> None:
    html = page(bare("e-storm"), "source/harbour-bridge/index.html")
    drawn = re.search(r'<section class="drawn[^>]*><p class="when">(?:(?!</section>).)*September 2001.*?</section>', html, re.DOTALL)
    assert drawn is not None
    assert drawn[0].count("after the storm of") == 1


def test_an_entry_that_is_not_listed_is_led_on_by_its_date() -> None:
    near = next(each.context["near"] for each in plan(small(), SETTINGS) if each.path == "event/e-low/index.html")
    assert [[view.id for view in views] for views in near] == [["e-storm", "e-crowns"], ["e-last", "e-talks"]]


def with_a_name(timeline: Timeline) -> Timeline:
    """Return the timeline with one sentence that stands for its own headline, a name put into it."""

    def named(event: Event) -> Event:
        cited = replace(event.citations[0], alone=event.citations[0].quote.replace("The bridge", "[The harbour bridge]"))
        return replace(event, headline="", citations=(cited,))

    return replace(timeline, events=tuple(named(each) if each.id == "e-storm" else each for each in timeline.events))


def test_a_sentence_with_a_name_put_in_is_read_once_and_its_own_words_are_a_click_away() -> None:
    html = page(with_a_name(small()), "index.html")
    entry = re.search(r'<li class="ev[^>]*id="e-storm">.*?</li>\n', html, re.DOTALL)
    assert entry is not None
    opened, _, folded = entry[0].partition("<details>")
    assert "<q>[The harbour bridge] was closed" in opened
    assert "The bridge was closed" not in opened
    assert "The bridge was closed" in folded


def test_the_page_of_such_an_entry_shows_the_words_of_the_source() -> None:
    assert ">The bridge was closed for the first time" in page(with_a_name(small()), "event/e-storm/index.html")


def test_an_article_without_a_title_is_called_by_its_story_not_by_its_dateline() -> None:
    told = article("BROD | Wed May 2, 2012 (Agency) -\n\nThe ferry sank off the pier on Monday, its owner said on Tuesday.")
    assert first_words(told).startswith("The ferry sank")
    assert first_words(article("BROD (Agency) -")) == "BROD (Agency)"
