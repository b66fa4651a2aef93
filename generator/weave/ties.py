"""Which mentions are tied: those that are nearly one event, or more, and those in which a text goes on with what it tells.

In: all mentions in order of report. Out: the ties of each, and whose ties a change has changed.

Held from run to run: only those are compared that have come, that are weighed anew, and that a change lets meet others.
"""

from __future__ import annotations

import math
from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import NamedTuple

from generator.weave.corpus import Corpus
from generator.weave.likeness import NEARLY, Signs, scales, signs
from generator.weave.meetings import NEIGHBOURS, TIE, Meetings, Turnover, by_report
from generator.weave.profiles import Profile

_BATCH = 1000
"""How many mentions are compared at once by whoever is free."""


class Tie(NamedTuple):
    """How surely two mentions are one event, and by which signs."""

    likeness: float
    signs: Signs | None


GOES_ON = Tie(math.inf, None)
"""The text itself says that it goes on telling of the same."""
_Met = Mapping[Profile, Tie | None]
"""Whom a mention was compared with, and how like they are, if at all."""
_NONE: Mapping[Profile, Tie] = {}


@dataclass(frozen=True, slots=True)
class Pairs:
    """Mentions, and which of them are compared, by their places: two for each pair, the one reported first before the other."""

    members: tuple[Profile, ...]
    places: array[int]
    corpus: Corpus

    def alone(self) -> Pairs:
        """Return the same with no more than it needs, to be sent elsewhere."""
        return Pairs(self.members, self.places, self.corpus.cut(self.members))


Comparing = Callable[[Callable[[Pairs], tuple[Tie | None, ...]], Sequence[Pairs]], Iterable[tuple[Tie | None, ...]]]
"""Applies a function to every batch of pairs, and gives the results in the same order."""


def compared(given: Pairs) -> tuple[Tie | None, ...]:
    """Compare each pair; None where they are not even nearly alike."""
    weighed, places = scales(given.members, given.corpus.weights), iter(given.places)
    found = (signs(given.members[one], given.members[other], weighed) for one, other in zip(places, places, strict=True))
    return tuple([Tie(likeness, each) if each and (likeness := each.likeness) >= NEARLY else None for each in found])


class Ties:
    """The ties of all mentions; every pair is compared from one side, and known at both ends."""

    def __init__(self) -> None:
        self._meetings = Meetings()
        self._met: dict[Profile, dict[Profile, Tie | None]] = {}
        self._tied: dict[Profile, dict[Profile, Tie]] = {}

    def of(self, profile: Profile) -> Mapping[Profile, Tie]:
        """Return the ties of a mention."""
        return self._tied.get(profile, {})

    def hold(self, change: Turnover, corpus: Corpus, spread: Comparing = map) -> set[Profile]:
        """Bring the ties up to date; return the mentions that have other ties than before, or are weighed anew."""
        place = change.place
        fresh = {*change.come, *change.reweighed}
        looked = fresh | self._meetings.hold(change, corpus.weights) | set(_of_their_articles(change))
        for profile in change.reweighed:
            beside = change.profiles[max(0, place[profile] - NEIGHBOURS) : place[profile]]
            looked.update(other for other in (*self._meetings.near(profile), *beside) if profile in self._met.get(other, ()))
        changed = fresh | self._left(change.gone)
        before = {profile: self._met.get(profile, {}) for profile in looked}
        ordered = sorted(looked, key=place.__getitem__)
        parts = [ordered[start : start + _BATCH] for start in range(0, len(ordered), _BATCH)]
        batches = [self._asked(part, change, corpus, before, fresh) for part in parts]
        for part, found in zip(parts, spread(compared, batches), strict=True):
            self._answered(part, iter(found), before, fresh)
        for profile in ordered:
            changed.update(self._settled(profile, before[profile], place))
        return changed

    def _left(self, gone: Iterable[Profile]) -> set[Profile]:
        """Let mentions go; return those that were tied to them."""
        ends: set[Profile] = set()
        for profile in gone:
            self._met.pop(profile, None)
            for other in self._tied.pop(profile, {}):
                del self._tied[other][profile]
                ends.add(other)
        return ends.difference(gone)

    def _asked(
        self, part: Sequence[Profile], change: Turnover, corpus: Corpus, before: Mapping[Profile, _Met], fresh: set[Profile]
    ) -> Pairs:
        """Note whom each of some mentions meets now; return the pairs of which it is not known how like they are."""
        enough = TIE * max(corpus.weights.values(), default=1.0)
        place = change.place
        at: dict[Profile, int] = {}
        places = array("I")
        for profile in part:
            known = before[profile]
            self._met[profile] = {other: known.get(other) for other in self._meetings.met(place[profile], change.profiles, enough)}
            for other in self._unknown(profile, known, fresh):
                one, two = (profile, other) if place[profile] < place[other] else (other, profile)
                places.append(at.setdefault(one, len(at)))
                places.append(at.setdefault(two, len(at)))
        return Pairs(tuple(at), places, corpus)

    def _answered(self, part: Sequence[Profile], found: Iterator[Tie | None], before: Mapping[Profile, _Met], fresh: set[Profile]) -> None:
        for profile in part:
            for other in self._unknown(profile, before[profile], fresh):
                self._met[profile][other] = next(found)

    def _unknown(self, profile: Profile, known: _Met, fresh: set[Profile]) -> list[Profile]:
        met = self._met[profile]
        return list(met) if profile in fresh else [other for other in met if other not in known or other in fresh]

    def _settled(self, profile: Profile, before: _Met, place: Mapping[Profile, int]) -> Iterator[Profile]:
        """Tie a mention to those that it is like, and them to it; yield both ends where that was not so."""
        met = self._met[profile]
        for other in chain(met, (each for each in before if each not in met and each in place)):
            tie = self._tie(profile, other)
            if tie != self._tied.get(profile, _NONE).get(other):
                for one, two in ((profile, other), (other, profile)):
                    if tie:
                        self._tied.setdefault(one, {})[two] = tie
                    else:
                        del self._tied[one][two]
                    yield one

    def _tie(self, one: Profile, other: Profile) -> Tie | None:
        """Return the tie of two mentions, whichever of them has met the other."""
        mine, theirs = self._met[one], self._met[other]
        if (other in mine or one in theirs) and (one.mention.continues == other.mention.id or other.mention.continues == one.mention.id):
            return GOES_ON
        return mine.get(other) or theirs.get(one)


def _of_their_articles(change: Turnover) -> Iterator[Profile]:
    """Yield the mentions of the articles in which one has gone or come.

    Others follow them now, and what they went on from may be another.
    """
    profiles = change.profiles
    for published, name in {each.reported[:2]: None for each in (*change.gone, *change.come)}:
        at = bisect_left(profiles, (published, name), key=by_report)
        while at < len(profiles) and profiles[at].mention.article == name:
            yield profiles[at]
            at += 1
