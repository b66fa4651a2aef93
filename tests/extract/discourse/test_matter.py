"""What an article is about: what it names early, and far more often than anything else of the kind."""

from __future__ import annotations

from generator.extract.discourse.matter import Matter, matter_of
from generator.extract.discourse.reading import names_of
from generator.language.story import load_story
from tests.extract.planted import plant

STORY = load_story("en")
LAND = "{}/PROPN/nsubj/2 opened/VERB.past/root/0/open {}/ADJ/amod/4 ports/NOUN.plural/obj/2 +./PUNCT/punct/2"
CODED = "Arden/PROPN/nsubj/3 ARDN.N/PROPN/appos/1 left/VERB.past/root/0/leave +./PUNCT/punct/3"


def about(*sentences: str) -> Matter:
    _, trees = plant(*sentences)
    return matter_of(trees, {}, {}, STORY)


def test_the_country_is_called_as_the_article_calls_it() -> None:
    spain = LAND.format("Spain", "Spanish")
    assert about(spain, spain) == Matter(None, "Spain", "Spanish")
    assert about(LAND.format("Congress", "U.S."), LAND.format("Boston", "U.S."), LAND.format("Fife", "U.S.")) == Matter(None, "", "U.S.")


def test_of_two_countries_it_is_about_the_one_that_is_named_far_more_often() -> None:
    spain, france = LAND.format("Spain", "old"), LAND.format("France", "old")
    assert about(*(spain for _ in range(4)), france) == Matter(None, "Spain", "", frozenset({5}))
    assert about(*(spain for _ in range(3)), france) == Matter()


def test_a_country_that_is_named_late_is_not_what_it_is_about() -> None:
    old = LAND.format("Crews", "old")
    assert about(old, old, LAND.format("Spain", "Spanish"), LAND.format("Spain", "Spanish")) == Matter()


def test_a_name_with_the_code_of_a_share_is_a_firm_and_may_be_the_subject() -> None:
    text, trees = plant(CODED, CODED, CODED)
    subject = names_of(text, trees, STORY).subject
    assert subject is not None
    assert (subject.name, "company" in subject.heads) == ("Arden", True)
    assert names_of(*plant(CODED), STORY).subject is None
