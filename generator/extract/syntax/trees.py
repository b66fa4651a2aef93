"""The trees of an article's sentences, made when they are asked for.

In: an article, its sentences, and the trees that somebody laid beside it. Out: a mapping from the number of a sentence to its Tree.
A sentence is read from what was laid beside where all its words stand there, however that was cut into sentences; else parsed, where it is
English.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import replace

from generator.extract.syntax.reader import parse_sentence
from generator.model.article import Article, Sentence
from generator.model.span import Span
from generator.model.tree import ROOT, Tree, tree_of

_PARSED = "en"


def has_parser(language: str) -> bool:
    """Tell whether articles in a language (a code such as en or en-GB) are parsed here, and need no parse beside them."""
    return language.lower().partition("-")[0] == _PARSED


def trees(article: Article, sentences: tuple[Sentence, ...], given: tuple[Tree, ...] = ()) -> Mapping[int, Tree]:
    """Return the trees of some sentences by their numbers. In a language without a parser only those that are *given* are there."""
    return _Trees(article, sentences, given)


class _Trees(Mapping[int, Tree]):
    """Trees that are made once, when they are asked for."""

    def __init__(self, article: Article, sentences: tuple[Sentence, ...], given: tuple[Tree, ...]) -> None:
        self._article = article
        self._sentences = {sentence.number: sentence for sentence in sentences}
        self._given = _Given(article.text, given)
        self._parses = has_parser(article.language)
        self._made: dict[int, Tree | None] = {}

    def __getitem__(self, number: int) -> Tree:
        if number not in self._made:
            self._made[number] = self._make(self._sentences[number])
        tree = self._made[number]
        if tree is None:
            raise KeyError(number)
        return tree

    def __iter__(self) -> Iterator[int]:
        return (number for number in self._sentences if number in self)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def __contains__(self, number: object) -> bool:
        sentence = self._sentences.get(number) if isinstance(number, int) else None
        return sentence is not None and (self._parses or self._given.covers(sentence.span))

    def _make(self, sentence: Sentence) -> Tree | None:
        if self._given.covers(sentence.span):
            return self._given.tree(sentence)
        return parse_sentence(self._article.text, sentence) if self._parses else None


class _Given:
    """The words of the trees that were given, in the order of the text."""

    def __init__(self, text: str, given: tuple[Tree, ...]) -> None:
        self._text = text
        words = ((token.span, at, token.index, token) for at, tree in enumerate(given) for token in tree)
        self._words = sorted(words, key=lambda word: word[:3])
        self._starts = [span.start for span, *_ in self._words]

    def covers(self, span: Span) -> bool:
        """Tell whether every letter of a stretch of text stands in one of the words, and none of them reaches out of it."""
        at = span.start
        for word, *_ in self._words[slice(*self._between(span))]:
            if self._text[at : word.start].strip():
                return False
            at = max(at, word.end)
        return at <= span.end and span.start < at and not self._text[at : span.end].strip()

    def tree(self, sentence: Sentence) -> Tree:
        """Return the tree of the words in a sentence; where the sentence was cut elsewhere, the pieces hang on the first."""
        words = self._words[slice(*self._between(sentence.span))]
        places = {(at, index): place for place, (_, at, index, _) in enumerate(words)}
        tokens = (replace(token, index=place, head=places.get((at, token.head), ROOT)) for place, (_, at, _, token) in enumerate(words))
        return tree_of(sentence.number, tuple(tokens))

    def _between(self, span: Span) -> tuple[int, int]:
        return bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)
