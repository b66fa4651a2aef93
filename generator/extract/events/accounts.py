"""Whether a time only says of which accounts or count something is told: a quarter, a state on a day, a year so far.

In: a Read, the head of a time expression, the expression, the Story. Out: yes or no. Results are of the day on which they are reported.
"""

from __future__ import annotations

from generator.extract.events.reads import Read
from generator.model.edtf import Date, bounds
from generator.model.frame import Modality, Tense
from generator.model.story import Story
from generator.model.timex import Timex
from generator.model.tree import Rel, Tree, Upos

_BESIDE = frozenset({Rel.COMPOUND, Rel.AMOD, Rel.NUMMOD, Rel.NMOD_UNMARKED, Rel.NMOD_POSS})


def is_of_accounts(read: Read, time: int, timex: Timex, published: int | None, story: Story) -> bool:
    """Tell 'a first-quarter loss', 'lost $4 million in the third quarter', 'cash as of 30 September', 'so far this year'."""
    tree = read.tree
    begins = bounds(timex.edtf).earliest if timex.edtf is not None else None
    if published is not None and (begins or published) < published and _stands(tree, timex, story):
        return True
    if published is not None and _is_for(read, time, timex, story) and ((begins or published) < published or _is_year(timex)):
        return True
    above = tree[time].head
    if above < 0 or not ("-Q" in timex.value or "-H" in timex.value):
        return False
    beside = tree[time].rel in _BESIDE and tree[above].upos is Upos.NOUN
    return beside or _counts(read, time, story)


def _stands(tree: Tree, timex: Timex, story: Story) -> bool:
    """Tell 'as of 30 September', 'so far this year', which say when a count was taken."""
    start = tree.inside(timex.span)[0]
    return "-".join(token.text.lower() for token in tree.tokens[max(0, start - 2) : start]) in story.of("counted_until")


def _is_for(read: Read, time: int, timex: Timex, story: Story) -> bool:
    """Tell 'released its figures for May', which are of May, from 'set a hearing for May'."""
    frame = read.above(time)
    cased = any(read.tree[case].lemma in story.of("for") for case in read.tree.children(time, Rel.CASE))
    arranging = story.scheduling | story.planned_words | story.planning | story.expecting | story.expected_words
    month = isinstance(timex.edtf, Date) and timex.edtf.day is None
    told = frame is not None and frame.tense is Tense.PAST and frame.modality is Modality.NONE and frame.lemma not in arranging
    return month and cased and told


def _is_year(timex: Timex) -> bool:
    return isinstance(timex.edtf, Date) and timex.edtf.month is None


def _counts(read: Read, time: int, story: Story) -> bool:
    """Tell whether the sentence gives a sum or a share, or the verb of a time says that accounts are told."""
    tree = read.tree
    frame = read.above(time)
    sums = any(token.upos is Upos.SYM or token.text.lower() in story.of("percent") for token in tree)
    return sums or (frame is not None and frame.lemma in story.reporting)
