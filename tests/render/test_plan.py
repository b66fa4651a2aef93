import json
import re
from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import islice

from generator.model.event import Note, Timeline
from generator.model.page import Page
from generator.model.settings import Settings
from generator.render.order import in_order
from generator.render.permalinks import source_path
from generator.render.plan import plan
from generator.render.site import render
from tests.render.invented import SETTINGS, edtf, many, small, theme

WEEK = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def by_path(pages: tuple[Page, ...]) -> dict[str, Page]:
    found = {page.path: page for page in pages}
    assert len(found) == len(pages)
    return found


def test_background_comes_first_and_what_was_to_come_last() -> None:
    order = in_order(small(), SETTINGS)
    assert [event.id for event in order.above] == ["e-1998", "e-storm", "e-crowns", "e-talks", "e-shut", "e-statement"]
    assert [event.id for event in order.below] == ["e-tests", "e-last", "e-return"]


def test_a_plan_whose_day_has_passed_says_that_its_outcome_is_not_recorded() -> None:
    for as_of, status in ((date(2021, 12, 10), "Planned"), (date(2021, 12, 11), "Planned · outcome not recorded")):
        pages = by_path(plan(replace(small(), as_of=as_of), SETTINGS))
        assert pages["event/e-tests/index.html"].context["event"].status == status


def test_a_plan_that_was_due_before_the_latest_story_stands_above_the_line() -> None:
    timeline = small()
    later = replace(timeline.articles[1], published=replace(timeline.articles[1].published, day=date(2021, 12, 20)))  # type: ignore[type-var]
    order = in_order(replace(timeline, articles=(timeline.articles[0], later)), SETTINGS)
    assert [event.id for event in order.below] == ["e-return"]
    assert {"e-tests", "e-last"} <= {event.id for event in order.above}


def test_every_event_source_and_former_address_has_its_page() -> None:
    pages = by_path(plan(small(), SETTINGS))
    assert pages["event/e-low/index.html"].context["event"].number == 0
    assert pages["event/e-gone/index.html"].template == "gone.html"
    assert pages["event/e-merged/index.html"].context["into"].id == "e-talks"
    assert pages["event/e-old/index.html"].template == "redirect.html"
    assert [path for path in pages if path.startswith("source/")] == ["source/harbour-bridge/index.html", "source/port-2-78be91/index.html"]


def test_only_tags_of_several_events_have_a_page() -> None:
    assert [path for path in by_path(plan(small(), SETTINGS)) if path.startswith("tag/")] == [
        "tag/60-million-crowns-c9e4cb/index.html",
        "tag/ada-lind-dbc43d/index.html",
        "tag/storm/index.html",
    ]


def test_tags_that_differ_in_case_share_a_page() -> None:
    spelled = iter(["Storm Ada", "storm ada", "storm ada"])
    timeline = small()
    events = tuple(replace(each, tags=tuple(islice(spelled, 1))) for each in timeline.events)
    pages = by_path(plan(replace(timeline, events=events), SETTINGS))
    ((path, page),) = [(path, page) for path, page in pages.items() if path.startswith("tag/")]
    assert (page.context["tag"], len(page.context["events"])) == ("storm ada", 3)
    assert page.context["tag_pages"] == {"storm ada": path}


def test_without_any_date_nothing_says_when_it_was_changed() -> None:
    timeline = replace(many(1), articles=(), as_of=date.min)
    site = {each.path: each.content.decode() for each in render(plan(timeline, SETTINGS), timeline, SETTINGS, theme()).whole().value}
    assert not [path for path, text in site.items() if re.search(r"0001-01|00010101|1 Jan 1\b", text)]


def test_publishing_only_what_is_checked_leaves_the_unchecked_out_everywhere() -> None:
    pages = by_path(plan(small(), replace(SETTINGS, publish="checked")))
    assert {path for path in pages if path.startswith("event/")} == {
        f"event/{name}/index.html" for name in ("e-crowns", "e-talks", "e-tests", "e-gone", "e-merged", "e-old")
    }


