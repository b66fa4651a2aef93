"""The rows that say what a time expression dates, arc by arc on the way up from it.

The first row that fits the arc from a token to its head says whether that head is dated, whether nothing is, or whether to climb on.
Each carries a sentence that is its explanation and its test: the time in brackets, behind the bar what is dated (``-``: nothing).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from generator.extract.events.heads import Head
from generator.model.tree import Rel


class Finds(Enum):
    """What a row does with an arc."""

    ABOVE = "the head is dated"
    NOTHING = "nothing is dated"
    UP = "climb on"


@dataclass(frozen=True, slots=True)
class Row:
    """An arc, and what it says. Empty sets stand for any; ``first`` asks for the time's own arc, ``before`` for a head behind it."""

    name: str
    finds: Finds
    like: str
    above: frozenset[Head] = frozenset()
    rels: frozenset[Rel] = frozenset()
    cases: str = ""
    first: bool | None = None
    alone: bool = False
    """Whether the head has no other subject."""
    before: bool | None = None
    cased: bool | None = None
    apart: bool | None = None
    """Whether the head is a subject whose verb does not stand right behind the time."""
    under: str = ""
    """A group of prepositions, one of which the head stands under."""


_NOMINAL = frozenset(
    {
        Rel.NMOD,
        Rel.NMOD_POSS,
        Rel.NMOD_UNMARKED,
        Rel.COMPOUND,
        Rel.NUMMOD,
        Rel.AMOD,
        Rel.DET,
        Rel.OBL,
        Rel.OBL_UNMARKED,
        Rel.ADVMOD,
        Rel.APPOS,
        Rel.DEP,
    }
)

ROWS = (
    Row("compared with", Finds.NOTHING, "The port was busier than in [May]. | -", cases="compared_cases"),
    Row(
        "the most since then",
        Finds.NOTHING,
        "The index fell to its lowest level since [May]. | -",
        above=frozenset({Head.SUPERLATIVE}),
        cases="since",
    ),
    Row(
        "the most of its time",
        Finds.NOTHING,
        "The index fell to 45 points, the lowest [this year]. | -",
        above=frozenset({Head.HIGHEST}),
    ),
    Row(
        "an event on its day",
        Finds.ABOVE,
        "[Monday] is the deadline for bids. | deadline",
        above=frozenset({Head.EVENT}),
        rels=frozenset({Rel.NSUBJ}),
        first=True,
    ),
    Row(
        "the time itself is told of",
        Finds.NOTHING,
        "[Monday] was quiet in the capital. | -",
        above=frozenset({Head.PREDICATE}),
        rels=frozenset({Rel.NSUBJ, Rel.CSUBJ}),
        alone=True,
        first=True,
    ),
    Row(
        "the year of a name",
        Finds.NOTHING,
        "The firm showed its phone at the Brod Games Show [2023]. | -",
        above=frozenset({Head.NOUN, Head.PART}),
        rels=frozenset({Rel.NUMMOD}),
        first=True,
        before=False,
        cased=False,
    ),
    Row(
        "a participle of an event",
        Finds.ABOVE,
        "Unions called for a march starting on [24 May 2024]. | march",
        above=frozenset({Head.EVENT}),
        rels=frozenset({Rel.ACL}),
    ),
    Row(
        "a participle beside a noun",
        Finds.UP,
        "A bomb hit a bus carrying pilgrims on [Monday]. | hit",
        above=frozenset({Head.BESIDE}),
    ),
    Row("the course of something", Finds.UP, "Crews worked through the early hours of [Sunday]. | worked", above=frozenset({Head.PHASE})),
    Row(
        "a light verb's event",
        Finds.UP,
        "The board will hold a meeting on [Monday]. | hold",
        above=frozenset({Head.LIGHT}),
        rels=frozenset({Rel.NMOD, Rel.NMOD_UNMARKED, Rel.OBL, Rel.OBL_UNMARKED}),
        before=False,
    ),
    Row(
        "in the course of an event",
        Finds.UP,
        "Two men died during a raid on a shop on [Friday]. | died",
        above=frozenset({Head.DURING}),
        rels=frozenset({Rel.NMOD, Rel.NMOD_UNMARKED, Rel.OBL, Rel.OBL_UNMARKED}),
        before=False,
    ),
    Row(
        "a length before or after an event",
        Finds.UP,
        "The blast came [two days before] the vote on Monday. | came",
        above=frozenset({Head.EVENT, Head.DURING}),
        rels=frozenset({Rel.NMOD_UNMARKED, Rel.OBL_UNMARKED}),
        first=True,
        before=True,
        under="bounding",
    ),
    Row(
        "the day of an event",
        Finds.ABOVE,
        "[Monday]'s vote split the party. | vote",
        above=frozenset({Head.EVENT, Head.LIGHT, Head.DURING}),
        rels=_NOMINAL,
    ),
    Row(
        "what something followed",
        Finds.ABOVE,
        "Trade has grown since the port's expansion in [2003]. | expansion",
        above=frozenset({Head.NOUN}),
        rels=frozenset({Rel.NMOD, Rel.NMOD_UNMARKED}),
        first=True,
        before=False,
        under="bounding",
    ),
    Row(
        "who somebody was then",
        Finds.NOTHING,
        "Omar Hale, the foreign minister in [2003], resigned. | -",
        above=frozenset({Head.ASIDE}),
        rels=_NOMINAL,
        before=False,
    ),
    Row(
        "within a longer name",
        Finds.UP,
        "He was hurt in a [2009] jailhouse fight. | fight",
        above=frozenset({Head.PART}),
        rels=_NOMINAL,
        before=True,
    ),
    Row(
        "the day before a name",
        Finds.UP,
        "On [Monday] Hale closed the bridge. | closed",
        above=frozenset({Head.NOUN, Head.PART}),
        rels=_NOMINAL,
        before=True,
        cased=True,
    ),
    Row(
        "the year of a thing",
        Finds.NOTHING,
        "The firm raised its [2006] forecast. | -",
        above=frozenset({Head.NOUN, Head.PART}),
        rels=_NOMINAL,
        before=True,
    ),
    Row(
        "a thing of its time",
        Finds.NOTHING,
        "She read out the figures of [May]. | -",
        above=frozenset({Head.NOUN, Head.PART}),
        cases="matter_cases",
        first=True,
    ),
    Row(
        "the time of a subject",
        Finds.NOTHING,
        "Fears of shortages in [May] in the port grew. | -",
        above=frozenset({Head.NOUN, Head.PART}),
        rels=frozenset({Rel.NMOD, Rel.NMOD_UNMARKED}),
        first=True,
        before=False,
        apart=True,
    ),
    Row(
        "named with its verb",
        Finds.NOTHING,
        "Faced with [9/11], the mayor resigned. | -",
        above=frozenset({Head.PREDICATE}),
        cases="naming_cases",
        first=True,
    ),
    Row("the time of a verb", Finds.ABOVE, "Police arrested three men on [Monday]. | arrested", above=frozenset({Head.PREDICATE})),
    Row("the time beside a name or thing", Finds.UP, "Officials on [Wednesday] closed the bridge. | closed"),
)
