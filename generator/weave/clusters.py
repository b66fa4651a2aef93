"""Which mentions tell of one event: within a block, the surest pairs first, as long as the two groups agree as a whole.

In: profiles, the pairs worth comparing, the weights of stems. Out: groups of indices, each with what joined it.
"""

from __future__ import annotations

from bisect import insort
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import islice

from generator.weave.profiles import Profile
from generator.weave.similarity import MERGE, Likeness, Scales, likeness
from generator.weave.words import same_name

TOGETHER = 0.6
"""Two groups join only where their mentions' mean likeness is at least this share of the likeness that joins two mentions."""
_LOOKED_AT = 5
"""How many mentions of each group are compared when two groups would join."""
SURE = 0.7
"""From this likeness on, reports may disagree by a day."""
GOES_ON = Likeness(1.0, 0.0, 0.0, 0.0, same_trigger=False)
"""The likeness of a mention and the one that it goes on telling."""


@dataclass(slots=True)
class Group:
    """Mentions taken for one event, in order, and the pair and likeness of each join.

    ``days`` are the latest first and the earliest last day of all dates: where the one is not after the other, some day is one of all;
    ``said`` the same of the dates that clauses name, None where none does. ``speakers`` are the named ones of ``statements`` mentions.
    """

    members: list[int]
    days: tuple[int, int]
    said: tuple[int, int] | None
    speakers: frozenset[tuple[str, ...]]
    statements: int
    joins: list[tuple[int, int, Likeness]] = field(default_factory=list)


def group_of(indices: Sequence[int], profiles: Sequence[Profile]) -> Group:
    """Return the group of the mentions with these indices."""
    members = [profiles[index] for index in indices]
    said = [profile for profile in members if profile.is_said]
    spoken = [profile.speaker for profile in members if profile.is_statement and profile.speaker and profile.has_named_speaker]
    return Group(list(indices), _common_days(members), _common_days(said) if said else None, frozenset(spoken), len(spoken))


def _common_days(profiles: Sequence[Profile]) -> tuple[int, int]:
    return max(profile.first for profile in profiles), min(profile.last for profile in profiles)


@dataclass(frozen=True, slots=True)
class Measure:
    """Likeness of two profiles by their indices, each pair measured once."""

    profiles: Sequence[Profile]
    scales: Scales
    known: dict[tuple[int, int], Likeness] = field(default_factory=dict)

    def of(self, a: int, b: int) -> Likeness:
        """Return the likeness of two profiles."""
        pair = (a, b) if a < b else (b, a)
        if pair not in self.known:
            self.known[pair] = likeness(self.profiles[pair[0]], self.profiles[pair[1]], self.scales)
        return self.known[pair]

    def goes_on(self, a: int, b: int) -> bool:
        """Tell whether the text itself says that one of two mentions goes on telling the other."""
        one, other = self.profiles[a].mention, self.profiles[b].mention
        return one.continues == other.id or other.continues == one.id

    def heads(self, group: Group) -> list[int]:
        """Return the first members of a group, without those that only go on telling; never none."""
        heads = (index for index in group.members if self.profiles[index].mention.continues is None)
        return list(islice(heads, _LOOKED_AT)) or group.members[:_LOOKED_AT]


def grouped(block: Sequence[int], pairs: Sequence[tuple[int, int]], measure: Measure) -> tuple[Group, ...]:
    """Return the groups of one block, in the order of their first members. A pure function of the profiles of the block."""
    home = {index: group_of([index], measure.profiles) for index in block}
    for first, second in pairs:
        if home[first] is not home[second] and measure.goes_on(first, second):
            joined(home[first], home[second], (first, second, GOES_ON), home)
    edges = [(-like.value, first, second) for first, second in pairs if (like := measure.of(first, second)).value >= MERGE]
    for _, first, second in sorted(edges):
        one, other = home[first], home[second]
        if one is not other and _agree(one, other, measure.of(first, second).value, measure):
            joined(one, other, (first, second, measure.of(first, second)), home)
    return tuple(group for index, group in home.items() if group.members[0] == index)


def joined(one: Group, other: Group, by: tuple[int, int, Likeness], home: dict[int, Group]) -> None:
    """Join two groups; *home* is the group of each mention."""
    if len(one.members) < len(other.members):
        one, other = other, one
    for index in other.members:
        insort(one.members, index)
    one.joins += [*other.joins, by]
    one.days = _both(one.days, other.days)
    one.said = _both(one.said, other.said) if one.said and other.said else one.said or other.said
    one.speakers |= other.speakers
    one.statements += other.statements
    for index in other.members:
        home[index] = one


def _agree(one: Group, other: Group, value: float, measure: Measure) -> bool:
    """Tell whether two groups can be one event: days and speakers do not conflict, and their mentions are alike on the whole."""
    if len(one.members) == 1 and len(other.members) == 1:
        return True
    if days_conflict(one, other, apart=value >= SURE) or speakers_conflict(one, other):
        return False
    values = [measure.of(a, b).value for a in measure.heads(one) for b in measure.heads(other)]
    return sum(values) / len(values) >= TOGETHER * MERGE


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
