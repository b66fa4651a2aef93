"""The day that an article reports: what its undated sentences are of, unless they say otherwise.

In: the dated mentions of an article, its day of publication. Out: a NewsDay, or None where the article reports no day.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from generator.model.calendar import day_number
from generator.model.edtf import Date, Edtf, bounds
from generator.model.mention import EventMention, Status
from generator.model.timex import Timex

_NEAR = 3
"""How many days before its publication an article's news may lie."""
_EARLY = 6
"""Among so many sentences the day is told that the news is of."""
_NEWS = 10
"""An article is news when it names a day that lies at most so many days from its publication."""


@dataclass(frozen=True, slots=True)
class NewsDay:
    """The day, and in words why."""

    date: Date
    why: str


def news_day(dated: Sequence[EventMention], timexes: Iterable[Timex], published: date | None) -> NewsDay | None:
    """Return the day that the first dated news of an article gives, else the day of publication; None for what is no news."""
    if published is None:
        return None
    number = day_number(published.year, published.month, published.day)
    if not any(
        _is_day(each.edtf) and abs((bounds(each.edtf).earliest or 0) - number) <= _NEWS for each in timexes if each.edtf is not None
    ):
        return None
    for mention in dated:
        days = number - (bounds(mention.date).earliest or 0)
        if (
            mention.status is Status.HAPPENED
            and 0 <= days <= _NEAR
            and mention.sentence <= _EARLY
            and isinstance(mention.date, Date)
            and _is_day(mention.date)
        ):
            return NewsDay(
                Date(mention.date.year, mention.date.month, mention.date.day), f"the day of the news (sentence {mention.sentence})"
            )
    return NewsDay(Date(published.year, published.month, published.day), "the day of publication")


def _is_day(day: Edtf) -> bool:
    return isinstance(day, Date) and day.day is not None