def test_sources_and_publishers_are_counted_only_as_far_as_they_are_known() -> None:
    timeline = small()
    pages = by_path(plan(timeline, SETTINGS))
    assert pages["event/e-talks/index.html"].context["event"].counted == "2 sources"
    known = replace(timeline, articles=(timeline.articles[0], replace(timeline.articles[1], publisher="The Port")))
    assert by_path(plan(known, SETTINGS))["event/e-talks/index.html"].context["event"].counted == "2 sources, 2 publishers"
    copies = replace(known, events=tuple(replace(event, reports=1) for event in known.events))
    told = by_path(plan(copies, SETTINGS))["event/e-talks/index.html"].context["event"].counted
    assert told == "2 sources, 2 publishers, 1 text"


def test_a_large_timeline_has_a_start_page_and_a_page_for_each_year() -> None:
    pages = by_path(plan(many(700, years=4), Settings()))
    assert pages["index.html"].template == "years.html"
    years = [path for path in pages if path.startswith("year/")]
    assert years == [f"year/{number}/index.html" for number in (2012, 2013, 2014, 2015)]
    assert sum(len(group.events) for path in years for group in pages[path].context["groups"]) == 700


def test_many_sources_have_a_page_of_their_own() -> None:
    timeline = many(130, years=1, sources=65)
    pages = by_path(plan(timeline, Settings()))
    assert len(pages["source/index.html"].context["sources"]) == 65
    assert "source/index.html" not in by_path(plan(small(), SETTINGS))


def test_a_year_names_only_its_own_sources_and_corrections() -> None:
    timeline = many(310, years=4, sources=310)
    pages = by_path(plan(timeline, Settings()))
    assert len(pages["year/2013/index.html"].context["sources"]) == pages["year/2013/index.html"].context["listed"]


def test_a_year_with_too_many_events_is_split_by_month() -> None:
    pages = by_path(plan(many(700, years=1), Settings()))
    assert "year/2012-03/index.html" in pages
    assert "year/2012/index.html" not in pages


def test_a_month_with_too_many_events_is_split_by_week_and_a_week_by_day() -> None:
    timeline = many(700, years=1)
    days = {each.id: f"2012-03-{1 + number % 14:02}" for number, each in enumerate(timeline.events)}
    march = replace(timeline, events=tuple(replace(each, date=edtf(days[each.id])) for each in timeline.events))
    pages = by_path(plan(march, Settings()))
    chapters = {path: page for path, page in pages.items() if path.startswith("year/")}
    assert [page.context["title"] for page in chapters.values()][:2] == ["1–4 Mar 2012", "Mon 5 Mar 2012"]
    assert next(iter(chapters)) == "year/week-2012-03-01/index.html"
    assert sum(page.context["listed"] for page in chapters.values()) == 700
    assert all(page.context["listed"] <= 300 for page in chapters.values())
    assert [each.title for each in pages["year/2012-03-05/index.html"].context["chapter"]] == ["1–4 Mar 2012", "Tue 6 Mar 2012"]


def test_what_is_known_to_no_day_of_a_parted_week_stands_apart() -> None:
    pages = [page.context for path, page in by_path(plan(busy_week(700), Settings())).items() if path.startswith("year/")]
    apart = ["2012, day not given", "March 2012, day not given", "5–11 Mar 2012, day not given"]
    assert [page["title"] for page in pages] == [*apart, *(f"{day} {5 + n} Mar 2012" for n, day in enumerate(WEEK))]
    assert [page["listed"] for page in pages][:3] == [1, 1, 1]
    assert [(page["strips"], page["density"], page["zooms"]) for page in pages[3:]] == [((), None, ())] * 7, "one day has no overview"


