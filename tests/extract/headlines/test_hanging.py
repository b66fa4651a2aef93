"""Clauses that hang on a noun, as sentences of their own."""

from __future__ import annotations

import pytest

from generator.extract.headlines.hanging import object_relative, owner_relative, subject_relative, undergone
from generator.language.story import load_story
from generator.model.frame import Frame
from generator.model.tree import Tree
from tests.extract.planted import plant

STORY = load_story("en")
PASSED = (
    "Crews/NOUN.plural/nsubj/2/crew praised/VERB.past/root/0/praise a/DET/det/4 law/NOUN.singular/obj/2 passed/VERB.participle/acl/4/pass "
    "by/ADP/case/7 Fife/PROPN/obl/5 in/ADP/case/9 May/PROPN/obl/5 +./PUNCT/punct/2"
)
RELEASED = (
    "Crews/NOUN.plural/nsubj/2/crew read/VERB.past/root/0 a/DET/det/5 Fife/PROPN/compound/5 poll/NOUN.singular/obj/2 "
    "released/VERB.participle/acl/5/release in/ADP/case/8 May/PROPN/obl/6 +./PUNCT/punct/2"
)
PLANNED = PASSED.replace("passed/VERB.participle/acl/4/pass", "expected/VERB.participle/acl/4/expect")
BORN = (
    "Raised/VERB.participle/advcl/5/raise in/ADP/case/3 Fife/PROPN/obl/1 Ann/PROPN/compound/5 left/VERB.past/root/0/leave +./PUNCT/punct/5"
).replace("Ann/PROPN/compound/5", "Ann/PROPN/nsubj/5")
OPENED = (
    "Crews/NOUN.plural/nsubj/2/crew praised/VERB.past/root/0/praise a/DET/det/4 shop/NOUN.singular/obj/2 that/PRON/obj/7 "
    "Hale/PROPN/nsubj/7 opened/VERB.past/acl:relcl/4/open in/ADP/case/9 May/PROPN/obl/7 +./PUNCT/punct/2"
)
WHOSE = (
    "Crews/NOUN.plural/nsubj/2/crew praised/VERB.past/root/0/praise Hale/PROPN/obj/2 whose/PRON/nmod:poss/5 son/NOUN.singular/nsubj/6 "
    "left/VERB.past/acl:relcl/3/leave in/ADP/case/8 May/PROPN/obl/6 +./PUNCT/punct/2"
)
BURNED = (
    "Crews/NOUN.plural/nsubj/2/crew saw/VERB.past/root/0/see a/DET/det/4 bus/NOUN.singular/obj/2 that/PRON/nsubj/6 "
    "burned/VERB.past/acl:relcl/4/burn +./PUNCT/punct/2"
)


def tree_of(sentence: str) -> tuple[Tree, int]:
    """Return a tree, and its word that hangs on a noun or goes before the main clause."""
    tree = plant(sentence)[1][0]
    return tree, next(each.index for each in tree if each.rel.value in {"acl", "acl:relcl", "advcl"})


@pytest.mark.parametrize(
    ("sentence", "line"),
    [(PASSED, "A law [was] passed by Fife in May"), (BORN, "Ann [was] raised in Fife"), (RELEASED, ""), (PLANNED, "")],
)
def test_what_was_done_to_it_is_a_clause(sentence: str, line: str) -> None:
    tree, at = tree_of(sentence)
    subject = tree[at].head if tree[at].rel.value == "acl" else tree.children(tree.root)[1]
    own = frozenset(each.index for each in tree if each.text == "May")
    made = undergone(Frame(tree, at, subject), own, STORY)
    assert (made.printed() if made is not None else "") == line


@pytest.mark.parametrize(("sentence", "line"), [(OPENED, "Hale opened a shop in May"), (WHOSE, ""), (BURNED, "")])
def test_who_did_it_stands_before_the_noun(sentence: str, line: str) -> None:
    tree, at = tree_of(sentence)
    made = object_relative(tree, at, STORY)
    assert (made.printed() if made is not None else "") == line


def test_the_noun_takes_the_place_of_who_or_that() -> None:
    tree, at = tree_of(BURNED)
    made = subject_relative(tree, at, STORY)
    assert made is not None
    assert made.printed() == "A bus burned"


@pytest.mark.parametrize(("sentence", "line"), [(WHOSE, "Hale’s son left in May"), (BURNED, "")])
def test_the_noun_takes_the_place_of_whose(sentence: str, line: str) -> None:
    tree, at = tree_of(sentence)
    made = owner_relative(tree, at, STORY)
    assert (made.printed() if made is not None else "") == line


@pytest.mark.parametrize(("link", "relative", "line"), [("of", "that", "The wave struck"), ("in", "that", ""), ("of", "who", "")])
def test_a_clause_behind_of_and_a_thing_tells_of_that_thing(link: str, relative: str, line: str) -> None:
    tree, at = tree_of(
        f"Crews/NOUN.plural/nsubj/2/crew met/VERB.past/root/0/meet victims/NOUN.plural/obj/2/victim {link}/ADP/case/6 the/DET/det/6 "
        f"wave/NOUN.singular/nmod/3 {relative}/PRON/nsubj/8 struck/VERB.past/acl:relcl/6/strike +./PUNCT/punct/2"
    )
    made = subject_relative(tree, at, STORY)
    assert (made.printed() if made is not None else "") == line


def test_a_language_without_such_a_word_gets_none_of_english() -> None:
    tree, at = tree_of(PASSED)
    assert undergone(Frame(tree, at, tree[at].head), frozenset(), load_story("de")) is None
