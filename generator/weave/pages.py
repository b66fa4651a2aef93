"""Which events have a page of their own. In: a Timeline. Out: the same, with the ids of those that have none.

A story's events all have one. Of an archive's tens of thousands those have one that its timeline shows, those that were once published
under it, and of the others the most salient, up to a number in all; the rest stand on the pages of their sources and in the exports.
"""

from __future__ import annotations

from dataclasses import replace
from heapq import nsmallest

from generator.model.event import Event, Timeline

MOST = 2000
"""So many events have a page of their own, unless more are shown or were published."""


def paged(timeline: Timeline, most: int = MOST) -> Timeline:
    """Return the timeline with ``without_page`` set: empty where no more than *most* events are in it."""
    if len(timeline.events) <= most:
        return replace(timeline, without_page=frozenset()) if timeline.without_page else timeline
    kept = {link.id for link in timeline.published.events} | {new for _, new in timeline.redirects}
    others = [event for event in timeline.events if not (event.shown or event.id in kept or not _has_source(event))]
    room = max(0, most - (len(timeline.events) - len(others)))
    first = {event.id for event in nsmallest(room, others, key=lambda event: (-event.salience, event.id))}
    return replace(timeline, without_page=frozenset([event.id for event in others if event.id not in first]))


def _has_source(event: Event) -> bool:
    """Tell whether it can stand on the page of a source."""
    return any(citation.source for citation in event.citations)
