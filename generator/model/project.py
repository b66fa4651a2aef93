"""A project folder as a value: the bytes of its files, read once at the edge. A theme: templates and static files, overlaid."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.model.about import About
from generator.model.span import Source

MOST_ROWS = 10_000
"""Of a table or a list of events that is imported: each becomes a file of the project."""


@dataclass(frozen=True, slots=True)
class File:
    """A file: its path relative to the project (forward slashes), and its bytes."""

    path: str
    content: bytes

    @property
    def is_here(self) -> bool:
        """Tell whether its content is in memory: that of a file at an address is read where it is needed."""
        return True

    @property
    def mark(self) -> bytes:
        """What tells this content from another."""
        return self.content


@dataclass(frozen=True, slots=True)
class Record:
    """What a file that holds articles says of one of them.

    ``url`` is where it stood; ``is_sure`` marks that this counts more than what is read from the article itself; ``line`` is that of the
    file on which its text begins.
    """

    about: About
    url: str | None = None
    is_sure: bool = False
    line: int = 1


@dataclass(frozen=True, slots=True)
class ArticleFiles:
    """The files of one article: the frozen copy (.txt or .md), the saved page (.html), what they do not say (.toml), a parse (.conllu).

    ``saved`` is a file of another form that may hold several articles (.eml, .csv, .pdf); each that was parted from it has a ``record``.
    What has no text at all is about an article that such a file may hold.
    """

    id: str
    copy: File | None = None
    page: File | None = None
    about: File | None = None
    parse: File | None = None
    saved: File | None = None
    record: Record | None = None

    @property
    def text(self) -> File | None:
        """The file that is read: the copy, else the page, else what was saved in another form."""
        return self.copy or self.page or self.saved

    @property
    def path(self) -> str:
        """The path of the file that is read; its id where there is none."""
        return self.text.path if self.text else self.id


@dataclass(frozen=True, slots=True)
class Theme:
    """Templates by name (the user's file before the default theme's of the same name), and static files by path below ``static/``.

    ``pictures`` are the project's own below ``pictures/``, as they were given.
    """

    templates: Mapping[str, Source]
    static: Mapping[str, bytes]
    pictures: Mapping[str, bytes] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Project:
    """Everything a build reads, except the theme. ``name`` is the folder's name."""

    name: str
    settings: File | None = None
    articles: tuple[ArticleFiles, ...] = ()
    edits: tuple[File, ...] = ()
    permalinks: File | None = None
