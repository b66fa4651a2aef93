"""The dates of a page that may be that of its publication, each where it stands, the surest first.

In: a page, its linked data, its address. Out: Seen…. Dates of comments, of other stories, of the site and of its
footer are left out; dates of a change are kept, marked as such, since they explain others.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from generator.model.witness import WitnessKind
from generator.read.dating import address
from generator.read.dating.judging import Seen
from generator.read.dating.stamps import label_of
from generator.read.dating.stated import stamped
from generator.read.page import metas
from generator.read.page.linked import Linked, types_of
from generator.read.page.scripts import in_scripts
from generator.read.page.sight import Sight, in_sight, stands_elsewhere


def seen(tree: Any, linked: Linked, url: str | None, headings: Iterable[str]) -> tuple[Seen, ...]:
    """Return every date of a page that could be that of its publication, and those of changes."""
    found = [*_of_linked(linked), *_of_meta(tree), *_of_microdata(tree), *_of_microformats(tree)]
    if not linked.is_live:  # the times in sight are those of its posts
        found += [_of_sight(each) for each in in_sight(tree, headings)]
    found += [each for name, words in in_scripts(tree) for each in _seen(WitnessKind.SCRIPT, name, words, 3)]
    if dated := address.dated(url):
        found.append(dated)
    return tuple(found)


def _seen(kind: WitnessKind, place: str, words: object, rank: int, *, changed: bool = False) -> Iterator[Seen]:
    """Yield the date that *words* name in full, if they do; JSON may hold a figure, a list, or an object for its value."""
    if isinstance(words, list) and words:
        words = words[0]
    if isinstance(words, dict):
        words = words.get("@value")
    if isinstance(words, int) and not isinstance(words, bool):
        words = str(words)
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
        yield from _seen(WitnessKind.LINKED, f"{kind} dateCreated", each.get("dateCreated"), 2)
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
        if meta.get("itemprop") and not _is_of_article(meta):
            continue
        for written, words in _named(meta):
            if words and (metas.is_change(written) or metas.rank_of(written)):
                said.setdefault(written.lower(), {}).setdefault(words, written)
    for values in sorted(said.values(), key=lambda each: metas.order_of(next(iter(each.values())))):
        for words, written in values.items():
            rank = metas.rank_of(written) or 2
            yield from _seen(WitnessKind.META, written, words, rank if len(values) == 1 else 2, changed=metas.is_change(written))
    yield from _of_cards(tree)


def _named(meta: Any) -> Iterator[tuple[str, str]]:
    """Yield the names of a meta element with what it says; of an object written into one (Parse.ly's), each of its own."""
    name, words = meta.get("property") or meta.get("name") or meta.get("itemprop") or "", (meta.get("content") or "").strip()
    if words.startswith("{") and len(words) <= _LONGEST_OBJECT:
        try:
            held = json.loads(words)
        except (ValueError, RecursionError):
            return
        yield from ((f"{name} {key}", value.strip()) for key, value in held.items() if isinstance(value, str))
    elif name:
        yield name, words


_LONGEST_OBJECT = 4_000


def _of_cards(tree: Any) -> Iterator[Seen]:
    """Yield the date of a card for social networks, whose label says that it is the publication's (``twitter:label1``)."""
    said = {(each.get("name") or each.get("property") or "").lower(): each.get("content") or "" for each in tree.iter("meta")}
    for number in "12":
        if label_of(label := said.get(f"twitter:label{number}", "")) == "published":
            yield from _seen(WitnessKind.META, label, said.get(f"twitter:data{number}"), 1)


def _is_of_article(each: Any) -> bool:
    """Tell whether an element of microdata speaks of the article: its thing is one, and it stands among no comments or other stories."""
    scope = _scope(each)
    return (scope is None or bool(_ARTICLES.search(scope))) and not stands_elsewhere(each)


_ARTICLES = re.compile(r"(?:article|posting|report|webpage)$", re.IGNORECASE)


def _of_microdata(tree: Any) -> Iterator[Seen]:
    """Yield the dates that elements of microdata and of RDFa give the article, not those of things within it (comments, videos)."""
    for each in tree.xpath("//body//*[@itemprop or @property]"):
        names = (each.get("itemprop") or each.get("property") or "").lower().split()
        rank = min((_PROPERTIES[bare] for name in names if (bare := name.rpartition(":")[2]) in _PROPERTIES), default=0)
        if not rank or each.tag == "meta" or not _is_of_article(each):
            continue
        words = each.get("datetime") or each.get("content") or each.text_content()
        changed = not any(name.endswith(_FIRST) for name in names)
        yield from _seen(WitnessKind.MICRODATA, " ".join(names), words, rank, changed=changed)


_FIRST = ("datepublished", "issued", "date", "created")
_PROPERTIES = {"datepublished": 1, "issued": 1, "date": 2, "created": 2, "datemodified": 1, "dateupdated": 1, "modified": 1}
"""What microdata (schema.org) and RDFa (Dublin Core) call a date → its rank."""


_ENTRY = re.compile(r"(?:^|\s)(?:published|dt-published|entry-date)(?:\s|$)")
_ENTRIES = re.compile(r"(?:^|\s)(?:hentry|h-entry)(?:\s|$)")


def _of_microformats(tree: Any) -> Iterator[Seen]:
    """Yield the dates that microformats (hAtom, h-entry) and HTML's old ``pubdate`` give the entry that holds the headline."""
    for each in tree.xpath("//body//*[@class or @pubdate]"):
        words = each.get("datetime") or (each.get("title") if each.tag == "abbr" else "")
        if not words or not (_ENTRY.search(each.get("class") or "") or each.get("pubdate") is not None):
            continue
        entry = next((up for up in each.iterancestors() if up.tag == "article" or _ENTRIES.search(up.get("class") or "")), None)
        if entry is not None and len(list(entry.iter("h1"))) == 1 and not stands_elsewhere(each):
            yield from _seen(WitnessKind.MICRODATA, "published", words, 1)


def _scope(each: Any) -> str | None:
    """Return the type of the thing that an element of microdata speaks of; None where it is not said."""
    for around in each.iterancestors():
        if around.get("itemscope") is not None or around.get("itemtype"):
            return (around.get("itemtype") or "").rstrip("/") or None
    return None


def _of_sight(each: Sight) -> Seen:
    kind = WitnessKind.TEXT if each.is_above else WitnessKind.TIME if each.is_element else WitnessKind.STAMP
    rank = 1 if each.is_signed else 3
    return Seen(kind, each.label, each.words, rank, each.stated, each.month, changed=each.changed, is_beside=each.is_beside)
