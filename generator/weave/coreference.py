"""Mentions become events: the same event told twice, in other words, with vaguer or sharper dates, becomes one with all its citations.

In: all articles and their mentions. Out: events, in order of date; every mention ends in exactly one of them.

Three steps: ``blocks`` parts the mentions, ``clustered`` is mapped over the blocks, each by itself, and what comes out is reduced to
events here. Near-linear in the mentions.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from generator.model.article import Article
from generator.model.edtf import sort_key
from generator.model.event import Event
from generator.model.mention import EventMention
from generator.model.story import Story
from generator.weave import copies, dates, salience, summary
from generator.weave.blocks import Block, blocks
from generator.weave.citations import cited
from generator.weave.clusters import Cluster, clustered
from generator.weave.explaining import reasons
from generator.weave.profiles import profiled
from generator.weave.words import weights

Spread = Callable[[Callable[[Block], tuple[Cluster, ...]], Sequence[Block]], Iterable[tuple[Cluster, ...]]]


@dataclass(frozen=True, slots=True)
class _Corpus:
    """What all events of a build are made from. ``report`` names the text that an article is a copy of."""

    articles: Mapping[str, Article]
    report: Mapping[str, str]
    telling: Mapping[str, float]


def corefer(articles: tuple[Article, ...], mentions: tuple[EventMention, ...], story: Story, spread: Spread = map) -> tuple[Event, ...]:
    """Merge mentions into events. The order of the articles and mentions given does not matter.

    Mentions of articles that are not given are left out; two mentions with one id are one. *spread* applies a function to every block, and
    gives the results in the same order: ``map``, or the workers of a cluster.
    """
    profiles = profiled(articles, mentions, story)
    telling = weights(profile.matter | profile.told for profile in profiles)
    corpus = _Corpus({article.id: article for article in articles}, copies.reports(articles), telling)
    clusters = tuple(chain.from_iterable(spread(clustered, blocks(profiles, telling))))
    when = [dates.chosen(cluster.members, corpus.report) for cluster in clusters]
    heavy = salience.saliences([cluster.members for cluster in clusters], [date.winner for date in when], corpus.report)
    events = [_event(cluster, date, weight, corpus) for cluster, date, weight in zip(clusters, when, heavy, strict=True)]
    return tuple(sorted(events, key=lambda event: (sort_key(event.date), event.id)))


def _event(cluster: Cluster, date: dates.Chosen, weight: float, corpus: _Corpus) -> Event:
    members = cluster.members
    status, why_status = summary.status(members, date.winner)
    won = date.winner.mention
    return Event(
        id=members[0].mention.id,
        aliases=tuple(profile.mention.id for profile in members),
        date=won.date,
        said=won.said.of(corpus.articles[won.article].text) if won.said else "",
        basis=won.basis,
        status=status,
        headline=summary.headline(members, date.winner, status, corpus.telling),
        background=summary.is_background(members),
        citations=cited(members, date.winner, corpus.articles),
        salience=weight,
        tags=summary.tags(members),
        others=date.others,
        reports=len({corpus.report[profile.mention.article] for profile in members}),
        reasons=(*reasons(cluster), date.reason, why_status),
    )
