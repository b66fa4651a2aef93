"""How a constituent stands in its line: what the rows of the table ask of it.

In: a Line and the head of a constituent in it. Out: a Shape.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from generator.extract.headlines.line import Line
from generator.model.story import Story
from generator.model.tree import Form, Rel, Tree, Upos

_APART = frozenset({",", ";", "-", "–", "—", "--", "("})
_ENDS = _APART | frozenset({".", ")", ":", "!", "?", "”", '"'})
_MARKS = frozenset({Rel.CASE, Rel.MARK, Rel.CC})
_TYING = frozenset({Upos.ADJ, Upos.ADV, Upos.NUM, Upos.DET})
_SUBJECTS = (Rel.NSUBJ, Rel.CSUBJ, Rel.EXPL)
_TELLING = (Rel.AMOD, Rel.COMPOUND, Rel.NMOD, Rel.NMOD_POSS, Rel.NUMMOD)
_ARGUMENTS = frozenset({Rel.NSUBJ, Rel.OBJ, Rel.IOBJ})


@dataclass(frozen=True)
class Shape:
    """A constituent: the tokens of it that are in the line (``inside``), and the words round these there (``before``, ``behind``).

    What a row asks of it is looked at when it is asked, once.
    """

    line: Line
    head: int
    inside: tuple[int, ...]
    before: str
    behind: str
    story: Story

    @property
    def tree(self) -> Tree:
        """The tree that it is a part of."""
        return self.line.tree

    @property
    def _above(self) -> int:
        return self.tree[self.head].head

    @property
    def first(self) -> bool:
        """Whether it opens the line."""
        return self.inside[0] == self.line.kept[0]

    @property
    def apart(self) -> bool:
        """Whether it is set off on both sides."""
        return (self.before in _APART or self.first) and self.behind in _ENDS

    @property
    def closing(self) -> bool:
        """Whether a mark or the end of the line stands behind it."""
        return self.behind in _ENDS

    @property
    def bracketed(self) -> bool:
        """Whether it stands in brackets."""
        return self.before == "(" and self.behind == ")"

    @property
    def near(self) -> bool:
        """Whether it follows at once what it hangs on."""
        return self.inside[0] == self._above + 1

    @property
    def tied(self) -> bool:
        """Whether it hangs on a number, an adjective or an adverb, which mean something else without it: 'double where it stood'."""
        if self.rel is Rel.ADVCL and any(
            self.tree[each].lemma in self.story.of("only") for each in self.tree.children(self._above, Rel.ADVMOD)
        ):
            return True  # 'she first sang when she left school'
        return self._above != self.line.root and self._above >= 0 and self.tree[self._above].upos in _TYING

    @property
    def spoken(self) -> bool:
        """Whether it hangs on a verb of saying."""
        return self._above >= 0 and self.tree[self._above].lemma in self.story.reporting

    @property
    def names(self) -> bool:
        """Whether it is the name of what is only described before it."""
        tree = self.tree
        return self._above >= 0 and tree[self.head].upos is Upos.PROPN and tree[self._above].upos is Upos.NOUN

    @cached_property
    def fronted(self) -> bool:
        """Whether it stands before the subject of the line's main verb, hanging on that verb."""
        return _is_fronted(self.line, self.head, self.inside[-1])

    @cached_property
    def listed(self) -> bool:
        """Whether it joins several things."""
        return any(self.tree[each].rel is Rel.CC for each in self.inside)

    @cached_property
    def linked(self) -> bool:
        """Whether a preposition or conjunction joins it to the rest."""
        return any(each < self.head for each in self.tree.children(self.head, Rel.CASE, Rel.MARK))

    @cached_property
    def identifies(self) -> bool:
        """Whether it hangs on something that the reader is to know: 'the plant …'."""
        definite = self.story.of("definite")
        return self._above >= 0 and any(self.tree[each].text.lower() in definite for each in self.tree.children(self._above, Rel.DET))

    @property
    def left_bare(self) -> bool:
        """Whether it hangs on a noun without any other word, which is neither subject nor object of the line's main verb."""
        tree, above = self.tree, self._above
        main = tree[above].head == self.line.root and tree[above].rel.main in _ARGUMENTS
        return not main and tree[above].upos is Upos.NOUN and not tree.children(above, *_TELLING)

    @cached_property
    def finite(self) -> bool:
        """Whether it is a clause with a subject and a finite verb of its own."""
        return _is_finite_clause(self.tree, self.head)

    @cached_property
    def complete(self) -> bool:
        """Whether nothing in the line stands behind it that hangs on what it hangs on."""
        last, tree, kept = self.inside[-1], self.tree, self.line.has
        below = tree.children(self._above) if self._above >= 0 else ()
        return not any(each > last and each in kept and tree[each].upos is not Upos.PUNCT for each in below)

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
    if head not in kept:
        return None
    inside = _worded(tree, tuple([each for each in tree.subtree(head) if each in kept]))
    first, last = inside[0], inside[-1]
    if last - first >= len(inside) and any(at in kept and tree[at].upos is not Upos.PUNCT for at in _gaps(inside)):
        return None
    before = next((tree[at].text for at in range(first - 1, -1, -1) if at in kept), "")
    behind = next((tree[at].text for at in range(last + 1, len(tree)) if at in kept), ".")
    return Shape(line, head, inside, before, behind, story)


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
