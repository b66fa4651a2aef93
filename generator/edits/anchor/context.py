"""What stood before and behind a quote → how much of it stands round a place now, and whether it turns the quote's meaning.

In: a selector's prefix and suffix, an article's words. Out: a score from 0 to 2; a reason where the sentence round the words changed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.edits.anchor.alignment import Alignment
from generator.edits.anchor.difference import is_denial
from generator.edits.anchor.keyed import KeyedText, KeyedWord, words
from generator.model.edit import Selector

_OPENS = re.compile(r"[.!?:\n][\"'“”‘’«»)\]([]*$|[\"”»]$")
"""How the words before a quote end, when it began a sentence."""
_JOINS = frozenset({"and", "but", "while", "as", "which", "who", "a", "an", "the", "that", "it", "he", "she", "they"})
"""Words that join a sentence to the one before it."""


class Surroundings:
    """The words that stood before and behind a quote, the nearest first."""

    def __init__(self, selector: Selector, here: KeyedText) -> None:
        before, behind = words(selector.prefix), words(selector.suffix)
        self.selector = selector
        self.here = here
        self.before = tuple(reversed(_unclipped(before.keys, first=True)))
        self.behind = _unclipped(behind.keys, first=False)
        self.known = bool(self.before or self.behind)
        self.recorded = self.known or selector.start is not None

    def score(self, place: Alignment) -> float:
        """Return how much of what stood round the quote stands round a place: 1 for each side that is as it was."""
        keys = self.here.keys
        return _kept(self.before, keys[max(0, place.start - 12) : place.start][::-1]) + _kept(self.behind, keys[place.end : place.end + 12])

    def changed(self, place: Alignment, quote: KeyedText) -> str | None:
        """Return why the sentence round the words may turn their meaning: it was whole and is now part of another."""
        lead, tail = self._same_sentence(place)
        told = None
        if self._opened() and not _follows(lead[::-1], self.before):
            told = f"“{' '.join(word.written for word in lead[-6:])}” now stands before it in its sentence"
        elif self.recorded and self._closed(quote) and not _follows(tail, self.behind):
            told = f"“{' '.join(word.written for word in tail[:6])}” now stands behind it in its sentence"
        elif self.before and (denial := next((word for word in lead[-3:] if is_denial(word) and word.key not in self.before[:6]), None)):
            told = f"“{denial.written}” now stands before it"
        return told

    def _opened(self) -> bool:
        """Tell whether the quote began a sentence, or the text."""
        prefix = self.selector.prefix.rstrip(" \t")
        return self.recorded and (not prefix or bool(_OPENS.search(prefix)))

    def _closed(self, quote: KeyedText) -> bool:
        """Tell whether the quote ended a sentence or a paragraph."""
        return quote.folded.text.rstrip("\"')]").endswith((".", "!", "?")) or self.selector.suffix.lstrip(" \t")[:1] in ("", "\n")

    def _same_sentence(self, place: Alignment) -> tuple[Sequence[KeyedWord], Sequence[KeyedWord]]:
        """Return the words of the same sentence before a place, and behind it."""
        here = self.here
        start, end = place.start, place.end
        while start > 0 and start not in here.breaks:
            start -= 1
        while end < len(here.all) and end not in here.breaks:
            end += 1
        return here.all[start : place.start], here.all[place.end : end]


def _unclipped(keys: tuple[str, ...], *, first: bool) -> tuple[str, ...]:
    """Drop the word at the far end, which a selector may have cut in two."""
    if len(keys) < 3:
        return keys
    return keys[1:] if first else keys[:-1]


def _kept(known: Sequence[str], there: Sequence[str]) -> float:
    """Return which share of the known words stands there, counted outwards from the quote, joining words left out."""
    if not known:
        return 0.0
    mine = [key for key in known if key not in _JOINS] or list(known)
    theirs = [key for key in there if key not in _JOINS] or list(there)
    same = 0
    for one, other in zip(mine, theirs, strict=False):
        if one != other:
            break
        same += 1
    return same / len(mine)


def _follows(added: Sequence[KeyedWord], known: Sequence[str]) -> bool:
    """Tell whether words that share the quote's sentence are those that stood there before, or only join it to them."""
    keys = [word.key for word in added if word.key not in _JOINS]
    mine = [key for key in known if key not in _JOINS]
    if not keys:
        return True
    shared = min(len(keys), len(mine))
    return shared > 0 and keys[:shared] == mine[:shared]
