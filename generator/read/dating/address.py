"""The date in an address ("/2020/02/24/", "/2023/apr/28/", "2023-06-26") → a day, or only a month.

In: an address. Out: Seen of kind ADDRESS, or None. Figures run together count only as eight of them by themselves.
"""

from __future__ import annotations

import re
from datetime import date
from urllib.parse import unquote

from generator.model.article import Published
from generator.model.calendar import MONTHS
from generator.model.span import Span
from generator.model.web import parts_of
from generator.model.witness import WitnessKind
from generator.read.dating.judging import Seen
from generator.read.dating.names import month_of
from generator.read.dating.stated import StatedDate

_YEAR = r"(?P<year>(?:19[5-9]|20\d)\d)"
_MONTH = rf"(?P<month>0?[1-9]|1[0-2]|{'|'.join(name[:3] for name in MONTHS)})"
_DAY = r"(?P<day>0?[1-9]|[12]\d|3[01])"
_FULL = re.compile(
    rf"(?<![0-9a-z]){_YEAR}(?P<sign>[/_.-]){_MONTH}(?P=sign){_DAY}(?![0-9])"
    r"|(?<![0-9a-z])(?P<year2>20\d\d|19[5-9]\d)/?(?P<month2>0[1-9]|1[0-2])/?(?P<day2>0[1-9]|[12]\d|3[01])(?![0-9])",
    re.IGNORECASE,
)
_MONTHLY = re.compile(rf"/{_YEAR}/{_MONTH}(?=/|$)", re.IGNORECASE)


def dated(url: str | None) -> Seen | None:
    """Return the date that an address holds, if it holds one.

    >>> found = dated("https://post.example/world/2023/apr/28/quay")
    >>> found and str(found.day)
    '2023-04-28'
    """
    path = unquote(parts_of(url).path)
    if match := _FULL.search(path):
        form = "" if match["year"] else "2"
        number = month_of(match[f"month{form}"])
        try:
            day = date(int(match[f"year{form}"]), number, int(match[f"day{form}"]))
        except ValueError:
            return None
        return Seen(WitnessKind.ADDRESS, "", match[0], 3, StatedDate(Published(day), Span(*match.span())))
    if match := _MONTHLY.search(path):
        number = month_of(match["month"])
        return Seen(WitnessKind.ADDRESS, "", match[0], 3, month=f"{match['year']}-{number:02}")
    return None
