"""A date as a person types it → the days it names. In: the whole of a cell or field, the Language. Out: TypedDate.

Unlike a sentence, a field holds a date and nothing else: what the date does not use up refuses the whole, and is named.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial

from generator.extract.timexes import doubts_of, tag_text
from generator.extract.typed_numbers import as_edtf, missing_number, slashed
from generator.model import edtf
from generator.model.calendar import missing_day
from generator.model.edtf import Date, Edtf, Interval, OneOf, ends
from generator.model.language import Language
from generator.model.timex import Timex
from generator.model.typed import TypedDate

LONGEST = 300
"""Characters; more is no date."""

_MONTH_NAMED = re.compile(
    r"(?<!\w)(?:(\d{1,2})[-./ ])?([^\W\d_]{3,9})[-. ](?:(\d{1,2})-)?(\d{4})(?!\w)|(\d{4})-([^\W\d_]{3,9})-(\d{1,2})(?!\w)"
)
_MIDNIGHT = re.compile(r"[ T]00:00(?::00)?(?:\.0+)?$")
"""What programs print behind a day that has no time."""
_SHORT_YEAR = re.compile(r"\d{1,2}[-./]\w+[-./]\d\d|[^\W\d_]{3,9}(?:-| ?['’])\d\d")
_DAY_COUNT = re.compile(r"[1-9]\d{4}(?:\.\d+)?")
"""The number by which spreadsheets know a day inside."""
_DECADE = re.compile(r"(\d{3}0)['’]s\b")
_QUARTER = re.compile(r"(\d{4})[- ]?(Q[1-4])")
_ABOUT = re.compile(r"(?<!\w)(?:ca?\.?|approx\.?|~|≈)\s*(?=\d)", re.IGNORECASE)
_EARLY = re.compile(r"(?<![\w.,/-])([1-9]\d\d)(?![\w.,/-])")
"""A year before 1000, which running text would have to call one ("AD 520")."""
_HAN = re.compile(r"(\d{3,4}) ?[年년](?: ?(\d{1,2}) ?[月월](?: ?(\d{1,2}) ?[日일])?)?")
"""How dates are written in Chinese, Japanese and Korean."""
_OUR_ERA = re.compile(r"(?<![\w.])(\d{1,2}) ?C\.?E\b\.?")
_DOUBTED = re.compile(r"(?:possibly|probably|perhaps|maybe)\s+(.+)|(.+?)(?<!\s)\s*+\(?\?\)?", re.IGNORECASE)
_ABOUT_BEHIND = re.compile(r"(.+?)(?<!\s)\s*+\(?\b(?:approx(?:imately|\.)?|ca\.|circa)\)?", re.IGNORECASE)
_LAYOUTS = (r"\1 \2. \3", r"\1. \2. \3", r"\1. \2 \3", r"\1 de \2 de \3", r"\1 de \2. de \3")
"""How a day, a month's name and a year are written in sentences of several languages."""
_CYCLES = 3 * 400
"""Years after which the calendar is the same again, and a year of three digits looks like one."""
_HIGH_NUMBER = re.compile(r"(?<![\d:])(29|[3-9]\d)(st|nd|rd|th)?(?![\d:])")
"""What may be a day that not every month has."""
_IN_EACH_MONTH = 28
"""A day that no month lacks."""
_LATE_IN_MONTH = 21
"""A week that holds the 28th begins after this day; the 28th week of a year does not."""
_DAY = re.compile(r"\d{4}-\d\d-\d\d(T[A-Z]+)?")
"""TIMEX3's value of a day, or of a part of it that no clock gives (2024-05-03TMO)."""
_PARTS_OF_DAY = {"START", "MID", "END"}
"""TIMEX3's ``mod`` of "early on", "in the middle of" and "late on" a day."""
_SMALL_WORD = re.compile(r"[^\W\d_]{1,2}$")
"""A preposition before a date ("on", "am", "el"): it adds nothing in a field."""


