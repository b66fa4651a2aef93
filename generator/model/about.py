"""What is known of an article besides its text: said by its .toml, by its front matter, by the page or the record that holds it.

In: nothing; this is a noun. None (or nothing) is unknown.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from generator.model.article import Published
from generator.model.witness import Witness


@dataclass(frozen=True, slots=True)
class About:
    """What is known of an article; None (or nothing) is unknown."""

    published: Published | None = None
    published_guessed: bool | None = None
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    archived_url: str | None = None
    archived_at: str | None = None
    authors: tuple[str, ...] = ()
    language: str | None = None
    day_first: bool | None = None
    live: bool | None = None
    retrieved_at: str | None = None
    image: str | None = None
    sha256: str | None = None
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
