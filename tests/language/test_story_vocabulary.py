"""The vocabulary of event language: what the table gives, and what its rules make of it."""

import re
from pathlib import Path

import pytest

from generator.language.story import compile_story, forms_of, load_story


@pytest.mark.parametrize(
    ("word", "reading"),
    [
        ("stopped", ("stop", "past")),
        ("cries", ("cry", "s")),
        ("dying", ("die", "ing")),
        ("reached", ("reach", "part")),
        ("beginning", ("begin", "ing")),
        ("went", ("go", "past")),
        ("gone", ("go", "part")),
        ("is", ("be", "s")),
        ("agreed", ("agree", "past")),
    ],
)
def test_english_verbs_are_inflected(word: str, reading: tuple[str, str]) -> None:
    assert reading in load_story("en").readings(word)


def test_a_region_of_a_language_has_its_vocabulary() -> None:
    assert load_story("en-GB").forms == load_story("en").forms


@pytest.mark.parametrize("code", ["xx", "../en", "", "en/../en"])
def test_a_language_without_a_table_has_an_empty_vocabulary(code: str) -> None:
    assert not load_story(code).forms
    assert load_story(code).of("possible") == frozenset()


def test_lists_become_sets_of_words_and_phrases_stay_whole() -> None:
    story = compile_story("qq", {"closed": {"determiners": "le la"}, "story": {"furniture": ["lire aussi"]}, "small": {"of": "de du"}})
    assert (story.determiners, story.furniture, story.of("of")) == (frozenset({"le", "la"}), ("lire aussi",), frozenset({"de", "du"}))


def test_an_irregular_verb_is_not_inflected_by_rule_too() -> None:
    assert "taked" not in forms_of("take walk", "take took taken")


def test_every_small_group_is_asked_for_and_every_one_asked_for_is_there() -> None:
    root = Path(__file__).parents[2]
    code = "".join(path.read_text("utf-8") for room in ("generator", "benchmarks") for path in sorted((root / room).rglob("*.py")))
    groups = set(load_story("en").small)
    assert set(re.findall(r"""(?:story|STORY)\.of\("(\w+)"\)""", code)) <= groups
    assert [group for group in sorted(groups) if f'"{group}"' not in code] == []
