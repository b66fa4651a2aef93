"""The linked data of a page (JSON-LD, schema.org) → what it says of the page's own article, and of no other thing.

In: the elements of the page. Out: Linked. Comments, reviews, videos, sites and lists of other stories are not the article.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from generator.model.web import parts_of

_ARTICLE = re.compile(r"(?:article|posting|newsstory|report|^creativework)$", re.IGNORECASE)
_MOVING = "liveblogposting"
"""A report that goes on: its date moves with its latest entry."""
_DEPTH = 6
_SHARED = 0.6
"""The part of the shorter title's words that two titles of one article share."""
_ENTRIES = ("mainEntity", "mainEntityOfPage", "hasPart", "article", "blogPost")
"""Properties of a page's object that may hold the article itself."""


@dataclass(frozen=True, slots=True)
class Linked:
    """The objects that speak of the page's article: ``own`` of it, the surest first, and ``page`` of the page around it."""

    own: tuple[dict[str, Any], ...] = ()
    page: tuple[dict[str, Any], ...] = ()
    is_sure: bool = False

    def first(self, key: str) -> Any:
        """Return the first value that the article's own objects have for a property, the page's behind them."""
        return next((each[key] for each in (*self.own, *self.page) if each.get(key)), None)

    @property
    def is_live(self) -> bool:
        """Tell whether the article is a live report."""
        return any(_MOVING in types_of(each) for each in self.own)


def linked(tree: Any, titles: Iterable[str], urls: Iterable[str]) -> Linked:
    """Return what the linked data of a page say of its article.

    Args:
        tree: the page.
        titles: what the page itself is called: the texts of its title and headings.
        urls: the addresses that the page gives itself.
    """
    found = list(_objects(tree))
    articles = [each for each in found if _is_article(each)]
    page = tuple(each for each in found if "webpage" in types_of(each))
    own = [each for each in articles if _is_about(each, tuple(titles), set(map(_bare, urls)))]
    if not own and len(articles) == 1 and not (articles[0].get("headline") or articles[0].get("name")):
        own = articles  # the only one, which gives itself no other title
    return Linked(tuple(own or articles[:1]), page, is_sure=bool(own))


def types_of(each: dict[str, Any]) -> tuple[str, ...]:
    """Return the types of an object, in small letters and without their namespace."""
    kinds = each.get("@type")
    return tuple(
        str(kind).rpartition("/")[2].rpartition(":")[2].lower() for kind in (kinds if isinstance(kinds, list) else [kinds]) if kind
    )


def plain(words: str) -> str:
    """Return the letters and figures of a text, in small letters: what two titles are compared by."""
    return re.sub(r"\W+", "", html.unescape(words).lower())


def _is_article(each: dict[str, Any]) -> bool:
    """Tell whether an object is an article by its type, or without one by its headline."""
    return any(_ARTICLE.search(kind) for kind in types_of(each)) or (not types_of(each) and isinstance(each.get("headline"), str))


def _is_about(each: dict[str, Any], titles: tuple[str, ...], urls: set[str]) -> bool:
    """Tell whether an article is the page's: by its address, or by its title, or by a good part of it."""
    places = (each.get("url"), each.get("@id"), each.get("mainEntityOfPage"))
    texts = [place.get("@id") or place.get("url") if isinstance(place, dict) else place for place in places]
    if any(isinstance(text, str) and _bare(text) in urls and _bare(text) for text in texts):
        return True
    names = [str(each[key]) for key in ("headline", "alternativeHeadline", "name") if isinstance(each.get(key), str)]
    return any(_alike(name, title) for name in names if name for title in titles if title)


def _alike(one: str, two: str) -> bool:
    """Tell whether two titles share most of their words, or one begins or ends as the other does."""
    ours, theirs = plain(one), plain(two)
    length = min(len(ours), len(theirs), 24)
    if length >= 8 and (ours[:length] == theirs[:length] or ours[-length:] == theirs[-length:]):
        return True
    words, others = (set(re.findall(r"\w+", html.unescape(each).lower())) for each in (one, two))
    shared = len(words & others)
    return shared >= 2 and shared >= _SHARED * min(len(words), len(others))


def _bare(url: str) -> str:
    """Return what tells an address from others: host without www, and path; nothing where it is a home page."""
    parts = parts_of(url.strip())
    path = parts.path.rstrip("/")
    return f"{(parts.hostname or '').removeprefix('www.')}{path}" if path else ""


def _objects(tree: Any) -> Iterator[dict[str, Any]]:
    """Yield the objects of all JSON-LD of a page that may be the article or the page itself."""
    for script in tree.iter("script"):
        if (script.get("type") or "").strip().lower().split(";")[0] == "application/ld+json" and script.text:
            yield from _within(_read(script.text), 0)


_WRAPPED = re.compile(
    r"^\s*(?:<!--|//\s*<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/|<!\[CDATA\[)|(?:(?:-->|//\s*+\]\]>|/\*\s*+\]\]>\s*+\*/|\]\]>)[\s;]*+|(?<![\s;])[\s;]++)$"
)

_LAST_COMMA = re.compile(r",\s*([}\]])")
"""A comma behind the last item of a list or an object, which JSON does not allow and many templates write."""


def _read(text: str) -> Any:
    plain_text = _WRAPPED.sub("", text)
    for form in (plain_text, _LAST_COMMA.sub(r"\1", plain_text)):
        try:
            return json.loads(form, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _within(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    """Yield an object and those that it holds as its graph or its main thing; lists of other pages are left out."""
    if depth > _DEPTH:
        return
    if isinstance(value, list):
        for each in value:
            yield from _within(each, depth + 1)
    elif isinstance(value, dict):
        yield value
        yield from _within(value.get("@graph"), depth + 1)
        for key in _ENTRIES:
            yield from _within(value.get(key), depth + 1)
