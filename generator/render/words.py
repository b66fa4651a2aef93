"""The site's own words in a language: names of months, labels, sentences of the interface. In: a language tag. Out: Words."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

FALLBACK = "en"
"""Used, with its own ``lang``, where a language has no table."""


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """The words of one language. ``language`` and ``direction`` are for HTML; ``tables`` are the sections of the TOML file.

    There is one of each language, compared by identity, so that what was told in it can be remembered.
    """

    language: str
    direction: str
    tables: Mapping[str, Any]

    def say(self, section: str, key: str, **parts: object) -> str:
        """Return a phrase with its parts filled in.

        >>> words("en").say("page", "updated", date="8 Dec 2021")
        'Updated 8 Dec 2021'
        """
        return str(self.tables[section][key]).format(**parts)

    def count(self, key: str, n: int) -> str:
        """Return a counted phrase, singular or plural.

        >>> words("en").count("events", 1), words("en").count("events", 1200)
        ('1 event', '1,200 events')
        """
        singular, plural = self.tables["count"][key]
        separator = str(self.tables.get("thousands", ","))
        return str(singular if n == 1 else plural).format(n=f"{n:,}".replace(",", separator))

    def __getitem__(self, section: str) -> Mapping[str, Any]:
        """Return a section, for templates: ``w.page.skip``."""
        table: Mapping[str, Any] = self.tables[section]
        return table

    @property
    def dates(self) -> Mapping[str, Any]:
        """The words of dates."""
        return self["dates"]


@lru_cache(maxsize=16)
def words(language: str) -> Words:
    """Return the words for a BCP 47 tag; English where the language has no table of its own."""
    folder = files("generator.render") / "words"
    for name in (language.lower(), language.lower().split("-")[0], FALLBACK):
        table = folder / f"{name}.toml"
        if name.replace("-", "").isalnum() and table.is_file():
            tables = tomllib.loads(table.read_text(encoding="utf-8"))
            return Words(str(tables["language"]), str(tables["direction"]), tables)
    raise LookupError(FALLBACK)


def capital(text: str) -> str:
    """Return the text with its first letter as a capital.

    >>> capital("late summer 2021")
    'Late summer 2021'
    """
    return text[:1].upper() + text[1:]
