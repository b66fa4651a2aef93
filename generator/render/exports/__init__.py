"""Everything the site holds beside its pages: data, calendar, feeds, citations, files for hosts. In: Timeline, pages. Out: Outputs."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from generator.model.diagnostic import Checked, Location, collected
from generator.model.event import Timeline
from generator.model.failure import contained
from generator.model.page import Output, Page
from generator.model.settings import Settings
from generator.render.embeds import oembed
from generator.render.exports.bibliography import bibtex, csl_json
from generator.render.exports.entries import Entry, entries_of
from generator.render.exports.feeds import atom, json_feed
from generator.render.exports.hosting import robots, sitemap
from generator.render.exports.icalendar import calendar
from generator.render.exports.search import search_parts
from generator.render.exports.table import table
from generator.render.exports.timeline_json import timeline_json
from generator.render.exports.timelinejs import timelinejs
from generator.render.tags import with_names


def exports(timeline: Timeline, settings: Settings, pages: tuple[Page, ...]) -> Checked[tuple[Output, ...]]:
    """Return every export of the site; feeds and calendars hold the events that the timeline shows. One that fails costs itself only."""
    timeline = with_names(timeline)
    entries = entries_of(timeline, settings)
    each: dict[str, Callable[[], bytes]] = {
        ".nojekyll": bytes,
        "feed.json": lambda: json_feed(entries, settings),
        "feed.xml": lambda: atom(entries, timeline, settings),
        "robots.txt": lambda: robots(settings),
        "sitemap.xml": lambda: sitemap(pages, settings),
        "sources.bib": lambda: bibtex(timeline),
        "sources.json": lambda: csl_json(timeline),
        "timeline.csv": lambda: table(entries),
        "timeline.ics": lambda: calendar(entries, timeline, settings),
        "timeline.json": lambda: timeline_json(timeline, settings),
        "timelinejs.json": lambda: timelinejs(entries, settings),
    }
    by_id = {entry.event.id: entry for entry in entries}
    each |= {page.context["feed"]: partial(_tag_feed, page, by_id, timeline, settings) for page in pages if page.context.get("feed")}
    made = collected(_made(path, export) for path, export in each.items())
    found = contained(lambda: Checked(tuple(search_parts(pages))), (), Location("search/"))
    framed = tuple(output for page in pages if (output := oembed(page)))
    return Checked((*(output for output in made.value if output), *found.value, *framed), made.diagnostics + found.diagnostics)


def _tag_feed(page: Page, by_id: Mapping[str, Entry], timeline: Timeline, settings: Settings) -> bytes:
    entries = tuple(by_id[view.id] for view in page.context["events"] if view.id in by_id)
    return atom(entries, timeline, settings, page.path, page.context["title"])


def _made(path: str, export: Callable[[], bytes]) -> Checked[Output | None]:
    return contained(lambda: Checked(Output(path, export())), None, Location(path))
