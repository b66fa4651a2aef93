"""Whether a dated frame happened, goes on, is planned or is expected, or tells no event at all.

In: a Frame, how its day lies to the day of publication, the Story. Out: a Judgement: a Status with its reason, or the reason against.

The first row that fits decides; each carries a sentence that is its explanation and its test.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from generator.model.edtf import Bounds
from generator.model.frame import Frame, Modality, Tense
from generator.model.mention import Status
from generator.model.story import Story
from generator.model.tree import Form, Rel, Upos

_MONTH = 31


@dataclass(frozen=True, slots=True)
class Judgement:
    """``status`` is None when it is no event; ``why`` says in words how that was seen."""

    status: Status | None
    why: str


@dataclass(frozen=True, slots=True)
class Days:
    """How a date lies to the day of publication: ``ahead`` reaches beyond it, ``over`` ends before it, ``begun`` starts by then."""

    ahead: bool = False
    over: bool = False
    begun: bool = True
    today: bool = False
    long_ago: bool = False
    long: bool = False
    since: bool = False
    dated: bool = True


UNDATED = Days(dated=False)


def days_of(when: Bounds, published: int | None, *, since: bool = False) -> Days:
    """Compare a date with the day of publication; an unknown one leaves the tense to decide."""
    long = when.days is None or when.days > _MONTH
    if published is None:
        return Days(long=long, since=since)
    last = when.latest if when.latest is not None else when.earliest
    ahead = last is not None and last > published and not (when.latest is None and since)
    over = when.latest is not None and when.latest < published
    begun = when.earliest is None or when.earliest <= published
    long_ago = when.latest is not None and when.latest < published - _MONTH
    return Days(ahead, over, begun, when.earliest == when.latest == published, long_ago, long, since)


@dataclass(frozen=True, slots=True)
class Case:
    """What the rows ask of."""

    frame: Frame
    days: Days
    story: Story

    def word(self, *rels: Rel) -> str:
        """Return the lemma of the predicate's first child by one of *rels*, or nothing."""
        child = self.frame.tree.child(self.frame.predicate, *rels)
        return self.frame.tree[child].lemma if child is not None else ""

    def lemma_in(self, *names: str) -> bool:
        """Tell whether the predicate is one of these lists of the Story (a field or a small group)."""
        lemma = self.frame.lemma
        return any(lemma in (getattr(self.story, name, None) or self.story.of(name)) for name in names)


@dataclass(frozen=True, slots=True)
class Row:
    """A condition, what follows from it, and a sentence in which it decides."""

    name: str
    status: Status | None
    when: Callable[[Case], bool]
    like: str


def _asked(case: Case) -> bool:
    return case.frame.tree[len(case.frame.tree) - 1].text.endswith("?") or case.frame.tree[len(case.frame.tree) - 2].text == "?"


def _first_person(case: Case) -> bool:
    frame = case.frame
    return (
        frame.subject is not None
        and frame.says is None
        and frame.tree[frame.subject].text.lower() in case.story.of("first_person")
        and not _is_quoted(frame)
    )


def _is_quoted(frame: Frame) -> bool:
    """Tell whether the predicate stands between quotation marks, or its sentence opens or closes a quotation."""
    return any(token.text in {"“", "”", '"', "``", "''", "‘"} for token in frame.tree)


def _habitual(case: Case) -> bool:
    return any(case.frame.tree[each].lemma in case.story.habitual for each in case.frame.tree.children(case.frame.predicate, Rel.ADVMOD))


def _state(case: Case) -> bool:
    """A copula or a verb of state, not a passive."""
    frame = case.frame
    states = case.story.of("states") | case.story.evidence
    return not frame.passive and (frame.tree[frame.predicate].upos is not Upos.VERB or frame.lemma in states)


def _leads_on(case: Case) -> bool:
    """'hopes by Friday to announce': the day is that of what is hoped for."""
    return bool(case.frame.tree.children(case.frame.predicate, Rel.XCOMP, Rel.CCOMP))


