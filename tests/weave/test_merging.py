"""Merging blocks: a pure function of them, wherever it is computed."""

from __future__ import annotations

import pickle
from dataclasses import replace

from generator.model.event import Event
from generator.weave.blocks import Blocks
from generator.weave.corpus import Corpus
from generator.weave.merging import Batch, Woven, merged
from generator.weave.stems import weights
from tests.articles import article
from tests.weave.profiled import of_matter

TEXT = "The bridge was opened on Tuesday.\n"
ARTICLES = {name: article(TEXT, name=name) for name in ("n1", "n2", "n3")}
TOLD = [
    of_matter(1, 12, "bridge", "norrvik", "mayor"),
    of_matter(2, 12, "bridge", "norrvik", "mayor"),
    of_matter(3, 10, "school", "lindal"),
]
CORPUS = Corpus(weights(profile.matter for profile in TOLD), ARTICLES, {"n1": "n1", "n2": "n1", "n3": "n3"})
BATCH = Batch(Blocks().hold(TOLD, CORPUS), CORPUS)


def woven(batch: Batch) -> list[Woven]:
    return [each for block in merged(batch) for each in block]


def by_id(batch: Batch) -> dict[str, Event]:
    return {each.event.id: each.event for each in woven(batch)}


def test_mentions_of_one_event_become_one_with_all_its_citations() -> None:
    found = by_id(BATCH)
    assert {name: event.aliases for name, event in found.items()} == {"e-1": ("e-1", "e-2"), "e-3": ("e-3",)}
    assert [citation.source for citation in found["e-1"].citations] == ["n1", "n2"]


def test_copies_are_one_report() -> None:
    apart = replace(BATCH, corpus=replace(CORPUS, report={name: name for name in ARTICLES}))
    assert (by_id(BATCH)["e-1"].reports, by_id(apart)["e-1"].reports) == (1, 2)
    assert woven(BATCH)[0].backing.own < woven(apart)[0].backing.own


def test_a_batch_can_be_sent_elsewhere_with_no_more_than_it_needs_and_yields_the_same() -> None:
    some = replace(BATCH, blocks=BATCH.blocks[:1])
    sent = pickle.loads(pickle.dumps(some.alone()))  # noqa: S301
    assert set(sent.corpus.articles) == {"n1", "n2"}
    assert by_id(sent) == by_id(some)
