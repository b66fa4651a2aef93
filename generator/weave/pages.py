"""Which events have a page of their own. In: a Timeline. Out: the same, with the ids of those that have none.

A story's events all have one. Of an archive's tens of thousands those have one that its timeline shows, those that were once published
under it, and of the others the most salient, up to a number in all; the rest stand on the pages of their sources and in the exports.
"""

from __future__ import annotations

from dataclasses import replace
from heapq import nsmallest
from operator import itemgetter

from generator.model.event import Event, Timeline
from generator.model.recall import Forgetful, Recall

MOST = 2000
"""So many events have a page of their own, unless more are shown or were published."""


def paged(timeline: Timeline, most: int = MOST, recall: Recall | None = None) -> Timeline:
    """Return the timeline with ``without_page`` set: empty where no more than *most* events are in it. *recall*: of the last run."""
    if len(timeline.events) <= most:
        return replace(timeline, without_page=frozenset()) if timeline.without_page else timeline
    kept = {link.id for link in timeline.published.events} | {new for _, new in timeline.redirects}
    weights = (recall or Forgetful()).each("weight", timeline.events, (), _weight)
    others = [weight for weight in weights if weight and weight[1] not in kept]
    first = nsmallest(max(0, most - (len(timeline.events) - len(others))), others)
    return replace(timeline, without_page=frozenset(map(_name, others)).difference(map(_name, first)))


def _weight(event: Event) -> tuple[float, str] | None:
    """Return what an event is given a page by, the smallest first, with its id; None for one that has one in any case.

    That is what is shown, and what could not stand on the page of a source.
    """
    if event.shown or not any(citation.source for citation in event.citations):
        return None
    return -event.salience, event.id


_name = itemgetter(1)
