"""Which events matter: a number from 0 to 1 each, and which of them a timeline of limited length shows.

In: the profiles of each event, or events and limits. Out: salience; the events with ``shown`` set.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace

from generator.model.event import Event
from generator.model.mention import DateBasis
from generator.weave.profiles import Profile

_BASIS = {DateBasis.EDITOR: 1.0, DateBasis.SAID: 1.0, DateBasis.INHERITED: 0.5, DateBasis.PUBLICATION: 0.4}
_LEAD = 1.5
_BACK = 1.0
"""How much each further day of publication adds that an event is referred back to."""


def raw(profiles: Sequence[Profile], report: Mapping[str, str]) -> float:
    """Return the weight of an event before scaling: its distinct reports, and the days of publication on which it is told again."""
    best: dict[str, float] = {}
    for profile in profiles:
        text = report.get(profile.mention.article, profile.mention.article)
        worth = _BASIS[profile.mention.basis] * max(0.1, profile.mention.weight) * (_LEAD if profile.mention.lead else 1.0)
        best[text] = max(best.get(text, 0.0), worth)
    days = len({profile.published for profile in profiles})
    return sum(best.values()) + _BACK * (days - 1) + 0.2 * math.log1p(len(profiles) - 1)


def scaled(weights: Sequence[float]) -> tuple[float, ...]:
    """Scale weights so that the heaviest is 1; four digits."""
    heaviest = max(weights, default=1.0) or 1.0
    return tuple(max(0.0001, round(weight / heaviest, 4)) for weight in weights)


def limit(events: tuple[Event, ...], max_events: int, min_salience: float) -> tuple[Event, ...]:
    """Return the events, same order, with ``shown`` set: the most salient up to *max_events* with at least *min_salience*.

    What an editor has checked, changed or added is always shown and counts towards the limit. Ties go to the earlier in the order.
    """
    kept = {place for place, event in enumerate(events) if _by_editor(event)}
    others = sorted((place for place in range(len(events)) if place not in kept), key=lambda place: (-events[place].salience, place))
    room = max(0, max_events - len(kept))
    shown = kept.union(place for place in others[:room] if events[place].salience >= min_salience)
    return tuple(event if event.shown == (place in shown) else replace(event, shown=place in shown) for place, event in enumerate(events))


def _by_editor(event: Event) -> bool:
    return event.checked or bool(event.edited) or event.own_reporting or bool(event.notes)
