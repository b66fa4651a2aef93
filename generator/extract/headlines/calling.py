"""How to call somebody of whom the reader of a line has not heard.

In: a Named of the register. Out: the words to put in, empty where it has none that say more.
"""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from generator.extract.discourse.names import Named, NamedKind
from generator.model.story import Story

LONGEST_ROLE = 10
"""Words of an office or trade that are said with a name."""
_AGAIN = 2
"""So often before the full name, a short one is somebody else's."""


def called(one: Named, said: AbstractSet[str]) -> str:
    """Return the first full form: title and name, or name and what was said of its bearer; *said* are the line's words (small)."""
    if said & set(one.role.lower().split()[-1:]) or (one.kind is NamedKind.PERSON and not one.fitting):
        return one.name  # 'Hale became president'
    if one.name and one.role and not one.titled and len(one.role.split()) <= LONGEST_ROLE and one.kind is NamedKind.PERSON:
        return f"{one.name}, {one.role},"
    told = len(one.role.split()) <= LONGEST_ROLE and not one.name.lower().startswith(f"{one.role.lower()} ")
    return one.shown if told else one.name


def is_nameable(one: Named, kind: str) -> bool:
    """Tell whether a name says by itself whom a pronoun of a kind means: of a 'he' or 'she' the full name of a person."""
    may_be = one.kind in {NamedKind.PERSON, NamedKind.UNKNOWN}
    full = may_be and " " in one.shown and all(word[0].isalpha() for word in one.name.split())
    return bool(one.shown) and (full or (kind not in {"m", "f"} and one.kind is not NamedKind.PERSON))


def is_late(one: Named, short: str, text: str) -> bool:
    """Tell whether a short name stands again and again before the full one, so that it is somebody else's, too."""
    return text[: max(0, text.find(one.name))].count(short) >= _AGAIN


def is_initials(words: list[str], one: Named) -> bool:
    """Tell whether a body is named by its initials; any other short name of one says enough: 'Arden' for 'Arden Steel'."""
    initials = "".join(word[0] for word in one.name.split() if word[0].isupper())
    return len(words) == 1 and len(initials) > 1 and words[0].replace(".", "") == initials


def with_article(one: Named, text: str) -> str:
    """Return a body's name with 'the' where it is first named so: 'the Fife Harbour Trust' for 'FHT'."""
    return f"the {one.name}" if text[max(0, one.first.start - 4) : one.first.start].lower() == "the " else one.name


def is_printable(words: str, story: Story) -> bool:
    """Tell whether words name or describe somebody, and no dash was lost in them: not 'Reporter', not 'the doctor-more'."""
    if words.lower() in story.people | story.titles:
        return False
    return not any(word.rpartition("-")[2].lower() in story.closed for word in words.split() if "-" in word)


def in_midline(words: str, story: Story) -> str:
    """Return words as they stand within a line: 'singer Ann Hale', where the source's sentence began with 'Singer Ann Hale'."""
    first, _, rest = words.partition(" ")
    return f"{first.lower()} {rest}" if rest and first[1:].islower() and first.lower() in story.people - story.titles else words


def owning(name: str) -> str:
    """Return a name in its possessive form, without a comma behind it.

    >>> owning("Ann Hale,"), owning("the ports")
    ('Ann Hale’s', 'the ports’')
    """
    bare = name.rstrip(",")
    return bare + ("’" if bare.endswith("s") else "’s")
