"""The permanent pages of events, each with what is near it in time. In: Order, every event as readers see it. Out: Pages."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any, ClassVar

from generator.model.edtf import sort_key
from generator.model.page import Page
from generator.render.embeds import snippet
from generator.render.every import Every
from generator.render.kinds import Framed, Neighbour, OfSite, later
from generator.render.order import Order
from generator.render.permalinks import INDEX
from generator.render.sharing import pictured
from generator.render.views import EventView

_NEAR = 2
"""Events before and after one that its page leads to."""
Near = tuple[tuple[EventView, ...], tuple[EventView, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class EventPage(Framed):
    """An event's permanent page."""

    template: ClassVar[str] = "event.html"

    event: EventView
    """The event."""
    near: Near
    """What a reader may want to see next: a pair, the events before it and those after it (`{% set before, after = near %}`)."""
    home: str
    """The path of the page that lists it."""
    closer: Neighbour | None
    """The page of the overview on which it is drawn with what else began then (`path`, `title`); None in a short timeline."""
    picture: str | None
    """The path of its picture for sharing, or of that of the whole; None where none is drawn."""
    is_own_picture: bool
    """Whether that picture shows this event."""


def event_pages(order: Order, every: Every, homes: Mapping[str, str], zooms: Mapping[str, Neighbour], site: OfSite) -> list[Page]:
    """Return the page of each event that has one; *homes* are the pages that list them, *zooms* those that draw them, by id."""
    near, pictures = _near(order, every), pictured(order.all, every, site.settings)

    def told(view: EventView, known: Mapping[str, Any]) -> EventPage:
        return EventPage(title=view.headline, near=near(view), home=homes.get(view.id, INDEX), closer=zooms.get(view.id), **known)

    def of(view: EventView) -> Page:
        code = snippet(site.settings.base_url, view.permanent, view.headline, one=True) if view.number else None
        picture = pictures.get(view.id, site.picture)
        known = {"event": view, "snippet": code, "picture": picture, "is_own_picture": view.id in pictures}
        return later(view.path, site, EventPage, partial(told, view, known), **known)

    return [of(view) for view in every.paged()]


def _near(order: Order, every: Every) -> Callable[[EventView], Near]:
    """Return what tells what a reader of an event's page may want to see next.

    That is what is listed beside it; by date, if it is not listed itself.
    """
    shown = [every[event.id] for event in order.all]
    places = {view.id: (at, at + 1) for at, view in enumerate(shown)}
    dated = sorted(shown, key=lambda view: sort_key(view.event.date))
    days = [sort_key(view.event.date) for view in dated]

    def near(view: EventView) -> Near:
        at, after = places.get(view.id) or (bisect(days, sort_key(view.event.date)),) * 2
        row = shown if view.id in places else dated
        return tuple(row[max(0, at - _NEAR) : at]), tuple(row[after : after + _NEAR])

    return near
