"""Tell whether something happened, goes on, is planned or is expected, or is no event at all.

In: a Parsed sentence, an Attachment, the date and the day of publication. Out: a Status with its reason, or a reason against.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.extract.events.clauses import Clause, Verb
from generator.extract.events.parse import Parsed
from generator.model.edtf import Bounds
from generator.model.mention import Status
from generator.model.story import Story

_POSSIBLE = frozenset({"may", "might", "could", "can"})
_COMING = frozenset({"will", "shall", "'ll", "wo", "would", "'d"})


@dataclass(frozen=True, slots=True)
class Judgement:
    """``status`` is None when it is no event; ``why`` says in words how that was seen."""

    status: Status | None
    why: str


def judge_noun(parsed: Parsed, clause: Clause | None, noun: int, when: Bounds, published: int | None, story: Story) -> Judgement:
    """Judge an event that a noun names: by its date, and by the verb that brings it up when it lies ahead."""
    ahead = _ahead(when, published)
    if not ahead:
        return Judgement(Status.HAPPENED, f"“{parsed.words[noun].text}” names something dated on or before publication")
    if clause is not None and any(verb.lemma in story.expecting or verb.modal in _POSSIBLE for verb in clause.verbs):
        return Judgement(Status.EXPECTED, f"“{parsed.words[noun].text}” lies ahead and is expected")
    words = [word.low for word in parsed.words]
    if any(word in story.expected_words for word in words):
        return Judgement(Status.EXPECTED, f"“{parsed.words[noun].text}” lies ahead and is expected")
    return Judgement(Status.PLANNED, f"“{parsed.words[noun].text}” lies ahead")


def judge_verb(parsed: Parsed, clause: Clause, verb: Verb, when: Bounds, published: int | None, story: Story) -> Judgement:
    """Judge what a verb tells."""
    hypothetical = _hypothetical(parsed, clause, verb, story)
    if hypothetical:
        return Judgement(None, hypothetical)
    ahead = _ahead(when, published)
    if verb is not clause.verb:
        return _chained(parsed, clause, verb, ahead=ahead, story=story)
    return _finite(parsed, clause, verb, ahead=ahead, story=story)


def _ahead(when: Bounds, published: int | None) -> bool:
    if published is None:
        return False
    if when.latest is None:
        return when.earliest is not None and when.earliest > published
    return when.latest > published


def _hypothetical(parsed: Parsed, clause: Clause, verb: Verb, story: Story) -> str:
    above: Clause | None = clause
    while above is not None:
        if above.kind == "conditional":
            return f"stands under “{above.opener}”: a condition, not an event"
        above = parsed.parent(above)
    conditional = any(below.kind == "conditional" and below.opener in {"if", "unless"} for below in parsed.clauses)
    if conditional and verb.modal in {"would", "could", "might"} and verb is clause.verb:
        return "holds only under a condition"
    if verb.modal in {"should", "must", "ought", "can"} and verb is clause.verb and not verb.perfect:
        return f"“{verb.modal}” states a duty or a possibility, not an event"
    if parsed.recurring and any(clause.start <= index < clause.end for index in _indices(parsed)):
        return "tells what recurs"
    low = {parsed.words[index].low for index in range(clause.start, clause.end) if clause.owns(index)}
    if low & story.habitual:
        return "tells what is usual"
    return ""


def _indices(parsed: Parsed) -> list[int]:
    return [index for index, word in enumerate(parsed.words) if any(each.span.overlaps(word.span) for each in parsed.recurring)]


def _finite(parsed: Parsed, clause: Clause, verb: Verb, *, ahead: bool, story: Story) -> Judgement:
    shown = parsed.said(verb.first, verb.last + 1)
    if verb.modal in _POSSIBLE:
        return Judgement(Status.EXPECTED, f"“{shown}” tells what is possible")
    if verb.modal in _COMING and not verb.perfect:
        return _coming(parsed, clause, shown, ahead=ahead, story=story)
    predicate = _predicate(parsed, verb)
    if verb.lemma in story.be and predicate in story.planned_words and ahead:
        return Judgement(Status.PLANNED, f"“{shown} {predicate}” tells a plan")
    if verb.lemma in story.be and predicate in story.expected_words and ahead:
        return Judgement(Status.EXPECTED, f"“{shown} {predicate}” tells an expectation")
    if ahead and verb.lemma in story.expecting and not (verb.passive and verb.lemma in story.scheduling):
        return Judgement(Status.EXPECTED, f"“{shown}” tells an expectation")
    if ahead and not verb.past and not verb.perfect:
        return Judgement(Status.PLANNED, f"“{shown}” of a day to come")
    if ahead and (verb.lemma in story.planning | story.scheduling or (verb.progressive and verb.past)):
        return Judgement(Status.PLANNED, f"“{shown}” arranges what is to come")
    present = not verb.past and verb.form in {"s", "base", "ing"} and not verb.perfect
    if (present and verb.lemma not in story.reporting) or (verb.perfect and verb.progressive):
        return Judgement(Status.ONGOING, f"“{shown}” goes on at the time of writing")
    return Judgement(Status.HAPPENED, f"“{shown}” is told as past")


def _coming(parsed: Parsed, clause: Clause, shown: str, *, ahead: bool, story: Story) -> Judgement:
    agent = clause.subject is None or agentive(parsed, clause.subject, story)
    del ahead
    if (
        agent
        or clause.verb.passive
        or clause.verb.lemma in {"begin", "start", "open", "end", "close", "take", "hold", "meet", "run", "air"}
    ):
        return Judgement(Status.PLANNED, f"“{shown}” announces what is to come")
    return Judgement(Status.EXPECTED, f"“{shown}” foresees what is to come")


def agentive(parsed: Parsed, subject: tuple[int, int], story: Story) -> bool:
    """Tell whether a subject can act on purpose: a person, people, a name, an organisation."""
    words = parsed.words[subject[0] : subject[1]]
    for word in words:
        if word.tag in {"I", "W", ","}:
            break
        low = word.low
        if word.tag == "P" or low in story.people or low.rstrip("s") in story.people or low in story.organisations or low in _PERSONAL:
            return True
    return False


_PERSONAL = frozenset({"he", "she", "they", "we", "i", "who", "you"})


def _predicate(parsed: Parsed, verb: Verb) -> str:
    """Return the first word behind a form of 'be' that is no adverb."""
    for word in parsed.words[verb.last + 1 : verb.last + 4]:
        if word.tag not in {"R", "X"}:
            return word.low
    return ""


def _chained(parsed: Parsed, clause: Clause, verb: Verb, *, ahead: bool, story: Story) -> Judgement:
    """Judge a verb that hangs on the finite one: 'plans to go', 'were expected to arrive', 'is due to hold'."""
    main = clause.verb
    shown = parsed.said(main.first, main.last + 1)
    predicate = _predicate(parsed, main)
    between = {word.low for word in parsed.words[main.first : verb.first]}
    if main.modal in _POSSIBLE and not main.perfect:
        return Judgement(Status.EXPECTED, f"“{shown}” tells what is possible")
    if verb.infinitive:
        if main.lemma in story.be and not main.passive and main.last + 1 == verb.first:
            return Judgement(Status.PLANNED, f"“{shown} to” tells an arrangement")
        if predicate in story.expected_words or (main.passive and main.lemma in story.expecting) or between & {"likely", "unlikely"}:
            return Judgement(Status.EXPECTED, f"“{shown} … to” tells an expectation")
        if main.lemma in story.planning | story.scheduling or predicate in story.planned_words or between & story.planned_words:
            return Judgement(Status.PLANNED, f"“{shown} … to” tells a plan")
        if main.lemma in story.expecting:
            return Judgement(Status.EXPECTED, f"“{shown} … to” tells an expectation")
        if ahead:
            return Judgement(Status.PLANNED, f"“{parsed.said(verb.first, verb.last + 1)}” of a day to come")
        return Judgement(Status.HAPPENED, f"“{shown} … {parsed.said(verb.first, verb.last + 1)}” is told as past")
    if ahead:
        status = Status.EXPECTED if main.lemma in story.expecting else Status.PLANNED
        return Judgement(status, f"“{shown}” speaks of a day to come")
    return Judgement(Status.HAPPENED, f"“{parsed.words[verb.main].text}” is told as past")
