"""What wants an editor, in the order in which it does: a LastBuild in, the desk's queue out (it becomes JSON).

An event stands in the queue for the first reason of REASONS that it has, and within one reason by its weight.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import partial
from typing import Any

from generator.desk.state import LastBuild
from generator.model.calendar import iso
from generator.model.edtf import bounds
from generator.model.event import Event
from generator.model.mention import DateBasis, Status
from generator.model.recall import Forgetful, Recall

Values = dict[str, Any]
REASONS = ("headline", "lapsed", "disagree", "guessed", "overdue", "unchecked")
"""What an event can want: a headline; another look (a check that lapsed, an edit in conflict); a decision between dates; a date that
is said and not guessed; the outcome of a plan; a first check."""
_LIKE = 55
"""From which likeness of two headlines (0 to 100, order and repetition of words apart) they may tell of one event."""
_MOST_ALIKE = 3
_CROWD = 60
"""On a day with more events than these no headlines are compared."""


def queue(state: LastBuild, recall: Recall | None = None) -> dict[str, Values]:
    """Return, for each event by id, what the desk needs to know of it beside what every page knows.

    ``reasons`` are what it wants (empty: nothing); ``rank`` orders the queue, smallest first; ``like`` are the ids of events of the same
    days with much the same words; ``sources`` the articles it rests on. *recall* holds what the last queue found.
    """
    recall = recall or Forgetful()
    recall.begin()
    events = state.timeline.events
    alike = _alike(events, recall)
    known = (state.timeline.as_of.toordinal(), tuple(state.readings))
    rows = recall.each("row", events, known, lambda event: (reasons_of(event, state), _row(event, state)))
    order = sorted(range(len(events)), key=lambda number: _rank(rows[number][0], events[number]))
    place = {number: rank for rank, number in enumerate(order)}
    return {
        event.id: {**row, "reasons": list(reasons), "rank": place[number], "like": alike.get(event.id, [])}
        for number, (event, (reasons, row)) in enumerate(zip(events, rows, strict=True))
    }


def _row(event: Event, state: LastBuild) -> Values:
    """Return what the event says of itself alone."""
    return {
        "weight": round(event.salience, 3),
        "sources": list(dict.fromkeys(each.source for each in event.citations if each.source in state.readings)),
        "tags": list(event.tags),
        "status": event.status.value,
        "day": _day(event),
        "checked_by": event.checked_by or "",
        "checked_at": event.checked_at.isoformat() if event.checked_at else "",
    }


def reasons_of(event: Event, state: LastBuild) -> tuple[str, ...]:
    """Return what an event wants of an editor, the most pressing first."""
    latest = bounds(event.date).latest
    to_come = event.status in {Status.PLANNED, Status.EXPECTED}
    known = {
        "headline": not event.headline.strip(),
        "lapsed": bool(event.review),
        "disagree": bool(event.others) and not event.checked,
        "guessed": event.basis in {DateBasis.PUBLICATION, DateBasis.INHERITED} and not event.checked,
        "overdue": to_come and latest is not None and latest < state.timeline.as_of.toordinal() and not event.checked,
        "unchecked": not event.checked,
    }
    return tuple(name for name in REASONS if known[name])


def _rank(reasons: tuple[str, ...], event: Event) -> tuple[bool, int, float, str]:
    first = REASONS.index(reasons[0]) if reasons else len(REASONS)
    return not event.shown, first, -event.salience, event.id


def _day(event: Event) -> str:
    first = bounds(event.date).earliest
    return iso(first) if first is not None else ""


def _alike(events: Sequence[Event], recall: Recall) -> dict[str, list[str]]:
    """Return for each event those of the same days that may be the same, the likest first."""
    by_days: dict[tuple[int | None, int | None], list[Event]] = defaultdict(list)
    all_days = recall.each("days", events, (), lambda event: bounds(event.date))
    for event, days in zip(events, all_days, strict=True):
        by_days[days.earliest, days.latest].append(event)
    found: dict[str, list[str]] = {}
    for between, group in by_days.items():
        if 1 < len(group) <= _CROWD:
            found |= recall.once("alike", str(between), (tuple(group),), partial(_alike_in, group))
    return found


def _alike_in(group: Sequence[Event]) -> dict[str, list[str]]:
    from rapidfuzz.fuzz import token_set_ratio  # noqa: PLC0415 - loaded when the desk is opened

    found: dict[str, list[tuple[float, str]]] = defaultdict(list)
    for number, one in enumerate(group):
        for other in group[number + 1 :]:
            likeness = token_set_ratio(one.headline.lower(), other.headline.lower())
            if likeness >= _LIKE:
                found[one.id].append((-likeness, other.id))
                found[other.id].append((-likeness, one.id))
    return {name: [other for _, other in sorted(pairs)[:_MOST_ALIKE]] for name, pairs in found.items()}
