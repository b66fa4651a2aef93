"""Which articles are copies of one text (a wire story printed by several papers), so that they count as one report.

In: articles. Out: for each article's id the id of the text it is a copy of: the first of its kind in the order of publication.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from datetime import date
from functools import partial
from itertools import chain
from zlib import crc32

from generator.model.article import Article
from generator.model.recall import Forgetful, Recall

SHARED = 0.5
"""From this share of the shorter text's shingles on, two articles are copies, or the one is an update of the other."""
_AT_LEAST = 5
"""Runs of words that two texts share by chance no more often."""
_WORDS = 6
"""Words of a run."""
_ONE_IN = 4
"""One shingle in so many is kept, by its hash: the same ones of every article."""
_EVERYWHERE = 40
"""A shingle that stands in more articles than this is furniture, and tells nothing."""
_WORD = re.compile(r"\w+")


def reports(articles: tuple[Article, ...], recall: Recall | None = None) -> Mapping[str, str]:
    """Return for each article the first article of which it is a copy; its own id when it is a text of its own.

    Runs of six words are the shingles (Broder 1997, "On the resemblance and containment"): a paper that shortens a wire story drops
    sentences, and an update changes words within them. What shares only an excerpt with another is no copy of it.
    """
    ordered = sorted(articles, key=lambda article: (article.published.day if article.published else date.max, article.id))
    recall = recall or Forgetful()
    prints = [recall.once("prints", article.id, (article.text,), partial(_prints, article.text)) for article in ordered]
    holders: defaultdict[int, list[int]] = defaultdict(list)
    for place, each in enumerate(prints):
        for shingle in each:
            holders[shingle].append(place)
    furniture = frozenset(shingle for shingle, found in holders.items() if len(found) > _EVERYWHERE)
    sizes = [len(each - furniture) for each in prints]
    original = list(range(len(ordered)))
    for place, each in enumerate(prints):
        met = Counter(chain.from_iterable(holders[shingle] for shingle in each - furniture if len(holders[shingle]) > 1))
        close = {
            other for other, count in met.items() if other < place and count >= max(_AT_LEAST, SHARED * min(sizes[place], sizes[other]))
        }
        original[place] = min(({original[other] for other in close} & close), default=place)
    return {article.id: ordered[original[place]].id for place, article in enumerate(ordered)}


def _prints(text: str) -> frozenset[int]:
    """Return numbers for a sample of the runs of words, whatever their case, spaces and marks."""
    codes = [crc32(word.encode()) for word in _WORD.findall(text.casefold())]
    runs = map(hash, zip(*(codes[start:] for start in range(_WORDS)), strict=False))
    return frozenset(run for run in runs if run % _ONE_IN == 0)
