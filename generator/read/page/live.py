"""A live report: its posts, each under a time element → the same page, with the day and time of each post as a line before it.

In: the elements of the page. Out: whether it is a live report; the page is changed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import islice
from typing import Any

from generator.model.calendar import MONTHS
from generator.read.dating import stated
from generator.read.dating.stated import StatedDate

_LIVE = re.compile(r"\blive\b|as it happened|live ?blog|minute[- ]by[- ]minute|\bticker\b|en (?:vivo|directo)", re.IGNORECASE)
_POSTS = 3
"""Posts that a page has at least, which nothing but its title calls a live report."""
_MOST = 1_000
"""Time elements that are looked at; a report of days has some hundred posts."""
_LEVELS = 5
"""How many elements around a time element may be its post."""
_LONG = 30
"""Characters of a paragraph that tells something."""
_HOLDERS = ("article", "section", "li", "div")


def is_live(tree: Any, titles: Iterable[str]) -> bool:
    """Tell whether a page is a live report by its title and its posts."""
    return any(_LIVE.search(each) for each in titles) and len(_posts(tree)) >= _POSTS


def stamp(tree: Any) -> None:
    """Put the day and time of each post before it, as a paragraph of its own, in place of its time element."""
    for holder, element, when in _posts(tree):
        line = holder.makeelement("p", {})
        line.text = _words(when)
        if element.getparent() is not None:
            element.text, element.attrib["datetime"] = "", ""
            for child in list(element):
                element.remove(child)
        holder.insert(0, line)
        line.tail, holder.text = holder.text, None


def _words(when: StatedDate) -> str:
    day, time = when.published.day, when.published.time
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}" + (f", {time:%H:%M}" if time else "")


def _posts(tree: Any) -> list[tuple[Any, Any, StatedDate]]:
    """Return the posts: what holds each, its time element and its time; each holder once, and none that holds others."""
    found: dict[Any, tuple[Any, Any, StatedDate]] = {}
    for element in islice(tree.iter("time"), _MOST):
        when = stated.stamped(element.get("datetime") or "")
        holder = next((each for each in islice(element.iterancestors(*_HOLDERS), _LEVELS) if _tells(each)), None)
        if when is None or holder is None or holder.find(".//h1") is not None or any(holder in other.iter() for other in found):
            continue
        found.setdefault(holder, (holder, element, when))
    return [post for holder, post in found.items() if not any(other is not holder and other in holder.iterancestors() for other in found)]


def _tells(each: Any) -> bool:
    return any(len(" ".join(part.text_content().split())) >= _LONG for part in each.iter("p"))
