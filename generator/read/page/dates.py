"""The dates of a page that may be that of its publication, each where it stands, the surest first.

In: a page, its linked data, its address. Out: Seen…. Dates of comments, of other stories, of the site and of its
footer are left out; dates of a change are kept, marked as such, since they explain others.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from generator.model.witness import WitnessKind
from generator.read.dating import address
from generator.read.dating.judging import Seen
from generator.read.dating.moment import stamped
from generator.read.page.linked import Linked, types_of
from generator.read.page.sight import Sight, in_sight

_META = {
    **dict.fromkeys(
        (
            *("article:published_time", "article:published", "og:article:published_time", "og:published_time", "og:pubdate"),
            *("datepublished", "parsely-pub-date", "article.published", "article_published_time", "rnews:datepublished", "bt:pubdate"),
            *("iso-8601-publish-date", "cxenseparse:recs:publishtime", "cxenseparse:publishtime", "publication_date", "published_at"),
            *("dcterms.issued", "dc.date.issued", "date.issued", "citation_publication_date", "prism.publicationdate", "published_time"),
            *("article-published-time", "publishdate", "publish-date", "publish_date", "publisheddate", "pub_date", "published"),
            *("shareaholic:article_published_time", "sailthru.date", "vr:published_time", "temporal.published"),
        ),
        1,
    ),
    **dict.fromkeys(
        (
            "date",
            "dc.date",
            "dcterms.date",
            "pubdate",
            "dcterms.created",
            "dc.created",
            "cre-date",
            "created",
            "date.created",
            "datecreated",
        ),
        2,
    ),
    "date.available": 2,
    "originalpublicationdate": 2,
}
"""Names of meta elements that give the day of publication → their rank: many programs put the day of a page's making into the second."""
_CHANGED = re.compile(r"modif|updat|revis|last[-_ ]?(?:mod|edit)|changed", re.IGNORECASE)
_META_ORDER = {name: number for number, name in enumerate(_META)}


def seen(tree: Any, linked: Linked, url: str | None, headings: Iterable[str]) -> tuple[Seen, ...]:
    """Return every date of a page that could be that of its publication, and those of changes."""
    found = [*_of_linked(linked), *_of_meta(tree), *_of_microdata(tree), *_of_microformats(tree)]
    if not linked.is_live:  # the times in sight are those of its posts
        found += [_of_sight(each) for each in in_sight(tree, headings)]
    if dated := address.dated(url):
        found.append(dated)
    return tuple(found)


def _seen(kind: WitnessKind, place: str, words: object, rank: int, *, changed: bool = False) -> Iterator[Seen]:
    """Yield the date that *words* name in full, if they do."""
    if isinstance(words, str) and len(words) <= _LONGEST and (found := stamped(words)):
        yield Seen(kind, place, words.strip(), rank, found, changed=changed)


_LONGEST = 80
"""Characters of a date as metadata write it."""


def _of_linked(linked: Linked) -> Iterator[Seen]:
    for each in linked.own:
        kinds = each.get("@type")
        kind = str((kinds[0] if isinstance(kinds, list) and kinds else kinds) or "object")
        is_live = "liveblogposting" in types_of(each)
        rank = 1 if linked.is_sure and not is_live else 2
        yield from _seen(WitnessKind.LINKED, f"{kind} datePublished", each.get("datePublished"), rank)
        if is_live:
            yield from _seen(WitnessKind.LINKED, f"{kind} coverageStartTime", each.get("coverageStartTime"), 2)
        yield from _seen(WitnessKind.LINKED, f"{kind} dateModified", each.get("dateModified"), 2, changed=True)
    for each in linked.page:
        rank = 2 if linked.own else 1
        yield from _seen(WitnessKind.LINKED, "WebPage datePublished", each.get("datePublished"), rank)


def _of_meta(tree: Any) -> Iterator[Seen]:
    """Yield what meta elements say, in the order of their worth; a name that says several things says nothing for sure."""
    said: dict[str, dict[str, str]] = {}
    for meta in tree.iter("meta"):
        written = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        words = (meta.get("content") or "").strip()
        if words and (written.lower() in _META or _CHANGED.search(written)):
            said.setdefault(written.lower(), {}).setdefault(words, written)
    for name in sorted(said, key=lambda each: _META_ORDER.get(each, len(_META_ORDER))):
        changed = name not in _META
        for words, written in said[name].items():
            rank = _META.get(name, 2) if len(said[name]) == 1 else 2
            yield from _seen(WitnessKind.META, written, words, rank, changed=changed)


def _of_microdata(tree: Any) -> Iterator[Seen]:
    """Yield the dates that elements of microdata give the article, not those of things within it (comments, videos)."""
    for each in tree.xpath("//body//*[@itemprop]"):
        names = (each.get("itemprop") or "").lower().split()
        if not {"datepublished", "datemodified", "dateupdated"} & set(names):
            continue
        scope = _scope(each)
        if scope is not None and not re.search(r"(?:article|posting|report|webpage)$", scope, re.IGNORECASE):
            continue
        words = each.get("datetime") or each.get("content") or each.text_content()
        yield from _seen(WitnessKind.MICRODATA, " ".join(names), words, 1, changed="datepublished" not in names)


_ENTRY = re.compile(r"(?:^|\s)(?:published|dt-published|entry-date)(?:\s|$)")
_ENTRIES = re.compile(r"(?:^|\s)(?:hentry|h-entry)(?:\s|$)")


def _of_microformats(tree: Any) -> Iterator[Seen]:
    """Yield the dates that microformats (hAtom, h-entry) and HTML's old ``pubdate`` give the entry that holds the headline."""
    for each in tree.xpath("//body//*[@class or @pubdate]"):
        words = each.get("datetime") or (each.get("title") if each.tag == "abbr" else "")
        if not words or not (_ENTRY.search(each.get("class") or "") or each.get("pubdate") is not None):
            continue
        entry = next((up for up in each.iterancestors() if up.tag == "article" or _ENTRIES.search(up.get("class") or "")), None)
        if entry is not None and len(list(entry.iter("h1"))) == 1:
            yield from _seen(WitnessKind.MICRODATA, "published", words, 1)


def _scope(each: Any) -> str | None:
    """Return the type of the thing that an element of microdata speaks of; None where it is not said."""
    for around in each.iterancestors():
        if around.get("itemscope") is not None or around.get("itemtype"):
            return (around.get("itemtype") or "").rstrip("/") or None
    return None


def _of_sight(each: Sight) -> Seen:
    kind = WitnessKind.TEXT if each.is_above else WitnessKind.TIME if each.is_element else WitnessKind.STAMP
    return Seen(kind, each.label, each.words, 3, each.moment, each.month, changed=each.changed)
