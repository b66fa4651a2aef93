"""The events while editors' acts are laid over them, and what there is to say about it.

In: the program's events and the articles. Out: the events as they then are, those that are gone, diagnostics.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from generator.model.article import Article
from generator.model.diagnostic import Code, Diagnostic, at, tell
from generator.model.edit import Edit
from generator.model.event import Event, Gone


@dataclass(frozen=True, slots=True)
class Check:
    """An editor's "checked": the act, and the values of the fields as the editor saw them."""

    edit: Edit
    seen: Mapping[str, object]


@dataclass(slots=True)
class Board:
    """The events by id, in the order given; acts change them one after the other."""

    events: dict[str, Event]
    articles: Mapping[str, Article]
    checks: dict[str, Check] = field(default_factory=dict)
    gone: list[Gone] = field(default_factory=list)
    removed: list[Event] = field(default_factory=list)
    said: list[Diagnostic] = field(default_factory=list)
    hands: dict[tuple[str, str], Edit] = field(default_factory=dict)
    """The last act that set a field, by the event's id and the field's name."""
    citing: Mapping[str, Mapping[str, None]] = field(default_factory=dict)
    """The ids of the events that cited an article before any act, in the order given: what :func:`citing` returns of them."""
    later: dict[str, dict[str, None]] = field(default_factory=dict)
    """The ids of the events that have cited an article since."""

    def on(self, source: str) -> Iterable[Event]:
        """Return the events that cite an article."""
        names = {**self.citing.get(source, {}), **self.later.get(source, {})}
        here = (self.events[name] for name in names if name in self.events)
        return (event for event in here if any(each.source == source for each in event.citations))

    def put(self, event: Event) -> None:
        """Set an event in its place."""
        self.events[event.id] = event
        for citation in event.citations:
            self.later.setdefault(citation.source, {})[event.id] = None

    def remove(self, event: Event, gone: Gone) -> None:
        """Take an event off, and remember what became of it."""
        del self.events[event.id]
        self.checks.pop(event.id, None)
        self.removed.append(event)
        self.gone.append(gone)

    def tell(self, code: Code, edit: Edit, *keys: str, hint: str | None = None, **parts: object) -> None:
        """Say something about an act, at the first of its keys that its file has."""
        place = edit.place(*keys)
        self.said.append(tell(code, at(edit.source, place.start, place.end or None), hint, **parts))


def citing(events: Iterable[Event]) -> dict[str, dict[str, None]]:
    """Return the ids of the events that cite each article, in the order given."""
    found: dict[str, dict[str, None]] = {}
    for event in events:
        for citation in event.citations:
            found.setdefault(citation.source, {})[event.id] = None
    return found
