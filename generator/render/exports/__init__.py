"""Everything the site holds beside its pages: data, calendars, feeds, citations, files for hosts. In: Timeline. Out: Outputs."""

from __future__ import annotations

from generator.model.event import Timeline
from generator.model.page import Output, Page
from generator.model.settings import Settings
from generator.render.exports.timeline_json import timeline_json


def exports(timeline: Timeline, settings: Settings, pages: tuple[Page, ...]) -> tuple[Output, ...]:
    """Return every export of the site."""
    return (Output("timeline.json", timeline_json(timeline, settings)), Output(".nojekyll", b""))
