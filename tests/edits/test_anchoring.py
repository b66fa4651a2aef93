"""Quotes are found again in revised articles, and never in a look-alike."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.edits.anchor.alignment import nearest, same
from generator.edits.anchor.fold import fold
from generator.edits.anchor.found import Anchored, Found, Orphan, Review, Way
from generator.edits.anchor.spelling import keys
from generator.edits.anchoring import find
from generator.model.edit import Selector
from generator.model.span import Span
from tests.articles import article
from tests.edits.revising import Case, cases

HERE = Path(__file__).parent
STORIES = sorted((HERE / "stories").glob("*.txt"))
REVISIONS = [case for story in STORIES for case in cases(story.read_text(encoding="utf-8"), story.stem)]
BY_HAND = tomllib.loads((HERE / "revised_by_hand.toml").read_text(encoding="utf-8"))["case"]


def is_near(one: Span, other: Span) -> bool:
    return abs(one.start - other.start) <= 3 and abs(one.end - other.end) <= 3


def test_there_are_at_least_five_hundred_revisions() -> None:
    assert len(REVISIONS) > 500


@pytest.fixture(scope="module")
def answers() -> list[tuple[Case, Anchored]]:
    return [(case, find(case.selector, article(case.text, name="story"))) for case in REVISIONS]


def test_no_changed_fact_passes_silently(answers: list[tuple[Case, Anchored]]) -> None:
    assert [case.name for case, there in answers if case.expected is None and isinstance(there, Found)] == []


def test_nothing_is_attached_to_another_place(answers: list[tuple[Case, Anchored]]) -> None:
    attached = [(case, there) for case, there in answers if case.expected and isinstance(there, Found)]
    assert [case.name for case, there in attached if case.expected and not is_near(there.span, case.expected)] == []


def test_harmless_revisions_are_found_without_a_look(answers: list[tuple[Case, Anchored]]) -> None:
    harmless = [(case, there) for case, there in answers if case.expected]
    looked_at = [case.name for case, there in harmless if not isinstance(there, Found)]
    assert len(looked_at) <= 0.01 * len(harmless), looked_at


@pytest.mark.parametrize("case", BY_HAND, ids=[case["title"] for case in BY_HAND])
def test_a_revision_by_hand(case: dict[str, str]) -> None:
    before, quote = case["before"].strip(), case["quote"]
    start = before.index(quote)
    selector = Selector("story", quote, None, before[max(0, start - 32) : start], before[start + len(quote) :][:32], start)
    there = find(selector, article(case["after"].strip(), name="story"))
    assert type(there).__name__.lower() in case["expected"].split(" or "), there
    if isinstance(there, Found):
        assert there.span.of(case["after"].strip()) == case["now"]


TWICE = "The dam is safe.\n\nDivers looked at it on Monday. The dam is safe.\n\nNobody has asked since."


@pytest.mark.parametrize(
    ("prefix", "suffix", "start"), [("", "\n\nDivers looked", 0), ("on Monday. ", "\n\nNobody has", TWICE.rindex("The dam"))]
)
def test_what_stands_round_a_sentence_tells_which_of_two_is_meant(prefix: str, suffix: str, start: int) -> None:
    there = find(Selector("story", "The dam is safe.", None, prefix, suffix), article(TWICE, name="story"))
    assert there == Found(Span(start, start + 16), Way.EXACT)


def test_two_places_that_fit_as_well_are_for_a_person_to_decide() -> None:
    there = find(Selector("story", "The dam is safe."), article(TWICE, name="story"))
    assert isinstance(there, Review)
    assert there.same_words
    assert len(there.spans) == 2


def test_date_words_that_the_quote_does_not_hold_are_told() -> None:
    there = find(Selector("story", "Divers looked at it on Monday.", "on Tuesday"), article(TWICE, name="story"))
    assert isinstance(there, Review)
    assert "on Tuesday" in there.reason


@pytest.mark.parametrize("quote", ["5 people came", "people came to", "…", ""])
def test_part_of_a_figure_or_word_is_not_the_words(quote: str) -> None:
    assert not isinstance(find(Selector("story", quote), article("About 2.5 people came together.", name="story")), Found)


def test_nothing_is_found_in_an_empty_article() -> None:
    assert isinstance(find(Selector("story", "The dam is safe."), article("", name="story")), Orphan)


@given(st.text(alphabet=st.sampled_from("ab .,-–—“”\"'’\n\u00a0\u00ad\u200b…"), max_size=60))
def test_every_stretch_of_a_folded_text_leads_back_to_the_original(text: str) -> None:
    folded = fold(text)
    for at, sign in enumerate(folded.text):
        there = folded.original(Span(at, at + 1)).of(text)
        assert sign == there or fold(there).text != there or sign in fold(there).text


@given(st.text(max_size=80))
def test_folding_twice_changes_nothing_more(text: str) -> None:
    once = fold(text).text
    assert fold(once).text == fold(fold(once).text).text


@given(st.lists(st.sampled_from("abcde"), min_size=1, max_size=6), st.lists(st.sampled_from("abcde"), max_size=30))
def test_the_nearest_place_is_a_same_place_where_there_is_one(quote: list[str], text: list[str]) -> None:
    near = nearest(quote, text)
    assert bool(near and near[0].distance == 0) == bool(same(quote, text))


@pytest.mark.parametrize(
    ("one", "other"), [("colour", "color"), ("organised", "organized"), ("Åberg", "Aberg"), ("5,400", "5400"), ("twelve", "12")]
)
def test_spellings_of_a_word_are_one(one: str, other: str) -> None:
    assert keys(one) == keys(other)


@pytest.mark.parametrize(
    ("one", "other"), [("four", "for"), ("5.4", "54"), ("hour", "hor"), ("wise", "wize"), ("1,5", "15"), ("Iran", "Iraq")]
)
def test_different_words_keep_different_keys(one: str, other: str) -> None:
    assert keys(one) != keys(other)
