"""Where a sentence begins behind what newspapers set before it: a dateline, a bullet, the hour of a live report.

In: a text and the span of a sentence. Out: the offset where its own words begin; what stands before has no part in its structure.
"""

from __future__ import annotations

import re

from generator.model.span import Span

_DASH = r"(?:--+|[-–—])\s+"
_NAMES = r"[A-Z][\w.'’-]*(?:[ ,/]+[A-Z\d][\w.'’-]*){0,6}"
_OPENINGS = (
    re.compile(r"[\s•*·▪‣|>–—-]+(?=\w|[“\"‘'(])"),
    re.compile(rf"(?:{_NAMES}\s*)?\([A-Z][\w./ ]{{1,24}}\)\s*{_DASH}"),  # LUND, June 3 (QNA) - …
    re.compile(r"[A-Z][A-Z.'’/-]+(?:[ ,]+[A-Z\d][\w.'’-]*){0,5}\s*(?:--+|[–—])\s*(?=[A-Z“\"])"),  # PORT ALDO, Karsa — …
    re.compile(r"(?:(?:[01]?\d|2[0-3])[.:][0-5]\d(?:\s?[ap]\.?m\.?)?|(?:0\d|1[0-7]|2[1-3])[0-5]\d)(?:\s[A-Z]{3,4})?:?\s+(?=[A-Z“\"])"),
)


def begins(text: str, span: Span) -> int:
    """Return where the words of a sentence begin; where it begins itself, when nothing stands before them or nothing behind."""
    start = span.start
    for opening in _OPENINGS:
        match = opening.match(text, start, span.end)
        if match:
            start = match.end()
    return start if start < span.end else span.start
