"""Is a page a list of other pages? Its elements → "an index page", "a list of addresses", or None.

In: the elements of the page. Out: what it is. A page whose metadata speak of an article is never taken for a list.
"""

from __future__ import annotations

from typing import Any

from generator.model.web import parts_of
from generator.read.page.linked import Linked, types_of

_CARDS = 5
"""Headlines that lead elsewhere, from which on a page may be an index."""
_ITEMS = 5
_RUN = 1_000
"""Characters between two headlines that lead elsewhere; a story has more in one stretch."""
_LISTS = frozenset({"collectionpage", "itemlist", "searchresultspage"})
_OUTSIDE = frozenset({"nav", "header", "footer", "aside"})


def what_it_is(tree: Any, linked: Linked) -> str | None:
    """Say what a page is, where it is a list of others and no article."""
    body = tree.find(".//body")
    if body is None or linked.is_sure:
        return None
    kinds = {(each.get("content") or "").lower() for each in tree.iter("meta") if (each.get("property") or "").lower() == "og:type"}
    if "article" in kinds:
        return None
    if _is_addresses(body):
        return "a list of addresses"
    runs, cards = _between_cards(body)
    is_named = "website" in kinds or any(_LISTS & set(types_of(each)) for each in linked.page)
    if cards >= _CARDS and max(runs, default=0) <= (_RUN if is_named else _RUN // 2):
        return "an index page"
    return None


def _is_addresses(body: Any) -> bool:
    """Tell whether list items that are a link each make up the page, links to several places of the web among them."""
    items = [each for each in body.iter("li", "dt", "p") if not _is_outside(each)]
    links = [link for each in items for link in each.iter("a") if _length(link) >= 0.8 * _length(each) and _length(link)]
    told = sum(map(_length, items))
    leads = [parts_of(each.get("href") or "") for each in links]
    return len(links) >= _ITEMS and sum(map(_length, links)) >= 0.8 * told and sum(bool(each.netloc) for each in leads) >= 0.8 * len(links)


def _between_cards(body: Any) -> tuple[list[int], int]:
    """Return how much is told between headlines that lead elsewhere, and how many places these lead to."""
    runs, leads = [0], set()
    for each in body.iter("h2", "h3", "h4", "p"):
        if _is_outside(each):
            continue
        link = each.find(".//a") if each.tag != "p" else None
        around = next(each.iterancestors("a"), None) if each.tag != "p" else None
        href = next((found.get("href") for found in (link, around) if found is not None), None)
        if href:
            leads.add(href)
            runs.append(0)
        elif each.tag == "p" and leads:
            runs[-1] += _length(each)
        elif each.tag == "p":
            runs[0] += _length(each)
    return runs, len(leads)


def _is_outside(each: Any) -> bool:
    return any(around.tag in _OUTSIDE for around in each.iterancestors())


def _length(each: Any) -> int:
    return len(" ".join(each.text_content().split()))
