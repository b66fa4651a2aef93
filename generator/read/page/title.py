"""The headline of a page: what its metadata, its heading and its title agree on, without the site's name.

In: the elements of the page, its linked data, the names of its site. Out: the title, or None.
"""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterable
from typing import Any

from generator.model.web import parts_of
from generator.read.page.linked import Linked, plain

_BETWEEN = re.compile(r"(?<!\s)\s++(?:[|*»«•·–—>›‹~/-]|::|//|<)\s+|(?:(?<!\s)\s++)?\|\s*|:\s+(?=[^:]{2,40}$)")
"""What stands between a headline and the name of the site, or of a section of it."""
_SHARED = 0.5
"""The part of its words that a heading shares with another title of the page, to be believed."""
_LONGEST_NAME = 60


def clean(words: object) -> str | None:
    """Return a line of text without entities that were written twice, or white space at its ends; None where there is none."""
    return " ".join(html.unescape(html.unescape(words)).split()) or None if isinstance(words, str) else None


def headings(tree: Any) -> tuple[str, ...]:
    """Return the texts of a page's main headings."""
    return tuple(dict.fromkeys(words for each in tree.iter("h1") if (words := clean(each.text_content()))))


def own_titles(tree: Any) -> tuple[str, ...]:
    """Return what a page is called by itself: by its meta element, by its title element and by its headings, in this order."""
    named = [each.get("content") for each in tree.iter("meta") if (each.get("property") or each.get("name") or "").lower() == "og:title"]
    titled = [each.text_content() for each in tree.iter("title") if next(each.iterancestors("svg"), None) is None]
    return tuple(words for each in (*named[:1], *titled[:1], *headings(tree)) if (words := clean(each)))


def title(tree: Any, linked: Linked, sites: Iterable[str | None], url: str | None) -> str | None:
    """Return the headline of a page.

    Args:
        tree: the page.
        linked: what its linked data say.
        sites: what its site may be called.
        url: its address, whose host is a name too.
    """
    names = _names(sites, url)
    shown = headings(tree)
    below = tuple(words for each in tree.iter("h2") if (words := clean(each.text_content())))
    said = [words for each in linked.own if (words := clean(each.get("headline") or each.get("name")))]
    mentioned = own_titles(tree)[: -len(shown) or None]
    candidates = [_cut(each, names, (*shown, *below), is_bare=each == mentioned[-1]) for each in (*said[:1], *mentioned)]
    believed = [
        each for each in shown if plain(each) not in names and (not candidates or any(_shares(each, other) for other in candidates))
    ]
    if not candidates:
        return believed[0] if len(believed) == 1 else None
    votes = Counter(map(plain, [*candidates, *believed[:1]]))
    seen = {plain(each): each for each in reversed(believed)}
    best = max(candidates, key=lambda each: (votes[plain(each)], plain(each) in seen))
    if _count(best) <= _NAME and votes[plain(best)] == 1 and len(shown) == 1 and _count(shown[0]) > _NAME:
        return shown[0]  # what the page is called is the name of a site or a section
    return seen.get(plain(best), best)


def _names(sites: Iterable[str | None], url: str | None) -> set[str]:
    """Return what a site may be called, as letters alone: its names, with and without their article, and its host."""
    names = {plain(each) for each in sites if each}
    host = re.sub(r"^(?:www\d?|m|amp|edition)\.", "", (parts_of(url).hostname or "").lower())
    names |= {plain(host), plain(host.partition(".")[0])} if host else set()
    return {name for each in names for name in (each, each.removeprefix("the"), f"the{each}") if len(name) >= 3}


def _count(words: str) -> int:
    return len(words.split())


