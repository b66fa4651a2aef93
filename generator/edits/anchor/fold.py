"""Text → the same text without typographic variants, and the way back from every offset of it.

Folded are quotation marks, dashes, ellipses and white space (a blank line to one line break); nothing that carries meaning.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from generator.model.span import Span


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text. ``starts`` and ``ends`` are, for each of its characters, where in the original it begins and ends."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def original(self, span: Span) -> Span:
        """Return the span of the original text that a span of the folded text stands for."""
        if span.end <= span.start:
            at = self.starts[span.start] if span.start < len(self.starts) else (self.ends[-1] if self.ends else 0)
            return Span(at, at)
        return Span(self.starts[span.start], self.ends[span.end - 1])

    def offset(self, original: int) -> int:
        """Return the offset in the folded text of an offset in the original (of the character there or before it)."""
        return max(0, bisect_right(self.starts, original) - 1) if self.starts else 0


_VARIANT = re.compile(
    r"(?P<dash>[ \t\u00a0\u2009\u200a]*(?:[\u2012-\u2015\u2212]|--+)[ \t\u00a0\u2009\u200a]*|[ \t\u00a0]+-[ \t\u00a0]+|[\u2010\u2011])"
    r"|(?P<paragraph>[^\S\n]*\n[^\S\n]*\n\s*)"
    r"|(?P<space>[\s\u00a0\u2000-\u200a\u202f\u205f\u3000]+)"
    r"|(?P<double>[\u201c-\u201f\u00ab\u00bb\u2033\uff02\"]|``|'')"
    r"|(?P<single>[\u2018-\u201b\u2032\u00b4`\uff07])"
    r"|(?P<dots>\u2026|\. \. \.)"
    r"|(?P<nothing>[\u00ad\u200b-\u200d\u2060\ufeff])"
)
_INSTEAD = {"paragraph": "\n", "dash": "-", "space": " ", "double": '"', "single": "'", "dots": "...", "nothing": ""}


def fold(text: str) -> Folded:
    """Fold a text.

    >>> fold("“so” –  it is").text
    '"so"-it is'
    """
    parts: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    done = 0
    for match in _VARIANT.finditer(text):
        kept = range(done, match.start())
        instead = _INSTEAD[match.lastgroup or "nothing"]
        parts += (text[done : match.start()], instead)
        starts += [*kept, *[match.start()] * len(instead)]
        ends += [*(at + 1 for at in kept), *[match.end()] * len(instead)]
        done = match.end()
    parts.append(text[done:])
    starts += range(done, len(text))
    ends += range(done + 1, len(text) + 1)
    return Folded("".join(parts), tuple(starts), tuple(ends))
