"""Where in a text times can be: round its words of time, as far as words stand beside them that a phrase can hold.

In: the text, a Grammar, a sentence. Out: the text with its words of time marked; the stretches of the sentence round them.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from generator.model.language import Grammar
from generator.model.span import Span

_LEFT, _RIGHT = 36, 26
"""How far round a word of time a phrase can reach, in code points."""
_MOST = 1 << 15
"""How many words are kept of which it is known whether they can be of a phrase."""
_CLITIC = 2
"""How long an ending is that is a token of its own: "'s"."""
_SPACE = re.compile(r"\s")
_MARKS = ".,;:!?()\"'“”‘’"

Place = tuple[int, int]
"""Where a stretch of text begins and ends."""


def lowered(text: str) -> str:
    """Return the text in lower case and of the same length (a letter whose lower case is longer stays as it is)."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(each if len(each) == 1 else letter for letter, each in ((letter, letter.lower()) for letter in text))


@dataclass(frozen=True, slots=True)
class Marked:
    """A text, the same in lower case, and where its words of time begin, and end (of figures: the first), from left to right."""

    text: str
    lower: str
    starts: list[int]
    ends: list[int]

    def begun(self, span: Span) -> list[int]:
        """Return where words of time begin in a stretch."""
        return self.starts[bisect_left(self.starts, span.start) : bisect_left(self.starts, span.end)]

    def within(self, span: Span) -> list[Place]:
        """Return the words of time that begin in a stretch."""
        starts, end = self.starts, span.end
        first = bisect_left(starts, span.start)
        last = bisect_left(starts, end, first)
        return [(at, min(until, end)) for at, until in zip(starts[first:last], self.ends[first:last], strict=True)]


def marked(text: str, grammar: Grammar) -> Marked:
    """Find the words of time of a text, in one look at it."""
    lower = lowered(text)
    spans = [hit.span() for hit in grammar.trigger.finditer(f"\n{lower}")]
    return Marked(text, lower, [start for start, _ in spans], [end - 1 for _, end in spans])


def windows(lower: str, span: Span, places: list[Place], grammar: Grammar) -> Iterator[Place]:
    """Yield the stretches of a sentence in which times can be, joined where they touch.

    Args:
        lower: the text in lower case.
        span: the sentence.
        places: its words of time.
        grammar: whose phrases are looked for.
    """
    within, opens = _within(grammar), _opens(grammar)
    first = last = -1
    for start, end in places:
        right = _right(lower, end, span.end, within, opens)
        if start < last:
            last = max(last, right)
            continue
        left = _left(lower, span.start, start, within, opens)
        if left > last:
            if last > 0:
                yield first, last
            first = left
        last = right
    if last > 0:
        yield first, last


def _left(lower: str, lowest: int, start: int, within: _Within, opens: _Opens) -> int:
    """Return where the words before a word of time begin that belong to phrases; what is glued to it does."""
    far = max(lowest, start - _LEFT)
    words = lower[far:start].split()
    if far > lowest:
        words = words[1:]
    glued = not lower[start - 1].isspace() if start > far else False
    for at in range(len(words) - 1, -1, -1):
        word = words[at]
        if not glued and not within[word] and not (at and opens[words[at - 1]]):
            break
        glued = False
        start = lower.rindex(word, far, start)
    return start


def _right(lower: str, end: int, highest: int, within: _Within, opens: _Opens) -> int:
    """Return where the words behind a word of time end that belong to phrases; what is glued to it does."""
    if lower[end : end + 1] != " ":
        glued = _SPACE.search(lower, end, highest)
        end = glued.start() if glued else highest
    far = min(highest, end + _RIGHT)
    words = lower[end:far].split()
    if far < highest:
        words = words[:-1]
    before = lower[end - _CLITIC : end]
    for word in words:
        if not within[word] and not opens[before]:
            break
        before = word
        end = lower.index(word, end) + len(word)
    return end


class _Within(dict[str, bool]):
    """Whether words can be of a phrase: those of the vocabulary, figures, and words with marks in or round them."""

    __slots__ = ("vocabulary",)

    def __init__(self, grammar: Grammar) -> None:
        self.vocabulary = grammar.vocabulary

    def __missing__(self, word: str) -> bool:
        bare = word.strip(_MARKS)
        fits = word in self.vocabulary or bare in self.vocabulary or not bare.isalpha()
        if len(self) < _MOST:
            self[word] = fits
        return fits


_within = cache(_Within)


class _Opens(dict[str, bool]):
    """Whether any word can follow one: the words that the tables say so of, an ending as that of "today's", and figures."""

    __slots__ = ("words",)

    def __init__(self, grammar: Grammar) -> None:
        self.words = grammar.open_words

    def __missing__(self, word: str) -> bool:
        opens = word in self.words or word[-_CLITIC:] in self.words or word[-1:].isdigit()
        if len(self) < _MOST:
            self[word] = opens
        return opens


_opens = cache(_Opens)
