"""Phrases by themselves: their core, the name and the role in it, whom a pronoun can mean, whether a name is a person's."""

from __future__ import annotations

import pytest

from generator.extract.discourse.full_names import full_names
from generator.extract.discourse.names import Named, NamedKind
from generator.extract.discourse.phrases import called, core, is_definite, is_plural, is_ticker, name_in, role_in, shortened, worded
from generator.extract.discourse.pronouns import Heard, fits, kind_of_pronoun, meant
from generator.language.story import load_story
from generator.model.span import Span
from generator.model.tree import Tree
from tests.extract.planted import plant

STORY = load_story("en")
MINISTER = (
    "Former/ADJ/amod/5 transport/NOUN/compound/5 minister/NOUN/compound/5 Ann/PROPN/compound/5 Hale/PROPN/nsubj/9 ,/PUNCT/punct/8 "
    "a/DET/det/8 lawyer/NOUN/appos/5 resigned/VERB.past/root/0"
)
PLANTS = (
    "The/DET/det/3 chemical/ADJ/amod/3 plants/NOUN.plural/nsubj/7 in/ADP/case/6 old/ADJ/amod/6 Fife/PROPN/nmod/3 burned/VERB.past/root/0"
)


def grown(sentence: str) -> tuple[str, Tree]:
    text, trees = plant(sentence)
    return text, trees[0]


def words(tree: Tree, tokens: tuple[int, ...]) -> str:
    return " ".join(tree[each].text for each in tokens)


def test_a_core_has_the_titles_and_not_what_hangs_behind() -> None:
    _, tree = grown(MINISTER)
    assert words(tree, core(tree, 4)) == "Former transport minister Ann Hale"
    name = name_in(tree, 4, STORY)
    assert words(tree, name) == "Ann Hale"
    assert words(tree, role_in(tree, 4, name)) == "Former transport minister"


def test_a_noun_has_no_name_in_it_and_is_called_without_its_article() -> None:
    text, tree = grown(PLANTS)
    assert name_in(tree, 2, STORY) == ()
    assert called(tree, 2) == "chemical plants"
    assert worded(tree, 2).of(text) == "The chemical plants in old Fife"
    assert is_definite(tree, 2, STORY)
    assert is_plural(tree, 2, STORY)


def test_the_code_of_a_share_is_no_word() -> None:
    assert is_ticker("ABCD.N")
    assert not is_ticker("Arden")


@pytest.mark.parametrize(("word", "kind"), [("he", "m"), ("Her", "f"), ("its", "n"), ("they", "p"), ("we", "")])
def test_a_pronoun_has_a_kind(word: str, kind: str) -> None:
    assert kind_of_pronoun(word.lower(), STORY) == kind


HALE = Named("Ann Hale", Span(0, 8), 1, NamedKind.PERSON, gender="f")
BOARD = Named("Harbour Board", Span(20, 33), 1, NamedKind.BODY)


def test_a_pronoun_means_somebody_of_its_kind() -> None:
    assert fits(HALE, "f")
    assert not fits(HALE, "m")
    assert not fits(BOARD, "f")
    heard = (Heard(1, 0, 0, subject=True), Heard(1, 3, 1, subject=False))
    assert meant("f", 2, heard, (HALE, BOARD)) == (0, True)
    assert meant("m", 2, heard, (HALE, BOARD)) is None
    assert meant("f", 40, heard, (HALE, BOARD)) is None


def test_a_short_name_has_a_fullest_form_and_who_speaks_is_a_person() -> None:
    _, trees = plant(
        "Ann/PROPN/compound/2 Hale/PROPN/nsubj/3 spoke/VERB.past/root/0/speak",
        "“/PUNCT/punct/4 +So/ADV/advmod/4 +”/PUNCT/punct/2 said/VERB.past/root/0/say Hale/PROPN/nsubj/4 "
        "who/PRON/nsubj/7 left/VERB.past/acl:relcl/5/leave",
    )
    known = full_names(trees, STORY)
    assert known.of(("Hale",)) == ("Ann", "Hale")
    assert known.kind(("Ann", "Hale")) is NamedKind.PERSON
    assert known.gender(("Ann", "Hale")) == "f"


@pytest.mark.parametrize(
    ("role", "head", "short"),
    [
        ("the harbour master", "master", "the harbour master"),
        ("a senior adviser at the Bank of Fife in Marle", "adviser", "a senior adviser at the Bank of Fife"),
        ("chief executive of both the trams and the ferries", "executive", "chief executive of both the trams and the ferries"),
        ("a harbour pilot and singer, born in old Fife", "pilot", "a harbour pilot and singer"),
    ],
)
def test_a_long_role_loses_where_it_is_but_never_whose_it_is(role: str, head: str, short: str) -> None:
    assert shortened(role, head, STORY) == short


def test_a_word_all_in_capitals_is_a_body_whoever_speaks_for_it() -> None:
    said = "“/PUNCT/punct/4 +So/ADV/ccomp/4 +”/PUNCT/punct/2 said/VERB.past/root/0/say {}/PROPN/nsubj/4"
    assert full_names(plant(said.format("FHT"))[1], STORY).kind(("FHT",)) is NamedKind.BODY
    assert full_names(plant(said.format("Hale"))[1], STORY).kind(("Hale",)) is NamedKind.PERSON
