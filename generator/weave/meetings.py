"""Which mentions meet: those that share telling stems at about the same time, or stand near one another in an article.

In: mentions that come and go, and how telling their stems are. Out: for a mention those that it meets, and whom a change lets meet others.

Near-linear: under a stem a mention meets a bounded number of those next to it, in order of time; one with a long date, those reported
next to it. So a change touches only those next to what changed, and the order of comings and goings does not matter.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

from generator.weave.profiles import SHORT, Profile

TELLING = 20
"""By how many of its most telling stems a mention is found."""
REACH = 16
"""How many of those next to it under the same stem a mention meets."""
TIE = 1.0
"""Two mentions are worth comparing that share as much as a stem weighs that only one mention has, times this."""
NEIGHBOURS = 3
"""How many of the mentions that follow it in its article a mention is compared with, whatever they share."""
DONE = "did "  # with a space, which no stem of a text holds
"""Marks a predicate among the stems."""
_SURE = 1000.0
"""More than any weight: what goes on meets what it goes on from."""

_by_time: Callable[[Profile], Any] = attrgetter("first", "reported")
by_report: Callable[[Profile], Any] = attrgetter("reported")


@dataclass(frozen=True, slots=True)
class Turnover:
    """All mentions of now, in order of report, and their places in it; which of them have gone and come, and which are weighed anew."""

    profiles: Sequence[Profile]
    place: Mapping[Profile, int]
    gone: Sequence[Profile]
    come: Sequence[Profile]
    reweighed: Sequence[Profile]


class Meetings:
    """Mentions filed under their most telling stems: those with a short date in order of time, all of them in order of report."""

    def __init__(self) -> None:
        self._keys: dict[Profile, tuple[str, ...]] = {}
        self._weights: Mapping[str, float] = {}
        self._short: defaultdict[str, list[Profile]] = defaultdict(list)
        self._all: defaultdict[str, list[Profile]] = defaultdict(list)

    def hold(self, change: Turnover, weights: Mapping[str, float]) -> set[Profile]:
        """File those that come and no longer those that go; return all whose windows that changes.

        What is weighed anew is filed anew only where other stems are its most telling ones: what it shares with another, that one shares.
        """
        keys = {profile: _keys(profile, weights) for profile in (*change.come, *change.reweighed)}
        moved = [profile for profile in change.reweighed if set(keys[profile]) != set(self._keys[profile])]
        touched: set[Profile] = set()
        for profile in (*change.gone, *moved):
            for filed, order in self._files(profile):
                place = bisect_left(filed, order(profile), key=order)
                touched.update(_round(filed, place, order))
                del filed[place]
        for profile in change.gone:
            del self._keys[profile]
        is_first = not self._keys
        self._weights = weights
        self._keys.update(keys)
        if is_first:
            self._file_all(change.come)
            return set(change.come)
        for profile in (*change.come, *moved):
            for filed, order in self._files(profile):
                insort(filed, profile, key=order)
        for profile in (*change.come, *moved):
            touched.update(self.near(profile))
        return touched & self._keys.keys()

    def near(self, profile: Profile) -> Iterator[Profile]:
        """Yield those that may meet a mention, and others, some of them again."""
        for filed, order in self._files(profile):
            yield from _round(filed, bisect_left(filed, order(profile), key=order), order)

    def _file_all(self, come: Sequence[Profile]) -> None:
        for profile in come:
            for stem in self._keys[profile]:
                self._all[stem].append(profile)
        for profile in sorted(come, key=_by_time):
            for stem in self._keys[profile] if profile.days <= SHORT else ():
                self._short[stem].append(profile)

    def _files(self, profile: Profile) -> Iterator[tuple[list[Profile], Callable[[Profile], Any]]]:
        for stem in self._keys[profile]:
            yield self._all[stem], by_report
            if profile.days <= SHORT:
                yield self._short[stem], _by_time

    def met(self, index: int, profiles: Sequence[Profile], enough: float) -> list[Profile]:
        """Return whom a mention meets, each pair from one side only: those that share stems of *enough* weight, and its neighbours.

        *profiles* are all mentions in order of report.
        """
        profile = profiles[index]
        shared: defaultdict[Profile, float] = defaultdict(float)
        next_to = self._soon_after if profile.days <= SHORT else self._told_with
        for stem in self._keys[profile]:
            weight = self._weights[stem.removeprefix(DONE)]
            for other in next_to(profile, stem):
                shared[other] += weight
        for other in profiles[index + 1 : index + 1 + NEIGHBOURS]:
            if other.mention.article == profile.mention.article and _meet(profile, other):
                shared[other] += enough
        if profile.mention.continues and (head := _head(index, profiles)):
            shared[head] += _SURE
        return [other for other, weight in shared.items() if weight >= enough]

    def _soon_after(self, profile: Profile, stem: str) -> list[Profile]:
        """Return the short dates next to a short one, from its own day on."""
        filed, until = self._short[stem], profile.last + 1
        place = bisect_right(filed, _by_time(profile), key=_by_time)
        return [other for other in filed[place : place + REACH] if other.first <= until]

    def _told_with(self, profile: Profile, stem: str) -> list[Profile]:
        """Return what was reported next to a long date and can be in it: short ones before and behind, long ones only behind."""
        filed, first, last = self._all[stem], profile.first - 1, profile.last + 1
        place = bisect_left(filed, profile.reported, key=by_report)
        before = filed[max(0, place - REACH) : place]
        behind = filed[place + 1 : place + 1 + REACH]
        found = [other for other in before if other.first <= last and first <= other.last and other.last - other.first < SHORT]
        return found + [other for other in behind if other.first <= last and first <= other.last]


def _round(filed: Sequence[Profile], place: int, order: Callable[[Profile], Any]) -> Sequence[Profile]:
    """Return those that may meet what comes or goes at a place, and it itself."""
    before = filed[max(0, place - REACH) : place + 1]
    if order is _by_time:
        return before
    return [each for each in (*before, *filed[place + 1 : place + 1 + REACH]) if each.last - each.first >= SHORT]


def _meet(one: Profile, other: Profile) -> bool:
    return one.first <= other.last + 1 and other.first <= one.last + 1


def _head(index: int, profiles: Sequence[Profile]) -> Profile | None:
    """Return what a mention goes on from; it stands in the same article."""
    article, wanted = profiles[index].mention.article, profiles[index].mention.continues
    for step in (-1, 1):
        place = index + step
        while 0 <= place < len(profiles) and profiles[place].mention.article == article:
            if profiles[place].mention.id == wanted:
                return profiles[place]
            place += step
    return None


def _keys(profile: Profile, weights: Mapping[str, float]) -> tuple[str, ...]:
    """Return the most telling stems of a mention, and its predicate once more as such."""
    stems = tuple(profile.matter | profile.told)
    if len(stems) > TELLING:
        stems = tuple(sorted(stems, key=lambda stem: (-weights[stem], stem))[:TELLING])
    return stems if profile.is_statement or profile.trigger not in weights else (*stems, DONE + profile.trigger)
