"""Which events matter: a number from 0 to 1 each, and which of them a timeline of limited length shows.

In: the profiles of each event, or events and limits. Out: salience; the events with ``shown`` set.

A day weighs by the distinct reports that name it and, twice as much, by the days of publication on which it is referred back to:
what later news keeps coming back to mattered (so do the date selectors of the literature: Kessler et al. 2012, Tran et al. 2015).
The events of a day share its weight by their own; an event that is no single day has its own weight.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import chain

from generator.model.event import Event
from generator.weave.profiles import Profile

_BACK = 2.0
"""How much a day of publication counts on which an earlier day is referred back to; a report counts 1."""
_INFERRED = 0.4
"""How much a mention counts whose date was not said."""
_LEAD = 0.5
"""How much more an event weighs, among those of its day, for each report that leads with it."""
_SHARPEN = 1.5
"""The events of a day share its weight by this power of their own: the day's main event stands out."""


def saliences(events: Sequence[Sequence[Profile]], winners: Sequence[Profile], report: Mapping[str, str]) -> tuple[float, ...]:
    """Return the salience of each event, given as its profiles and the profile whose date won; the heaviest has 1."""
    own = [
        _weight(members, winner.first, report) + _LEAD * _leads(members, report) for members, winner in zip(events, winners, strict=True)
    ]
    of_day: defaultdict[int, list[int]] = defaultdict(list)
    for number, winner in enumerate(winners):
        if winner.days == 1:
            of_day[winner.first].append(number)
    weight = list(own)
    for day, numbers in sorted(of_day.items()):
        whole = _weight(tuple(chain.from_iterable(events[number] for number in numbers)), day, report)
        shares = sum(own[number] ** _SHARPEN for number in numbers)
        for number in numbers:
            weight[number] = whole * own[number] ** _SHARPEN / shares
    heaviest = max(weight, default=1.0)
    return tuple(max(1e-6, round(each / heaviest, 6)) for each in weight)


def _weight(members: Sequence[Profile], day: int, report: Mapping[str, str]) -> float:
    """Add up distinct reports, later days of publication, and mentions that do not say their date."""
    said = [profile for profile in members if profile.is_said]
    reports = {report[profile.mention.article] for profile in said}
    back = {profile.published for profile in said if profile.published > day}
    return len(reports) + _BACK * len(back) + _INFERRED * (len(members) - len(said))


def _leads(members: Sequence[Profile], report: Mapping[str, str]) -> int:
    return len({report[profile.mention.article] for profile in members if profile.mention.lead})


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
