"""Which events matter: a number from 0 to 1 each. In: the profiles of each event. Out: their saliences.

A day weighs by the distinct reports that name it and by the days of publication on which it is referred back to, the more the later:
what later news keeps coming back to mattered (so do the date selectors of the literature: Kessler et al. 2012, Tran et al. 2015).
The events of a day share its weight by their own; an event that is no single day has its own weight. The number depends on
evidence alone, not on how heavy other events of the corpus are: a weight of eight, as of eight reports, makes one half everywhere.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import chain

from generator.model.mention import DateBasis, Status
from generator.weave.profiles import Profile

_BACK = (0, 0, 7, 14)
"""A day of publication on which an earlier day is referred back to counts 1 for each of these spans of days that has passed since."""
_ALONE = 0.5
"""How much of that is left where one report alone looks back: nobody else comes back to it."""
_UNDATED_LEAD = 0.6
"""How much a lead counts that does not say its day; a mention that goes on from another says nothing new about the day."""
_AHEAD = 0.5
"""How much a plan or an expectation counts: it may not come about."""
_BACKGROUND = 0.4
"""How much a mention counts that is told as background to the news."""
_LEAD = 0.5
"""How much more an event weighs, among those of its day, for each report that leads with it."""
_SHARES = ((1, 1.0), (7, 0.6), (92, 0.5))
"""How much of its weight is left to an event that is dated to so many days at most."""
_YEARS = 0.3
"""How much is left to one that is vaguer still."""
_LEAST = 0.05
"""The weight that every event has."""
_HALF = 8.0
"""The weight that makes a salience of one half."""
_YET_TO_COME = frozenset({Status.PLANNED, Status.EXPECTED})
_SHARPEN = 2.0
"""The events of a day share its weight by this power of their own: the day's main event stands out."""


def saliences(events: Sequence[Sequence[Profile]], winners: Sequence[Profile], report: Mapping[str, str]) -> tuple[float, ...]:
    """Return the salience of each event, given as its profiles and the profile whose date won: above 0, below 1."""
    own = [_weight(members, winner, report) + _LEAD * _leads(members, report) for members, winner in zip(events, winners, strict=True)]
    of_day: defaultdict[int, list[int]] = defaultdict(list)
    for number, winner in enumerate(winners):
        if winner.days == 1:
            of_day[winner.first].append(number)
    weight = [_scaled(each * _sharpness(winner)) for each, winner in zip(own, winners, strict=True)]
    for _, numbers in sorted(of_day.items()):
        whole = _scaled(_weight(tuple(chain.from_iterable(events[number] for number in numbers)), winners[numbers[0]], report))
        shares = sum(own[number] ** _SHARPEN for number in numbers)
        for number in numbers:
            weight[number] = whole * own[number] ** _SHARPEN / shares
    return tuple(max(1e-6, round(each, 6)) for each in weight)


def _scaled(weight: float) -> float:
    """Bring a weight between 0 and 1, in the same way in every corpus."""
    return weight / (weight + _HALF)


def _weight(members: Sequence[Profile], winner: Profile, report: Mapping[str, str]) -> float:
    """Add up distinct reports, later days of publication, and undated leads.

    Only mentions as sharp as the winner count: who speaks of "last month" may mean something else of that month.
    """
    reports: dict[str, float] = {}
    published: dict[int, float] = {}
    leads = 0
    for profile in members:
        if profile.days > winner.days:
            continue
        if profile.is_said:
            text, worth = report[profile.mention.article], _worth(profile)
            reports[text] = max(reports.get(text, 0.0), worth)
            published[profile.published] = max(published.get(profile.published, 0.0), worth)
        leads += profile.mention.basis is DateBasis.PUBLICATION
    back = sum(worth * sum(day - winner.first > passed for passed in _BACK) for day, worth in sorted(published.items()))
    if len(reports) == 1:
        back *= _ALONE
    return _LEAST + sum(reports.values()) + back + _UNDATED_LEAD * leads


def _worth(profile: Profile) -> float:
    """Return how much one dated mention counts."""
    ahead = _AHEAD if profile.mention.status in _YET_TO_COME else 1.0
    return ahead * (_BACKGROUND if profile.mention.background else 1.0)


def _sharpness(winner: Profile) -> float:
    """Return less for what is no single day, and shares no day's weight; least for what only a year is known of."""
    return next((share for days, share in _SHARES if winner.days <= days), _YEARS)


def _leads(members: Sequence[Profile], report: Mapping[str, str]) -> int:
    return len({report[profile.mention.article] for profile in members if profile.mention.lead})
