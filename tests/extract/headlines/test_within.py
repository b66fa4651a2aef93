"""What a line has told already: a bank by its name, losses by what was lost, several by their number, a body by what it says."""

from __future__ import annotations

import pytest

from generator.extract.discourse.reading import names_of
from generator.extract.headlines.line import Line
from generator.extract.headlines.telling import Telling
from generator.extract.headlines.within import has_several, is_taken_up, is_told_before, speaks_of_itself
from generator.language.story import load_story
from generator.model.tree import Upos
from tests.extract.planted import plant

STORY = load_story("en")
SAID = "Ann/PROPN/compound/4 Hale/PROPN/nsubj/5 said/VERB.past/root/0/say"


def lined(*sentences: str) -> tuple[Line, Telling]:
    text, trees = plant(*sentences)
    tree = trees[-1]
    before = trees[-2] if trees[1:] else None
    return Line(tree, tree.root, tuple(range(len(tree)))), Telling(text, names_of(text, trees, STORY), STORY, before=before)


def taken_up(*sentences: str, noun: str) -> bool:
    line, telling = lined(*sentences)
    at = max(each.index for each in line.tree if each.text == noun)
    here = [(each.index, telling.names.of(line.tree, each.index)) for each in line.tree.tokens[:at] if each.upos is not Upos.PRON]
    return is_taken_up(line, at, here, telling)


BANK = f"{{}}/PROPN/compound/2 {{}}/PROPN/compound/4 {SAID} the/DET/det/7 bank/NOUN.singular/nsubj/8 left/VERB.past/ccomp/5/leave"
LOSSES = (
    "Arden/PROPN/nsubj/2 {}/VERB.past/root/0/{} ships/NOUN.plural/obj/2 and/CCONJ/cc/7 the/DET/det/6 "
    "losses/NOUN.plural/nsubj/7/loss grew/VERB.past/conj/2/grow"
)
GROUPS = "as/SCONJ/mark/{} the/DET/det/{} two/NUM/nummod/{} groups/NOUN.plural/nsubj/{}/group sang/VERB.past/advcl/3/sing"
ONE = "Arden/PROPN/compound/2 Corp/PROPN/nsubj/3 grew/VERB.past/root/0/grow"
TWO = "Arden/PROPN/nsubj/4 and/CCONJ/cc/3 Lopes/PROPN/conj/1 met/VERB.past/root/0/meet"


@pytest.mark.parametrize(
    ("sentence", "noun", "wanted"),
    [
        (BANK.format("Fife", "Bank"), "bank", True),
        (BANK.format("Fife", "Port"), "bank", False),
        (LOSSES.format("lost", "lose"), "losses", True),
        (LOSSES.format("closed", "close"), "losses", False),
        (f"{TWO} {GROUPS.format(9, 8, 8, 9)}", "groups", True),
        (f"{ONE} {GROUPS.format(8, 7, 7, 8)}", "groups", False),
    ],
)
def test_a_definite_noun_takes_up_what_the_line_told(sentence: str, noun: str, wanted: bool) -> None:
    assert taken_up(sentence, noun=noun) is wanted


OFFICE = "Arden/PROPN/compound/2 Corp/PROPN/compound/3 boss/NOUN.singular/compound/5 Ann/PROPN/compound/5 Hale/PROPN/nsubj/6"


def test_the_body_of_an_office_is_the_company_unless_somebody_buys_it() -> None:
    speaks = "said/VERB.past/root/0/say the/DET/det/8 company/NOUN.singular/nsubj/9 grew/VERB.past/ccomp/6/grow"
    buys = "bought/VERB.past/root/0/buy the/DET/det/8 company/NOUN.singular/obj/6"
    assert taken_up(ONE, f"{OFFICE} {speaks}", noun="company")
    assert not taken_up(ONE, f"{OFFICE} {buys}", noun="company")


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("Crews/NOUN.plural/nsubj/2/crew left/VERB.past/root/0/leave their/PRON/nmod:poss/4 ships/NOUN.plural/obj/2/ship", True),
        ("Hale/PROPN/nsubj/2 left/VERB.past/root/0/leave their/PRON/nmod:poss/4 ships/NOUN.plural/obj/2/ship", False),
    ],
)
def test_they_are_the_several_whose_clause_it_is(sentence: str, wanted: bool) -> None:
    line, telling = lined(sentence)
    assert has_several(line, 2, telling) is wanted


@pytest.mark.parametrize(("who", "wanted"), [("ministry", True), ("minister", False)])
def test_it_is_the_body_that_says_so(who: str, wanted: bool) -> None:
    line, telling = lined(
        f"The/DET/det/2 {who}/NOUN.singular/nsubj/3 said/VERB.past/root/0/say it/PRON/nsubj/5 left/VERB.past/ccomp/3/leave Fife/PROPN/obj/5"
    )
    assert speaks_of_itself(line, 3, telling) is wanted


def test_a_noun_takes_up_the_sentence_that_is_read_before_it() -> None:
    fell = "Rents/NOUN.plural/nsubj/2/rent fell/VERB.past/root/0/fall"
    line, telling = lined(fell, "The/DET/det/2 rents/NOUN.plural/nsubj/3/rent rose/VERB.past/root/0/rise")
    assert is_told_before(line.tree, 1, (), telling)
    line, telling = lined(fell, "The/DET/det/2 decision/NOUN.singular/nsubj/3 pleased/VERB.past/root/0/please")
    assert is_told_before(line.tree, 1, (), telling)
    line, telling = lined(fell, "The/DET/det/2 trams/NOUN.plural/nsubj/3/tram stopped/VERB.past/root/0/stop")
    assert not is_told_before(line.tree, 1, (), telling)


def test_the_government_is_that_of_the_only_land_that_the_line_names() -> None:
    fell = "as/SCONJ/mark/6 the/DET/det/5 government/NOUN.singular/nsubj/6 fell/VERB.past/advcl/2/fall"
    assert taken_up(f"Spain/PROPN/nsubj/2 waited/VERB.past/root/0/wait {fell}", noun="government")
    both = "Spain/PROPN/nsubj/3 France/PROPN/conj/1 waited/VERB.past/root/0/wait"
    again = "as/SCONJ/mark/7 the/DET/det/6 government/NOUN.singular/nsubj/7 fell/VERB.past/advcl/3/fall"
    assert not taken_up(f"{both} {again}", noun="government")
