"""An article as it was frozen: its text, what is known about it, and the blocks and sentences of the text.

In: nothing; these are nouns. Unknown is None (or an empty tuple), never a guess.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, time
from enum import StrEnum

from generator.model.span import Source, Span
from generator.model.witness import Witness


class BlockKind(StrEnum):
    """What a block of an article is. Only the story's kinds can hold events."""

    HEADLINE = "headline"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list item"
    CAPTION = "caption"
    BYLINE = "byline"
    BIOGRAPHY = "biography"
    FURNITURE = "furniture"
    UNREAD = "unread"

    @property
    def is_story(self) -> bool:
        """Tell whether the block is told as news, not as page furniture around it."""
        return self in _STORY


_STORY = frozenset({BlockKind.HEADLINE, BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM})


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, list item, headline …: a stretch of the text that no sentence crosses."""

    kind: BlockKind
    span: Span


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: its number in the article (from 1), where it stands, the kind of its block, and the block's number (from 0)."""

    number: int
    span: Span
    kind: BlockKind
    block: int


@dataclass(frozen=True, slots=True)
class Published:
    """When an article came out, at its own place. ``guessed`` marks a date that was inferred from the page."""

    day: date
    time: time | None = None
    guessed: bool = False

    def __str__(self) -> str:
        return self.day.isoformat() + (f"T{self.time.isoformat()}" if self.time else "")


@dataclass(frozen=True, slots=True)
class Post:
    """A post of a live report: where it begins, and when it was published."""

    start: int
    published: Published


@dataclass(frozen=True, slots=True)
class Article:
    """A source article.

    ``id`` is its file's name without the ending; ``source.text`` is the text that is cited; ``witnesses`` are what speaks for its date;
    ``posts`` are those of a live report, which each have a time of their own; ``image`` is the address of the picture that its publisher
    offers for sharing.
    """

    id: str
    source: Source
    blocks: tuple[Block, ...]
    language: str = "en"
    published: Published | None = None
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    archived_url: str | None = None
    archived_at: str | None = None
    authors: tuple[str, ...] = ()
    day_first: bool = False
    witnesses: tuple[Witness, ...] = ()
    posts: tuple[Post, ...] = ()
    image: str | None = None

    @property
    def text(self) -> str:
        """The frozen text that spans refer to."""
        return self.source.text

    @property
    def read(self) -> Article:
        """The article as far as it is read: without the text of its UNREAD blocks, which are its last."""
        if not self.blocks or self.blocks[-1].kind is not BlockKind.UNREAD:  # asked for every article whenever one changes
            return self
        behind = next(block.span.start for block in self.blocks if block.kind is BlockKind.UNREAD)
        return replace(self, source=replace(self.source, text=self.text[:behind]))
