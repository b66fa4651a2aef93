"""Profiles of invented mentions, as the weaving compares them."""

from __future__ import annotations

from generator.model.edtf import Date, Edtf, parse
from generator.model.mention import DateBasis, EventMention, MentionKind, Status
from generator.model.span import Span
from generator.weave.profiles import Profile, closed

NOTHING: frozenset[str] = frozenset()
TUESDAY = Date(2031, 5, 6)


def a_mention(number: int, date: Edtf = TUESDAY, *, article: str = "", **parts: object) -> EventMention:
    """Return a deed that its article tells."""
    return EventMention(
        id=f"e-{number}",
        article=article or f"n{number}",
        sentence=number,
        quote=Span(0, 9),
        trigger=Span(0, 4),
        said=None,
        timex=None,
        date=date,
        **{"basis": DateBasis.SAID, "kind": MentionKind.DEED, "status": Status.HAPPENED, "background": False, "headline": "", **parts},  # type: ignore[arg-type]
    )


def of_matter(number: int, day: int, *matter: str, article: str = "", continues: str | None = None, trigger: str = "open") -> Profile:
    """Return the profile of what is told in some words, on a day counted from anywhere."""
    stems = frozenset(matter)
    mention = a_mention(number, article=article, continues=continues)
    return Profile(mention, 800_000, day, day, trigger, (), stems, stems, NOTHING, f"w{number}")


def of_date(number: int, date: str, basis: DateBasis) -> Profile:
    """Return the profile of what is told with a date, on some ground."""
    day = parse(date)
    assert day is not None
    first, last = closed(day)
    return Profile(a_mention(number, day, basis=basis), 800_000 + number, first, last, "open", (), NOTHING, NOTHING, NOTHING, "")
