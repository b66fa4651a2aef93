"""Which events a timeline of limited length shows: what editors had in hand, then what matters most. In and out: events."""

from __future__ import annotations

from dataclasses import replace

from generator.model.event import Event


def limit(events: tuple[Event, ...], max_events: int, min_salience: float) -> tuple[Event, ...]:
    """Return the events, same order, with ``shown`` set: the most salient up to *max_events* with at least *min_salience*.

    What an editor has checked, changed or added is always shown and counts towards the limit. Ties go to what more reports tell, and
    with more citations, then to the earlier in the order.
    """
    kept = {place for place, event in enumerate(events) if _by_editor(event)}
    others = sorted((place for place in range(len(events)) if place not in kept), key=lambda place: _order(events[place], place))
    room = max(0, max_events - len(kept))
    shown = kept.union(place for place in others[:room] if events[place].salience >= min_salience)
    return tuple(event if event.shown == (place in shown) else replace(event, shown=place in shown) for place, event in enumerate(events))


def _order(event: Event, place: int) -> tuple[float, int, int, int]:
    return -event.salience, -event.reports, -len(event.citations), place


def _by_editor(event: Event) -> bool:
    return event.checked or bool(event.edited) or event.own_reporting or bool(event.notes)