def test_where_no_overview_has_the_numbers_of_entries_their_markers_have_none() -> None:
    timeline = busy_week(385)
    outputs = {each.path: each.content.decode() for each in render(plan(timeline, Settings()), timeline, Settings(), theme()).whole().value}
    day = outputs["year/2012-03-06/index.html"]
    assert "list compact" not in day
    assert day.count('<b class="dot" aria-hidden="true"></b>') == 54
    start = next(each for each in render(plan(small(), SETTINGS), small(), SETTINGS, theme()).whole().value if each.path == "index.html")
    assert '<b class="dot" aria-hidden="true">1</b>' in start.content.decode()


def busy_week(number: int) -> Timeline:
    """Return a timeline of one week in March: one event each known to the week, the month and the year, the others to a day."""
    timeline = many(number, years=1)
    days = {each.id: f"2012-03-{5 + place % 7:02}" for place, each in enumerate(timeline.events)}
    days |= {timeline.events[0].id: "[2012-03-05..2012-03-11]", timeline.events[1].id: "2012-03", timeline.events[2].id: "2012"}
    return replace(timeline, events=tuple(replace(each, date=edtf(days[each.id])) for each in timeline.events))


def test_corrections_are_counted_in_the_header() -> None:
    timeline = small()
    assert len(by_path(plan(timeline, SETTINGS))["index.html"].context["corrections"]) == 1
    note = Note("x", None, datetime(2021, 12, 9, tzinfo=UTC), correction=True)
    events = tuple(replace(event, notes=(*event.notes, note)) for event in timeline.events if event.shown)
    assert len(by_path(plan(replace(timeline, events=events), SETTINGS))["index.html"].context["corrections"]) == 10


def test_an_empty_timeline_has_its_pages_too() -> None:
    pages = by_path(plan(replace(small(), events=(), articles=(), gone=(), redirects=()), SETTINGS))
    assert set(pages) == {"index.html", "about/index.html", "404.html"}


def test_the_newest_first_begin_at_the_publication_line_and_go_back() -> None:
    page = by_path(plan(small(), SETTINGS))["newest/index.html"].context
    assert [view.id for _, view in page["rows"]] == ["e-statement", "e-shut", "e-talks", "e-crowns", "e-storm", "e-1998"]
    assert [view.id for _, view in page["to_come"]] == ["e-tests", "e-last", "e-return"]
    assert page["line"] == "Story published 8 Dec 2021. Below: not yet happened."


def test_the_overview_of_a_chapter_is_drawn_over_its_own_time() -> None:
    pages = by_path(plan(many(700, years=1), Settings()))
    march = pages["year/2012-03/index.html"].context["density"]
    assert march.unit == "day"
    assert march.told == "63 events from 1 Mar 2012 to 31 Mar 2012. The most: Tue 6 Mar 2012: 8 events."
    assert pages["index.html"].context["density"].unit == "week"


def test_a_tag_of_several_events_has_an_overview_of_them() -> None:
    pages = by_path(plan(many(120, years=1), SETTINGS))
    page = next(page for path, page in pages.items() if path.startswith("tag/"))
    assert page.context["density"] is not None
    ids = {event.id for event in page.context["events"]}
    assert {bar.href for bar in page.context["density"].bars if bar.href} <= {f"#{name}" for name in ids}


def test_an_event_without_a_page_stands_on_that_of_its_source() -> None:
    timeline = replace(small(), without_page=frozenset({"e-low"}))
    low = next(event for event in timeline.events if event.id == "e-low")
    site = render(plan(timeline, SETTINGS), timeline, SETTINGS, theme())
    assert "event/e-low/index.html" not in site
    page = next(each["page"] for each in json.loads(site["timeline.json"])["events"] if each["id"] == "e-low")
    path, _, name = page.partition("#")
    assert path == source_path(low.citations[0].source)
    assert f'<section id="{name}" ' in site[path].decode()
    assert "event/e-low" not in site[path].decode()
