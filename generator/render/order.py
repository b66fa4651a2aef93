"""The order in which readers meet the events, and the publication line among them. In: Timeline, Settings. Out: Order.

First what lies before the story (background, and what is earlier than the stretch that most events lie in), then the story, then what
was still to come.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from generator.model.edtf import bounds, sort_key
from generator.model.event import Event, Timeline
from generator.model.settings import Settings
from generator.render.core import Core, core_of
from generator.render.dates import day
from generator.render.extents import extent
from generator.render.views import is_planned
from generator.render.words import Words


@dataclass(frozen=True, slots=True)
class Order:
    """The events in the order in which readers meet them: before the story, the story, below the publication line what was to come.

    ``core`` is the stretch of time that the story lies in; ``published`` the day of the line, where anything lies below it.
    """

    before: tuple[Event, ...]
    story: tuple[Event, ...]
    below: tuple[Event, ...]
    published: int | None
    core: Core | None = None

    @property
    def above(self) -> tuple[Event, ...]:
        """What had happened when the (latest) story was published."""
        return self.before + self.story

    @property
    def all(self) -> tuple[Event, ...]:
        """All of them."""
        return self.above + self.below


def public(timeline: Timeline, settings: Settings) -> tuple[Event, ...]:
    """Return the events that may be published at all: with ``publish = "checked"`` only the checked ones."""
    return tuple([event for event in timeline.events if event.checked]) if settings.publish == "checked" else timeline.events


def in_order(timeline: Timeline, settings: Settings) -> Order:
    """Order the events shown, each part by date, the more salient first; below the line those to come, by their last day.

    Ties stay in the order of the timeline.
    """
    shown = [event for event in public(timeline, settings) if event.shown]
    latest = max([article.published.day for article in timeline.articles if article.published], default=None)
    published = latest.toordinal() if latest else None
    below = [event for event in shown if _to_come(event, published)]
    waiting = {event.id for event in below}
    above = sorted((event for event in shown if event.id not in waiting), key=_by_date)
    as_of = timeline.as_of.toordinal()
    core = core_of([extent(event, as_of) for event in above if not event.background])
    early = {event.id for event in above if event.background or (core and core.is_before(extent(event, as_of)))}
    below.sort(key=_last_first)
    return Order(
        tuple(event for event in above if event.id in early),
        tuple(event for event in above if event.id not in early),
        tuple(below),
        published if below else None,
        core,
    )


def _by_date(event: Event) -> tuple[Any, ...]:
    return (*sort_key(event.date), -event.salience)


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
