"""A tree is a tree whatever its reader said, and answers for its arcs."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.model.span import Span
from generator.model.tree import ROOT, Form, Rel, Token, Tree, Upos, tree_of


def token(index: int, head: int, rel: Rel = Rel.DEP) -> Token:
    return Token(index, Span(index * 2, index * 2 + 1), "x", "x", Upos.NOUN, Form.NONE, head, rel)


@given(st.lists(st.integers(-3, 14), min_size=1, max_size=12))
def test_whatever_the_heads_are_one_word_is_above_all_others(heads: list[int]) -> None:
    tree = tree_of(1, tuple(token(index, head) for index, head in enumerate(heads)))
    assert [each.head for each in tree].count(ROOT) == 1
    assert tree.subtree(tree.root) == tuple(range(len(heads)))


@given(st.lists(st.integers(0, 100), min_size=1, max_size=12))
def test_a_sound_tree_is_left_as_it_is(numbers: list[int]) -> None:
    given_ = (token(0, ROOT, Rel.ROOT), *(token(index, number % index) for index, number in enumerate(numbers, 1)))
    assert tree_of(1, given_).tokens == given_


def small() -> Tree:
    """'Kirby said aid came Monday'."""
    rels = ((1, Rel.NSUBJ), (ROOT, Rel.ROOT), (3, Rel.NSUBJ), (1, Rel.CCOMP), (3, Rel.OBL_UNMARKED))
    return tree_of(1, tuple(token(index, head, rel) for index, (head, rel) in enumerate(rels)))


def test_children_are_asked_for_by_relation_or_by_its_main_type() -> None:
    tree = small()
    assert tree.children(3) == (2, 4)
    assert tree.children(3, Rel.OBL) == (4,)
    assert tree.children(3, Rel.OBJ) == ()
    assert tree.child(1, Rel.CCOMP) == 3


def test_a_phrase_reaches_over_its_subtree() -> None:
    tree = small()
    assert tree.phrase(3) == Span(4, 9)
    assert tree.subtree(1, without=frozenset({Rel.CCOMP})) == (0, 1)


def test_a_path_goes_up_and_ends_at_the_one_above() -> None:
    tree = small()
    assert tree.path(4, 1) == (Rel.OBL_UNMARKED, Rel.CCOMP)
    assert tree.path(0, 3) is None
    assert list(tree.ancestors(4)) == [3, 1]


def test_the_head_of_a_stretch_hangs_on_a_word_outside_it() -> None:
    tree = small()
    assert tree.head_of(Span(4, 9)) == 3
    assert tree.head_of(Span(90, 99)) is None
