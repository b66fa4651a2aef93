"""What is done: how much the predicates of two mentions speak for one event.

In: two profiles and what is known of their doers. Out: log-odds.
"""

from __future__ import annotations

from generator.weave.participants import Doers
from generator.weave.profiles import Profile

_SAME_PREDICATE, _SAME_EVENT_NOUN, _TOLD_BY_THE_WAY = 0.7, 1.2, 0.8
_DONE_BY_OTHERS, _BY_OTHERS_OF_NAME = -1.0, -1.5
"""The same verb of others speaks against: "the aid arrived", "the carrier arrived"; the more of two with names."""
_OTHER_WORD = 0.6
"""How much of that a word of the same group is worth: a raid need not be the attack."""
_OTHER_OF_THE_MONTH, _MONTH = -1.0, 28
"""Of so many days or more much is told: with another predicate, it is most often another thing."""
_SAID_AND_DONE, _DATED_STATEMENT = -0.65, -0.8
_DATED_ANEW, _BY_SOMEONE_ELSE = -2.6, -0.8
_ON_THE_SAME_DAY = -6.0
"""The very phrase says that another deed gave the day."""


def predicate(one: Profile, other: Profile, doers: Doers, *, same: bool) -> float:
    """Return how much the predicates say; *same* tells that they are of one group of words.

    The same event noun says most ("the call", "Tuesday's call"); or what one tells as its own the other tells by the way.
    """
    if not same:
        by_the_way = one.is_statement == other.is_statement and (one.trigger in other.told or other.trigger in one.told)
        vague = max(one.days, other.days) >= _MONTH
        return _TOLD_BY_THE_WAY if by_the_way else _OTHER_OF_THE_MONTH if vague else 0.0
    nouns = one.is_noun + other.is_noun
    if doers is Doers.OTHERS and not nouns and not (one.is_statement and other.is_statement):
        return _BY_OTHERS_OF_NAME if one.has_named_actor and other.has_named_actor else _DONE_BY_OTHERS
    alike = _SAME_EVENT_NOUN if nouns == 2 else _SAME_PREDICATE
    return alike if one.word == other.word else _OTHER_WORD * alike


def said_and_done(one: Profile, other: Profile) -> float:
    """A statement is no deed, the less where the deed is dated by itself and somebody with a name makes the statement."""
    if one.is_statement == other.is_statement:
        return 0.0
    statement, deed = (one, other) if one.is_statement else (other, one)
    return _SAID_AND_DONE + _DATED_STATEMENT * (deed.is_said and statement.has_named_speaker)


def dated_anew(one: Profile, other: Profile, *, others: bool, same: bool) -> float:
    """Who gives the same day again in one article, with another predicate, most often begins to tell of something else, or someone."""
    if one.mention.article != other.mention.article:
        return 0.0
    later = other if one.mention.quote.start <= other.mention.quote.start else one
    if later.is_same_day and one.days == other.days == 1 and not later.is_statement:
        return _ON_THE_SAME_DAY
    again = _has_own_day(one) and _has_own_day(other)
    if not again or same or (one.speaker and one.speaker == other.speaker):
        return 0.0
    return _DATED_ANEW + _BY_SOMEONE_ELSE * others


def _has_own_day(profile: Profile) -> bool:
    return profile.is_said or profile.adds
