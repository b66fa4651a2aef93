"""The page of the map, where events have places that are known to lie somewhere. In: EventViews. Out: its Page, or none."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from generator.model.page import Page
from generator.render.atlas.drawing import Atlas, MapPlace, atlas_of
from generator.render.kinds import Kind, OfSite, page
from generator.render.permalinks import MAP
from generator.render.views import EventView, PlaceView


@dataclass(frozen=True, slots=True, kw_only=True)
class MapPage(Kind):
    """Where events were, if any has a place with degrees."""

    template: ClassVar[str] = "map.html"

    atlas: Atlas
    """The map: `land`, `borders`, `marks`, `scale`, `scale_width`."""
    listed: tuple[tuple[MapPlace, tuple[EventView, ...]], ...]
    """Its places, each with its events, in the order of the timeline."""
    is_looked_up: bool
    """Whether a place comes from the gazetteer."""


def has_map(views: Iterable[EventView]) -> bool:
    """Tell whether any event lies on a map."""
    return any(place.path for view in views for place in view.places)


def map_pages(views: Iterable[EventView], site: OfSite) -> list[Page]:
    """Return the page with the map and, as a list, the same: each place with its events, in the order of the timeline."""
    speech = site.w
    events: dict[str, list[EventView]] = {}
    places: dict[str, PlaceView] = {}
    for view in views:
        for place in view.places:
            if place.path:
                places.setdefault(place.path, place)
                events.setdefault(place.path, []).append(view)
    if not places:
        return []
    sites = [
        MapPlace(path.partition("#")[2], place.name, (place.longitude or 0.0, place.latitude or 0.0), len(events[path]), label)
        for path, place in places.items()
        for label in (f"{place.name}: {speech.count('events', len(events[path]))}",)
    ]
    looked_up = any(place.looked_up for place in places.values())
    listed = tuple((each, tuple(events[path])) for path, each in zip(places, sites, strict=True))
    shown = MapPage(title=speech.say("page", "map"), atlas=atlas_of(sites), listed=listed, is_looked_up=looked_up)
    return [page(MAP, site, shown)]
