"""What an expression is resolved against, and what it comes to: the reference times of a text as it is read.

In: the publication day, then every date as it is found. Out: the reference for the next expression.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from generator.extract.time.around import Around
from generator.extract.time.moment import Moment
from generator.extract.time.tense import Outlook, negated, tense_ahead, tense_at
from generator.model.edtf import Edtf
from generator.model.hedge import Bound
from generator.model.timex import Reference, TimexType


@dataclass(slots=True)
class Context:
    """The reference times while a text is read.

    ``around`` is where the expression in hand stands, looked at only when its tense is asked; the words that say it begin at ``start``;
    while ``limit`` is set it is one ("until Friday"). ``published``: the day of publication; ``last``: the last date mentioned,
    ``last_day`` the last that is a day, ``in_sentence`` the last within the sentence; ``quarter``: the last quarter (or half) mentioned;
    ``reported``: the first, or the last that was over at publication, and ``quarter_age`` how many sentences ago; ``narrative``: a text
    about a past that it dates itself, so that what has no year belongs to the year it is at, that of ``story``: the last date mentioned,
    but for asides.
    """

    published: int | None
    day_first: bool = False
    narrative: bool = False
    last: Moment | None = None
    story: Moment | None = None
    last_day: Moment | None = None
    in_sentence: Moment | None = None
    quarter: Moment | None = None
    reported: Moment | None = None
    quarter_age: int = 99
    around: Callable[[], Around] | None = None
    start: int = 0
    limit: bool = False

    def tense(self) -> Outlook:
        """Return the tense of the clause of the expression in hand."""
        if self.around is None:
            return Outlook.FUTURE if self.limit else Outlook.UNKNOWN
        return tense_ahead(self.around(), self.start) if self.limit else tense_at(self.around())

    def negated(self) -> bool:
        """Tell whether the clause says what is not."""
        return self.around is not None and negated(self.around(), self.start)

    @property
    def now(self) -> int | None:
        """The day that deictic words count from: publication; in a narrative of which none is known, the last date mentioned."""
        if self.published is None and self.narrative and self.last is not None:
            return self.last.first
        return self.published

    @property
    def current(self) -> int | None:
        """The day that anaphoric words count from: the last date mentioned, else publication."""
        return self.last.first if self.last is not None else self.published


@dataclass(slots=True)
class Resolved:
    """What an expression comes to. ``moment`` is the calendar unit it names, if it is one; ``why`` says how, in short words.

    ``other`` is the moment on the other side of publication, where only tense chose between the two.
    """

    type: TimexType
    value: str
    mod: str = ""
    moment: Moment | None = None
    edtf: Edtf | None = None
    bound: Bound = Bound.NONE
    reference: Reference = Reference.NONE
    why: tuple[str, ...] = ()
    resolved: bool = True
    event_after: bool = False
    other: Moment | None = None
