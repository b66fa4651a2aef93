"""The names of an article: full names for later surnames, and whether they are women's or men's.

In: the article's text, the Story. Out: Names; names and heads of noun groups in a Parsed sentence.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from itertools import dropwhile

from generator.extract.events.parse import Parsed, singular
from generator.model.story import Story

_PART = r"(?:[A-Z][\w’'-]*[^\W\d_A-Z][\w’'-]*|[A-Z]{2,5}\b|(?:[A-Z]\.){1,3})"
_NAME = re.compile(rf"(?<![\w’'.-]){_PART}(?: (?:al-|el-|bin |de |van |von )?{_PART})*")
_SENTENCE_START = re.compile(r"(?:^|[.!?:“”\"|>•*\n(]['’”\"]?\s*)$")
_PLURAL = re.compile(r"(?<![\w’'-])[a-z]{3,}s\b")
_PRONOUN = re.compile(r"\b[a-z]{2,3}\b")
_GENDERS = (("m", "masculine_pronouns"), ("f", "feminine_pronouns"))
_STOP = re.compile(r"[.!?][”\"’']?\s+(?=[A-Z“\"‘])|\n")
_WORD = re.compile(r"[^\W\d_][\w-]*")
_SURE = 0.7
_INITIALS = 2
_MOST_NAMES = 200
_OWNER = re.compile(r"['’]s\s+")
_LONGEST_NAME = 4
_OFFICE = 3
"""A name of more words that begins with an office has a full name behind it."""
_ARTICLE = re.compile(r"^(?:[Aa]l|[Ee]l)-")


@dataclass(slots=True)
class Names:
    """What an article calls people and bodies.

    ``full`` maps a surname to the full name;
    ``common`` are names' words in lower case, ``small`` plurals written small; ``gender`` is ``f`` or ``m``;
    ``spoken_of`` the genders of the pronouns that the article uses.
    """

    full: dict[str, str] = field(default_factory=dict)
    common: frozenset[str] = frozenset()
    small: frozenset[str] = frozenset()
    central: str = ""
    gender: dict[str, str] = field(default_factory=dict)
    first: dict[str, str] = field(default_factory=dict)
    families: frozenset[str] = frozenset()
    spoken_of: frozenset[str] = frozenset()

    def canonical(self, name: str) -> str:
        """Return the full name that the article gives for *name*, else the name itself."""
        known = self.full.get(name) or self.first.get(name)
        whole = self.full.get(name.rpartition(" ")[2], "")
        return known or (whole if set(name.split()) <= set(whole.split()) else name)


def names_of(text: str, story: Story) -> Names:
    """Collect the names of a text from capitals within sentences."""
    counted: dict[str, int] = {}
    titled: dict[str, str] = {}
    common: set[str] = set()
    for match in _NAME.finditer(text):
        before = text[max(0, match.start() - 30) : match.start()]
        shown = _shown(match.group(), before, story)
        name = bare(shown, story)
        if not name:
            continue
        gender = _gender([*before.split()[-1:], *shown.split()], story)
        if gender:
            titled.setdefault(name.rsplit(" ", 1)[-1], gender)
        if not _SENTENCE_START.search(before) or " " in name:
            counted[name] = counted.get(name, 0) + 1
            common.update(word.lower() for word in name.split())
    full: dict[str, str] = {}
    shared: set[str] = set()
    for name in sorted(counted, key=lambda each: (-min(len(each.split()), _LONGEST_NAME), -counted[each], each)):
        words = name.split()
        if 1 < len(words) <= _LONGEST_NAME and words[-1].lower() not in story.organisations and not words[-1].isupper():
            if words[-1] in full and not _same_person(full[words[-1]], name):
                shared.add(words[-1])
            full.setdefault(words[-1], name)
    full = {last: name for last, name in full.items() if last not in shared}
    for last, name in tuple(full.items()):
        full.setdefault(_ARTICLE.sub("", last), name)
    firsts = [name.split()[0] for name in full.values()]
    first = {name.split()[0]: name for name in full.values() if firsts.count(name.split()[0]) == 1}
    whole = [name for name in counted if 1 < len(name.split()) <= _LONGEST_NAME and not name.isupper()]
    central = _central(text, whole)
    small = frozenset(match.group() for match in _PLURAL.finditer(text))
    genders = _told_genders(text, full, story) | {full.get(last, last): each for last, each in titled.items()}
    lows = set(_PRONOUN.findall(text.lower()))
    spoken_of = frozenset(kind for kind, name in _GENDERS if lows & story.of(name))
    return Names(full, frozenset(common - story.not_names), small, central, genders, first, frozenset(shared), spoken_of)


def _shown(run: str, before: str, story: Story) -> str:
    """Return a run of capitals without an owner, an office or a stamp before the name."""
    shown = _OWNER.split(run)[-1]
    office = before.split()[-2:-1]
    if office and before.endswith(" of ") and office[0].lower() in story.of("office_heads") and " " in shown:
        shown = shown.partition(" ")[2]  # 'Secretary of State Ann White'
    first, _, rest = shown.partition(" ")
    stamped = first.isupper() and len(first) > _INITIALS and " " in rest and not rest.isupper()
    return rest if stamped else shown  # 'BST Ann White'


def _told_genders(text: str, full: dict[str, str], story: Story) -> dict[str, str]:
    """Return the gender of people by the pronouns behind their name in sentences that name nobody else."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for sentence in _STOP.split(text):
        words = _WORD.findall(sentence)
        named = [at for at, word in enumerate(words) if word in full]
        if not named or len({full[words[at]] for at in named}) > 1:
            continue
        behind = {word.lower() for word in words[named[0] + 1 :]}
        kinds = [kind for kind, name in _GENDERS if behind & story.of(name)]
        if len(kinds) == 1:
            votes[full[words[named[0]]]][kinds[0]] += 1
    return {name: kind for name, count in votes.items() for kind in ("m", "f") if count[kind] > _SURE * (count["m"] + count["f"])}


