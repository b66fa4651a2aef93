"""Read a text: recognise its time expressions sentence by sentence, and resolve them in the order in which they stand.

In: text, spans of its sentences, day of publication, Language. Out: Expressions (what was found, and what it comes to).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import partial
from itertools import pairwise

from generator.extract.time.context import Context, Resolved
from generator.extract.time.moment import SEASON_MONTHS, Moment, last_day, value
from generator.extract.time.recognise import Found, recognise, shapes
from generator.extract.time.resolve import range_of, resolve
from generator.extract.time.tense import Around, Tense, tense_ahead, tense_at
from generator.extract.time.tokens import tokens
from generator.model.calendar import civil
from generator.model.hedge import Bound
from generator.model.language import Grammar, Language
from generator.model.said import (
    Bounded,
    Calendar,
    Clock,
    DayPart,
    Holiday,
    Length,
    Origin,
    Range,
    Said,
    Shaded,
    Shift,
    Unit,
    Vague,
    Weekday,
    Within,
)
from generator.model.span import Span


@dataclass(slots=True)
class Expression:
    """A time expression: where it stands and how it is said, and what it comes to."""

    found: Found
    resolved: Resolved


_STALE = 99
_LONG_AGO = 5
"""How many years back a text begins that tells of the past."""
_FAR_AGO = 20
"""How many years back all years lie that are given where two of them make a story."""
_HARDLY = 12
"""To how many old dates a text about the past may have one word that counts from today."""
_WHOLE_YEARS = frozenset({"Y", "E", "C", "L"})
_NEAR_THE_START, _YEARS_AWAY = 24, 4 * 366
"""How many code points into its sentence, and how many days away, a bare year does not move a story."""
_LISTED = frozenset({",", "/"})
"""What stands between dates that are listed, beside the words that join numbers."""
_SELDOM = 3
"""In a text without a day of publication: for each word that would count from today, how many years must be given."""
_YEARS_AT_LEAST = 3
"""How many old years make a story where only one of them comes with a month or season."""
_EVENT_WORDS = 7
"""How many words name an event between what is counted from it and its date."""
_COUNTED_FROM = frozenset({"@DAY", "@DATED", "@YEAR"})
_CLAUSE_MARK = frozenset(',;:()"“”')
_LEFT, _RIGHT = 48, 32
"""How far round a word of time a phrase can reach, in code points."""


@dataclass(slots=True)
class _Sentence:
    text: str
    lower: str
    span: Span
    found: list[Found]


def read(text: str, sentences: Iterable[Span], published: int | None, language: Language, *, day_first: bool = False) -> list[Expression]:
    """Return the time expressions of a text."""
    grammar = language.grammar
    lower = lowered(text)
    dated: list[_Sentence] = []
    for span in sentences:
        found: list[Found] = []
        for start, end in _windows(lower, span, grammar):
            found += recognise(tokens(lower, text, start, end, grammar), grammar)
        if found:
            dated.append(_Sentence(text, lower, span, found))
    if not dated:
        return []
    context = Context(published, day_first or grammar.day_first, _is_narrative(dated, published))
    return [expression for sentence in dated for expression in _resolved(sentence, context, language)]


def lowered(text: str) -> str:
    """Return the text in lower case and of the same length (a letter whose lower case is longer stays as it is)."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(each if len(each) == 1 else letter for letter, each in ((letter, letter.lower()) for letter in text))


def _windows(lower: str, span: Span, grammar: Grammar) -> list[tuple[int, int]]:
    """Return the stretches of a sentence round its words of time, joined where they touch, cut at spaces."""
    found: list[tuple[int, int]] = []
    for hit in grammar.trigger.finditer(lower, span.start, span.end):
        start, end = hit.span()
        left = span.start if start - _LEFT <= span.start else lower.find(" ", start - _LEFT, start)
        right = span.end if end + _RIGHT >= span.end else lower.rfind(" ", end, end + _RIGHT)
        left, right = (start if left < 0 else left), (span.end if right < 0 else right)
        if found and left <= found[-1][1]:
            found[-1] = (found[-1][0], right)
        else:
            found.append((left, right))
    return found


