"""The site's own words in a language: names of months, labels, sentences of the interface. In: a language tag. Out: Words."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any
from unicodedata import bidirectional

FALLBACK = "en"
"""Used, with its own ``lang``, where a language has no table."""


_TURNING = frozenset({"R", "AL", "AN", "LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"})
"""Classes of the Unicode bidirectional algorithm (UAX #9) that turn the words beside them round."""
_CONTROLS = re.compile("[\u202a-\u202e\u2066-\u2069]")


def isolated(part: object) -> object:
    r"""Return what is filled into a phrase so that it cannot turn the phrase's own words round; what cannot anyhow stays as it is.

    >>> isolated("R. Kern"), isolated("\u202eR. Kern") == "\u2068R. Kern\u2069", isolated(2022)
    ('R. Kern', True, 2022)
    """
    if not isinstance(part, str) or part.isascii() or not any(bidirectional(sign) in _TURNING for sign in part):
        return part
    return f"\u2068{_CONTROLS.sub('', part)}\u2069"


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """The words of one language. ``language`` and ``direction`` are for HTML; ``tables`` are the sections of the TOML file.

    There is one of each language, compared by identity, so that what was told in it can be remembered.
    """

    language: str
    direction: str
    tables: Mapping[str, Any]

    def say(self, section: str, key: str, **parts: object) -> str:
        """Return a phrase with its parts filled in, each of which runs in its own direction.

        >>> words("en").say("page", "updated", date="8 Dec 2021")
        'Updated 8 Dec 2021'
        """
        return str(self.tables[section][key]).format(**{name: isolated(part) for name, part in parts.items()})

    def count(self, key: str, n: int) -> str:
        """Return a counted phrase in the form that the number asks for.

        >>> words("en").count("events", 1), words("en").count("events", 1200)
        ('1 event', '1,200 events')
        """
        separator = str(self.tables.get("thousands", ","))
        return self.form(key, n).format(n=f"{n:,}".replace(",", separator))

    def form(self, key: str, n: int) -> str:
        """Return the form of a counted phrase, with what is to be filled in still open.

        ``plurals`` of the table names the CLDR categories that its lists have the forms of; without it they are singular and plural.
        """
        forms: Sequence[str] = self.tables["count"][key]
        names: Sequence[str] = self.tables.get("plurals", ())
        name = _category(self.language, n) if names else ("one" if n == 1 else "other")
        return str(forms[names.index(name)] if name in names else forms[0 if not names and n == 1 else -1])

    def __getitem__(self, section: str) -> Mapping[str, Any]:
        """Return a section, for templates: ``w["page"]``."""
        table: Mapping[str, Any] = self.tables[section]
        return table

    if not TYPE_CHECKING:  # no code of ours names a section so

        def __getattr__(self, section: str) -> Mapping[str, Any]:
            """Return a section, for templates: ``w.page``, and from there ``w.page.skip``."""
            if section == "tables" or section not in self.tables:
                raise AttributeError(section)
            return self[section]

    @property
    def dates(self) -> Mapping[str, Any]:
        """The words of dates."""
        return self["dates"]


@lru_cache(maxsize=4096)
def _category(language: str, n: int) -> str:
    """Return which of the CLDR's plural categories a number has in a language (``one``, ``few``, ``many`` …)."""
    from babel import Locale  # noqa: PLC0415  # loaded for the languages alone that have more than singular and plural

    return Locale.parse(language).plural_form(n)


@lru_cache(maxsize=16)
def words(language: str) -> Words:
    """Return the words for a BCP 47 tag; English where the language has no table of its own."""
    folder = files("generator.render") / "words"
    for name in (language.lower(), language.lower().split("-")[0], FALLBACK):
        table = folder / f"{name}.toml"
        if name.replace("-", "").isalnum() and table.is_file():
            tables = tomllib.loads(table.read_text(encoding="utf-8"))
            whole = tables if name == FALLBACK else merged(_without_forms(words(FALLBACK).tables), tables)
            return Words(str(tables["language"]), str(tables["direction"]), _Section.of(whole))
    raise LookupError(FALLBACK)


class _Section(dict[str, Any]):
    """A table whose keys are attributes too, as templates name them."""

    __slots__ = ()

    @classmethod
    def of(cls, table: Mapping[str, Any]) -> _Section:
        """Return a table as one, with all that are in it."""
        return cls({key: cls.of(value) if isinstance(value, dict) else value for key, value in table.items()})

    def __getattr__(self, key: str) -> Any:
        try:
            return self[key]
        except KeyError:
            raise AttributeError(key) from None


def merged(common: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    """Return a language's tables with what they lack from common ones."""
    found = {**common, **own}
    return {key: merged(common[key], value) if isinstance(value, dict) and key in common else value for key, value in found.items()}


def _without_forms(tables: Mapping[str, Any]) -> dict[str, Any]:
    """Leave out what one language alone writes so: its signs between thousands and its plural forms."""
    return {key: value for key, value in tables.items() if key not in {"thousands", "plurals"}}


def capital(text: str) -> str:
    """Return the text with its first letter as a capital.

    >>> capital("late summer 2021")
    'Late summer 2021'
    """
    return text[:1].upper() + text[1:]
