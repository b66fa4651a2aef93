"""The little language of phrases: read "{number} {unit} (ago|back)" and spell out every way to say it.

In: a pattern. Out: its variants, each a tuple of items: a word, a class with the name of its value, or a mark of the extent.

    word        that word (lower-case)         {class}      a word of that class; {class:name} gives its value another name, {class:_} none
    x?          x or nothing                   (a|b c|)     one of these
    *           any word
    < >         the extent of the expression, where it is not the whole phrase
    [ ]         what the phrase takes; the words outside must stand there, but stay free for others
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import product

_PIECE = re.compile(r"\{(?P<cls>@?\w+)(?::(?P<name>\w+))?\}|(?P<mark>[()|?<>\[\]])|(?P<word>[^\s{}()|?<>\[\]]+)")
_MOST_VARIANTS = 20_000


@dataclass(frozen=True, slots=True)
class FixedWord:
    """A word that must stand there."""

    word: str


@dataclass(frozen=True, slots=True)
class Class:
    """Any word of a class; its value goes to the production under ``name``."""

    cls: str
    name: str


@dataclass(frozen=True, slots=True)
class Bracket:
    """Where the extent opens or closes (``<`` and ``>``), or what the phrase takes (``[`` and ``]``)."""

    mark: str


Item = FixedWord | Class | Bracket
Variant = tuple[Item, ...]


class BadPatternError(ValueError):
    """A phrase of a language table cannot be read."""


def variants(pattern: str) -> tuple[Variant, ...]:
    """Spell out a pattern.

    >>> len(variants("(the|this) {season} of? {year}"))
    4
    """
    pieces = list(_PIECE.finditer(pattern))
    spelt, after = _alternatives(pieces, 0)
    if after != len(pieces):
        raise BadPatternError(f"unbalanced: {pattern}")
    if len(spelt) > _MOST_VARIANTS:
        raise BadPatternError(f"too many variants: {pattern}")
    return tuple(dict.fromkeys(spelt))


def _alternatives(pieces: list[re.Match[str]], at: int) -> tuple[list[Variant], int]:
    spelt: list[Variant] = []
    branch: list[list[Variant]] = []
    while at < len(pieces) and pieces[at]["mark"] != ")":
        piece = pieces[at]
        at += 1
        if piece["mark"] == "|":
            spelt.extend(_joined(branch))
            branch = []
        elif piece["mark"] == "?":
            branch[-1] = [*branch[-1], ()]
        elif piece["mark"] == "(":
            inner, at = _alternatives(pieces, at)
            at += 1
            branch.append(inner)
        else:
            branch.append([(_item(piece),)])
    return spelt + _joined(branch), at


def _joined(branch: list[list[Variant]]) -> list[Variant]:
    return [tuple(item for part in parts for item in part) for parts in product(*branch)]


def _item(piece: re.Match[str]) -> Item:
    if piece["cls"]:
        return Class(piece["cls"], piece["name"] or ("what" if piece["cls"].startswith("@") else piece["cls"]))
    if piece["word"]:
        return FixedWord(piece["word"])
    return Bracket(piece["mark"])
