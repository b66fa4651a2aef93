"""What the tagger is told of a word: its key, its ends, its shape; the same for every spelling of quotation marks."""

from __future__ import annotations

import pytest

from generator.extract.syntax.features import features


@pytest.mark.parametrize(("form", "shape"), [("harbour", "a"), ("Harbour", "A"), ("FHT", "AA"), ("iPort", "aA"), (",", ",")])
def test_a_word_has_a_shape(form: str, shape: str) -> None:
    assert features(form, opens=False).shape == shape


def test_figures_are_alike_and_an_opening_word_is_marked() -> None:
    assert features("1998", opens=False).key == features("2024", opens=False).key == "0000"
    assert features("Harbour", opens=True).shape == "^A"
    assert features("harbour", opens=False).last3 == "our"


def test_no_word_is_without_a_key() -> None:
    assert all(features("\u200b", opens=False))
