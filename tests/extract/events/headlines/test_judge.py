"""What is no headline, and why."""

import pytest

from generator.extract.events.headlines.judge import fault
from generator.extract.events.parse import parse
from generator.extract.events.words import Word
from generator.language.story import load_story
from generator.model.article import BlockKind, Sentence
from generator.model.span import Span

STORY = load_story("en")


def words_of(text: str) -> list[Word]:
    sentence = Sentence(1, Span(0, len(text)), BlockKind.PARAGRAPH, 0, opens_block=True)
    return parse(text, sentence, (), STORY).words


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("The council closed the bridge", ""),
        ("Between the piers the council closed the bridge", "opening"),
        ("The council closed the bridge in", "ending"),
        ("The council closed the top", "ending"),
        ("The council closed the bridge and they", "ending"),
        ("The closed bridge of the council", "verbless"),
        ("Smoke over the mill A watchman has been missing", "glued"),
        ("The bridge were closed", "agreement"),
        ("The council said” the bridge was closed", "quotes"),
        ("The council closed. The bridge was old", "stop"),
        ("She closed the bridge", "pronoun"),
        ("They closed the bridge", "pronoun"),
        ("These workers closed the bridge", "points-back"),
    ],
)
def test_a_line_is_refused_with_a_reason(line: str, reason: str) -> None:
    assert fault(words_of(line), STORY) == reason


def test_a_hole_is_seen_where_words_were_left_out() -> None:
    words = words_of("The council closed the bridge on the eve of the vote")
    assert fault([*words[:6], *words[8:]], STORY) == "hole"
