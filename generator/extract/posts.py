"""A live report → its posts, each read as of its own time.

In: the article and its sentences. Out: for each post the article as it was published then, and the sentences of the post; an article
that is no live report is one part.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from generator.model.article import Article, Sentence


def parts(article: Article, sentences: tuple[Sentence, ...]) -> Iterator[tuple[Article, tuple[Sentence, ...]]]:
    """Yield the parts of an article, in its order."""
    if not article.posts:
        yield article, sentences
        return
    starts = [post.start for post in article.posts]
    for number, told in groupby(sentences, lambda sentence: sum(start <= sentence.span.start for start in starts)):
        published = article.posts[number - 1].published if number else article.published
        yield replace(article, published=published, posts=()), tuple(told)
