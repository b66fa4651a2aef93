"""Which mentions are worth comparing: those that share telling stems, names or a speaker at about the same time.

In: profiles in order. Out: pairs of their indices, each once. Near-linear: under a key a mention meets a bounded number of others.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from generator.weave.profiles import Profile

TELLING = 20
"""How many of its most telling stems a mention is filed under."""
REACH = 24
"""How many of those that follow it in time under the same key a mention is compared with."""
SHORT = 4
"""Dates of at most so many days are met in order of time; longer ones meet all that lie in them, up to the reach."""
NEIGHBOURS = 3
"""How many of the mentions that follow it in its article a mention is compared with, whatever they share."""

Key = tuple[str, str]


def pairs(profiles: Sequence[Profile], weights: Mapping[str, float]) -> tuple[tuple[int, int], ...]:
    """Return the pairs of profiles that are worth comparing, in order.

    They share two keys, or a speaker, or are neighbours in an article, or one goes on telling the other.
    """
    shared: Counter[tuple[int, int]] = Counter()
    for key, filed in _filed(profiles, weights).items():
        worth = 2 if key[0] == "speaker" else 1
        for pair in _meetings(filed, profiles):
            shared[pair] += worth
    for index, profile in enumerate(profiles):
        for other in range(index + 1, min(index + 1 + NEIGHBOURS, len(profiles))):
            if profiles[other].mention.article == profile.mention.article:
                shared[index, other] += 2
    for pair in continuations(profiles):
        shared[pair] += 2
    return tuple(sorted(pair for pair, count in shared.items() if count > 1))


def continuations(profiles: Sequence[Profile]) -> tuple[tuple[int, int], ...]:
    """Return the pairs of which the text itself says that one goes on telling the other."""
    place = {profile.mention.id: index for index, profile in enumerate(profiles)}
    found = [(index, place.get(profile.mention.continues or "", index)) for index, profile in enumerate(profiles)]
    return tuple(sorted({(min(pair), max(pair)) for pair in found if pair[0] != pair[1]}))


def components(count: int, pairs: Sequence[tuple[int, int]]) -> tuple[tuple[int, ...], ...]:
    """Return the blocks that no pair connects with another, each in order, the blocks by their first member."""
    parent = list(range(count))

    def root(of: int) -> int:
        while parent[of] != of:
            parent[of] = parent[parent[of]]
            of = parent[of]
        return of

    for first, second in pairs:
        one, other = sorted((root(first), root(second)))
        parent[other] = one
    blocks: defaultdict[int, list[int]] = defaultdict(list)
    for index in range(count):
        blocks[root(index)].append(index)
    return tuple(tuple(blocks[first]) for first in sorted(blocks))


def _filed(profiles: Sequence[Profile], weights: Mapping[str, float]) -> Mapping[Key, list[int]]:
    filed: defaultdict[Key, list[int]] = defaultdict(list)
    for index, profile in enumerate(profiles):
        for key in _keys(profile, weights):
            filed[key].append(index)
    return filed


def _keys(profile: Profile, weights: Mapping[str, float]) -> tuple[Key, ...]:
    telling = sorted(profile.matter, key=lambda stem: (-weights.get(stem, 0.0), stem))[:TELLING]
    names = sorted({name[-1] for name in (*profile.actors, profile.speaker) if name})
    keys = [("stem", stem) for stem in telling] + [("name", name) for name in names] + [("trigger", profile.trigger)]
    return (*keys, ("speaker", profile.speaker[-1])) if profile.speaker else tuple(keys)


def _meetings(filed: Sequence[int], profiles: Sequence[Profile]) -> Iterator[tuple[int, int]]:
    """Yield the pairs under one key whose dates meet, or miss each other by a day."""
    short = sorted((index for index in filed if profiles[index].days <= SHORT), key=lambda index: (profiles[index].first, index))
    starts = [profiles[index].first for index in short]
    for place, index in enumerate(short):
        until = min(place + 1 + REACH, bisect_right(starts, profiles[index].last + 1))
        for other in short[place + 1 : until]:
            yield min(index, other), max(index, other)
    long = sorted((index for index in filed if profiles[index].days > SHORT), key=lambda index: (profiles[index].first, index))
    for place, index in enumerate(long):
        profile = profiles[index]
        inside = short[bisect_left(starts, profile.first - SHORT) : bisect_right(starts, profile.last)]
        near = [other for other in long[place + 1 : place + 1 + REACH] if profiles[other].first <= profile.last]
        for other in (*_nearest(inside, index), *near):
            yield min(index, other), max(index, other)


def _nearest(inside: Sequence[int], index: int) -> Sequence[int]:
    """Return those whose reports came out about when that of *index* did: both sides of it in the order of publication."""
    if len(inside) <= REACH:
        return inside
    ordered = sorted(inside)
    place = bisect_left(ordered, index)
    return ordered[max(0, place - REACH // 2) : place + REACH // 2]
