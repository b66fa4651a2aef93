"""Cut a sentence into tokens and say what each can be.

In: the lower-cased text, the text, a stretch of it, a Grammar. Out: Tokens, three parallel lists, with numbers in words joined into one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from generator.extract.time.figures import OPENING, figures
from generator.model.language import Grammar, Sense

NUMBER = "#"
"""The word of a token that was joined from number words."""

_NONE: tuple[Sense, ...] = ()
_MARKS = ',.;:)"'
"""Marks that are a token of their own behind a word."""
_MOST = 1 << 14
"""How many words are kept with what they are."""


Kind = tuple[str, tuple[Sense, ...]]
"""What a token is for phrases: a symbol (its word, empty where no phrase has it, and its CLASSES, a space between each), and its senses."""


@dataclass(slots=True)
class Tokens:
    """The tokens of a stretch of text: word (lower-case), where it starts and ends, what it can be."""

    words: list[str]
    spans: list[tuple[int, int]]
    kinds: list[Kind]

    def join(self, stretches: list[Stretch]) -> None:
        """Put one token in the place of each stretch, in the order in which they stand."""
        for start, end, word, kind in reversed(stretches):
            self.words[start:end] = (word,)
            self.spans[start:end] = ((self.spans[start][0], self.spans[end - 1][1]),)
            self.kinds[start:end] = (kind,)


Stretch = tuple[int, int, str, Kind]
"""Tokens from one up to another that become one: what its word is and what it can be."""


def kind_of(senses: tuple[Sense, ...], word: str = "") -> Kind:
    """Return the kind of a token of some senses, and of its word if phrases have it."""
    return " ".join([word, *(cls for cls, _ in senses)]), senses


class _Kinds(dict[str, Kind]):
    """What words are by themselves, worked out when they are met."""

    __slots__ = ("grammar",)

    def __init__(self, grammar: Grammar) -> None:
        self.grammar = grammar

    def __missing__(self, word: str) -> Kind:
        senses = self.grammar.senses.get(word, _NONE) + figures(word)
        kind = kind_of(senses, word if word in self.grammar.spelt else "")
        if len(self) < _MOST:
            self[word] = kind
        return kind


_kinds = cache(_Kinds)

Piece = tuple[str, int, int, Kind]
"""A token of what stands between spaces: its word, where in that it starts and ends, and what it can be."""


class _Pieces(dict[str, tuple[Piece, ...]]):
    """The tokens of what stands between spaces, worked out when it is met: no token reaches over a space or looks beyond one."""

    __slots__ = ("grammar",)

    def __init__(self, grammar: Grammar) -> None:
        self.grammar = grammar

    def __missing__(self, glued: str) -> tuple[Piece, ...]:
        kinds = _kinds(self.grammar)
        bare = glued[:-1] if glued[-1:] in _MARKS and glued not in self.grammar.vocabulary else glued
        if bare.isascii() and bare.isalpha():  # most are a word, or a word and a mark: they need no pattern
            size = len(bare)
            word: Piece = (bare, 0, size, kinds[bare])
            pieces: tuple[Piece, ...] = (word,) if bare is glued else (word, (glued[-1], size, size + 1, kinds[glued[-1]]))
        else:
            pieces = tuple((match[0], *match.span(), kinds[match[0]]) for match in self.grammar.token.finditer(glued))
        if len(self) < _MOST:
            self[glued] = pieces
        return pieces


_pieces = cache(_Pieces)


def tokens(lower: str, text: str, start: int, end: int, grammar: Grammar) -> Tokens:
    """Return the tokens of ``text[start:end]``; *lower* is the text in lower case, of the same length."""
    found = _cut(lower, start, end, grammar)
    words = found.words
    numeric = not grammar.numeric.isdisjoint(words)
    if not grammar.proper.keys().isdisjoint(words):
        _capitalise(found, text, grammar)
    if not grammar.compounds.keys().isdisjoint(words):
        _compound(found, grammar.compounds)
    if numeric:
        _join(found, grammar)
    return found


def _cut(lower: str, start: int, end: int, grammar: Grammar) -> Tokens:
    """Return the tokens of a stretch as they stand; where it does not begin behind a space, they are looked for in their place."""
    if start and not lower[start - 1].isspace():
        known, matches = _kinds(grammar), list(grammar.token.finditer(lower, start, end))
        return Tokens([match[0] for match in matches], [match.span() for match in matches], [known[match[0]] for match in matches])
    pieces, at = _pieces(grammar), start
    words: list[str] = []
    spans: list[tuple[int, int]] = []
    kinds: list[Kind] = []
    for glued in lower[start:end].split(" "):
        for word, first, last, kind in pieces[glued]:
            words.append(word)
            spans.append((at + first, at + last))
            kinds.append(kind)
        at += len(glued) + 1
    return Tokens(words, spans, kinds)


def _capitalise(found: Tokens, text: str, grammar: Grammar) -> None:
    """Add what words can be only with a capital ("May")."""
    for at, word in enumerate(found.words):
        if word in grammar.proper and text[found.spans[at][0]].isupper():
            found.kinds[at] = kind_of(grammar.proper[word] + found.kinds[at][1], word if word in grammar.spelt else "")


def _compound(found: Tokens, compounds: Mapping[str, tuple[tuple[list[str], tuple[Sense, ...]], ...]]) -> None:
    """Make one token of what several words are together ("new year's day", "a couple of")."""
    words = found.words
    made: list[Stretch] = []
    for at in [at for at, word in enumerate(words) if word in compounds]:
        for others, means in compounds[words[at]]:
            end = at + 1 + len(others)
            if words[at + 1 : end] == others and (not made or at >= made[-1][1]):
                made.append((at, end, " ".join(words[at:end]), kind_of(means)))
                break
    found.join(made)


def _join(found: Tokens, grammar: Grammar) -> None:
    """Join runs of number words ("twenty-four", "two hundred and five", "nineteen ninety-seven") into one token each."""
    made: list[Stretch] = []
    numeric, joiners = grammar.numeric, grammar.joiners
    for at in [at for at, word in enumerate(found.words) if word in numeric or word[0] in OPENING or " " in word]:
        if made and at < made[-1][1]:
            continue
        end, values = _run(found, at, joiners)
        value = _total(values) if values else None
        if value is None:
            continue
        senses: tuple[Sense, ...] = (("NUMBER", value[0]),)
        if value[1]:
            senses = (("YEAR", value[0]), ("MODERN", value[0]), *senses)
        word = NUMBER
        if end == at + 1:
            senses += tuple(sense for sense in found.kinds[at][1] if sense[0] not in ("CARDINAL", "SCALE", "NUMBER"))
            word = found.words[at]
        made.append((at, end, word, kind_of(senses, word if word in grammar.spelt else "")))
    found.join(made)


def _run(found: Tokens, at: int, joiners: frozenset[str]) -> tuple[int, list[tuple[str, float]]]:
    """Return where the run of number words at *at* ends, and their values."""
    values: list[tuple[str, float]] = []
    end = at
    while at < len(found.words) and len(values) < 12:
        sense = _amount(found.kinds[at][1], first=not values)
        if sense is not None and values and values[0][0] == "NUMBER" and sense[0] != "SCALE":
            break  # "14 May 2024 Two ferries": figures go on with a scale only
        if sense is None:
            if not values or found.words[at] not in joiners:
                break
            at += 1
            continue
        values.append(sense)
        at += 1
        end = at
    if values and values[0][0] == "NUMBER" and len(values) == 1:
        return end, []
    return end, values


def _amount(senses: tuple[Sense, ...], *, first: bool) -> tuple[str, float] | None:
    for cls, value in senses:
        if cls in ("CARDINAL", "SCALE") or (cls == "NUMBER" and first):
            return cls, value
    return None


def _total(values: list[tuple[str, float]]) -> tuple[float, bool] | None:
    """Return the number, and whether it is a year ("nineteen ninety-seven"); None when the words are no one number."""
    amounts = [value for cls, value in values if cls != "SCALE"]
    if len(amounts) == len(values) >= 2 and 11 <= amounts[0] <= 20 and sum(amounts[1:]) < 100 and amounts[1] >= 10:
        return amounts[0] * 100 + sum(amounts[1:]), True
    total, current, last = 0.0, 0.0, float("inf")
    for cls, value in values:
        if cls == "SCALE":
            current = max(current, 1) * value
            if value >= 1000:
                total, current = total + current, 0
            last = value
        elif value < last and (last >= 100 or (last >= 20 and last % 10 == 0 and value < 10)):
            current += value
            last = value
        else:
            return None
    whole = total + current
    if whole > 1e12:
        return None
    return (int(whole) if whole == int(whole) else whole), False
