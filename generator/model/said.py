"""What was said: the meaning of a time expression before it is resolved, as a small closed union without any language in it.

In: nothing; these are nouns, made by the productions of a language table. ``extract.time.resolve`` turns them into dates.
Units are D (day), WE (weekend), W (week), M (month), S (season), Q (quarter), H (half-year), Y (year), E (decade), C (century),
L (millennium), and of a day TH, TM, TS (hour, minute, second).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from generator.model.hedge import Bound


class Origin(StrEnum):
    """What a shift counts from: the publication ("ago"), the last date mentioned ("earlier"), an event that is named ("after the call")."""

    PUBLICATION = "publication"
    DISCOURSE = "discourse"
    EVENT = "event"


@dataclass(frozen=True, slots=True)
class Calendar:
    """A date as a calendar has it; what was not said is None.

    ``part`` is a part of a year (SP SU FA WI, Q1…Q4, H1 H2, W01…W53); ``whole`` is E or C when ``year`` opens a decade or century;
    ``which`` is -1 (last), 0 (this), 1 (next), 2 (the following, after the last date mentioned), -2 (before last) where the words
    say so; ``fiscal`` marks a year of accounts.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    part: str = ""
    whole: str = ""
    which: int | None = None
    fiscal: bool = False


@dataclass(frozen=True, slots=True)
class Slashed:
    """10/12/98: which of the first two is the day is for the language or the article to say; a four-digit ``first`` is a year."""

    first: int
    second: int
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week, 1 (Monday) to 7; ``which`` as in Calendar; ``week`` shifts the week it lies in ("Tuesday of last week": -1).

    With ``near`` it is counted from that day: the ``side``-th such day after it, or before it where that is negative.
    """

    day: int
    which: int | None = None
    week: int | None = None
    near: Said | None = None
    side: int = 0


@dataclass(frozen=True, slots=True)
class Listed:
    """A weekday, with its day of the month or without, in a list whose last date explains it: "Mon 20, Wed and Sun 26 April"."""

    weekday: int
    day: int | None = None


@dataclass(frozen=True, slots=True)
class Holiday:
    """A feast by its rule (``extract.time.feasts`` lists them)."""

    rule: str
    year: int | None = None
    which: int | None = None


@dataclass(frozen=True, slots=True)
class Shift:
    """So many units from the origin: "three days ago", "yesterday", "last month", "a year earlier". ``count`` None is vague.

    ``counted`` says that the number was said ("one year ago", not "last year"); ``periodic`` that like is compared with like ("a year
    ago", after the figures of a quarter: that quarter of the year before); ``base`` is a date that the words themselves count from
    ("two days after Christmas"); ``fine`` is the unit that is named within the one counted ("two years ago today": D); ``stretch``
    marks what reaches from now ("over the past year"), of which TIMEX3 makes the year before.
    """

    count: float | None
    unit: str
    origin: Origin = Origin.PUBLICATION
    direction: int = -1
    counted: bool = False
    periodic: bool = False
    base: Said | None = None
    fine: str = ""
    stretch: bool = False


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit without a number: "the year", "that week", "the same day"; ``same`` points back to the last date mentioned.

    ``years`` shifts it by whole years ("the year-earlier quarter": -1), ``year`` puts it into one ("the 1988 quarter").
    """

    unit: str
    same: bool = False
    years: int = 0
    year: int | None = None


@dataclass(frozen=True, slots=True)
class DayPart:
    """A part of a day (MO MI AF EV NI DT): "Friday morning", "last night"; ``of`` None is the day the text is about."""

    part: str
    of: Said | None = None


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day; hour 0 to 24; ``zone`` as in ISO 8601 or empty; ``of`` None is the day the text is about."""

    hour: int
    minute: int | None = None
    second: int | None = None
    zone: str = ""
    of: Said | None = None


@dataclass(frozen=True, slots=True)
class Length:
    """A duration: an amount (None: vague, "years") of a unit.

    ``toward`` is -1 for a stretch that ends now ("the past three months"), 1 for one that begins now, 2 for
    one that has to pass first ("will close in two weeks"); ``point`` marks one that is
    meant as a time rather than a length ("in recent years").
    """

    amount: float | None
    unit: str
    toward: int = 0
    point: bool = False


@dataclass(frozen=True, slots=True)
class Repeated:
    """A set of times: ``value`` is TIMEX3's ("P1D", "XXXX-WXX-2")."""

    value: str


@dataclass(frozen=True, slots=True)
class Vague:
    """PAST_REF, PRESENT_REF or FUTURE_REF."""

    reference: str


@dataclass(frozen=True, slots=True)
class Shaded:
    """A date or duration with TIMEX3's ``mod`` (START MID END APPROX LESS_THAN MORE_THAN …).

    FIRST and LAST are START and END where the words name the very start or end ("the end of 2021", not "late 2021").
    """

    what: Said
    mod: str


@dataclass(frozen=True, slots=True)
class Bounded:
    """A date with the words that bound what happened then ("by Friday")."""

    what: Said
    bound: Bound


@dataclass(frozen=True, slots=True)
class Within:
    """A part of a whole: "the third quarter of last year", "May of that year", "Tuesday of next week"."""

    part: Said
    whole: Said


@dataclass(frozen=True, slots=True)
class Nth:
    """The nth (1 …; -1: the last) day, week or month of a whole: "the last day of July", "the second week of January"."""

    nth: int
    unit: str
    whole: Said


@dataclass(frozen=True, slots=True)
class Range:
    """From one date to another; ``lasting`` is False for "between" (one of these days)."""

    first: Said
    last: Said
    lasting: bool = True


@dataclass(frozen=True, slots=True)
class Nothing:
    """A false friend: words that only look like a time."""


Said = (
    Calendar
    | Slashed
    | Weekday
    | Listed
    | Holiday
    | Shift
    | Unit
    | DayPart
    | Clock
    | Length
    | Repeated
    | Vague
    | Shaded
    | Bounded
    | Within
    | Nth
    | Range
    | Nothing
)
