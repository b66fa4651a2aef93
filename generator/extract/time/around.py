"""The words before and behind an expression, as its tense is told by them.

In: the text, the same in lower case, the sentence, where the expression stands, the tense words. Out: words in lower case, but for names.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import chain

from generator.model.language import TenseWords
from generator.model.span import Span

FAR = 160
"""How many code points before and behind an expression are looked at."""
_WORDS = re.compile(r"(?=\S)(?:[a-z]++(?![\w.])|(?:[^\W\d_]\.){2,}|[^\W\d_]+|['’][^\W\d_]{1,2}(?!\w)|\d[\d.,]*|[!?;.-])")
_MOST = 1 << 15
"""Of how many stretches between spaces the words are kept."""
_MARK_AND_SPACE = len(", ")
_MARK = re.compile(r"[,;:()—–]|\s-")


class _Words(dict[str, tuple[str, ...]]):
    """The words of what stands between spaces, over which none reaches, worked out when it is met."""

    __slots__ = ()

    def __missing__(self, glued: str) -> tuple[str, ...]:
        plain = glued.removesuffix(",")
        words = (plain,) if plain.isascii() and plain.isalpha() else tuple(_WORDS.findall(glued))
        if len(self) < _MOST:
            self[glued] = words
        return words


_words_of = _Words().__getitem__


@dataclass(slots=True)
class Around:
    """Where an expression stands: the text, the same in lower case, its sentence, its place, and the language's words of tense."""

    text: str
    lower: str
    within: Span
    place: tuple[int, int]
    rules: TenseWords

    def before(self, start: int | None = None) -> list[str]:
        """Return the words before the expression, or before the words that bound it, from *start* on."""
        end = self.place[0] if start is None else start
        return self._words(max(self.within.start, end - FAR), end)

    def behind(self) -> list[str]:
        """Return the words behind it."""
        return self._words(self.place[1], min(self.within.end, self.place[1] + FAR))

    def ahead(self) -> list[str]:
        """Return the words behind it that can turn a verb before it: the next one, or all where a participle closes a clause."""
        if self.rules.perfect_last or self.rules.with_participle:
            return self.behind()
        start, end = self.place[1], min(self.within.end, self.place[1] + FAR)
        space = self.lower.find(" ", start + _MARK_AND_SPACE, end)
        return (self._words(start, end if space < 0 else space) or self.behind())[:1]

    def phrase(self) -> list[str]:
        """Return the words behind it up to a mark."""
        end = min(self.within.end, self.place[1] + FAR)
        mark = _MARK.search(self.lower, self.place[1], end)
        return self._words(self.place[1], mark.start() if mark else end)

    def _words(self, start: int, end: int) -> list[str]:
        """Return words in lower case; those that are names here keep their capital, so that no rule takes them for verbs."""
        words = list(chain.from_iterable(map(_words_of, self.lower[start:end].split())))
        if self.rules.names.isdisjoint(words):
            return words
        found = _WORDS.finditer(self.lower, start, end)
        return [each[0].capitalize() if each[0] in self.rules.names and self._is_name(*each.span()) else each[0] for each in found]

    def _is_name(self, start: int, end: int) -> bool:
        """Tell "Mrs May", "Will Carrow" from "may", "MAY", "Will it rain?", and from the capitals of a headline."""
        text, within = self.text, self.within
        if not text[start].isupper() or text[end - 1].isupper():
            return False
        following = text[end : end + 2].strip()[:1]
        leading = text[max(within.start, start - FAR) : start]
        if start - within.start < FAR and not leading.strip(" \t\n“\"'‘"):
            behind = text[end : end + FAR].split(maxsplit=1)[:1] or [""]
            named = following.isupper() or text[end : end + 1] == "," or behind[0] in self.rules.beside
            return named and not text[max(end, within.end - FAR) : within.end].rstrip("”\"' \n").endswith("?")
        before = leading.split()[-1:] or [""]
        return not (following.isupper() and before[0][:1].isupper() and not self.place[0] <= end + 1 <= self.place[1])
