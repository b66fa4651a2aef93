"""A time zone as stamps write it ("Z", "+01:00", "EST") → minutes east of UTC.

In: the words. Out: minutes, or None where the words name a region of several ("ET" in summer and winter, "IST" of three countries).
Offsets: IANA time zone database.
"""

from __future__ import annotations

import re

_NAMED = {
    **dict.fromkeys(("Z", "UTC", "GMT", "WET"), 0),
    **dict.fromkeys(("BST", "CET", "MEZ", "WEST", "WAT"), 60),
    **dict.fromkeys(("CEST", "MESZ", "EET", "SAST", "CAT"), 120),
    **dict.fromkeys(("EEST", "MSK", "EAT"), 180),
    **dict.fromkeys(("HKT", "SGT", "PHT", "AWST"), 480),
    **dict.fromkeys(("JST", "KST"), 540),
    **dict.fromkeys(("AEST",), 600),
    **dict.fromkeys(("AEDT",), 660),
    **dict.fromkeys(("NZST",), 720),
    **dict.fromkeys(("NZDT",), 780),
    **dict.fromkeys(("EDT",), -240),
    **dict.fromkeys(("EST", "CDT"), -300),
    **dict.fromkeys(("MDT",), -360),
    **dict.fromkeys(("MST", "PDT"), -420),
    **dict.fromkeys(("PST",), -480),
}
_SEVERAL = ("ET", "CT", "MT", "PT", "IST", "CST")

ZONE = (
    r"(?:(?:GMT|UTC)\s?[+-]\d{1,2}(?::?\d\d)?|[+-]\d\d(?::?\d\d)?|"
    + "|".join(sorted((*_NAMED, *_SEVERAL), key=lambda each: (-len(each), each)))
    + ")"
)
"""A pattern for the zone behind a time of day."""

_FIGURES = re.compile(r"(?:GMT|UTC)?\s?(?P<sign>[+-])(?P<hours>\d{1,2}):?(?P<minutes>\d\d)?", re.IGNORECASE)
_FARTHEST = 14 * 60


def offset_of(words: str) -> int | None:
    """Return how many minutes east of UTC a zone is; None where the words do not say.

    >>> [offset_of(each) for each in ("Z", "+0530", "GMT-3", "EST", "ET")]
    [0, 330, -180, -300, None]
    """
    match = _FIGURES.fullmatch(words.strip())
    if match is None:
        return _NAMED.get(words.strip().upper())
    minutes = int(match["hours"]) * 60 + int(match["minutes"] or 0)
    return None if minutes > _FARTHEST else minutes * (-1 if match["sign"] == "-" else 1)
