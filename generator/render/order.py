"""The order in which readers meet the events, and the publication line among them. In: Timeline, Settings. Out: Order."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.edtf import bounds, sort_key
from generator.model.event import Event, Timeline
from generator.model.settings import Settings
from generator.render.dates import day
from generator.render.parts import Extent
from generator.render.views import is_planned
from generator.render.words import Words


@dataclass(frozen=True, slots=True)
class Order:
    """The events in the order in which readers meet them: above the publication line, then what was still to come."""

    above: tuple[Event, ...]
    below: tuple[Event, ...]
    published: int | None

    @property
    def all(self) -> tuple[Event, ...]:
        """All of them."""
        return self.above + self.below


def public(timeline: Timeline, settings: Settings) -> tuple[Event, ...]:
    """Return the events that may be published at all: with ``publish = "checked"`` only the checked ones."""
    return tuple(event for event in timeline.events if event.checked or settings.publish != "checked")


def in_order(timeline: Timeline, settings: Settings) -> Order:
    """Order the events shown: background first, then by date, the more salient first; below the line those to come, by their last day.

    Ties stay in the order of the timeline.
    """
    shown = [event for event in public(timeline, settings) if event.shown]
    published = max((article.published.day.toordinal() for article in timeline.articles if article.published), default=None)
    below = [event for event in shown if _to_come(event, published)]
    waiting = {event.id for event in below}
    above = [event for event in shown if event.id not in waiting]
    above.sort(key=lambda event: (not event.background, *sort_key(event.date), -event.salience))
    below.sort(key=_last_first)
    return Order(tuple(above), tuple(below), published if below else None)


def extent(event: Event, as_of: int) -> Extent:
    """Return the days an event is drawn over; an open end goes by the other one."""
    span = bounds(event.date)
    first = span.earliest if span.earliest is not None else span.latest
    last = span.latest if span.latest is not None else span.earliest
    return Extent(as_of if first is None else first, as_of if last is None else last, span.earliest is None, span.latest is None)


def _to_come(event: Event, published: int | None) -> bool:
    latest = bounds(event.date).latest
    return published is not None and is_planned(event) and (latest is None or latest >= published)


def _last_first(event: Event) -> tuple[float, float]:
    span = bounds(event.date)
    last = float("inf") if span.latest is None else float(span.latest)
    return last, last if span.earliest is None else float(span.earliest)


def publication_line(published: int | None, as_of: int, *, many: bool, speech: Words) -> str | None:
    """Return the words of the line: what stands below it had not happened when the (latest) story was published."""
    if published is None:
        return None
    key = f"line_{'many' if many else 'one'}{'_past' if as_of > published else ''}"
    return speech.say("page", key, date=day(published, speech, weekdays=False))
