"""Which events matter: a number from 0 to 1 each. In: the evidence of events. Out: their saliences.

A day weighs by the distinct reports that name it and by the days of publication on which it is referred back to, the more the later:
what later news keeps coming back to mattered (so do the date selectors of the literature: Kessler et al. 2012, Tran et al. 2015).
The events of a day share its weight by their own; an event that is no single day has its own weight. The number depends on
evidence alone, not on how heavy other events of the corpus are: a weight of eight, as of eight reports, makes one half everywhere.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

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


@dataclass(frozen=True, slots=True)
class Backing:
    """What an event weighs by: reports and days of publication with what they count, undated leads, and how many reports lead with it.

    ``first`` and ``days`` are those of the date that won.
    """

    reports: tuple[tuple[str, float], ...]
    published: tuple[tuple[int, float], ...]
    undated: int
    led: int
    first: int
    days: int

    @property
    def own(self) -> float:
        """The weight of the event among those of its day."""
        return _weight([self]) + _LEAD * self.led


def backing(members: Sequence[Profile], winner: Profile, report: Mapping[str, str]) -> Backing:
    """Return the evidence of an event, given as its profiles and the profile whose date won.

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
    return Backing(tuple(reports.items()), tuple(published.items()), leads, _leads(members, report), winner.first, winner.days)


def by_itself(event: Backing) -> float:
    """Return the salience of an event that is no single day: above 0, below 1."""
    sharpness = next((share for days, share in _SHARES if event.days <= days), _YEARS)
    return _rounded(_scaled(event.own * sharpness))


def of_day(events: Sequence[Backing]) -> tuple[float, ...]:
    """Return the saliences of all events of one day: above 0, below 1."""
    whole = _scaled(_weight(events))
    own = [event.own**_SHARPEN for event in events]
    shares = sum(own)
    return tuple([_rounded(whole * each / shares) for each in own])


def _rounded(salience: float) -> float:
    return max(1e-6, round(salience, 6))


def _scaled(weight: float) -> float:
    """Bring a weight between 0 and 1, in the same way in every corpus."""
    return weight / (weight + _HALF)


def _weight(events: Sequence[Backing]) -> float:
    """Add up the distinct reports of events that begin on one day, the later days of publication, and the undated leads."""
    reports: dict[str, float] = {}
    published: dict[int, float] = {}
    for event in events:
        for text, worth in event.reports:
            reports[text] = max(reports.get(text, 0.0), worth)
        for day, worth in event.published:
            published[day] = max(published.get(day, 0.0), worth)
    back = sum(worth * sum(day - events[0].first > passed for passed in _BACK) for day, worth in sorted(published.items()))
    if len(reports) == 1:
        back *= _ALONE
    return _LEAST + sum(reports.values()) + back + _UNDATED_LEAD * sum(event.undated for event in events)


def _worth(profile: Profile) -> float:
    """Return how much one dated mention counts."""
    ahead = _AHEAD if profile.mention.status in _YET_TO_COME else 1.0
    return ahead * (_BACKGROUND if profile.mention.background else 1.0)


def _leads(members: Sequence[Profile], report: Mapping[str, str]) -> int:
    return len({report[profile.mention.article] for profile in members if profile.mention.lead})
