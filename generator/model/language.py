"""A language as data: the compiled form of one table (``language/CODE.toml``).

In: nothing; these are nouns. ``generator.language.load`` makes them; the ``extract`` wing reads them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class SentenceRules:
    """What ends a sentence in a language. All words are lower-case and without their final full stop.

    ``abbreviations`` never end a sentence before a capital ("Mr", "Gen"); ``endings`` may ("U.S", "a.m", "Inc"): they do where the
    next word is one of ``starters``; ``numbered`` do not end one before a digit ("No", "Jan"); ``speech`` are the verbs that
    follow a closed quotation ("Why?" Smith asked).
    """

    abbreviations: frozenset[str] = frozenset()
    endings: frozenset[str] = frozenset()
    numbered: frozenset[str] = frozenset()
    starters: frozenset[str] = frozenset()
    speech: frozenset[str] = frozenset()
    ordinals: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Language:
    """One language: its code (``en``), its own name, and its rules."""

    code: str
    name: str
    sentences: SentenceRules = field(default_factory=SentenceRules)
    grammar: Any = None
