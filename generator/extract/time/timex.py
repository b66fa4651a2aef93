"""From what an expression comes to, the Timex: its days with the bound applied, and the steps that led there.

In: text, an Expression, the day of publication. Out: Timex (TIMEX3, EDTF, derivation).
"""

from __future__ import annotations

from dataclasses import replace

from generator.extract.time.context import Resolved
from generator.extract.time.moment import Moment, mod_in_words, shaded, timex3_mod, value
from generator.extract.time.moment import edtf as edtf_of
from generator.extract.time.neighbours import Expression
from generator.model.calendar import MONTHS, WEEKDAYS, civil, weekday
from generator.model.edtf import Date, Edtf, bounded, bounds, ends
from generator.model.hedge import Bound
from generator.model.span import Span
from generator.model.timex import Candidate, Reference, Step, Timex, TimexType

_LAST_YEAR = 9999
"""The last that EDTF writes with four digits."""


def timex(text: str, expression: Expression, published: int | None) -> Timex:
    """Return the Timex of an expression."""
    found, resolved = expression.found, expression.resolved
    days = days_of(resolved, published)
    return Timex(
        Span(found.start, found.end),
        Span(found.said_start, found.said_end),
        resolved.type,
        resolved.value,
        timex3_mod(resolved.mod),
        days,
        resolved.bound,
        resolved.reference,
        _derivation(text, expression, days, published),
        resolved.resolved,
        resolved.event_after,
        _other(resolved, published),
    )


def _other(resolved: Resolved, published: int | None) -> Candidate | None:
    """Return the date that the expression could come to as well."""
    if resolved.other is None or resolved.edtf is not None:
        return None
    other = replace(resolved, moment=resolved.other, value=value(resolved.other))
    days = days_of(other, published)
    return None if days is None else Candidate(other.value, days)


def days_of(resolved: Resolved, published: int | None) -> Edtf | None:
    """Return the set of days, with the bound applied: "by Friday" is one of the days from publication to Friday."""
    days = resolved.edtf
    if days is None:
        if resolved.moment is None or resolved.type in (TimexType.DURATION, TimexType.SET):
            return None
        days = shaded(edtf_of(resolved.moment), resolved.mod)
    elif isinstance(days, Date):
        days = shaded(days, resolved.mod)
    known = _bounded(days, resolved.bound, published)
    return known if all(each is None or abs(each.year) <= _LAST_YEAR for each in ends(known)) else None


def _bounded(days: Edtf, bound: Bound, published: int | None) -> Edtf:
    """Lay the bound over the days. "By Friday" can only mean days since publication, and "as early as" bounds only what is to come."""
    span = bounds(days)
    if bound is Bound.EARLIEST and (published is None or span.latest is None or span.latest <= published):
        return days
    past = published is None or span.latest is None or span.latest < published
    return bounded(days, bound, None if past else Date(*civil(published or 0)))


def _derivation(text: str, expression: Expression, days: Edtf | None, published: int | None) -> tuple[Step, ...]:
    """Tell how it was dated: the phrase, what it was counted from, the rule, the bound, and what came out."""
    found, resolved = expression.found, expression.resolved
    said = " ".join(text[found.said_start : found.said_end].split())
    steps = [Step("phrase", f"“{said}” is read as “{found.rule}”")]
    if not resolved.resolved:
        return (*steps, Step("reference", "the publication date is not known"))
    if resolved.reference is Reference.PUBLICATION and published is not None:
        steps.append(Step("reference", f"in a text of {in_words(published)}"))
    elif resolved.reference is Reference.DISCOURSE:
        steps.append(Step("reference", "counted from the last date mentioned"))
    steps.extend(Step("rule", why) for why in resolved.why)
    if resolved.mod:
        steps.append(Step("shade", f"the part that is meant ({mod_in_words(resolved.mod)}) stays a word: nothing sharper is claimed"))
    if resolved.bound:
        steps.append(Step("bound", f"it has a limit: “{resolved.bound}”"))
    return (*steps, Step("result", str(days) if days is not None else resolved.value))


def in_words(number: int) -> str:
    """Return a day as people write it.

    >>> from generator.model.calendar import day_number
    >>> in_words(day_number(2021, 12, 8))
    'Wednesday 8 December 2021'
    """
    year, month, day = civil(number)
    return f"{WEEKDAYS[weekday(number)]} {day} {MONTHS[month - 1]} {year}"


def weekday_name(moment: Moment) -> str:
    """Return the weekday of a day."""
    return WEEKDAYS[weekday(moment.first)]
