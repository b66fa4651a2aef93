"""The sentences of an invented article, as events read them."""

from __future__ import annotations

from generator.extract.events.reads import Read, reads
from generator.extract.segment.sentences import segment
from generator.extract.syntax.trees import trees
from generator.language.story import load_story
from tests.articles import article, english


def read(*paragraphs: str) -> tuple[str, list[Read]]:
    """Return the text of some paragraphs, and its sentences."""
    made = article("\n\n".join(paragraphs))
    sentences = segment(made, english())
    return made.text, reads(sentences, tuple(trees(made, sentences).values()), (), load_story("en"))
