"""What the rows of status ask of a dated frame: how its day lies to publication, who acts, what was arranged, what only is.

In: a Case, which is a Frame with its Days and the Story. Out: yes or no.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.extract.events.marks import is_quoted
from generator.model.edtf import Bounds
from generator.model.frame import Frame, Tense
from generator.model.story import Story
from generator.model.tree import Form, Rel, Upos

_MONTH, _WEEK = 31, 7
"""Days: what lasts longer than the first is no single occasion; nobody says something over more than the second."""


@dataclass(frozen=True, slots=True)
class Days:
    """How a date lies to the day of publication: ``ahead`` reaches beyond it, ``over`` ends before it, ``begun`` starts by then.

    It is ``long`` from a month on, ``wide`` from a week on.
    """

    ahead: bool = False
    over: bool = False
    begun: bool = True
    today: bool = False
    long: bool = False
    wide: bool = False
    since: bool = False
    dated: bool = True


UNDATED = Days(dated=False)


def days_of(when: Bounds, published: int | None, *, since: bool = False) -> Days:
    """Compare a date with the day of publication; an unknown one leaves the tense to decide."""
    long, wide = (when.days is None or when.days > most for most in (_MONTH, _WEEK))
    if published is None:
        return Days(long=long, wide=wide, since=since)
    to_come = not since and when.earliest is not None and when.earliest >= published
    ahead = when.latest > published if when.latest is not None else to_come
    over = when.latest is not None and when.latest < published
    begun = when.earliest is None or when.earliest <= published
    return Days(ahead, over, begun, when.earliest == when.latest == published, long, wide, since)


@dataclass(frozen=True, slots=True)
class Case:
    """What the rows ask of."""

    frame: Frame
    days: Days
    story: Story

    def lemma_in(self, *names: str) -> bool:
        """Tell whether the predicate is one of these lists of the Story (a field or a small group)."""
        lemma = self.frame.lemma
        return any(lemma in (getattr(self.story, name, None) or self.story.of(name)) for name in names)


def is_asked(case: Case) -> bool:
    """Tell whether the sentence is a question."""
    return case.frame.tree[len(case.frame.tree) - 1].text.endswith("?")


def tells_of_himself(case: Case) -> bool:
    """Tell whether somebody tells it of himself, in a quotation too: 'I got a call'."""
    subject = case.frame.subject
    return subject is not None and case.frame.tree[subject].text.lower() in case.story.of("first_person")


def in_first_person(case: Case) -> bool:
    """Tell whether the writer tells it of himself: 'I moved to Leeds', outside of quotations."""
    return case.frame.says is None and tells_of_himself(case) and not is_quoted(case.frame.tree)


def is_habitual(case: Case) -> bool:
    """Tell whether an adverb says that it is usual."""
    return any(case.frame.tree[each].lemma in case.story.habitual for each in case.frame.tree.children(case.frame.predicate, Rel.ADVMOD))


def is_no_comment(case: Case) -> bool:
    """'declined to comment', 'was not available for comment': nobody's timeline tells of that."""
    tree, at = case.frame.tree, case.frame.predicate
    above = tree[at].head if tree[at].rel is Rel.XCOMP else at
    lemmas = {tree[each].lemma for each in tree.children(above, Rel.XCOMP, Rel.OBL)}
    return tree[above].lemma in case.story.of("declining") and bool(lemmas & case.story.of("commenting"))


def is_denied(case: Case) -> bool:
    """Tell whether somebody says of it that it is not so: it did not happen for sure, and of its day he did not speak."""
    says = case.frame.says
    return says is not None and case.frame.tree[says].lemma in case.story.of("disputing")


def is_nowadays(case: Case) -> bool:
    """Tell whether a sentence opens with 'Today,' and the plain present: how things are by now, not what the day brought."""
    frame, tree = case.frame, case.frame.tree
    opens = len(tree) > 1 and tree[0].text.lower() in case.story.of("nowadays") and tree[1].text == ","
    return case.days.today and opens and frame.tense is Tense.PRESENT and not (frame.perfect or frame.progressive or frame.passive)


def is_state(case: Case) -> bool:
    """A copula or a verb of state, not a passive."""
    frame = case.frame
    states = case.story.of("states") | case.story.evidence
    return not frame.passive and (frame.tree[frame.predicate].upos is not Upos.VERB or frame.lemma in states)


