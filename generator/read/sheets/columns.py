"""The header of a table → which column holds what. Columns are known by their usual names, in the languages that timelines are made in.

In: the cells of a record. Out: Columns; how many of them are known tells a header from any other record.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from generator.model.additions import RELATIONS
from generator.read.sheets.column_names import FIELDS

OWN = "own "
"""What stands before the name of a field that only this project has."""
_WRITTEN = "written"
_OURS = frozenset(
    {"bound", "shade", "earliest", "latest", "label", "precision", "checked", "entry state", "quote", "source published", "date guessed"}
)
"""Columns of our own export that say the same again, or what only the articles can say."""
_OTHER_DATES = frozenset({"added", "created", "modified", "updated", "published", "publication", "accessed", "entered", "retrieved"})
_MOST_WORDS = 4
_LONGEST = 200
"""Code points of a cell that are looked at for a column's name."""
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
"""Where a name in one word has its next one: "startDate"."""
_BRACKETED = re.compile(r"[(\[][^)\]]*[)\]]")
"""What a name says besides: "Year (required)"."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Field → the numbers of its columns; ``unknown`` are the names of those that hold nothing that an event has.

    ``unnamed`` are the numbers of those without a name.
    """

    fields: dict[str, tuple[int, ...]]
    unknown: tuple[str, ...]
    count: int
    unnamed: tuple[int, ...] = ()

    @property
    def missing(self) -> str:
        """What an event needs and the header does not name; empty when nothing is missing."""
        if not {"date", "year"} & self.fields.keys():
            return "a column of dates (date, or year, month and day)"
        return "" if "headline" in self.fields else "a column of headlines (headline, title or event)"


def columns(header: Sequence[str], own: Sequence[str] = ()) -> Columns:
    """Return what the columns of a header hold; *own* are the names of the fields that the project has besides.

    >>> columns(["Event Date", "Event Title", "Link to source", "Mood"])
    Columns(fields={'date': (0,), 'headline': (1,), 'url': (2,)}, unknown=('Mood',), count=4, unnamed=())
    """
    names = _in_german([named(cell) for cell in header])
    ours = {"source published", "precision"} <= set(names)
    related = not set(RELATIONS).isdisjoint(names)
    besides = {named(name): f"{OWN}{name}" for name in own}
    found: dict[str, tuple[int, ...]] = {}
    left: list[int] = []
    for number, name in enumerate(names):
        field = FIELDS.get(name) or FIELDS.get(_BRACKETED.sub("", name).strip())
        if ours and name in {"source", "sources", "link", *_OURS}:
            continue
        if ours and name == _WRITTEN:
            field = _WRITTEN
        field = besides.get(name, field)
        if field == "id" and not related:
            field = None
            if ours:
                continue
        if field:
            found[field] = (*found.get(field, ()), number)
        elif name:
            left.append(number)
    unknown: list[str] = []
    for number in left:
        field = _like(names[number])
        if field and field not in found:
            found[field] = (number,)
        else:
            unknown.append(" ".join(header[number].split()))
    return Columns(found, tuple(unknown), len(header), tuple(number for number, name in enumerate(names) if not name))


def named(cell: str) -> str:
    r"""Return a column's name without what cannot be seen, case, and what stands for a space.

    >>> named("Year\u200b\n"), named("source_url"), named("startDate")
    ('year', 'source url', 'start date')
    """
    plain = "".join(each for each in unicodedata.normalize("NFKC", cell[:_LONGEST]) if unicodedata.category(each) != "Cf")
    return " ".join(_HUMP.sub(" ", plain.replace("_", " ")).casefold().replace("(s)", "s").strip(" \t\r\n:*?").split())


def _in_german(names: list[str]) -> list[str]:
    """Return the names of a header; in a German one that parts its dates, "Tag" is the day and no keyword.

    >>> _in_german(["jahr", "monat", "tag", "titel"])
    ['jahr', 'monat', 'tag des monats', 'titel']
    """
    return ["tag des monats" if name == "tag" and {"jahr", "monat"} <= set(names) else name for name in names]


def _like(name: str) -> str:
    """Return the field that a name of several words speaks of: "Event Date", "Link to source"."""
    words = name.replace("(", " ").replace(")", " ").replace("/", " ").split()
    if not 1 < len(words) <= _MOST_WORDS or _OTHER_DATES & set(words):
        return ""
    spoken = {FIELDS[word] for word in words if word in FIELDS}
    if "date" in spoken and {"end", "until"} & set(words):
        return "end"
    order = ("date", "url", "year", "note", "tags", "headline")
    return next((field for field in order if field in spoken), "")
