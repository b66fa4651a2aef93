"""What editors added to events, as templates see it: media, places, fields of one's own, relations. In and out: EventViews."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from generator.model.additions import RELATIONS, Medium, Place
from generator.model.event import Event, Timeline
from generator.model.settings import Settings
from generator.render.permalinks import address_of, host_of, place_path, web_address
from generator.render.views import EventView, MediumView, PlaceView, Relation

_INVERSE = {"follows": "followed", "answers": "answered"}


def with_additions(views: Mapping[str, EventView], timeline: Timeline, settings: Settings) -> dict[str, EventView]:
    """Return the views with all that was added to their events; relations lead both ways."""
    related = _related(views, timeline)

    def whole(view: EventView) -> EventView:
        event = view.event
        given = {each.name: each.value for each in event.details}
        details = tuple((label, given[name]) for name, label in settings.fields if name in given)
        relations = tuple(related.get(view.id, ()))
        if not (details or relations or event.media or event.places):
            return view
        return replace(
            view, details=details, related=relations, media=tuple(map(_medium, event.media)), places=tuple(map(_place, event.places))
        )

    return {name: whole(view) for name, view in views.items()}


def with_current_relations(timeline: Timeline) -> Timeline:
    """Return the timeline with each relation named by the id that the other event has now; those that lead to none are left out.

    Whoever reads an export finds the other event in it by that id.
    """
    if not any(getattr(event, key) for event in timeline.events for key in RELATIONS):
        return timeline
    known = _by_every_id(timeline)

    def settled(event: Event) -> Event:
        found = {key: tuple(dict.fromkeys(known[each].id for each in getattr(event, key) if each in known)) for key in RELATIONS}
        return replace(event, **found) if any(found[key] != getattr(event, key) for key in RELATIONS) else event  # type: ignore[arg-type]  # ids

    return replace(timeline, events=tuple(map(settled, timeline.events)))


def _by_every_id(timeline: Timeline) -> dict[str, Event]:
    return {alias: event for event in timeline.events for alias in (event.id, *event.aliases)}


def _related(views: Mapping[str, EventView], timeline: Timeline) -> dict[str, dict[Relation, None]]:
    """Return the relations of each event; what one says of another, the other's page says of it."""
    saying = [view for view in views.values() if any(getattr(view.event, key) for key in RELATIONS)]
    known = _by_every_id(timeline) if saying else {}
    found: dict[str, dict[Relation, None]] = {}
    for view in saying:
        for key in RELATIONS:
            others = (known[name] for name in getattr(view.event, key) if name in known)
            for other in others:
                if other.id != view.id:
                    found.setdefault(view.id, {})[_told(key, other, views, timeline)] = None
                    found.setdefault(other.id, {})[Relation(_INVERSE[key], view.headline, view.path)] = None
    return found


def _told(key: str, other: Event, views: Mapping[str, EventView], timeline: Timeline) -> Relation:
    """Name an event that this one stands to so; one that the timeline does not show too."""
    if other.id in views:
        return Relation(key, views[other.id].headline, views[other.id].path)
    words = other.headline or next((f"“{each.quote}”" for each in other.citations if each.quote), other.id)
    return Relation(key, words, address_of(other, timeline.without_page))


def _place(place: Place) -> PlaceView:
    return PlaceView(
        place.name, place.latitude, place.longitude, None if place.latitude is None else place_path(place.name), place.looked_up
    )


def _medium(medium: Medium) -> MediumView:
    link = web_address(medium.link)
    return MediumView(medium.file, medium.alt, medium.credit, medium.caption, link, host_of(link))
