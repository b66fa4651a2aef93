"""The mentions of blocks become events. A pure function of the blocks, and of what the corpus says of what is in them.

In: blocks. Out: for each its events, each with what it is ordered and weighed by; how heavy those are that share a day says the day.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.edtf import sort_key
from generator.model.event import Event
from generator.weave import dates, salience, summary
from generator.weave.blocks import MentionBlock
from generator.weave.citations import cited
from generator.weave.clusters import Cluster, clustered
from generator.weave.corpus import Corpus
from generator.weave.explaining import reasons
from generator.weave.salience import Backing

Key = tuple[tuple[float, float, str], str]
"""What an event is ordered by: its date, then its id."""


@dataclass(frozen=True, slots=True, eq=False)
class Woven:
    """An event as it comes of its mentions alone: of no weight yet where it shares a day with others."""

    key: Key
    event: Event
    backing: Backing


@dataclass(frozen=True, slots=True)
class Batch:
    """Blocks that are merged by one worker, and the corpus that they are of."""

    blocks: tuple[MentionBlock, ...]
    corpus: Corpus

    def alone(self) -> Batch:
        """Return the same with no more than it needs, to be sent elsewhere."""
        return Batch(self.blocks, self.corpus.cut(profile for block in self.blocks for profile in block.members))


def merged(batch: Batch) -> tuple[tuple[Woven, ...], ...]:
    """Merge the mentions of each block."""
    return tuple(tuple([woven(cluster, batch.corpus) for cluster in clustered(block, batch.corpus.weights)]) for block in batch.blocks)


def woven(cluster: Cluster, corpus: Corpus) -> Woven:
    """Return the event of a cluster."""
    members = cluster.members
    date = dates.chosen(members, corpus.report)
    backing = salience.backing(members, date.winner, corpus.report)
    status, why_status = summary.status(members, date.winner)
    won = date.winner.mention
    event = Event(
        id=members[0].mention.id,
        aliases=tuple(profile.mention.id for profile in members),
        date=won.date,
        said=won.said.of(corpus.articles[won.article].text) if won.said else "",
        basis=won.basis,
        status=status,
        headline=summary.headline(members, date.winner, status, corpus.weights),
        background=summary.is_background(members),
        citations=cited(members, date.winner, corpus.articles),
        salience=salience.by_itself(backing),
        tags=summary.tags(members),
        others=date.others,
        reports=len({corpus.report[profile.mention.article] for profile in members}),
        reasons=(*reasons(cluster), date.reason, why_status),
    )
    return Woven((sort_key(event.date), event.id), event, backing)
