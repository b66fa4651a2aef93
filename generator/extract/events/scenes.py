"""Carry a date on to sentences that name none but clearly continue what was dated: the same speaker, the same scene.

In: Parsed sentences without a dated mention, the mentions before them. Out: Links, each saying which mention is continued and why.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.extract.events.clauses import Clause
from generator.extract.events.matter import stem
from generator.extract.events.naming import head_of
from generator.extract.events.parse import Parsed, is_event
from generator.extract.events.stage import Stage
from generator.model.edtf import bounds
from generator.model.mention import EventMention, MentionKind
from generator.model.story import Story

_FAR = 14
_NEAR = 6


@dataclass(frozen=True, slots=True)
class Link:
    """What a sentence continues, with which clause, and why."""

    mention: EventMention
    clause: Clause
    why: str
    same: bool = True


def attribution(parsed: Parsed, story: Story) -> Clause | None:
    """Return the clause that says who said it, when the sentence reports speech."""
    for clause in parsed.clauses:
        verb = clause.verb
        if clause.kind not in {"main", "coordinate"} or verb.lemma not in story.reporting or clause.quoted or clause.subject is None:
            continue
        if not (verb.passive or verb.modal or verb.negated or (verb.perfect and verb.past)):
            return clause
    return None


@dataclass(frozen=True, slots=True)
class _Said:
    """A dated statement, and where it stood. A deed that somebody reports is no statement: what they say next is no evidence of it."""

    mention: EventMention
    position: int


class Scenes:
    """What was dated so far in one article."""

    def __init__(self, stage: Stage, story: Story) -> None:
        self._stage, self._story = stage, story
        self._said: dict[str, _Said] = {}
        self._unnamed: tuple[str, int] | None = None
        self._last: tuple[int, EventMention, Parsed] | None = None
        self._roots: dict[str, EventMention] = {}

    def note(self, position: int, mentions: list[EventMention], parsed: Parsed) -> None:
        """Remember the mentions of a sentence; *position* counts the story's sentences."""
        for mention in mentions:
            root = self._roots.get(mention.continues or "", mention)
            self._roots[mention.id] = root
            if mention.kind is MentionKind.STATEMENT and mention.speaker:
                self._said[mention.speaker.lower()] = _Said(root, position)
        if mentions:
            self._last = position, self._roots[mentions[0].id], parsed
        clause = attribution(parsed, self._story)
        name = self._speaker(parsed, clause) if clause is not None else ""
        if name and mentions:
            self._unnamed = (name, position) if _is_role(name, self._story) else None

    def _speaker(self, parsed: Parsed, clause: Clause) -> str:
        person = self._stage.of(parsed, clause.subject) if clause.subject is not None else None
        return person.name if person else ""

    def continued(self, position: int, parsed: Parsed) -> Link | None:
        """Return what an undated sentence continues."""
        clause = attribution(parsed, self._story)
        if clause is not None:
            return self._same_speaker(position, parsed, clause)
        return self._same_scene(position, parsed)

    def _same_speaker(self, position: int, parsed: Parsed, clause: Clause) -> Link | None:
        name = self._speaker(parsed, clause)
        before = self._said.get(name.lower())
        if before is not None and position - before.position <= _FAR:
            return Link(before.mention, clause, f"the same speaker as before ({name}), and no other day is named")
        named_now = (
            self._unnamed is not None and position - self._unnamed[1] <= 2 and name[:1].isupper() and self._is_new(parsed, clause, name)
        )
        if named_now and self._unnamed is not None and self._unnamed[0].lower() in self._said:
            role = self._unnamed[0]
            self._said[name.lower()] = self._said[role.lower()]
            return Link(self._said[role.lower()].mention, clause, f"{name} is the {role} of the sentence before")
        if self._last is not None and position - self._last[0] == 1 and name and clause.subject is not None:
            head = parsed.words[head_of(parsed, clause.subject, self._story)[1] - 1].low
            if any(word.low == head and word.tag == "N" for word in self._last[2].words):
                return Link(self._last[1], clause, f"the same {head} as in the sentence before")
        return None

    def _is_new(self, parsed: Parsed, clause: Clause, name: str) -> bool:
        """Tell whether a name stands here for the first time and without saying who that is."""
        if clause.subject is None:
            return False
        start, end = head_of(parsed, clause.subject, self._story)
        plain = not any(word.tag == "N" or word.low in self._story.people for word in parsed.words[start:end])
        described = end < clause.subject[1] and parsed.words[end].tag == ","
        last = name.rsplit(" ", 1)[-1]
        return plain and not described and last not in parsed.text[: parsed.words[0].start]

    def _same_scene(self, position: int, parsed: Parsed) -> Link | None:
        if self._last is None or not parsed.clauses or position - self._last[0] != 1:
            return None
        clause, mention = parsed.clauses[0], self._last[1]
        verb = clause.verb
        if (
            clause.kind != "main"
            or clause.quoted
            or clause.subject is None
            or verb.modal
            or verb.negated
            or (verb.perfect and not verb.past)
        ):
            return None
        expletive = verb.lemma in self._story.be and not verb.passive
        if expletive or verb.lemma in self._story.reporting or verb.progressive:
            return None
        start, end = head_of(parsed, clause.subject, self._story)
        words = parsed.words[start:end]
        if not words:
            return None
        why = self._points_back(parsed, clause, (start, end), mention)
        if why:
            return Link(mention, clause, why)
        crowd = words[0].low in self._story.of("crowds") and len(words) == 1 and clause.verb.past and mention.kind is MentionKind.DEED
        return Link(mention, clause, f"“{parsed.said(*clause.subject)}” adds to the day told of before", same=False) if crowd else None

    def _points_back(self, parsed: Parsed, clause: Clause, group: tuple[int, int], mention: EventMention) -> str:
        """Return how a subject points back to the sentence before, or nothing."""
        words = parsed.words[group[0] : group[1]]
        shown = parsed.said(*group)
        statement = mention.kind is MentionKind.STATEMENT
        pronoun = words[0].low in self._story.of("anaphoric") and (len(words) == 1 or words[0].tag == "O")
        alone = clause.subject is not None and clause.subject[1] - clause.subject[0] == 1
        those = group[1] + 1 < len(parsed.words) and parsed.words[group[1] + 1].low in self._story.of("those_named")
        if (pronoun or (words[0].tag == "U" and len(words) == 1 and (alone or those))) and not statement:
            return f"“{shown}” points back to the sentence before"
        definite = words[0].low in self._story.of("definite") and words[-1].tag == "N"
        known = stem(words[-1].low, self._story) in mention.matter or (is_event(words[-1], self._story) and len(words) <= 3)
        if definite and known and not statement and clause.verb.past:
            return f"“{shown}” is that of the sentence before"
        named = words[-1].tag == "P" and words[-1].low in {word.low for word in self._last[2].words} if self._last else False
        also = any(word.low in self._story.of("adding") for word in parsed.words[group[1] : clause.verb.last + 1])
        if also and clause.verb.past and (named or words[0].low in self._story.of("adding_pronouns")):
            return f"“{shown} also …” adds to the sentence before"
        return ""


def _is_role(name: str, story: Story) -> bool:
    """Tell a role ('spokeswoman for Dr Hale', 'the port's chief engineer') from a name."""
    return any(word in story.people for word in name.split())


def told_before(
    mention: EventMention, parsed: Parsed, clause: Clause | None, earlier: list[EventMention], story: Story
) -> EventMention | None:
    """Return the mention a few sentences before that a dated one tells more about: 'the proposal was made about a month ago'.

    Its subject must point back (a definite noun the other has, or a noun for any act), and its date must be the same.
    """
    if clause is None or clause.subject is None or mention.kind is MentionKind.STATEMENT:
        return None
    start, end = head_of(parsed, clause.subject, story)
    words = parsed.words[start:end]
    if len(words) < 2 or words[0].low not in story.of("definite") or words[-1].tag != "N":
        return None
    head = stem(words[-1].low, story)
    general = words[-1].low in story.acts
    for other in reversed(earlier):
        if mention.sentence - other.sentence > _NEAR:
            return None
        same = bounds(other.date) == bounds(mention.date) and other.status is mention.status
        if same and other.continues is None and (head in other.matter or (general and mention.sentence - other.sentence <= 2)):
            return other
    return None
