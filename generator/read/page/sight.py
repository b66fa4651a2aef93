"""The dates that a reader sees beside the headline of a page.

In: the elements of the page and its headings. Out: Sight…, full dates, and lone months, near the headline, in their order; what stands
among comments, other stories, navigation and footers is passed over, and so is whatever stands within a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from generator.model.calendar import MONTHS
from generator.read.dating import stated
from generator.read.dating.names import month_of
from generator.read.dating.stamps import label_of, parted, stamps
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
_BLOCK_NAMES = "p div section article header main li ul ol h1 h2 h3 h4 h5 h6 time figcaption td tr table blockquote dd dt body address br"
_BLOCKS = frozenset(_BLOCK_NAMES.split())
_MONTH = re.compile(
    r"(?:issue|edition|volume)?\s*+(?:[:,]\s*+)?(?P<month>" + "|".join(MONTHS) + r")"
    r",?\s+(?P<year>(?:19|20)\d\d)(?:\s+issue)?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Sight:
    """A date in sight: its words, what it is called there, what it comes to; ``month`` is that of a lone month.

    ``changed`` marks that of a change; ``is_element`` that a time element holds it; ``is_above`` that it stands above the headline and
    says nothing of what it dates: many pages have the day of today there. ``is_beside`` marks the only day that is written out behind the
    headline, and ``is_signed`` that it also stands behind a byline or is called that of publication: such a line is the dateline.
    """

    words: str
    label: str
    stated: stated.StatedDate | None
    month: str = ""
    changed: bool = False
    is_element: bool = False
    is_above: bool = False
    is_beside: bool = False
    is_signed: bool = False


def in_sight(tree: Any, headings: Iterable[str]) -> Iterator[Sight]:
    """Yield the dates near the headline of a page, those behind it first; where it has none there, one from the rest of the page."""
    lines = list(_lines(tree))
    titles = {plain(each) for each in headings if each}
    at = next((number for number, line in enumerate(lines) if line.is_heading and plain(line.words) in titles), None)
    if at is None:
        at = next((number for number, line in enumerate(lines) if line.words and plain(line.words) in titles), None)
        if at is not None:
            lines[at].is_heading = True  # a page of before there were headings has its title in bold
    if at is None:
        at = next((number for number, line in enumerate(lines) if line.is_heading), None)
    if at is None:
        at = 0
    found = list(_behind(lines[at : at + 1 + _AFTER]))
    found += [
        replace(each, is_above=not each.label, is_beside=False)
        for line in reversed(lines[max(0, at - _BEFORE) : at])
        for each in _dates(line)
    ]
    if any(each.stated and not each.changed for each in found):
        yield from found
        return
    yield from found
    far = [
        replace(each, is_beside=False)
        for line in (*lines[at + 1 + _AFTER :], *lines[: max(0, at - _BEFORE)])
        for each in _dates(line)
        if each.stated
    ]
    yield from sorted(far, key=lambda each: each.label != "published")[:_FARTHER]


def _behind(lines: list[_Line]) -> Iterator[Sight]:
    """Yield the dates of the lines behind the first one, which is the headline; of a single day tell that it stands beside it."""
    found = [(number, each) for number, line in enumerate(lines) if number for each in _dates(line)]
    said = [each for _, each in found if each.stated and not each.changed]
    days = {each.stated.published.day for each in said if each.stated}
    is_single = len(days) == 1 and lines[0].is_heading
    for number, each in found:
        is_beside = is_single and number <= _BESIDE and not each.changed and each.is_beside
        is_signed = is_beside and (each.label == "published" or any(line.is_byline for line in lines[1 : number + 1]))
        yield replace(each, is_beside=is_beside, is_signed=is_signed)


_BESIDE = 9
"""How many short texts the dateline stands behind the headline at most."""
_BYLINE = re.compile(r"(?:^|[|·•,–—-]\s*|(?i:posted|written|published|reported)\s+)(?i:by|von|por|par|di|door|av|af)\s+[A-ZÀ-Þ]")
_AUTHOR = re.compile(r"(?:^|[\s_-])(?:author|byline|auteur|autor|autore)s?(?:$|[\s_-])", re.IGNORECASE)


def _is_author(element: Any) -> bool:
    """Tell whether an element is marked as the name of who wrote."""
    return any(_AUTHOR.search(element.get(name) or "") for name in ("rel", "itemprop", "class"))


@dataclass(slots=True)
class _Line:
    """A stretch of text that is set by itself, and what a time element in it says."""

    words: str = ""
    datetime: str = ""
    is_heading: bool = False
    is_byline: bool = False


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
                line.is_byline = line.is_byline or (len(line.words) <= _LONGEST and _BYLINE.search(line.words) is not None)
                yield line
            line = _Line(is_heading=event == "start" and element.tag in {"h1", "h2"})
        if event == "start":
            line.datetime = line.datetime or _machine_date(element)
            line.is_byline = line.is_byline or _is_author(element)
        if element.tag not in _BLOCKS:
            line.words += " "  # what stands in two elements are two words, or a name and a date
    if line.words.strip():
        yield _Line(" ".join(line.words.split()))


def _machine_date(element: Any) -> str:
    """Return the date that an element holds for programs: a time element's, a microformat's title, or that of a script."""
    names = ("datetime",) if element.tag == "time" else _DATA if "title" not in element.attrib else ("title", *_DATA)
    return next((words for name in names if (words := element.get(name) or "") and stated.stamped(words)), "")


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


def stands_elsewhere(element: Any) -> bool:
    """Tell whether an element stands among comments, other stories, navigation: not around the page's headline."""
    return any(_is_elsewhere(up) for up in element.iterancestors() if up.find(".//h1") is None)