def is_quality(case: Case) -> bool:
    """'was unsure', 'was in the red': what somebody or something was like."""
    frame = case.frame
    return frame.tree[frame.predicate].upos in {Upos.ADJ, Upos.ADV, Upos.AUX}


def is_settled(case: Case) -> bool:
    """'Three firms report earnings this week', 'The council votes this month': the plain present of a deed, which is not done yet."""
    verb = case.frame.tree[case.frame.predicate]
    return verb.form is Form.PRESENT and not only_says(case.frame, case.story) and not is_state(case)


def only_says(frame: Frame, story: Story) -> bool:
    """Tell 'says that …' from a deed of the same verb: 'reports its earnings'."""
    return frame.lemma in story.reporting and not frame.tree.children(frame.predicate, Rel.OBJ)


def hangs_open(case: Case) -> bool:
    """'met to open the bridge on Friday', 'with talks to follow by October': an infinitive, or a gerund of a day that is not here yet."""
    form = case.frame.tree[case.frame.predicate].form
    return form is Form.INFINITIVE or (form is Form.GERUND and not case.days.begun)


def is_aimed_at(case: Case) -> bool:
    """'efforts to open it on Monday': an infinitive tells what somebody wants, unless a verb says that it came to that."""
    tree, at = case.frame.tree, case.frame.predicate
    verb = tree[at]
    if verb.form is not Form.INFINITIVE or tree.children(at, Rel.AUX) or verb.rel not in {Rel.ACL, Rel.ADVCL, Rel.XCOMP}:
        return False
    return verb.rel is not Rel.XCOMP or tree[verb.head].lemma in case.story.planning


def is_wished(case: Case) -> bool:
    """Tell what somebody had wanted to do by a day that is no more to come: nobody says that he did."""
    tree, at = case.frame.tree, case.frame.predicate
    wanted = tree[at].rel is Rel.XCOMP and tree[tree[at].head].lemma in case.story.of("wishing")
    return wanted and case.frame.tense is Tense.PAST and case.days.dated and not case.days.ahead


def schedules(case: Case) -> bool:
    """'was scheduled for', 'set', 'postponed until', 'is due on'."""
    return case.lemma_in("scheduling", "planned_words") and not case.frame.phrasal


def acts(case: Case) -> bool:
    """Tell whether the subject can act on purpose or the deed is arranged: what such a subject will do is planned, else foreseen."""
    frame, story = case.frame, case.story
    if frame.passive or frame.subject is None or case.lemma_in("opening_verbs"):
        return True
    head = frame.tree[frame.subject]
    return head.upos in {Upos.PROPN, Upos.PRON} or head.lemma.lower() in story.people | story.organisations | story.events


def around(frame: Frame) -> tuple[int, ...]:
    """Return what hangs on a predicate as an adverb, or on the one that it completes ('was initially set to begin')."""
    tree = frame.tree
    above = (tree[frame.predicate].head,) if tree[frame.predicate].rel is Rel.XCOMP else ()
    return tuple(each for index in (frame.predicate, *above) for each in tree.children(index, Rel.ADVMOD))


def is_hypothetical(case: Case) -> bool:
    """Tell 'would have closed' and what stands under 'if' from the future of the past ('said that it would close')."""
    tree, at = case.frame.tree, case.frame.predicate
    duty = case.story.of("duty")
    asked = any(tree[each].lemma in duty for above in tree.ancestors(at) for each in tree.children(above, Rel.AUX))
    return asked or has_condition(case) or case.frame.perfect or not has_modal(case)


def has_condition(case: Case) -> bool:
    """Tell whether a predicate has a condition of its own: 'to strike on Friday if pay is not raised'."""
    tree = case.frame.tree
    clauses = tree.children(case.frame.predicate, Rel.ADVCL)
    return any(tree[mark].lemma in case.story.of("if") for each in clauses for mark in tree.children(each, Rel.MARK))


def has_modal(case: Case) -> bool:
    """Tell whether a conditional modal stands with the predicate itself."""
    tree = case.frame.tree
    return any(tree[each].lemma in case.story.of("conditional_modals") for each in tree.children(case.frame.predicate, Rel.AUX))
