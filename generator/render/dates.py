"""Dates in the words that readers see, never more precise than the source. In: EDTF. Out: label, precision, marker.

What the source says besides the days ("late", "by") stands in the date itself, whatever language the source is written in.
The value for ``<time datetime>`` follows HTML's "valid month / date / local date and time / year string".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from generator.model.calendar import civil, weekday
from generator.model.edtf import Date, Edtf, Interval, OneOf, bounds
from generator.model.hedge import Bound, Shade
from generator.model.mention import DateBasis
from generator.render.words import Words, capital

_FIRST_YEAR_WITH_WEEKDAYS = 1600
_DEADLINES = frozenset({Bound.BY, Bound.LATEST})


@dataclass(frozen=True, slots=True)
class ToldDate:
    """A date as it is told."""

    label: str
    """What readers call it (“By Fri 10 Dec 2021”)."""
    precision: str
    """How well it is known (“deadline, from 8 Dec”)."""
    shape: str
    """The shape of its marker: `day` (round), `span` (tall) or `about` (faded ends)."""
    machine: str | None
    """The value for `<time datetime>`; None where HTML has none for it."""
    deadline: bool = False
    """Whether the source names the last day it may be."""


@lru_cache(maxsize=1 << 16)
def told(date: Edtf, basis: DateBasis, words: Words, *, to_come: bool = False) -> ToldDate:
    """Tell a date, with all that is known of it; what is *to_come* has not been so since a day, but will be from it on."""
    label, precision, shape = _told(date, words)
    if to_come and isinstance(date, Interval) and date.start and date.end is None and date.bound is not Bound.AFTER:
        label = _named("from", date.start, words)
    if basis is DateBasis.PUBLICATION:
        precision = words.say("precision", "publication")
    elif basis is DateBasis.INHERITED:
        precision = words.say("precision", "inherited")
    deadline = isinstance(date, OneOf) and date.bound in _DEADLINES
    return ToldDate(capital(label), precision, shape, machine(date), deadline)


def machine(date: Edtf) -> str | None:
    """Return what HTML allows in ``<time datetime>``: a day, month or year without doubt; else None.

    >>> machine(Date(2001, 9)), machine(Date(2021, 22)), machine(Date(-43))
    ('2001-09', None, None)
    """
    if not isinstance(date, Date) or date.qualifier or date.shade or date.unspecified or date.year < 1 or (date.month or 0) > 12:
        return None
    text = str(date)
    return text.partition("T")[0] if re.search(r"T\d\d(Z|[+-]|$)", text) else text


def plain(date: Date, words: Words, *, weekdays: bool = True, short: bool = False) -> str:
    """Tell a single date without its doubt: "Tue 7 Dec 2021", "September 2001", "summer 2021", "1990s", "44 BCE"."""
    table = words.dates
    if date.unspecified:
        return str(table["decade" if date.unspecified == 1 else "century"]).format(year=year(date.year, words))
    if date.month is None:
        return year(date.year, words)
    if date.month > 12:
        return _season(date, words)
    if date.day is None:
        name = table["months_short" if short else "months"][date.month - 1]
        return str(table["month"]).format(month=name, year=year(date.year, words))
    parts = {"day": date.day, "month": table["months_short"][date.month - 1], "year": year(date.year, words)}
    with_weekday = weekdays and date.year >= _FIRST_YEAR_WITH_WEEKDAYS
    name = table["weekdays"][weekday(bounds(date).earliest or 1)]
    text = str(table["weekday"]).format(weekday=name, **parts) if with_weekday else str(table["day"]).format(**parts)
    return str(table["time"]).format(date=text, time=_clock(date.time)) if date.time else text


def year(number: int, words: Words) -> str:
    """Tell an astronomical year: 0 is 1 BCE."""
    return str(words.dates["bce"]).format(year=1 - number) if number < 1 else str(number)


def day(number: int, words: Words, *, weekdays: bool = True) -> str:
    """Tell a day number."""
    return plain(Date(*civil(number)), words, weekdays=weekdays)


def range_label(first: Date, last: Date, words: Words) -> str:
    """Tell two dates as a range, without saying month or year twice: "6–12 Dec 2021", "Aug–Sep 2021", "2004–2006"."""
    if str(first) == str(last):
        return plain(first, words)
    odd = any(each.time or each.unspecified or (each.month or 0) > 12 for each in (first, last))
    if odd or first.year < 1:
        return str(words.dates["range"]).format(first=plain(first, words), last=plain(last, words))
    same = (_tail(first, words, weekdays=False), _tail(last, words, weekdays=False))
    if first.month is None and last.month is None:
        return str(words.dates["years"]).format(first=same[0], last=same[1])
    if first.year != last.year or (first.day is None) != (last.day is None) or first.month is None or last.month is None:
        return str(words.dates["range"]).format(first=same[0], last=same[1])
    return _within_year(first, last, words)


def _tail(date: Date, words: Words, *, weekdays: bool) -> str:
    return plain(date, words, weekdays=weekdays, short=True)


def _within_year(first: Date, last: Date, words: Words) -> str:
    """Tell a range of days or of months of one year."""
    table, months = words.dates, words.dates["months_short"]
    names = [months[(each.month or 1) - 1] for each in (first, last)]
    told_year = year(first.year, words)
    if first.day is None:
        return str(table["months_range"]).format(first=names[0], last=names[1], year=told_year)
    if first.month == last.month:
        return str(table["days"]).format(first=first.day, last=last.day, month=names[0], year=told_year)
    opening = str(table["day_of_year"]).format(day=first.day, month=names[0])
    return str(table["range"]).format(first=opening, last=plain(last, words, weekdays=False))


def _told(date: Edtf, words: Words) -> tuple[str, str, str]:
    match date:
        case Date():
            return _single(date, words)
        case OneOf(Date() as first, Date() as last, bound) if bound in _DEADLINES:
            return _named("by", last, words), words.say("precision", "deadline", date=_short(first, last, words)), "span"
        case Interval(Date() as first, Date() as last) | OneOf(Date() as first, Date() as last):
            return _closed(date, first, last, words)
    return _open(date, words)


def _open(date: Edtf, words: Words) -> tuple[str, str, str]:
    """Tell a date with an open end."""
    match date:
        case Interval(Date() as known, None, bound):
            key, precision = "after" if bound is Bound.AFTER else "since", "since"
        case OneOf(Date() as known, None):
            key = precision = "later"
        case Interval(None, Date() as known, bound) | OneOf(None, Date() as known, Bound.BEFORE as bound):
            key = "by" if bound in _DEADLINES else "before" if bound is Bound.BEFORE else "until"
            precision = "before" if bound is Bound.BEFORE else "until"
        case OneOf(None, Date() as known, bound) if bound in _DEADLINES:
            key, precision = "by", "deadline_open"
        case OneOf(None, Date() as last):
            known, key = _following(last), "before"
            precision = key
        case _:
            return words.dates["undated"], words.say("precision", "uncertain"), "about"
    return _named(key, known, words), words.say("precision", precision), "span"


def _named(key: str, date: Date, words: Words) -> str:
    """Tell a date after the word that bounds it: "since late 2023"."""
    return str(words.dates[key]).format(date=_single(date, words)[0])


def _single(date: Date, words: Words) -> tuple[str, str, str]:
    label = shaded(plain(date, words), date.shade, words)
    if date.qualifier or date.shade:
        kind = {"?": "uncertain", "%": "about_uncertain"}.get(date.qualifier, "about")
        about = date.qualifier in {"~", "%"}
        return str(words.dates["about"]).format(date=label) if about else label, words.say("precision", kind), "about"
    if date.unspecified:
        return label, words.say("precision", "decade" if date.unspecified == 1 else "century"), "span"
    if date.month is None:
        return label, words.say("precision", "year"), "span"
    if date.day is None:
        return label, words.say("precision", "season" if date.month > 12 else "month"), "span"
    return label, words.say("precision", "time" if date.time else "day"), "day"


def shaded(label: str, shade: Shade, words: Words) -> str:
    """Tell which part of a date is meant: "late 2023"."""
    return str(words.dates["shades"][shade.value]).format(unit=label) if shade else label


def _closed(date: Interval | OneOf, first: Date, last: Date, words: Words) -> tuple[str, str, str]:
    if first.shade or last.shade:
        both = {"first": shaded(plain(first, words), first.shade, words), "last": shaded(plain(last, words), last.shade, words)}
        return str(words.dates["range"]).format(**both), words.say("precision", "about"), "about"
    label = range_label(first, last, words)
    if isinstance(date, OneOf) and date.shade:
        return shaded(label, date.shade, words), words.say("precision", "about"), "about"
    if first.qualifier or last.qualifier:
        return str(words.dates["about"]).format(date=label), words.say("precision", "about"), "about"
    return label, _range_precision(date, first, last, words), "span"


def _range_precision(date: Edtf, first: Date, last: Date, words: Words) -> str:
    span = bounds(date)
    exact = first.day is not None and last.day is not None
    if isinstance(date, Interval):
        return words.say("precision", "lasted", n=span.days) if exact and span.days != 1 else words.say("precision", "period")
    if not exact or span.earliest is None:
        return words.say("precision", "some_time")
    opening = weekday(span.earliest)
    kind = {(7, 0): "week", (2, 5): "weekend"}.get((span.days or 0, opening), "two_days" if span.days == 2 else "some_day")
    return words.say("precision", kind)


def _season(date: Date, words: Words) -> str:
    name = words.dates["seasons"][(date.month or 21) - 21]
    if date.month == 24:
        return str(words.dates["winter"]).format(season=name, year=year(date.year, words), next=f"{(date.year + 1) % 100:02}")
    return str(words.dates["season"]).format(season=name, year=year(date.year, words))


def _short(first: Date, last: Date, words: Words) -> str:
    """Tell the first day of a range without its year, where the last has the same."""
    if first.day and first.month and first.year == last.year:
        return str(words.dates["day_of_year"]).format(day=first.day, month=words.dates["months_short"][first.month - 1])
    return plain(first, words, weekdays=False)


def _following(date: Date) -> Date:
    """Return the day, month or year after a date, as precise as it is."""
    after = civil((bounds(date).latest or 0) + 1)
    return Date(after[0], after[1] if date.month else None, after[2] if date.day else None)


def _clock(time: str) -> str:
    match = re.match(r"(\d\d)(:\d\d)?(?::\d\d)?(Z|[+-]\d\d:\d\d)?$", time)
    if not match:
        return time
    zone = {"Z": " UTC", None: ""}.get(match[3], f" UTC{match[3]}")
    return f"{match[1]}{match[2] or ':00'}{zone}"
