"""A text → its words: each with its place, its spelling and the key under which it is compared."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from generator.edits.anchor.fold import Folded, fold
from generator.edits.anchor.spelling import keys
from generator.model.span import Span

_WORD = re.compile(
    r"(?:(?<![\w.,)])[-+])?\d+(?:[.,:/]\d+)*(?:st|nd|rd|th|s|am|pm|bn|m|k)?(?![^\W\d_])"  # figures
    r"|(?:[^\W\d_]\.){2,}"  # U.S.
    r"|[^\W_]+(?:'[^\W\d_]+)*"  # words, contracted ones too
    r"|[$€£¥%]"
)
_LONG = 100_000
"""Characters of a text that is too long to be kept in memory for the next search."""
_STOP = re.compile(r"(?<!\.)[.!?][\"')\]]*\s")


@dataclass(frozen=True, slots=True)
class KeyedWord:
    """A word of a folded text: its span there, its key, and whether a sentence (or a quotation) begins with it."""

    span: Span
    written: str
    key: str
    opens: bool


@dataclass(frozen=True, slots=True)
class KeyedText:
    """A text, folded, and its words."""

    folded: Folded
    all: tuple[KeyedWord, ...]
    keys: tuple[str, ...]
    breaks: frozenset[int]
    """Numbers of the words before which a sentence, or a paragraph, has ended."""


def words(text: str) -> KeyedText:
    """Return the words of a text; those of articles of usual length are remembered."""
    return _remembered(text) if len(text) < _LONG else _words(text)


@lru_cache(maxsize=64)
def _remembered(text: str) -> KeyedText:
    return _words(text)


def _words(text: str) -> KeyedText:
    folded = fold(text)
    found: list[KeyedWord] = []
    breaks: set[int] = set()
    done = 0
    for match in _WORD.finditer(folded.text):
        between = folded.text[done : match.start()]
        ended = not found or _ends(between)
        if ended:
            breaks.add(len(found))
        opens = ended or '"' in between or "'" in between
        if match[0] == "cent" and found and found[-1].key == "per":
            found[-1] = KeyedWord(Span(found[-1].span.start, match.end()), "percent", "percent", found[-1].opens)
            done = match.end()
            continue
        found += [KeyedWord(Span(match.start(), match.end()), match[0], key, opens) for key in keys(match[0])]
        done = match.end()
    return KeyedText(folded, tuple(found), tuple(word.key for word in found), frozenset(breaks))


def _ends(between: str) -> bool:
    """Tell whether a sentence or a paragraph ends in what stands between two words ("U.S." keeps its own full stop)."""
    return "\n" in between or bool(_STOP.search(between))
