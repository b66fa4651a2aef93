"""Who wrote a page: the names that its linked data, its meta elements or its byline give, each once and as a name.

In: the elements of the page, its linked data, and what trafilatura found. Out: names; no addresses, no "By", no name of the paper.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from generator.read.page.linked import Linked, plain
from generator.read.page.title import clean

_BEFORE = re.compile(r"^(?:(?:written |reported |story |words |analysis )?by|von|por|par|di|door)\s*:?\s+", re.IGNORECASE)
_BETWEEN = re.compile(
    r"(?:(?<!\s)\s++)?[;|]\s*|,\s*+(?!(?:Jr|Sr|II|III|MD|PhD)\b)(?:(?:and|und|y|et)\s+)?|(?<!\s)\s++(?:and|und|y|et|&)\s+"
)
_NO_NAME = re.compile(
    r"https?:|www\.|@|\d{3}|^(?:admin|staff|editor|guest|unknown|author|null|none|user)$|[<>{}\[\]]"
    r"|\b(?:news|press|times|correspondent|reporter|writer|editor)$|^(?-i:[A-Z]{2,5})$",
    re.IGNORECASE,
)
_LONGEST = 80
_MOST = 12


def people(tree: Any, linked: Linked, found: str | None, site: Iterable[str | None]) -> tuple[str, ...]:
    """Return who wrote a page.

    Args:
        tree: the page.
        linked: what its linked data say of its article.
        found: names that were found in the page itself, between semicolons.
        site: what its site is called; that is nobody's name.
    """
    sites = {plain(each) for each in site if each}
    for names in (_of_linked(linked), _of_meta(tree), (found or "").split(";")):
        told = [name for each in names for name in names_in(each) if plain(name) not in sites]
        if told:
            once: dict[str, str] = {}
            for name in told:
                once.setdefault(plain(name), name)
            return tuple(once.values())[:_MOST]
    return ()


def _of_linked(linked: Linked) -> Iterator[str]:
    for each in linked.own if linked.is_sure else ():
        authors = each.get("author")
        for author in authors if isinstance(authors, list) else [authors]:
            name = author.get("name") if isinstance(author, dict) else author
            yield from (one for one in (name if isinstance(name, list) else [name]) if isinstance(one, str))


def _of_meta(tree: Any) -> Iterator[str]:
    for meta in tree.iter("meta"):
        if (meta.get("name") or meta.get("property") or "").lower() in {"author", "article:author", "byl", "parsely-author", "dc.creator"}:
            yield meta.get("content") or ""


def names_in(words: str) -> Iterator[str]:
    """Part a byline into names.

    >>> list(names_in("By Ada Quill and Ben Roe"))
    ['Ada Quill', 'Ben Roe']
    """
    for each in _BETWEEN.split(_BEFORE.sub("", clean(words) or "")):
        name = _BEFORE.sub("", each.strip(" ,.|"))
        if 2 <= len(name) <= _LONGEST and not _NO_NAME.search(name):
            yield name


def signed(words: str) -> tuple[str, ...]:
    """Return the names of a line that says who wrote ("By Ada Quill", "Von Ada Quill"); none where it says something else."""
    line = words.splitlines()[0] if words else ""
    if not _BEFORE.match(line) or len(line) > _LONGEST or any(sign.isdigit() for sign in line):
        return ()
    names = tuple(names_in(line))
    return names if all(each[0].isupper() or each in _PARTICLES for name in names for each in name.split()) else ()


_PARTICLES = frozenset(
    ("de", "da", "dos", "del", "der", "den", "di", "du", "la", "le", "van", "von", "zu", "y", "e", "af", "av", "el", "al", "bin", "ben")
)
"""Small words within names."""
