"""Part a caption or a heading from the sentence that was glued to it without a stop: '… was close to the port The council has …'.

In: a text, the spans of its sentences, SentenceRules (``openers`` and ``unfinished``). Out: the spans, split where a function word with a
capital stands in mid-sentence. A wrong split is worse than a missed one: titles and names ('Into The Wild', 'Over to You') and what
stands in quotation marks stay whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generator.model.language import SentenceRules
from generator.model.span import Span

_GLUED = re.compile(r"(?P<before>\b[^\W_][\w’'-]{0,60}+)(?P<closed>[\"”’)]*+)(?P<gap>\s++)(?=(?P<word>[A-Z][a-z]*+)\s+[a-z0-9])")
_FEWEST_BEFORE = 3
"""Words of a sentence that may have lost its stop."""
_FEWEST_BEHIND = 5
"""Words of one that may have been glued to it."""
_DATE = 4
"""Words of a date line."""
_QUOTES = (("“", "”"), ("(", ")"))


def split_splices(text: str, spans: Iterable[Span], rules: SentenceRules) -> Iterator[Span]:
    """Yield the sentences, each glued caption for itself."""
    for span in spans:
        start = span.start
        for match in _GLUED.finditer(text, span.start, span.end) if rules.openers else ():
            if _parts(text, Span(start, span.end), match, rules):
                yield Span(start, match.end("closed"))
                start = match.end("gap")
        yield Span(start, span.end)


def _parts(text: str, within: Span, match: re.Match[str], rules: SentenceRules) -> bool:
    """Tell whether a sentence opens at the capital behind *match*."""
    if match["word"].lower() not in rules.openers or match["before"].lower() in rules.unfinished:
        return False
    if len(match["word"]) == 1 and match["before"][0].isupper():
        return False  # 'Class A shares'
    before, behind = text[within.start : match.end("closed")], text[match.end("gap") : within.end]
    if len(before.split(maxsplit=_DATE)) <= _DATE and before[-1:].isdigit():
        return False  # '3 March 2011 The bridge is shut': a date heads the entry of a chronicle
    if len(before.split(maxsplit=_FEWEST_BEFORE)) < _FEWEST_BEFORE or len(behind.split(maxsplit=_FEWEST_BEHIND)) <= _FEWEST_BEHIND:
        return False
    return before.count('"') % 2 == 0 and all(before.count(opening) <= before.count(closing) for opening, closing in _QUOTES)
