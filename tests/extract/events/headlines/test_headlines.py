"""Headlines of invented sentences: short, whole, true to the source's words."""

from pathlib import Path

import pytest

from tests.extract.test_mentions import article_of, read

_PARTS = (Path(__file__).parent / "cases.txt").read_text("utf-8").split("\n== ")[1:]
CASES = [(part.split("\n")[0], part.split("\n")[1], part.split("\n= ")[1].strip()) for part in _PARTS]


@pytest.mark.parametrize(("what", "text", "expected"), CASES, ids=[what for what, _, _ in CASES])
def test_the_headline_says(what: str, text: str, expected: str) -> None:
    assert read(article_of(text))[-1].headline == expected, what


@pytest.mark.parametrize("text", [text for _, text, _ in CASES])
def test_a_headline_has_at_most_fifteen_words_all_of_them_the_sources(text: str) -> None:
    known = {word.strip(".,“”").casefold() for word in text.split()} | {"the"}
    for mention in read(article_of(text)):
        words = [word.strip(".,“”:").casefold() for word in mention.headline.split()]
        assert len(words) <= 15
        assert set(words) <= known
