"""Ids of mentions: of the article, the sentence's words and the phrase, never of a date, headline or place.

In: an article's id and text, a sentence, a phrase of it. Out: ``e-`` and ten hexadecimal digits, each id once per article.
"""

from __future__ import annotations

import hashlib

from generator.model.article import Article, Sentence


class Identities:
    """Gives out the ids of one article; the second of the same sentence and phrase is counted."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self._given: dict[str, int] = {}

    def of(self, sentence: Sentence, phrase: str) -> str:
        """Return the id of what *phrase* tells in *sentence*."""
        words = " ".join(sentence.span.of(self._article.text).lower().split())
        plain = f"{self._article.id}\n{words}\n{' '.join(phrase.lower().split())}"
        count = self._given[plain] = self._given.get(plain, 0) + 1
        return "e-" + hashlib.sha256((plain if count == 1 else f"{plain}\n{count}").encode()).hexdigest()[:10]
