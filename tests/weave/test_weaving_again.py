"""The law of the recall: weaving with what was found last time equals weaving without, whatever articles come and go."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.build import default_recipe
from generator.model.article import Published
from generator.model.project import ArticleFiles, File
from generator.model.recall import Recall
from generator.model.settings import Settings
from generator.pipeline import Draft, draft
from generator.weave.clusters import clustered
from generator.weave.coreference import corefer

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


@given(st.lists(CORPORA, min_size=2, max_size=5))
@settings(max_examples=40, deadline=None)
def test_weaving_with_a_recall_equals_weaving_without(corpora: list[dict[int, tuple[int, int]]]) -> None:
    recall, story = Recall(), default_recipe().story("en")
    for corpus in corpora:
        drafts = [drafted(name, *given) for name, given in corpus.items()]
        articles, mentions = tuple(each.article for each in drafts), tuple(one for each in drafts for one in each.mentions)
        assert corefer(articles, mentions, story, recall=recall) == corefer(articles, mentions, story)


def test_only_what_has_changed_is_compared_again() -> None:
    recall, story = Recall(), default_recipe().story("en")
    looked: list[int] = []

    def spread(_function: object, blocks: object) -> list[object]:
        found = list(blocks)  # type: ignore[call-overload]
        looked.append(len(found))
        return [clustered(block) for block in found]

    drafts = [drafted(name, name, 0) for name in range(5)]
    for _ in range(2):
        articles, mentions = tuple(each.article for each in drafts), tuple(one for each in drafts for one in each.mentions)
        corefer(articles, mentions, story, spread, recall)  # type: ignore[arg-type]
    assert looked[0] > 0
    assert looked[1] == 0
