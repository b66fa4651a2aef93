"""Read sentences: cut them into words, have the model tag and hang them, and make Trees.

In: a text and its sentences. Out: a Tree for each sentence, spans in the text. English only. A sentence of more than LONGEST words is
parsed in pieces that are hung on the first, so that a page of figures without a full stop takes no longer than its length.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.extract.syntax.forms import shaped
from generator.extract.syntax.lemmas import contracted, lemma_of
from generator.extract.syntax.mending import rooted
from generator.extract.syntax.openings import begins as begins_at
from generator.extract.syntax.tokenize import tokenize
from generator.extract.syntax.trained import arcs
from generator.model.article import Sentence
from generator.model.span import Span
from generator.model.tree import ROOT, Form, Rel, Token, Tree, Upos, tree_of

LONGEST = 160
"""Words that are parsed together."""
_RELS = {rel.value: rel for rel in Rel}


def parse(text: str, sentences: Sequence[Sentence]) -> tuple[Tree, ...]:
    """Return the trees of some sentences of a text, one for each, in their order."""
    return tuple(parse_sentence(text, sentence) for sentence in sentences)


def parse_sentence(text: str, sentence: Sentence) -> Tree:
    """Return the tree of one sentence of a text."""
    begins = begins_at(text, sentence.span)
    before = tokenize(text, Span(sentence.span.start, begins))
    spans = tokenize(text, Span(begins, sentence.span.end))
    tokens: list[Token] = []
    for start in range(0, len(spans), LONGEST):
        tokens.extend(_read(text, spans[start : start + LONGEST], len(before) + start))
    top = next((token.index for token in tokens if token.head == ROOT), ROOT)
    opening = (_before(text, span, index, top) for index, span in enumerate(before))
    return tree_of(sentence.number, (*opening, *tokens))


def _before(text: str, span: Span, index: int, top: int) -> Token:
    """Return a token of a dateline or the like: it hangs on the head of the sentence, and is nothing in it."""
    form = span.of(text)
    word = any(each.isalnum() for each in form)
    return Token(index, span, form, form, Upos.X if word else Upos.PUNCT, Form.NONE, top, Rel.DEP if word else Rel.PUNCT)


def _read(text: str, spans: Sequence[Span], first: int) -> Iterator[Token]:
    """Yield the tokens of a piece of a sentence; *first* is the index of its first word."""
    forms = [span.of(text) for span in spans]
    found = rooted(arcs(forms))
    for at, (span, form, (_, xpos, head, rel), (upos, shape)) in enumerate(zip(spans, forms, found, shaped(found), strict=True), first):
        lemma = (contracted(form, found[head].xpos) if rel == "aux" else None) or lemma_of(form, upos, xpos)
        yield Token(at, span, form, lemma, upos, shape, head + first if head >= 0 else ROOT, _RELS.get(rel, Rel.DEP))
