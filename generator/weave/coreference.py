"""Mentions become events: the same event told twice, in other words, with vaguer or sharper dates, becomes one with all its citations.

In: all articles and their mentions. Out: events, in order of date; every mention ends in exactly one of them.

Three steps: ``blocks`` parts the mentions, ``clustered`` is mapped over the blocks, each by itself, and what comes out is reduced to
events here. Near-linear in the mentions.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from generator.model.article import Article
from generator.model.edtf import sort_key
from generator.model.event import Event
from generator.model.mention import EventMention
from generator.model.recall import Forgetful, Recall
from generator.model.story import Story
from generator.weave import copies, dates, salience, summary
from generator.weave.blocks import MentionBlock, blocks
from generator.weave.citations import cited
from generator.weave.clusters import Cluster, clustered
from generator.weave.explaining import reasons
from generator.weave.profiles import profiled
from generator.weave.stems import weights

Spread = Callable[[Callable[[MentionBlock], tuple[Cluster, ...]], Sequence[MentionBlock]], Iterable[tuple[Cluster, ...]]]


@dataclass(frozen=True, slots=True)
class _Corpus:
    """What all events of a build are made from. ``report`` names the text that an article is a copy of."""

    articles: Mapping[str, Article]
    report: Mapping[str, str]
    telling: Mapping[str, float]


def corefer(
    articles: tuple[Article, ...], mentions: tuple[EventMention, ...], story: Story, spread: Spread = map, recall: Recall | None = None
) -> tuple[Event, ...]:
    """Merge mentions into events. The order of the articles and mentions given does not matter.

    Mentions of articles that are not given are left out; two mentions with one id are one. *spread* applies a function to every block, and
    gives the results in the same order: ``map``, or the workers of a cluster. *recall* holds what was found last time.
    """
    recall = recall or Forgetful()
    recall.begin(story)
    profiles = profiled(articles, mentions, story, recall)
    telling = weights(profile.matter | profile.told for profile in profiles)
    corpus = _Corpus({article.id: article for article in articles}, copies.reports(articles, recall), telling)
    clusters = _clusters(blocks(profiles, telling), spread, recall)
    reports = [tuple(corpus.report[profile.mention.article] for profile in cluster.members) for cluster in clusters]
    when = [
        recall.once("date", _name(cluster), (cluster, report), partial(dates.chosen, cluster.members, corpus.report))
        for cluster, report in zip(clusters, reports, strict=True)
    ]
    heavy = salience.saliences([cluster.members for cluster in clusters], [date.winner for date in when], corpus.report)
    events = [
        recall.once("event", _name(cluster), (cluster, date, weight, report), partial(_event, cluster, date, weight, corpus))
        for cluster, date, weight, report in zip(clusters, when, heavy, reports, strict=True)
    ]
    return tuple(sorted(events, key=lambda event: (sort_key(event.date), event.id)))


def _clusters(parts: Sequence[MentionBlock], spread: Spread, recall: Recall) -> tuple[Cluster, ...]:
    """Map over the blocks; one whose members, pairs and weights are those of the last time is not looked at again."""
    given = [(block.members, block.pairs, block.weights) for block in parts]
    held = [recall.held("block", block.members[0].mention.id, each) for block, each in zip(parts, given, strict=True)]
    fresh = iter(spread(clustered, [block for block, known in zip(parts, held, strict=True) if known is None]))
    found: list[Cluster] = []
    for block, each, known in zip(parts, given, held, strict=True):
        found += recall.keep("block", block.members[0].mention.id, each, next(fresh)) if known is None else known
    return tuple(found)


def _name(cluster: Cluster) -> str:
    return cluster.members[0].mention.id


def _event(cluster: Cluster, date: dates.ChosenDate, weight: float, corpus: _Corpus) -> Event:
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
