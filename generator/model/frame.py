"""An event frame: a predicate with its arguments, as one clause of a sentence tells it.

In: nothing; these are nouns. ``extract/events`` makes frames of a Tree; merging, status and headline ask them.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from generator.model.tree import Rel, Tree


class Tense(StrEnum):
    """When a clause places its predicate, by its finite verb; NONE for an event noun and for a clause without a finite verb."""

    NONE = ""
    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"


class Modality(StrEnum):
    """How the predicate is held to be: told as it is, or as wanted, planned, possible and so on."""

    NONE = ""
    FUTURE = "future"
    """'will', 'is to', 'is going to', 'is due to'."""
    PLANNED = "planned"
    """'plans to', 'agreed to', 'scheduled for'."""
    EXPECTED = "expected"
    """'is expected to', 'hopes to', 'is likely to'."""
    POSSIBLE = "possible"
    """'may', 'might', 'could'."""
    NECESSARY = "necessary"
    """'must', 'should', 'has to'."""
    CONDITIONAL = "conditional"
    """'would', and whatever stands under 'if'."""


@dataclass(frozen=True, slots=True)
class Frame:
    """One predicate and what belongs to it; every number is the index of a token of ``tree``.

    ``predicate`` is the verb, the event noun, or the adjective or noun behind a copula. ``subject`` is the head of who does or undergoes
    it: the syntactic subject, inherited by a second verb ('came and left'), a participle or an infinitive; None where nobody is named.
    ``says`` is the predicate of saying that this one stands under, or None: ``speaker`` is then who says so.
    ``nominal`` marks an event noun, ``passive`` a verb whose subject undergoes it, ``perfect`` and ``progressive`` its aspect.
    """

    tree: Tree
    predicate: int
    subject: int | None = None
    nominal: bool = False
    passive: bool = False
    tense: Tense = Tense.NONE
    perfect: bool = False
    progressive: bool = False
    modality: Modality = Modality.NONE
    negated: bool = False
    says: int | None = None
    speaker: int | None = None

    @property
    def lemma(self) -> str:
        """The predicate's lemma."""
        return self.tree[self.predicate].lemma

    @property
    def phrasal(self) -> bool:
        """Tell whether a particle gives the verb another meaning: 'set up' arranges nothing for a day."""
        return bool(self.tree.children(self.predicate, Rel.COMPOUND_PRT))