def _is_narrative(dated: list[_Sentence], published: int | None) -> bool:
    """Tell a text about a past that it dates itself: it gives years of long ago first, and hardly a word that counts from today.

    Bare weekdays may be of the story where it has begun before them.
    """
    core = [_core(found.said) for sentence in dated for found in sentence.found]
    news = sum(map(_counts_from_today, core))
    begun = next((at for at, what in enumerate(core) if isinstance(what, Calendar) and what.year), len(core))
    only_weekdays = news == sum(isinstance(what, Weekday) for what in core[begun:])
    given = [(what.year, what.month is not None or what.part in SEASON_MONTHS) for what in core if isinstance(what, Calendar) and what.year]
    if published is None:
        return news * _SELDOM <= len(given) > 0
    now = civil(published)[0]
    if _tells_of_the_past(given, now - _LONG_AGO, 2) and (only_weekdays or news <= len(given) // _HARDLY):
        return True
    present = news or any(isinstance(what, Vague) for what in core)
    far = len(given) > 1 and all(year <= now - _FAR_AGO for year, _ in given)
    few = not present and (far or len(given) >= _YEARS_AT_LEAST) and _tells_of_the_past(given, now - _LONG_AGO, 1)
    return few or (not news and _tells_of_the_past(given, now - 1, 6))


def _tells_of_the_past(given: list[tuple[int, bool]], latest: int, fewest: int) -> bool:
    """Tell whether the years that are given begin in the past and mostly stay there, with some dates among them that say more."""
    old = [full for year, full in given if year <= latest]
    return bool(given) and given[0][0] <= latest and sum(old) >= fewest and len(given) - len(old) <= len(old) // 4


def _counts_from_today(what: Said) -> bool:
    """Tell the words of news: bare weekdays, "last month", "two days ago", "last December", "the past three weeks"."""
    match what:
        case Weekday() | Shift(origin=Origin.PUBLICATION, base=None) | Calendar(which=-1 | 0 | 1, year=None) | Holiday(which=-1 | 0 | 1):
            return True
        case Length(toward=-1):
            return True
    return False


def _core(said: Said) -> Said:
    while True:
        match said:
            case Shaded(what=inner) | Bounded(what=inner) | Within(part=inner) | Range(first=inner):
                said = inner
            case Clock(of=inner) | DayPart(of=inner) if inner is not None:
                said = inner
            case _:
                return said


def _compares(said: Said) -> bool:
    """Tell whether an expression only looks back ("a year earlier", "the previous night"): the text goes on at the date that it was at."""
    what = _core(said)
    back = isinstance(what, Shift) and (what.periodic or (what.origin is Origin.DISCOURSE and what.direction < 0))
    return back or (isinstance(what, Unit) and (what.years != 0 or what.year is not None))


def _resolved(sentence: _Sentence, context: Context, language: Language) -> list[Expression]:
    context.in_sentence = None
    made: list[Expression] = []
    for after, found in pairwise(reversed(sentence.found)):
        between = sentence.lower[found.end : after.start].strip()
        found.said = _with_day(found.said, after.said, between)
        found.said = _from_date_behind(found.said, after.said, between)
        if between in _LISTED or between in language.grammar.joiners:
            found.said = _with_year(found.said, _core(after.said))
    for found in sentence.found:
        if found.parts:
            made.extend(_ends_of_range(found, sentence, context, language))
        elif (expression := _expression(found, sentence, context, language)) is not None:
            made.append(expression)
    context.quarter_age += 1
    return made


def _with_day(said: Said, after: Said, between: str) -> Said:
    """Give the time of "10:35 a.m. (0735 GMT) Friday" the day that stands behind what is in brackets."""
    if isinstance(said, Shaded):
        return replace(said, what=_with_day(said.what, after, between))
    if not isinstance(said, Clock) or said.of is not None:
        return said
    bare = between.strip(" ,")
    is_day = any(name == "@DAY" for name, _ in shapes(after))
    return replace(said, of=after) if is_day and bare.startswith("(") and bare.endswith(")") else said


def _from_date_behind(said: Said, after: Said, between: str) -> Said:
    """Count "two days after his release on 25 June" from the date that stands behind what happened then."""
    if isinstance(said, Shaded):
        return replace(said, what=_from_date_behind(said.what, after, between))
    if not isinstance(said, Shift) or said.origin is not Origin.EVENT or said.base is not None:
        return said
    is_date = any(name in _COUNTED_FROM for name, _ in shapes(after))
    named = len(between.split()) <= _EVENT_WORDS and not _CLAUSE_MARK.intersection(between)
    return replace(said, base=after) if is_date and named else said


def _with_year(said: Said, after: Said) -> Said:
    """Give the first of "July and August 1940" the year that only the last has."""
    match said, after:
        case Shaded(what=inner), _:
            return replace(said, what=_with_year(inner, after))
        case Calendar(year=None, which=None, month=int() as first), Calendar(year=int() as year, month=int() as last) if first < last:
            return replace(said, year=year)
    return said


def _expression(found: Found, sentence: _Sentence, context: Context, language: Language) -> Expression | None:
    around = Around(sentence.text, sentence.lower, sentence.span, (found.start, found.end), language.grammar.tense)
    context.tense = partial(tense_at, around)
    context.ahead = partial(tense_ahead, replace(around, place=(found.said_start, found.end)))
    resolved = resolve(found.said, context)
    if resolved is None:
        return None
    moment = resolved.moment
    if isinstance(found.said, Length) and found.said.unit == "M":
        context.quarter_age = _STALE
    if moment is not None and not _compares(found.said):
        context.last = context.in_sentence = moment
        if not _is_aside(moment, found.start - sentence.span.start, context.story):
            context.story = moment
        if moment.unit == "D":
            context.last_day = moment
        if moment.unit in ("Q", "H"):
            context.quarter = moment
            reported = context.reported
            if reported is None or context.published is None or reported.first <= moment.first <= last_day(moment) < context.published:
                context.reported = moment
            context.quarter_age = 0
    return Expression(found, resolved)


def _is_aside(moment: Moment, distance: int, story: Moment | None) -> bool:
    """Tell whether a story stays where it is at a date: a bare year within a sentence, years away ("a mill built in 1763")."""
    return (
        story is not None and moment.unit in _WHOLE_YEARS and distance > _NEAR_THE_START and abs(moment.first - story.first) > _YEARS_AWAY
    )


def _ends_of_range(found: Found, sentence: _Sentence, context: Context, language: Language) -> list[Expression]:
    """Resolve both ends of "from Monday to Friday": two expressions (as TIMEX3 has it) that share their days and the words to mark."""
    range_ = found.said
    if isinstance(range_, Range):
        for part, said in zip(found.parts, (range_.first, range_.last), strict=True):
            part.said = said
    ends = [_expression(part, sentence, context, language) for part in found.parts]
    _in_order(ends, context)
    kept = [end for end in ends if end is not None]
    first, last = (end.resolved if end else None for end in ends)
    days = range_of(first, last, lasting=not isinstance(range_, Range) or range_.lasting)
    if days is not None:
        for end in kept:
            end.resolved = replace(end.resolved, edtf=days, bound=Bound.NONE)
            end.found.said_start, end.found.said_end = found.said_start, found.said_end
    return kept


def _in_order(ends: list[Expression | None], context: Context) -> None:
    """Move one of two weekdays by a week where "from Monday to Friday" would run backwards: the first back, or to come the last on."""
    first, last = ends
    if first is None or last is None or first.resolved.moment is None or last.resolved.moment is None:
        return
    days = isinstance(first.found.said, Weekday) and isinstance(last.found.said, Weekday)
    if not days or last.resolved.moment.first >= first.resolved.moment.first:
        return
    back = context.published is not None and last.resolved.moment.first <= context.published and context.tense() is not Tense.FUTURE
    moved = first if back else last
    moment = Moment("D", (moved.resolved.moment or last.resolved.moment).first + (-7 if back else 7))
    moved.resolved = replace(moved.resolved, moment=moment, value=value(moment))
