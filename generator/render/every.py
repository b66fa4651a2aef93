"""Every public event as readers see it, told when it is looked at. In: Timeline, SourceViews. Out: a mapping from id to EventView.

A timeline of an archive holds tens of thousands of events that no page but their source's tells: their views are not kept.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from typing import Generic, TypeVar, overload

from generator.model.event import Event, Timeline
from generator.render.permalinks import address_of
from generator.render.quotes import QuoteView, SourceView
from generator.render.tags import TagNames
from generator.render.views import EventView, event_view
from generator.render.words import Words

T = TypeVar("T")
Drawn = tuple[EventView, tuple[QuoteView, ...]]
"""An event, and what it quotes of a source."""


class Every(Mapping[str, EventView]):
    """The views of events by id: those given, and the others as they are asked for."""

    def __init__(  # noqa: PLR0913 - what is told, and all that it is told from
        self,
        known: Mapping[str, EventView],
        events: Sequence[Event],
        sources: Mapping[str, SourceView],
        timeline: Timeline,
        words: Words,
        *,
        names: TagNames,
    ) -> None:
        """*known* are the views of all events that are shown or have a page of their own, those shown first; *events* are all there are."""
        self._events = events
        self._given = sources, timeline, words
        self._tags = names
        self._known = known

    def _told(self, event: Event) -> EventView:
        sources, timeline, words = self._given
        view = event_view(self._tags.named(event), 0, sources, timeline.as_of, words)
        path = address_of(event, timeline.without_page)
        return replace(view, path=path, permanent=path)

    @cached_property
    def _rest(self) -> dict[str, Event]:
        return {event.id: event for event in self._events if event.id not in self._known}

    @cached_property
    def _names(self) -> tuple[str, ...]:
        shown = [name for name, view in self._known.items() if view.number]
        return tuple(dict.fromkeys((*shown, *(event.id for event in self._events))))

    def paged(self) -> tuple[EventView, ...]:
        """Return the events that have a page of their own, those shown first."""
        return tuple(self._known.values())

    def drawn(self, source: str) -> Sequence[Drawn]:
        """Return what was drawn from a source: events in order, each with what it quotes of it."""
        return Deferred(lambda: self._names_by_source.get(source, ()), self._of(source))

    @cached_property
    def _names_by_source(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for name in self:
            event = self._known[name].event if name in self._known else self._rest[name]
            for source in dict.fromkeys([each.source for each in event.citations]):
                found.setdefault(source, []).append(name)
        return found

    def _of(self, source: str) -> Callable[[str], Drawn]:
        def drawn(name: str) -> Drawn:
            view = self[name]
            quotes = [quote for quote in (view.lead, *view.more) if quote and quote.source]
            return view, tuple(quote for quote in quotes if quote.source and quote.source.id == source)

        return drawn

    def __getitem__(self, name: str) -> EventView:
        """Tell one event."""
        return self._known[name] if name in self._known else self._told(self._rest[name])

    def __contains__(self, name: object) -> bool:
        """Say whether there is such an event, without telling it."""
        return name in self._known or name in self._rest

    def __iter__(self) -> Iterator[str]:
        """Name the events: those shown in their order, then the others in that of the timeline."""
        return iter(self._names)

    def __len__(self) -> int:
        """Count the events."""
        return len(self._names)


class Deferred(Sequence[T], Generic[T]):
    """A sequence whose items are made when they are looked at, each from its name; the names are asked for then, too."""

    def __init__(self, names: Callable[[], Sequence[str]], make: Callable[[str], T]) -> None:
        self._names, self._make = names, make

    @overload
    def __getitem__(self, index: int) -> T: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[T]: ...
    def __getitem__(self, index: int | slice) -> T | Sequence[T]:
        """Make one item, or take a part of the sequence."""
        found = self._names()[index]
        return self._make(found) if isinstance(found, str) else Deferred(lambda: found, self._make)

    def __len__(self) -> int:
        """Count the items, without making them."""
        return len(self._names())

    def __eq__(self, other: object) -> bool:
        """Tell whether the items are the same."""
        return isinstance(other, Deferred) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        """Hash the names alone: what is equal has the same."""
        return hash(tuple(self._names()))
