"""Whether a dated frame happened, goes on, is planned or is expected, or tells no event at all.

In: a Frame, how its day lies to the day of publication, the Story. Out: a Judgement: a Status with its reason, or the reason against.

The first row that fits decides; each carries a sentence that is its explanation and its test.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from generator.extract.events.conditions import (
    Case,
    Days,
    acts,
    around,
    hangs_open,
    in_first_person,
    is_aimed_at,
    is_asked,
    is_denied,
    is_habitual,
    is_hypothetical,
    is_no_comment,
    is_nowadays,
    is_quality,
    is_settled,
    is_state,
    is_wished,
    schedules,
    tells_of_himself,
)
from generator.model.frame import Frame, Modality, Tense
from generator.model.mention import Status
from generator.model.story import Story


@dataclass(frozen=True, slots=True)
class Judgement:
    """``status`` is None when it is no event; ``why`` says in words how that was seen."""

    status: Status | None
    why: str


@dataclass(frozen=True, slots=True)
class Row:
    """A condition, what follows from it, and a sentence in which it decides."""

    name: str
    status: Status | None
    when: Callable[[Case], bool]
    like: str


M, S, T = Modality, Status, Tense

ROWS: tuple[Row, ...] = (
    Row("a question", None, is_asked, "Did the mayor resign on Monday?"),
    Row("told in the first person", None, in_first_person, "I moved to Leeds in 2009."),
    Row("usual", None, is_habitual, "The council usually met on Monday."),
    Row("no comment", None, is_no_comment, "A spokesman declined to comment on Monday."),
    Row("nowadays", None, is_nowadays, "Today, they decry the deficit."),
    Row(
        "negated",
        None,
        lambda c: c.frame.negated and (c.frame.passive or not c.lemma_in("reporting")),
        "The mayor did not resign on Monday.",
    ),
    Row("denied", None, is_denied, "The firm denied that it closed the yard on Monday."),
    Row(
        "a condition",
        None,
        lambda c: c.frame.modality is M.CONDITIONAL and is_hypothetical(c),
        "The bridge would have closed on Monday if it had rained.",
    ),
    Row("a duty", None, lambda c: c.frame.modality is M.NECESSARY, "Visitors should book by Friday."),
    Row(
        "only at first",
        None,
        lambda c: any(c.frame.tree[each].lemma in c.story.of("superseded") for each in around(c.frame)),
        "The race was initially set to begin on Friday.",
    ),
    Row(
        "a picture",
        None,
        lambda c: (
            c.lemma_in("showing")
            and any(c.frame.tree[each].lemma in c.story.of("here") for each in c.frame.tree.children(c.frame.predicate))
        ),
        "Hale, shown here in May, left on Monday.",
    ),
    Row("might have", S.HAPPENED, lambda c: c.frame.modality is M.POSSIBLE and c.frame.perfect, "The thief may have left on Monday."),
    Row(
        "possible, and over",
        None,
        lambda c: c.frame.modality is M.POSSIBLE and not c.days.ahead,
        "The town could see the smoke on 13 May 2024.",
    ),
    Row("possible", S.EXPECTED, lambda c: c.frame.modality in {M.POSSIBLE, M.NECESSARY}, "The vote could come on Friday."),
    Row(
        "expected, and over",
        None,
        lambda c: c.frame.modality in {M.EXPECTED, M.PLANNED, M.FUTURE, M.CONDITIONAL} and c.days.over,
        "The vote was expected to fall on 13 May 2024.",
    ),
    Row("only wished", None, is_wished, "Hale wanted to open the bridge today."),
    Row(
        "expected",
        S.EXPECTED,
        lambda c: c.frame.modality is M.EXPECTED or (c.days.ahead and c.lemma_in("expecting", "expected_words") and not c.days.begun),
        "The vote is expected to fall on Friday.",
    ),
    Row(
        "planned",
        S.PLANNED,
        lambda c: (
            c.frame.modality is M.PLANNED
            or (c.days.ahead and c.frame.tense is T.PRESENT and not c.frame.perfect and c.lemma_in("planning"))
        ),
        "The firm plans to open the plant in May.",
    ),
    Row("announced", S.PLANNED, lambda c: c.frame.modality in {M.FUTURE, M.CONDITIONAL} and acts(c), "The minister will speak on Friday."),
    Row("foreseen", S.EXPECTED, lambda c: c.frame.modality in {M.FUTURE, M.CONDITIONAL}, "Prices will fall on Friday."),
    Row(
        "arranged for a day to come",
        S.PLANNED,
        lambda c: (c.days.ahead or (c.days.today and c.frame.tense is T.PRESENT and not c.frame.perfect)) and schedules(c),
        "The trial was set for Friday.",
    ),
    Row(
        "told for a day to come",
        S.PLANNED,
        lambda c: (
            c.days.ahead
            and c.frame.tense is not T.PAST
            and not c.frame.perfect
            and (not c.days.begun or (is_settled(c) and not c.days.long))
        ),
        "The talks resume on Friday.",
    ),
    Row(
        "an infinitive of a day to come",
        S.PLANNED,
        lambda c: c.days.ahead and hangs_open(c),
        "Crews met to open the bridge on 24 May 2024.",
    ),
    Row("only aimed at", None, is_aimed_at, "The town wrapped up its preparations to join the union on Monday."),
    Row("told as past of a day to come", None, lambda c: c.days.ahead and not c.days.begun, "The mayor resigned on 24 May 2024."),
    Row(
        "a plan whose day is over",
        None,
        lambda c: c.days.over and schedules(c) and c.frame.tense is T.PAST and c.frame.passive,
        "The trial was scheduled for 13 May 2024.",
    ),
    Row("on since then", S.ONGOING, lambda c: c.days.since, "The port has been closed since Monday."),
    Row(
        "how things stand",
        None,
        lambda c: is_state(c) and c.frame.tense is T.PRESENT and not c.frame.perfect,
        "The harbour is busy this week.",
    ),
    Row(
        "how things stood",
        None,
        lambda c: is_state(c) and c.days.long and c.days.over,
        "The harbour was busy in 2009.",
    ),
    Row(
        "goes on",
        S.ONGOING,
        lambda c: c.frame.progressive and c.frame.tense is T.PRESENT,
        "Crews are searching the river today.",
    ),
    Row(
        "goes on, without a day",
        S.ONGOING,
        lambda c: c.frame.tense is T.PRESENT and not c.days.dated and not c.frame.perfect and not c.lemma_in("reporting"),
        "Crews search the river.",
    ),
    Row("how somebody or something was", None, is_quality, "The board was unsure on Monday."),
    Row("told by somebody of himself", None, tells_of_himself, "“I got a call on Monday.”"),
    Row("told", S.HAPPENED, lambda _c: True, "The mayor resigned on Monday."),
)


def judge(frame: Frame, days: Days, story: Story) -> Judgement:
    """Judge what a predicate tells of its day."""
    case = Case(frame, days, story)
    row = next(row for row in ROWS if row.when(case))
    return Judgement(row.status, f"“{frame.tree[frame.predicate].text}”: {row.name}")


def judge_noun(frame: Frame | None, shown: str, days: Days, story: Story) -> Judgement:
    """Judge an event that a noun names, by its day and by the frame that brings it up."""
    doubtful = frame is not None and (frame.modality in {Modality.POSSIBLE, Modality.EXPECTED} or frame.lemma in story.expecting)
    told = frame is not None and frame.tense is Tense.PAST and frame.modality is Modality.NONE
    if days.over or (days.begun and told) or not (days.ahead or doubtful):
        return Judgement(Status.HAPPENED, f"“{shown}” names what happened by then")
    return Judgement(Status.EXPECTED if doubtful else Status.PLANNED, f"“{shown}” lies ahead")
