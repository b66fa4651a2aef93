"""The dates that a reader sees beside the headline of a page.

In: the elements of the page and its headings. Out: Sight…, full dates, and lone months, near the headline, in their order; what stands
among comments, other stories, navigation and footers is passed over, and so is whatever stands within a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from generator.read.dating import moment
from generator.read.dating.stamps import label_of, stamps
from generator.read.page.linked import plain

_AFTER, _BEFORE = 14, 5
"""How many short texts behind and before the headline its stamp may stand away."""
_FARTHER = 1
"""How many dates are taken from the rest of the page, where there is none near the headline: those that say what they are first."""
_LONGEST = 160
"""Characters of a line with a stamp; what is longer is told, not stamped."""
_ELSEWHERE = re.compile(
    r"comment|related|recommend|most-?(?:read|popular|viewed)|trending|footer|sidebar|(?:^|[-_ ])(?:nav|menu|aside|promo|teasers?|ticker|"
    r"latest|popular|newsletter|cookie|consent|disqus|reply|replies|also-?like|read-?(?:more|next)|more-?(?:on|from|stories))(?:$|[-_ ])",
    re.IGNORECASE,
)
_OTHER_THING = re.compile(r"schema\.org/(?:(?:User)?Comments?|Review|VideoObject|ImageObject|Event|Product)$")
_NEVER = frozenset({"nav", "footer", "aside", "script", "style", "noscript", "template", "form", "select", "button", "svg", "iframe"})
_BLOCK_NAMES = "p div section article header main li ul ol h1 h2 h3 h4 h5 h6 time figcaption td tr table blockquote dd dt body address"
_BLOCKS = frozenset(_BLOCK_NAMES.split())
_MONTH = re.compile(
    r"(?:(?:issue|edition|volume)?\s*[:,]?\s*)?(?P<month>january|february|march|april|may|june|july|august|september|october|november|december)"
    r",?\s+(?P<year>(?:19|20)\d\d)(?:\s+issue)?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Sight:
    """A date in sight: its words, what it is called there, what it comes to; ``month`` is that of a lone month.

    ``changed`` marks that of a change; ``is_element`` that a time element holds it; ``is_above`` that it stands above the headline and
    says nothing of what it dates: many pages have the day of today there.
    """

    words: str
    label: str
    moment: moment.Moment | None
    month: str = ""
    changed: bool = False
    is_element: bool = False
    is_above: bool = False


def in_sight(tree: Any, headings: Iterable[str]) -> Iterator[Sight]:
    """Yield the dates near the headline of a page, those behind it first; where it has none there, one from the rest of the page."""
    lines = list(_lines(tree))
    titles = {plain(each) for each in headings if each}
    at = next((number for number, line in enumerate(lines) if line.is_heading and plain(line.words) in titles), None)
    if at is None:
        at = next((number for number, line in enumerate(lines) if line.is_heading), None)
    if at is None:
        at = 0
    found = [each for line in lines[at + 1 : at + 1 + _AFTER] for each in _dates(line)]
    found += [replace(each, is_above=not each.label) for line in reversed(lines[max(0, at - _BEFORE) : at]) for each in _dates(line)]
    if any(each.moment and not each.changed for each in found):
        yield from found
        return
    yield from found
    far = [each for line in (*lines[at + 1 + _AFTER :], *lines[: max(0, at - _BEFORE)]) for each in _dates(line) if each.moment]
    yield from sorted(far, key=lambda each: each.label != "published")[:_FARTHER]


@dataclass(slots=True)
class _Line:
    """A stretch of text that is set by itself, and what a time element in it says."""

    words: str = ""
    datetime: str = ""
    is_heading: bool = False


def _lines(tree: Any) -> Iterator[_Line]:
    """Yield the texts of a page's blocks in order, without those that are not of its story."""
    body = tree.find(".//body")
    if body is None:
        return
    line = _Line()
    for event, element in _walk(body):
        if isinstance(element, str):
            line.words += element
            continue
        if element.tag in _BLOCKS:
            if line.words.strip() or line.datetime:
                line.words = " ".join(line.words.split())
                yield line
            line = _Line(is_heading=event == "start" and element.tag in {"h1", "h2"})
        if event == "start":
            line.datetime = line.datetime or _machine_date(element)
        if element.tag not in _BLOCKS:
            line.words += " "  # what stands in two elements are two words, or a name and a date
    if line.words.strip():
        yield _Line(" ".join(line.words.split()))


def _machine_date(element: Any) -> str:
    """Return the date that an element holds for programs: a time element's, a microformat's title, or that of a script."""
    names = ("datetime",) if element.tag == "time" else _DATA if "title" not in element.attrib else ("title", *_DATA)
    return next((words for name in names if (words := element.get(name) or "") and moment.stamped(words)), "")


_DATA = ("data-timestamp", "data-datetime", "data-date", "data-time", "data-published", "data-publish-date", "data-published-at")


def _walk(body: Any) -> Iterator[tuple[str, Any]]:
    """Walk the elements and texts of a page, leaving out whole branches that are not of its story; no recursion."""
    around = {each for heading in body.iter("h1") for each in heading.iterancestors()}
    todo: list[tuple[str, Any]] = [("start", body)]
    while todo:
        event, element = todo.pop()
        if event == "text":
            yield "text", element
            continue
        if event == "end":
            yield "end", element
            continue
        if not isinstance(element.tag, str) or (element not in around and _is_elsewhere(element)):
            continue
        yield "start", element
        todo.append(("end", element))
        for child in reversed(element):
            if child.tail:
                todo.append(("text", child.tail))
            todo.append(("start", child))
        if element.text:
            todo.append(("text", element.text))


def _is_elsewhere(element: Any) -> bool:
    if element.tag in _NEVER or _OTHER_THING.search(element.get("itemtype") or ""):
        return True
    if element.tag in {"body", "main", "article", "h1", "time"}:
        return False
    return bool(_ELSEWHERE.search(f"{element.get('id') or ''} {element.get('class') or ''}"))


def _dates(line: _Line) -> Iterator[Sight]:
    """Yield the dates of one line: each with the words before it, that say whether it is of a change."""
    if len(line.words) > _LONGEST:
        return
    if line.datetime and (found := moment.stamped(line.datetime)):
        label, _, shown = next(stamps(line.words), (label_of(line.words), "", None))
        yield Sight(line.words or line.datetime, label, shown or found, changed=label == "changed", is_element=True)
        return
    found_any = False
    for label, words, found in stamps(line.words):
        yield Sight(words, label, found, changed=label == "changed")
        found_any = True
    if not found_any and (month := _MONTH.fullmatch(line.words)):
        number = moment.MONTHS[month["month"].lower()]
        yield Sight(line.words, "", None, f"{month['year']}-{number:02}")
