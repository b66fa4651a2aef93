"""Which mentions are merged by themselves: stretches of time that need not know of each other, each a corpus of its own.

In: profiles in order. Out: stretches in order of time; every mention is in one. All that merging makes of a stretch depends on that
stretch alone, so that stretches are computed by whoever is free, and a new article has only those merged again in which it dates something.

Time is halved, and halved again, where more mentions lie in it than are merged at once; so the borders stay where they are whatever
comes and goes elsewhere. A story of some hundred articles is one stretch.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain

from generator.model.article import Article
from generator.weave.profiles import Profile

MANY = 8000
"""A stretch of several days with more mentions than this is halved. A story of some hundred articles is one: in it 'last week's quake' is
the quake of its day."""
_ALL = 1 << 22
"""Days of the first stretch: from the year 1 beyond 9999. What is dated before or after is filed under its first or last day."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Mentions of one stretch of time, in the order of profiles, and all that they are merged from.

    ``name`` is its first day and its length; ``articles`` are those of its mentions, by id; ``report`` names for each of them the text
    that it is a copy of.
    """

    name: str
    members: tuple[Profile, ...]
    articles: Mapping[str, Article]
    report: Mapping[str, str]


def stretches(profiles: Iterable[Profile], articles: Mapping[str, Article], report: Mapping[str, str]) -> tuple[Stretch, ...]:
    """Part mentions, given in order, by their days."""
    of_day: defaultdict[int, list[tuple[int, Profile]]] = defaultdict(list)
    for place, profile in enumerate(profiles):
        of_day[profile.filed if 0 <= profile.filed < _ALL else 0 if profile.filed < 0 else _ALL - 1].append((place, profile))
    return tuple(
        _stretch(name, [profile for _, profile in sorted(chain.from_iterable(of_day[day] for day in days))], articles, report)
        for name, days in _halved({day: len(found) for day, found in sorted(of_day.items())})
    )


def _stretch(name: str, members: Sequence[Profile], articles: Mapping[str, Article], report: Mapping[str, str]) -> Stretch:
    own = dict.fromkeys(profile.mention.article for profile in members)
    return Stretch(name, tuple(members), {name: articles[name] for name in own}, {name: report[name] for name in own})


def _halved(counts: Mapping[int, int]) -> Iterator[tuple[str, Sequence[int]]]:
    """Yield the names of stretches, and the days in each of them on which a date begins."""
    days, sums = list(counts), [0, *accumulate(counts.values())]
    waiting = [(0, _ALL)]
    while waiting:
        start, length = waiting.pop()
        first, end = bisect_left(days, start), bisect_left(days, start + length)
        if first == end:
            continue
        if sums[end] - sums[first] <= MANY or length == 1:
            yield f"{start}+{length}", days[first:end]
        else:
            half = length // 2
            waiting += [(start + half, half), (start, half)]
