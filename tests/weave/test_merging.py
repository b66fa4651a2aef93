"""Merging one stretch of time: a pure function of it, wherever it is computed."""

from __future__ import annotations

import pickle
from dataclasses import replace

from generator.weave.merging import merged
from generator.weave.stretches import Stretch
from tests.articles import article
from tests.weave.profiled import of_matter

TEXT = "The bridge was opened on Tuesday.\n"
ARTICLES = {name: article(TEXT, name=name) for name in ("n1", "n2", "n3")}
STRETCH = Stretch(
    "0+64",
    (of_matter(1, 12, "bridge", "norrvik"), of_matter(2, 12, "bridge", "norrvik"), of_matter(3, 10, "school", "lindal")),
    ARTICLES,
    {"n1": "n1", "n2": "n1", "n3": "n3"},
)


def test_mentions_of_one_event_become_one_with_all_its_citations() -> None:
    by_id = {event.id: event for _, event in merged(STRETCH)}
    assert {name: event.aliases for name, event in by_id.items()} == {"e-1": ("e-1", "e-2"), "e-3": ("e-3",)}
    assert [citation.source for citation in by_id["e-1"].citations] == ["n1", "n2"]


def test_copies_are_one_report() -> None:
    (event,) = [event for _, event in merged(STRETCH) if event.id == "e-1"]
    (apart,) = [event for _, event in merged(replace(STRETCH, report={name: name for name in ARTICLES})) if event.id == "e-1"]
    assert (event.reports, apart.reports) == (1, 2)
    assert event.salience < apart.salience


def test_events_come_in_the_order_of_their_keys() -> None:
    keys = [key for key, _ in merged(STRETCH)]
    assert keys == sorted(keys)


def test_a_stretch_can_be_sent_elsewhere_and_yields_the_same() -> None:
    assert merged(pickle.loads(pickle.dumps(STRETCH))) == merged(STRETCH)  # noqa: S301
