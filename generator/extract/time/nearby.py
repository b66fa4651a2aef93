"""The words round an expression, as names are told by them: its own, the two before it, what follows.

In: where something was recognised, its text and sentence. Out: Nearby.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.extract.time.recognise import Recognised
from generator.model.span import Span

_WITHIN_WORDS = "'’.-_"
_MARKS = frozenset(',;:”"’)')
NEAR = 48
"""How many code points round an expression are looked at."""
_FAR = 200
"""And how far for what a sentence speaks of."""


@dataclass(slots=True)
class Nearby:
    """Where an expression stands: its own words, the two words before it, what follows, and whether it opens its sentence.

    ``last`` is the word right before, in lower case; none where a mark stands between.
    """

    text: str
    span: Span
    start: int
    words: str
    before: tuple[str, str]
    last: str
    after: str

    @property
    def opens(self) -> bool:
        """Whether it opens its sentence."""
        return not self.before[0]

    @property
    def round(self) -> str:
        """What of its sentence stands round it."""
        return self.text[max(self.span.start, self.start - _FAR) : min(self.span.end, self.start + _FAR)]

    @property
    def head(self) -> str:
        """The characters before it up to a space."""
        return self.text[max(self.span.start, self.start - _FAR) : self.start].rpartition(" ")[2]


def nearby(found: Recognised, text: str, span: Span) -> Nearby:
    """Return what stands round an expression in its sentence."""
    start, end = found.start, found.end
    before = _words_before(text, max(span.start, start - NEAR), start)
    apart = text[start - 1 : start] == " " and text[start - 2 : start - 1] in _MARKS
    last = "" if apart else before[0].lower().rstrip(".")
    return Nearby(text, span, start, text[start:end], before, last, text[end : min(span.end, end + NEAR)])


def _words_before(text: str, lowest: int, start: int) -> tuple[str, str]:
    """Return the last word before a place and the one before that, without the marks between; most are letters between spaces."""
    words = text[lowest:start].rsplit(None, 2)
    if len(words) > 2 and words[2].isalpha() and words[1].isalpha():
        return words[2], words[1]
    begin, one = _word_before(text, lowest, start)
    return one, _word_before(text, lowest, begin)[1]


def _word_before(text: str, lowest: int, at: int) -> tuple[int, str]:
    """Return the word before a place, without the marks between, and where it begins; empty at the beginning."""
    while at > lowest and not text[at - 1].isalnum():
        at -= 1
    begin = at
    while begin > lowest and (text[begin - 1].isalnum() or text[begin - 1] in _WITHIN_WORDS):
        begin -= 1
    return begin, text[begin:at].lstrip(_WITHIN_WORDS)
