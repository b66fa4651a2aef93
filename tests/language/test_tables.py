"""Every row of every language table is proved by its own examples."""

from __future__ import annotations

from datetime import date

import pytest

from generator.extract.timexes import tag_text
from generator.language import load, supported
from generator.language.patterns import BadPatternError, variants
from generator.model.language import Example, Language, Phrase


def rows() -> list[tuple[str, Phrase]]:
    return [(code, phrase) for code in supported() for phrase in language(code).phrases]


def examples() -> list[tuple[str, Phrase, Example]]:
    return [(code, phrase, example) for code, phrase in rows() for example in phrase.examples]


def language(code: str) -> Language:
    loaded = load(code)
    assert loaded is not None
    return loaded


@pytest.mark.parametrize(("code", "phrase"), rows(), ids=lambda part: getattr(part, "say", part))
def test_every_row_has_an_example(code: str, phrase: Phrase) -> None:
    assert phrase.examples, f"{code}: {phrase.say}"


@pytest.mark.parametrize(("code", "phrase", "example"), examples(), ids=[f"{code}: {example.text}" for code, _, example in examples()])
def test_an_example_comes_to_what_the_row_says(code: str, phrase: Phrase, example: Example) -> None:
    published = date.fromisoformat(example.published) if example.published else None
    found = {(timex.span.start, timex.span.end): timex.value for timex in tag_text(example.text, published, language(code))}
    if not example.value:
        assert not any(start < example.end and example.start < end for start, end in found), f"{phrase.say}: {found}"
    else:
        assert found.get((example.start, example.end)) == example.value, f"{phrase.say}: {found}"


def test_an_unknown_language_is_none_and_a_region_is_its_language() -> None:
    assert load("xx") is None
    assert load("en-GB") is load("en")


def test_a_pattern_spells_out_groups_and_options() -> None:
    spelt = {" ".join(str(getattr(item, "word", getattr(item, "cls", ""))) for item in variant) for variant in variants("a? (b|c {d})")}
    assert spelt == {"a b", "a c d", "b", "c d"}


def test_a_pattern_without_its_bracket_is_refused() -> None:
    with pytest.raises(BadPatternError):
        variants("a b)")
