"""The lines of properties with which note programs open a clipping: Notion, Logseq, Readwise, Joplin, Obsidian's inline fields.

In: a text. Out: what they say, by key, and where the text behind them begins; nothing where it opens with none. A property is "Key: value",
"key:: value" or "- Key: value" on a line of its own; two stand together at least, and one of them is an address, a day or an author.
"""

from __future__ import annotations

import re

_LINE = re.compile(r"(?:[-*]\s+)?(?:\*\*)?(?P<key>[A-Za-z][\w -]{1,24}?)(?:\*\*)?(?P<sign>::?)(?:\*\*)?[ \t]+(?P<value>\S.*)")
_HEADING = re.compile(r"#{1,3}\s+(?:metadata|properties)\s*|!\[[^\]]*\]\([^)]*\)|---+", re.IGNORECASE)
_TITLE = re.compile(r"#\s+(?P<title>\S.*)")
_SECTION = re.compile(r"#{1,3}\s+(?:highlights?|full document|content|text|article)\b.*", re.IGNORECASE)
_TELLING = frozenset(
    {"url", "source", "link", "author", "authors", "published", "date", "date published", "full title", "created", "publisher"}
)
_LEAST = 2
_MOST = 30


def opening(text: str) -> tuple[dict[str, object], int]:
    """Return the properties that a text opens with, and the offset behind them; no properties and 0 where it has none."""
    found: dict[str, object] = {}
    at = begins = 0
    for line in text.split("\n", _MOST)[:_MOST]:
        stripped = line.strip()
        match = _LINE.fullmatch(stripped)
        if match:
            found.setdefault(match["key"].strip().lower(), _value(match["value"]))
            begins = at + len(line) + 1
        elif (title := _TITLE.fullmatch(stripped)) and not found and "title" not in found:
            found["title"] = title["title"].strip()
        elif _SECTION.fullmatch(stripped) and len(found) > _LEAST:
            begins = at + len(line) + 1
            break
        elif stripped and not _HEADING.fullmatch(stripped):
            break
        at += len(line) + 1
    said = set(found) - {"title"}
    return (found, min(begins, len(text))) if len(said) >= _LEAST and said & _TELLING else ({}, 0)


def _value(words: str) -> object:
    """Return a value without the marks of links and tags: a list where it holds several names in brackets."""
    names = re.findall(r"\[\[([^\]]+)\]\]", words)
    if len(names) > 1:
        return names
    link = re.fullmatch(r"\[[^\]]*\]\((?P<url>\S+)\)", words.strip())
    return link["url"] if link else words.strip().removeprefix("[[").removesuffix("]]")
