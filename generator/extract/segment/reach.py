"""How far an article is read for dates and events, so that no file takes more than its share of time and memory.

In: Article, its Sentences, the Language, the most that is read. Out: the Sentences up to there, and where that was (TOO_LONG).
"""

from __future__ import annotations

from generator.extract.segment.zones import LONGEST
from generator.model.article import Article, BlockKind, Sentence
from generator.model.codes import TOO_LONG
from generator.model.diagnostic import Checked, Diagnostic, at, tell
from generator.model.language import Language
from generator.model.span import Span

_MOST_WORDS = 10
"""So many words of time in a sentence make it as dear as it gets: behind them a list is read, no clauses."""


def reached(article: Article, sentences: tuple[Sentence, ...], language: Language, most: int) -> Checked[tuple[Sentence, ...]]:
    """Return the sentences that are read for dates and events: all of them, but for a long or a crowded text.

    Args:
        article: the article.
        sentences: its sentences.
        language: its language, for the words of time.
        most: how much is read, in code points: each sentence counts by its length, and once more for each of its words of time, for with
            these grows the time that it takes to read. Ordinary news of 10,000 code points counts for some 15,000.
    """
    if len(article.text) * (1 + _MOST_WORDS) <= most:
        return Checked(sentences)
    lower, spent = article.text[: sentences[-1].span.end if sentences else 0].lower(), 0
    for index, each in enumerate(sentences):
        spent += len(each.span)
        if spent <= most and each.kind.is_story:
            spent += len(each.span) * _words_of_time(lower, each, language)
        if spent > most:
            return Checked(sentences[:index], (_stopped(article, each.span, most),))
    behind = next((block.span for block in article.blocks if block.kind is BlockKind.UNREAD), None)
    return Checked(sentences, (_stopped(article, behind, most),) if behind else ())


def _stopped(article: Article, before: Span, most: int) -> Diagnostic:
    """Say before which words reading stopped."""
    where = at(article.source, before.start, min(before.end, before.start + LONGEST))
    hint = f"split it, or raise the limit in timeline.toml: longest = {2 * most}"
    return tell(TOO_LONG, where, hint, length=f"{len(article.text):,}")


def _words_of_time(lower: str, sentence: Sentence, language: Language) -> int:
    """Count the words of time in a sentence, as far as they count. *lower* may differ in length by a few letters: it is a measure."""
    hits = language.grammar.trigger.finditer(lower, max(0, sentence.span.start - 1), sentence.span.end)
    return sum(1 for _, _ in zip(range(_MOST_WORDS), hits, strict=False))
