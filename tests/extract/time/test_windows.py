"""Where times are looked for: round words of time, as far as words reach that a phrase can hold."""

import pytest

from generator.extract.time.windows import lowered, marked, windows
from generator.model.span import Span
from tests.articles import english


def looked_at(text: str) -> list[str]:
    grammar = english().grammar
    found, span = marked(text, grammar), Span(0, len(text))
    return [text[start:end] for start, end in windows(found.lower, span, found.within(span), grammar)]


@pytest.mark.parametrize(
    ("text", "stretches"),
    [
        ("Ferries collided on Monday near Velm.", ["on Monday near"]),
        ("Monday", ["Monday"]),
        ("Ferries collided.", []),
        ("In May ferries collided, on Monday divers found one.", ["In May", "on Monday"]),
        ("Ferry (0900 GMT) sank", ["(0900 GMT)"]),
        ("Temperatures climbed to the 40s", ["Temperatures climbed to the 40s"]),
        ("Ferries climbed to the 40s", ["to the 40s"]),
        ("report_2017 drowned", []),
        ("today's loud ferries", ["today's loud"]),
    ],
)
def test_a_stretch_ends_before_a_word_that_no_phrase_holds(text: str, stretches: list[str]) -> None:
    assert looked_at(text) == stretches


def test_stretches_that_touch_are_one_and_none_reaches_further_than_a_phrase() -> None:
    text = "on Monday " + "on " * 40 + "Monday"
    found = looked_at(text)
    assert len(found) == 2
    assert all(len(each) < 60 for each in found)
    assert looked_at("on Monday and the Tuesday after") == ["on Monday and the Tuesday after"]


def test_lower_case_keeps_the_length() -> None:
    assert lowered("İ MAY") == "İ may"
