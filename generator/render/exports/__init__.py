"""Everything the site holds beside its pages: data, calendar, feeds, citations, files for hosts. In: Timeline, pages. Out: makers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache, partial

from generator.model.diagnostic import Checked, Location
from generator.model.event import Timeline
from generator.model.failure import contained
from generator.model.page import Maker, Page
from generator.model.settings import Settings
from generator.render.additions import with_current_relations
from generator.render.embeds import oembed, oembed_path
from generator.render.exports.bibliography import bibtex, csl_json
from generator.render.exports.entries import Entry, entries_of
from generator.render.exports.feeds import atom, json_feed
from generator.render.exports.hosting import robots, sitemap
from generator.render.exports.icalendar import calendar
from generator.render.exports.search import PATH as SEARCH
from generator.render.exports.search import chapters_of, search
from generator.render.exports.table import table
from generator.render.exports.timeline_json import timeline_json
from generator.render.exports.timelinejs import timelinejs
from generator.render.tags import with_names


def exports(timeline: Timeline, settings: Settings, pages: tuple[Page, ...]) -> dict[str, Maker]:
    """Return what makes each export of the site, by its path; feeds and calendars hold the events that the timeline shows.

    One that fails costs itself only.
    """

    @cache
    def named() -> Timeline:
        return with_current_relations(with_names(timeline))

    @cache
    def entries() -> tuple[Entry, ...]:
        return entries_of(named(), settings)

    @cache
    def by_id() -> dict[str, Entry]:
        return {entry.event.id: entry for entry in entries()}

    each: dict[str, Callable[[], bytes]] = {
        ".nojekyll": bytes,
        "feed.json": lambda: json_feed(entries(), settings),
        "feed.xml": lambda: atom(entries(), named(), settings),
        "robots.txt": lambda: robots(settings),
        "sitemap.xml": lambda: sitemap(pages, settings),
        "sources.bib": lambda: bibtex(named()),
        "sources.json": lambda: csl_json(named()),
        "timeline.csv": lambda: table(entries(), settings),
        "timeline.ics": lambda: calendar(entries(), named(), settings),
        "timeline.json": lambda: timeline_json(named(), settings),
        "timelinejs.json": lambda: timelinejs(entries(), settings),
    }
    for page in pages if settings.base_url else ():  # without it nothing has a feed or can be framed
        if page.context.get("feed"):
            each[page.context["feed"]] = partial(_tag_feed, page, by_id, named, settings)
        if page.context.get("snippet"):
            each[oembed_path(page.path)] = partial(oembed, page)
    if chapters := chapters_of(pages):
        each[SEARCH] = partial(search, chapters)
    return {path: partial(made, path, export) for path, export in each.items()}


def _tag_feed(page: Page, by_id: Callable[[], Mapping[str, Entry]], named: Callable[[], Timeline], settings: Settings) -> bytes:
    known = by_id()
    entries = tuple(known[view.id] for view in page.context["events"] if view.id in known)
    return atom(entries, named(), settings, page.path, page.context["title"])


def made(path: str, write: Callable[[], bytes]) -> Checked[bytes | None]:
    """Make a file that no template makes; None where the program fails on it."""
    return contained(lambda: Checked(write()), None, Location(path))
