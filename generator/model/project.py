"""A project folder as a value: the bytes of its files, read once at the edge. A theme: templates and static files, overlaid."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.model.span import Source


@dataclass(frozen=True, slots=True)
class File:
    """A file: its path relative to the project (forward slashes), and its bytes."""

    path: str
    content: bytes


@dataclass(frozen=True, slots=True)
class ArticleFiles:
    """The files of one article: the frozen copy (.txt or .md), the saved page (.html), what they do not say (.toml), a parse (.conllu)."""

    id: str
    copy: File | None = None
    page: File | None = None
    about: File | None = None
    parse: File | None = None

    @property
    def path(self) -> str:
        """The file that is read: the copy, else the page; its id where it has neither."""
        read = self.copy or self.page
        return read.path if read else self.id


@dataclass(frozen=True, slots=True)
class Theme:
    """Templates by name (the user's file before the default theme's of the same name), and static files by path below ``static/``."""

    templates: Mapping[str, Source]
    static: Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class Project:
    """Everything a build reads, except the theme. ``name`` is the folder's name."""

    name: str
    settings: File | None = None
    articles: tuple[ArticleFiles, ...] = ()
    edits: tuple[File, ...] = ()
    permalinks: File | None = None
    hosting: Mapping[str, bytes] = field(default_factory=dict)
