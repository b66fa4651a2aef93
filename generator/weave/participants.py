"""Who does it, or says it: whether two mentions can be of the same people and bodies.

In: two profiles. Out: log-odds for one event, and what is known of the doers.
"""

from __future__ import annotations

from enum import Enum

from generator.weave.profiles import Profile
from generator.weave.words import same_name

_SAME_ACTOR, _OTHER_ACTORS = 0.6, -0.3
_SAME_SPEAKER, _SAME_SPEAKER_AND_TEXT, _TWO_SPEAKERS = 1.2, 1.0, -4.0
_SAME_KIND_OF_SPEAKER, _PERHAPS_TWO_SPEAKERS = 0.3, -1.5
"""Statements of "activists" need not be of the same ones; "the attorney general" may be the one who is named elsewhere."""


class Doers(Enum):
    """What two mentions say of who does it."""

    SAME = "the same"
    UNKNOWN = "not said of both, or of the same kind"
    PERHAPS_OTHERS = "perhaps others"
    """"The singer" may be Ann White, "12 people" some of "the victims"; one may stand in the other's quote as well."""
    OTHERS = "others"


def who(one: Profile, other: Profile, doers: Doers) -> float:
    """Return the log-odds of one event by who speaks (of two statements the speaker decides), or who does it."""
    if one.is_statement and other.is_statement and one.speaker and other.speaker:
        named = one.has_named_speaker and other.has_named_speaker
        if not same_name(one.speaker, other.speaker):
            return _TWO_SPEAKERS if named else _PERHAPS_TWO_SPEAKERS
        same = _SAME_SPEAKER if named else _SAME_KIND_OF_SPEAKER
        return same + _SAME_SPEAKER_AND_TEXT * (one.mention.article == other.mention.article)
    return _SAME_ACTOR if doers is Doers.SAME else 0.0 if doers is Doers.UNKNOWN else _OTHER_ACTORS


def doers_of(one: Profile, other: Profile) -> Doers:
    """Compare who does it."""
    mine, theirs = (profile.actors or ((profile.speaker,) if profile.speaker else ()) for profile in (one, other))
    if not mine or not theirs:
        return Doers.UNKNOWN
    if any(same_name(a, b) for a in mine for b in theirs):
        return Doers.SAME
    # "nine cases" and "two cases" are neither the same nor plainly others
    if one.heads & other.heads:
        return Doers.UNKNOWN
    by_role = (one.has_role and other.has_named_actor) or (other.has_role and one.has_named_actor)
    counted = one.is_counted and other.is_counted
    told = not one.heads.isdisjoint(other.told) or not other.heads.isdisjoint(one.told)
    return Doers.PERHAPS_OTHERS if by_role or counted or told else Doers.OTHERS


def is_one_thing(one: Profile, other: Profile) -> bool:
    """Tell whether one thing, body or person does two deeds: nothing counted, nobody told by a role that many have."""
    many = one.is_counted or other.is_counted or one.has_role or other.has_role
    return not many and not one.is_statement and not other.is_statement and not one.heads.isdisjoint(other.heads)