def _central(text: str, whole: list[str]) -> str:
    """Return the full name whose surname is used most; of people who share it, the one named first."""
    counts = {last: text.count(last) for last in {name.rsplit(" ", 1)[-1] for name in whole[:_MOST_NAMES]}}
    return min(whole[:_MOST_NAMES], key=lambda name: (-counts[name.rsplit(" ", 1)[-1]], text.find(name), name), default="")


def _same_person(one: str, other: str) -> bool:
    """Tell whether one full name is the other with a part left out or added."""
    return set(one.split()) <= set(other.split()) or set(other.split()) <= set(one.split())


def _gender(words: list[str], story: Story) -> str:
    lows = {word.lower().strip(".,") for word in words}
    return "f" if lows & story.female else "m" if lows & story.male else ""


def bare(name: str, story: Story) -> str:
    """Return a name without the titles before it and the possessive behind it; empty when nothing is left."""
    words = re.sub(r"['’]s?$", "", name).split()
    for index in range(len(words) - 1, 0, -1):
        if _plain(words[index - 1]) in story.abbreviated_titles and words[index - 1] != words[-1]:
            words = words[index:]
            break
    if len(words) > 1 and "-" in words[0] and words[0].rpartition("-")[2].islower():
        del words[0]  # 'rebel-held Misrata'
    if len(words) > _OFFICE and _plain(words[1]) in story.of("offices"):
        words = words[2:]  # 'Communications Minister Ann White'
    before = (story.titles, story.not_names, story.demonyms)
    return " ".join(dropwhile(lambda word: any(_plain(word) in each for each in before), words))


def _plain(word: str) -> str:
    return word.lower().rstrip(".")


def names_in(parsed: Parsed, start: int, end: int, story: Story) -> list[str]:
    """Return the runs of name words between two words, as written."""
    words = parsed.words
    found: list[str] = []
    index = start
    while index < end:
        last = index
        while last < end and (words[last].tag == "P" or (last > index and _binds(parsed, last, end, story))):
            last += 1
        if last > index:
            found.append(" ".join(word.text for word in words[index:last]))
        index = max(last, index + 1)
    return found


def _binds(parsed: Parsed, index: int, end: int, story: Story) -> bool:
    """Tell whether a small word stands inside a name: 'Department of Defense', 'Osama bin Laden'."""
    words = parsed.words
    if index + 1 >= end or words[index + 1].tag != "P":
        return False
    return words[index].low in story.of("name_links") or (
        words[index].low in story.of("body_links") and words[index - 1].low in story.of("bodies")
    )


def head_of(parsed: Parsed, group: tuple[int, int], story: Story) -> tuple[int, int]:
    """Return the core ``[start, end)`` of a noun group: up to a preposition, an apposition or a relative clause."""
    start, end = group
    words = parsed.words
    while start < end and words[start].tag in {"“", "”", ",", "R", "T", "-"}:
        start += 1
    for index in range(start + 1, end):
        tag = words[index].tag
        if tag in {",", "-", "(", "W", "S", "V", "to", "T"} or (tag == "I" and not _binds(parsed, index, end, story)):
            return start, index
    return start, end


def actor_of(parsed: Parsed, group: tuple[int, int], names: Names, story: Story) -> str:
    """Return the name a noun group stands for: a person's or body's full name, else a role in the source's own words; or nothing."""
    start, end = head_of(parsed, group, story)
    words = parsed.words
    if start >= end or words[start].tag == "O":
        return ""
    if words[end - 1].tag == "P":
        found = [name for each in names_in(parsed, start, end, story) if (name := bare(each, story))]
        if found and not any(word.low in story.of("and") for word in words[start:end]):
            return names.canonical(found[-1])
    person = _is_person(words[end - 1].low, story)
    last = _role_end(parsed, end, group[1], story) if person else end
    if person and last < group[1] and words[last].tag == ",":
        following = head_of(parsed, (last + 1, group[1]), story)
        found = [name for each in names_in(parsed, *following, story) if (name := bare(each, story))]
        if found and words[following[1] - 1].tag == "P":
            return names.canonical(found[-1])
    opened = start + 1 if words[start].tag == "D" else start
    return parsed.said(opened, last) if opened < last else ""


def _is_person(low: str, story: Story) -> bool:
    return low in story.people or singular(low) in story.people


def _role_end(parsed: Parsed, end: int, limit: int, story: Story) -> int:
    """Take what a role is of along: 'a spokesman for the coroner's office'."""
    words = parsed.words
    if end < limit and words[end].low in story.of("role_links"):
        last = end + 1
        while last < limit and (words[last].tag in {"N", "P", "D", "G", "U"} or _binds(parsed, last, limit, story)):
            last += 1
        return last
    return end


def plural(parsed: Parsed, group: tuple[int, int], story: Story) -> bool:
    """Tell whether a noun group means several."""
    start, end = head_of(parsed, group, story)
    words = parsed.words[start:end]
    if not words:
        return False
    if any(word.low in story.of("and") for word in words):
        return True
    head = words[-1]
    if head.tag == "P":
        return False
    return head.low in story.of("plurals") or (singular(head.low) != head.low)
