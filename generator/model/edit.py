"""An edit: one act of an editor, read from one file, and the selectors that say which words it is about."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from generator.model.additions import Detail, Medium, Place
from generator.model.edtf import Edtf
from generator.model.mention import Status
from generator.model.span import Source, Span

HEADLINE_LIMIT = 300
"""Characters of a headline, which is one line."""


class Action(StrEnum):
    """What the editor did."""

    EDIT = "edit"
    HIDE = "hide"
    MERGE = "merge"
    SPLIT = "split"
    ADD = "add"


@dataclass(frozen=True, slots=True)
class Selector:
    """Words of a source: W3C TextQuoteSelector (exact, prefix, suffix) and TextPositionSelector (start).

    ``said`` chooses among the events of one sentence by their date words. ``url`` stands alone as evidence of an added event.
    """

    source: str | None
    exact: str
    said: str | None = None
    prefix: str = ""
    suffix: str = ""
    start: int | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Fields:
    """Values of an event's fields; None where nothing is said. Used for what was (``was``) and for what is to be (``set``).

    ``follows`` and ``answers`` name other events by their ids; of ``details`` those that are not named stay as they are.
    """

    date: Edtf | None = None
    headline: str | None = None
    status: Status | None = None
    tags: tuple[str, ...] | None = None
    background: bool | None = None
    checked: bool | None = None
    media: tuple[Medium, ...] | None = None
    places: tuple[Place, ...] | None = None
    details: tuple[Detail, ...] | None = None
    follows: tuple[str, ...] | None = None
    answers: tuple[str, ...] | None = None

    def named(self) -> dict[str, object]:
        """Return the fields that have a value, by name, in a fixed order."""
        return {name: value for name in self.__slots__ if (value := getattr(self, name)) is not None}


@dataclass(frozen=True, slots=True)
class Edit:
    """One act. ``name`` is the file's name without ending, ``source`` its text (for diagnostics), ``note`` the body in Markdown.

    ``places`` are the keys of the file and where they stand in ``source`` (``set.date``, ``target.0.exact``), for diagnostics.
    """

    name: str
    source: Source
    action: Action
    at: datetime
    by: str | None = None
    targets: tuple[Selector, ...] = ()
    was: Fields = field(default_factory=Fields)
    set: Fields = field(default_factory=Fields)
    note: str = ""
    correction: str | None = None
    reason: str | None = None
    own_reporting: bool = False
    places: tuple[tuple[str, Span], ...] = ()

    def place(self, *keys: str) -> Span:
        """Return where the first of the keys stands that the file has; the start of the file when it has none of them."""
        known = dict(self.places)
        return next((known[key] for key in keys if key in known), Span(0, 0))
