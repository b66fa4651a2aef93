"""What a time expression dates: the first verb or event noun above it in the tree.

In: a Tree, its frames, the head of a time expression, the Story. Out: a Dated, or None with the row that says why.

The way up is decided row by row (``attaching``).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.extract.events.attaching import ROWS, Finds, Row
from generator.extract.events.frames import is_predicate
from generator.extract.events.heads import Head, kind_of_head
from generator.extract.events.marks import is_mark
from generator.extract.events.nouns import is_bound, is_event_noun
from generator.model.frame import Frame
from generator.model.story import Story
from generator.model.tree import ROOT, Rel, Tree, Upos

WHEN = "the day when it was"
"""The row of what a day is explained by: 'since 8 May, when the port burned'."""


_AT_ONCE = 5
"""A time that opens an entry ends behind at most so many words."""
_OF_VERB = frozenset({Rel.AUX, Rel.AUX_PASS, Rel.COP, Rel.ADVMOD})


@dataclass(frozen=True, slots=True)
class Dated:
    """What is dated: the token of a predicate or (``nominal``) of an event noun; ``row`` is the rule that found it."""

    index: int
    nominal: bool
    row: str


def dated(tree: Tree, time: int, frames: Mapping[int, Frame], story: Story) -> Dated | str:
    """Return what the time whose head is *time* dates, else the name of the row that says that it dates nothing.

    'The summer she turned 17' is told by what was done then.
    """
    if is_predicate(tree, time) and tree.children(time, Rel.COP):
        return _on_its_day(tree, time, frames)
    relative = next((each for each in tree.children(time, Rel.ACL_RELCL) if each in frames), None)
    if relative is not None and _is_outside(tree, time, relative):
        return "within what is said"
    if relative is not None and any(tree[each].lemma in story.of("when") for each in tree.subtree(relative)):
        return Dated(relative, nominal=False, row=WHEN)
    return "told by what was done then" if relative is not None and tree[time].upos is Upos.NOUN else _climbed(tree, time, frames, story)


def _is_outside(tree: Tree, time: int, index: int) -> bool:
    """Tell whether a quotation ends or begins between a time and a predicate: '“On Labour Day, when it rang …,” Hale said'."""
    return sum(is_mark(tree[each].text) for each in range(*sorted((time, index)))) % 2 == 1


def _climbed(tree: Tree, time: int, frames: Mapping[int, Frame], story: Story) -> Dated | str:
    """Climb from a time row by row."""
    at = time
    while (above := tree[at].head) != ROOT:
        if at != time and tree[at].rel in {Rel.CCOMP, Rel.PARATAXIS} and above in frames and frames[above].lemma in story.reporting:
            return "within what is said"
        kind = kind_of_head(tree, above, frames, story)
        row = next(row for row in ROWS if _fits(row, tree, at, kind, story, first=at == time))
        if row.finds is Finds.NOTHING:
            return row.name
        if row.finds is Finds.ABOVE and _is_likened(tree, above, story):
            return "compared with"
        if row.finds is Finds.ABOVE:
            above = _infinitive(tree, above, time, frames, story) or above
            return Dated(above, above not in frames or kind in {Head.EVENT, Head.LIGHT, Head.DURING}, row.name)
        at = _whole_name(tree, time, above) if row.cased else above
    return _opening(tree, time, frames) or "no verb above it"


def _infinitive(tree: Tree, above: int, time: int, frames: Mapping[int, Frame], story: Story) -> int | None:
    """Return what is planned where the day stands behind it: 'prepared to sail in July', but 'agreed on Monday to sail'."""
    if above not in frames or frames[above].lemma not in story.planning:
        return None
    return next((each for each in tree.children(above, Rel.XCOMP) if each in frames and each < time), None)


def event_behind(tree: Tree, time: int, story: Story) -> Dated | None:
    """Return the event that a length counts from: 'came one day after a two-hour call' gives the day of the call."""
    after = next((each for each in range(time + 1, len(tree)) if tree[each].upos in {Upos.ADP, Upos.SCONJ}), None)
    noun = tree[after].head if after is not None and tree[after].rel is Rel.CASE else None
    found = noun is not None and is_event_noun(tree, noun, story)
    return Dated(noun, nominal=True, row="the event that a length is counted from") if noun is not None and found else None


def _is_likened(tree: Tree, index: int, story: Story) -> bool:
    """'… just like you do today', 'its highest level since it hit 45 in May': a clause that is only compared with."""
    marks = {tree[mark].lemma for mark in (*tree.children(index, Rel.MARK, Rel.CASE), *_set_beside(tree, index))}
    most = marks & story.of("since") and any(tree[each].text.lower() in story.of("superlatives") for each in range(index))
    return bool(marks & story.of("compared_cases")) or bool(most)


def _set_beside(tree: Tree, index: int) -> tuple[int, ...]:
    """Return the participle that a noun is compared by: 'compared with a loss a year earlier'."""
    above = tree[index].head
    beside = above >= 0 and tree[index].rel is Rel.OBL and tree[above].rel in {Rel.ADVMOD, Rel.ADVCL, Rel.ACL, Rel.OBL, Rel.CASE}
    return (above,) if beside else ()


def _opening(tree: Tree, time: int, frames: Mapping[int, Frame]) -> Dated | None:
    """'12 April 2023: The jury finds …' dates the clause that it opens, however the two are joined."""
    opens = time < _AT_ONCE
    below = next((each for each in tree.subtree(time) if each in frames and each > time), None) if opens else None
    return Dated(below, nominal=False, row="the time that opens an entry") if below is not None else None


def _on_its_day(tree: Tree, time: int, frames: Mapping[int, Frame]) -> Dated | str:
    """'The hearing is on Monday' dates the hearing."""
    subject = frames[time].subject if time in frames else None
    if subject is not None and tree[subject].upos is Upos.NOUN:
        return Dated(subject, nominal=True, row="an event on its day")
    return "the time itself is told of"


def _is_apart(tree: Tree, time: int) -> bool:
    """Tell whether a time belongs to a subject whose verb stands further on: 'fears of shortages in May and other worries grew'."""
    noun = tree[time].head
    while tree[noun].rel is Rel.NMOD and tree[noun].head != ROOT:
        noun = tree[noun].head
    verb, behind = tree[noun].head, tree.subtree(time, frozenset({Rel.CONJ, Rel.CC}))[-1] + 1
    if tree[noun].rel.main is not Rel.NSUBJ or verb < time or behind >= len(tree):
        return False
    return behind != verb and tree[behind].upos is not Upos.PUNCT and not (tree[behind].head == verb and tree[behind].rel in _OF_VERB)


def _whole_name(tree: Tree, time: int, at: int) -> int:
    """Return the head of the whole name or phrase that stands behind a day: 'said on Friday Japan's plan to …'."""
    before = tree.subtree(time)[0] - 1
    while tree[at].head != ROOT and tree.subtree(tree[at].head)[0] >= before:
        at = tree[at].head
    return at


