"""What a source says of a date besides its days: which end it bounds ("by Friday"), which part it means ("late 2023").

In: nothing; these are the values that travel with a date, from the tagger to the page, the exports and the files of editors.
"""

from __future__ import annotations

from enum import StrEnum


class Bound(StrEnum):
    """How the words before a date bound what happened then ("by Friday", "since 2004"); NONE: in it."""

    NONE = ""
    BY = "by"
    BEFORE = "before"
    UNTIL = "until"
    SINCE = "since"
    AFTER = "after"
    EARLIEST = "as early as"
    LATEST = "no later than"


class Shade(StrEnum):
    """Which part of a date is meant, as far as the source says it ("early 2025"); where it begins and ends nobody said."""

    NONE = ""
    EARLY = "early"
    MID = "mid"
    LATE = "late"
    START = "start of"
    END = "end of"