def typed_date(text: str, published: date | None, language: Language, *, day_first: bool = False) -> TypedDate:
    """Return what was typed as a date: EDTF, or plain words as an article of *published* would mean them.

    >>> from generator.language import load
    >>> str(typed_date("25-Dec-2014", None, load("en")).date)
    '2014-12-25'
    >>> typed_date("June 31, 2024", None, load("en")).reason
    '“June 31, 2024” is no date: June 2024 has 30 days'
    """
    words = _tidied(text)
    shown = f"“{' '.join(text.split())[:80]}”"
    if len(text) > LONGEST or not words:
        return TypedDate(None, f"{shown} is no date")
    reason = missing_number(words, day_first=day_first or language.grammar.day_first)
    if not reason and _SHORT_YEAR.fullmatch(words):
        reason = "it does not say the century"
    if not reason and _DAY_COUNT.fullmatch(words):
        reason = "give its column the form of a date in the spreadsheet, and save again"
    if reason:
        return TypedDate(None, f"{shown} is no date: {reason}")
    read = partial(_read, shown=shown, published=published, language=language, day_first=day_first)
    typed = read(words)
    missing = "" if _is_whole(typed.date) else _missing(words, typed.date, lambda lower: read(lower).date)
    return TypedDate(None, f"{shown} is no date: {missing}") if missing else typed


def _missing(words: str, found: Edtf | None, read: Callable[[str], Edtf | None]) -> str:
    """Return why a day of the words does not exist, or nothing: a number names a day where a lower one in its place makes a day more."""
    for number in _HIGH_NUMBER.finditer(words):
        before = _HIGH_NUMBER.sub(str(_IN_EACH_MONTH), words[: number.start()])  # lower too: no range runs backwards
        for day in range(_IN_EACH_MONTH, min(int(number[1]), 31)):
            month = _month_of(day, read(f"{before}{day}{'th' * bool(number[2])}{words[number.end() :]}"), found)
            if month and month.month and (why := missing_day(month.year, month.month, int(number[1]))):
                return why
    return ""


def _read(words: str, *, shown: str, published: date | None, language: Language, day_first: bool) -> TypedDate:
    """Read what is tidied as numbers, as words, or as other languages and times write them."""
    found = edtf.parse(as_edtf(_HAN.sub(_of_han, words)))
    if found is not None:
        return TypedDate(found)
    in_words = _of_words(_spelled(words), shown, published, language, day_first=day_first)
    if in_words.date:
        return in_words
    return _of_early(_spelled(words), language) or _of_layouts(words, language) or in_words


def _of_han(found: re.Match[str]) -> str:
    return "-".join(part.zfill(size) for part, size in zip(found.groups(), (4, 2, 2), strict=True) if part)


def _of_layouts(words: str, language: Language) -> TypedDate | None:
    """Read 25-Dez-2014, which a spreadsheet prints, as the language writes it."""
    if not (found := _MONTH_NAMED.fullmatch(words)) or not found[1]:
        return None
    read = (_of_words(found.expand(layout.replace(r"\3", r"\4")), "", None, language, day_first=True) for layout in _LAYOUTS)
    return next((typed for typed in read if typed.date), None)


def _tidied(text: str) -> str:
    """Drop what cannot be seen, write every digit as 0 to 9, and take off an apostrophe that keeps a cell from being a formula."""
    plain = "".join(str(unicodedata.decimal(each, each)) for each in text if unicodedata.category(each) != "Cf")
    return _MIDNIGHT.sub("", re.sub(r"^'(?=[-+=@])", "", " ".join(plain.split())))


def _spelled(words: str) -> str:
    """Write what spreadsheets and people shorten as sentences have it: 25-Dec-2014, 3-4-2018, 1930's, c. 1500."""
    words = _MONTH_NAMED.sub(lambda found: " ".join(filter(None, found.group(1, 2, 3, 4, 7, 6, 5))), words)
    words = _OUR_ERA.sub(r"AD \1", _QUARTER.sub(r"\2 \1", slashed(words)))
    words = f"circa {about[1]}" if (about := _ABOUT_BEHIND.fullmatch(words)) else words
    return _ABOUT.sub("circa ", _DECADE.sub(r"\1s", words))


