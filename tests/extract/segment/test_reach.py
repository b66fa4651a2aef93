"""How far a long or a crowded text is read, and what is said of the rest."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator import pipeline
from generator.model import codes
from generator.model.project import ArticleFiles, File
from tests.extract.growing import ABOUT, LEAD, RECIPE, SETTINGS

NEWS = "The mill of Sarn was shut by its council. Its owner sold it on Monday to the town. Nobody was hurt.\n\n"


def drafted(text: str, most: int) -> tuple[int, list[int]]:
    """Draft a text; return how many dates were found, and on which lines reading stopped."""
    files = ArticleFiles("a", File("articles/a.txt", text.encode()), None, ABOUT)
    made = pipeline.draft(files, replace(SETTINGS, longest=most), RECIPE)
    assert made.value is not None
    assert made.value.article.text == text
    return len(made.value.timexes), [each.where.line for each in made.diagnostics if each.code is codes.TOO_LONG and each.where]


def test_what_is_within_the_limit_is_read_whole() -> None:
    assert drafted(NEWS * 10, 10 * (len(NEWS) + 60)) == (10, [])


def test_behind_the_limit_nothing_is_read_and_a_line_is_named() -> None:
    assert drafted(NEWS * 10, 5 * (len(NEWS) + 40)) == (5, [11])


def test_a_sentence_counts_once_more_for_each_word_of_time() -> None:
    crowded = "It was shut on Monday, on Tuesday, on Friday and on Sunday, it is said.\n\n"
    plain = "It was shut by a man whose name was known to all of them, it is said.\n\n"
    assert drafted(plain * 20, 2000) == (0, [])
    assert drafted(crowded * 20, 2000)[1] == [11]


@pytest.mark.parametrize("text", ["on Monday " * 400_000, LEAD * 60_000, "7" * 3_900_000, "2007-" * 780_000])
def test_the_largest_texts_are_read_at_the_cost_of_a_long_one(text: str) -> None:
    found, lines = drafted(text, 10_000)
    assert found < 200
    assert lines


@pytest.mark.parametrize("text", ["1. " * 1_000_000, "a\n\n" * 1_000_000, "\0\n" * 1_500_000, "|a|b|c|\n|-|-|-|\n" * 200_000])
def test_of_sentences_and_paragraphs_without_end_no_more_are_made_than_are_read(text: str) -> None:
    made = pipeline.draft(ArticleFiles("a", File("articles/a.txt", text.encode()), None, ABOUT), SETTINGS, RECIPE)
    assert made.value is not None
    assert len(made.value.sentences) + len(made.value.article.blocks) < 70_000
    assert [each.code for each in made.diagnostics].count(codes.TOO_LONG) == 1
