"""Which articles are copies of one text (a wire story printed by several papers), so that they count as one report.

In: articles. Out: for each article's id the id of the text it is a copy of: the first of its kind in the order of publication.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from datetime import date
from itertools import chain
from zlib import crc32

from generator.model.article import Article

SHARED = 0.5
"""From this share of the shorter text's shingles on, two articles are copies, or the one is an update of the other."""
_AT_LEAST = 20
_WORDS = 6
_ONE_IN = 4
"""Articles meet where they share two of the shingles that are sampled, one in so many; all shingles decide."""
_EVERYWHERE = 40
"""A shingle that stands in more articles than this is furniture, and tells nothing."""
_WORD = re.compile(r"\w+")


def reports(articles: tuple[Article, ...]) -> Mapping[str, str]:
    """Return for each article the first article of which it is a copy; its own id when it is a text of its own.

    Runs of six words are the shingles (Broder 1997, "On the resemblance and containment"): a paper that shortens a wire story drops
    sentences, and an update changes words within them. What shares only an excerpt with another is no copy of it.
    """
    ordered = sorted(articles, key=lambda article: (article.published.day if article.published else date.max, article.id))
    order = {article.id: place for place, article in enumerate(ordered)}
    prints = _telling({article.id: _prints(article.text) for article in ordered})
    holders: defaultdict[int, list[str]] = defaultdict(list)
    original: dict[str, str] = {}
    for article in ordered:
        mine = prints[article.id]
        sampled = [each for each in mine if each % _ONE_IN == 0]
        met = Counter(chain.from_iterable(holders[each] for each in sampled if each in holders))
        close = {other for other, count in met.items() if count > 1 and _is_copy(mine, prints[other])}
        roots = {original[other] for other in close} & close
        original[article.id] = min(roots, key=order.__getitem__, default=article.id)
        for each in sampled:
            holders[each].append(article.id)
    return original


def _is_copy(one: frozenset[int], other: frozenset[int]) -> bool:
    return len(one & other) >= max(_AT_LEAST, SHARED * min(len(one), len(other)))


def _telling(prints: Mapping[str, frozenset[int]]) -> Mapping[str, frozenset[int]]:
    """Leave out what stands in many articles."""
    spread: Counter[int] = Counter()
    for each in prints.values():
        spread.update(each)
    furniture = frozenset(shingle for shingle, count in spread.items() if count > _EVERYWHERE)
    return {name: each - furniture for name, each in prints.items()}


def _prints(text: str) -> frozenset[int]:
    """Return a number for each run of words, whatever its case, spaces and marks."""
    codes = [crc32(word.encode()) for word in _WORD.findall(text.casefold())]
    return frozenset(map(hash, zip(*(codes[start:] for start in range(_WORDS)), strict=False)))
