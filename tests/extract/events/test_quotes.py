"""The words that a mention quotes: a stretch of its sentence that is never empty, wherever the word that tells of it stands."""

from __future__ import annotations

import random
import re

import pytest

from tests.articles import drafted

FILLER = "The harbour board met in the old customs house, and its chairman read out the figures of the year to those who had come. "


@pytest.mark.parametrize(
    "sentence",
    [
        "At Monday's close, the fund, which holds ten times what it owes to the town, had gained 23 percent in three months.",
        "After Tuesday's collapse, the ferry, which has served the outer islands since the last war, had lost its licence for two months.",
    ],
)
def test_a_noun_before_its_clause_is_quoted_with_what_stands_before_the_comma(sentence: str) -> None:
    made = drafted(f"{FILLER}{sentence}\n")
    for mention in made.mentions:
        assert mention.quote.start < mention.quote.end
        assert any(each.span.contains(mention.quote) for each in made.sentences)


WORDS = re.findall(
    r"\w+", "the mayor said that would tuesday of council voted to plant trees and work begin in march by friday who was not with had"
)


@pytest.mark.parametrize("seed", range(4))
def test_words_in_any_order_are_no_fault_of_the_program(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - no secret
    lines = [" ".join(chance.choice(WORDS) for _ in range(chance.randint(3, 24))).capitalize() + chance.choice(".?!,") for _ in range(120)]
    drafted("\n\n".join(lines) + "\n")


def test_a_verb_of_saying_without_a_frame_is_judged_by_the_one_above_it() -> None:
    drafted("Mayor that that the work said to with with trees said that would tuesday the tuesday of the.\n", "2011-11-07")


def test_a_second_deed_of_a_long_sentence_is_quoted_with_who_did_it() -> None:
    long = (
        "The harbour board, which had met in the old customs house for longer than anybody in the town could remember, and whose figures "
        "had been read out every spring to a hall that was never full, reopened the northern pier after years of repairs that had cost "
        "more than the new ferries, and on Monday closed the yard where most of the islands' boats had been built and mended."
    )
    quotes = [each.quote.of(f"{FILLER}{long}\n") for each in drafted(f"{FILLER}{long}\n").mentions if each.lemma == "close"]
    assert quotes
    assert all(quote.startswith("The harbour board") for quote in quotes)
