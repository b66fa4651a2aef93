"""Which articles are copies of one text (a wire story printed by several papers), so that they count as one report.

In: articles. Out: for each article's id the id of the text it is a copy of: the first of its kind in the order of publication.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from datetime import date
from zlib import crc32

from generator.model.article import Article

SHARED = 0.5
"""From this share of the shorter text's sentences on, two articles are copies."""
_AT_LEAST = 3
_WORDS = 6
_EVERYWHERE = 40
"""A sentence that stands in more articles than this is furniture, and tells nothing."""
_BREAK = re.compile(r"[.!?:]['\"”’)]*\s+|\n+")
_WORD = re.compile(r"\w+")


def reports(articles: tuple[Article, ...]) -> Mapping[str, str]:
    """Return for each article the first article of which it is a copy; its own id when it is a text of its own.

    Sentences are the shingles: a paper that shortens a wire story drops whole ones (Broder 1997, "On the resemblance and containment").
    """
    ordered = sorted(articles, key=lambda article: (article.published.day if article.published else date.max, article.id))
    order = {article.id: place for place, article in enumerate(ordered)}
    prints = {article.id: _prints(article.text) for article in ordered}
    holders: defaultdict[int, list[str]] = defaultdict(list)
    original: dict[str, str] = {}
    for article in ordered:
        mine = prints[article.id]
        common = Counter(holder for each in sorted(mine) if len(holders[each]) <= _EVERYWHERE for holder in holders[each])
        close = [other for other, count in common.items() if count >= max(_AT_LEAST, SHARED * min(len(mine), len(prints[other])))]
        first = min(close, key=order.__getitem__, default=article.id)
        original[article.id] = original.get(first, first)
        for each in mine:
            holders[each].append(article.id)
    return original


def _prints(text: str) -> frozenset[int]:
    """Return a number for each distinct sentence of at least six words, whatever its case, spaces and marks."""
    sentences = (_WORD.findall(part.casefold()) for part in _BREAK.split(text))
    return frozenset(crc32(" ".join(words).encode()) for words in sentences if len(words) >= _WORDS)
