"""How a constituent stands in its line: what the rows of the table ask of it.

In: a Line and the head of a constituent in it. Out: a Shape.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from generator.extract.headlines.line import Line
from generator.model.story import Story
from generator.model.tree import Form, Rel, Tree, Upos

_APART = frozenset({",", ";", "-", "–", "—", "--", "("})
_ENDS = _APART | frozenset({".", ")", ":", "!", "?", "”", '"'})
_MARKS = frozenset({Rel.CASE, Rel.MARK, Rel.CC})
_TYING = frozenset({Upos.ADJ, Upos.ADV, Upos.NUM, Upos.DET})
_SUBJECTS = (Rel.NSUBJ, Rel.CSUBJ, Rel.EXPL)


@dataclass(frozen=True, slots=True)
class Shape:
    """A constituent: the tokens of it that are in the line (``inside``), how it hangs there, and whether it is set off or stands first.

    ``finite`` tells a clause with a subject and a finite verb of its own; ``complete`` that nothing behind it hangs on what it hangs on,
    ``spoken`` that this is a verb of saying, ``names`` that it is the name of what is only described before it.
    """

    tree: Tree
    head: int
    inside: tuple[int, ...]
    apart: bool
    fronted: bool
    first: bool
    tied: bool
    """Whether it hangs on a number, an adjective or an adverb, which mean something else without it: 'double where it stood'."""
    identifies: bool
    near: bool
    closing: bool
    listed: bool
    linked: bool
    bracketed: bool
    finite: bool
    complete: bool
    spoken: bool
    names: bool
    story: Story

    @property
    def rel(self) -> Rel:
        """How it hangs on what is above it."""
        return self.tree[self.head].rel

    @property
    def form(self) -> Form:
        """The form of its head."""
        return self.tree[self.head].form

    @property
    def says_so(self) -> bool:
        """Tell whether it is the clause that says who says so: '…, Ann Hale said', 'as Ann Hale said'."""
        beside = self.rel in {Rel.PARATAXIS, Rel.ADVCL, Rel.DEP}
        return beside and self.tree[self.head].lemma in self.story.reporting and bool(self.tree.children(self.head, Rel.NSUBJ))

    def is_one_of(self, group: str) -> bool:
        """Tell whether its head is one of a group of words."""
        token = self.tree[self.head]
        return bool({token.lemma.lower(), token.text.lower()} & self.story.of(group))

    def is_linked_by(self, group: str) -> bool:
        """Tell whether a preposition or conjunction of a group joins it to the rest."""
        tree = self.tree
        links = [tree[each] for each in tree.children(self.head, *_MARKS, Rel.ADVMOD) if each < self.head]
        return any({each.lemma.lower(), each.text.lower()} & self.story.of(group) for each in (*links, tree[self.inside[0]]))


def shape_of(line: Line, head: int, story: Story) -> Shape | None:
    """Return how a constituent stands in a line; None where it is not there, or not in one piece."""
    tree, kept = line.tree, line.has
    below = tree.subtree(head)
    inside = tuple(each for each in below if each in kept)
    if head not in kept:
        return None
    inside = _worded(tree, inside)
    first, last = inside[0], inside[-1]
    if last - first >= len(inside) and any(at in kept and tree[at].upos is not Upos.PUNCT for at in _gaps(inside)):
        return None
    before = next((tree[at].text for at in range(first - 1, -1, -1) if at in kept), "")
    behind = next((tree[at].text for at in range(last + 1, len(tree)) if at in kept), ".")
    above = tree[head].head
    rest = above >= 0 and any(each > last and each in kept and tree[each].upos is not Upos.PUNCT for each in tree.children(above))
    return Shape(
        tree,
        head,
        inside,
        apart=(before in _APART or first == line.kept[0]) and behind in _ENDS,
        fronted=_is_fronted(line, head, last),
        closing=behind in _ENDS,
        listed=any(tree[each].rel is Rel.CC for each in inside),
        linked=any(each < head for each in tree.children(head, Rel.CASE, Rel.MARK)),
        tied=above != line.root and above >= 0 and tree[above].upos in _TYING,
        identifies=above >= 0 and any(tree[each].text.lower() in story.of("definite") for each in tree.children(above, Rel.DET)),
        near=first == above + 1,
        first=first == line.kept[0],
        bracketed=before == "(" and behind == ")",
        finite=_is_finite_clause(tree, head),
        complete=not rest,
        spoken=above >= 0 and tree[above].lemma in story.reporting,
        names=above >= 0 and tree[head].upos is Upos.PROPN and tree[above].upos is Upos.NOUN,
        story=story,
    )


def _gaps(inside: tuple[int, ...]) -> Iterator[int]:
    """Yield the places between some tokens that are none of them."""
    for one, other in pairwise(inside):
        yield from range(one + 1, other)


def _worded(tree: Tree, inside: tuple[int, ...]) -> tuple[int, ...]:
    """Return the tokens from the first word to the last."""
    words = [at for at, each in enumerate(inside) if tree[each].upos is not Upos.PUNCT]
    return inside[words[0] : words[-1] + 1] if words else inside


def _is_fronted(line: Line, head: int, last: int) -> bool:
    """Tell whether a constituent stands before the subject of the line's main verb, hanging on that verb or one above it."""
    tree = line.tree
    subject = tree.child(line.root, *_SUBJECTS)
    return tree[head].head == line.root and subject is not None and last < subject and last < line.root


def _is_finite_clause(tree: Tree, head: int) -> bool:
    verbs = (tree[head], *(tree[each] for each in tree.children(head, Rel.AUX, Rel.COP)))
    return bool(tree.children(head, *_SUBJECTS)) and any(each.form in {Form.PAST, Form.PRESENT} or each.upos is Upos.AUX for each in verbs)
