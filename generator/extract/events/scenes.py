"""Carry a date on to sentences that name none but clearly continue what was dated: the same speaker, the same scene.

In: Parsed sentences without a dated mention, the mentions before them. Out: Links, each saying which mention is continued and why.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice

from generator.extract.events.clauses import Clause
from generator.extract.events.matter import stem
from generator.extract.events.naming import head_of
from generator.extract.events.parse import Parsed, is_event
from generator.extract.events.speech import Voice, left_open, opens_quoted, spoke_after, voice_of
from generator.extract.events.stage import Stage
from generator.model.edtf import bounds
from generator.model.mention import DateBasis, EventMention, MentionKind, Status
from generator.model.story import Story

_FAR = 1000
"""Anywhere in the article."""
_NEAR = 6
_CLOSE = 2
_WEEK = 7
_LATEST = 12
"""How many of those who spoke last an officer may speak for."""
_SHORT = 3


@dataclass(frozen=True, slots=True)
class Link:
    """What a sentence continues, with which clause, and why."""

    mention: EventMention
    clause: Clause | None
    why: str
    same: bool = True


@dataclass(frozen=True, slots=True)
class _Said:
    """A dated statement, and where it stood. A deed that somebody reports is no statement: what they say next is no evidence of it."""

    mention: EventMention
    position: int


class Scenes:
    """What was dated so far in one article."""

    def __init__(self, stage: Stage, story: Story, published: int | None) -> None:
        self._stage, self._story, self._published = stage, story, published
        self._said: dict[str, _Said] = {}
        self._unnamed: tuple[str, int] | None = None
        self._last: tuple[int, EventMention, Parsed] | None = None
        self._roots: dict[str, EventMention] = {}
        self._spoke: tuple[int, EventMention] | None = None
        self._heard: tuple[Parsed, Voice | None, str] | None = None
        self._open = False
        self._open_for = 0
        self._waiting: list[Parsed] = []
        self._undated: dict[str, list[tuple[Parsed, Voice]]] = {}

    def note(self, position: int, mentions: list[EventMention], parsed: Parsed) -> list[tuple[Parsed, Link]]:
        """Remember the mentions of a sentence; *position* counts the story's sentences.

        Return the sentences right before it that belong to a quotation whose speaker this one names.
        """
        for mention in mentions:
            root = self._roots.get(mention.continues or "", mention)
            self._roots[mention.id] = root
            if mention.kind is MentionKind.STATEMENT and mention.speaker:
                self._said[mention.speaker.lower()] = _Said(root, position)
        main = next((mention for mention in mentions if _tells_in_chief(parsed, mention)), None)
        if main is not None:
            self._last = position, self._roots[main.id], parsed
        voice, name = self._heard_in(parsed)
        if name and mentions:
            self._unnamed = (name, position) if _is_role(name, self._story) else None
        spoken = next((each for each in mentions if each.kind is MentionKind.STATEMENT), None)
        waiting = self._waiting if spoken is not None and self._open else []
        self._open = left_open(parsed.text, parsed.sentence.span, before=self._open) and self._open_for < _NEAR
        self._open_for = self._open_for + 1 if self._open else 0
        if voice is not None or not self._open:
            self._waiting = []
        if spoken is not None:
            self._spoke = position, self._roots[spoken.id]
        quoted = [(each, Link(self._spoke[1], None, "the quotation goes on in the next sentence")) for each in waiting if self._spoke]
        return quoted + self._dated_below(mentions)

    def _dated_below(self, mentions: list[EventMention]) -> list[tuple[Parsed, Link]]:
        """Return the undated statements above by those whose statement is dated here."""
        return [
            (parsed, Link(mention, voice.clause, f"{mention.speaker} is dated further down"))
            for mention in mentions
            if mention.kind is MentionKind.STATEMENT and mention.basis is DateBasis.SAID and mention.speaker
            if self._reach(mention.speaker, mention) == _FAR
            for parsed, voice in self._undated.pop(mention.speaker.lower(), ())
        ]

    def _heard_in(self, parsed: Parsed) -> tuple[Voice | None, str]:
        """Return who speaks in a sentence, and the name; asked several times of each, found out once."""
        if self._heard is None or self._heard[0] is not parsed:
            voice = voice_of(parsed, self._story)
            person = self._stage.of(parsed, voice.group) if voice is not None else None
            self._heard = parsed, voice, person.name if person else ""
        return self._heard[1], self._heard[2]

    def continued(self, position: int, parsed: Parsed) -> Link | None:
        """Return what an undated sentence that nobody speaks in continues."""
        silent = self._heard_in(parsed)[0] is None and not self._is_quotation(parsed)
        return self._same_scene(position, parsed) if silent else None

    def spoken(self, position: int, parsed: Parsed, made: list[EventMention]) -> Link | None:
        """Return the dated statement that a sentence goes on with: by the same speaker, or in the same quotation."""
        if any(mention.kind is MentionKind.STATEMENT for mention in made):
            return None
        voice, name = self._heard_in(parsed)
        if voice is not None and spoke_after(parsed, voice, self._story):
            return None
        if voice is not None:
            link = self._same_speaker(position, parsed, voice, name)
            if link is None and not made and name.rpartition(" ")[2][:1].isupper():
                self._undated.setdefault(name.lower(), []).append((parsed, voice))
            return link
        if made or not self._is_quotation(parsed):
            return None
        if self._spoke is not None and position - self._spoke[0] == 1:
            return Link(self._spoke[1], None, "the quotation of the sentence before goes on")
        self._waiting.append(parsed)
        return None

    def _is_quotation(self, parsed: Parsed) -> bool:
        return self._open or opens_quoted(parsed.text, parsed.sentence.span)

    def _same_speaker(self, position: int, parsed: Parsed, voice: Voice, name: str) -> Link | None:
        clause = voice.clause
        before = self._said.get(name.lower())
        if before is not None and position - before.position <= self._reach(name, before.mention):
            return Link(before.mention, clause, f"the same speaker as before ({name}), and no other day is named")
        if parsed.words[voice.group[0]].tag == "O" and self._spoke is not None and position - self._spoke[0] == 1:
            return Link(self._spoke[1], clause, f"“{parsed.said(*voice.group)}” is who spoke in the sentence before")
        body = self._speaks_for(position, parsed, voice) if name else ""
        if body:
            self._said[name.lower()] = self._said[body]
            return Link(self._said[body].mention, clause, f"{name} speaks for {body}")
        named_now = (
            self._unnamed is not None and position - self._unnamed[1] <= 2 and name[:1].isupper() and self._is_new(parsed, voice, name)
        )
        if named_now and self._unnamed is not None and self._unnamed[0].lower() in self._said:
            role = self._unnamed[0]
            self._said[name.lower()] = self._said[role.lower()]
            return Link(self._said[role.lower()].mention, clause, f"{name} is the {role} of the sentence before")
        also = clause is not None and any(
            word.low in self._story.of("adding") for word in parsed.words[voice.group[1] : clause.verb.last + 1]
        )
        if also and name and self._spoke is not None and position - self._spoke[0] == 1:
            named = name.rpartition(" ")[2][:1].isupper()  # 'the commander-in-chief also said' is who spoke before
            return Link(self._spoke[1], clause, f"{name} “also” speaks, on the day of the sentence before", same=not named)
        return None

    def _reach(self, name: str, mention: EventMention) -> int:
        """Return over how many sentences a speaker goes on: undated words of the news are not of long ago, nor those of any general."""
        latest = bounds(mention.date).latest
        old = self._published is not None and latest is not None and latest < self._published - _WEEK
        return _CLOSE if old else _FAR if name.rpartition(" ")[2][:1].isupper() else _NEAR

    def _speaks_for(self, position: int, parsed: Parsed, voice: Voice) -> str:
        """Return the body that spoke shortly before and that the speaker is an officer of: 'a spokesman for the port office'."""
        said = parsed.said(*voice.group).lower()
        person = any(word.low in self._story.people for word in parsed.words[slice(*voice.group)])
        near = (
            name
            for name, each in islice(reversed(self._said.items()), _LATEST)
            if position - each.position <= min(_NEAR, self._reach(name, each.mention))
            and each.mention.basis is DateBasis.SAID
            and not _is_role(name, self._story)
        )
        return next((name for name in near if person and f" {name} " in f" {said} "), "")

    def _is_new(self, parsed: Parsed, voice: Voice, name: str) -> bool:
        """Tell whether a name stands here for the first time and without saying who that is."""
        start, end = head_of(parsed, voice.group, self._story)
        plain = not any(word.tag == "N" or word.low in self._story.people for word in parsed.words[start:end])
        described = end < voice.group[1] and parsed.words[end].tag == "," and self._unnamed is not None and self._unnamed[1] > 1
        last = name.rsplit(" ", 1)[-1]
        return plain and not described and last not in parsed.text[: parsed.words[0].start]

    def _same_scene(self, position: int, parsed: Parsed) -> Link | None:
        if self._last is None or not parsed.clauses or position - self._last[0] != 1:
            return None
        clause, mention = parsed.clauses[0], self._last[1]
        if clause.subject is None or mention.kind is MentionKind.STATEMENT or not self._tells_on(parsed, clause):
            return None
        start, end = head_of(parsed, clause.subject, self._story)
        words = parsed.words[start:end]
        if not words:
            return None
        if self._points_back(parsed, clause, (start, end), mention):
            return Link(mention, clause, f"“{parsed.said(start, end)}” points back to the sentence before")
        event = self._event_told(parsed, clause) if mention.status is Status.HAPPENED else ""
        if event:
            return Link(mention, clause, f"“{event}” is what the sentence before tells")
        crowd = words[0].low in self._story.of("crowds") and len(words) == 1
        return Link(mention, clause, f"“{parsed.said(*clause.subject)}” adds to the day told of before", same=False) if crowd else None

    def _tells_on(self, parsed: Parsed, clause: Clause) -> bool:
        """Tell whether a clause tells of the past what can belong to the scene before: no state, no hearsay, nothing earlier or later."""
        verb, story = clause.verb, self._story
        told = clause.kind == "main" and not clause.quoted and verb.past and not (verb.modal or verb.negated or verb.progressive)
        counted = clause.subject is not None and parsed.words[clause.subject[0]].tag == "U"  # 'five of those were pupils'
        idle = verb.lemma in story.stative and not verb.passive and not counted
        heard = verb.lemma in story.reporting and verb.passive
        moves_on = any(parsed.words[index].low in story.of("moving_on") for index in range(clause.start, clause.end))
        return told and not (idle or heard or moves_on or verb.lemma in story.expecting)

    def _event_told(self, parsed: Parsed, clause: Clause) -> str:
        """Return the definite event noun that a clause brings up behind its verb: 'twelve were hurt in the fighting'."""
        for index in range(clause.verb.last + 1, clause.end):
            start, end = parsed.noun_group(index)
            definite = parsed.words[start].low in self._story.of("definite") and end - start <= _SHORT
            if clause.owns(index) and parsed.words[index].tag == "N" and definite and is_event(parsed.words[index], self._story):
                return parsed.said(start, end)
        return ""

    def _points_back(self, parsed: Parsed, clause: Clause, group: tuple[int, int], mention: EventMention) -> bool:
        """Tell whether a subject points back to the sentence before: a pronoun, those counted, 'the attack', who acts there."""
        story, words = self._story, parsed.words[group[0] : group[1]]
        days = bounds(mention.date).days
        near = days is not None and days <= _WEEK and not mention.background
        if words[0].tag == "O" or words[0].low in story.of("anaphoric"):
            return near and (len(words) == 1 or words[0].tag == "O")
        if words[0].tag == "U" and len(words) == 1:
            alone = clause.subject is not None and clause.subject[1] - clause.subject[0] == 1
            return alone or (group[1] + 1 < len(parsed.words) and parsed.words[group[1] + 1].low in story.of("those_named"))
        head = stem(words[-1].low, story)
        acts = head in {stem(actor.rpartition(" ")[2].lower(), story) for actor in mention.actors}
        if words[-1].tag == "P":
            name = {word.low for word in words if word.tag == "P" and word.low not in story.titles}
            same = words[0].low not in story.possessives and any(name <= set(actor.lower().split()) for actor in mention.actors)
            return near and (same or self._also(parsed, clause))
        definite = words[0].low in story.of("definite") or words[0].low in story.possessives
        return definite and (acts or (is_event(words[-1], story) and (head in mention.matter or (near and len(words) <= _SHORT))))

    def _also(self, parsed: Parsed, clause: Clause) -> bool:
        """Tell whether somebody named in the sentence before 'also' does something."""
        before = {word.low for word in self._last[2].words} if self._last is not None and clause.subject is not None else set()
        named = clause.subject is not None and parsed.words[head_of(parsed, clause.subject, self._story)[1] - 1].low in before
        return named and any(parsed.words[index].low in self._story.of("adding") for index in range(clause.start, clause.verb.last + 1))


def _tells_in_chief(parsed: Parsed, mention: EventMention) -> bool:
    """Tell whether a mention is what its sentence is about, not an aside ('… the first since the war began in March')."""
    index = next((index for index, word in enumerate(parsed.words) if word.span == mention.trigger), None)
    clause = parsed.clause_of(index) if index is not None else None
    return clause is None or clause.kind in {"main", "coordinate", "complement"}


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
        same = same and other.kind is MentionKind.DEED
        if same and other.continues is None and (head in other.matter or (general and mention.sentence - other.sentence <= 2)):
            return other
    return None
