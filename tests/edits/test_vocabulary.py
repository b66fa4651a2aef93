"""The words of English by which revised texts are compared lie in a table, and no list of it is empty or contradicts another."""

from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest

from generator.edits.anchor.vocabulary import groups_of, pairs_of, words_of

TABLE = tomllib.loads((files("generator.edits.anchor") / "english.toml").read_text("utf-8"))


@pytest.mark.parametrize("name", TABLE)
def test_a_list_names_no_word_twice(name: str) -> None:
    words = TABLE[name].split()
    assert words
    assert len(words) == len(set(words))


def test_words_pairs_and_groups_are_read() -> None:
    assert "not" in words_of("denial")
    assert pairs_of("spellings")["grey"] == "gray"
    assert frozenset({"until", "till"}) in groups_of("alike")


def test_what_may_be_swapped_is_never_what_may_not() -> None:
    assert not set(groups_of("alike")) & set(groups_of("confusable"))
    assert not words_of("light") & words_of("denial")
