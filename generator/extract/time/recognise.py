"""Recognise: find the phrases of a language in a sentence and say what they mean, not yet when.

In: Tokens of a sentence, a Grammar. Out: what was recognised, left to right, without overlaps: extent, words to mark, Said, row.
Three passes with the same matcher: phrases of words, then shades over them ("early", "about"), then frames ("by", "from … to").
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from generator.extract.time.tokens import Stretch, Tokens, replaced
from generator.model.language import ANY, LEAVES, UNUSED, Grammar, Leaf, Node, Pass, Sense
from generator.model.said import (
    Bounded,
    Calendar,
    Clock,
    DayPart,
    Holiday,
    Length,
    Nothing,
    Nth,
    Origin,
    Range,
    Repeated,
    Said,
    Shaded,
    Shift,
    Slashed,
    Unit,
    Vague,
    Weekday,
    Within,
)

_TAKEN = " "
"""The word of a token that holds an expression: no phrase has it."""


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


_Match = tuple[int, Leaf, tuple[Any, ...]]
"""Where a phrase ends, its leaf, and the values met on the way."""


def recognise(tokens: Tokens, grammar: Grammar) -> list[Recognised]:
    """Return the expressions of a sentence."""
    phrases, *others = grammar.passes
    pieces: list[Recognised | None] = [None] * len(tokens.words)
    tokens, pieces = _pass(tokens, pieces, phrases.root, range(len(pieces)))
    found = [piece for piece in pieces if piece is not None]
    for later in others:
        if not found:
            return []
        beginnings = _beginnings(tokens, [at for at, piece in enumerate(pieces) if piece is not None], later)
        if beginnings:
            tokens, pieces = _pass(tokens, pieces, later.root, beginnings)
            found = [piece for piece in pieces if piece is not None]
    return found


def _beginnings(tokens: Tokens, places: list[int], later: Pass) -> list[int]:
    """Return where phrases over expressions can begin: at one if what follows goes on from it, before one if what precedes leads to it."""
    words, senses, leading, following = tokens.words, tokens.senses, later.leading, later.following
    found: list[int] = []
    free = 0
    for place in places:
        if words[place - 1] in leading or (senses[place - 1] and _is_one_of(leading, senses[place - 1])):
            found += range(max(free, place - later.lead), place)
        free = place + 1
        if free < len(words) and (words[free] in following or (senses[free] and _is_one_of(following, senses[free]))):
            found.append(place)
    return found


def _is_one_of(keys: frozenset[str], senses: tuple[Sense, ...]) -> bool:
    for cls, _ in senses:  # noqa: SIM110 - a generator would cost more than the rest of this
        if cls in keys:
            return True
    return False


def _pass(tokens: Tokens, pieces: list[Recognised | None], root: Node, places: Iterable[int]) -> tuple[Tokens, list[Recognised | None]]:
    """Match the phrases of one trie that begin at some places; what is found becomes one token, which the next pass sees by its shape."""
    words, senses = tokens.words, tokens.senses
    last = len(words) - 1
    matched: list[tuple[Recognised, int, int]] = []
    free = 0
    for at in places:
        if at < free:
            continue
        if not senses[at]:
            node = root.get(words[at])
            if node is None:
                continue
            if at < last and not senses[at + 1] and words[at + 1] not in node and LEAVES not in node and ANY not in node:
                continue  # most words that begin a phrase go on as none does
        if _may_begin(words, senses, root, at):
            found, start, free = _longest(tokens, pieces, root, at)
            if found is not None:
                if start > at:
                    other, also, until = _longest(tokens, pieces, root, start)
                    if other is not None and until > free:
                        found, start, free = other, also, until
                matched.append((found, start, free))
    return _rewritten(tokens, pieces, matched) if matched else (tokens, pieces)


def _may_begin(words: list[str], senses: list[tuple[Sense, ...]], root: Node, at: int) -> bool:
    """Tell cheaply whether a phrase could begin at a token: by what it can be or its word, and by the one behind it."""
    following, can_be = (words[at + 1], senses[at + 1]) if at + 1 < len(words) else (LEAVES, ())
    node = root.get(words[at])
    if node is not None:
        if following in node or LEAVES in node or ANY in node:
            return True
        for cls, _ in can_be:
            if cls in node:
                return True
    for cls, _ in senses[at]:  # noqa: SIM110 - a generator would cost more than the rest of this
        if cls in root and (can_be or following in root[cls] or LEAVES in root[cls] or ANY in root[cls]):
            return True
    return False


def _rewritten(
    tokens: Tokens, pieces: list[Recognised | None], matched: list[tuple[Recognised, int, int]]
) -> tuple[Tokens, list[Recognised | None]]:
    """Put one token in the place of each match; a false friend leaves one that nothing matches."""
    kept: list[Recognised | None] = []
    stretches: list[Stretch] = []
    done = 0
    for found, start, end in matched:
        nothing = isinstance(found.said, Nothing)
        stretches.append((start, end, _TAKEN, () if nothing else shapes(found.said)))
        kept += [*pieces[done:start], None if nothing else found]
        done = end
    return replaced(tokens, stretches), kept + pieces[done:]


def _longest(tokens: Tokens, pieces: list[Recognised | None], root: Node, at: int) -> tuple[Recognised | None, int, int]:
    """Return the longest phrase that begins at a token, and the tokens it takes; when there is none, that the token stays free."""
    for end, leaf, met in _matches(tokens.words, tokens.senses, root, at):
        values = dict(zip(leaf.captures, met, strict=True))
        values.pop(UNUSED, None)
        said = leaf.make(**values, **leaf.constants)
        if said is not None:
            return _found(tokens, pieces, (at, end, leaf), said), at + leaf.begins, end - leaf.after
    return None, at + 1, at + 1


def _matches(words: list[str], senses: list[tuple[Sense, ...]], root: Node, at: int) -> list[_Match]:
    """Follow every way through the trie from a token on; return the phrases met: the longest first, then by row."""
    size = len(words)
    matches: list[_Match] = []
    ways: list[tuple[Node, int, tuple[Any, ...]]] = [(root, at, ())]
    while ways:
        node, at, met = ways.pop()
        if LEAVES in node:
            for leaf in node[LEAVES]:
                matches.append((at, leaf, met))  # noqa: PERF401 - there is one leaf, nearly always
        if at < size:
            word = words[at]
            if word in node:
                ways.append((node[word], at + 1, met))
            if ANY in node:
                ways.append((node[ANY], at + 1, met))
            for cls, value in senses[at]:
                if cls in node:
                    ways.append((node[cls], at + 1, (*met, value)))
    if len(matches) > 1:
        matches.sort(key=_by_length)
    return matches


def _by_length(match: _Match) -> tuple[int, int]:
    return -match[0], match[1].rank


def _found(tokens: Tokens, pieces: list[Recognised | None], place: tuple[int, int, Leaf], said: Said) -> Recognised:
    at, end, leaf = place
    begin, end = at + leaf.begins, end - leaf.after
    opens, closes = at + leaf.opens, at + leaf.closes
    inner = [piece for piece in pieces[begin:end] if piece is not None]
    first, last = pieces[opens], pieces[closes - 1]
    start = first.start if first else tokens.spans[opens][0]
    until = last.end if last else tokens.spans[closes - 1][1]
    said_start, said_end = (tokens.spans[begin][0], tokens.spans[end - 1][1]) if leaf.marks else (start, until)
    if not inner:
        return Recognised(start, until, said_start, said_end, said, leaf.say, _halves(tokens, said, (begin, opens, closes)))
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
    if not isinstance(said, Range) or opens <= begin:
        return ()
    begin += not tokens.senses[begin]
    spans = [(tokens.spans[begin][0], tokens.spans[opens - 2][1]), (tokens.spans[opens][0], tokens.spans[closes - 1][1])]
    return tuple(Recognised(start, end, start, end, each, "") for (start, end), each in zip(spans, (said.first, said.last), strict=True))


def shapes(said: Said) -> tuple[Sense, ...]:
    """Return the classes by which the next pass sees an expression."""
    what = said
    while isinstance(what, Shaded):
        what = what.what
    names = ("@DATE",) if isinstance(what, Bounded) else _shape_names(what)
    return tuple([(name, said) for name in (*names, "@ANY")])


_SHAPES: Mapping[type, tuple[str, ...]] = {
    Slashed: ("@DATE", "@DAY"),
    Holiday: ("@DATE", "@DAY"),
    Weekday: ("@DATE", "@DAY", "@WEEKDAY"),
    Within: ("@DATE", "@WITHIN"),
    Nth: ("@DATE", "@WITHIN"),
    Range: ("@RANGE",),
    Repeated: ("@SET",),
    Vague: ("@VAGUE",),
}
"""The classes of those nouns that always have the same; a list of days has none."""


def _shape_names(what: Said) -> tuple[str, ...]:  # noqa: PLR0911 - one return for each noun
    match what:
        case Calendar():
            return ("@DATE", *_calendar_shapes(what))
        case Shift(origin=Origin.EVENT):
            return ("@EVENT",)
        case Shift(unit=unit, counted=counted):
            return ("@DATE", "@AGO" if counted else "@OFFSET", {"D": "@DAY", "W": "@WEEK", "M": "@MONTH", "Y": "@YEAR"}.get(unit, "@SHIFT"))
        case Unit(unit=unit):
            return ("@DATE", "@UNIT", *({"D": ("@DAY",), "Y": ("@YEAR",)}.get(unit, ())))
        case DayPart(of=of):
            return ("@DATE", "@DAYPART") if of is None else ("@DATE", "@TIME")
        case Clock(of=of):
            return ("@CLOCK",) if of is None else ("@TIME", "@DATE")
        case Length(toward=toward):
            return ("@STRETCH" if toward else "@LENGTH",)
    return _SHAPES.get(type(what), ())


def _calendar_shapes(what: Calendar) -> tuple[str, ...]:
    if what.day is not None:
        return ("@DAY", "@MONTHDAY")
    if what.month is not None:
        return ("@MONTH",) if what.year is None else ("@DATED",)
    if what.part:
        return ("@PART",)
    return ("@ERA",) if what.whole else ("@YEAR",)
