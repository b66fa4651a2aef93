"""A line in the making: tokens of one sentence that are kept, in the order in which they are printed, and words put in their place.

In: a Tree, indices of its tokens. Out: the line as printed, its length in words, the stretches of text it is made of.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from itertools import pairwise
from types import MappingProxyType
from typing import Any

from generator.model.span import Span
from generator.model.tree import Tree, Upos

OPENING, CLOSING, STRAIGHT = frozenset("“‘"), frozenset("”’"), '"'
QUOTES = OPENING | CLOSING | {STRAIGHT, "``", "''"}
_TIGHT = frozenset(",.;:!?)%”")
_STOPS = frozenset(",.;:-–—")
_NOTHING: Mapping[int, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Line:
    """``kept`` in the order of print; ``root`` is its main predicate; ``put`` has what is printed instead of a token (empty: nothing).

    ``commas`` are the tokens before which a comma is put in that the source does not have there (a clause told before who says it).
    """

    tree: Tree
    root: int
    kept: tuple[int, ...]
    put: Mapping[int, str] = field(default_factory=lambda: _NOTHING)
    commas: frozenset[int] = frozenset()
    proper: frozenset[int] = frozenset()
    """Tokens that keep their capital wherever they stand."""
    has: frozenset[int] = field(init=False, repr=False, compare=False)
    """The tokens that are kept, in no order."""
    memo: dict[str, Any] = field(init=False, repr=False, compare=False, default_factory=dict)
    """What was found out of the line once and is asked again: how it is printed, its words, what it quotes."""

    def __post_init__(self) -> None:
        """Gather what is kept."""
        object.__setattr__(self, "has", frozenset(self.kept))

    def without(self, tokens: frozenset[int]) -> Line:
        """Return the line with some tokens left out."""
        return replace(self, kept=tuple(each for each in self.kept if each not in tokens))

    def putting(self, tokens: tuple[int, ...], words: str) -> Line:
        """Return the line with *words* instead of some tokens."""
        return replace(self, put={**self.put, **dict.fromkeys(tokens, ""), tokens[0]: words})

    def printed(self) -> str:
        """Return the line as it is printed: a capital first, no stop behind, spaces as the source has them."""
        if "print" not in self.memo:
            self.memo["print"] = self._printed()
        return str(self.memo["print"])

    def _printed(self) -> str:
        told = _trimmed(self.tree, self.kept)
        shown: list[str] = []
        last = -1
        for at in told:
            word = self.put.get(at, _moved(self.tree, at) if shown and at not in self.proper else self.tree[at].text)
            if word == "":
                continue
            gap = _gap(self.tree, last, at, shown[-1]) if shown else ""
            parted = at in self.commas and bool(shown) and shown[-1][-1:] not in _TIGHT
            shown.append((", " if parted else " " if at in self.commas and shown else gap) + word)
            last = at
        line = "".join(shown)
        return capital(line)

    def count(self) -> int:
        """Return how many words are printed."""
        if "count" not in self.memo:
            self.memo["count"] = sum(any(map(str.isalnum, word)) for word in self.printed().split())
        return int(self.memo["count"])

    def spans(self) -> tuple[Span, ...]:
        """Return the unbroken stretches of the text that are printed, in the order of print."""
        told = [at for at in _trimmed(self.tree, self.kept) if at not in self.put]
        found: list[Span] = []
        for at in told:
            span = self.tree[at].span
            joined = found and at and self.tree[at - 1].span.end == found[-1].end
            if joined:
                found[-1] = Span(found[-1].start, span.end)
            else:
                found.append(span)
        return tuple(found)


def _moved(tree: Tree, at: int) -> str:
    """Return the first word of a sentence small where it no longer opens the line, unless it is a name."""
    word = tree[at].text
    plain = at == 0 and tree[at].upos not in {Upos.PROPN, Upos.NUM} and (word[1:].islower() or word == "A")
    return word.lower() if plain else word


def capital(line: str) -> str:
    """Return a line with a capital for its first letter, unless its first word has reasons of its own to be small."""
    start = next((at for at, letter in enumerate(line) if letter.isalnum()), 0)
    return line[:start] + line[start : start + 1].upper() + line[start + 1 :] if _is_plain(line[start:]) else line


def _is_plain(line: str) -> bool:
    """Tell whether a line begins with a word that may get a capital: not 'iPhone' or 'al-Assad'."""
    word = line.split(" ", 1)[0]
    return word.islower() and "al-" not in word[:3]


def _trimmed(tree: Tree, kept: tuple[int, ...]) -> tuple[int, ...]:
    """Leave out stops at either end, commas that nothing is left to set apart, and doubled marks."""
    first, last = 0, len(kept)
    while first < last and (tree[kept[first]].text in _STOPS or tree[kept[first]].text == ")"):
        first += 1
    while last > first and tree[kept[last - 1]].text in _STOPS | {"("}:
        last -= 1
    told = kept[first:last]
    empty = {each for one, other in pairwise(told) if tree[one].text == "(" and tree[other].text == ")" for each in (one, other)}
    told = tuple(each for each in told if each not in empty)
    doubled = {one for one, other in pairwise(told) if tree[one].text in _STOPS and tree[other].text in _STOPS}
    opened = {other for one, other in pairwise(told) if tree[one].text in OPENING and tree[other].text in _STOPS}
    joined = {
        other for one, other in pairwise(told) if tree[other].text == "," and tree[one].upos is Upos.SCONJ and _is_left(tree, told, other)
    }
    return tuple(each for each in told if each not in doubled | opened | joined)


def _is_left(tree: Tree, told: tuple[int, ...], comma: int) -> bool:
    """Tell whether what followed at once on a comma was left out."""
    return comma + 1 < len(tree) and comma + 1 not in told


def _gap(tree: Tree, last: int, at: int, before: str) -> str:
    """Return what stands between two printed tokens: as in the source where they follow one another there, else by the kind of mark."""
    if at == last + 1:
        return " " if tree[last].span.end < tree[at].span.start else ""
    word = tree[at].text
    glued = at > 0 and tree[at - 1].span.end == tree[at].span.start and (tree[at].upos in {Upos.PUNCT, Upos.PART} or word[0] in "’'%")
    if word in _TIGHT or (glued and word not in OPENING):
        return ""
    return "" if before[-1:] in OPENING | {"("} else " "
