"""Cut a sentence into tokens and say what each can be.

In: the lower-cased text, the text, a stretch of it, a Grammar. Out: Tokens, three parallel lists, with numbers in words joined into one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from generator.model.calendar import days_in_month
from generator.model.language import Grammar, Sense

NUMBER = "#"
"""The word of a token that was joined from number words."""

_NONE: tuple[Sense, ...] = ()
_MOST = 1 << 14
"""How many words are kept with what they are."""
_FIGURES = frozenset("0123456789'’½¼¾")
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:t(.+))?")
_FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "1/2": 0.5, "1/4": 0.25, "3/4": 0.75}


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
        kind = kind_of(senses, word if word in self.grammar.vocabulary else "")
        if len(self) < _MOST:
            self[word] = kind
        return kind


_kinds = cache(_Kinds)


def tokens(lower: str, text: str, start: int, end: int, grammar: Grammar) -> Tokens:
    """Return the tokens of ``text[start:end]``; *lower* is the text in lower case, of the same length."""
    matches = list(grammar.token.finditer(lower, start, end))
    words = [match[0] for match in matches]
    kinds = _kinds(grammar)
    found = Tokens(words, [match.span() for match in matches], [kinds[word] for word in words])
    numeric = not grammar.numeric.isdisjoint(words)
    if not grammar.proper.keys().isdisjoint(words):
        _capitalise(found, text, grammar)
    if not grammar.compounds.keys().isdisjoint(words):
        _compound(found, grammar.compounds)
    if numeric:
        _join(found, grammar)
    return found


def _capitalise(found: Tokens, text: str, grammar: Grammar) -> None:
    """Add what words can be only with a capital ("May")."""
    for at, word in enumerate(found.words):
        if word in grammar.proper and text[found.spans[at][0]].isupper():
            found.kinds[at] = kind_of(grammar.proper[word] + found.kinds[at][1], word if word in grammar.vocabulary else "")


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


@lru_cache(maxsize=4096)
def figures(word: str) -> tuple[Sense, ...]:  # noqa: PLR0911 - one return for each form
    """Return what a token of figures can be.

    >>> figures("12th")
    (('ORDINAL', 12), ('NTH', 12))
    """
    if word[0] not in _FIGURES:
        return ()
    if word.isdecimal() and word.isascii():
        return _integer(word)
    if word in _FRACTIONS:
        pair = _pair(word) if "/" in word else ()
        return (("FRACTION", _FRACTIONS[word]), *pair)
    body = word.lstrip("'’")
    if body != word:
        return _shortened(body)
    if body.endswith("s"):
        return (("DECADE", int(body[:-1])),) if len(body) == 5 else (("TENS", int(body[:-1])),)
    if body[-2:] in ("st", "nd", "rd", "th"):
        number = int(body[:-2]) if len(body) < 7 else 0
        return (("ORDINAL", number), *((("NTH", number),) if 1 <= number <= 31 else ()))
    return _marked(word)


def _integer(word: str) -> tuple[Sense, ...]:
    if len(word) > 9:
        return ()
    value = int(word)
    senses: list[Sense] = []
    if len(word) <= 2:
        if 1 <= value <= 31:
            senses.append(("DAY", value))
        senses.append(("HOUR", value))
        if len(word) == 2:
            senses.append(("YY", value))
    elif len(word) == 4 and 1000 <= value <= 2199:
        senses.append(("YEAR", value))
        if 1900 <= value <= 2099:
            senses.append(("MODERN", value))
    elif len(word) == 4 and value < 1000:
        senses.append(("MILITARY", value))
    elif len(word) == 3 and value >= 100:
        senses.append(("OLD", value))
    senses.append(("NUMBER", value))
    return tuple(senses)


def _shortened(body: str) -> tuple[Sense, ...]:
    """Read "'98" and "'90s"."""
    if body.isdecimal() and len(body) == 2:
        return (("YY", int(body)), ("APOSTROPHE", int(body)))
    if body[:-1].isdecimal() and body.endswith("s"):
        tens = int(body[:-1])
        return (("TENS", tens), ("SHORTTENS", tens)) if len(body) == 3 else (("DECADE", tens),)
    return ()


def _marked(word: str) -> tuple[Sense, ...]:  # noqa: PLR0911 - one return for each form
    """Read what holds a mark between its figures."""
    if match := _ISO.fullmatch(word):
        return (("ISO", (int(match[1]), int(match[2]), int(match[3]), match[4] or "")),)
    if "-" in word or "–" in word or word.count("/") or word.count(".") == 2:
        parts = word.replace("–", "-").replace("/", "-").replace(".", "-").split("-")
        if len(parts) == 3:
            return (("SLASHES", (int(parts[0]), int(parts[1]), int(parts[2]))),)
        if len(parts[0]) == 4 and "." not in word:
            return _two_years(int(parts[0]), int(parts[1]))
        return _pair(word)
    if ":" in word:
        hour, minute, *second = (int(part) for part in word.split(":"))
        return (("CLOCK", (hour, minute, second[0] if second else None)),) if hour <= 24 and minute < 60 else ()
    plain = word.replace(",", "")
    if len(plain) > 15 or not plain.replace(".", "").isdecimal():
        return ()
    return (("NUMBER", float(plain) if "." in plain else int(plain)), *_dotted(plain))


def _dotted(plain: str) -> tuple[Sense, ...]:
    """Read "17.30" as a time of day and "5.6" as day and month too, for phrases that say so."""
    hour, _, minute = plain.partition(".")
    if not minute or len(minute) > 2 or len(hour) > 2:
        return ()
    pair = (int(hour), int(minute), None)
    dotted: tuple[Sense, ...] = (("DOTTED", pair),) if len(minute) == 2 and pair[0] <= 24 and pair[1] < 60 else ()
    return (*dotted, ("DAYMONTH", pair)) if 1 <= pair[0] <= 31 and 1 <= pair[1] <= 12 else dotted


def _two_years(first: int, short: int) -> tuple[Sense, ...]:
    last = short if short >= 1000 else first - first % 100 + short
    return (("YEARS", (first, last)),) if 1000 <= first < 2200 and first < last <= first + 60 else ()


def _pair(word: str) -> tuple[Sense, ...]:
    first, _, second = word.partition("/")
    if not (first.isdecimal() and second.isdecimal()):
        return ()
    a, b = int(first), int(second)
    low, high = min(a, b), max(a, b)
    return (("PAIR", (a, b, None)),) if 1 <= low <= 12 and high <= 31 and high <= days_in_month(2000, low) else ()


def _join(found: Tokens, grammar: Grammar) -> None:
    """Join runs of number words ("twenty-four", "two hundred and five", "nineteen ninety-seven") into one token each."""
    made: list[Stretch] = []
    numeric, joiners = grammar.numeric, grammar.joiners
    for at in [at for at, word in enumerate(found.words) if word in numeric or word[0] in _FIGURES or " " in word]:
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
        made.append((at, end, word, kind_of(senses, word if word in grammar.vocabulary else "")))
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
