"""What is said to be uncertain about a clause, and that plain sentences leave no doubt."""

import pytest

from generator.extract.events.parse import parse
from generator.language.story import load_story
from generator.model.article import BlockKind, Sentence
from generator.model.span import Span

STORY = load_story("en")


def doubts(text: str) -> list[tuple[str, ...]]:
    sentence = Sentence(1, Span(0, len(text)), BlockKind.PARAGRAPH, 0, opens_block=True)
    return [clause.doubts for clause in parse(text, sentence, (), STORY).clauses]


@pytest.mark.parametrize(
    "text",
    [
        "The mayor said that the harbour would close.",
        "“We are ready,” said Ana Lopes.",
        "A nurse, who had been abroad, fell ill.",
        "The band that wrote The Long Road split up.",
        "“We will leave.",
        "He said: “We will leave.",
        "We will leave,” he said.",
        "They visited the Tower of the Winds on the hill.",
    ],
)
def test_a_plain_sentence_leaves_no_doubt(text: str) -> None:
    assert doubts(text) == [()] * len(doubts(text))


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("and the harbour closed.", "fragment"),
        ("The mayor said the “harbour would close.", "quotes"),
        ("Her daughter was safe The mayor told the council about it.", "spliced"),
        ("Was closed for a week.", "no subject"),
        ("The crew glimmed in the harbour.", "unknown verb"),
        ("The envoys call the offer an insult.", "noun or verb"),
        ("They has left.", "number"),
    ],
)
def test_what_is_uncertain_is_named(text: str, reason: str) -> None:
    assert any(reason in each for each in doubts(text))
