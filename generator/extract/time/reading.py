"""Read a text: recognise its time expressions sentence by sentence, and resolve them in the order in which they stand.

In: the text, marked; spans of its sentences, day of publication, Language. Out: Expressions (what was found, and what it comes to).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import partial

from generator.extract.time.around import Around
from generator.extract.time.context import Context
from generator.extract.time.moment import Moment, last_day
from generator.extract.time.names import not_times
from generator.extract.time.narrative import compares, is_narrative
from generator.extract.time.neighbours import Expression, explain, in_order
from generator.extract.time.recognise import Recognised, recognise
from generator.extract.time.resolve import range_of, resolve
from generator.extract.time.tokens import tokens
from generator.extract.time.windows import Marked, windows
from generator.model.hedge import Bound
from generator.model.language import Grammar, Language
from generator.model.said import Length, Range
from generator.model.span import Span

_STALE = 99
"""Sentences: further back than anything looks."""
_WHOLE_YEARS = frozenset({"Y", "E", "C", "L"})
_NEAR_THE_START, _YEARS_AWAY = 24, 4 * 366
"""How many code points into its sentence, and how many days away, a bare year does not move a story."""


@dataclass(slots=True)
class _Sentence:
    text: str
    lower: str
    span: Span
    found: list[Recognised]


def read(text: Marked, sentences: Iterable[Span], published: int | None, language: Language, *, day_first: bool) -> list[Expression]:
    """Return the time expressions of a text."""
    grammar = language.grammar
    dated = [sentence for span in sentences if (sentence := _recognised(text, span, grammar)) is not None]
    if not dated:
        return []
    every = (found.said for sentence in dated for found in sentence.found)
    context = Context(published, day_first or grammar.day_first, is_narrative(every, published))
    return [expression for sentence in dated for expression in _resolved(sentence, context, language)]


def _recognised(marked: Marked, span: Span, grammar: Grammar) -> _Sentence | None:
    """Return a sentence with its time expressions; None where it has none."""
    places = marked.within(span)
    if not places:
        return None
    text, lower = marked.text, marked.lower
    found: list[Recognised] = []
    for start, end in windows(lower, span, places, grammar):
        found += recognise(tokens(lower, text, start, end, grammar), grammar)
    found = list(not_times(found, text, span, grammar.names)) if found else found
    return _Sentence(text, lower, span, found) if found else None


def _resolved(sentence: _Sentence, context: Context, language: Language) -> list[Expression]:
    context.in_sentence = None
    made: list[Expression] = []
    explain(sentence.found, sentence.lower, language.grammar.joiners)
    for found in sentence.found:
        if found.parts:
            made.extend(_ends_of_range(found, sentence, context, language))
        elif (expression := _expression(found, sentence, context, language)) is not None:
            made.append(expression)
    context.quarter_age += 1
    return made


def _expression(found: Recognised, sentence: _Sentence, context: Context, language: Language) -> Expression | None:
    place, rules = (found.start, found.end), language.grammar.tense
    context.around, context.start = partial(Around, sentence.text, sentence.lower, sentence.span, place, rules), found.said_start
    resolved = resolve(found.said, context)
    if resolved is None:
        return None
    moment = resolved.moment
    if isinstance(found.said, Length) and found.said.unit == "M":
        context.quarter_age = _STALE
    if moment is not None and not compares(found.said):
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


def _ends_of_range(found: Recognised, sentence: _Sentence, context: Context, language: Language) -> list[Expression]:
    """Resolve both ends of "from Monday to Friday": two expressions (as TIMEX3 has it) that share their days and the words to mark."""
    range_ = found.said
    if isinstance(range_, Range):
        for part, said in zip(found.parts, (range_.first, range_.last), strict=True):
            part.said = said
    ends = [_expression(part, sentence, context, language) for part in found.parts]
    in_order(ends, context)
    kept = [end for end in ends if end is not None]
    first, last = (end.resolved if end else None for end in ends)
    days = range_of(first, last, lasting=not isinstance(range_, Range) or range_.lasting)
    if days is not None:
        for end in kept:
            end.resolved = replace(end.resolved, edtf=days, bound=Bound.NONE)
            end.found.said_start, end.found.said_end = found.said_start, found.said_end
    return kept
