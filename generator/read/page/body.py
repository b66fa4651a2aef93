"""The story of a page: what trafilatura takes for its text, made whole where it lost a part.

In: the elements of a page and its linked data. Out: the paragraphs, blank lines between them.
"""

from __future__ import annotations

import re
from collections import Counter
from copy import deepcopy
from dataclasses import dataclass
from itertools import islice
from typing import Any

from generator.read.page import furniture, layout, live
from generator.read.page.linked import Linked

_SMALL = 200
"""Characters of a container that is worth looking for."""
_SHORT_OF = 0.6
"""A body shorter than this part of the one that linked data give is not whole."""


@dataclass(frozen=True, slots=True)
class Extracted:
    """The text of a page, and what trafilatura knows of it besides."""

    text: str
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    author: str | None = None
    language: str | None = None


def extracted(tree: Any, linked: Linked, *, is_live: bool = False) -> Extracted:
    """Return the story of a page; of a live report each post with its time before it."""
    layout.unwrap(tree)
    furniture.clear(tree)
    if is_live:
        live.stamp(tree)
    _unname_teasers(tree)
    whole = deepcopy(tree)
    found = _bare(tree)
    text = _paragraphs(found.text if found else "")
    if _joined(whole, text):
        again = _bare(whole)
        longer = _paragraphs(again.text if again else "")
        text = longer if len(longer) > len(text) else text
    given = linked.first("articleBody")
    if isinstance(given, str) and len(text) < _SHORT_OF * len(given) and "<" not in given[:200]:
        text = _paragraphs(given)
    if found is None:
        return Extracted(text)
    return Extracted(text, found.title, found.sitename, found.url, found.author, found.language)


def _bare(tree: Any) -> Any:
    """Run trafilatura over a tree, which it changes; None where it finds no article."""
    import trafilatura  # noqa: PLC0415 - heavy; only saved pages need it
    from trafilatura.settings import Document  # noqa: PLC0415 - heavy, likewise

    found = trafilatura.bare_extraction(tree, with_metadata=True, include_comments=False, include_tables=True, deduplicate=False)
    return found if isinstance(found, Document) else None


def _paragraphs(text: str | None) -> str:
    """Put blank lines between paragraphs that stand one a line."""
    return "\n\n".join(line.strip() for line in (text or "").split("\n") if line.strip())


_CONTAINERS = ("div", "section", "article", "main")
_MOST = 12
"""Containers of one class that a story may stand in; more are cards."""
_LEVELS = 5
"""How many containers around a paragraph may be that of its story."""
_LINKED = 0.3
"""The part of a container's text that may stand in links."""
_LONG = 80
"""Characters of a paragraph that is told, and no label."""


def _unname_teasers(tree: Any) -> None:
    """Take the class off containers that are called teasers and hold paragraphs of the story, so that nobody drops them for their name."""
    containers = set(_containers(tree))
    for each in tree.iter(*_CONTAINERS):
        named = f"{each.get('class') or ''} {each.get('id') or ''}".lower()
        if (
            "teaser" in named
            and each in containers
            and len(_told(each)) >= 2
            and _link_share(each) < _LINKED
            and each.find(".//h2") is None
        ):
            each.attrib.pop("class", None)
            each.attrib.pop("id", None)


def _joined(tree: Any, text: str) -> bool:
    """Move the parts of a story that stand in further containers of one class into the first; tell whether there were any."""
    letters = _letters(text)
    groups: dict[tuple[str, str], list[Any]] = {}
    for each in _containers(tree):
        if name := " ".join(sorted((each.get("class") or "").split())):
            groups.setdefault((each.tag, name), []).append(each)
    done = False
    for members in groups.values():
        if not 2 <= len(members) <= _MOST:
            continue
        held = [each for each in members if _is_held(each, letters)]
        lost = [each for each in members if each not in held and _may_belong(each, held)]
        if not held or not lost:
            continue
        first = held[0]
        for each in lost:
            for child in list(each):
                first.append(child)
        letters += "".join(_letters(words) for each in lost for words in _told(each))
        done = True
    return done


def _containers(tree: Any) -> list[Any]:
    """Return the containers that hold two long paragraphs or more, not far above them, in the order of the page."""
    held: Counter[Any] = Counter()
    for paragraph in tree.iter("p"):
        if len(" ".join(paragraph.text_content().split())) >= _LONG:
            held.update(islice((up for up in paragraph.iterancestors() if up.tag in _CONTAINERS), _LEVELS))
    return [each for each in tree.iter(*_CONTAINERS) if held[each] >= 2]


def _told(each: Any) -> list[str]:
    """Return the long paragraphs of a container."""
    return [words for paragraph in each.iter("p") if len(words := " ".join(paragraph.text_content().split())) >= _LONG]


def _is_held(each: Any, letters: str) -> bool:
    told = _told(each)
    return sum(_letters(words) in letters for words in told) >= 0.5 * len(told)


def _may_belong(each: Any, held: list[Any]) -> bool:
    """Tell whether a container that was lost can be of the same story: in the same article, no headline of its own, few links."""
    if not held or any(each in other.iter() or other in each.iter() for other in held):
        return False
    if each.find(".//h1") is not None or _link_share(each) >= _LINKED or sum(map(len, _told(each))) < _SMALL:
        return False
    return _article_of(each) is _article_of(held[0])


def _article_of(each: Any) -> Any:
    return next(each.iterancestors("article"), None)


def _link_share(each: Any) -> float:
    whole = len(" ".join(each.text_content().split()))
    return sum(len(" ".join(link.text_content().split())) for link in each.iter("a")) / max(1, whole)


def _letters(words: str) -> str:
    return re.sub(r"\W+", "", words)
