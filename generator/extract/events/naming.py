"""Who is who in an article: full names for later surnames, what pronouns stand for, tags.

In: the article's text and Parsed sentences. Out: Names, which answers for a stretch of words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from generator.extract.events.parse import Parsed, singular
from generator.model.story import Story

_NAME = re.compile(
    r"(?<![.!?:“\"‘|>•*]\s)(?<![\w’'.-])(?:[A-Z][\w’'-]*[a-zà-ÿ]\w*|[A-Z]{2,5}|(?:[A-Z]\.){1,3})(?:[ -](?:al-|el-|de |van |von |bin |of the |of )?(?:[A-Z][\w’'-]*[a-zà-ÿ]\w*|[A-Z]\.|[A-Z]{2,5}))*"
)
_PRONOUNS = {
    "he": "m",
    "his": "m",
    "him": "m",
    "she": "f",
    "her": "f",
    "hers": "f",
    "it": "n",
    "its": "n",
    "they": "p",
    "their": "p",
    "them": "p",
}


@dataclass(slots=True)
class Names:
    """The names of an article. ``full`` maps a surname to the full name; ``common`` are lower-case words that are names here."""

    full: dict[str, str] = field(default_factory=dict)
    common: frozenset[str] = frozenset()
    gender: dict[str, str] = field(default_factory=dict)

    def canonical(self, name: str) -> str:
        """Return the full name that the article gives for *name*."""
        return self.full.get(name.removesuffix("'s").removesuffix("’s"), name)


def names_of(text: str, story: Story) -> Names:
    """Collect the names of a text: capitalised words that do not open a sentence."""
    counted: dict[str, int] = {}
    for match in _NAME.finditer(text):
        name = bare(match.group(), story)
        if name:
            counted[name] = counted.get(name, 0) + 1
    full: dict[str, str] = {}
    for name in sorted(counted, key=lambda each: (-len(each.split()), -counted[each], each)):
        words = name.split()
        if 1 < len(words) <= 4 and words[-1].lower() not in story.organisations:
            full.setdefault(words[-1], name)
    common = {word.lower() for name in counted for word in name.split() if word[0].isupper()}
    return Names(full, frozenset(common - story.not_names), _genders(text, full, story))


def _genders(text: str, full: dict[str, str], story: Story) -> dict[str, str]:
    found: dict[str, str] = {}
    for surname in sorted(full):
        match = re.search(r"\b([A-Za-z]+)\.? (?:[A-Z]\w+ ){0,2}" + re.escape(surname) + r"\b", text)
        words = (
            [
                word.lower()
                for each in re.finditer(r"(?:(\w+)\.? ){1,4}" + re.escape(surname) + r"\b", text[:20000])
                for word in each.group().replace(".", "").split()
            ]
            if match
            else []
        )
        if any(word in story.female for word in words):
            found[full[surname]] = "f"
        elif any(word in story.male for word in words):
            found[full[surname]] = "m"
    return found


def bare(name: str, story: Story) -> str:
    """Return a name without the titles before it and the possessive behind it; empty when nothing is left."""
    words = re.sub(r"['’]s?$", "", name).split()
    while words and (
        words[0].lower().rstrip(".") in story.titles or words[0].lower() in story.not_names or words[0].lower() in story.demonyms
    ):
        if words[0].lower() in story.demonyms and len(words) == 1:
            break
        words.pop(0)
    return " ".join(words)


def names_in(parsed: Parsed, start: int, end: int) -> list[str]:
    """Return the runs of name words between two words, as written."""
    found: list[str] = []
    index = start
    words = parsed.words
    while index < end:
        if words[index].tag != "P":
            index += 1
            continue
        last = index + 1
        while last < end and (words[last].tag == "P" or _joined(parsed, last, end)):
            last += 1
        found.append(" ".join(word.text for word in words[index:last]))
        index = last
    return found


def _joined(parsed: Parsed, index: int, end: int) -> bool:
    words = parsed.words
    return (
        words[index].low in {"of", "de", "bin", "al", "and"}
        and words[index].low != "and"
        and index + 1 < end
        and words[index + 1].tag == "P"
        and words[index].low != "of"
    )


@dataclass(slots=True)
class Person:
    """Somebody or something a pronoun may stand for: how to say it in a headline, and what is known of it."""

    words: str
    name: str
    gender: str
    plural: bool


class Stage:
    """Who was mentioned last: fed with subjects in reading order, asked about pronouns."""

    def __init__(self, names: Names, story: Story) -> None:
        self._names, self._story, self._seen = names, story, list[Person]()

    def enter(self, parsed: Parsed, group: tuple[int, int]) -> Person | None:
        """Note a noun group that was the subject of a clause; pronouns are not noted."""
        start, end = _core(parsed, group)
        words = parsed.words[start:end]
        if not words or all(word.tag in {"O", "D", "U"} for word in words) or words[0].tag == "O":
            return None
        name = next(
            (self._names.canonical(bare(each, self._story)) for each in reversed(names_in(parsed, start, end)) if bare(each, self._story)),
            "",
        )
        person = Person(parsed.said(start, end), name, self._gender(parsed, (start, end), name), _plural(parsed, (start, end), self._story))
        self._seen.append(person)
        return person

    def _gender(self, parsed: Parsed, group: tuple[int, int], name: str) -> str:
        words = parsed.words[group[0] : group[1]]
        lows = {word.low.rstrip(".") for word in words}
        if lows & self._story.female:
            return "f"
        if lows & self._story.male:
            return "m"
        if name in self._names.gender:
            return self._names.gender[name]
        head = words[-1].low
        human = any(low in self._story.people or low in self._story.titles or singular(low) in self._story.people for low in lows)
        if name and (human or name in self._names.full.values()) and words[-1].tag == "P":
            return "h"
        return "h" if head in self._story.people else "n"

    def behind(self, pronoun: str) -> Person | None:
        """Return whom a pronoun most likely stands for, or None when nobody fits."""
        kind = _PRONOUNS.get(pronoun.lower())
        if kind is None:
            return None
        for person in reversed(self._seen[-8:]):
            if kind == "p" and person.plural:
                return person
            if kind == "n" and person.gender == "n" and not person.plural:
                return person
            if kind in {"m", "f"} and person.gender in {kind, "h"} and not person.plural:
                return person
        return None


def _core(parsed: Parsed, group: tuple[int, int]) -> tuple[int, int]:
    """Cut an apposition or a trailing prepositional group off a subject: 'Kirby, the spokesman,' → 'Kirby'."""
    start, end = group
    for index in range(start, end):
        if parsed.words[index].tag in {",", "-", "(", "W"} and index > start:
            return start, index
    return start, end


def _plural(parsed: Parsed, group: tuple[int, int], story: Story) -> bool:
    start, end = group
    words = parsed.words[start:end]
    if any(word.low == "and" for word in words):
        return True
    head = next((words[index - 1] for index in range(1, len(words)) if words[index].tag in {"I", ","}), words[-1])
    return (
        head.tag == "N"
        and (
            head.low in {"people", "police", "children", "troops", "officials", "authorities", "parents"}
            or (head.low.endswith("s") and not head.low.endswith(("ss", "us", "is", "news")))
        )
        and head.low not in story.adjectives
    )
