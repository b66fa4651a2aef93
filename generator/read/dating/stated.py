"""The day and time at which an article came out, as metadata, bylines and stamps write them → StatedDate.

Only full dates count (day, month and year): nothing is filled in. Figures alone are read in the order year, month, day, or with points
in the order day, month, year; with strokes only where they are asked for, and then both orders are kept unless something decides.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from generator.model.article import Published
from generator.model.span import Span
from generator.read.dating.names import MONTHS, WEEKDAYS, any_of, month_of
from generator.read.dating.zones import ZONE, offset_of

_MONTH = rf"(?P<{{0}}>{any_of(MONTHS)})(?!\w)\.?"
_WEEKDAY = rf"(?:(?P<weekday>{any_of(WEEKDAYS)}|w e d(?:nesday)?)\.?,?\s+(?:(?:den|dem|le|el)\s+)?)?"
_YEAR = r"(?P<{0}>(?:18|19|20)\d\d)"
_NUMBER = r"(?P<{0}>[0-3]?\d)(?:st|nd|rd|th|er|\.|º)?"
_CLOCK = (
    r"(?P<hour>[01]?\d|2[0-3])(?:(?:[:.h](?=\d)(?P<minute>[0-5]\d)(?:[:.](?P<second>[0-5]\d)(?:[.,]\d+)?)?)?(?:\s?(?P<half>[ap])\.?m\b\.?)"
    r"|[:.h](?=\d)(?P<minute2>[0-5]\d)(?:[:.](?P<second2>[0-5]\d)(?:[.,]\d+)?)?)(?:\s?(?:uhr|hrs|h)\b)?"
    rf"(?:\s*\(?(?P<zone>{ZONE})\)?(?!\w))?"
)
_DAY = (
    rf"{_WEEKDAY}(?:{_NUMBER.format('d1')}\s+(?:(?:of|de)\s+)?{_MONTH.format('m1')},?\s+(?:del?\s+)?{_YEAR.format('y1')}"
    rf"|{_MONTH.format('m2')}\s+(?P<d2>\d\d?)(?:st|nd|rd|th)?,?\s+{_YEAR.format('y2')}"
    rf"|{_YEAR.format('y3')}(?P<s3>[-/.])(?P<m3>\d\d?)(?P=s3)(?P<d3>\d\d?)"
    rf"|(?P<d5>[0-3]?\d)\.\s?(?P<m5>[01]?\d)\.\s?{_YEAR.format('y5')}"
    rf"|(?P<d6>[0-3]?\d)-{_MONTH.format('m6')}-{_YEAR.format('y6')}|{_MONTH.format('m7')}-(?P<d7>[0-3]?\d)-{_YEAR.format('y7')}"
    r"|(?P<y8>\d{4})\s?[年년]\s?(?P<m8>\d\d?)\s?[月월]\s?(?P<d8>\d\d?)\s?[日일](?:\s?[(（]?(?:星期|周)?[一二三四五六日月火水木金土][)）]?)?"
    rf"|{_YEAR.format('y9')}\.\s{_MONTH.format('m9')}\s(?P<d9>\d\d?)\.?"
    r"|(?P<f1>[0-3]?\d)(?P<sf>[/.-])(?P<f2>[0-3]?\d)(?P=sf)(?P<yf>(?<!\.)(?:18|19|20)\d\d|(?<!-)(?:[0-3]\d|9\d)(?![.\d])))"
)
_SHORT_DAY = rf"(?P<d4>\d\d)\s+{_MONTH.format('m4')}\s+(?P<y4>\d\d)(?=\s+\d\d:\d\d\s*{ZONE})"
_BETWEEN = r"(?:\s*[,.]?\s+(?:(?:at|um|a las|à|alle)\s+|\||/|-|–|—|•|·)?\s*|T|,)"
_BEHIND = rf"(?:,?\s+(?:{any_of(WEEKDAYS)})(?=\s*(?:$|\n|[,;|·(-])))?"
_MOMENT = re.compile(rf"(?:{_SHORT_DAY}|{_DAY}{_BEHIND})(?!\d)(?:{_BETWEEN}{_CLOCK})?(?![\w])", re.IGNORECASE)
_CLOCK_FIRST = re.compile(rf"{_CLOCK},?\s+(?:on\s+)?{_DAY}(?!\d)", re.IGNORECASE)
_DATED = re.compile(r"\d")
_FORMS = 9
"""How many forms a date has in these patterns, d1 m1 y1 and so on."""
_CENTURY, _TURN = 100, 70


@dataclass(frozen=True, slots=True)
class StatedDate:
    """A full date, perhaps with a time of day, and the words that gave it.

    ``offset`` is that of its zone, in minutes east of UTC, None where none is said. Of a date in figures with strokes, ``swapped`` is
    the day in the other order where nothing decides between the two, and ``day_first`` the order where something does.
    """

    published: Published
    span: Span
    offset: int | None = None
    swapped: date | None = None
    day_first: bool | None = None


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
    found = stamped(value) if isinstance(value, str) else None
    return found.published if found and found.swapped is None else None


_COMPACT = re.compile(rf"{_YEAR.format('y')}(?P<m>\d\d)(?P<d>\d\d)(?:[T ]?(?P<h>\d\d)(?P<n>\d\d)(?:\d\d)?\s?(?P<z>{ZONE})?)?")
_UNIX = re.compile(
    rf"[a-z]{{3}},?\s+(?P<m>{any_of(MONTHS)})\s+(?P<d>\d\d?)\s+(?P<h>\d\d):(?P<n>\d\d):\d\d\s+(?P<z>{ZONE})?\s*{_YEAR.format('y')}",
    re.IGNORECASE,
)
"""How C writes a moment."""
_SECONDS = re.compile(r"(?P<seconds>[1-9]\d{9})(?:\d{3})?(?:\.\d+)?")
_PLACE = re.compile(r"(?:(?<!\s)\s++)?(?:\[[\w/+-]{1,40}\]|\([\w ’'/+-]{1,60}\))$")
"""The name of a zone behind its offset, as Java and JavaScript write it ("Z[Europe/London]", "GMT+0100 (CET)")."""


def stamped(words: str) -> StatedDate | None:
    """Return the moment that the words of metadata name by themselves; also in figures, and in the forms of programs.

    >>> found = stamped("Wed, 07/12/2023 - 17:57")
    >>> str(found.published), found.swapped, found.day_first
    ('2023-07-12T17:57:00', None, False)
    """
    words = _PLACE.sub("", words.strip()).replace("−", "-")
    found = stated(words, figures=True)
    if found and found.span == Span(0, len(words)):
        return found
    span = Span(0, len(words))
    if match := _COMPACT.fullmatch(words) or _UNIX.fullmatch(words):
        month = match["m"]
        day = _date(int(match["y"]), month_of(month), int(match["d"]))
        clock = time(int(match["h"]), int(match["n"])) if match["h"] and int(match["h"]) < 24 and int(match["n"]) < 60 else None
        return StatedDate(Published(day, clock), span, offset_of(match["z"]) if match["z"] else None) if day else None
    if match := _SECONDS.fullmatch(words):
        instant = datetime.fromtimestamp(int(match["seconds"]), UTC)
        return StatedDate(Published(instant.date(), instant.time()), span, 0)
    return None


def stated(text: str, start: int = 0, end: int | None = None, *, figures: bool = False) -> StatedDate | None:
    """Return the full date that begins at *start* and ends before *end*, with the time of day that stands beside it.

    *figures* lets day and month be written in figures with strokes between, in either order.
    """
    for pattern in (_CLOCK_FIRST, _MOMENT):
        match = pattern.match(text, start, len(text) if end is None else end)
        if match and (read := _read(match, figures=figures)):
            return read
    return None


def find(text: str, end: int | None = None, *, figures: bool = False) -> StatedDate | None:
    """Return the first full date that begins at a word before *end*."""
    stop = end if end is not None else len(text)
    if not _DATED.search(text, 0, stop):
        return None
    for word in re.finditer(r"(?<!\w)(?=\w)", text[:stop]):
        if found := stated(text, word.start(), figures=figures):
            return found
    return None


def _read(match: re.Match[str], *, figures: bool) -> StatedDate | None:
    parts = match.groupdict()
    offset = offset_of(str(parts["zone"])) if parts.get("zone") else None
    span, clock = Span(*match.span()), _time(parts)
    if parts.get("f1"):
        days = _in_figures(parts) if figures else ()
        if not days:
            return None
        other = days[1][0] if len(days) > 1 else None
        return StatedDate(Published(days[0][0], clock), span, offset, other, None if other else days[0][1])
    day = _day(parts)
    return StatedDate(Published(day, clock), span, offset) if day else None


def _day(parts: dict[str, str | None]) -> date | None:
    form = next(number for number in range(1, _FORMS + 1) if parts.get(f"d{number}"))
    return _date(int(str(parts[f"y{form}"])), month_of(str(parts[f"m{form}"])), int(str(parts[f"d{form}"])))


def _in_figures(parts: dict[str, str | None]) -> tuple[tuple[date, bool], ...]:
    """Return the days that figures with strokes can mean, each with whether the day stands first; a weekday beside them decides."""
    one, two, year = int(str(parts["f1"])), int(str(parts["f2"])), int(str(parts["yf"]))
    orders = ((_date(year, two, one), True), (_date(year, one, two), False))
    either = tuple((day, first) for day, first in orders if day)
    if len(either) == 2 and one == two:
        return either[:1]
    said = WEEKDAYS.get(str(parts.get("weekday") or "").lower())
    return tuple(each for each in either if each[0].weekday() == said) or either


def _date(year: int, month: int, day: int) -> date | None:
    """Return a day; a year of two figures is of the century that news on the web are of. None where there is no such day."""
    if year < _CENTURY:
        year += 2000 if year < _TURN else 1900
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _time(parts: dict[str, str | None]) -> time | None:
    hour = parts.get("hour")
    minute = parts.get("minute") or parts.get("minute2")
    second = parts.get("second") or parts.get("second2")
    if hour is None:
        return None
    number, half = int(hour), (parts.get("half") or "").lower()
    if half and not 1 <= number <= 12:
        return None
    if half:
        number = number % 12 + (12 if half == "p" else 0)
    return time(number, int(minute or 0), int(second or 0))
