"""Tell whether something happened, goes on, is planned or is expected, or is no event at all.

In: a Parsed sentence, what a time expression dates, whether that day lies ahead. Out: a Status with its reason, or a reason against.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.extract.events.against import condition_over, why_not
from generator.extract.events.clauses import Clause
from generator.extract.events.parse import Parsed, singular
from generator.extract.events.verbgroups import Verb
from generator.model.edtf import Bounds
from generator.model.hedge import Bound
from generator.model.mention import Status
from generator.model.story import Story
from generator.model.timex import Timex

_MONTH = 31


@dataclass(frozen=True, slots=True)
class Judgement:
    """``status`` is None when it is no event; ``why`` says in words how that was seen; ``ahead`` that it looks ahead of its day."""

    status: Status | None
    why: str
    ahead: bool = False


@dataclass(frozen=True, slots=True)
class Days:
    """How a date lies to the day of publication: ``ahead`` reaches beyond it, ``over`` ends before it, ``begun`` starts by then.

    ``long`` covers more than a month; ``today`` is the day of publication itself,
    ``long_ago`` ends more than a month before;
    ``behind`` tells that its words stand behind the verb, ``named`` that there are any.
    """

    ahead: bool = False
    over: bool = False
    begun: bool = True
    long: bool = False
    behind: bool = False
    named: bool = False
    today: bool = False
    long_ago: bool = False


def days_of(when: Bounds, published: int | None, *, behind: bool = False, gone_by: bool = False) -> Days:
    """Compare a date with the day of publication; an unknown one counts as the date itself; "earlier this year" is *gone_by*."""
    long = when.days is not None and when.days > _MONTH
    if published is None:
        return Days(long=long, behind=behind, named=True)
    last = when.latest if when.latest is not None else when.earliest
    ahead = last is not None and last > published and not gone_by
    over = when.latest is not None and when.latest < published
    today = when.earliest == when.latest == published
    long_ago = when.latest is not None and when.latest < published - _MONTH
    return Days(ahead, over, when.earliest is None or when.earliest <= published, long, behind, named=True, today=today, long_ago=long_ago)


def judge_noun(parsed: Parsed, clause: Clause | None, noun: int, story: Story, when: Days) -> Judgement:
    """Judge an event that a noun names: by its date, and by the verb that brings it up when it lies ahead."""
    shown = parsed.words[noun].text
    told = clause is not None and not clause.verb.modal and (clause.verb.past or clause.verb.perfect)
    if when.ahead and clause is not None and condition_over(parsed, clause):
        judgement = Judgement(None, f"“{shown}” stands under a condition")
    elif when.ahead and not (when.begun and told):
        judgement = _noun_ahead(parsed, clause, noun, story)
    elif clause is not None and clause.verb.negated and noun > clause.verb.main:
        judgement = Judgement(None, f"“{shown}” stands under a negation")
    else:
        judgement = Judgement(Status.HAPPENED, f"“{shown}” names something dated on or before publication, or told as past")
    return judgement


def _noun_ahead(parsed: Parsed, clause: Clause | None, noun: int, story: Story) -> Judgement:
    shown = parsed.words[noun].text
    if any(parsed.words[index].low in story.of("bounding") for index in range(max(0, noun - 3), noun)):
        return Judgement(Status.PLANNED, f"“{shown}” lies ahead and bounds what is told")
    uncertain = clause is not None and any(verb.lemma in story.expecting or verb.modal in story.of("possible") for verb in clause.verbs)
    if uncertain or any(word.low in story.expected_words for word in parsed.words):
        return Judgement(Status.EXPECTED, f"“{shown}” lies ahead and is expected")
    return Judgement(Status.PLANNED, f"“{shown}” lies ahead")


def judge_verb(parsed: Parsed, clause: Clause, verb: Verb, story: Story, when: Days) -> Judgement:
    """Judge what a verb tells of the days *when*."""
    against = why_not(parsed, clause, verb, story)
    if against:
        return Judgement(None, against)
    judgement = _finite(parsed, clause, story, when) if verb is clause.verb else _hanging(parsed, clause, verb, story, when)
    if judgement.status is Status.HAPPENED and not when.begun:
        return Judgement(None, f"{judgement.why}, of a day that is yet to come")
    if judgement.status not in {Status.PLANNED, Status.EXPECTED}:
        return judgement
    if any(parsed.words[index].low in story.of("superseded") for index in range(clause.start, clause.end)):
        return Judgement(None, f"{judgement.why}, but that was only at first")
    return Judgement(None, f"{judgement.why}, for a day gone by: not what became of it", ahead=True) if when.over else judgement


def lasts(parsed: Parsed, clause: Clause, timex: Timex, story: Story) -> Judgement | None:
    """Judge a clause dated by 'since …': what has gone on since goes on; 'the first since' dates nothing."""
    if timex.bound is not Bound.SINCE:
        return None
    words = {parsed.words[index].low for index in range(clause.start, clause.end)}
    if words & story.of("superlatives"):
        return Judgement(None, "“since” only says how long ago the like of it was")
    if clause.verb.perfect:
        return Judgement(Status.ONGOING, "goes on since then")
    return None


def _finite(parsed: Parsed, clause: Clause, story: Story, when: Days) -> Judgement:
    verb = clause.verb
    shown = parsed.said(verb.first, verb.last + 1)
    predicate = predicate_of(parsed, verb)
    if verb.modal:
        return _modal(parsed, clause, shown, story)
    if when.ahead:
        return _told_ahead(verb, shown, predicate, story)
    against = _out_of_time(clause, story, when)
    return Judgement(None, f"“{shown}” {against}") if against else _told(verb, shown, story, when)


def _is_present(verb: Verb) -> bool:
    return not verb.past and verb.form in {"s", "base", "ing"} and not verb.perfect


def _out_of_time(clause: Clause, story: Story, when: Days) -> str:
    """Return why a finite verb without a modal does not tell what happened on its day, or nothing."""
    verb = clause.verb
    state = verb.lemma in story.of("states") and not verb.passive
    if state and when.today and _is_present(verb) and not clause.quoted:
        return "tells how things stand, not what happens"
    if state and when.long and when.over:
        return "tells how things stood, not what happened"
    if verb.perfect and not verb.past and when.long_ago:
        return "does not tell of a day long gone by"
    if _is_present(verb) and when.over and when.behind and verb.lemma not in story.reporting:
        return "is told as present, and the day behind it is gone by"
    return ""


def _told(verb: Verb, shown: str, story: Story, when: Days) -> Judgement:
    """Judge a finite verb without a modal, of a day that is here or gone by."""
    present = _is_present(verb)
    if present and when.over:
        return Judgement(Status.HAPPENED, f"“{shown}” tells in the present of a day gone by")
    if present and when.named and not verb.progressive and not verb.passive and verb.lemma not in story.stative:
        return Judgement(Status.HAPPENED, f"“{shown}” tells in the present of the day it names")
    if (present and verb.lemma not in story.reporting) or (verb.perfect and verb.progressive and not verb.past):
        return Judgement(Status.ONGOING, f"“{shown}” goes on at the time of writing")
    return Judgement(Status.HAPPENED, f"“{shown}” is told as past")


def _modal(parsed: Parsed, clause: Clause, shown: str, story: Story) -> Judgement:
    verb = clause.verb
    if verb.modal in story.of("doubtful") and verb.perfect:
        return Judgement(Status.HAPPENED, f"“{shown}” is told as past, with doubt")
    if verb.modal in story.of("possible"):
        return Judgement(Status.EXPECTED, f"“{shown}” tells what is possible")
    above = parsed.parent(clause)
    if above is not None and above.verb.modal in story.of("possible"):
        return Judgement(Status.EXPECTED, f"“{shown}” stands under what is possible")
    agent = clause.subject is None or agentive(parsed, clause.subject, story)
    head = parsed.words[clause.subject[1] - 1].low if clause.subject is not None else ""
    if agent or head in story.of("arranged") or verb.passive or verb.lemma in story.of("opening_verbs"):
        return Judgement(Status.PLANNED, f"“{shown}” announces what is to come")
    return Judgement(Status.EXPECTED, f"“{shown}” foresees what is to come")


def _told_ahead(verb: Verb, shown: str, predicate: str, story: Story) -> Judgement:
    if verb.lemma in story.be and predicate in story.planned_words:
        return Judgement(Status.PLANNED, f"“{shown} {predicate}” tells a plan")
    if verb.lemma in story.be and predicate in story.expected_words:
        return Judgement(Status.EXPECTED, f"“{shown} {predicate}” tells an expectation")
    if verb.lemma in story.expecting and not (verb.passive and verb.lemma in story.scheduling):
        return Judgement(Status.EXPECTED, f"“{shown}” tells an expectation")
    if not verb.past and not verb.perfect:
        return Judgement(Status.PLANNED, f"“{shown}” of a day to come")
    if verb.lemma in story.planning | story.scheduling or (verb.progressive and verb.past):
        return Judgement(Status.PLANNED, f"“{shown}” arranges what is to come")
    return Judgement(Status.HAPPENED, f"“{shown}” is told as past")


def agentive(parsed: Parsed, subject: tuple[int, int], story: Story) -> bool:
    """Tell whether a subject can act on purpose: a person, people, a name, an organisation."""
    for word in parsed.words[subject[0] : subject[1]]:
        if word.tag in {"I", "W", ","}:
            return False
        low = word.low
        if (
            word.tag == "P"
            or low in story.people
            or singular(low) in story.people
            or low in story.organisations
            or low in story.of("personal")
        ):
            return True
    return False


def predicate_of(parsed: Parsed, verb: Verb) -> str:
    """Return the first word behind a verb that is no adverb."""
    for word in parsed.words[verb.last + 1 : verb.last + 4]:
        if word.tag not in {"R", "X"}:
            return word.low
    return ""


def _hanging(parsed: Parsed, clause: Clause, verb: Verb, story: Story, when: Days) -> Judgement:
    """Judge a verb that hangs on the finite one: 'plans to go', 'were expected to arrive', 'is due to hold'."""
    main = clause.verb
    shown = parsed.said(main.first, main.last + 1)
    if main.modal in story.of("possible") and not main.perfect:
        return Judgement(Status.EXPECTED, f"“{shown}” tells what is possible")
    if verb.infinitive:
        return _infinitive(parsed, clause, verb, story, when)
    if when.ahead and not (when.begun and (verb.form == "part" or main.past or main.perfect)):
        status = Status.EXPECTED if main.lemma in story.expecting else Status.PLANNED
        return Judgement(status, f"“{shown}” speaks of a day to come")
    return Judgement(Status.HAPPENED, f"“{parsed.words[verb.main].text}” is told as past")


def _infinitive(parsed: Parsed, clause: Clause, verb: Verb, story: Story, when: Days) -> Judgement:
    main = clause.verb
    shown = parsed.said(main.first, main.last + 1)
    between = {word.low for word in parsed.words[main.last + 1 : verb.first]}
    between |= {other.lemma for other in clause.verbs if other.main < verb.first}
    told = parsed.said(verb.first, verb.last + 1)
    if main.lemma in story.have and main.last + 1 == verb.first and not when.over:
        judgement = Judgement(None, f"“{shown} to” states a duty")
    elif main.lemma in story.be and not main.passive and main.last + 1 == verb.first:
        judgement = Judgement(Status.PLANNED, f"“{shown} to” tells an arrangement")
    elif verb.perfect:
        judgement = Judgement(Status.HAPPENED, f"“{shown} … {told}” is told as past")
    elif between & (story.expecting | story.expected_words):
        judgement = Judgement(Status.EXPECTED, f"“{shown} … to” tells an expectation")
    elif between & (story.planning | story.scheduling | story.planned_words):
        judgement = Judgement(Status.PLANNED, f"“{shown} … to” tells a plan")
    elif when.ahead:
        judgement = Judgement(Status.PLANNED, f"“{told}” of a day to come")
    else:
        judgement = Judgement(Status.HAPPENED, f"“{shown} … {told}” is told as past")
    return judgement
