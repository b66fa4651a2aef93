"""What a token of figures can be: a day, a year, a clock, a date in figures, an ordinal, a number.

In: a token in lower case. Out: its Senses; none where it is no figure.
"""

from __future__ import annotations

import re
from functools import lru_cache

from generator.model.calendar import days_in_month
from generator.model.language import Sense

OPENING = frozenset("0123456789'’½¼¾")
"""What a token of figures begins with."""
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:t(.+))?")
_FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "1/2": 0.5, "1/4": 0.25, "3/4": 0.75}


@lru_cache(maxsize=4096)
def figures(word: str) -> tuple[Sense, ...]:  # noqa: PLR0911 - one return for each form
    """Return what a token of figures can be.

    >>> figures("12th")
    (('ORDINAL', 12), ('NTH', 12))
    """
    if word[0] not in OPENING:
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
