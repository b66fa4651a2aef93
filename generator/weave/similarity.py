"""How surely two mentions tell of the same event: a number from 0 to 1, made of date, kind, who, trigger, matter and figures.

In: two profiles and the weights of stems. Out: the likeness, 0 where something forbids it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.model.mention import DateBasis
from generator.weave.profiles import Profile

MERGE = 0.5
"""From this likeness on, two mentions are taken for the same event."""
_TOO_MUCH_LONGER = 4
_NEAR = 3
_ALL_BUT_THE_DAY = 0.6
"""From this share of common matter on, two reports may disagree about the day of one event."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """The measure and its parts, each from 0 to 1 (``when`` a factor, ``who`` from -1)."""

    value: float
    when: float
    who: float
    what: float
    same_trigger: bool


_NONE = Likeness(0.0, 0.0, 0.0, 0.0, same_trigger=False)


def likeness(one: Profile, other: Profile, weights: Mapping[str, float]) -> Likeness:
    """Compare two mentions."""
    when = _when(one, other)
    if not when or _same_sentence(one, other):
        return _NONE
    what = _what(one, other, weights)
    if _disagree(one, other) and (what < _ALL_BUT_THE_DAY or (one.figures and other.figures and not one.figures & other.figures)):
        return _NONE
    same_trigger = bool(one.trigger) and one.trigger == other.trigger
    if one.is_statement and other.is_statement:
        who = _speakers(one, other)
        value = _of_statements(one, other, who, what)
    else:
        who = _actors(one, other)
        value = _of_deeds(one, other, who, what, same_trigger)
        if one.is_statement != other.is_statement:
            value *= 0.8
    return Likeness(min(1.0, max(0.0, value * when)), when, who, what, same_trigger)


def _of_statements(one: Profile, other: Profile, who: float, what: float) -> float:
    """Same speaker on the same day is nearly enough; with the speaker unknown the matter decides; two speakers are two statements."""
    if who < 0:
        return 0.0
    near = _nearness(one, other)
    if who > 0:
        return 0.34 * who + 0.2 * near + 0.8 * what
    return 0.1 * near + 0.95 * what


def _of_deeds(one: Profile, other: Profile, who: float, what: float, same_trigger: bool) -> float:
    return 0.9 * what + 0.22 * same_trigger + 0.14 * who + 0.08 * _nearness(one, other)


def _nearness(one: Profile, other: Profile) -> float:
    """Return 1 for neighbouring sentences of one article, falling to 0.3 further apart in it, 0 across articles."""
    if one.mention.article != other.mention.article:
        return 0.0
    return 1.0 if abs(one.mention.sentence - other.mention.sentence) <= _NEAR else 0.3


def _same_sentence(one: Profile, other: Profile) -> bool:
    """Tell whether the two were found in one sentence: there they are two events, unless one speaker goes on speaking."""
    if one.mention.article != other.mention.article or one.mention.sentence != other.mention.sentence:
        return False
    goes_on = one.is_statement and other.is_statement and one.speaker == other.speaker and bool(one.speaker)
    return not goes_on


def _when(one: Profile, other: Profile) -> float:
    """Return 1 for dates that agree to the day, less for vaguer ones, 0 for dates that cannot be the same."""
    if one.first <= other.last and other.first <= one.last:
        longer, shorter = max(one.days, other.days), min(one.days, other.days)
        if longer <= _NEAR or longer == shorter:
            return 1.0
        if longer <= _TOO_MUCH_LONGER * shorter:
            return 0.95
        return 0.9 if longer <= 8 else 0.8 if longer <= 31 else 0.65
    gap = max(one.first - other.last, other.first - one.last)
    inferred = sum(profile.mention.basis is not DateBasis.SAID for profile in (one, other))
    if gap == 1 and inferred:
        return 0.85 if inferred == 2 else 0.9
    if gap == 1 and one.mention.article != other.mention.article and one.trigger == other.trigger:
        return 0.8
    return 0.0


def _disagree(one: Profile, other: Profile) -> bool:
    """Tell whether both name days, and not the same."""
    return one.is_said and other.is_said and (one.first > other.last or other.first > one.last)


def _what(one: Profile, other: Profile, weights: Mapping[str, float]) -> float:
    """Return how much of the telling matter is shared: between Jaccard's measure and containment, weighted by how telling stems are."""
    shared = sum(weights.get(stem, 0.0) for stem in sorted(one.matter & other.matter))
    mine, theirs = (sum(weights.get(stem, 0.0) for stem in sorted(profile.matter)) for profile in (one, other))
    if not shared:
        return 0.0
    jaccard, contained = shared / (mine + theirs - shared), shared / min(mine, theirs)
    # a clause of two telling words is contained by chance; trust containment as the smaller side grows
    trust = min(1.0, min(mine, theirs) / 12.0)
    figures = 0.05 * len(one.figures & other.figures)
    return min(1.0, jaccard + trust * 0.5 * (contained - jaccard) + figures)


def same_name(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether two names can be one person's or body's: the surname agrees, and a first name, where both have one, too.

    >>> same_name(("joe", "biden"), ("biden",)), same_name(("joe", "jackson"), ("jesse", "jackson"))
    (True, False)
    """
    if not one or not other:
        return False
    if set(one) <= set(other) or set(other) <= set(one):
        return True
    return one[-1] == other[-1] and one[0] == other[0]


def _speakers(one: Profile, other: Profile) -> float:
    """Return 1 for the same speaker, -1 for two, 0 where one is unknown."""
    if not one.speaker or not other.speaker:
        return 0.0
    return 1.0 if same_name(one.speaker, other.speaker) else -1.0


def _actors(one: Profile, other: Profile) -> float:
    """Return 1 where an actor is shared, -0.5 where both have some and none is shared, 0 where one side is unknown."""
    mine, theirs = (profile.actors or ((profile.speaker,) if profile.speaker else ()) for profile in (one, other))
    if not mine or not theirs:
        return 0.0
    return 1.0 if any(same_name(a, b) for a in mine for b in theirs) else -0.5
