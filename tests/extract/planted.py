"""Trees planted by hand for tests: a word to a line of the text, so that no parser is asked.

``plant("Ann/PROPN/compound/2 Hale/PROPN/nsubj/3 resigned/VERB.past/root/0")``: word, part of speech (with its form behind a dot),
relation, head (counted from 1, 0 for none). The text is the words with a space between them, or none before a word that opens with ``+``.
A lemma that is not the small word itself stands last: ``was/AUX.past/cop/4/be``.
"""

from __future__ import annotations

from generator.model.span import Span
from generator.model.tree import Form, Rel, Token, Tree, Upos, tree_of


def plant(*sentences: str) -> tuple[str, tuple[Tree, ...]]:
    """Return a text and the trees of its sentences, numbered from 1."""
    text, trees = "", []
    for number, sentence in enumerate(sentences, 1):
        tokens = []
        for index, described in enumerate(sentence.split()):
            word, part, rel, head, *lemma = described.removeprefix("+").split("/")
            text += "" if not text or described.startswith("+") else " "
            upos, _, form = part.partition(".")
            span = Span(len(text), len(text) + len(word))
            text += word
            stem = lemma[0] if lemma else word if upos == "PROPN" else word.lower()
            tokens.append(Token(index, span, word, stem, Upos(upos), Form(form), int(head) - 1, Rel(rel)))
        trees.append(tree_of(number, tuple(tokens)))
    return text, tuple(trees)
