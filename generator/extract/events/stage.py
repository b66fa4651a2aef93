"""Who is on stage: what a pronoun stands for, by the subjects and names told before it.

In: subjects of clauses in reading order. Out: the Person that a pronoun most likely means, or None.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.extract.events.naming import Names, actor_of, bare, head_of, names_in, plural
from generator.extract.events.parse import Parsed, singular
from generator.extract.events.words import Word
from generator.model.story import Story

_KINDS = (("m", "masculine_pronouns"), ("f", "feminine_pronouns"), ("n", "neuter_pronouns"), ("p", "plural_pronouns"))
_REACH = 10
_FAR = 3
"""Over how many sentences a pronoun reaches back."""
_SURE = 2
"""Over how many sentences back nobody else may fit a pronoun, for it to be certain."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody or something on stage: ``name`` for comparing, ``words`` for a headline.

    ``gender`` is one of ``f m h n u`` (h: human, n: a thing or body, u: a name of unknown kind).
    """

    name: str
    words: str
    gender: str
    plural: bool


class Stage:
    """Fed in reading order with :meth:`enter`, asked with :meth:`behind`."""

    def __init__(self, names: Names, story: Story) -> None:
        self.names, self._story = names, story
        self._seen: list[tuple[int, Person]] = []
        self._sure: list[tuple[int, Person]] = []
        self._named: list[tuple[int, str]] = []
        self._now = 0
        self.things: dict[str, str] = {}
        self.speaker = ""
        self.spoke_at = 0
        self.own = story.of("own")
        self._pronouns = {word: kind for kind, name in _KINDS for word in story.of(name)}

    def enter(self, parsed: Parsed, group: tuple[int, int]) -> Person | None:
        """Note a subject; a pronoun that is understood brings its person back to the front."""
        person = self.of(parsed, group)
        if not self._named or self._named[-1][0] != parsed.sentence.number:
            known = self.names.full.values()
            runs = (bare(each, self._story) for each in names_in(parsed, 0, len(parsed.words), self._story))
            self._named = [
                *self._named[-_REACH:],
                *((parsed.sentence.number, each) for run in runs if (each := self.names.canonical(run)) in known),
            ]
        start, end = head_of(parsed, group, self._story)
        pronoun = parsed.words[start].tag == "O" if start < end else False
        sure = self.certain(parsed.words[start].low) if pronoun else person
        if sure is not None:
            self._sure.append((parsed.sentence.number, sure))
        if person and person.gender != "n" and end < group[1] and parsed.words[end].low in self._story.of("people_links"):
            inner = self.of(parsed, (end + 1, group[1]))
            if inner and inner.gender != "n":
                self._seen.append((parsed.sentence.number, inner))  # 'a spokeswoman for Dr Hale said he …'
        elif person and person.gender == "n":
            self._enter_owner(parsed, group)
        if person:
            self._seen.append((parsed.sentence.number, person))
        return person

    def _enter_owner(self, parsed: Parsed, group: tuple[int, int]) -> None:
        """Note whom a thing belongs to: with 'demand for Ann White's books' she is on stage."""
        for index in range(group[0], group[1] - 1):
            if parsed.words[index].tag == "P" and parsed.words[index + 1].tag == "G":
                owner = self.of(parsed, (parsed.noun_group(index)[0], index + 1))
                if owner and owner.gender in {"m", "f", "h", "u"}:
                    self._seen.append((parsed.sentence.number, owner))

    def of(self, parsed: Parsed, group: tuple[int, int]) -> Person | None:
        """Return whom a subject means, without noting it."""
        self._now = max(self._now, parsed.sentence.number)
        start, end = head_of(parsed, group, self._story)
        words = parsed.words[start:end]
        if not words or words[0].tag in {"V", "to"}:
            return None
        if words[0].tag == "O":
            return self.behind(words[0].low)
        name = actor_of(parsed, group, self.names, self._story)
        if not name or all(word.tag in {"D", "U"} for word in words):
            return None
        if len(words) > 1 and words[0].low in self.own and not any(self.is_pronoun(word.low) for word in words[1:]):
            return self.of(parsed, (start + 1, group[1]))
        if any(self.is_pronoun(word.low) or word.low in self._story.of("others_own") for word in words):
            return None
        several = plural(parsed, group, self._story)
        shown = parsed.said(start, end)
        return Person(name, shown, self._gender(parsed, (start, end), name), several)

    def _gender(self, parsed: Parsed, group: tuple[int, int], name: str) -> str:
        words = parsed.words[group[0] : group[1]]
        lows = {word.low.rstrip(".") for word in words}
        if words[-1].low in self._story.of("collective"):
            return "n"
        known = "f" if lows & self._story.female else "m" if lows & self._story.male else self.names.gender.get(name, "")
        return known or self._kind(words, lows, name)

    def _kind(self, words: list[Word], lows: set[str], name: str) -> str:
        """Tell a person of unknown gender (h) from a name of unknown kind (u) and a thing (n)."""
        story, last = self._story, words[-1]
        human = any(low in story.people or singular(low) in story.people or low in story.abbreviated_titles for low in lows)
        if last.tag != "P":
            return "h" if human and last.low in story.people else "n"
        if last.low in story.organisations:
            return "n"
        if human or name in self.names.full.values() or last.text in self.names.families:
            return "h"
        body = last.text.isupper() or any(word.low in story.organisations for word in words)
        return "n" if body else "u"

    def is_pronoun(self, low: str) -> bool:
        """Tell whether a word stands for somebody or something named before."""
        return low in self._pronouns

    def behind(self, pronoun: str) -> Person | None:
        """Return whom a pronoun stands for."""
        kind = self._pronouns.get(pronoun.lower(), "")
        if not kind:
            return None
        recent = [person for number, person in self._seen[: -_REACH - 1 : -1] if self._now - number <= _FAR]
        fitting = [each for each in recent if _fits(each, kind)]
        sure = next((each for each in fitting if each.gender != "u"), None)
        return sure or (fitting[0] if fitting else None)

    def certain(self, pronoun: str) -> Person | None:
        """Return whom a pronoun stands for when only one can be meant: what a headline may put in its place."""
        kind = self._pronouns.get(pronoun.lower(), "")
        personal = kind in {"m", "f"}
        recent = [each for each in self._sure[: -_REACH - 1 : -1] if self._now - each[0] <= (_SURE if personal else 1)]
        fitting = [(number, person) for number, person in recent if kind and _fits(person, kind)]
        if not fitting:
            return None
        nearest, best = fitting[0]
        named = [person for number, person in fitting if number == nearest and person.gender == kind and person.name[:1].isupper()]
        if personal and len({person.name for person in named}) == 1 and not self._rivals(named[0], nearest, kind):
            return named[0]
        alone = len({person.name for _, person in fitting}) == 1
        guessed = personal and best.gender != kind
        return best if alone and not (guessed and (self.names.spoken_of != {kind} or self._rivals(best, nearest, ""))) else None

    def _rivals(self, person: Person, number: int, kind: str) -> bool:
        """Tell whether somebody else whom a pronoun could mean is named in a sentence, though not as a subject."""
        others = (name for at, name in self._named if at == number and name != person.name)
        return any(not kind or self.names.gender.get(name, kind) == kind for name in others)


def _fits(person: Person, kind: str) -> bool:
    if kind == "p" or person.plural:
        return kind == "p" and person.plural
    return person.gender in ({"n", "u"} if kind == "n" else {kind, "h", "u"})
