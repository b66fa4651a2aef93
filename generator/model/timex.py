"""TIMEX3: a time expression of a text, what it comes to, and the steps between.

Types, values and ``mod`` follow TimeML's TIMEX3 (ISO 24617-1); ``edtf`` is the same as a set of days, where it is one.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from generator.model.edtf import Edtf
from generator.model.hedge import Bound
from generator.model.span import Span


class TimexType(StrEnum):
    """The four types of TIMEX3."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


class Reference(StrEnum):
    """What an expression was counted from."""

    NONE = "itself"
    PUBLICATION = "publication"
    DISCOURSE = "the last date mentioned"


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a derivation: the rule's name, and in words what it did."""

    rule: str
    words: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """A date that an expression could come to as well: its TIMEX3 value, and the set of its days."""

    value: str
    edtf: Edtf


@dataclass(frozen=True, slots=True)
class Timex:
    """A time expression, resolved.

    ``span`` is the extent of the TIMEX3 ("Friday"); ``said`` is the extent of the date words a reader should see marked, with
    the words that bound or shade them ("by Friday", "as early as next month", "one day after").
    ``value`` and ``mod`` are TIMEX3's. ``edtf`` is the set of days, with the bound applied ("by Friday" ends on it);
    None where the words name no place in time (durations, sets, "recently" without a date, unresolved expressions).
    ``resolved`` is False when a reference time was needed and not known.
    ``event_after`` is True when the words relate the sentence to another event ("The comments came one day after the call"): the
    TIMEX3 is the length (P1D), and ``edtf`` is the date of the event named behind the words, counted back from the sentence's own
    date or, where it has none, from publication (published on the 8th: the call was on the 7th).
    Both ends of a range ("from Monday to Friday") are expressions of their own, and share the ``edtf`` and ``said`` of the range.
    ``other`` is the date on the other side of publication where nothing but the tense of the clause chose between the two (a bare
    "Friday", "in May"): whoever knows the verb that governs it better may take it (:meth:`turned`).
    Weeks, weekends and quarters, which EDTF has no name for, are one of their days: ``[2021-12-06..2021-12-12]``.
    """

    span: Span
    said: Span
    type: TimexType
    value: str
    mod: str = ""
    edtf: Edtf | None = None
    bound: Bound = Bound.NONE
    reference: Reference = Reference.NONE
    derivation: tuple[Step, ...] = ()
    resolved: bool = True
    event_after: bool = False
    other: Candidate | None = None

    def turned(self, why: str) -> Timex:
        """Return the expression with its other date, where there is one, and *why* as a step; the date that it had is the other now."""
        if self.other is None or self.edtf is None:
            return self
        steps = (*self.derivation[:-1], Step("rule", why), Step("result", str(self.other.edtf)))
        return replace(self, value=self.other.value, edtf=self.other.edtf, derivation=steps, other=Candidate(self.value, self.edtf))
