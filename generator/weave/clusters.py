"""Which mentions of a block tell of one event: the surest pairs first, as long as the two groups agree as a whole.

In: a block, how telling stems are. Out: groups of its members, each with what joined it and what was refused. A pure function of both.
"""

from __future__ import annotations

from bisect import insort
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice

from generator.weave.blocks import MentionBlock
from generator.weave.likeness import MERGE, Signs, scales, signs
from generator.weave.profiles import Profile
from generator.weave.stems import same_name
from generator.weave.ties import Tie

TOGETHER = 0.7
"""Two groups join only where their mentions' mean likeness is at least this share of the likeness that joins two mentions."""
_LOOKED_AT = 5
"""How many mentions of each group are compared when two groups would join."""
_APART = 12
"""How many of each group are asked whether the text tells them apart."""
SURE = 0.7
"""From this likeness on, reports may disagree by a day."""
_TOLD = 3
"""How many of the joins that were refused a group keeps."""


@dataclass(frozen=True, slots=True)
class Join:
    """Two mentions that were taken for one event, or not: their signs (None where the text itself goes on), and why not."""

    one: Profile
    other: Profile
    signs: Signs | None
    against: str = ""


@dataclass(slots=True)
class Group:
    """Mentions taken for one event, in order, each with its place in the block.

    ``days`` are the latest first and the earliest last day of all dates: where the one is not after the other, some day is one of all;
    ``said`` the same of the dates that clauses name, None where none does. ``speakers`` are the named ones of ``statements`` mentions.
    """

    members: list[int]
    days: tuple[int, int]
    said: tuple[int, int] | None
    speakers: frozenset[tuple[str, ...]]
    statements: int
    joins: list[Join] = field(default_factory=list)
    refused: list[Join] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Cluster:
    """What a block yields for one event: its mentions in order, and why they are together, and apart from others."""

    members: tuple[Profile, ...]
    joins: tuple[Join, ...]
    refused: tuple[Join, ...]


def clustered(block: MentionBlock, weights: Mapping[str, float]) -> tuple[Cluster, ...]:
    """Return the events of a block, in the order of their first mentions, given how telling the stems are."""
    groups = _Grouping(block, weights).groups() if block.ties else [_alone(0, block.members[0])]
    return tuple(
        Cluster(tuple(block.members[place] for place in group.members), tuple(group.joins), tuple(group.refused[:_TOLD]))
        for group in groups
    )


def _alone(place: int, profile: Profile) -> Group:
    days = profile.first, profile.last
    speakers = profile.speakers
    return Group([place], days, days if profile.is_said else None, speakers, int(bool(speakers)))


class _Grouping:
    """The groups of one block as they grow."""

    def __init__(self, block: MentionBlock, weights: Mapping[str, float]) -> None:
        self._members = block.members
        self._ties = block.ties
        self._scales = scales(block.members, weights)
        self._known: dict[tuple[int, int], Signs | None] = {}
        self._place = {profile: place for place, profile in enumerate(block.members)}
        self._home = {place: _alone(place, profile) for place, profile in enumerate(block.members)}

    def groups(self) -> list[Group]:
        """Join the surest first: what the text itself joins, then the likest pairs."""
        for one, other, tie in self._ties:
            ends = [self._home[self._place[end]] for end in (one, other) if end in self._place]
            if len(ends) == 2 and ends[0] is ends[1]:
                continue
            against = self._against(ends, tie)
            if against:
                for group in ends:
                    group.refused.append(Join(one, other, tie.signs, against))
            else:
                self._join(self._place[one], self._place[other], tie.signs)
        return [group for place, group in self._home.items() if group.members[0] == place]

    def _join(self, first: int, second: int, found: Signs | None) -> None:
        one, other = self._home[first], self._home[second]
        if len(one.members) < len(other.members):
            one, other = other, one
        for place in other.members:
            insort(one.members, place)
            self._home[place] = one
        one.joins += [*other.joins, Join(self._members[first], self._members[second], found)]
        one.refused += other.refused
        one.days = _both(one.days, other.days)
        one.said = _both(one.said, other.said) if one.said and other.said else one.said or other.said
        one.speakers |= other.speakers
        one.statements += other.statements

    def _compared(self, a: int, b: int) -> Signs | None:
        pair = (a, b) if a < b else (b, a)
        if pair not in self._known:
            self._known[pair] = signs(self._members[pair[0]], self._members[pair[1]], self._scales)
        return self._known[pair]

    def _against(self, ends: Sequence[Group], tie: Tie) -> str:
        """Say what speaks against two groups being one event: days or speakers that conflict, mentions unlike on the whole."""
        if tie.likeness < MERGE or len(ends) == 1:  # the other one is of another block
            return "that is too little" if tie.likeness < MERGE else "so much is told alike that each is compared with the likest only"
        one, other = ends
        if tie.signs is None or (len(one.members) == 1 and len(other.members) == 1):
            return ""
        if days_conflict(one, other, apart=int(tie.likeness >= SURE)):
            return "the days that their mentions name are not the same"
        if speakers_conflict(one, other):
            return "others speak"
        if any(self._compared(a, b) is None for a in one.members[:_APART] for b in other.members[:_APART]):
            return "the text tells some of their mentions apart"
        found = [self._compared(a, b) for a in self._heads(one) for b in self._heads(other)]
        mean = sum(each.likeness for each in found if each) / len(found)
        return "" if mean >= TOGETHER * MERGE else f"the others told with them are less alike ({mean:.2f} on the whole)"

    def _heads(self, group: Group) -> Sequence[int]:
        """Return the first members of a group, without those that only go on telling; never none."""
        heads = (place for place in group.members if self._members[place].mention.continues is None)
        return list(islice(heads, _LOOKED_AT)) or group.members[:_LOOKED_AT]


def days_conflict(one: Group, other: Group, *, apart: int = 0) -> bool:
    """Tell whether the days that the groups name lie more than *apart* days from one another, or inferred ones more than one."""
    if _gap(_both(one.days, other.days)) > 1:
        return True
    return one.said is not None and other.said is not None and _gap(_both(one.said, other.said)) > apart


def _both(one: tuple[int, int], other: tuple[int, int]) -> tuple[int, int]:
    return max(one[0], other[0]), min(one[1], other[1])


def _gap(days: tuple[int, int]) -> int:
    """Return how many days the dates miss one another by; 0 or less where some day is one of all."""
    return days[0] - days[1]


def speakers_conflict(one: Group, other: Group) -> bool:
    """Tell whether the groups are statements of different speakers. A deed that someone speaks of by the way stays a deed."""
    if not (_is_spoken(one) and _is_spoken(other)):
        return False
    return not any(same_name(a, b) for a in sorted(one.speakers) for b in sorted(other.speakers))


def _is_spoken(group: Group) -> bool:
    return bool(group.speakers) and 2 * group.statements >= len(group.members)
