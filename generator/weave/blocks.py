"""Which mentions may tell of one event: independent blocks of those that share telling stems at about the same time.

In: profiles in order, the weights of their stems. Out: blocks; no mention is compared with one of another block.

Near-linear: under a stem a mention meets a bounded number of those that follow it in time, and no block grows beyond a bound: what
would, is parted where the ties are weakest.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.weave.profiles import SHORT, Profile

TELLING = 20
"""By how many of its most telling stems a mention is found."""
REACH = 16
"""How many of those that follow it in time under the same stem a mention meets."""
TIE = 1.0
"""Two mentions are worth comparing that share as much as a stem weighs that only one mention has, times this."""
NEIGHBOURS = 3
"""How many of the mentions that follow it in its article a mention is compared with, whatever they share."""
DONE = "did "  # with a space, which no stem of a text holds
"""Marks a predicate among the stems."""
LARGEST = 400
"""How many mentions a block has at most."""
_SURE = 1000.0
"""More than any weight: what is sure comes first."""

Tie = tuple[float, int, int]
"""The weight of what two mentions share, negative (the strongest ties come first), and their indices in order."""


@dataclass(frozen=True, slots=True)
class MentionBlock:
    """Mentions that no other block needs to know of.

    ``members`` are in the order of profiles, ``pairs`` those of them worth comparing, by their places among the members;
    ``weights`` says how telling a stem is.
    """

    members: tuple[Profile, ...]
    pairs: tuple[tuple[int, int], ...]
    weights: Mapping[str, float]


def blocks(profiles: Sequence[Profile], weights: Mapping[str, float]) -> tuple[MentionBlock, ...]:
    """Part the mentions into blocks, in the order of their first members."""
    ties = sorted(_ties(profiles, weights))
    parts = parted(len(profiles), ties)
    place = {index: (number, at) for number, part in enumerate(parts) for at, index in enumerate(part)}
    pairs: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
    for _, first, second in ties:
        (number, one), (same, other) = place[first], place[second]
        if number == same:
            pairs[number].append((one, other))
    return tuple(
        MentionBlock(tuple(profiles[index] for index in part), tuple(sorted(pairs[number])), weights) for number, part in enumerate(parts)
    )


def parted(count: int, ties: Sequence[Tie], largest: int = LARGEST) -> tuple[tuple[int, ...], ...]:
    """Return the parts that ties hold together, the strongest first as long as no part outgrows the *largest*."""
    parent, size = list(range(count)), [1] * count

    def root(of: int) -> int:
        while parent[of] != of:
            parent[of] = parent[parent[of]]
            of = parent[of]
        return of

    for _, first, second in ties:
        one, other = sorted((root(first), root(second)))
        if one != other and size[one] + size[other] <= largest:
            parent[other] = one
            size[one] += size[other]
    parts: defaultdict[int, list[int]] = defaultdict(list)
    for index in range(count):
        parts[root(index)].append(index)
    return tuple(tuple(parts[first]) for first in sorted(parts))


def _ties(profiles: Sequence[Profile], weights: Mapping[str, float]) -> Iterator[Tie]:
    """Yield the pairs that share enough at about the same time, are near each other in an article, or go on telling each other."""
    files = _Files(profiles, weights)
    enough = TIE * max(weights.values(), default=1.0)
    place = {profile.mention.id: index for index, profile in enumerate(profiles)}
    for index, profile in enumerate(profiles):
        shared = files.met(index)
        for other in range(index + 1, min(index + 1 + NEIGHBOURS, len(profiles))):
            if profiles[other].mention.article == profile.mention.article and _meet(profile, profiles[other]):
                shared[other] += enough
        head = place.get(profile.mention.continues or "")
        if head is not None and head != index:
            shared[head] += _SURE
        for other, weight in shared.items():
            if weight >= enough:
                yield -weight, min(index, other), max(index, other)


def _meet(one: Profile, other: Profile) -> bool:
    return one.first <= other.last + 1 and other.first <= one.last + 1


class _Files:
    """Mentions filed under their most telling stems, those of short dates and of long ones apart, each in order of time."""

    def __init__(self, profiles: Sequence[Profile], weights: Mapping[str, float]) -> None:
        self._profiles, self._weights = profiles, weights
        self._firsts = [profile.first for profile in profiles]
        rank = {stem: place for place, stem in enumerate(sorted(weights, key=lambda stem: (-weights[stem], stem)))}
        self._stems = [_keys(profile, rank) for profile in profiles]
        self._short: defaultdict[str, list[int]] = defaultdict(list)
        self._long: defaultdict[str, list[int]] = defaultdict(list)
        self._places: list[list[int]] = [[] for _ in profiles]
        for index in sorted(range(len(profiles)), key=lambda index: (profiles[index].first, index)):
            files = self._short if profiles[index].days <= SHORT else self._long
            for stem in self._stems[index]:
                self._places[index].append(len(files[stem]))
                files[stem].append(index)
        self._starts = {stem: [profiles[index].first for index in filed] for stem, filed in self._short.items()}

    def met(self, index: int) -> defaultdict[int, float]:
        """Return the mentions that one meets, each pair from one side only, and the weight of the stems under which it meets them."""
        shared: defaultdict[int, float] = defaultdict(float)
        firsts, until = self._firsts, self._profiles[index].last + 1
        files = self._short if self._profiles[index].days <= SHORT else self._long
        for stem, place in zip(self._stems[index], self._places[index], strict=True):
            weight = self._weights[stem.removeprefix(DONE)]
            for other in files[stem][place + 1 : place + 1 + REACH]:
                if firsts[other] > until:
                    break
                shared[other] += weight
            if files is self._long:
                for other in self._inside(stem, index):
                    shared[other] += weight
        return shared

    def _inside(self, stem: str, index: int) -> Sequence[int]:
        """Return the short dates in a long one whose reports came out about when its own did."""
        starts = self._starts.get(stem, ())
        profile = self._profiles[index]
        inside = self._short.get(stem, [])[bisect_left(starts, profile.first - SHORT) : bisect_right(starts, profile.last)]
        if len(inside) <= REACH:
            return inside
        place = bisect_left(sorted(inside), index)
        return sorted(inside)[max(0, place - REACH // 2) : place + REACH // 2]


def _keys(profile: Profile, rank: Mapping[str, int]) -> list[str]:
    """Return the most telling stems of a mention, and its predicate once more as such."""
    stems = sorted(profile.matter | profile.told, key=rank.__getitem__)[:TELLING]
    return stems if profile.is_statement or profile.trigger not in rank else [*stems, DONE + profile.trigger]
