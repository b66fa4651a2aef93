"""What comes of looking for words: they were found, a person has to look, or they are gone."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from generator.model.span import Span


class Way(StrEnum):
    """How the words were recognised."""

    EXACT = "exact"
    """The same but for quotation marks, dashes and white space."""
    SPELLING = "spelling"
    """The same words in another spelling, case or punctuation."""
    CLOSE = "close"
    """The same but for words that carry no fact, at the same place."""


@dataclass(frozen=True, slots=True)
class Found:
    """The words stand at ``span`` of the article's frozen text."""

    span: Span
    way: Way


@dataclass(frozen=True, slots=True)
class Review:
    """Something like the words stands at ``spans``, but a person has to say whether it is meant; ``reason`` says why.

    ``same_words`` is True when each of the spans holds the words themselves and it is only open which was meant.
    """

    spans: tuple[Span, ...]
    reason: str
    same_words: bool = False


@dataclass(frozen=True, slots=True)
class Orphan:
    """The words stand nowhere in the article."""

    reason: str


Anchored = Found | Review | Orphan