def _is_elsewhere(element: Any) -> bool:
    if element.tag in _NEVER or _OTHER_THING.search(element.get("itemtype") or ""):
        return True
    if element.tag in {"body", "main", "article", "h1", "time"}:
        return False
    return bool(_ELSEWHERE.search(f"{element.get('id') or ''} {element.get('class') or ''}"))


def _dates(line: _Line) -> Iterator[Sight]:
    """Yield the dates of one line: each with the words before it, that say whether it is of a change."""
    if not line.datetime and _FIGURE.search(line.words) is None:
        return  # most lines; of ten thousand it matters
    line.words = parted(line.words)
    shown = list(_shown(line.words, is_byline=line.is_byline)) if len(line.words) <= _LONGEST else []
    if len(line.words) > _LONGEST or _is_told(line.words, sum(len(each.words) for each in shown)):
        return
    if line.datetime and (found := stated.stamped(line.datetime)):
        label = shown[0].label if shown else label_of(line.words)
        is_set = bool(shown) and shown[0].is_beside
        told = shown[0].stated if shown else found
        yield Sight(line.words or line.datetime, label, told, changed=label == "changed", is_element=True, is_beside=is_set)
        return
    yield from shown
    if not shown and (month := _MONTH.fullmatch(line.words)):
        yield Sight(line.words, "", None, f"{month['year']}-{month_of(month['month']):02}")


def _shown(words: str, *, is_byline: bool) -> Iterator[Sight]:
    """Yield the dates that are written in a line; ``is_beside`` those that are set, not told: behind a label, a byline, a stroke."""
    at = 0
    for label, said, found in stamps(words):
        at = words.index(said, at)
        before = words[:at].rstrip()
        opening = re.split(f"[{re.escape(_STROKES)}]", before)[-1].strip()
        is_label = bool(label) and (bool(label_of(opening.partition(" ")[0])) or _OF_ITSELF.match(opening) is not None)
        is_set = not opening or is_label or is_byline or _BYLINE.match(before) is not None
        at += len(said)
        yield Sight(said, label, found, changed=label == "changed", is_beside=is_set and len(words) - at <= _REST)


_FIGURE = re.compile(r"\d")
"""What no date and no month of a year is without."""
_STROKES = "|·•,–—-:/(["
_REST = 60
"""Characters that stand behind a dateline at most: the name of who wrote, the time of a change."""
_TOLD = 30
"""Characters beside its dates from which on a line that ends as a sentence does is one."""
_OF_ITSELF = re.compile(
    r"(?:this|the|page|article|story) .*(?:article|story|page|post|report|column|published|posted|updated)\b|(?:first|originally|last) "
    r"|publi|post|dieser|cet article|este artículo|quest|dit artikel",
    re.IGNORECASE,
)
"""How a sentence begins that says when the article itself came out."""


def _is_told(words: str, dated: int) -> bool:
    """Tell whether a line is a sentence of the story, which dates something else."""
    is_sentence = words.endswith((".", "!", "?", "”", "…")) and not words.endswith(("a.m.", "p.m."))
    return is_sentence and len(words) - dated > _TOLD and _OF_ITSELF.match(words) is None
