"""What of a corpus some mentions need, and what has changed of it."""

from __future__ import annotations

from generator.weave.corpus import Corpus
from tests.articles import article
from tests.weave.profiled import of_matter

ONE, OTHER = article("The bridge was opened.\n", name="n1"), article("The school was closed.\n", name="n2")
CORPUS = Corpus({"bridge": 2.0, "school": 3.0, "open": 0.5}, {"n1": ONE, "n2": OTHER}, {"n1": "n1", "n2": "n1"})


def test_what_some_mentions_need_is_their_stems_articles_and_reports() -> None:
    assert CORPUS.cut([of_matter(1, 10, "bridge")]) == Corpus({"bridge": 2.0, "open": 0.5}, {"n1": ONE}, {"n1": "n1"})


def test_a_stem_has_changed_that_was_known_and_weighs_other_than_it_did() -> None:
    assert Corpus({"bridge": 1.5, "school": 3.0, "new": 1.0}).changed_stems(CORPUS) == {"bridge"}


def test_an_article_has_changed_that_is_another_object_or_a_copy_of_another_text() -> None:
    assert CORPUS.changed_articles(CORPUS) == set()
    assert Corpus({}, {"n1": article("The bridge was opened.\n", name="n1"), "n2": OTHER}, CORPUS.report).changed_articles(CORPUS) == {"n1"}
    assert Corpus({}, CORPUS.articles, {"n1": "n1", "n2": "n2"}).changed_articles(CORPUS) == {"n2"}
