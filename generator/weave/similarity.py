"""How surely two mentions tell of the same event: a probability, from date, kind, who, trigger, matter and figures.

In: two profiles and the weights of stems. Out: the likeness, 0 where something forbids it.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile

from generator.weave import participants, predicates
from generator.weave.participants import doers_of
from generator.weave.profiles import Profile
from generator.weave.words import stem, weights

MERGE = 0.43
"""From this likeness on, two mentions are taken for the same event."""
_NEAR = 3
_ALL_BUT_THE_DAY = 0.6
"""From this share of common matter on, two reports may disagree about the day of one event."""

# Log-odds that two mentions whose dates meet are of the same event, by what they share; fitted on marked stories, then rounded.
_PRIOR = -5.2
_SAME_DAYS, _NESTED_DAYS, _OFF_BY_ONE = 4.1, 3.3, 1.0
_PER_DOUBLING, _PER_DOUBLING_LONGER = 0.08, 0.15
"""How much less two dates say with each doubling of the days that both cover, and by which the one is longer."""
_PER_DOUBLING_CROWD, _QUIET, _CROWDED = 0.5, 16, 2.0
"""How much less one date in two articles says with each doubling of its mentions beyond a quiet day's; at most so much."""
_SAME_WHO_AND_WHAT = 0.7
"""The same thing does the same, whatever else the two sentences tell, and however much is told of the day."""
_CONTAINED, _JACCARD = 1.3, 0.5
_QUOTE_CONTAINED, _QUOTE_JACCARD, _QUOTE_AMOUNT = 2.8, 1.0, 1.4
_ADJACENT, _CLOSE, _GOES_ON = 1.1, 0.3, 0.8
_OTHER_NAMES = -0.5
_SHARED_FIGURE, _OTHER_FIGURES = 0.7, -0.2
_CAPTION, _BESIDES = 6, 0.3
"""So many words that two different leads open with are a caption; so much matter they share besides, if they tell of one event."""
_TRUSTED = 12.0
"""From this weight of the smaller side on, its containment in the other is no accident."""
_MUCH = 15.0
"""So much weight of shared stems counts as all that can be shared."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """The measure and what it was made of: log-odds of the date and of who, the share of common matter from 0 to 1."""

    value: float
    when: float
    who: float
    what: float
    same_trigger: bool


_NONE = Likeness(0.0, 0.0, 0.0, 0.0, same_trigger=False)


@dataclass(frozen=True, slots=True)
class Scales:
    """What mentions are weighed with: how telling each stem is, how many mentions each date has, what each mention's stems weigh.

    ``matter`` and ``told`` go by the mention's id.
    """

    weights: Mapping[str, float]
    crowd: Mapping[tuple[int, int], int]
    matter: Mapping[str, float]
    told: Mapping[str, float]


def scales(profiles: Sequence[Profile]) -> Scales:
    """Return the scales for the mentions of a build."""
    telling = weights(profile.matter | profile.told for profile in profiles)
    return Scales(
        telling,
        Counter((profile.first, profile.last) for profile in profiles),
        {profile.mention.id: sum(telling[stem] for stem in profile.matter) for profile in profiles},
        {profile.mention.id: sum(telling[stem] for stem in profile.told) for profile in profiles},
    )


def likeness(one: Profile, other: Profile, scales: Scales) -> Likeness:
    """Compare two mentions."""
    when = _when(one, other)
    if not when or _same_sentence(one, other):
        return _NONE
    apart = _opening(one, other)
    # a name in common does not make what one man did and what he said alike
    names = one.named & other.named if one.is_statement != other.is_statement and one.trigger != other.trigger else frozenset()
    matter, quote = _matter(one, other, apart | names, scales), _quote(one, other, apart | names, scales)
    if apart and matter.jaccard < _BESIDES:
        return _NONE
    if _disagree(one, other) and (matter.jaccard < _ALL_BUT_THE_DAY or _figures(one, other) < 0):
        return _NONE
    doers = doers_of(one, other)
    who = participants.who(one, other, doers)
    same_trigger = bool(one.trigger) and one.trigger == other.trigger and one.trigger not in apart
    odds = (
        _PRIOR
        + when
        + (_SAME_WHO_AND_WHAT if same_trigger and participants.is_one_thing(one, other) else -_crowding(one, other, scales.crowd))
        + who
        + _CONTAINED * matter.contained
        + _JACCARD * matter.jaccard
        + _QUOTE_CONTAINED * quote.contained
        + _QUOTE_JACCARD * quote.jaccard
        + _QUOTE_AMOUNT * quote.amount
        + predicates.predicate(one, other, doers, same=same_trigger)
        + (0.0 if same_trigger else predicates.said_and_done(one, other))
        + _nearness(one, other)
        + predicates.dated_anew(one, other, others=who < 0, same=same_trigger)
        + _figures(one, other)
        + _names(one, other)
    )
    return Likeness(1.0 / (1.0 + math.exp(-odds)), when, who, matter.jaccard, same_trigger)


def _nearness(one: Profile, other: Profile) -> float:
    """Neighbouring sentences of one article go on telling the same, the more so where the second names no date of its own."""
    if one.mention.article != other.mention.article:
        return 0.0
    apart = abs(one.mention.sentence - other.mention.sentence)
    later = other if one.mention.quote.start <= other.mention.quote.start else one
    if apart > _NEAR or later.adds:
        return 0.0
    return (_ADJACENT if apart <= 1 else _CLOSE) + _GOES_ON * (not later.is_said)


def _crowding(one: Profile, other: Profile, crowd: Mapping[tuple[int, int], int]) -> float:
    """Of many events of one day (or, more so, one year) two articles tell different ones."""
    if one.mention.article == other.mention.article:
        return 0.0
    most = max(crowd.get((each.first, each.last), 1) for each in (one, other))
    return min(_CROWDED, _PER_DOUBLING_CROWD * max(0.0, math.log2(most / _QUIET)))


def _same_sentence(one: Profile, other: Profile) -> bool:
    """Tell whether the two were found in one sentence: there they are two events, unless one speaker goes on speaking."""
    if one.mention.article != other.mention.article or one.mention.sentence != other.mention.sentence:
        return False
    goes_on = one.is_statement and other.is_statement and one.speaker == other.speaker and bool(one.speaker)
    return not goes_on


def _when(one: Profile, other: Profile) -> float:
    """Return the log-odds of two dates, 0 for dates that cannot be the same."""
    if one.first <= other.last and other.first <= one.last:
        longer, shorter = max(one.days, other.days), min(one.days, other.days)
        agreed = _SAME_DAYS if one.first == other.first and one.last == other.last else _NESTED_DAYS
        return agreed - _PER_DOUBLING * math.log2(shorter) - _PER_DOUBLING_LONGER * math.log2(longer / shorter)
    gap = max(one.first - other.last, other.first - one.last)
    if gap > 1:
        return 0.0
    inferred = not (one.is_said and other.is_said)
    told_twice = one.mention.article != other.mention.article and one.trigger == other.trigger
    return _OFF_BY_ONE if inferred or told_twice else 0.0


@dataclass(frozen=True, slots=True)
class _Common:
    """How much two sets of stems share: by Jaccard, by containment of the smaller (trusted as it grows), and as such; 0 to 1."""

    jaccard: float
    contained: float
    amount: float


_NOTHING = _Common(0.0, 0.0, 0.0)


def _matter(one: Profile, other: Profile, apart: frozenset[str], scales: Scales) -> _Common:
    totals = scales.matter[one.mention.id], scales.matter[other.mention.id]
    return _common(one.matter & other.matter, apart, totals, scales.weights)


def _quote(one: Profile, other: Profile, apart: frozenset[str], scales: Scales) -> _Common:
    totals = scales.told[one.mention.id], scales.told[other.mention.id]
    return _common(one.told & other.told, apart, totals, scales.weights)


def _common(both: frozenset[str], apart: frozenset[str], totals: tuple[float, float], weights: Mapping[str, float]) -> _Common:
    """Weigh what two sets of stems share against what each holds, leaving out what says nothing (*apart*).

    The sums are exact in any order, weights being multiples of a half.
    """
    idle = sum(weights[stem] for stem in both & apart) if apart else 0.0
    shared = sum(weights[stem] for stem in both) - idle
    if not shared:
        return _NOTHING
    one, other = (total - idle for total in totals)
    smaller = min(one, other)
    return _Common(shared / (one + other - shared), shared / smaller * min(1.0, smaller / _TRUSTED), min(1.0, shared / _MUCH))


def _opening(one: Profile, other: Profile) -> frozenset[str]:
    """Return the stems of the many words with which two undated leads both open before they part: a caption glued to each."""
    if one.is_said or other.is_said or one.mention.article == other.mention.article or one.wording == other.wording:
        return frozenset()
    both = zip(one.wording.split(), other.wording.split(), strict=False)
    shared = [word for word, _ in takewhile(lambda pair: pair[0] == pair[1], both)]
    return frozenset(stem(word) for word in shared) if len(shared) >= _CAPTION else frozenset()


def _figures(one: Profile, other: Profile) -> float:
    if not one.figures or not other.figures:
        return 0.0
    return _SHARED_FIGURE * min(2, len(one.figures & other.figures)) or _OTHER_FIGURES


def _names(one: Profile, other: Profile) -> float:
    """Two articles that both name people or places, and none the same, tell of different ones."""
    apart = one.mention.article != other.mention.article and one.proper and other.proper and not one.proper & other.proper
    return _OTHER_NAMES if apart else 0.0


def _disagree(one: Profile, other: Profile) -> bool:
    """Tell whether both name days, and not the same."""
    return one.is_said and other.is_said and (one.first > other.last or other.first > one.last)
