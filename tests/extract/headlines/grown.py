"""The trees of the sentences of these tests, from ``planted.txt``: a sentence, and on the line below how it is built."""

from __future__ import annotations

from pathlib import Path

from generator.model.span import Span
from generator.model.tree import Tree
from tests.extract.planted import plant

_LINES = (Path(__file__).parent / "planted.txt").read_text("utf-8").splitlines()
PLANTED = dict(zip(_LINES[::2], _LINES[1::2], strict=True))


def grown(*sentences: str) -> tuple[str, tuple[Tree, ...]]:
    """Return the text of some sentences, and their trees."""
    text, trees = plant(*(PLANTED[each] for each in sentences))
    assert text == " ".join(sentences)
    return text, trees


def token_of(tree: Tree, word: str) -> int:
    """Return the last token that reads so."""
    return max(each.index for each in tree if each.text == word)


def span_of(text: str, tree: Tree, words: str) -> Span:
    """Return where some words stand last in a sentence."""
    start = text.rindex(words, tree.span.start, tree.span.end)
    return Span(start, start + len(words))
