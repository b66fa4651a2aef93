"""A saved web page → the text of its article, and what its own metadata say of it.

In: the bytes of an .html file. Out: Page; None where the page is too large, too deep, or holds no article.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from generator.model import codes
from generator.model.article import Published
from generator.model.diagnostic import Checked, Location, tell
from generator.model.project import File
from generator.model.span import Source
from generator.read.about import About
from generator.read.moment import published_of
from generator.read.text import ARTICLE_LIMIT

_DEPTH_LIMIT = 1000
"""Elements within elements, counted without parsing, so that ends left out make it more; real pages have up to 300."""
_COUNT_LIMIT = 20_000
"""Elements of a page; real ones have up to 6,000, and reading slows down with the square of their number."""


@dataclass(frozen=True, slots=True)
class Page:
    """What was read from a saved page."""

    source: Source
    about: About


def read(page: File) -> Checked[Page | None]:
    """Read the article of a saved page.

    The date of publication is taken from JSON-LD and meta elements, which are right; where htmldate has to look for it in the
    page itself, it is marked as guessed.
    """
    if len(page.content) > ARTICLE_LIMIT:
        return Checked(None, (tell(codes.TOO_LARGE, Location(page.path), size=len(page.content), limit=ARTICLE_LIMIT),))
    depth, count = _depth(page.content)
    if depth > _DEPTH_LIMIT:
        return Checked(None, (tell(codes.TOO_DEEP, Location(page.path), depth=depth, limit=_DEPTH_LIMIT),))
    if count > _COUNT_LIMIT:
        return Checked(None, (tell(codes.TOO_MANY, Location(page.path), count=count, limit=_COUNT_LIMIT),))
    text = _decoded(page.content)
    import trafilatura  # noqa: F401, PLC0415 - heavy; only saved pages need it. Outside of the try: what is not installed is no bad page

    try:
        body, about = _extracted(text)
    except Exception:  # noqa: BLE001 - the parsers leak errors of many kinds on broken pages; none of them is ours to mend
        body, about = "", About()
    if not body.strip():
        return Checked(None, (tell(codes.BAD_PAGE, Location(page.path)),))
    return Checked(Page(Source(page.path, body), about))


_TAG = re.compile(rb"<(/?)([a-zA-Z][a-zA-Z0-9-]*)")
_FLAT = frozenset(
    b"area base br col embed hr img input link meta param source track wbr p li dt dd option optgroup tr td th thead tbody tfoot"
    b" path circle rect line polygon polyline use stop image ellipse g rp rt".split()
)
"""Elements that hold nothing, or whose end may be left out, so that they cannot be counted."""


def _depth(content: bytes) -> tuple[int, int]:
    """Return how deep the elements of a page nest and how many there are, without parsing it."""
    depth = deepest = count = 0
    for match in _TAG.finditer(content):
        count += not match[1]
        if match[2].lower() in _FLAT:
            continue
        depth = max(0, depth - 1) if match[1] else depth + 1
        deepest = max(deepest, depth)
    return deepest, count


_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([A-Za-z0-9_-]{3,30})", re.IGNORECASE)


def _decoded(content: bytes) -> str:
    """Return a page's text: UTF-8 where it is, else in the encoding that it names, else Windows-1252 as browsers do."""
    named = _CHARSET.search(content[:4096])
    for encoding in ("utf-8-sig", named[1].decode("ascii") if named else "cp1252", "cp1252"):
        try:
            return content.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    return content.decode("latin-1")


def _extracted(text: str) -> tuple[str, About]:
    """Run trafilatura over the page; one paragraph a line becomes one between blank lines."""
    import trafilatura  # noqa: PLC0415 - heavy; loaded by now
    from trafilatura.settings import Document  # noqa: PLC0415 - heavy, likewise

    tree = trafilatura.load_html(text)
    if tree is not None and tree.tag != "html":  # a fragment, whose root the cleaners behind cannot drop
        tree = trafilatura.load_html(f"<html><body>{text}</body></html>")
    if tree is None:
        return "", About()
    own = _own_metadata(tree)
    found = trafilatura.bare_extraction(tree, with_metadata=True, include_comments=False, include_tables=False, deduplicate=False)
    if not isinstance(found, Document):
        return "", own
    body = "\n\n".join(line.strip() for line in (found.text or "").split("\n") if line.strip())
    rest = About(
        title=found.title, publisher=found.sitename, url=_address(found.url), authors=_people(found.author), language=found.language
    )
    if own.published is None and (guess := _guess(text)):
        rest = replace(rest, published=guess)
    return body, own.or_else(rest)


