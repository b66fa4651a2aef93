"""Read an article's trees and collect its event mentions: first what is dated, then what the rest is evidence for.

In: Article, Sentences, their Trees, Timexes, Story. Out: EventMentions in reading order.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from datetime import MAXYEAR, date

from generator.extract.discourse.reading import names_of
from generator.extract.discourse.years import in_their_years
from generator.extract.events.dated import Dating
from generator.extract.events.making import Maker
from generator.extract.events.newsday import news_day
from generator.extract.events.reads import Read, reads
from generator.extract.events.times import joined, with_years, without_stamps
from generator.extract.events.undated import Undated
from generator.model.article import Article, Sentence
from generator.model.mention import EventMention
from generator.model.story import Story
from generator.model.timex import Timex
from generator.model.tree import Tree


def detect(  # noqa: PLR0913 - what is read, and the day on the whole
    article: Article,
    sentences: Sequence[Sentence],
    trees: Sequence[Tree],
    timexes: Sequence[Timex],
    story: Story,
    *,
    stamped: date | None = None,
) -> tuple[EventMention, ...]:
    """Return the event mentions of an article, or of a part of one that is told as of another day than is *stamped* on the whole."""
    names = names_of(article.text, trees, story)
    maker = Maker(article, names, story, {tree.sentence: tree for tree in trees})
    times = joined(article.text, _times(article, sentences, timexes, maker.published), story)
    dating = Dating(maker, names, story)
    read = reads(sentences, trees, times, story)
    maker.hear(read)
    made = {each.sentence.number: dating.mentions(_at(maker, each)) for each in read}
    dated = [mention for group in made.values() for mention in group]
    day = news_day(read, made, article.published.day if article.published else None, story, stamped)
    undated = Undated(maker, made, day)
    found = dated + [mention for each in read for mention in undated.mentions(_at(maker, each))]
    return tuple(sorted(found, key=lambda each: (each.sentence, each.trigger.start)))


def _at(maker: Maker, read: Read) -> Read:
    """Tell the maker at which sentence it is."""
    maker.times = read.timexes
    return read


def _times(article: Article, sentences: Sequence[Sentence], timexes: Sequence[Timex], published: int | None) -> list[Timex]:
    """Return the time expressions as events take them, in the order of the text."""
    latest = article.published.day.year if article.published else MAXYEAR
    told = without_stamps(article.text, with_years(article.text, timexes), latest)
    ends = [each.span.end for each in sentences]
    return in_their_years(article.text, told, [bisect_left(ends, each.span.end) for each in told], published)
