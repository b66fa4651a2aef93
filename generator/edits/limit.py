"""Which events a timeline of limited length shows: what editors had in hand, then what matters most. In and out: events."""

from __future__ import annotations

from dataclasses import replace
from heapq import nsmallest

from generator.model.event import Event
from generator.model.recall import Forgetful, Recall


def limit(events: tuple[Event, ...], max_events: int, min_salience: float, recall: Recall | None = None) -> tuple[Event, ...]:
    """Return the events, same order, with ``shown`` set: the most salient up to *max_events* with at least *min_salience*.

    What an editor has checked, changed or added is always shown and counts towards the limit. Ties go to what more reports tell, and
    with more citations, then to the earlier in the order.
    """
    kept = {place for place, event in enumerate(events) if _by_editor(event)}
    others = (place for place in range(len(events)) if place not in kept)
    heaviest = nsmallest(max(0, max_events - len(kept)), others, key=lambda place: _order(events[place], place))
    shown = kept.union(place for place in heaviest if events[place].salience >= min_salience)
    left = (recall or Forgetful()).each("left off", events, (), lambda event: replace(event, shown=False) if event.shown else event)
    return tuple([_shown(event) if place in shown else left[place] for place, event in enumerate(events)])


def _shown(event: Event) -> Event:
    return event if event.shown else replace(event, shown=True)


def _order(event: Event, place: int) -> tuple[float, int, int, int]:
    return -event.salience, -event.reports, -len(event.citations), place


def _by_editor(event: Event) -> bool:
    return event.checked or bool(event.edited) or event.own_reporting or bool(event.notes)
