"""What an event as a whole says: its status, its headline, whether it is background, its tags.

In: the profiles of one event (in order of publication) and the one whose date won. Out: one value each.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from generator.model.mention import Status
from generator.model.timex import Step
from generator.weave.profiles import Profile
from generator.weave.stems import stems

_SHORTEST, _LONGEST = 5, 18
"""Words of a headline that fits."""
_CORE = 8
"""How many of the stems that most mentions share stand for what the event is about."""
_MANY, _MANY_AGREE = 4, 2.5
"""From so many mentions on, what they share counts so much more for the headline."""
_MOST_TAGS = 8
"""Names that an event is tagged with."""
_QUOTES = frozenset('“"„«')
_QUOTED = 1.0
"""What it counts against a headline that it only quotes, where another tells what was said."""
_TO_COME = frozenset({Status.PLANNED, Status.EXPECTED})
_ORDER = (Status.HAPPENED, Status.ONGOING, Status.PLANNED, Status.EXPECTED)


def status(profiles: Sequence[Profile], winner: Profile) -> tuple[Status, Step]:
    """Return the status that the latest sources support: those published since the event's first day outvote earlier plans.

    A source that came out before the day can only know the plan. Votes count by weight; ties go to what is more certain.
    """
    since = [profile for profile in profiles if profile.published >= winner.first]
    voters = since or list(profiles)
    votes: defaultdict[Status, float] = defaultdict(float)
    for profile in voters:
        votes[profile.mention.status] += _vote(profile, winner)
    best = min(_ORDER, key=lambda each: (-round(votes[each], 6), _ORDER.index(each)))
    if since and any(profile.mention.status in _TO_COME for profile in profiles) and best is Status.HAPPENED:
        return best, Step("status", "announced before, later reported as happened")
    return best, Step("status", f"{best}: as {'the sources since that day' if since else 'its sources'} tell it")


def _vote(profile: Profile, winner: Profile) -> float:
    same = (profile.first, profile.last) == (winner.first, winner.last)
    return max(0.1, profile.mention.weight) * (1.0 if same else 0.5) * (1.0 if profile.is_said else 0.6)


def headline(profiles: Sequence[Profile], winner: Profile, status: Status, weights: Mapping[str, float]) -> str:
    """Return the best of the mentions' headlines, empty where none of them has one that can be printed.

    It tells what most mentions share, at a headline's length, with a named actor; of a lead, of the first source. Of an event that
    happened, or goes on, no plan tells it that it fulfilled: "will open" is no headline of what has opened; and none that tells of
    another day than the entry's, or only of its month where another tells of its day.
    """
    told = [each for each in profiles if each.mention.headline and each.first <= winner.last and winner.first <= each.last]
    told = [each for each in told if each.days <= winner.days] or told
    if status is Status.HAPPENED and any(profile.mention.status is status for profile in profiles):
        told = [profile for profile in told if profile.mention.status is status]
    elif status is Status.ONGOING and any(profile.mention.status is status for profile in profiles):
        told = [profile for profile in told if profile.mention.status not in _TO_COME]
    if len(told) <= 1:
        return told[0].mention.headline if told else ""
    counts: Counter[str] = Counter()
    for profile in profiles:
        counts.update(profile.matter)
    heavy = {stem: weights.get(stem, 0.0) * count for stem, count in counts.items() if count > 1}
    core = sorted(heavy, key=lambda stem: (-heavy[stem], stem))[:_CORE]
    whole = sum(heavy[stem] for stem in core) or 1.0
    weight = _MANY_AGREE if len(profiles) >= _MANY else 1.0

    def worth(profile: Profile) -> float:
        mention = profile.mention
        said = stems(mention.headline)
        central = sum(heavy[stem] for stem in core if stem in said or stem == profile.trigger) / whole
        fitting = 1.0 if _SHORTEST <= len(mention.headline.split()) <= _LONGEST else 0.4
        named = 0.5 if any(name[:1].isupper() for name in mention.actors) else 0.0
        own = (-0.6 if mention.continues else 0.0) + (-1.5 if mention.fault else 0.0) + (0.4 if profile is profiles[0] else 0.0)
        own -= _QUOTED * (mention.headline[:1] in _QUOTES)
        return fitting + named + own + 0.4 * mention.lead + weight * central + 0.3 * (profile is winner) + 0.2 * profile.is_said

    return max(told, key=lambda profile: round(worth(profile), 6)).mention.headline


def tags(profiles: Sequence[Profile]) -> tuple[str, ...]:
    """Return the tags that most mentions have, most votes first, then in the order in which they were given."""
    votes: Counter[str] = Counter()
    for profile in profiles:
        votes.update(dict.fromkeys(profile.mention.tags, 1))
    places = {tag: place for place, tag in enumerate(votes)}
    return tuple(sorted(votes, key=lambda tag: (-votes[tag], places[tag]))[:_MOST_TAGS])


def is_background(profiles: Sequence[Profile]) -> bool:
    """Tell whether every mention says so."""
    return all(profile.mention.background for profile in profiles)
