"""Mentions become events: the same event told twice, in other words, with vaguer or sharper dates, becomes one with all its citations.

In: all articles and their mentions. Out: events, in order of date; every mention ends in exactly one of them.

A map over blocks that nothing connects (``blocks``, ``clusters``) and a small reduce (``salience``): near-linear in the mentions.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.model.article import Article
from generator.model.edtf import sort_key
from generator.model.event import Event
from generator.model.mention import EventMention
from generator.model.story import Story
from generator.model.timex import Step
from generator.weave import blocks, clusters, copies, dates, prototypes, salience, similarity, summary
from generator.weave.citations import cited
from generator.weave.profiles import Profile, profiled

_TOLD_JOINS = 12


@dataclass(frozen=True, slots=True)
class _Corpus:
    """What all events of a build are made from. ``report`` names the text that an article is a copy of."""

    articles: Mapping[str, Article]
    report: Mapping[str, str]
    profiles: Sequence[Profile]
    telling: Mapping[str, float]


def corefer(articles: tuple[Article, ...], mentions: tuple[EventMention, ...], story: Story) -> tuple[Event, ...]:
    """Merge mentions into events. The order of the articles and mentions given does not matter.

    Mentions of articles that are not given are left out; two mentions with one id are one.
    """
    profiles = profiled(articles, mentions, story)
    scales = similarity.scales(profiles)
    corpus = _Corpus({article.id: article for article in articles}, copies.reports(articles), profiles, scales.weights)
    groups = _groups(profiles, scales)
    members = [[profiles[index] for index in group.members] for group in groups]
    when = [dates.chosen(each, corpus.report) for each in members]
    heavy = salience.saliences(members, [date.winner for date in when], corpus.report)
    events = [_event(group, date, weight, corpus) for group, date, weight in zip(groups, when, heavy, strict=True)]
    return tuple(sorted(events, key=lambda event: (sort_key(event.date), event.id)))


def _groups(profiles: Sequence[Profile], scales: similarity.Scales) -> tuple[clusters.Group, ...]:
    pairs = blocks.pairs(profiles, scales.weights)
    parts = blocks.components(len(profiles), pairs)
    block_of = {index: number for number, block in enumerate(parts) for index in block}
    pairs_of: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
    for pair in pairs:
        pairs_of[block_of[pair[0]]].append(pair)
    return tuple(
        group for number, block in enumerate(parts) for group in _block(block, pairs_of[number], clusters.Measure(profiles, scales))
    )


def _block(block: Sequence[int], pairs: Sequence[tuple[int, int]], measure: clusters.Measure) -> tuple[clusters.Group, ...]:
    return prototypes.gathered(clusters.grouped(block, pairs, measure), measure)


def _event(group: clusters.Group, date: dates.Chosen, weight: float, corpus: _Corpus) -> Event:
    members = [corpus.profiles[index] for index in group.members]
    status, why_status = summary.status(members, date.winner)
    citations = cited(members, date.winner, corpus.articles)
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
        citations=citations,
        salience=weight,
        tags=summary.tags(members),
        others=date.others,
        reports=len({corpus.report[profile.mention.article] for profile in members}),
        reasons=(*_joins(group, corpus.profiles), date.reason, why_status),
    )


def _joins(group: clusters.Group, profiles: Sequence[Profile]) -> tuple[Step, ...]:
    """Say which mentions were merged, and why, the first few."""
    steps = []
    for first, second, like in group.joins[:_TOLD_JOINS]:
        one, other = profiles[first].mention, profiles[second].mention
        if like is clusters.GOES_ON:
            steps.append(Step("same event", f"{_named(one)} and {_named(other)}: the text goes on telling of it"))
            continue
        grounds = [f"matter {like.what:.2f}"]
        if like.who > 0:
            grounds.append("same speaker" if profiles[first].is_statement and profiles[second].is_statement else "same actor")
        if like.same_trigger:
            grounds.append("same predicate")
        steps.append(
            Step("same event", f"{_named(one)} and {_named(other)}: {', '.join(grounds)}, dates that meet; likeness {like.value:.2f}")
        )
    return tuple(steps)


def _named(mention: EventMention) -> str:
    return f"{mention.id} ({mention.article}, sentence {mention.sentence})"
