"""Events that were published, and timelines that answer for them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from generator.model.edtf import Date
from generator.model.event import Event, Gone, Timeline
from generator.model.mention import DateBasis, Status
from generator.model.permalink import Permalinks
from generator.weave.permalinks import published

DAY = date(2024, 5, 1)
AT = datetime(2024, 4, 1, tzinfo=UTC)

MARCH = Date(2024, 3)


def event(name: str, *aliases: str, **parts: object) -> Event:
    plain = Event(name, (name, *aliases), MARCH, "in March", DateBasis.SAID, Status.HAPPENED, f"About {name}", False, ())
    return replace(plain, **{"address": f"2024-03-about-{name}", **parts})  # type: ignore[arg-type]


def timeline(*events: Event, gone: tuple[Gone, ...] = (), redirects: tuple[tuple[str, str], ...] = ()) -> Timeline:
    return Timeline(events, (), date(2024, 4, 30), gone, redirects)


def once(*events: Event) -> Permalinks:
    return published(timeline(*events), Permalinks(), DAY)
