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
_ANAPHORIC = frozenset({"it", "they", "this", "both", "all", "two", "three", "four", "five", "others", "these"})


@dataclass(frozen=True, slots=True)
class Link:
    """What a sentence continues, with which clause, and why."""

    mention: EventMention
    clause: Clause
    why: str


def attribution(parsed: Parsed, story: Story) -> Clause | None:
    """Return the clause that says who said it, when the sentence reports speech."""
    for clause in parsed.clauses:
        verb = clause.verb
        if clause.kind not in {"main", "coordinate"} or verb.lemma not in story.reporting or clause.quoted or clause.subject is None:
            continue
        if not (verb.passive or verb.modal or verb.negated or (verb.perfect and verb.past)):
            return clause
    return None


class Scenes:
    """What was dated so far in one article."""

    def __init__(self, stage: Stage, story: Story) -> None:
        self._stage, self._story = stage, story
        self._said: dict[str, EventMention] = {}
        self._last: tuple[int, EventMention] | None = None

    def note(self, position: int, mentions: list[EventMention]) -> None:
        """Remember the mentions of a sentence; *position* counts the story's sentences."""
        for mention in mentions:
            if mention.kind is MentionKind.STATEMENT and mention.speaker and mention.continues is None:
                self._said[mention.speaker] = mention
                self._said_at = position
        if mentions:
            self._last = position, mentions[0]

    def continued(self, position: int, parsed: Parsed) -> Link | None:
        """Return what an undated sentence continues."""
        clause = attribution(parsed, self._story)
        if clause is not None and clause.subject is not None:
            person = self._stage.of(parsed, clause.subject)
            before = self._said.get(person.name) if person else None
            if before is not None and parsed.sentence.number - before.sentence <= _FAR:
                return Link(before, clause, f"the same speaker as before ({before.speaker}), and no other day is named")
            return None
        return self._same_scene(position, parsed)

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
        if expletive or verb.lemma in self._story.reporting or verb.progressive or mention.kind is MentionKind.STATEMENT:
            return None
        start, end = head_of(parsed, clause.subject)
        words = parsed.words[start:end]
        if not words:
            return None
        points_back = words[0].low in _ANAPHORIC and (len(words) == 1 or words[0].tag == "O")
        points_back = points_back or (words[0].tag == "U" and len(words) == 1)
        definite = words[0].low in {"the", "this", "that", "these"} and len(words) <= 3 and is_event(words[-1], self._story)
        if not (points_back or definite):
            return None
        return Link(mention, clause, f"“{parsed.said(start, end)}” points back to the sentence before")


def told_before(mention: EventMention, parsed: Parsed, clause: Clause | None, earlier: list[EventMention], story: Story) -> EventMention | None:
    """Return the mention a few sentences before that a dated one tells more about: 'the proposal was made about a month ago'.

    Its subject must point back (a definite noun the other has, or a noun for any act), and its date must be the same.
    """
    if clause is None or clause.subject is None or mention.kind is MentionKind.STATEMENT:
        return None
    start, end = head_of(parsed, clause.subject)
    words = parsed.words[start:end]
    if len(words) < 2 or words[0].low not in {"the", "this", "that", "these", "those", "both"} or words[-1].tag != "N":
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


_NEAR = 6
