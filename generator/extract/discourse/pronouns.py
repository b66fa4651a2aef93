"""Whom a pronoun means: the likeliest of those heard of before, and whether only that one can be meant.

In: who was heard of where, the pronoun. Out: a number in the register, and whether it is sure; None where nobody fits.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from operator import attrgetter

from generator.extract.discourse.names import Named, NamedKind
from generator.model.story import Story

_GROUPS = (("m", "masculine_pronouns"), ("f", "feminine_pronouns"), ("n", "neuter_pronouns"), ("p", "plural_pronouns"))
_REACH = 2
"""Over how many sentences a pronoun reaches back."""


@dataclass(frozen=True, slots=True)
class Heard:
    """Somebody (by number) was told of in a sentence, by a token of it; ``subject`` as the subject of a clause."""

    sentence: int
    token: int
    number: int
    subject: bool


def kind_of_pronoun(word: str, story: Story) -> str:
    """Return ``m``, ``f``, ``n`` (it) or ``p`` (they) for a pronoun of the third person, else nothing."""
    return next((kind for kind, group in _GROUPS if word.lower() in story.of(group)), "")


def meant(kind: str, sentence: int, heard: Sequence[Heard], everybody: Sequence[Named]) -> tuple[int, bool] | None:
    """Return whom a pronoun of a kind means, and whether nobody else can be meant; *heard* stand in the order of the sentences.

    The nearest sentence that tells of anybody who fits decides, who is known for a person before who may be one; of several there its
    subject is the likeliest.
    """
    first = bisect_left(heard, sentence - _REACH, key=attrgetter("sentence"))
    recent = [each for each in heard[first:] if fits(everybody[each.number], kind)]
    if not recent:
        return None
    fitting = recent
    people = [each for each in recent if everybody[each.number].kind is NamedKind.PERSON]
    recent = people if people and kind in {"m", "f"} else recent
    nearest = recent[-1].sentence
    there = [each for each in recent if each.sentence == nearest]
    ones = list(dict.fromkeys(each.number for each in there))
    subjects = list(dict.fromkeys(each.number for each in there if each.subject))
    best = (subjects or ones)[0 if len(subjects or ones) == 1 else -1]
    if len(ones) > 1:
        return best, False
    alone = len({each.number for each in recent}) == 1
    if kind in {"m", "f"}:
        others = {each.number for each in fitting if each.sentence >= nearest} - {best}
        rivals = any(" " in everybody[each].name for each in others)  # a name that may be a person's
        return best, bool(subjects) and (everybody[best].gender == kind or alone) and not rivals
    return best, bool(subjects) and bool(everybody[best].name or alone)


def fits(one: Named, kind: str) -> bool:
    """Tell whether a pronoun of a kind can mean somebody."""
    if kind == "p":
        return one.plural or one.kind is NamedKind.BODY
    if one.plural:
        return False
    if kind == "n":
        return one.kind is not NamedKind.PERSON and not one.gender
    person = one.kind is NamedKind.PERSON or (one.kind is NamedKind.UNKNOWN and " " in one.name and not one.name.isupper())
    return person and one.gender in {kind, ""}
