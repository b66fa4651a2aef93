"""Resolve durations, sets and vague references: they need no calendar.

In: the Said and a Context. Out: Resolved; a duration that ends or begins now ("the past three months") has its days too.
"""

from __future__ import annotations

from generator.extract.time.context import Context, Resolved
from generator.extract.time.moment import Moment, containing, edtf, shifted
from generator.extract.time.tense import Outlook
from generator.model.edtf import Date, Edtf, Interval, OneOf
from generator.model.said import Length, Repeated, Vague
from generator.model.timex import Reference, TimexType

_HENCE = 2
"""The value of ``toward`` for a length that has to pass first."""
_OF_A_DAY = {"TH": "H", "TM": "M", "TS": "S"}
_YEARS_IN = {"E": 10, "C": 100, "L": 1000}
_HALVES = {"Y": (12, "M"), "TH": (60, "M"), "TM": (60, "S")}


def resolve_length(said: Length, context: Context) -> Resolved | None:
    """Resolve a duration: P3D, PT2H, PXM; with ``toward`` also the interval up to now or from now on."""
    written = length_value(said.amount, said.unit)
    days = _hence(said, context) if said.toward == _HENCE else reaching(said, context)
    if said.point:
        return Resolved(TimexType.DATE, "PAST_REF" if said.toward < 0 else "FUTURE_REF", edtf=days, why=("how many is not said",))
    counted = Reference.DISCOURSE if context.narrative else Reference.PUBLICATION
    reference = counted if days is not None else Reference.NONE
    why = ("up to then",) if said.toward < 0 else ("from then on",) if said.toward == 1 else ("a length of time",)
    return Resolved(TimexType.DURATION, written, edtf=days, reference=reference, why=why)


def length_value(amount: float | None, unit: str) -> str:
    """Return the TIMEX3 value of a duration.

    >>> length_value(2.5, "Y"), length_value(None, "M"), length_value(3, "E")
    ('P2Y6M', 'PXM', 'P30Y')
    """
    time = "T" if unit in _OF_A_DAY else ""
    letter = _OF_A_DAY.get(unit, "Y" if unit == "E" else unit)
    if amount is None:
        return f"P{time}X{letter}"
    if unit in _YEARS_IN:
        amount, letter = amount * _YEARS_IN[unit], "Y"
    if amount == int(amount):
        text = f"P{time}{int(amount)}{letter}"
    elif unit in _HALVES and (amount * _HALVES[unit][0]).is_integer():
        size, lesser_letter = _HALVES[unit]
        whole = int(amount)
        text = f"P{time}" + (f"{whole}{letter}" if whole else "") + f"{round((amount - whole) * size)}{lesser_letter}"
    else:
        text = f"P{time}{amount:g}{letter}"
    return text


def _hence(said: Length, context: Context) -> Edtf | None:
    """Return the days that lie so far ahead, where the clause looks ahead."""
    now = context.now
    if now is None or said.amount is None or said.unit in _OF_A_DAY or context.tense() is not Outlook.FUTURE:
        return None
    day = shifted(now, said.amount, said.unit)
    return None if day is None else edtf(containing("Y" if said.unit in _YEARS_IN else said.unit, day))


def reaching(said: Length, context: Context) -> Edtf | None:
    """Return the days of a length that ends or begins now."""
    now = context.current if context.narrative else context.now
    if not said.toward or now is None or said.unit in _OF_A_DAY:
        return None
    today = edtf(Moment("D", now))
    if not isinstance(today, Date):
        return None
    if said.amount is None:
        return Interval(None, today) if said.toward < 0 else Interval(today, None)
    other = shifted(now, said.toward * said.amount, said.unit)
    if other is None:
        return None
    far = edtf(containing({"W": "D", "WE": "D", "Q": "M"}.get(said.unit, "Y" if said.unit in _YEARS_IN else said.unit), other))
    if isinstance(far, OneOf | Interval):
        return None
    return Interval(far, today) if said.toward < 0 else Interval(today, far)


def resolve_repeated(said: Repeated, _: Context) -> Resolved:
    """Resolve a set of times."""
    return Resolved(TimexType.SET, said.value, why=("a set of times",))


def resolve_vague(said: Vague, _: Context) -> Resolved:
    """Resolve a vague reference."""
    return Resolved(TimexType.DATE, said.reference, why=("no more is said",))
