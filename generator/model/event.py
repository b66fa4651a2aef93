"""An event: mentions of the same thing, told once, with its evidence and what editors made of it. A timeline: all of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from generator.model.additions import Detail, Medium, Place
from generator.model.article import Article
from generator.model.citation import Citation
from generator.model.edtf import Edtf
from generator.model.mention import DateBasis, Status
from generator.model.permalink import Permalinks
from generator.model.timex import Step

_NAME = 90
"""Characters of a sentence that stand for a headline in messages."""


@dataclass(frozen=True, slots=True)
class Note:
    """An editor's public note (Markdown), or a public correction, signed and dated."""

    text: str
    by: str | None
    at: datetime
    correction: bool = False


@dataclass(frozen=True, slots=True)
class Event:
    """One event of the timeline.

    ``id`` is that of its first mention; ``aliases`` are those of all its mentions (first included) and stay good for ever.
    ``said`` are the source's own date words. ``others`` are dates that some of its citations give and that disagree.
    ``reports`` counts distinct texts (copies of one wire story are one).
    ``edited`` names the fields that an editor set; ``review`` says why an edit of this event wants another look. ``added`` marks what
    an editor told and no program found; ``editors`` are those who added, merged, split or changed it ("" for one who did not sign).
    ``media``, ``places`` and ``details`` are what editors added; ``follows`` and ``answers`` name other events by an id of theirs.
    ``address`` are the words that its page's address has before its id; those that it was first published with stay.
    ``reasons`` explain merging, status and date (``dateline explain EVENT``).
    """

    id: str
    aliases: tuple[str, ...]
    date: Edtf
    said: str
    basis: DateBasis
    status: Status
    headline: str
    background: bool
    citations: tuple[Citation, ...]
    salience: float = 0.0
    shown: bool = True
    checked: bool = False
    checked_by: str | None = None
    checked_at: datetime | None = None
    tags: tuple[str, ...] = ()
    others: tuple[Edtf, ...] = ()
    reports: int = 1
    notes: tuple[Note, ...] = ()
    edited: tuple[str, ...] = ()
    added: bool = False
    editors: tuple[str, ...] = ()
    review: tuple[str, ...] = ()
    own_reporting: bool = False
    updated: datetime | None = None
    reasons: tuple[Step, ...] = ()
    media: tuple[Medium, ...] = ()
    places: tuple[Place, ...] = ()
    details: tuple[Detail, ...] = ()
    follows: tuple[str, ...] = ()
    answers: tuple[str, ...] = ()
    address: str = ""

    @property
    def guessed(self) -> bool:
        """Tell whether its date rests on dates of publication alone that are not sure, and no editor gave it."""
        telling = [each for each in self.citations if each.date == self.date] or list(self.citations)
        return bool(telling) and all(each.guessed for each in telling) and "date" not in self.edited

    @property
    def name(self) -> str:
        """What messages call it: its headline, else the beginning of a sentence it rests on, in quotation marks."""
        quote = next((each.own for each in self.best_first if each.quote), "")
        begun = quote if len(quote) <= _NAME else f"{quote[:_NAME].rsplit(' ', 1)[0]}…"
        return f"“{self.headline or begun}”"

    @property
    def best_first(self) -> tuple[Citation, ...]:
        """Return its citations, first what a reader should see first: one that gives the event's own date, and names it.

        Below a headline that is the sentence it was taken from, for no other may say as much; else, as below an editor's, no plan for
        what has happened. Where the event has no headline its sentence stands for one, and one that can be understood alone is wanted.
        """
        needed = not self.headline

        def order(each: Citation) -> tuple[bool, ...]:
            is_plan = self.status is Status.HAPPENED and each.status is not Status.HAPPENED
            is_other = not needed and each.headline != self.headline
            return each.date != self.date, is_other, is_plan, needed and not each.stands, each.said is None

        return tuple(sorted(self.citations, key=order))

    @property
    def addresses(self) -> tuple[str, ...]:
        """The web addresses it rests on where no article of the project is quoted, in order, each once."""
        return tuple(dict.fromkeys(each.url for each in self.citations if each.url and not each.quote))


@dataclass(frozen=True, slots=True)
class Gone:
    """An event that is no more: hidden (``reason``), or merged into another (``into``). Its page says so.

    ``lost`` marks one that was published once and that nothing in the timeline tells of any more; ``at`` is then the day it was missed.
    """

    id: str
    headline: str
    reason: str | None
    by: str | None
    at: datetime
    into: str | None = None
    lost: bool = False


@dataclass(frozen=True, slots=True)
class Timeline:
    """The events in order of date, and the articles they rest on. ``as_of`` is the day that "not yet" is counted from.

    ``gone`` and ``redirects`` answer for ids that are no event's any more; ``published`` is what was ever published before this build.
    ``without_page`` are the ids of the events of an archive that have no page of their own.
    """

    events: tuple[Event, ...]
    articles: tuple[Article, ...]
    as_of: date
    gone: tuple[Gone, ...] = ()
    redirects: tuple[tuple[str, str], ...] = field(default=())
    published: Permalinks = field(default_factory=Permalinks)
    without_page: frozenset[str] = frozenset()

    @property
    def changed_on(self) -> str:
        """``as_of`` in ISO; empty where no article and no edit has a date, so that nothing is known of it."""
        return "" if self.as_of == date.min else self.as_of.isoformat()
