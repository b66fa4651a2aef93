"""Pronouns that no name has to stand for: they stand for a clause, join one, are part of a title, or mean whom their 'who' means."""

from __future__ import annotations

from generator.extract.headlines.line import Line
from generator.extract.headlines.pronouns import in_title, joins_clause, of_relative, stands_for_clause
from generator.language.story import load_story
from tests.extract.planted import plant

STORY = load_story("en")


def test_it_stands_for_the_clause_behind() -> None:
    _, (tree,) = plant(
        "It/PRON/nsubj/2 emerged/VERB.past/root/0/emerge that/SCONJ/mark/5 trams/NOUN.plural/nsubj/5 ran/VERB.past/ccomp/2/run"
    )
    assert stands_for_clause(tree, 0, STORY)
    _, (tree,) = plant("It/PRON/nsubj/2 sank/VERB.past/root/0/sink")
    assert not stands_for_clause(tree, 0, STORY)


def test_a_relative_word_joins_its_clause() -> None:
    _, (tree,) = plant("trams/NOUN.plural/nsubj/4 that/PRON/nsubj/3 burned/VERB.past/acl:relcl/1/burn stopped/VERB.past/root/0/stop")
    assert joins_clause(tree, 1)
    assert not joins_clause(tree, 0)


def test_a_small_word_with_a_capital_behind_another_is_part_of_a_title() -> None:
    _, (tree,) = plant("Hale/PROPN/nsubj/2 sang/VERB.past/root/0/sing Here/ADV/advmod/4 We/PRON/nsubj/5 Are/AUX/ccomp/2/be")
    assert in_title(tree, 3)
    assert not in_title(tree, 0)
    _, (glued,) = plant("Old/ADJ/amod/2 Harbour/PROPN/nsubj/4 They/PRON/nsubj/4 left/VERB.past/root/0/leave")
    assert not in_title(glued, 2)


def test_a_pronoun_in_a_clause_with_who_means_whom_that_hangs_on() -> None:
    _, (tree,) = plant(
        "Carl/PROPN/compound/2 Hale/PROPN/nsubj/9 +,/PUNCT/punct/2 who/PRON/nsubj/5 left/VERB.past/acl:relcl/2/leave his/PRON/nmod:poss/7 "
        "shop/NOUN.singular/obj/5 +,/PUNCT/punct/2 sang/VERB.past/root/0/sing his/PRON/nmod:poss/11 songs/NOUN.plural/obj/9/song"
    )
    line = Line(tree, tree.root, tuple(range(len(tree))))
    assert of_relative(line, 5, STORY)
    assert not of_relative(line, 9, STORY)
