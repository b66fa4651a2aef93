"""The article's own headline is taken where it tells what the frame tells, and can stand alone."""

from __future__ import annotations

import pytest

from generator.extract.discourse.names import Names
from generator.extract.headlines.telling import Telling
from generator.extract.headlines.titles import title_for
from generator.language.story import load_story
from generator.model.frame import Frame
from tests.extract.planted import plant

STORY = load_story("en")
TEXT, (TREE,) = plant(
    "Fife/PROPN/compound/2 council/NOUN.singular/nsubj/4 will/AUX/aux/4 close/VERB.infinitive/root/0 three/NUM/nummod/6 "
    "libraries/NOUN.plural/obj/4/library in/ADP/case/8 May/PROPN/obl/4 +,/PUNCT/punct/4 officials/NOUN.plural/nsubj/11/official "
    "said/VERB.past/parataxis/4/say +./PUNCT/punct/4"
)
CASES = {
    "Council closes three libraries": "Council closes three libraries",
    "UPDATE 2-Fife council to close libraries": "Fife council to close libraries",
    "Readers march against Fife council": "",
    "Libraries to close in May": "",
    "Why the council will close three libraries?": "",
    "Council to close its libraries": "",
    "Council to close three libraries - Fife Daily": "",
    "Council closes": "",
}


@pytest.mark.parametrize("title", CASES)
def test_a_title_is_taken_with_subject_predicate_and_most_of_its_words_in_the_sentence(title: str) -> None:
    assert title_for(Frame(TREE, 3, 1), Telling(TEXT, Names(), STORY, title=title)) == CASES[title]


def test_a_title_tells_nothing_of_the_saying_beside_the_deed() -> None:
    assert title_for(Frame(TREE, 10, 9), Telling(TEXT, Names(), STORY, title="Council closes three libraries")) == ""
