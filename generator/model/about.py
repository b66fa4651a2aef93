"""What is known of an article besides its text: said by its .toml, by its front matter, by the page or the record that holds it.

In: nothing; this is a noun. None (or nothing) is unknown.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Annotated, Any

from generator.model.article import Published
from generator.model.form import ADDRESS, ValueKind, is_address
from generator.model.witness import Witness


def _text(taken: Callable[[Any], Any] = lambda value: value) -> ValueKind:
    """Return the kind of texts of which a blank one says nothing."""
    return ValueKind("text between quotes", kept=lambda value: value.strip() or None, taken=taken)


def _names(people: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(each.strip() for each in people if each.strip())


_Words = Annotated[str, _text()]
_Moment = Annotated[str, _text(lambda value: value.isoformat() if isinstance(value, date) else value)]
_Link = Annotated[str, ValueKind(ADDRESS, is_address)]
_Names = Annotated[
    tuple[str, ...],
    ValueKind('a list of names: ["A. Author"]', kept=_names, taken=lambda value: [value] if isinstance(value, str) else value),
]


@dataclass(frozen=True, slots=True)
class About:
    """What is known of an article; None (or nothing) is unknown."""

    published: Published | None = None
    published_guessed: bool | None = None
    title: _Words | None = None
    publisher: _Words | None = None
    url: _Link | None = None
    archived_url: _Link | None = None
    archived_at: _Moment | None = None
    authors: _Names = ()
    language: _Words | None = None
    day_first: bool | None = None
    live: bool | None = None
    retrieved_at: _Moment | None = None
    image: _Link | None = None
    sha256: _Words | None = None
    witnesses: tuple[Witness, ...] = ()

    def sayable(self) -> About:
        """Return this without the halves of characters that JSON and YAML can write and no page can hold."""
        plain = {name: value.encode("utf-8", "replace").decode() for name in KEYS if isinstance(value := getattr(self, name), str)}
        authors = tuple(each.encode("utf-8", "replace").decode() for each in self.authors)
        return replace(self, **plain, authors=authors)  # type: ignore[arg-type]  # only fields that are texts

    def or_else(self, other: About) -> About:
        """Return this, with what it does not know taken from *other*."""
        unknown = {name: getattr(other, name) for name in KEYS if getattr(self, name) in (None, ())}
        return replace(self, **unknown)


KEYS = tuple(About.__slots__)
"""The keys of an article's .toml, in the order of the reference."""
