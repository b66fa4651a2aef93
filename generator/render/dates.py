"""Dates in the words that readers see, never more precise than the source. In: EDTF, the source's words. Out: label, precision, marker.

The value for ``<time datetime>`` follows HTML's "valid month / date / local date and time / year string".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from generator.model.calendar import civil, weekday
from generator.model.edtf import Date, Edtf, Interval, OneOf, bounds
from generator.model.mention import DateBasis
from generator.render.words import Words, capital

_FIRST_YEAR_WITH_WEEKDAYS = 1600


@dataclass(frozen=True, slots=True)
class Told:
    """A date as it is told: ``label`` ("By Fri 10 Dec 2021"), ``precision`` ("deadline, from 8 Dec"), ``shape`` of its marker.

    ``shape`` is ``day`` (round), ``span`` (tall) or ``about`` (faded ends); ``machine`` is for ``<time datetime>``, or None;
    ``deadline`` is True where the source names the last day it may be.
    """

    label: str
    precision: str
    shape: str
    machine: str | None
    deadline: bool = False


@lru_cache(maxsize=1 << 16)
def told(date: Edtf, said: str, basis: DateBasis, words: Words) -> Told:
    """Tell a date, with the source's own shading ("late", "by") where its words carry one."""
    label, precision, shape = _told(date, " ".join(said.lower().split()), words)
    if basis is DateBasis.PUBLICATION:
        precision = words.say("precision", "publication")
    elif basis is DateBasis.INHERITED:
        precision = f"{precision}, {words.say('precision', 'inherited')}"
    deadline = isinstance(date, OneOf) and date.latest is not None and _opens(said.lower(), "deadline", words)
    return Told(capital(label), precision, shape, machine(date), deadline)


def machine(date: Edtf) -> str | None:
    """Return what HTML allows in ``<time datetime>``: a day, month or year without doubt; else None.

    >>> machine(Date(2001, 9)), machine(Date(2021, 22)), machine(Date(-43))
    ('2001-09', None, None)
    """
    if not isinstance(date, Date) or date.qualifier or date.unspecified or date.year < 1 or (date.month or 0) > 12:
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


def _told(date: Edtf, said: str, words: Words) -> tuple[str, str, str]:
    match date:
        case Date():
            return _single(date, said, words)
        case Interval(Date() as first, Date() as last):
            return _closed(date, first, last, said, words)
        case OneOf(Date() as first, Date() as last):
            if _opens(said, "deadline", words):
                precision = words.say("precision", "deadline", date=_short(first, last, words))
                return str(words.dates["by"]).format(date=plain(last, words)), precision, "span"
            return _closed(date, first, last, said, words)
    return _open(date, said, words)


def _open(date: Edtf, said: str, words: Words) -> tuple[str, str, str]:
    """Tell a date with an open end."""
    match date:
        case Interval(Date() as first, None):
            key, known = "since", first
        case Interval(None, Date() as last):
            key, known = "until", last
        case OneOf(Date() as first, None):
            key, known = "later", first
        case OneOf(None, Date() as last) if _opens(said, "deadline", words) and not _opens(said, "before", words):
            return str(words.dates["by"]).format(date=plain(last, words)), words.say("precision", "deadline_open"), "span"
        case OneOf(None, Date() as last):
            key, known = "before", _following(last)
        case _:
            return words.dates["undated"], words.say("precision", "uncertain"), "about"
    return str(words.dates[key]).format(date=plain(known, words)), words.say("precision", key), "span"


def _single(date: Date, said: str, words: Words) -> tuple[str, str, str]:
    label = plain(date, words)
    shaded = None if date.day else _shaded(said, label, words)
    if shaded and (_season_said(said, date, words) or label) != label:
        shaded = None  # an editor's September takes no "late" from the source's "late this summer"
    if date.qualifier or shaded:
        kind = {"?": "uncertain", "%": "about_uncertain"}.get(date.qualifier, "about")
        about = label if date.qualifier == "?" else str(words.dates["about"]).format(date=label)
        return shaded or about, words.say("precision", kind), "about"
    if date.unspecified:
        return label, words.say("precision", "decade" if date.unspecified == 1 else "century"), "span"
    if date.month is None:
        return label, words.say("precision", "year"), "span"
    if date.day is None:
        return label, words.say("precision", "season" if date.month > 12 else "month"), "span"
    return label, words.say("precision", "time" if date.time else "day"), "day"


def _closed(date: Edtf, first: Date, last: Date, said: str, words: Words) -> tuple[str, str, str]:
    label = range_label(first, last, words)
    unit = None if first.day and last.day and not (first.qualifier or last.qualifier) else _season_said(said, first, words)
    shaded = _shaded(said, unit, words) if unit else None
    if shaded:
        return shaded, words.say("precision", "about_range", range=label), "about"
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


def _season_said(said: str, first: Date, words: Words) -> str | None:
    """Return the season or month that the source's words name, with its year, for a range that stands for a part of it."""
    for number, names in enumerate(words.dates["season_words"]):
        if any(re.search(rf"\b{name}\b", said) for name in names):
            return _season(Date(first.year, 21 + number), words)
    for number, name in enumerate(words.dates["months"], 1):
        if re.search(rf"\b{name.lower()}\b", said):
            return plain(Date(first.year, number), words)
    return None


def _shaded(said: str, unit: str, words: Words) -> str | None:
    """Return "late summer 2021" where the source's words shade a unit, None where they do not."""
    shades, cleaner = _patterns(words)
    match = shades.search(cleaner.sub(" ", said))
    return str(words.dates["shades"][match[1]]).format(unit=unit) if match else None


@lru_cache(maxsize=16)
def _patterns_of(shades: tuple[str, ...], not_shades: tuple[str, ...]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    longest = sorted(shades, key=len, reverse=True)
    return (
        re.compile(rf"\b({'|'.join(map(re.escape, longest))})\b"),
        re.compile("|".join(rf"\b{re.escape(each)}\b" for each in not_shades) or r"(?!)"),
    )


def _patterns(words: Words) -> tuple[re.Pattern[str], re.Pattern[str]]:
    return _patterns_of(tuple(words.dates["shades"]), tuple(words.dates["cues"]["not_shades"]))


def _opens(said: str, cue: str, words: Words) -> bool:
    """Tell whether the source's words hold one of the cues that bound a date."""
    return any(re.search(rf"\b{re.escape(each)}\b", said) for each in words.dates["cues"][cue])


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
