"""An event as the exports see it: its view, its days, its address and its id, the same in every feed. In: Timeline. Out: Entries."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.edtf import Bounds, Date, Edtf, OneOf, bounds, ends
from generator.model.event import Event, Timeline
from generator.model.settings import Settings
from generator.render.additions import with_additions
from generator.render.order import in_order
from generator.render.permalinks import absolute, event_path, web_address
from generator.render.quotes import source_views
from generator.render.views import EventView, event_view
from generator.render.words import Words, words


@dataclass(frozen=True, slots=True)
class Entry:
    """An event shown. ``link`` is absolute with a base URL, else relative to the site; ``uid`` never changes.

    ``states`` say in words who made the entry what it is: whoever edited, added or checked it, else that a program found it and nobody has.
    """

    event: Event
    view: EventView
    days: Bounds
    link: str
    uid: str
    states: tuple[str, ...]

    @property
    def addresses(self) -> tuple[str, ...]:
        """Every web address of its evidence: those it rests on alone, and those of the articles it is quoted from."""
        quoted = [each.url for each in self.view.sources if each.url]
        return tuple(dict.fromkeys([*quoted, *filter(None, map(web_address, self.event.addresses))]))


def entries_of(timeline: Timeline, settings: Settings) -> tuple[Entry, ...]:
    """Return the events that are shown, in the order of the timeline."""
    speech = words(settings.spoken)
    sources = source_views(timeline, speech)
    order = enumerate(in_order(timeline, settings).all, 1)
    views = with_additions(
        {event.id: event_view(event, number, sources, timeline.as_of, speech) for number, event in order}, timeline, settings
    )

    def entry(view: EventView) -> Entry:
        place, name = link(view.path, settings), uid(event_path(view.id), settings)
        return Entry(view.event, view, bounds(view.event.date), place, name, states_of(view, speech))

    return tuple(map(entry, views.values()))


def states_of(view: EventView, speech: Words) -> tuple[str, ...]:
    """Return who made an entry what it is, in words, the usual case too: what stands alone cannot leave that to a page."""
    return view.states or (speech.say("page", "unchecked"),)


def link(path: str, settings: Settings) -> str:
    """Return an address for feeds: absolute with a base URL, else the path in the site."""
    return absolute(settings.base_url, path) if settings.base_url else path


def uid(path: str, settings: Settings) -> str:
    """Return an id that lasts: the permalink, else a URN of the path; feed readers only compare it."""
    return absolute(settings.base_url, path) if settings.base_url else "urn:dateline:" + path.removesuffix("/index.html").replace("/", ":")


def hedges(date: Edtf) -> dict[str, str | None]:
    """Return what is known of a date besides its days: the word that bounds it ("by"), the part that is meant ("late"); else null."""
    bound = "" if isinstance(date, Date) else date.bound
    shade = date.shade if isinstance(date, Date | OneOf) else ""
    if not shade:
        shade = next((end.shade for end in ends(date) if end and end.shade and bound), "")
    return {"bound": bound or None, "shade": shade or None}
