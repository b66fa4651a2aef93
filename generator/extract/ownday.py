"""The day that an article is told as of, where its own lead says that this is not yet that of its publication.

What is written in Sydney on a Monday morning is stamped with Sunday elsewhere: 'the company said on Monday', told as past in the lead, is
the day after the stamp, not the Monday six days before. In: an article, its sentences, the Language. Out: the article, as one post of the
next day where that is so. Of agency news about one article in thirty is such a one, nearly all of them from Asia and the Pacific.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import islice

from generator.extract.time.calendars import EVENING_BEFORE
from generator.extract.timexes import tag
from generator.model.article import Article, Post, Sentence
from generator.model.calendar import day_number
from generator.model.edtf import Date, Edtf, bounds
from generator.model.language import Language
from generator.model.timex import Timex

_LEAD = 2
"""Sentences of a story in which it says of what day its news is."""
_LAST = -6
"""Where the last one lies, counted from publication, of the weekday that is the next day's."""


def as_of_own_day(article: Article, sentences: tuple[Sentence, ...], language: Language) -> Article:
    """Return the article, told as of the next day where the first weekday of its lead is told as past and was that of the next day."""
    if article.published is None or article.posts or article.published.day == date.max:
        return article
    lead = tuple(islice((each for each in sentences if each.kind.is_story), _LEAD))
    day = article.published.day
    for timex in tag(article, lead, language).value:
        if timex.other is not None:
            own = replace(article.published, day=day + timedelta(1), time=None)
            return replace(article, posts=(Post(0, own),)) if _is_of_tomorrow(timex, day) else article
        if _days(timex.edtf, day) == 0:
            return article  # 'today', 'late on Sunday': the day of its stamp is its own
    return article


def _is_of_tomorrow(timex: Timex, day: date) -> bool:
    """Tell whether a bare weekday is told as past and is the next day's: nobody reports of one six days ago by its name."""
    return _days(timex.edtf, day) == _LAST or any(step.words == EVENING_BEFORE for step in timex.derivation)


def _days(when: Edtf | None, day: date) -> int | None:
    """Return how many days a day lies behind another, None where it is none."""
    first = bounds(when).earliest if isinstance(when, Date) and when.day is not None else None
    return first - day_number(day.year, day.month, day.day) if first is not None else None
