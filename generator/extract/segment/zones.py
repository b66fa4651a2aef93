"""Which sentences of an article tell its story, and where each begins to: behind datelines, bullets and captions, before the comments.

In: Article, its Sentences, the Story. Out: Sentences, some of them shorter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.extract.segment.openings import is_comment, is_stamped, told_from
from generator.model.article import Article, BlockKind, Sentence
from generator.model.span import Span
from generator.model.story import Story

SHORTEST = 15
"""So many characters are no sentence."""
LONGEST = 3000
"""So many are none either: a table, a list, or text made to keep us busy."""
_CAPTION_WORDS = 12
"""Words of a paragraph without a stop that may be a caption."""
_HEAD = 3
"""Where a stamp stands before this place all are the article's own, the hours of a live report."""
_PLURAL = re.compile(r"(?<![^\W\d_])[a-z]{3,}s\b")


def told(article: Article, sentences: Sequence[Sentence], story: Story) -> tuple[Sentence, ...]:
    """Return the sentences of the story, each from where it begins to tell something."""
    if not story.reporting:
        return tuple(each for each in sentences if each.kind.is_story)
    return tuple(_told(article, sentences, story))


def _told(article: Article, sentences: Sequence[Sentence], story: Story) -> Iterator[Sentence]:
    text = article.text
    small = frozenset(match.group() for match in _PLURAL.finditer(text))
    for sentence in sentences[: _first_comment(article, sentences)]:
        if not sentence.kind.is_story or not SHORTEST <= len(sentence.span) <= LONGEST:
            continue
        if is_comment(text, sentence.span, story):
            return
        start = told_from(text, sentence.span, story, small)
        if start is None:
            continue
        span = Span(start, sentence.span.end).trimmed(text)
        if len(span) >= SHORTEST and not _is_caption(text, sentence, span):
            yield replace(sentence, span=span)


def _first_comment(article: Article, sentences: Sequence[Sentence]) -> int:
    """Return the place of the first of several sentences that open with day and hour, behind which all are readers' comments."""
    stamped = [place for place, each in enumerate(sentences) if is_stamped(article.text, each.span)]
    return stamped[0] if len(stamped) > 1 and stamped[0] >= _HEAD and not article.posts else len(sentences)


def _is_caption(text: str, sentence: Sentence, span: Span) -> bool:
    """Tell whether a paragraph of a few words without a stop is a caption or a heading."""
    shown = span.of(text)
    return sentence.kind is BlockKind.PARAGRAPH and shown[-1:].isalnum() and len(shown.split()) <= _CAPTION_WORDS
