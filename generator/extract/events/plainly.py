"""Mentions in a language without a vocabulary of events: each sentence with a date tells one thing, in its own words.

In: a sentence of an article and its dated time expressions. Out: an EventMention, or None when no date places it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from generator.extract.events.conditions import days_of
from generator.extract.events.identity import Identities
from generator.extract.events.times import is_vague, sharper
from generator.model.article import Article, Sentence
from generator.model.calendar import day_number
from generator.model.edtf import bounds
from generator.model.mention import DateBasis, EventMention, MentionKind, Status
from generator.model.timex import Step, Timex, TimexType

_WORD = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")
_LONGEST_HEADLINE = 15
"""Words."""
_LONGEST_QUOTE = 700
"""Characters."""
_CONTENT = 4
"""Letters of a word that carries meaning, in a language of which nothing more is known."""
_YEAR = 366
"""Days after which an event is background."""


def plain_mentions(article: Article, sentences: Sequence[Sentence], timexes: Sequence[Timex]) -> tuple[EventMention, ...]:
    """Return what each dated sentence of the story tells."""
    day = article.published.day if article.published else None
    published = day_number(day.year, day.month, day.day) if day else None
    identities = Identities(article)
    told = (_told(article, each, _inside(each, timexes), published, identities) for each in sentences if each.kind.is_story)
    return tuple(mention for mention in told if mention is not None)


def _inside(sentence: Sentence, timexes: Sequence[Timex]) -> list[Timex]:
    first = bisect_left(timexes, sentence.span.start, key=lambda each: each.said.start)
    last = bisect_left(timexes, sentence.span.end, key=lambda each: each.said.start)
    return [each for each in timexes[first:last] if each.said.end <= sentence.span.end]


def _told(
    article: Article, sentence: Sentence, timexes: Sequence[Timex], published: int | None, identities: Identities
) -> EventMention | None:
    """Return what a dated sentence tells: of its sharpest date, as happened, or as planned when the day lies ahead."""
    timex = _sharpest(timexes)
    quote = sentence.span.trimmed(article.text)
    if timex is None or timex.edtf is None or len(quote) > _LONGEST_QUOTE:
        return None
    days = days_of(bounds(timex.edtf), published)
    words = [match.group().lower() for match in _WORD.finditer(quote.of(article.text))]
    latest = bounds(timex.edtf).latest
    return EventMention(
        id=identities.of(sentence, timex.said.of(article.text)),
        article=article.id,
        sentence=sentence.number,
        quote=quote,
        trigger=timex.said,
        said=timex.said,
        timex=timex,
        date=timex.edtf,
        basis=DateBasis.SAID,
        kind=MentionKind.DEED,
        status=Status.PLANNED if days.ahead and not days.begun else Status.HAPPENED,
        background=published is not None and latest is not None and latest < published - _YEAR,
        headline=_headline(quote.of(article.text)),
        matter=frozenset(word for word in words if len(word) >= _CONTENT),
        reasons=(Step("plain", "no vocabulary of events for this language: the dated sentence is taken as a whole"),),
    )


def _sharpest(timexes: Sequence[Timex]) -> Timex | None:
    best: Timex | None = None
    for timex in timexes:
        if timex.edtf is None or timex.type is TimexType.SET or is_vague(timex):
            continue
        if best is None or sharper(timex, best):
            best = timex
    return best


def _headline(text: str) -> str:
    """Return a short sentence without its stop; nothing of a longer one, for where it may be cut nobody knows: it is shown as a whole."""
    words = text.split()
    line = " ".join(words).rstrip(" .,;:") if len(words) <= _LONGEST_HEADLINE else ""
    return line[:1].upper() + line[1:]
