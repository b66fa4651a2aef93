"""The mentions of one stretch of time become events. A pure function of the stretch.

In: a stretch. Out: its events, in order of date, each with what it is ordered by.
"""

from __future__ import annotations

from collections.abc import Mapping

from generator.model.edtf import sort_key
from generator.model.event import Event
from generator.weave import dates, salience, summary
from generator.weave.blocks import blocks
from generator.weave.citations import cited
from generator.weave.clusters import Cluster, clustered
from generator.weave.explaining import reasons
from generator.weave.stems import weights
from generator.weave.stretches import Stretch

Ordered = tuple[tuple[tuple[float, float, str], str], Event]
"""An event behind what it is ordered by: its date, then its id."""


def merged(stretch: Stretch) -> tuple[Ordered, ...]:
    """Merge the mentions of a stretch; how telling a stem is, and how much an event weighs, is counted within it."""
    telling = weights(profile.matter | profile.told for profile in stretch.members)
    clusters = [cluster for block in blocks(stretch.members, telling) for cluster in clustered(block)]
    when = [dates.chosen(cluster.members, stretch.report) for cluster in clusters]
    heavy = salience.saliences([cluster.members for cluster in clusters], [date.winner for date in when], stretch.report)
    events = (_event(*each, stretch, telling) for each in zip(clusters, when, heavy, strict=True))
    return tuple(sorted((((sort_key(event.date), event.id), event) for event in events), key=lambda ordered: ordered[0]))


def _event(cluster: Cluster, date: dates.ChosenDate, weight: float, stretch: Stretch, telling: Mapping[str, float]) -> Event:
    members = cluster.members
    status, why_status = summary.status(members, date.winner)
    won = date.winner.mention
    return Event(
        id=members[0].mention.id,
        aliases=tuple(profile.mention.id for profile in members),
        date=won.date,
        said=won.said.of(stretch.articles[won.article].text) if won.said else "",
        basis=won.basis,
        status=status,
        headline=summary.headline(members, date.winner, status, telling),
        background=summary.is_background(members),
        citations=cited(members, date.winner, stretch.articles),
        salience=weight,
        tags=summary.tags(members),
        others=date.others,
        reports=len({stretch.report[profile.mention.article] for profile in members}),
        reasons=(*reasons(cluster), date.reason, why_status),
    )
