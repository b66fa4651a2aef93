"""The law of the recall: weaving with what was found last time equals weaving without, whatever articles come and go."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from functools import cache
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.build import default_recipe
from generator.model.article import Published
from generator.model.event import Event
from generator.model.project import ArticleFiles, File
from generator.model.recall import Recall
from generator.model.settings import Settings
from generator.pipeline import Draft, draft
from generator.weave import stems
from generator.weave.coreference import Spread, corefer
from generator.weave.merging import Batch
from generator.weave.stems import is_counted, one_in

TEXTS = (
    "The council of Marle voted on Tuesday to plant the old quarry with trees.\n",
    "Marle's council voted on Tuesday to plant the quarry with trees, the mayor, Odile Brandt, said.\n",
    "The mayor said on Wednesday that the quarry of Marle would be planted.\n\nThe council of Marle voted on Tuesday.\n",
    "A ferry sank off Orsk on Monday. The ferry of Orsk sank on Monday, the harbour minister said.\n",
    "The harbour minister, Ilse Brandt, said on Thursday that the ferry of Orsk sank on Monday.\n",
)


@cache
def drafted(name: int, text: int, day: int) -> Draft:
    about = f"published = {date(2022, 11, 9) + timedelta(days=day)}\n".encode()
    files = ArticleFiles(f"n{name}", copy=File(f"n{name}.txt", TEXTS[text].encode()), about=File(f"n{name}.toml", about))
    made = draft(files, Settings(), default_recipe()).value
    assert made is not None
    assert isinstance(made.article.published, Published)
    return made


CORPORA = st.dictionaries(st.integers(0, 5), st.tuples(st.integers(0, len(TEXTS) - 1), st.integers(0, 2)), min_size=1)


def woven(corpus: dict[int, tuple[int, int]], spread: Spread = map, recall: Recall | None = None) -> tuple[Event, ...]:
    drafts = [drafted(name, *given) for name, given in corpus.items()]
    articles, mentions = tuple(each.article for each in drafts), tuple(one for each in drafts for one in each.mentions)
    return corefer(articles, mentions, default_recipe().story("en"), spread, recall)


@pytest.mark.parametrize("sample", [1, 2, 1000])
@given(st.lists(CORPORA, min_size=2, max_size=5))
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_weaving_with_a_recall_equals_weaving_without(sample: int, corpora: list[dict[int, tuple[int, int]]]) -> None:
    recall = Recall()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(stems, "SAMPLE", sample)
        for corpus in corpora:
            assert woven(corpus, recall=recall) == woven(corpus)


def test_only_the_blocks_are_merged_again_that_a_changed_article_touches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stems, "SAMPLE", 8)
    recall, looked = Recall(), list[int]()

    def spread(function: Callable[[Any], Any], batches: Sequence[Any]) -> list[Any]:
        looked.append(sum(len(batch.blocks) for batch in batches if isinstance(batch, Batch)))
        return [function(batch) for batch in batches]

    corpus = {number: (number % len(TEXTS), 30 * (number // len(TEXTS))) for number in range(40)}
    woven(corpus, spread, recall)
    woven(corpus, spread, recall)
    outside = next(number for number in corpus if not is_counted(f"n{number}", one_in(50)))
    woven({**corpus, outside: (1, 0)}, spread, recall)
    _, everything, nothing, _, some = looked
    assert everything > 20
    assert not nothing
    assert 0 < some <= 6


def test_what_is_computed_elsewhere_is_what_is_computed_here() -> None:
    def spread(function: Callable[[Any], Any], batches: Sequence[Any]) -> list[Any]:
        return [pickle.loads(pickle.dumps(function(pickle.loads(pickle.dumps(batch.alone()))))) for batch in batches]  # noqa: S301

    corpus = {number: (number % len(TEXTS), 30 * (number // len(TEXTS))) for number in range(20)}
    assert woven(corpus, spread) == woven(corpus)
