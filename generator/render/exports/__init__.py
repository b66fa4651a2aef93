"""Everything the site holds beside its pages: data, calendar, feeds, citations, files for hosts. In: Timeline, pages. Out: Outputs."""

from __future__ import annotations

from generator.model.event import Timeline
from generator.model.page import Output, Page
from generator.model.settings import Settings
from generator.render.exports.bibliography import bibtex, csl_json
from generator.render.exports.entries import entries_of
from generator.render.exports.feeds import atom, json_feed
from generator.render.exports.hosting import robots, sitemap
from generator.render.exports.icalendar import calendar
from generator.render.exports.search import search_parts
from generator.render.exports.table import table
from generator.render.exports.timeline_json import timeline_json
from generator.render.exports.timelinejs import timelinejs


def exports(timeline: Timeline, settings: Settings, pages: tuple[Page, ...]) -> tuple[Output, ...]:
    """Return every export of the site; feeds and calendars hold the events that the timeline shows."""
    entries = entries_of(timeline, settings)
    return (
        Output(".nojekyll", b""),
        Output("feed.json", json_feed(entries, settings)),
        Output("feed.xml", atom(entries, timeline, settings)),
        Output("robots.txt", robots(settings)),
        Output("sitemap.xml", sitemap(pages, settings)),
        Output("sources.bib", bibtex(timeline)),
        Output("sources.json", csl_json(timeline)),
        Output("timeline.csv", table(entries)),
        Output("timeline.ics", calendar(entries, timeline, settings)),
        Output("timeline.json", timeline_json(timeline, settings)),
        Output("timelinejs.json", timelinejs(entries, settings)),
        *search_parts(pages),
    )
