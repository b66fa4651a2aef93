"""A date as a person types it → the days it names. In: the whole of a cell or field, the Language. Out: TypedDate.

Unlike a sentence, a field holds a date and nothing else: what the date does not use up refuses the whole, and is named.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from datetime import date

from generator.extract.timexes import doubts_of, tag_text
from generator.extract.typed_numbers import as_edtf, missing_day, missing_number, slashed
from generator.model import edtf
from generator.model.edtf import Date, Edtf, Interval, OneOf
from generator.model.language import Language
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
_DOUBTED = re.compile(r"(?:possibly|probably|perhaps|maybe)\s+(.+)|(.+?)\s*\(?\?\)?", re.IGNORECASE)
_ABOUT_BEHIND = re.compile(r"(.+?)\s*\(?\b(?:approx(?:imately|\.)?|ca\.|circa)\)?", re.IGNORECASE)
_LAYOUTS = (r"\1 \2. \3", r"\1. \2. \3", r"\1. \2 \3", r"\1 de \2 de \3", r"\1 de \2. de \3")
"""How a day, a month's name and a year are written in sentences of several languages."""
_CYCLES = 3 * 400
"""Years after which the calendar is the same again, and a year of three digits looks like one."""
_DAY_NUMBER = re.compile(r"(?<![\d/.-])(\d{1,2})(?:st|nd|rd|th|\.|º)?(?![\d/.-])")
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
    found = None if reason else edtf.parse(as_edtf(_HAN.sub(_of_han, words)))
    if found is not None:
        return TypedDate(found)
    if not reason and _SHORT_YEAR.fullmatch(words):
        reason = "it does not say the century"
    if not reason and _DAY_COUNT.fullmatch(words):
        reason = "give its column the form of a date in the spreadsheet, and save again"
    if reason:
        return TypedDate(None, f"{shown} is no date: {reason}")
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
    missing = _missing(words, published, language, day_first=day_first)
    if missing:
        return TypedDate(None, f"{shown} is no date: {missing}")
    if len(dates) != 1:
        why = " names several dates" if dates else " is no date: it does not say the year" if timexes else " is no date"
        return TypedDate(None, shown + why)
    over = _left_over(words, [(each.said.start, each.said.end) for each in timexes if each.edtf is not None and each.resolved])
    if over:
        return TypedDate(None, f"{shown} is no date: “{over}” is left over")
    doubts = doubts_of(words, published, language, day_first=day_first)
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


def _missing(words: str, published: date | None, language: Language, *, day_first: bool) -> str:
    """Return why a day of a month does not exist: the words without the day name a month of a year that is shorter."""
    for found in _DAY_NUMBER.finditer(words):
        day, rest = int(found[1]), " ".join(f"{words[: found.start()]} {words[found.end() :]}".replace(" ,", " ").split())
        named = {each.edtf for each in tag_text(rest, published, language, day_first=day_first) if each.edtf is not None}
        month = next(iter(named)) if len(named) == 1 else None
        if isinstance(month, Date) and month.month and month.month <= 12 and month.day is None and not month.time:
            return missing_day(month.year, month.month, day) if day > 28 else ""
    return ""
