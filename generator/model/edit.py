"""An edit: one act of an editor, read from one file, and the selectors that say which words it is about."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Annotated, Any

from generator.model.additions import Details, Ids, Media, Places
from generator.model.edtf import Edtf
from generator.model.form import OUTSIDE, Address, Amiss, Count, Text, ValueKind, one_line
from generator.model.mention import Status
from generator.model.span import Source, Span

HEADLINE_LIMIT = 300
"""Characters of a headline, which is one line."""
_Headline = Annotated[
    str, ValueKind(f"a line of text of at most {HEADLINE_LIMIT} characters", lambda value: 0 < len(value) <= HEADLINE_LIMIT, one_line)
]
_Tags = Annotated[
    tuple[str, ...],
    ValueKind('a list of texts: ["Ukraine"]', all, lambda value: tuple(dict.fromkeys(map(one_line, value)))),
]


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

    source: Text | None = None
    exact: Text = ""
    said: Text | None = None
    prefix: Text = ""
    suffix: Text = ""
    start: Count | None = None
    url: Address | None = None

    def amiss(self) -> Iterator[Amiss]:
        """Yield what words need to be found again."""
        if not (self.source and self.exact.strip()) and not self.url:
            yield Amiss("a target needs source and exact", "name the article (its file without ending) and the words it is about")


@dataclass(frozen=True, slots=True)
class Fields:
    """Values of an event's fields; None where nothing is said. Used for what was (``was``) and for what is to be (``set``).

    ``follows`` and ``answers`` name other events by their ids; of ``details`` those that are not named stay as they are.
    """

    date: Edtf | None = None
    headline: _Headline | None = None
    status: Status | None = None
    tags: _Tags | None = None
    background: bool | None = None
    checked: bool | None = None
    media: Media | None = None
    places: Places | None = None
    details: Details | None = field(default=None, metadata={"key": "fields"})
    follows: Ids | None = None
    answers: Ids | None = None

    def named(self) -> dict[str, object]:
        """Return the fields that have a value, by name, in a fixed order."""
        return {name: value for name in self.__slots__ if (value := getattr(self, name)) is not None}


def _inside(value: Any) -> Any:
    """Return the text of a table that holds nothing else."""
    return value["text"] if isinstance(value, dict) and set(value) == {"text"} else value


_Targets = Annotated[tuple[Selector, ...], ValueKind("one or more tables headed [[target]]")]
_Correction = Annotated[str, ValueKind("a table [correction] with text", str.strip, taken=_inside)]


@dataclass(frozen=True, slots=True)
class Edit:
    """One act. ``name`` is the file's name without ending, ``source`` its text (for diagnostics), ``note`` the body in Markdown.

    ``places`` are the keys of the file and where they stand in ``source`` (``set.date``, ``target.0.exact``), for diagnostics.
    """

    name: str = field(metadata=OUTSIDE)
    source: Source = field(metadata=OUTSIDE)
    action: Action = field(metadata={"hint": 'say what is done: action = "edit" (or hide, merge, split, add)'})
    at: datetime = field(metadata={"hint": "say when it was done: at = 2021-12-08T18:40:00Z"})
    by: Text | None = None
    targets: _Targets = field(default=(), metadata={"key": "target"})
    was: Fields = field(default_factory=Fields)
    set: Fields = field(default_factory=Fields)
    note: str = field(default="", metadata=OUTSIDE)
    correction: _Correction | None = None
    reason: Text | None = None
    own_reporting: bool = False
    places: tuple[tuple[str, Span], ...] = field(default=(), metadata=OUTSIDE)

    def place(self, *keys: str) -> Span:
        """Return where the first of the keys stands that the file has; the start of the file when it has none of them."""
        known = dict(self.places)
        return next((known[key] for key in keys if key in known), Span(0, 0))

    def amiss(self) -> Iterator[Amiss]:
        """Yield what an act lacks."""
        quotes = sum(bool(target.exact or target.url) for target in self.targets)
        if self.action is Action.ADD:
            if self.set.date is None or self.set.headline is None:
                yield Amiss("an added event needs a date and a headline", '[set] date = "2021-12-08" and headline = "…"', ("set",))
        elif self.action is Action.MERGE and quotes < 2:
            yield Amiss("a merge names two events or more", "give a [[target]] for each; the first one stays", ("action",))
        elif quotes < 1:
            yield Amiss("no target", "say which words the edit is about: [[target]] with source and exact", ("action",))
        if self.action is Action.EDIT and not (self.set.named() or self.note or self.correction):
            yield Amiss("the edit changes nothing", "give it a [set], a [correction] or a note", ("action",))
