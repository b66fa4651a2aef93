"""Independent blocks of mentions: those that a chain of pairs as like as one event holds together need know of no others.

What would outgrow a bound is parted where the ties are weakest.

In: all mentions in order of report, and the corpus. Out: blocks.

Held from run to run: a change makes only those blocks anew in which it lies, or whose ties, words' weights, articles or reports it changes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.weave.corpus import Corpus
from generator.weave.likeness import MERGE
from generator.weave.meetings import Turnover
from generator.weave.profiles import Profile
from generator.weave.ties import Comparing, Tie, Ties

LARGEST = 400
"""How many mentions a block has at most; in a large archive chains go on from one to the other for ever."""

Tied = tuple[Profile, Profile, Tie]
"""Two mentions, the one reported first before the other, and how they are tied."""


@dataclass(frozen=True, slots=True, eq=False)
class MentionBlock:
    """Mentions in order of report, and all ties that any of them has, the surest first."""

    members: tuple[Profile, ...]
    ties: tuple[Tied, ...]


class Blocks:
    """The blocks of all mentions, brought up to date from run to run."""

    def __init__(self, largest: int = LARGEST) -> None:
        """*largest* is how many mentions a block has at most."""
        self._largest = largest
        self._begin()

    def _begin(self) -> None:
        self._corpus, self._ties = Corpus(), Ties()
        self._block: dict[Profile, MentionBlock] = {}
        self._is_whole = True

    def hold(self, profiles: Sequence[Profile], corpus: Corpus, spread: Comparing = map) -> tuple[MentionBlock, ...]:
        """Return the blocks of these mentions, in the order of their first members; the same objects where all they rest on is the same.

        *spread* applies a function to every batch of pairs, and gives the results in the same order.
        """
        if not self._is_whole or _heaviest(corpus) != _heaviest(self._corpus):
            self._begin()
        self._is_whole = False  # until all is done: a fault on the way leaves nothing that the next run would build on
        place = {profile: at for at, profile in enumerate(profiles)}
        gone = [profile for profile in self._block if profile not in place]
        come = [profile for profile in profiles if profile not in self._block]
        reweighed, again = self._touched(place, corpus)
        self._corpus = corpus
        if gone or come or reweighed or again:
            changed = self._ties.hold(Turnover(profiles, place, gone, come, reweighed), corpus, spread)
            changed.update(again)
            self._part(self._pool(gone, changed), changed, place)
        self._is_whole = True
        return tuple(dict.fromkeys([self._block[profile] for profile in profiles]))

    def _touched(self, place: Mapping[Profile, int], corpus: Corpus) -> tuple[list[Profile], list[Profile]]:
        """Return the mentions that were held and are still: those whose stems weigh other than they did, those whose articles changed."""
        if not self._block:
            return [], []
        stems, articles = corpus.changed_stems(self._corpus), corpus.changed_articles(self._corpus)
        held = [profile for profile in self._block if profile in place] if stems or articles else []
        reweighed = [each for each in held if not (stems.isdisjoint(each.matter) and stems.isdisjoint(each.told))] if stems else []
        return reweighed, [each for each in held if each.mention.article in articles] if articles else []

    def _pool(self, gone: Iterable[Profile], changed: Iterable[Profile]) -> set[Profile]:
        """Return these mentions and all that were in one block with them, or with one that has gone."""
        pool = set(changed)
        for profile in (*gone, *pool):
            if profile in self._block:
                pool.update(self._block[profile].members)
        pool.difference_update(gone)
        for profile in gone:
            del self._block[profile]
        return pool

    def _part(self, pool: Iterable[Profile], changed: set[Profile], place: Mapping[Profile, int]) -> None:
        """Put mentions, and all that chains of likely pairs lead to from them, into blocks; a block in which nothing has changed stays."""
        seen: set[Profile] = set()
        for first in sorted(pool, key=place.__getitem__):
            chained = sorted(self._reached(first, seen), key=place.__getitem__) if first not in seen else []
            for members in map(tuple, self._parts(chained, place) if len(chained) > self._largest else [chained] if chained else []):
                known = self._block.get(members[0])
                if known is None or known.members != members or not changed.isdisjoint(members):
                    self._block.update(dict.fromkeys(members, MentionBlock(members, tuple(self._ties_of(members, place)))))

    def _reached(self, first: Profile, seen: set[Profile]) -> Iterator[Profile]:
        waiting = [first]
        seen.add(first)
        while waiting:
            profile = waiting.pop()
            yield profile
            near = [other for other, tie in self._ties.of(profile).items() if tie.likeness >= MERGE and other not in seen]
            seen.update(near)
            waiting += near

    def _parts(self, chained: Sequence[Profile], place: Mapping[Profile, int]) -> Iterator[list[Profile]]:
        """Part what is too much for one block where the ties are weakest."""
        at = {place[profile]: number for number, profile in enumerate(chained)}
        ties = sorted(
            (-tie.likeness, at[own], at[place[other]])
            for profile in chained
            for own in (place[profile],)
            for other, tie in self._ties.of(profile).items()
            if tie.likeness >= MERGE and own < place[other]
        )
        for part in parted(len(chained), ties, self._largest):
            yield [chained[number] for number in part]

    def _ties_of(self, members: Sequence[Profile], place: Mapping[Profile, int]) -> list[Tied]:
        own = set(members)
        found = [
            (profile, other, tie) if place[profile] < place[other] else (other, profile, tie)
            for profile in members
            for other, tie in self._ties.of(profile).items()
            if other not in own or place[profile] < place[other]
        ]
        return sorted(found, key=lambda tied: (-tied[2].likeness, place[tied[0]], place[tied[1]]))


def parted(count: int, ties: Iterable[tuple[float, int, int]], largest: int) -> tuple[tuple[int, ...], ...]:
    """Return the parts that ties, given in order, hold together, as long as no part outgrows the *largest*.

    A tie is what orders it, and the two of *count* things that it is between.
    """
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


def _heaviest(corpus: Corpus) -> float:
    """Return what a stem weighs that only one mention has: what two mentions must share to meet."""
    return max(corpus.weights.values(), default=0.0)
