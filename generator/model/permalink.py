"""What was once published: the ids of events and what readers saw of them, and the log of publications. In: nothing; these are nouns."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Permalink:
    """An event as it was last published. ``aliases`` are all ids it ever had; ``gone`` is the day on which it was first missing.

    ``address`` are the words that the address of its page has before the id: fixed with its first publication, empty where it was published
    before addresses had any. ``when`` is EDTF; ``when``, ``headline``, ``status`` and ``checked`` are what a change is told by.
    """

    id: str
    headline: str
    when: str
    status: str
    checked: bool
    aliases: tuple[str, ...]
    gone: date | None = None
    address: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """One field of a published event that is no longer what readers saw."""

    id: str
    field: str
    was: str
    now: str


@dataclass(frozen=True, slots=True)
class Publication:
    """What one publish changed for readers: events that are new, fields that changed, events that are gone (by id)."""

    day: date
    new: tuple[str, ...] = ()
    changed: tuple[Change, ...] = ()
    gone: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """Tell whether anything changed."""
        return bool(self.new or self.changed or self.gone)


@dataclass(frozen=True, slots=True)
class Permalinks:
    """``permalinks.json``: every event ever published, by id, and the publications, oldest first. Only ever added to.

    ``pages`` are the paths of the other pages: of sources, tags, years. ``project`` is the id by which its publications are told from those
    of other projects; empty before the first one.
    """

    events: tuple[Permalink, ...] = ()
    publications: tuple[Publication, ...] = ()
    pages: tuple[str, ...] = ()
    project: str = ""
