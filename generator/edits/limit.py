"""Which events a timeline of limited length shows: what editors had in hand, then what matters most. In and out: events."""

from __future__ import annotations

from dataclasses import replace
from heapq import nsmallest
from itertools import count

from generator.model.event import Event
from generator.model.recall import Forgetful, Recall


def limit(events: tuple[Event, ...], max_events: int, min_salience: float, recall: Recall | None = None) -> tuple[Event, ...]:
    """Return the events, same order, with ``shown`` set: the most salient up to *max_events* with at least *min_salience*.

    What an editor has checked, changed or added is always shown and counts towards the limit. Ties go to what more reports tell, and
    with more citations, then to the earlier in the order.
    """
    recall = recall or Forgetful()
    weights = recall.each("weight", events, (), _weight)
    in_hand = sum(weight == _IN_HAND for weight in weights)
    heaviest = [place for _, place in nsmallest(max(max_events, in_hand), zip(weights, count(), strict=False))]
    found = list(recall.each("left off", events, (), lambda event: replace(event, shown=False) if event.shown else event))
    for place in heaviest:
        event = events[place]
        if weights[place] == _IN_HAND or event.salience >= min_salience:
            found[place] = event if event.shown else replace(event, shown=True)
    return tuple(found)


_IN_HAND = (float("-inf"), 0, 0)
"""What comes before every weight."""


def _weight(event: Event) -> tuple[float, int, int]:
    """Return what events are taken by, the smallest first; among the same it is their order."""
    return _IN_HAND if _by_editor(event) else (-event.salience, -event.reports, -len(event.citations))


def _by_editor(event: Event) -> bool:
    return event.checked or bool(event.edited) or event.own_reporting or bool(event.notes)
