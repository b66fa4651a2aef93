"""Which articles are copies of one wire story."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.article import Article
from generator.model.recall import Recall
from generator.weave import copies
from generator.weave.copies import reports
from tests.articles import article

WIRE = """The harbour of Norrvik was closed on Monday after a freighter ran aground. Nobody was hurt, the harbour master said.
Divers will look at the hull as soon as the wind drops. The freighter carries four thousand tonnes of grain from Verland.
The ferry to the islands leaves from the old quay until further notice. Its owners said that they would pay for all delays."""
OTHER = """A choir of two hundred sang in the old shipyard on Sunday night. The hall had been closed to the public for thirty years.
Tickets were gone within an hour of the announcement last month. The mayor spoke of a new beginning for the eastern docks.
Another concert is planned for the last week of September. Nobody was hurt, the harbour master said in a statement."""


def an_article(name: str, text: str, day: int) -> Article:
    return article(text, date(2031, 5, day), name=name)


def test_a_shortened_and_reset_copy_is_the_same_report_as_the_first() -> None:
    short = WIRE.replace("“", '"').upper().split("\n")
    copy = an_article("a-paper", "\n\n".join(short[:2]), 7)
    assert reports((copy, an_article("z-wire", WIRE, 6))) == {"a-paper": "z-wire", "z-wire": "z-wire"}


def test_an_update_that_changes_words_within_its_sentences_is_the_same_report() -> None:
    update = WIRE.replace("Monday", "Monday night").replace("Nobody was", "Two sailors were").replace("four thousand", "3,900")
    assert reports((an_article("b-update", update, 7), an_article("wire", WIRE, 6))) == {"b-update": "wire", "wire": "wire"}


def test_one_sentence_in_common_makes_no_copy() -> None:
    assert reports((an_article("wire", WIRE, 6), an_article("other", OTHER, 6))) == {"other": "other", "wire": "wire"}


def test_a_copy_of_a_copy_counts_for_the_first() -> None:
    articles = tuple(an_article(name, WIRE, day) for name, day in (("c", 8), ("a", 7), ("b", 6)))
    assert set(reports(articles).values()) == {"b"}


def test_texts_too_short_to_tell_are_their_own() -> None:
    assert reports((an_article("a", "Ship ahoy.", 6), an_article("b", "Ship ahoy.", 6))) == {"a": "a", "b": "b"}


PIECES = (*WIRE.split("\n"), *OTHER.split("\n"))
SHELVES = st.lists(
    st.dictionaries(st.sampled_from("abcd"), st.tuples(st.sets(st.integers(0, len(PIECES) - 1)), st.integers(1, 3))), max_size=5
)


@pytest.mark.parametrize("everywhere", [2, 40])
@given(SHELVES)
@settings(max_examples=60, deadline=None)
def test_whatever_articles_come_and_go_the_reports_are_those_of_the_articles_at_hand(
    everywhere: int, shelves: list[dict[str, tuple[set[int], int]]]
) -> None:
    recall = Recall()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(copies, "_EVERYWHERE", everywhere)
        for shelf in shelves:
            recall.begin()
            articles = tuple(an_article(name, " ".join(PIECES[at] for at in sorted(parts)), day) for name, (parts, day) in shelf.items())
            assert reports(articles, recall) == reports(articles)
