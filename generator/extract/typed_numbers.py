"""Dates that people and spreadsheets write in numbers alone → EDTF's text, or why there is no such day. Needs no language.

In: what was typed, tidied. Out: text that EDTF's parser reads; a reason; or nothing, where it is words.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from generator.model.calendar import missing_day
from generator.model.edtf import Date

_ISO = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?=$|[T ])|(\d{4})(\d\d)(\d\d)$")
_RANGE = re.compile(r"(\d{4}-\d\d(?:-\d\d)?)\s*(?:[-–—/]|\s[a-zà]{1,3}\s)\s*(\d{4}-\d\d(?:-\d\d)?)")
_PARTS = re.compile(r"(\d{1,2})([-./])(\d{1,2})\2(\d{4})")
_MONTH_AND_YEAR = re.compile(r"(\d{1,2})[-./](\d{4})")
_UNKNOWN_DIGITS = re.compile(r"\d{3}[?xX]|\d\d[?xX]{2}")
_WEEK = re.compile(r"(\d{4})-?W([0-4]\d|5[0-3])")
_CLOCK = re.compile(r"[T ]+(\d{1,2})(:\d\d)(:\d\d)?(?:\.\d+)?\s*(?:([ap])\.?m\.?)?\s*(Z|[+-]\d\d:\d\d)?", re.IGNORECASE)


def as_edtf(words: str) -> str:
    """Return what is written in numbers as EDTF has it; words as they are.

    >>> as_edtf("2018/5/3 7:05 PM"), as_edtf("5/2018"), as_edtf("19??"), as_edtf("2018-W12")
    ('2018-05-03T19:05', '2018-05', '19XX', '[2018-03-19..2018-03-25]')
    >>> as_edtf("2018-05-03 to 2018-05-05"), as_edtf("2018.0"), as_edtf("3 May")
    ('2018-05-03/2018-05-05', '2018', '3 May')
    """
    if found := _RANGE.fullmatch(words):
        return f"{found[1]}/{found[2]}"
    if iso := _ISO.match(words):
        return f"{Date(*_numbers(iso))}{_clock(words[iso.end() :])}"
    if found := _MONTH_AND_YEAR.fullmatch(words):
        return f"{found[2]}-{int(found[1]):02}"
    if _UNKNOWN_DIGITS.fullmatch(words):
        return re.sub("[?x]", "X", words)
    if found := _WEEK.fullmatch(words):
        first = date.fromisocalendar(int(found[1]), 1, 1) + timedelta(weeks=int(found[2]) - 1)
        return f"[{first}..{first + timedelta(days=6)}]"
    return re.sub(r"^(\d{4})\.0+$", r"\1", words)


def missing_number(words: str, *, day_first: bool) -> str:
    """Return why a date of numbers names no day, or nothing.

    >>> missing_number("2/30/2018", day_first=False), missing_number("1994-00-00", day_first=False)
    ('February 2018 has 28 days', 'leave away what is not known')
    """
    if iso := _ISO.match(words):
        year, month, day = _numbers(iso)
        return missing_day(year, month, day) if month and day else "leave away what is not known"
    found = _PARTS.match(words)
    if not found:
        return ""
    first, second, year = int(found[1]), int(found[3]), int(found[4])
    day, month = (first, second) if day_first or first > 12 or found[2] == "." else (second, first)
    return missing_day(year, month, day)


def slashed(words: str) -> str:
    """Write the numbers of a date with strokes, as running text has them; where full stops part them, the day is first anywhere.

    >>> slashed("14-12-2014 10:00"), slashed("3.5.2018")
    ('14/12/2014 10:00', '2018-05-03')
    """
    return re.sub(rf"(?<!\d){_PARTS.pattern}(?!\d)", _slashed, words)


def _slashed(found: re.Match[str]) -> str:
    first, second = int(found[1]), int(found[3])
    return f"{found[4]}-{second:02}-{first:02}" if found[2] == "." and second <= 12 else f"{first}/{second}/{found[4]}"


def _numbers(iso: re.Match[str]) -> tuple[int, int, int]:
    year, month, day = iso.group(1, 3, 4) if iso[1] else iso.group(5, 6, 7)
    return int(year), int(month), int(day)


def _clock(rest: str) -> str:
    """Return what stands behind a day as EDTF has it, without seconds that say nothing; what is no clock stays as it is."""
    found = _CLOCK.fullmatch(rest)
    if not found:
        return rest
    hour = int(found[1]) % 12 + 12 * (found[4].lower() == "p") if found[4] else int(found[1])
    return f"T{hour:02}{found[2]}{'' if found[3] in (None, ':00') else found[3]}{(found[5] or '').upper()}"
