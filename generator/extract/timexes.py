"""Find the time expressions of an article, or of any text, and say what they come to.

In: Article and its Sentences (or a text and its day of publication), the Language. Out: Timexes in reading order, with diagnostics.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from generator.extract.posts import parts
from generator.extract.segment.sentences import paragraph_spans, sentences_at
from generator.extract.time.moment import Moment, timex3_mod
from generator.extract.time.neighbours import Expression
from generator.extract.time.reading import read
from generator.extract.time.timex import timex, weekday_name
from generator.extract.time.windows import marked
from generator.model.article import Article, Sentence
from generator.model.calendar import days_in_month, weekday
from generator.model.codes import NO_DATE, NO_SUCH_DAY, WEEKDAY_MISMATCH
from generator.model.diagnostic import Checked, Diagnostic, at, tell
from generator.model.language import Language
from generator.model.said import Bounded, Calendar, Said, Shaded
from generator.model.span import Source
from generator.model.timex import Timex

_DATE_LINE = 200
"""How far from the beginning or end of a text, in characters, a line with its date stands."""
_LONGEST_MONTH = 31
"""Days."""


def tag(article: Article, sentences: tuple[Sentence, ...], language: Language) -> Checked[tuple[Timex, ...]]:
    """Return the article's time expressions, resolved against its publication date.

    Without one, relative expressions stay unresolved (their value has X for what is not known) and a diagnostic says so.
    """
    timexes: list[Timex] = []
    said: list[Diagnostic] = []
    for part, told in parts(article, sentences):
        published = part.published.day.toordinal() if part.published else None
        text = marked(part.text, language.grammar)
        found = read(text, (sentence.span for sentence in told), published, language, day_first=part.day_first)
        timexes += (timex(part.text, each, published) for each in found)
        said += _diagnostics(part.source, found)
    return Checked(tuple(timexes), tuple(said))


def tag_text(text: str, published: date | None, language: Language, *, day_first: bool = False) -> tuple[Timex, ...]:
    """Return the time expressions of a raw text; paragraphs are what stands between blank lines."""
    day = published.toordinal() if published else None
    return tuple(timex(text, each, day) for each in _read(text, day, language, day_first=day_first))


def doubts_of(text: str, published: date | None, language: Language, *, day_first: bool = False) -> tuple[str, ...]:
    """Return what does not fit in the dates of a raw text: a weekday that the day was not."""
    day = published.toordinal() if published else None
    found = _read(text, day, language, day_first=day_first)
    said = _diagnostics(Source("", text), found)
    return tuple(each.message for each in said if each.code is WEEKDAY_MISMATCH)


def rows(text: str, published: int | None, language: Language, *, day_first: bool = False) -> list[tuple[int, int, str, str, str]]:
    """Return the same as start, end, type, value and mod: all that TIMEX3 asks for, at a third of the cost.

    *published* is the day's proleptic Gregorian ordinal.
    """
    found = _read(text, published, language, day_first=day_first)
    return [(e.found.start, e.found.end, str(e.resolved.type), e.resolved.value, timex3_mod(e.resolved.mod)) for e in found]


def _read(text: str, published: int | None, language: Language, *, day_first: bool) -> list[Expression]:
    """Read a raw text, of which only the sentences of paragraphs are looked for in which there is a word of time at all."""
    found = marked(text, language.grammar)
    if not found.starts:
        return []
    dated = ((paragraph, places) for paragraph in paragraph_spans(text) if (places := found.begun(paragraph)))
    spans = (span for paragraph, places in dated for span in sentences_at(text, paragraph, places, language.sentences))
    return read(found, spans, published, language, day_first=day_first)


def _diagnostics(source: Source, found: list[Expression]) -> Iterator[Diagnostic]:
    unresolved = [each for each in found if not each.resolved.resolved]
    for each in unresolved[:1]:
        more = f" and {len(unresolved) - 1} more" if len(unresolved) > 1 else ""
        yield tell(NO_DATE, at(source, each.found.start, each.found.end), _hint(source, found), words=_words(source, each), more=more)
    for each in found:
        words = _words(source, each)
        where = (source, each.found.start, each.found.end)
        moment, said = each.resolved.moment, _calendar(each.found.said)
        if said is not None and said.month and not said.day and (wrong := _missing_day(source.text, each, said.month)):
            yield tell(NO_SUCH_DAY, at(source, *wrong), words=source.text[slice(*wrong)], days=_days(said.month, moment))
        if said is not None and said.weekday and moment is not None and moment.unit == "D" and weekday(moment.first) != said.weekday - 1:
            yield tell(WEEKDAY_MISMATCH, at(*where), words=words, weekday=weekday_name(moment))


def _words(source: Source, each: Expression) -> str:
    return " ".join(source.text[each.found.start : each.found.end].split())


def _hint(source: Source, found: list[Expression]) -> str:
    """Return how to give a day of publication, with the line of the text that may be it: a whole day near the text's beginning or end."""
    for each in found:
        moment, start = each.resolved.moment, each.found.start
        near = start < _DATE_LINE or start > len(source.text) - _DATE_LINE
        if near and each.resolved.resolved and moment is not None and moment.unit == "D" and moment.first > 0:
            day, line = date.fromordinal(moment.first), source.position(start).line
            return f"is it “{_words(source, each)}” (line {line})? Then say so in the article's .toml: published = {day}"
    return "give it in the article's .toml: published = 2021-12-08"


_DAY_BEFORE = re.compile(r"(?<![\d.,:/$€£-])(\d\d)(?:st|nd|rd|th|\.)?\s+(?:of\s+|de\s+)?$")
_DAY_WITHIN = re.compile(r"(?<!\d)(\d\d)(?:st|nd|rd|th)?(?!\d)")
_DAY_BEHIND = re.compile(r"\.?\s+(\d\d)(?:st|nd|rd|th)?(?=[.;)]*(?:\s*$|\n)|,\s+\d{4}\b|[.;)]\s)")


def _missing_day(text: str, each: Expression, month: int) -> tuple[int, int] | None:
    """Return where a day stands by its month that the month never has: “31 June”. The date is then read as the month alone."""
    within = _DAY_WITHIN.search(text, each.found.start, each.found.end)
    before = _DAY_BEFORE.search(text, max(0, each.found.start - 12), each.found.start)
    behind = _DAY_BEHIND.match(text, each.found.end, each.found.end + 16)
    moment = each.resolved.moment
    for found in (within, before, behind):
        if found and _days(month, moment) < int(found[1]) <= _LONGEST_MONTH:
            if found is within:
                return each.found.start, each.found.end
            return (found.start(1), each.found.end) if found is before else (each.found.start, found.end(1))
    return None


def _days(month: int, moment: Moment | None) -> int:
    """Return how many days the month has, in a leap year where its year is not known."""
    return days_in_month(date.fromordinal(moment.first).year if moment else 2000, month)


def _calendar(said: Said) -> Calendar | None:
    while isinstance(said, Shaded | Bounded):
        said = said.what
    return said if isinstance(said, Calendar) else None
