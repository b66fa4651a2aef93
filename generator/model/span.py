"""Where something stands in a text: Span (half-open, in code points), Position (line and column), Source (the text itself).

In: a text and offsets. Out: the words there, and the line and column a person would look at.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open range ``[start, end)`` of Unicode code points; ValueError for one that ends before it begins.

    >>> Span(2, 5).of("abcdefg")
    'cde'
    >>> Span(5, 2)
    Traceback (most recent call last):
    ValueError: a span from 5 to 2
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        """Refuse what is no stretch of text where it is made, not where it is used."""
        if not 0 <= self.start <= self.end:
            raise ValueError(f"a span from {self.start} to {self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """Return the words of *text* that this span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two spans share at least one code point."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Tell whether *other* lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def moved(self, by: int) -> Span:
        """Return the same length of text, *by* code points further on."""
        return Span(self.start + by, self.end + by)

    def trimmed(self, text: str) -> Span:
        """Return this span of *text* without the white space at its two ends."""
        start, end = self.start, self.end
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        return Span(start, end)


@dataclass(frozen=True, slots=True)
class Position:
    """A place as people count: line and column, both from 1."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Source:
    """A text as it was frozen, and the name under which people know it (a path relative to the project).

    ``first_line`` is the line of the file on which the text begins: more than 1 behind front matter.
    """

    path: str
    text: str
    first_line: int = 1

    def position(self, offset: int) -> Position:
        r"""Return line and column of a code point offset.

        >>> Source("a.txt", "one\ntwo").position(5)
        Position(line=2, column=2)
        """
        starts, _ = _lines(self.text)
        number = bisect_right(starts, offset)
        return Position(number - 1 + self.first_line, offset - starts[number - 1] + 1)

    def line(self, number: int) -> str:
        """Return the text of one line of the file, counted from 1; empty when the text has no such line."""
        _, lines = _lines(self.text)
        index = number - self.first_line
        return lines[index] if 0 <= index < len(lines) else ""


@lru_cache(maxsize=8)
def _lines(text: str) -> tuple[tuple[int, ...], tuple[str, ...]]:
    """Return where the lines of a text begin, and the lines: cut once, however many places of the text are told."""
    lines = tuple(text.split("\n"))
    return tuple(accumulate((len(line) + 1 for line in lines[:-1]), initial=0)), lines
