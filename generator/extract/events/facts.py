"""Fact lines beside a story: 'Born: 29 August 1958, Leeds' tells one dated deed without a sentence.

In: an article's text, a sentence's span, its time expressions, the Story. Out: where each fact stands and what it tells.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.model.span import Span
from generator.model.story import Story
from generator.model.timex import Timex

_LABEL = re.compile(r"(?<![^\s\n])(?P<deed>[A-Z][a-z]+):\s+")
_END = re.compile(r"\s+[A-Z][a-z]+(?: [a-z]+){0,2}:|[.;|\n]|$")
_MOST = 120


@dataclass(frozen=True, slots=True)
class Fact:
    """``deed`` is the label ('Born'), ``place`` what stands behind the date, ``quote`` the whole."""

    deed: Span
    quote: Span
    place: str
    timex: Timex


def facts(text: str, span: Span, timexes: Sequence[Timex], story: Story) -> Iterator[Fact]:
    """Yield the fact lines in a sentence: a past participle, a colon, a date."""
    starts = {each.said.start: each for each in timexes if each.edtf is not None}
    for match in _LABEL.finditer(text, span.start, span.end):
        word = match["deed"].lower()
        if not any(form == "part" for _, form in story.readings(word)):
            continue
        timex = starts.get(match.end())
        if timex is None:
            continue
        end = _END.search(text, timex.said.end, min(span.end, timex.said.end + _MOST))
        until = end.start() if end else min(span.end, timex.said.end + _MOST)
        place = text[timex.said.end : until].strip(" ,")
        yield Fact(Span(match.start("deed"), match.end("deed")), Span(match.start(), until), place, timex)
