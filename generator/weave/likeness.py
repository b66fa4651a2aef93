"""How surely two mentions tell of the same event: a probability, from a handful of signs that are weighed and added up.

In: two profiles and the scales of a build. Out: the signs, and the likeness they come to.

The weights lie near those that ``benchmarks/leave_one_out.py`` fits, each time on all marked stories but one, and all on a plateau.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from operator import mul
from typing import NamedTuple

from generator.weave.profiles import Profile
from generator.weave.stems import same_name

MERGE = 0.5
"""From this likeness on, two mentions are taken for the same event."""
NEARLY = 0.2
"""From this likeness on, an event says why another is not the same."""

_TRUSTED = 12.0
"""From this weight of the smaller side on, its containment in the other is no accident."""
_MUCH = 15.0
"""So much weight of shared stems counts as all that can be shared."""
_VAGUER = 4
"""A text that dates one thing so many times as vaguely as another speaks of two, unless they are called the same."""
_RETOLD = 0.6
"""From this containment of both matters on, two reports may disagree about the day of one event."""


class Signs(NamedTuple):
    """What two mentions have in common, and what not: 1 or 0 each, ``matter`` from 0 to 4."""

    same_days: float
    off_by_one: float
    same_article: float
    """A text goes on with what it tells;"""
    dated_anew: float
    """where it gives the day again, it most often begins to tell of something else."""
    matter: float
    same_predicate: float
    """Of what others do it says nothing; nor does a verb of saying."""
    others: float
    """Others speak, or others do it."""
    said_and_done: float
    """A statement is no deed, though it may be of one."""
    other_figures: float

    @property
    def likeness(self) -> float:
        """The probability that the two are one event."""
        return 1.0 / (1.0 + math.exp(-PRIOR - sum(map(mul, self, WEIGHTS))))


PRIOR = -2.2
"""The log-odds of two mentions of which nothing is known."""
WEIGHTS = Signs(
    same_days=2.0,
    off_by_one=-2.9,
    same_article=0.5,
    dated_anew=-0.7,
    matter=1.5,
    same_predicate=1.8,
    others=-1.2,
    said_and_done=-2.0,
    other_figures=-1.2,
)
"""What each sign adds to the log-odds that two mentions whose dates meet are one event."""


@dataclass(frozen=True, slots=True)
class Scales:
    """What mentions are weighed with: how telling each stem is, and the stems' weight of each mention, by its id, in clause and quote."""

    weights: Mapping[str, float]
    matter: Mapping[str, float]
    told: Mapping[str, float]


def scales(profiles: Sequence[Profile], weights: Mapping[str, float]) -> Scales:
    """Return the scales for mentions, given the weights of all their stems."""
    return Scales(
        weights,
        {profile.mention.id: sum(weights[stem] for stem in profile.matter) for profile in profiles},
        {profile.mention.id: sum(weights[stem] for stem in profile.told) for profile in profiles},
    )


def signs(one: Profile, other: Profile, scales: Scales) -> Signs | None:
    """Compare two mentions; None where something forbids that they are one event."""
    gap = max(one.first - other.last, other.first - one.last)
    same = bool(one.trigger) and one.trigger == other.trigger
    others = _others(one, other)
    if gap > 1 or _apart(one, other, same=same, others=others):
        return None
    matter = _common(one.matter & other.matter, scales.matter[one.mention.id], scales.matter[other.mention.id], scales.weights)
    quote = _common(one.told & other.told, scales.told[one.mention.id], scales.told[other.mention.id], scales.weights)
    if gap == 1 and not (same or quote >= 2 * _RETOLD):
        return None
    both_say, says = one.is_statement and other.is_statement, one.is_statement or other.is_statement
    return Signs(
        same_days=one.first == other.first and one.last == other.last,
        off_by_one=gap == 1,
        same_article=one.mention.article == other.mention.article,
        dated_anew=_is_dated_anew(one, other),
        matter=matter + quote,
        same_predicate=same and not both_say and not others and (not says or bool(one.who and other.who)),
        others=others and both_say == says,
        said_and_done=one.is_statement != other.is_statement,
        other_figures=bool(one.figures and other.figures and one.figures.isdisjoint(other.figures)),
    )


def _apart(one: Profile, other: Profile, *, same: bool, others: bool) -> bool:
    """Tell whether two mentions are two events whatever they share.

    Two speakers, or two with full names who do the same; what is done, and another deed that is planned; in one article, two clauses
    of one sentence (unless one speaker goes on speaking), and another deed that the text adds to a day.
    """
    both_say = one.is_statement and other.is_statement
    if others and (both_say or (same and one.has_full_name and other.has_full_name)):
        return True
    if not same and not one.is_statement and not other.is_statement and one.is_ahead != other.is_ahead:
        return True
    if one.mention.article != other.mention.article:
        return False
    if one.mention.sentence == other.mention.sentence:
        return not both_say
    later = _later(one, other)
    if one.is_said and other.is_said and not same and max(one.days, other.days) > _VAGUER * min(one.days, other.days):
        return True
    return not later.is_statement and (later.is_same_day or (later.adds and not same))


def _later(one: Profile, other: Profile) -> Profile:
    return other if one.mention.quote.start <= other.mention.quote.start else one


def _is_dated_anew(one: Profile, other: Profile) -> bool:
    if one.mention.article != other.mention.article:
        return False
    later = _later(one, other)
    return later.is_said or later.adds


def _common(both: frozenset[str], one: float, other: float, weights: Mapping[str, float]) -> float:
    """Weigh what two sets of stems share: the share of the smaller (trusted as it grows), and how much that is; 0 to 2.

    The sums are exact in any order, weights being multiples of a half.
    """
    shared = sum([weights[stem] for stem in both])
    if not shared:
        return 0.0
    smaller = min(one, other)
    return shared / max(smaller, _TRUSTED) + min(1.0, shared / _MUCH)


def _others(one: Profile, other: Profile) -> bool:
    """Tell whether others speak, or do it.

    "Nine cases" and "two cases" are neither the same nor plainly others, nor are 12 people and 9 men.
    """
    if not one.who or not other.who or one.who[0].parts[-1] == other.who[0].parts[-1] or (one.is_counted and other.is_counted):
        return False
    both_say, full = one.is_statement and other.is_statement, one.has_full_name and other.has_full_name
    if both_say and full and len(one.who) > 1 and len(other.who) > 1:  # each speaks for somebody
        return not same_name(one.who[0].parts, other.who[0].parts)
    return not any(same_name(a.parts, b.parts) for a in one.who for b in other.who)
