"""The day and time at which an article came out, as metadata and bylines write them → Published.

Only full dates count (day, month and year), and a date of figures alone only in the order year, month, day: nothing is filled in.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time

from generator.model.article import Published
from generator.model.span import Span

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<{0}>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_WEEKDAY = r"(?:mon(?:day)?|tue(?:s(?:day)?)?|w ?e ?d(?:nesday)?|thu(?:rs?(?:day)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)\.?,?\s+"
_YEAR = r"(?P<{0}>(?:19|20)\d\d)"
_ZONE = r"(?:GMT|UTC|Z|BST|IST|CES?T|EES?T|[ECMP][SD]?T|[+-]\d\d:?\d\d)"
_CLOCK = (
    r"(?P<hour>[01]?\d|2[0-3])[:.](?P<minute>[0-5]\d)(?:[:.](?P<second>[0-5]\d)(?:\.\d+)?)?"
    rf"(?:\s?(?P<half>[ap])\.?m\b\.?)?(?:\s*{_ZONE}(?!\w))?"
)
_DAY = (
    rf"(?:{_WEEKDAY})?(?:(?P<d1>\d\d?)(?:st|nd|rd|th)?\s+{_MONTH.format('m1')},?\s+{_YEAR.format('y1')}"
    rf"|{_MONTH.format('m2')}\s+(?P<d2>\d\d?)(?:st|nd|rd|th)?,?\s+{_YEAR.format('y2')}"
    rf"|{_YEAR.format('y3')}-(?P<m3>\d\d)-(?P<d3>\d\d))"
)
_SHORT_DAY = rf"(?P<d4>\d\d)\s+{_MONTH.format('m4')}\s+(?P<y4>\d\d)(?=\s+\d\d:\d\d\s*{_ZONE})"
_BETWEEN = r"(?:\s*,?\s+(?:at\s+|\||-|–|—|•)?\s*|T)"
_MOMENT = re.compile(rf"(?:{_SHORT_DAY}|{_DAY})(?!\d)(?:{_BETWEEN}{_CLOCK})?(?![\w])", re.IGNORECASE)
_CLOCK_FIRST = re.compile(rf"{_CLOCK},?\s+(?:on\s+)?{_DAY}(?!\d)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, perhaps a time of day, and the words that gave them."""

    published: Published
    span: Span


def day_of(words: str) -> date | None:
    """Return the day that a text names in full and by itself, or None.

    >>> day_of("8 December 2021")
    datetime.date(2021, 12, 8)
    >>> day_of("December") is None
    True
    """
    found = published_of(words)
    return found.day if found else None


def published_of(value: object) -> Published | None:
    """Return a moment of publication from what metadata hold: a TOML date or date-time, or text; None when it is none.

    The day and time are kept as written: they are those of the article's own place.
    """
    if isinstance(value, datetime):
        return Published(value.date(), value.time().replace(microsecond=0))
    if isinstance(value, date):
        return Published(value)
    if not isinstance(value, str):
        return None
    words = value.strip()
    found = moment(words)
    return found.published if found and found.span == Span(0, len(words)) else None


def moment(text: str, start: int = 0, end: int | None = None) -> Moment | None:
    """Return the full date that begins at *start* and ends before *end*, with the time of day that stands beside it."""
    for pattern in (_CLOCK_FIRST, _MOMENT):
        match = pattern.match(text, start, len(text) if end is None else end)
        if match and (read := _read(match)):
            return Moment(read, Span(match.start(), match.end()))
    return None


def find(text: str, end: int | None = None) -> Moment | None:
    """Return the first full date that begins at a word before *end*."""
    for word in re.finditer(r"(?<!\w)(?=\w)", text[: end if end is not None else len(text)]):
        if found := moment(text, word.start()):
            return found
    return None


def _read(match: re.Match[str]) -> Published | None:
    parts = match.groupdict()
    for form in "1234":
        if parts.get(f"d{form}"):
            month, year = str(parts[f"m{form}"]), int(parts[f"y{form}"])
            number = int(month) if month.isdigit() else _MONTHS.index(month[:3].lower()) + 1
            try:
                day = date(year if year >= 100 else 2000 + year, number, int(parts[f"d{form}"]))
            except ValueError:
                return None
            return Published(day, _time(parts))
    return None


def _time(parts: dict[str, str | None]) -> time | None:
    hour, minute, second = (parts.get(name) for name in ("hour", "minute", "second"))
    if hour is None or minute is None:
        return None
    number, half = int(hour), (parts.get("half") or "").lower()
    if half and not 1 <= number <= 12:
        return None
    if half:
        number = number % 12 + (12 if half == "p" else 0)
    return time(number, int(minute), int(second or 0))
