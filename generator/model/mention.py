"""An event mention: one clause of one article that places something in time."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from generator.model.edtf import Edtf
from generator.model.span import Span
from generator.model.timex import Step, Timex


class Status(StrEnum):
    """What the source says of the event at the time it was published."""

    HAPPENED = "happened"
    ONGOING = "ongoing"
    PLANNED = "planned"
    EXPECTED = "expected"


class DateBasis(StrEnum):
    """Where the date of a mention comes from."""

    SAID = "said"
    """The clause names it."""
    INHERITED = "inherited"
    """The text continues a scene that was dated before."""
    PUBLICATION = "publication"
    """A lead without any date: inferred from the day of publication."""
    EDITOR = "editor"
    """An editor gave it."""


class MentionKind(StrEnum):
    """A deed (what was done), or a statement (that something was said)."""

    DEED = "deed"
    STATEMENT = "statement"


@dataclass(frozen=True, slots=True)
class EventMention:
    """What one clause says happened, was said, or is to come.

    ``id``: ``e-`` and a hash of article id, normalised sentence and which phrase: never of date, headline or position.
    ``quote`` is the sentence or clause to cite; ``trigger`` its predicate or event noun, ``lemma`` that word's lemma; ``timex`` is None
    for an inferred date.
    ``said`` are the date words to mark; they lie inside the quote, or are None when the date was inferred.
    ``continues`` is the id of the mention of the same article that this one tells more about (the same statement, the same
    scene), or None: such a mention is more evidence for that event rather than an event of its own.
    ``fault`` says in a word what speaks against the headline (somebody not named, cut short), empty when it reads well.
    ``alone`` is the quote as it is shown where there is no headline, with names put in, in square brackets (empty: as it is); ``stands``
    tells that it can be understood so.
    ``actors`` who does it (surface names, sharpest first); ``speaker`` whose statement it is; ``matter`` the content
    stems that coreference compares; ``lead`` is True in headline, lead and summary list.
    """

    id: str
    article: str
    sentence: int
    quote: Span
    trigger: Span
    said: Span | None
    timex: Timex | None
    date: Edtf
    basis: DateBasis
    kind: MentionKind
    status: Status
    background: bool
    headline: str
    fault: str = ""
    alone: str = ""
    stands: bool = True
    lemma: str = ""
    actors: tuple[str, ...] = ()
    speaker: str | None = None
    matter: frozenset[str] = frozenset()
    tags: tuple[str, ...] = ()
    lead: bool = False
    weight: float = 1.0
    reasons: tuple[Step, ...] = ()
    continues: str | None = None