def _scheduling(case: Case) -> bool:
    """'was scheduled for', 'set', 'postponed until', 'is due on'."""
    return case.lemma_in("scheduling", "planned_words")


def _acts(case: Case) -> bool:
    """Tell whether the subject can act on purpose or the deed is arranged: what such a subject will do is planned, else foreseen."""
    frame, story = case.frame, case.story
    if frame.passive or frame.subject is None or case.lemma_in("opening_verbs"):
        return True
    head = frame.tree[frame.subject]
    low = head.lemma.lower()
    return (
        head.upos in {Upos.PROPN, Upos.PRON}
        or low in story.people
        or low in story.organisations
        or low in story.of("arranged")
        or low in story.events
    )


M, S, T = Modality, Status, Tense

ROWS: tuple[Row, ...] = (
    Row("a question", None, _asked, "Did the mayor resign on Monday?"),
    Row("told in the first person", None, _first_person, "I moved to Leeds in 2009."),
    Row("usual", None, _habitual, "The council usually met on Monday."),
    Row(
        "negated",
        None,
        lambda c: c.frame.negated and (c.days.since or not c.lemma_in("reporting")),
        "The mayor did not resign on Monday.",
    ),
    Row(
        "a condition",
        None,
        lambda c: c.frame.modality is M.CONDITIONAL and _is_hypothetical(c),
        "The bridge would have closed on Monday if it had rained.",
    ),
    Row("a duty", None, lambda c: c.frame.modality is M.NECESSARY, "Visitors should book by Friday."),
    Row(
        "only at first",
        None,
        lambda c: (
            any(c.frame.tree[each].lemma in c.story.of("superseded") for each in _around(c.frame))
            or (c.days.ahead and c.frame.perfect and c.frame.tense is T.PAST and _scheduling(c))
        ),
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
    Row(
        "the end of a period of accounts",
        None,
        lambda c: c.frame.lemma in c.story.of("end") and c.frame.tree[c.frame.predicate].rel in {Rel.ACL, Rel.ACL_RELCL} and _is_period(c),
        "Profit rose in the quarter ended June 30.",
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
    Row(
        "expected",
        S.EXPECTED,
        lambda c: c.frame.modality is M.EXPECTED or (c.days.ahead and c.lemma_in("expecting", "expected_words") and not c.days.begun),
        "The vote is expected to fall on Friday.",
    ),
    Row(
        "planned",
        S.PLANNED,
        lambda c: c.frame.modality is M.PLANNED or (c.days.ahead and c.lemma_in("planning") and _leads_on(c)),
        "The firm plans to open the plant in May.",
    ),
    Row("announced", S.PLANNED, lambda c: c.frame.modality in {M.FUTURE, M.CONDITIONAL} and _acts(c), "The minister will speak on Friday."),
    Row("foreseen", S.EXPECTED, lambda c: c.frame.modality in {M.FUTURE, M.CONDITIONAL}, "Prices will fall on Friday."),
    Row("arranged for a day to come", S.PLANNED, lambda c: c.days.ahead and _scheduling(c), "The trial was set for Friday."),
    Row(
        "told for a day to come",
        S.PLANNED,
        lambda c: c.days.ahead and not c.days.begun and c.frame.tense is not T.PAST and not c.frame.perfect,
        "The talks resume on Friday.",
    ),
    Row(
        "an infinitive of a day to come",
        S.PLANNED,
        lambda c: c.days.ahead and not c.days.begun and c.frame.tree[c.frame.predicate].form in {Form.INFINITIVE, Form.GERUND},
        "Crews met to open the bridge on 24 May 2024.",
    ),
    Row("told as past of a day to come", None, lambda c: c.days.ahead and not c.days.begun, "The mayor resigned on 24 May 2024."),
    Row(
        "a plan whose day is over",
        None,
        lambda c: c.days.over and c.lemma_in("scheduling") and c.frame.tense is T.PAST and c.frame.passive,
        "The trial was scheduled for 13 May 2024.",
    ),
    Row(
        "on since then",
        S.ONGOING,
        lambda c: c.days.since and c.frame.perfect and not _is_counted(c),
        "The port has been closed since Monday.",
    ),
    Row(
        "how things stand",
        None,
        lambda c: _state(c) and c.frame.tense is T.PRESENT and not c.frame.perfect and not (c.days.today and _is_quoted(c.frame)),
        "The harbour is busy this week.",
    ),
    Row(
        "how things stood",
        None,
        lambda c: _state(c) and c.days.long and c.days.over and c.frame.says is None,
        "The harbour was busy in 2009.",
    ),
    Row(
        "goes on",
        S.ONGOING,
        lambda c: c.frame.progressive and c.frame.tense is T.PRESENT and not c.days.over,
        "Crews are searching the river today.",
    ),
    Row(
        "goes on, without a day",
        S.ONGOING,
        lambda c: c.frame.tense is T.PRESENT and not c.days.dated and not c.frame.perfect and not c.lemma_in("reporting"),
        "Crews search the river.",
    ),
    Row("told", S.HAPPENED, lambda _c: True, "The mayor resigned on Monday."),
)


def _around(frame: Frame) -> tuple[int, ...]:
    """Return what hangs on a predicate as an adverb, or on the one that it completes ('was initially set to begin')."""
    tree = frame.tree
    above = (tree[frame.predicate].head,) if tree[frame.predicate].rel is Rel.XCOMP else ()
    return tuple(each for index in (frame.predicate, *above) for each in tree.children(index, Rel.ADVMOD))


def _is_period(case: Case) -> bool:
    """Tell whether what a participle hangs on is a quarter, a year, a month."""
    tree = case.frame.tree
    head = tree[case.frame.predicate].head
    return head >= 0 and tree[head].upos is Upos.NOUN and tree[head].lemma in case.story.of("periods")


def _is_hypothetical(case: Case) -> bool:
    """Tell 'would have closed' and what stands under 'if' from the future of the past ('said that it would close')."""
    return case.frame.perfect or not _has_modal(case)


def _has_modal(case: Case) -> bool:
    tree = case.frame.tree
    return any(tree[each].lemma in case.story.of("conditional_modals") for each in tree.children(case.frame.predicate, Rel.AUX))


def _is_counted(case: Case) -> bool:
    """'7,000 people have been killed since March' tells what happened; 'the port has been closed' what goes on."""
    frame = case.frame
    return frame.subject is not None and bool(frame.tree.children(frame.subject, Rel.NUMMOD))


def judge(frame: Frame, days: Days, story: Story) -> Judgement:
    """Judge what a predicate tells of its day."""
    case = Case(frame, days, story)
    row = next(row for row in ROWS if row.when(case))
    return Judgement(row.status, f"“{frame.tree[frame.predicate].text}”: {row.name}")


def judge_noun(frame: Frame | None, shown: str, days: Days, story: Story) -> Judgement:
    """Judge an event that a noun names, by its day and by the frame that brings it up."""
    planned = frame is not None and frame.modality in {Modality.PLANNED, Modality.FUTURE, Modality.EXPECTED}
    if frame is not None and planned and not days.over:
        return Judgement(Status.EXPECTED if frame.modality is Modality.EXPECTED else Status.PLANNED, f"“{shown}” is to come")
    told = frame is not None and frame.tense is Tense.PAST and frame.modality is Modality.NONE
    if not days.ahead or (days.begun and told):
        negated = frame is not None and frame.negated and not days.over
        return Judgement(None, f"“{shown}” is negated") if negated else Judgement(Status.HAPPENED, f"“{shown}” names what happened by then")
    if frame is not None and frame.modality is Modality.CONDITIONAL and _is_hypothetical(Case(frame, days, story)):
        return Judgement(None, f"“{shown}” stands under a condition")
    doubtful = frame is not None and (frame.modality in {Modality.POSSIBLE, Modality.EXPECTED} or frame.lemma in story.expecting)
    return Judgement(Status.EXPECTED if doubtful else Status.PLANNED, f"“{shown}” lies ahead")
