"""Mentions become events: the same event told twice, in other words, with vaguer or sharper dates, becomes one with all its citations.

In: all articles and their mentions. Out: events, in order of date; every mention ends in exactly one of them.

A map over independent stretches of time: ``stretches`` parts the mentions, ``merged`` is mapped over the stretches, each by itself, and
what comes out is put in order here. Near-linear in the mentions.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import chain
from operator import itemgetter

from generator.model.article import Article
from generator.model.event import Event
from generator.model.mention import EventMention
from generator.model.recall import Forgetful, Recall
from generator.model.story import Story
from generator.weave import copies
from generator.weave.merging import Ordered, merged
from generator.weave.profiles import profiled
from generator.weave.stretches import Stretch, stretches

Spread = Callable[[Callable[[Stretch], tuple[Ordered, ...]], Sequence[Stretch]], Iterable[tuple[Ordered, ...]]]


def corefer(
    articles: tuple[Article, ...], mentions: tuple[EventMention, ...], story: Story, spread: Spread = map, recall: Recall | None = None
) -> tuple[Event, ...]:
    """Merge mentions into events. The order of the articles and mentions given does not matter.

    Mentions of articles that are not given are left out; two mentions with one id are one. *spread* applies a function to every stretch,
    and gives the results in the same order: ``map``, or the workers of a cluster. *recall* holds what was found last time.
    """
    recall = recall or Forgetful()
    recall.begin(story)
    profiles = profiled(articles, mentions, story, recall)
    parts = stretches(profiles, {article.id: article for article in articles}, copies.reports(articles, recall))
    events = sorted(chain.from_iterable(_merged(parts, spread, recall)), key=itemgetter(0))
    return tuple(event for _, event in events)


def _merged(parts: Sequence[Stretch], spread: Spread, recall: Recall) -> Iterable[tuple[Ordered, ...]]:
    """Map over the stretches; one whose mentions, articles and reports are those of the last time is not looked at again."""
    given = [(part.members, tuple(part.articles.values()), tuple(part.report.values())) for part in parts]
    held = [recall.held("stretch", part.name, each) for part, each in zip(parts, given, strict=True)]
    fresh = iter(spread(merged, [part for part, known in zip(parts, held, strict=True) if known is None]))
    for part, each, known in zip(parts, given, held, strict=True):
        yield recall.keep("stretch", part.name, each, next(fresh)) if known is None else known
