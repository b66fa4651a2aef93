"""Lists of addresses: a text, a browser's bookmarks, the exports of reading lists → Address…, each once, in their order.

In: the text of the file. Out: the addresses; nothing where the file is no list. Formats: the Netscape bookmark file that all browsers
export, and Pocket's HTML export, are definition lists and lists of links; .url and .webloc are one address each.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator

from generator.model.web import parts_of
from generator.read.formats.held import Address

_LINK = re.compile(r"<a\s[^<>]{0,2000}?href\s*=\s*[\"']?(?P<url>https?://[^\s\"'>]+)[\"']?[^>]*>(?P<title>[^<]*)", re.IGNORECASE)
_BOOKMARKS = re.compile(r"<!DOCTYPE\s+NETSCAPE-Bookmark-file|<title>\s*(?:Pocket|Instapaper)[^<]{0,20}Export", re.IGNORECASE)
_LINE = re.compile(
    r"(?:[-*+•]\s+|\d+[.)]\s+)?(?:\[(?P<title>[^\]]*)\]\()?<?(?P<url>https?://(?:\[[\da-fA-F:.]+\]|[^\s<>)\]])[^\s<>)\]]*)[>)]?(?P<rest>.*)"
)
_SHORTCUT = re.compile(r"^URL=(?P<url>https?://\S+)", re.MULTILINE)
_WEBLOC = re.compile(r"<key>URL</key>\s*<string>(?P<url>https?://[^<\s]+)</string>")
_SAID = 200
"""Characters that a line of a list may say beside its address."""


def bookmarks(text: str) -> tuple[Address, ...]:
    """Return the addresses of a browser's bookmarks or of a reading list in HTML; nothing where a page is neither."""
    if not _BOOKMARKS.search(text[:4_000]):
        return ()
    return _once(Address(html.unescape(match["url"]), " ".join(html.unescape(match["title"]).split())) for match in _LINK.finditer(text))


def listed(text: str) -> tuple[Address, ...]:
    r"""Return the addresses of a text that holds one a line, with a title at most; lines that begin with # are the reader's own notes.

    >>> [each.url for each in listed("# quays\n- [Quay closed](https://p.example/quay)\nhttps://p.example/eels\n")]
    ['https://p.example/quay', 'https://p.example/eels']
    """
    lines = [line.strip() for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#")]
    found = [_LINE.fullmatch(line) for line in lines]
    if not lines or not all(match and len(match["rest"]) <= _SAID for match in found):
        return ()
    return _once(Address(match["url"].rstrip(".,;"), match["title"] or match["rest"].strip(" -–—|:\t")) for match in found if match)


def shortcut(text: str) -> tuple[Address, ...]:
    """Return the address of a shortcut: Windows' .url, macOS's .webloc."""
    match = _SHORTCUT.search(text) or _WEBLOC.search(text)
    return (Address(html.unescape(match["url"])),) if match else ()


def _once(found: Iterable[Address]) -> tuple[Address, ...]:
    return tuple({each.url: each for each in _whole(found)}.values())


def _whole(found: Iterable[Address]) -> Iterator[Address]:
    yield from (each for each in found if parts_of(each.url).hostname)
