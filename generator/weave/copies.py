"""Which articles are copies of one text (a wire story printed by several papers), so that they count as one report.

In: articles. Out: for each article's id the id of the text it is a copy of: the first of its kind in the order of publication.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from functools import partial
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
    shelf = recall.state("copies", _Shelf)
    shelf.hold({article.id: recall.once("prints", article.id, (article.text,), partial(_prints, article.text)) for article in ordered})
    place = {article.id: number for number, article in enumerate(ordered)}
    original = {article.id: article.id for article in ordered}
    for article in ordered:
        if met := shelf.met[article.id]:
            close = {other for other in met if place[other] < place[article.id] and shelf.is_close(article.id, other)}
            original[article.id] = min({original[other] for other in close} & close, key=place.__getitem__, default=article.id)
    return original


def _prints(text: str) -> frozenset[int]:
    """Return numbers for a sample of the runs of words, whatever their case, spaces and marks."""
    codes = [crc32(word.encode()) for word in _WORD.findall(text.casefold())]
    runs = map(hash, zip(*(codes[start:] for start in range(_WORDS)), strict=False))
    return frozenset(run for run in runs if run % _ONE_IN == 0)


class _Shelf:
    """The shingles of all articles, and which articles share how many; brought up to date by those that come and go.

    ``met`` has for each article how many shingles it shares with others, where they are more than chance.
    """

    def __init__(self) -> None:
        self.met: dict[str, Mapping[str, int]] = {}
        self._prints: dict[str, frozenset[int]] = {}
        self._sizes: dict[str, int] = {}
        self._holders: dict[int, str | set[str]] = {}
        """Most shingles stand in one article; that one is not given a set."""

    def hold(self, prints: Mapping[str, frozenset[int]]) -> None:
        """Hold these articles' shingles and no others."""
        left = [name for name, held in self._prints.items() if prints.get(name) is not held]
        come = [name for name, given in prints.items() if self._prints.get(name) is not given]
        touched = set(come)
        for name in left:
            touched.update(*(self._without(shingle, name) for shingle in self._prints[name]))
            del self.met[name], self._sizes[name]
        for name in come:
            touched.update(*(self._with(shingle, name) for shingle in prints[name]))
        self._prints = dict(prints)
        for name in touched & prints.keys():
            self._sizes[name], self.met[name] = self._compared(name)

    def is_close(self, one: str, other: str) -> bool:
        """Tell whether two articles that share shingles share so many that one is a copy of the other."""
        return self.met[one][other] >= SHARED * min(self._sizes[one], self._sizes[other])

    def _with(self, shingle: int, name: str) -> Iterable[str]:
        """Let an article hold a shingle; return those for whom that changes something."""
        held = self._holders.setdefault(shingle, name)
        if isinstance(held, str):
            if held != name:
                self._holders[shingle] = {held, name}
            return (held,)
        others = tuple(held) if len(held) <= _EVERYWHERE else ()
        held.add(name)
        return others

    def _without(self, shingle: int, name: str) -> Iterable[str]:
        """Let an article hold a shingle no longer; return those for whom that changes something."""
        held = self._holders[shingle]
        if isinstance(held, str):
            del self._holders[shingle]
            return ()
        held.remove(name)
        others = tuple(held) if len(held) <= _EVERYWHERE else ()
        if len(held) == 1:
            self._holders[shingle] = others[0]
        return others

    def _compared(self, name: str) -> tuple[int, Mapping[str, int]]:
        """Return how many shingles of an article are no furniture, and how many of them it shares with whom."""
        size, met = len(self._prints[name]), Counter[str]()
        for shingle in self._prints[name]:
            held = self._holders[shingle]
            if isinstance(held, str):
                continue
            if len(held) > _EVERYWHERE:
                size -= 1
            else:
                met.update(held)
        return size, {other: count for other, count in met.items() if count >= _AT_LEAST and other != name}
