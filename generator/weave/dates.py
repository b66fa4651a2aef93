"""Which of its mentions' dates an event takes: the sharpest that is well supported; the others that disagree are kept.

In: the profiles of one event. Out: the profile whose date wins, the dates that disagree, and why.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.model.edtf import Date, Edtf, Interval, sort_key
from generator.model.mention import DateBasis
from generator.model.timex import Step
from generator.weave.profiles import Profile

_TRUST = {DateBasis.EDITOR: 4.0, DateBasis.SAID: 3.0, DateBasis.INHERITED: 1.5, DateBasis.PUBLICATION: 0.5}
"""How much one report of a date counts by where the date comes from."""
_VAGUE = 31
"""A date that was said and covers more days than these gives way to an inferred one inside it."""
_SEVERAL = 4
"""So many reports of a vaguer date stand against a single one of a sharper."""
_DISPUTERS = 50
"""How many said dates are compared with all others to see whether reports disagree."""


@dataclass(frozen=True, slots=True)
class ChosenDate:
    """The profile whose date the event takes, the dates that share no day with it, and the reason in words."""

    winner: Profile
    others: tuple[Edtf, ...]
    reason: Step


def chosen(profiles: Sequence[Profile], report: Mapping[str, str]) -> ChosenDate:
    """Choose among the dates of one event's mentions; *report* names the text an article is a copy of (its own id if none)."""
    distinct = {_when(profile): profile for profile in profiles}
    support = {when: _support(profile, profiles, report) for when, profile in distinct.items()}
    said = [profile for profile in profiles if profile.is_said]
    disputed = any(not _meet(one, other) for one in said for other in said[:_DISPUTERS])
    sharp = any(profile.days <= _VAGUE for profile in said)
    timed = 2 * sum(_timed(profile) for profile in said) > len(said)
    alone = _alone(said, report)
    winner = min(
        profiles,
        key=lambda profile: (
            profile.is_said and _when(profile) in alone,
            *_rank(profile, support[_when(profile)], disputed=disputed, sharp=sharp, timed=timed),
        ),
    )
    disagreeing = {str(each.mention.date): each.mention.date for each in profiles if each.is_said and not _meet(each, winner)}
    others = tuple(sorted(disagreeing.values(), key=lambda date: (sort_key(date), str(date))))
    return ChosenDate(winner, others, _reason(winner, profiles, others))


def _when(profile: Profile) -> tuple[int, int]:
    return profile.first, profile.last


def _meet(one: Profile, other: Profile) -> bool:
    return one.first <= other.last and other.first <= one.last


def _support(profile: Profile, profiles: Sequence[Profile], report: Mapping[str, str]) -> float:
    """Sum over distinct reports the trust in the best mention that agrees: wholly on the same days, by half where its days contain them."""
    best: dict[str, float] = {}
    for other in profiles:
        if not (other.first <= profile.first and profile.last <= other.last):
            continue
        trust = _TRUST[other.mention.basis] * (1.0 if _when(other) == _when(profile) else 0.5)
        text = report.get(other.mention.article, other.mention.article)
        best[text] = max(best.get(text, 0.0), trust)
    return sum(best.values())


def _rank(profile: Profile, support: float, *, disputed: bool, sharp: bool, timed: bool) -> tuple[float | str, ...]:
    """Order the candidates, best first: a said date before an inferred one, by support where reports disagree, then the sharpest."""
    date = profile.mention.date
    return (
        sharp and profile.mention.basis is DateBasis.PUBLICATION,
        -round(support, 3) if disputed else 0.0,
        profile.days,
        not profile.is_said,
        _roughness(date),
        -round(support, 3),
        _timed(profile) is not timed,
        not profile.mention.lead,
        profile.published,
        profile.mention.article,
        profile.mention.quote.start,
    )


def _alone(said: Sequence[Profile], report: Mapping[str, str]) -> frozenset[tuple[int, int]]:
    """Return the dates that one report alone gives while several say a vaguer one: it may speak of something else of that week."""
    reports: defaultdict[tuple[int, int], set[str]] = defaultdict(set)
    for profile in said:
        reports[_when(profile)].add(report.get(profile.mention.article, profile.mention.article))
    vaguer = [when for when, texts in reports.items() if len(texts) >= _SEVERAL]
    return frozenset(
        when
        for when, texts in reports.items()
        if len(texts) == 1 and any(first <= when[0] and when[1] <= last and when != (first, last) for first, last in vaguer)
    )


def _timed(profile: Profile) -> bool:
    """Tell whether the date has a time of day. It is kept where most sources give one: a lone clock is often that of a report."""
    return isinstance(profile.mention.date, Date) and bool(profile.mention.date.time)


def _roughness(date: Edtf) -> int:
    """Return 0 for a plain date, more for an approximate one, a pair of ends, an open end."""
    if isinstance(date, Date):
        return 1 if date.qualifier else 0
    ends = (date.start, date.end) if isinstance(date, Interval) else (date.earliest, date.latest)
    return 3 if None in ends else 2


def _reason(winner: Profile, profiles: Sequence[Profile], others: Sequence[Edtf]) -> Step:
    dates = {str(profile.mention.date) for profile in profiles}
    if others:
        told = ", ".join(str(date) for date in others)
        return Step("date", f"{winner.mention.date} is the best supported; {told} is said as well and disagrees")
    if len(dates) > 1:
        return Step("date", f"{winner.mention.date} is the sharpest of {len(dates)} dates that agree: {', '.join(sorted(dates))}")
    return Step("date", f"{winner.mention.date} ({winner.mention.basis})")