def _is_cased(tree: Tree, at: int) -> bool:
    """Tell whether a time has a preposition, or stands behind one that the parser gave to the name after it: 'on Friday Hale'.

    A period before a thing has none: 'in first-quarter sales'.
    """
    if tree[at].upos is not Upos.PROPN:
        return tree[at].rel is not Rel.COMPOUND and bool(tree.children(at, Rel.CASE))
    before = tree.subtree(at)[0] - 1
    lent = before >= 0 and tree[before].rel is Rel.CASE and tree[before].head > at
    return lent or bool(tree.children(at, Rel.CASE)) or before in tree.children(tree[at].head, Rel.CASE)


def _fits(row: Row, tree: Tree, at: int, kind: Head, story: Story, *, first: bool) -> bool:  # noqa: PLR0913 - all that a row asks
    token = tree[at]
    return (
        (not row.above or kind in row.above)
        and (not row.rels or token.rel in row.rels or token.rel.main in row.rels)
        and (row.first is None or row.first is first)
        and (not row.alone or len(tree.children(token.head, Rel.NSUBJ, Rel.CSUBJ)) == 1)
        and (row.before is None or row.before is (at < token.head))
        and (row.apart is None or row.apart is _is_apart(tree, at))
        and (not row.under or (tree[token.head].upos is Upos.NOUN and is_bound(tree, token.head, story)))
        and (row.cased is None or row.cased is (token.rel is not Rel.NMOD_POSS and _is_cased(tree, at)))
        and (not row.cases or any(tree[each].lemma in story.of(row.cases) for each in (token.head, *tree.children(at, Rel.CASE, Rel.MARK))))
    )