def _cut(words: str, names: set[str], shown: tuple[str, ...], *, is_bare: bool) -> str:
    """Take the name of the site, and what stands behind it, off a title; so too whatever the heading of the page does without.

    *is_bare* marks the text of the title element, whose last part is that name even where nothing else says so.
    """
    cuts = [(match.start(), match.end()) for match in _BETWEEN.finditer(words)]
    for start, end in cuts:
        is_kicker = ":" not in words[start:end] or _count(words[:start]) == 1
        if is_kicker and _count(words[end:]) > 2 and any(plain(words[end:]) == plain(each) for each in shown):
            return words[end:]
    for start, end in cuts:
        if any(plain(words[:start]) == plain(each) for each in shown) and words[start:end].strip() != ":":
            return words[:start]
    for number, (start, end) in enumerate(cuts):
        part = words[end : cuts[number + 1][0]] if number + 1 < len(cuts) else words[end:]
        if len(part) <= _LONGEST_NAME and _is_name(part, names):
            return _without_section(words[:start], cuts[:number])
    if cuts and _is_name(words[: cuts[0][0]], names):
        return words[cuts[0][1] :]
    return _shorn(words) if is_bare and cuts and not any(plain(words) == plain(each) for each in shown) else words


_NAME = 4
"""Words of the name of a site or a section, at most."""
_SMALL = frozenset({"of", "the", "and", "&", "for", "in", "on", "de", "la", "el", "du", "des", "der", "die", "das", "di", "del"})
_TRAIL = re.compile(r"(?:(?<!\s)\s++)?[|»>›]\s*|(?<!\s)\s++::\s+")


def _shorn(words: str) -> str:
    """Take off a title what looks like names of sections and of the site; of a trail through the site its longest part is left.

    >>> _shorn("BBC NEWS | World | Europe | Quay closed after the storm"), _shorn("Quay closed after storm - Ellery Gazette")
    ('Quay closed after the storm', 'Quay closed after storm')
    """
    trail = [each.strip() for each in _TRAIL.split(words) if each.strip()]
    if len(trail) > 1:
        longest = max(trail, key=_count)
        if _count(longest) > 2 and all(_count(each) <= _NAME and _count(each) < _count(longest) for each in trail if each != longest):
            return longest
    while (cut := list(_BETWEEN.finditer(words))) and _looks_like_a_name(words[cut[-1].end() :]) and ":" not in cut[-1][0]:
        if _count(words[: cut[-1].start()]) < _NAME:
            break
        words = words[: cut[-1].start()]
    return words


def _looks_like_a_name(words: str) -> bool:
    """Tell whether a part of a title is written as a name is: a few words, all of them with capitals."""
    return _count(words) <= _NAME and all(each[0].isupper() or each[0].isdigit() or each in _SMALL for each in words.split())


def _is_name(words: str, names: set[str]) -> bool:
    """Tell whether words name the site; also with a few more words of its own ("Daily Post Online")."""
    letters = plain(words)
    return letters in names or any(len(name) >= 5 and letters.startswith(name) and len(letters) <= 2 * len(name) for name in names)


_SECTION = re.compile(r"(?:[A-Z][\w’'&-]*|&)(?: (?:[A-Z][\w’'&-]*|&|and|news)){0,3}")
_SECTION_WORDS = 4


def _without_section(words: str, cuts: list[tuple[int, int]]) -> str:
    """Take the name of a section off, that stood between the headline and the site ("Quay closed | World News")."""
    if not cuts:
        return words
    start, end = cuts[-1]
    section = words[end:]
    is_stroke = "|" in words[start:end]
    is_section = _SECTION.fullmatch(section) is not None and (is_stroke or (_count(section) == 1 and _count(words[:start]) >= _NAME))
    return words[:start] if is_section and _count(section) <= _SECTION_WORDS else words


def _shares(one: str, two: str) -> bool:
    """Tell whether a heading shares a good part of its words with another title."""
    ours, theirs = (set(re.findall(r"\w+", each.lower())) for each in (one, two))
    return bool(ours) and len(ours & theirs) >= _SHARED * min(len(ours), len(theirs)) and len(ours & theirs) >= min(2, len(theirs))
