"""How to call somebody of whom the reader of a line has not heard.

In: a Named of the register. Out: the words to put in, empty where it has none that say more.
"""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from generator.extract.discourse.names import Named, NamedKind
from generator.extract.headlines.line import QUOTES
from generator.extract.headlines.telling import Telling
from generator.model.story import Story

LONGEST_ROLE = 10
"""Words of an office or trade that are said with a name."""
_LONGEST_FORM = 9
"""Words of a first form that is said in full."""
_AGAIN = 2
"""So often before the full name, a short one is somebody else's."""
_NEXT = 40
"""Code points behind a form among which the next word is."""
_TORN = frozenset(",;:()[]")


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
    full = one.kind is NamedKind.PERSON and " " in one.shown and all(word[0].isalpha() for word in one.name.split())
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
    """Tell whether no dash was lost in the source's words: not 'the doctor-more'."""
    return not any(word.rpartition("-")[2].lower() in story.closed for word in words.split() if "-" in word)


def first_form(one: Named, telling: Telling, said: int, *, relation: bool) -> str:
    """Return what is only described by its first form with 'the', where that says more than the *said* words of a line; else nothing.

    A *relation* is a noun that always is somebody's ('the minister'): its first form has to name whose.
    """
    longer = _definite(" ".join(one.first.of(telling.text).split()))
    if _TORN & set(longer):
        return ""  # 'the economy, such as high prices': more than a phrase
    words = longer.split()
    if telling.text[one.first.end : one.first.end + _NEXT].split(maxsplit=1)[:1] in [[each] for each in telling.story.coordinators]:
        return ""  # 'the dispute between Fife', and somebody
    named = longer[1:] != longer[1:].lower()
    tells = named if relation else named or len(words) > said + 2  # 'the first step' tells no more than 'that step'
    if any({form for _, form in telling.story.readings(word.lower())} == {"past"} for word in words) or _is_loose(longer, one, telling):
        return ""  # 'the storm bore down': no phrase
    return longer if tells and said + 1 < len(words) <= _LONGEST_FORM and not QUOTES & set(longer) else ""


def _is_loose(form: str, one: Named, telling: Telling) -> bool:
    """Tell whether a form does not name the thing but tells something of it: a day, somebody's, 'including …'."""
    story, words = telling.story, form.lower().split()
    behind = next((place + 1 for place, word in enumerate(words) if any(word.startswith(head) for head in one.heads)), len(words))
    links = set(words[behind : behind + 1])
    mine = story.possessives | story.pronouns | story.of("weekdays")
    return bool(mine & set(words)) or not links <= story.of("naming_links")


def owning(name: str) -> str:
    """Return a name in its possessive form, without a comma behind it.

    >>> owning("Ann Hale,"), owning("the ports")
    ('Ann Hale’s', 'the ports’')
    """
    bare = name.rstrip(",")
    return bare + ("’" if bare.endswith("s") else "’s")


def _definite(form: str) -> str:
    """Return a first form with 'the' for its 'a': 'a plant in Fife' → 'the plant in Fife'; a name that owns it needs none; else nothing."""
    first, _, rest = form.partition(" ")
    if form[:1].isupper() and any(f"{mark}s " in form for mark in "'’") and first.lower() not in {"a", "an", "the"}:
        return form
    return f"the {rest}" if first.lower() in {"a", "an", "the"} else ""
