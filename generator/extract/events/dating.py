"""Which time expressions date an event at all.

In: a time expression, or its place in a Parsed sentence. Out: yes or no.
"""

from __future__ import annotations

from generator.extract.events.parse import Parsed
from generator.model.edtf import Date, Interval, bounds
from generator.model.timex import Bound, Timex

_MONTHS = 12
_LONGEST = 366
"""An event is placed in time at a year or finer."""


def vague(timex: Timex) -> bool:
    """Tell whether a date says too little: no beginning ('in recent weeks'), only an end ('until May'), more than a year."""
    days = bounds(timex.edtf).days if timex.edtf is not None else None
    if timex.bound is Bound.UNTIL or (days is not None and days > _LONGEST):
        return True
    return isinstance(timex.edtf, Interval) and timex.edtf.start is None and timex.bound is Bound.NONE


def is_common_noun(parsed: Parsed, index: int) -> bool:
    """Tell whether a season's word is an ordinary noun: 'a fall in prices'."""
    word = parsed.words[index]
    season = isinstance(word.timex, Timex) and isinstance(word.timex.edtf, Date) and (word.timex.edtf.month or 0) > _MONTHS
    return season and " " not in word.text and (index == 0 or parsed.words[index - 1].tag != "I")


def is_subject(parsed: Parsed, index: int) -> bool:
    """Tell whether a time expression is itself what the verb speaks of: 'the next months are vital'."""
    words = parsed.words
    behind = next((at for at in range(index + 1, len(words)) if words[at].tag not in {"R", "X"}), len(words))
    verbal = behind < len(words) and words[behind].tag in {"V", "M"}
    clause = parsed.clause_of(behind) if verbal else None
    opens = index == 0 or words[index - 1].tag in {"“", ",", "C", "S", "”", ":"}
    return (
        clause is not None
        and opens
        and behind == clause.verb.first
        and (clause.subject is None or clause.subject[1] > behind or clause.subject[0] < clause.start)
    )


def sharper(one: Timex, other: Timex) -> bool:
    """Tell whether *one* names fewer days than *other*."""
    if one.edtf is None or other.edtf is None:
        return False
    days, others = bounds(one.edtf).days, bounds(other.edtf).days
    return days is not None and (others is None or days < others)
