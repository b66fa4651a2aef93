"""Groups that tell of one event in many words: their prototypes are compared once more, free of what single mentions add.

In: the groups of one block. Out: fewer groups, in the order of their first members.

An event that hundreds of mentions tell falls apart where each group has its own turns of phrase; what most members of a group share
is the better measure (the centroids of Rocchio classification and of topic detection and tracking, Allan et al. 1998).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from generator.weave.clusters import Group, Measure, days_conflict, joined, speakers_conflict
from generator.weave.profiles import Profile
from generator.weave.similarity import Likeness, Scales, likeness

MANY = 4
"""Groups of at least so many mentions have a prototype."""
SHARED = 0.3
"""The share of a group's mentions that have what its prototype has."""
ALIKE = 0.6
"""From this likeness of their prototypes on, two groups are one event."""
_REACH = 30


def gathered(groups: Sequence[Group], measure: Measure) -> tuple[Group, ...]:
    """Join the large groups of a block whose prototypes are alike and whose days and speakers agree."""
    large = [group for group in groups if len(group.members) >= MANY]
    if len(large) < 2:
        return tuple(groups)
    home = {index: group for group in groups for index in group.members}
    prototypes = [prototype([measure.profiles[index] for index in group.members]) for group in large]
    scales = _scales(prototypes, measure.scales)
    for _, first, second, like in sorted(_alike(prototypes, scales), key=lambda pair: pair[:3]):
        one, other = home[large[first].members[0]], home[large[second].members[0]]
        if one is not other and not days_conflict(one, other) and not speakers_conflict(one, other):
            joined(one, other, (large[first].members[0], large[second].members[0], like), home)
    return tuple(home[index] for index in sorted(home) if home[index].members[0] == index)


def prototype(members: Sequence[Profile]) -> Profile:
    """Return a profile of what the members of a group share; its date is the sharpest, its article none of theirs."""
    enough = max(2.0, SHARED * len(members))
    sharpest = min(members, key=lambda profile: (not profile.is_said, profile.days))
    triggers = Counter(profile.trigger for profile in members if profile.trigger)
    trigger = min(triggers, key=lambda each: (-triggers[each], each), default="")
    return replace(
        sharpest,
        mention=replace(sharpest.mention, id=f"prototype of {members[0].mention.id}", article=f"prototype of {members[0].mention.id}"),
        trigger=trigger,
        word=trigger,
        is_noun=any(profile.is_noun for profile in members if profile.trigger == trigger),
        matter=_common(members, enough, "matter"),
        told=_common(members, enough, "told"),
        named=_common(members, enough, "named"),
        proper=_common(members, enough, "proper"),
        figures=_common(members, enough, "figures"),
        heads=_common(members, enough, "heads"),
        actors=tuple(name for name, count in sorted(Counter(name for each in members for name in each.actors).items()) if count >= enough),
    )


def _common(members: Sequence[Profile], enough: float, field: str) -> frozenset[str]:
    counts = Counter(each for profile in members for each in getattr(profile, field))
    return frozenset(each for each, count in counts.items() if count >= enough)


def _scales(prototypes: Sequence[Profile], scales: Scales) -> Scales:
    """Return scales for prototypes: their own totals, and no crowd, which is for single mentions."""
    weights = scales.weights
    return Scales(
        weights,
        {},
        {each.mention.id: sum(weights[stem] for stem in each.matter) for each in prototypes},
        {each.mention.id: sum(weights[stem] for stem in each.told) for each in prototypes},
    )


def _alike(prototypes: Sequence[Profile], scales: Scales) -> list[tuple[float, int, int, Likeness]]:
    """Return the pairs of prototypes that are alike; each meets a bounded number of those that follow it in time."""
    order = sorted(range(len(prototypes)), key=lambda index: (prototypes[index].first, index))
    alike = []
    for place, first in enumerate(order):
        for second in order[place + 1 : place + 1 + _REACH]:
            if prototypes[second].first > prototypes[first].last + 1:
                break
            like = likeness(prototypes[first], prototypes[second], scales)
            if like.value >= ALIKE:
                alike.append((-like.value, min(first, second), max(first, second), like))
    return alike
