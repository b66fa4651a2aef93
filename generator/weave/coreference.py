"""Mentions become events: the same event told twice, in other words, with vaguer or sharper dates, becomes one with all its citations.

In: all articles and their mentions. Out: events, in order of date; every mention ends in exactly one of them.

Two maps and two small reductions: pairs of mentions that meet are compared, and what they tie together is put into blocks that need not
know of each other; blocks are merged, and the events of each day share its weight. Near-linear in the mentions; with a recall, in what
has changed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import chain
from operator import itemgetter
from typing import Any

from generator.model.article import Article
from generator.model.event import Event
from generator.model.mention import EventMention
from generator.model.recall import Forgetful, Recall
from generator.model.story import Story
from generator.weave import copies, salience
from generator.weave.blocks import Blocks, MentionBlock
from generator.weave.corpus import Corpus
from generator.weave.merging import Batch, Key, Woven, merged
from generator.weave.profiles import Profile, profiled
from generator.weave.stems import is_counted, one_in, telling

_BATCH = 1000
"""How many blocks are merged at once by whoever is free."""

Spread = Callable[[Callable[[Any], Any], Sequence[Any]], Iterable[Any]]
Ordered = tuple[Key, Event]


def corefer(
    articles: tuple[Article, ...], mentions: tuple[EventMention, ...], story: Story, spread: Spread = map, recall: Recall | None = None
) -> tuple[Event, ...]:
    """Merge mentions into events. The order of the articles and mentions given does not matter.

    Mentions of articles that are not given are left out; two mentions with one id are one. *spread* applies a function to every batch,
    and gives the results in the same order: ``map``, or the workers of a cluster. *recall* holds what was found last time.
    """
    recall = recall or Forgetful()
    recall.begin(story)
    profiles = profiled(articles, mentions, story, recall)
    corpus = Corpus(_weights(profiles, articles, recall), {article.id: article for article in articles}, copies.reports(articles, recall))
    blocks = recall.state("blocks", Blocks).hold(profiles, corpus, spread)
    woven = recall.state("woven", dict[MentionBlock, tuple[Woven, ...]])
    _merge(blocks, corpus, woven, spread)
    return _ordered(chain.from_iterable([woven[block] for block in blocks]), recall)


def _weights(profiles: Sequence[Profile], articles: Iterable[Article], recall: Recall) -> Mapping[str, float]:
    """Tell how telling the stems of mentions are, by a sample of the articles where there are many."""
    of = one_in(len(profiles))
    counted = {article.id for article in articles if is_counted(article.id, of)}
    sample = profiles if of == 1 else [profile for profile in profiles if profile.mention.article in counted]
    known = recall.tally("stems", profiles, _stems)
    return telling(known, known if of == 1 else recall.tally("sample", sample, _stems), len(sample))


def _stems(profile: Profile) -> frozenset[str]:
    return profile.matter | profile.told


def _merge(blocks: Sequence[MentionBlock], corpus: Corpus, woven: dict[MentionBlock, tuple[Woven, ...]], spread: Spread) -> None:
    """Merge the blocks that are not among those *woven* yet, and forget those that are no more."""
    fresh = [block for block in blocks if block not in woven]
    batches = [Batch(tuple(fresh[start : start + _BATCH]), corpus) for start in range(0, len(fresh), _BATCH)]
    made = list(zip(fresh, chain.from_iterable(spread(merged, batches)), strict=True))
    for left in woven.keys() - set(blocks) if woven else ():
        del woven[left]
    woven.update(made)


def _ordered(woven: Iterable[Woven], recall: Recall) -> tuple[Event, ...]:
    """Weigh the events that share a day, and put all in order."""
    days: defaultdict[int, list[Woven]] = defaultdict(list)
    apart: list[Ordered] = []
    for each in woven:
        if each.backing.days == 1:
            days[each.backing.first].append(each)
        else:
            apart.append((each.key, each.event))
    shared = [recall.once("day", str(day), (tuple(own),), partial(_weighed, own)) for day, own in sorted(days.items())]
    return tuple([event for _, event in sorted(chain(chain.from_iterable(shared), apart), key=itemgetter(0))])


def _weighed(own: Sequence[Woven]) -> tuple[Ordered, ...]:
    heavy = salience.of_day([each.backing for each in own])
    found = [(each.key, replace(each.event, salience=weight)) for each, weight in zip(own, heavy, strict=True)]
    return tuple(sorted(found, key=itemgetter(0)))