def _guess(text: str) -> Published | None:
    """Return the date that htmldate finds in the page itself, marked as guessed."""
    import htmldate  # noqa: PLC0415 - heavy; only saved pages need it

    found = published_of(htmldate.find_date(text, original_date=True, outputformat="%Y-%m-%d"))
    return replace(found, guessed=True) if found else None


_META_DATES = (
    "article:published_time",
    "article:published",
    "og:article:published_time",
    "parsely-pub-date",
    "datepublished",
    "date",
    "dc.date",
    "dc.date.issued",
    "dcterms.date",
    "dcterms.created",
    "dcterms.issued",
    "pubdate",
    "publishdate",
    "publish-date",
    "publication_date",
    "sailthru.date",
    "cxenseparse:recs:publishtime",
    "article.published",
    "og:pubdate",
    "date.issued",
    "cre-date",
    "rnews:datepublished",
    "bt:pubdate",
    "iso-8601-publish-date",
)
"""Names of meta elements that give the day of publication, the surest first."""


def _own_metadata(tree: Any) -> About:
    """Return what JSON-LD and meta elements say: they are written by the publisher's own system."""
    linked = next((each for each in _linked_data(tree) if each.get("datePublished")), {})
    metas: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower()
        metas.setdefault(name, _clean(meta.get("content")) or "")
    dates = [linked.get("datePublished"), *(metas.get(name) for name in _META_DATES)]
    published = next((found for each in dates if (found := published_of(each))), None)
    publisher = metas.get("og:site_name") or None
    title = _clean(linked.get("headline")) or metas.get("og:title") or None
    return About(published=published, title=_title(tree, title, publisher), publisher=publisher)


def _clean(words: object) -> str | None:
    """Return a line of text without entities that were written twice, or white space at its ends; None where there is none."""
    return " ".join(html.unescape(html.unescape(words)).split()) or None if isinstance(words, str) else None


_SUFFIX = re.compile(r"\s+[|*–—-]\s+(?P<rest>[^|*]{2,40}(?:\s[|*]\s.{2,60})?)$")


def _title(tree: Any, title: str | None, publisher: str | None) -> str | None:
    """Return the title that the metadata give, without the site's name; the page's one heading where they give none."""
    if title is None:
        headings = [words for each in tree.iter("h1") if (words := _clean(each.text_content()))]
        return headings[0] if len(headings) == 1 else None
    match = _SUFFIX.search(title)
    if match and publisher and match["rest"].lower().startswith(publisher.lower().removeprefix("the ")):
        return title[: match.start()]
    return title


def _linked_data(tree: Any) -> Iterator[dict[str, Any]]:
    """Yield the objects of the page's JSON-LD, those of @graph and lists included, not deeper."""
    for script in tree.iter("script"):
        if (script.get("type") or "").lower() != "application/ld+json" or not script.text:
            continue
        try:
            found = json.loads(script.text)
        except (ValueError, RecursionError):
            continue
        for each in found if isinstance(found, list) else [found]:
            if isinstance(each, dict):
                graph = each.get("@graph")
                yield each
                yield from (inner for inner in (graph if isinstance(graph, list) else []) if isinstance(inner, dict))


def _address(url: object) -> str | None:
    return url if isinstance(url, str) and url.startswith(("https://", "http://")) else None


def _people(author: object) -> tuple[str, ...]:
    """Return the names that trafilatura joins with semicolons."""
    return tuple(name.strip() for name in author.split(";") if name.strip()) if isinstance(author, str) else ()