def _of_words(words: str, shown: str, published: date | None, language: Language, *, day_first: bool) -> TypedDate:
    doubtful = _DOUBTED.fullmatch(words)
    words = (doubtful[1] or doubtful[2]) if doubtful else words
    timexes = tag_text(words, published, language, day_first=day_first)
    dates = list(dict.fromkeys(each.edtf for each in timexes if each.edtf is not None and each.resolved))
    if len(dates) != 1:
        why = " names several dates" if dates else " is no date: it does not say the year" if timexes else " is no date"
        return TypedDate(None, shown + why)
    over = _left_over(words, [(each.said.start, each.said.end) for each in timexes if each.edtf is not None and each.resolved])
    if over:
        return TypedDate(None, f"{shown} is no date: “{over}” is left over")
    doubts = [*doubts_of(words, published, language, day_first=day_first), *filter(None, map(_lost, timexes))]
    return TypedDate(_doubted(dates[0]) if doubtful else dates[0], doubt="; ".join(doubts))


def _of_early(words: str, language: Language) -> TypedDate | None:
    """Read "about 520" as its year in a later round of the calendar, and take it back."""
    later = _EARLY.sub(lambda found: str(int(found[1]) + _CYCLES), words)
    read = _of_words(later, "", None, language, day_first=True) if later != words else TypedDate(None)
    return TypedDate(_earlier(read.date)) if read.date else None


def _earlier(found: Edtf) -> Edtf:
    match found:
        case Date():
            return replace(found, year=found.year - _CYCLES)
        case Interval(first, last):
            return replace(found, start=_earlier_end(first), end=_earlier_end(last))
        case OneOf(first, last):
            return replace(found, earliest=_earlier_end(first), latest=_earlier_end(last))


def _earlier_end(end: Date | None) -> Date | None:
    return replace(end, year=end.year - _CYCLES) if end else None


def _doubted(found: Edtf) -> Edtf:
    return replace(found, qualifier="%" if found.qualifier in {"~", "%"} else "?") if isinstance(found, Date) else found


def _left_over(words: str, spans: list[tuple[int, int]]) -> str:
    """Return the words that no date uses; punctuation, and a preposition before all, are nothing."""
    kept = list(words)
    for start, end in spans:
        kept[start:end] = "\0" * (end - start)
    before, _, behind = "".join(kept).partition("\0")
    before = before.strip(" .,;:()")
    if _SMALL_WORD.match(before):
        before = ""
    return " ".join(f"{before} {behind}".replace("\0", " ").strip(" .,;:()").split())


def _is_whole(found: Edtf | None) -> bool:
    """Tell whether a date is made of days alone, so that no number of a day is lost; a week is none, for it may be counted from any day."""
    return found is not None and not isinstance(found, OneOf) and all(each.day for each in ends(found) if each)


def _month_of(day: int, lower: Edtf | None, found: Edtf | None) -> Date | None:
    """Return the day in whose month a number stands that names a day: taken for a lower *day* it makes one day more than it does itself.

    Where both are weeks ("week of 31 June", read as June's first), the day that the week of the lower one begins with.
    """
    then, now = (Counter(each for each in ends(date) if each and each.day) if date else Counter() for date in (lower, found))
    if then.total() > now.total():
        return next((each for each in then - now if each.day == day), None)
    begin = lower.earliest if isinstance(lower, OneOf) and day == _IN_EACH_MONTH else None
    return begin if begin and (begin.day or 0) > _LATE_IN_MONTH and lower != found else None


def _lost(timex: Timex) -> str:
    """Return what to say of a part of a day ("early 3 May", "the morning of 3 May"), which a date has no place for; else nothing."""
    found = _DAY.fullmatch(timex.value)
    if not found or not (found[1] or timex.mod in _PARTS_OF_DAY):
        return ""
    return f"of {timex.value[:10]} the part of the day is not kept; a time by the clock would be"
