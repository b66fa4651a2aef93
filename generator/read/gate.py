"""Is this an article? The title and text of a page or a file → what it is instead: a wall, an error, a list; None where it may be one.

In: words, and for a page what its elements tell. Out: what it is, as a message names it. The rules err towards the article: a true one
that is refused costs more than a wall that is frozen, and long texts are never walls.
"""

from __future__ import annotations

import re

from generator.read.walls import CONSENT, HINTS, PAYWALL, TITLES, WORDS

_WALL = 2_000
"""Characters; a text longer than this is no wall."""
TEASER = 700
"""Characters; what stands before a paywall is no longer."""
_NOTE = 300
"""Characters; a text shorter than this is believed to be what its title says."""
_ADDRESS = re.compile(r"(?:[-*•\d.)\s]*)https?://\S+")
_FEW = 3


def what_it_is(title: str | None, text: str) -> str | None:
    """Say what a text is, where it is no article: "a consent page", "the opening of an article behind a paywall", "a list of addresses".

    >>> what_it_is("Just a moment...", "Checking your browser before you can go on.")
    'a check for robots'
    >>> what_it_is("Quay closed", "The quay was closed on Tuesday, the harbour master said.")
    """
    lines = [line for line in text.splitlines() if line.strip()]
    links = [line for line in lines if _ADDRESS.match(line)]
    if len(links) >= 2 and len(links) >= 0.5 * len(lines) and sum(map(len, lines)) < 400 * len(links):
        return "a list of addresses"
    if len(text) > _WALL:
        return None
    heading = " ".join((title or "").split())
    for name, pattern in TITLES.items():
        if _names(pattern, heading) and (len(text) <= _NOTE or _says(name, text)):
            return name
    small = text.lower()
    for name, pattern in WORDS.items():
        if not any(hint.search(small) for hint in HINTS[name]):
            continue
        found = {match[0].lower() for match in pattern.finditer(text)}
        is_enough = len(text) <= TEASER or (len(found) >= _FEW and name != PAYWALL)
        if found and is_enough and (name != CONSENT or len(found) >= 2):
            return name
    return None


def _names(pattern: re.Pattern[str], title: str) -> bool:
    """Tell whether a title says this and nothing else but the name of its site."""
    start = match.end() if (match := _BEFORE.match(title)) else 0
    found = pattern.match(title, start)
    return bool(found and (found.end() == len(title) or _BEHIND.fullmatch(title, found.end())))


_BEFORE = re.compile(r"(?:sorry|oops|ooops|error|the|this|that)\b[,!:.…\s]*(?:(?:the|this|that)\s+)?", re.IGNORECASE)
_BEHIND = re.compile(r"\s*[-|–—.…!?·»]+.{0,60}|:?\s*|\s+(?:on|at|to) .{1,40}")


def _says(name: str, text: str) -> bool:
    """Tell whether the text, too, says what the title does."""
    return name in WORDS and WORDS[name].search(text) is not None
