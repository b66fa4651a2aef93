"""Addresses: where an event, source, year or tag has its page, and links from one page to another. In: ids and paths. Out: paths, hrefs.

Paths are relative to the site, with forward slashes; hrefs are relative to the page they stand on, so that the site works anywhere.
"""

from __future__ import annotations

import hashlib
import posixpath
import re
from collections.abc import Collection
from urllib.parse import quote

from generator.model.event import Event
from generator.model.web import parts_of

INDEX = "index.html"
MAP = f"map/{INDEX}"
LANES = f"lanes/{INDEX}"
_UNSAFE = re.compile(r"[^\w-]+", re.ASCII)
_WORDS = re.compile(r"\w+(?:['’]\w+)*")
_WORDS_AT_EACH_END = 6


def event_path(event: str, address: str = "") -> str:
    """Return the path of an event's page: the words of its *address*, then its id; with the id alone one that is never any other's.

    >>> event_path("e-1f", "2021-12-07-video-call"), event_path("e-1f")
    ('event/2021-12-07-video-call-e-1f/index.html', 'event/e-1f/index.html')
    """
    return f"event/{address}{'-' if address else ''}{slug(event)}/{INDEX}"


def address_of(event: Event, without_page: Collection[str]) -> str:
    """Return where an event is told: on its own page, or where it is among those *without_page* on that of its first source."""
    if event.id not in without_page:
        return event_path(event.id, event.address)
    return f"{source_path(next(each.source for each in event.citations if each.source))}#{slug(event.id)}"


def source_path(article: str) -> str:
    """Return the path of a source's page; no two differ in case only, for some hosts know no difference.

    >>> source_path("Vote"), source_path("vote")
    ('source/vote-cd5588/index.html', 'source/vote/index.html')
    """
    name = slug(article)
    if name != name.lower():
        name = f"{name.lower()}-{hashlib.sha256(article.encode()).hexdigest()[:6]}"
    return f"source/{name}/{INDEX}"


def year_path(label: str) -> str:
    """Return the path of a year's page."""
    return f"year/{slug(label)}/{INDEX}"


def zoom_path(key: str) -> str:
    """Return the path of the overview of one stretch of time.

    >>> zoom_path("2021-12")
    'zoom/2021-12/index.html'
    """
    return f"zoom/{slug(key)}/{INDEX}"


def tag_path(tag: str) -> str:
    """Return the path of a tag's page."""
    return f"tag/{slug(tag.lower())}/{INDEX}"


def place_path(name: str) -> str:
    """Return where a place stands on the page of the map.

    >>> place_path("Orsk")
    'map/index.html#p-orsk'
    """
    return f"{MAP}#p-{slug(name.lower())}"


def feed_path(page: str) -> str:
    """Return where the feed of a tag stands: beside its page.

    >>> feed_path("tag/storm/index.html")
    'tag/storm/feed.xml'
    """
    return page.removesuffix(INDEX) + "feed.xml"


def slug(name: str) -> str:
    """Return a name that is safe in a path; one that had to be changed ends in a hash of the original, so that no two fall together.

    >>> slug("000_598ffe772e1bdb79")
    '000_598ffe772e1bdb79'
    >>> slug("../etc")
    'etc-f7f912'
    """
    safe = _UNSAFE.sub("-", name).strip("-")
    if safe and safe == name and len(safe) <= 100:
        return safe
    digest = hashlib.sha256(name.encode()).hexdigest()[:6]
    return f"{safe[:80]}-{digest}".lstrip("-")


def relative(page: str, target: str) -> str:
    """Return the href from one page of the site to another; a fragment may follow the target.

    >>> relative("event/e-1/index.html", "style.css")
    '../../style.css'
    >>> relative("index.html", "index.html#e-1")
    '#e-1'
    """
    path, mark, fragment = target.partition("#")
    if path == page and mark:
        return f"#{fragment}"
    return quote(posixpath.relpath(path, posixpath.dirname(page) or ".")) + mark + fragment


def absolute(base_url: str, path: str) -> str:
    """Return the address on the web: a page's own ``index.html`` is left away."""
    return base_url.rstrip("/") + "/" + quote(path.removesuffix(INDEX))


def text_fragment(url: str, quoted: str) -> str:
    """Return the address of a quote in its source: a text fragment directive of whole words (WICG Scroll To Text Fragment).

    Long quotes are given by their first and last words; ``-``, ``,`` and ``&`` are encoded.

    >>> text_fragment("https://a.example/x", "He spoke on Tuesday, at noon.")
    'https://a.example/x#:~:text=He%20spoke%20on%20Tuesday%2C%20at%20noon'
    """
    found = list(_WORDS.finditer(quoted))
    if not found:
        return url
    if len(found) <= 2 * _WORDS_AT_EACH_END:
        directive = _encoded(quoted[found[0].start() : found[-1].end()])
    else:
        opening = quoted[found[0].start() : found[_WORDS_AT_EACH_END - 1].end()]
        closing = quoted[found[-_WORDS_AT_EACH_END].start() : found[-1].end()]
        directive = f"{_encoded(opening)},{_encoded(closing)}"
    base, _, fragment = url.partition("#")
    return f"{base}#{fragment.partition(':~:')[0]}:~:text={directive}"


def web_address(url: str | None) -> str | None:
    """Return the address if it is one that a page may link to (http or https), else None."""
    return url if url and re.match(r"https?://[^\s\"<>\\]+$", url, re.IGNORECASE) else None


def host_of(url: str | None) -> str | None:
    """Return the site of an address as people call it.

    >>> host_of("https://www.bbc.co.uk/news/1"), host_of(None)
    ('bbc.co.uk', None)
    """
    return (parts_of(url).hostname or "").removeprefix("www.") or None


def _encoded(text: str) -> str:
    return quote(" ".join(text.split()), safe="").replace("-", "%2D")
