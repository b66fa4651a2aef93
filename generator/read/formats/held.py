"""What a file holds: articles, each a page or a text with what the file says of it, and addresses of articles.

In: nothing; these are nouns.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.model.about import About


@dataclass(frozen=True, slots=True)
class Held:
    """One article in a file: the name it suggests, ".html", ".txt" or ".md", its bytes, its address, and what the file says of it.

    ``is_sure`` marks that the file's own word counts more than what is read from the article: a database's record, a row of a table.
    ``line`` is that of the file on which its text begins, where the text stands there line by line.
    """

    name: str
    ending: str
    content: bytes
    url: str | None = None
    about: About = field(default_factory=About)
    is_sure: bool = False
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Address:
    """An article that a file only names: where it stands, and what it is called there."""

    url: str
    title: str = ""


Item = Held | Address
