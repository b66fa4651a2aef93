"""The places of events that have a name alone → with degrees, where one town is surely meant; what is not sure is asked for.

In: events, edits. Out: the events, and PLACE_NOT_FOUND at the edit that named the place.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from generator.edits import gazetteer
from generator.model import codes
from generator.model.additions import Place
from generator.model.diagnostic import Checked, Diagnostic, at, tell
from generator.model.edit import Edit
from generator.model.event import Event

_MOST_NAMED = 4


def located(events: tuple[Event, ...], edits: Iterable[Edit]) -> Checked[tuple[Event, ...]]:
    """Look up each place that has no degrees. Nothing is loaded where there is none."""
    edits = tuple(edits)
    named = any(edit.set.places for edit in edits)  # no place comes from anywhere else
    names = dict.fromkeys(place.name for event in events for place in event.places if place.latitude is None) if named else ()
    if not names:
        return Checked(events)
    found = {name: _found(name) for name in names}
    placed = tuple(
        replace(event, places=tuple(_placed(each, found) for each in event.places)) if event.places else event for event in events
    )
    by = {place.name: edit for edit in edits for place in edit.set.places or ()}
    said = (_told(name, why, by.get(name)) for name, why in found.items() if not isinstance(why, Place))
    return Checked(placed, tuple(said))


def _placed(place: Place, found: dict[str, Place | tuple[str, str | None]]) -> Place:
    held = found.get(place.name) if place.latitude is None else None
    return held if isinstance(held, Place) else place


def _found(name: str) -> Place | tuple[str, str | None]:
    """Return the place with its degrees, or why it is not known, and a hint."""
    if not gazetteer.is_able():
        return "the gazetteer is not installed", 'pip install "dateline[places]", or give it latitude and longitude'
    towns = gazetteer.towns(name)
    if len(towns) == 1:
        return Place(name, towns[0].latitude, towns[0].longitude, looked_up=True)
    if not towns:
        return "no town of more than 15,000 people has that name", "give it latitude and longitude"
    some = [f'{{ name = "{each.name}", latitude = {each.latitude}, longitude = {each.longitude} }} ({each.country})' for each in towns]
    more = "" if len(some) <= _MOST_NAMED else f", and {len(some) - _MOST_NAMED} more"
    return f"{len(towns)} towns have that name", f"say which: {', '.join(some[:_MOST_NAMED])}{more}"


def _told(name: str, why: tuple[str, str | None], edit: Edit | None) -> Diagnostic:
    place = edit.place("set.places", "set") if edit else None
    where = at(edit.source, place.start, place.end) if edit and place else None
    return tell(codes.PLACE_NOT_FOUND, where, why[1], name=name, reason=why[0])
