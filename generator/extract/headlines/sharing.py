"""Whether a clause happened on the day of something that stands in it: 'Fans wept when the club lost', but not 'the club, founded in 1901'.

In: a Frame, the verb of a clause round its predicate, the Story. Out: True or False.

A line beside the day of the one must not tell the other. What hangs on a noun ('which fell', 'founded in') has a day of its own, and so
has what the main clause came after; only a poll speaks on the day on which it was published, and reports tell what they are of.
"""

from __future__ import annotations

from generator.model.frame import Frame
from generator.model.story import Story
from generator.model.tree import Form, Rel, Tree

_OF_NOUNS = frozenset({Rel.ACL, Rel.ACL_RELCL, Rel.APPOS})
_JOINED = frozenset({Rel.OBL, Rel.NMOD, Rel.ADVCL})


def shares_day(frame: Frame, clause: int, story: Story) -> bool:
    """Tell whether the clause is told as of the day of the predicate; *clause* is the predicate itself, or stands above it."""
    tree, at = frame.tree, frame.predicate
    while at not in {clause, tree.root}:
        if (tree[at].rel in _OF_NOUNS and not _is_told(tree, at, story)) or (tree[at].rel in _JOINED and not _is_at_once(tree, at, story)):
            return False
        at = tree[at].head
    return True


def _is_told(tree: Tree, at: int, story: Story) -> bool:
    """Tell whether what hangs on a noun is what it tells, 'reports that trams stopped', or how it came out: 'a poll published on …'."""
    finite = bool(tree.children(at, Rel.AUX, Rel.COP))  # a main clause after all, which the reader hung on a noun
    return tree[at].rel is Rel.ACL and (finite or bool(tree.children(at, Rel.MARK)) or tree[at].lemma in story.of("made_public"))


def _is_at_once(tree: Tree, at: int, story: Story) -> bool:
    """Tell whether an adjunct is of the time of what it is joined to: 'when it fell', 'killing five', 'in the crash', not 'after it'."""
    joining = {tree[each].lemma for each in tree.children(at, Rel.MARK, Rel.CASE) if each < at}
    if tree[at].rel is Rel.ADVCL:
        return bool(joining & (story.of("at_once") | story.of("on_condition"))) or (
            not joining and tree[at].form in {Form.GERUND, Form.PARTICIPLE}
        )
    return joining.isdisjoint(story.of("after") | story.of("apart_in_time"))
