"""Find the time expressions of an article and say what they come to.

In: Article, its Sentences, the Language. Out: Timexes in reading order, with diagnostics. (First form; the table-driven tagger follows.)
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from generator.model.article import Article, Sentence
from generator.model.calendar import days_in_month
from generator.model.diagnostic import Checked
from generator.model.edtf import Date, Edtf, Interval, OneOf
from generator.model.language import Language
from generator.model.span import Span
from generator.model.timex import Bound, Reference, Step, Timex, TimexType

_DAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
_MONTHS = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"]
_MONTH = (
    r"(?P<{0}>jan(?:uary|\.)?|feb(?:ruary|\.)?|mar(?:ch|\.)|apr(?:il|\.)|may|june?|july?|aug(?:ust|\.)?|sept?(?:ember|\.)?"
    r"|oct(?:ober|\.)?|nov(?:ember|\.)?|dec(?:ember|\.)?)"
)
_PATTERN = re.compile(
    r"(?P<bound>\b(?:by|since|until|as early as)\s+)?\b(?:"
    + _MONTH.format("m1")
    + r"\s+(?P<d1>\d{1,2})(?:,?\s+(?P<y1>\d{4}))?\b|(?P<d2>\d{1,2})\s+"
    + _MONTH.format("m2")
    + r"(?:\s+(?P<y2>\d{4}))?\b|"
    + _MONTH.format("m3")
    + r"\s+(?P<y3>\d{4})\b|(?P<weekday>"
    + "|".join(_DAYS)
    + r")\b|(?P<day>yesterday|today|tomorrow)\b|(?P<shade>late |early |earlier )?(?P<which>last|this|next)\s+"
    r"(?P<unit>week|month|year|spring|summer|autumn|fall|winter)\b|(?:in|since|until|by) (?P<year>(?:1[5-9]|20)\d\d)\b|"
    r"(?P<n>\d+|one|two|three|four|five|six|a) (?P<nu>day|week|month|year)s? (?P<ago>ago|after|earlier|later)\b)",
    re.IGNORECASE,
)
_NUMBERS = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}


def tag(article: Article, sentences: tuple[Sentence, ...], language: Language) -> Checked[tuple[Timex, ...]]:
    """Return the article's time expressions, resolved against its publication date."""
    del language
    published = article.published.day if article.published else None
    found = [
        made
        for sentence in sentences
        for match in _PATTERN.finditer(article.text, sentence.span.start, sentence.span.end)
        if (made := _timex(match, published))
    ]
    return Checked(tuple(found))


def _timex(match: re.Match[str], published: date | None) -> Timex | None:
    edtf = _edtf(match, published)
    if edtf is None:
        return None
    bound = {"by": Bound.BY, "since": Bound.SINCE, "until": Bound.UNTIL, "as early as": Bound.EARLIEST}.get(
        (match["bound"] or "").strip().lower(), Bound.NONE
    )
    start = match.end("bound") if match["bound"] else match.start()
    if match["year"]:
        start = match.start("year")
    if bound is Bound.BY and isinstance(edtf, Date) and published:
        edtf = OneOf(_date(published), edtf)
    if bound is Bound.SINCE and isinstance(edtf, Date):
        edtf = Interval(edtf, None)
    if bound is Bound.UNTIL and isinstance(edtf, Date):
        edtf = Interval(None, edtf)
    said = Span(match.start() if bound is not Bound.NONE else start, match.end())
    after = bool(match["ago"] and match["ago"].lower() == "after")
    span = Span(start, match.end() - (6 if after else 0))
    return Timex(
        span, said, TimexType.DATE, str(edtf), "", edtf, bound, Reference.PUBLICATION, (Step("first", str(edtf)),), event_after=after
    )


def _date(day: date) -> Date:
    return Date(day.year, day.month, day.day)


def _edtf(match: re.Match[str], published: date | None) -> Edtf | None:  # noqa: PLR0911 - first form, to be replaced
    for number in ("1", "2", "3"):
        if match["m" + number]:
            month = next(at + 1 for at, name in enumerate(_MONTHS) if name.startswith(match["m" + number].lower()[:3]))
            year = int(match["y" + number]) if match["y" + number] else published.year if published else None
            day = None if number == "3" else int(match["d" + number])
            if year is None or (day and not 1 <= day <= days_in_month(year, month)):
                return None
            return Date(year, month, day)
    if match["year"]:
        return Date(int(match["year"]))
    if published is None:
        return None
    if match["weekday"]:
        back = (published.weekday() - _DAYS.index(match["weekday"].lower())) % 7
        ahead = (match["bound"] or "").lower().startswith(("by", "until"))
        return _date(published + timedelta((7 - back) % 7 if ahead else -back))
    if match["day"]:
        return _date(published + timedelta({"yesterday": -1, "today": 0, "tomorrow": 1}[match["day"].lower()]))
    if match["which"]:
        return _unit(published, {"last": -1, "this": 0, "next": 1}[match["which"].lower()], match["unit"].lower())
    sign = 1 if match["ago"].lower() == "later" else -1
    return _unit(
        published, sign * _NUMBERS.get(match["n"].lower(), 0) if not match["n"].isdigit() else sign * int(match["n"]), match["nu"].lower()
    )


def _unit(published: date, shift: int, unit: str) -> Edtf | None:
    if unit == "day":
        return _date(published + timedelta(shift)) if abs(shift) < 10_000 else None
    if unit == "week":
        monday = published - timedelta(published.weekday()) + timedelta(7 * max(-500, min(shift, 500)))
        return OneOf(_date(monday), _date(monday + timedelta(6)))
    if unit == "month":
        months = published.year * 12 + published.month - 1 + shift
        return Date(months // 12, months % 12 + 1)
    return Date(published.year + shift, _SEASONS.get(unit))
