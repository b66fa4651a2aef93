"""Recognise: find the phrases of a language in a sentence and say what they mean, not yet when.

In: Tokens of a sentence, a Grammar. Out: what was recognised, left to right, without overlaps: extent, words to mark, Said, row.
Three passes, each with an automaton: phrases of words, then shades over them ("early", "about"), then frames ("by", "from … to").
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from generator.extract.time.automaton import State, automaton
from generator.extract.time.shapes import shapes
from generator.extract.time.tokens import Kind, Stretch, Tokens
from generator.model.language import Grammar, Leaf
from generator.model.said import Nothing, Range, Said

_PLAIN = frozenset({int, str})
_MOST = 1 << 10
"""Of how many values of one phrase it is kept what they say."""


@dataclass(slots=True)
class Recognised:
    """An expression: its extent ``[start, end)``, the words to mark ``[said_start, said_end)``; ``parts`` are the two ends of a range."""

    start: int
    end: int
    said_start: int
    said_end: int
    said: Said
    rule: str
    parts: tuple[Recognised, ...] = ()


def recognise(tokens: Tokens, grammar: Grammar) -> list[Recognised]:
    """Return the expressions of a sentence."""
    pieces: list[Recognised | None] = [None] * len(tokens.words)
    for root in _automata(grammar):
        _pass(tokens, pieces, root)
        if not any(pieces):
            return []
    return list(filter(None, pieces))


@cache
def _automata(grammar: Grammar) -> tuple[State, ...]:
    return tuple(map(automaton, grammar.passes))


def _pass(tokens: Tokens, pieces: list[Recognised | None], root: State) -> None:
    """Match the phrases of one pass; what is found becomes one token, which the next pass sees by its shape."""
    kinds, last = tokens.kinds, len(tokens.kinds) - 1
    matched: list[tuple[Recognised, int, int]] = []
    free = 0
    for at, (symbol, _) in enumerate(kinds):
        if at < free or (state := root[symbol]) is None:
            continue
        if not state.leaves and (at == last or state[kinds[at + 1][0]] is None):
            continue
        found, start, free = _longest(tokens, pieces, root, at)
        if found is not None:
            if start > at:
                other, also, until = _longest(tokens, pieces, root, start)
                if other is not None and until > free:
                    found, start, free = other, also, until
            matched.append((found, start, free))
    if matched:
        _join(tokens, pieces, matched)


def _join(tokens: Tokens, pieces: list[Recognised | None], matched: list[tuple[Recognised, int, int]]) -> None:
    """Put one token in the place of each match; a false friend leaves one that nothing matches."""
    stretches: list[Stretch] = [(start, end, "", (_symbols[shapes(found.said)], ())) for found, start, end in matched]
    for found, start, end in reversed(matched):
        pieces[start:end] = (None if isinstance(found.said, Nothing) else found,)
    tokens.join(stretches)


class _Symbols(dict[tuple[str, ...], str]):
    """By classes the symbol of a token that can be these, without a word."""

    __slots__ = ()

    def __missing__(self, classes: tuple[str, ...]) -> str:
        symbol = self[classes] = " ".join(("", *classes))
        return symbol


_symbols = _Symbols()


def _longest(tokens: Tokens, pieces: list[Recognised | None], root: State, at: int) -> tuple[Recognised | None, int, int]:
    """Return the longest phrase that begins at a token, and the tokens it takes; when there is none, that the token stays free."""
    kinds, end, size = tokens.kinds, at, len(tokens.kinds)
    met: list[tuple[int, tuple[Leaf, ...]]] = []
    state = root[kinds[at][0]]
    while state is not None:
        end += 1
        if state.leaves:
            met.append((end, state.leaves))
        state = state[kinds[end][0]] if end < size else None
    for until, leaves in reversed(met):
        for leaf in leaves:
            said = _said(leaf, tuple([_value(kinds[at + place], pieces[at + place], cls) for place, cls, _ in leaf.captures]))
            if said is not None:
                return _found(tokens, pieces, (at, until, leaf), said), at + leaf.begins, until - leaf.after
    return None, at + 1, at + 1


def _value(kind: Kind, piece: Recognised | None, cls: str) -> Any:
    """Return what a token means as one of a class; where a class has several meanings, the last."""
    if piece is not None:
        return piece.said
    for name, value in reversed(kind[1]):
        if name == cls:
            return value
    raise LookupError(cls)


def _said(leaf: Leaf, values: tuple[Any, ...]) -> Said | None:
    """Return what a phrase with these values says; where they are words and whole numbers, what was found out before."""
    for value in values:
        if type(value) not in _PLAIN:
            return _make(leaf, values)
    made = leaf.made
    if values in made:
        return made[values]
    said = _make(leaf, values)
    if len(made) < _MOST:
        made[values] = said
    return said


def _make(leaf: Leaf, values: tuple[Any, ...]) -> Said | None:
    named = {name: value for (_, _, name), value in zip(leaf.captures, values, strict=True)}
    return leaf.make(**named, **leaf.constants)


def _found(tokens: Tokens, pieces: list[Recognised | None], place: tuple[int, int, Leaf], said: Said) -> Recognised:
    at, end, leaf = place
    begin, end = at + leaf.begins, end - leaf.after
    opens, closes = at + leaf.opens, at + leaf.closes
    inner = [piece for piece in pieces[begin:end] if piece is not None]
    spans = tokens.spans
    start, until = spans[opens][0], spans[closes - 1][1]
    if inner:
        first, last = pieces[opens], pieces[closes - 1]
        start, until = first.start if first else start, last.end if last else until
    said_start, said_end = (spans[begin][0], spans[end - 1][1]) if leaf.marks else (start, until)
    if not inner:
        halves = _halves(tokens, said, (begin, opens, closes)) if opens > begin else ()
        return Recognised(start, until, said_start, said_end, said, leaf.say, halves)
    if not leaf.marks:
        said_start = min([start, *(piece.said_start for piece in inner)])
        said_end = max([until, *(piece.said_end for piece in inner)])
    parts = _ends(inner, tokens.spans[closes - 1][1]) if isinstance(said, Range) else ()
    return Recognised(start, until, said_start, said_end, said, f"{leaf.say}: {inner[0].rule}", parts)


def _ends(inner: list[Recognised], end: int) -> tuple[Recognised, ...]:
    """Return both ends of a range of expressions: the two of it, or those of a range that goes on up to another *end*."""
    if inner[0].parts:
        first, last = inner[0].parts
        return first, replace(last, end=end, said_end=end)
    return tuple(inner) if len(inner) == 2 else ()


def _halves(tokens: Tokens, said: Said, places: tuple[int, int, int]) -> tuple[Recognised, ...]:
    """Return both ends of a range of words as expressions of their own: what lies before and what lies in the marked extent."""
    begin, opens, closes = places
    if not isinstance(said, Range):
        return ()
    begin += not tokens.kinds[begin][1]
    spans = [(tokens.spans[begin][0], tokens.spans[opens - 2][1]), (tokens.spans[opens][0], tokens.spans[closes - 1][1])]
    return tuple(Recognised(start, end, start, end, each, "") for (start, end), each in zip(spans, (said.first, said.last), strict=True))
