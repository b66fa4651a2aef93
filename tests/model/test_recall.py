"""What was found last time is used where it was found from the same, and nowhere else."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from generator.model.recall import Forgetful, Recall


class Item:
    def __init__(self, words: str) -> None:
        self.words = words


POOL = [Item(words) for words in ("a", "b", "a b", "b b c", "", "c")]
ROUNDS = st.lists(st.tuples(st.lists(st.sampled_from(POOL), unique_by=id), st.integers(0, 1)), max_size=6)


@given(ROUNDS)
def test_each_and_tally_return_what_they_return_without_a_memory(rounds: list[tuple[list[Item], int]]) -> None:
    recall = Recall()
    for items, times in rounds:
        recall.begin()
        assert list(recall.each("step", items, (times,), lambda item: item.words * times)) == [item.words * times for item in items]  # noqa: B023
        words = [word for item in items for word in item.words.split()]
        assert recall.tally("words", items, lambda item: item.words.split()) == Counter(words)
        pairs = [(word, item.words) for item in items for word in item.words.split()]
        found = recall.index("pairs", items, lambda item: [(word, item.words) for word in item.words.split()])
        assert found == {key: Counter(value for word, value in pairs if word == key) for key, _ in pairs}


def test_only_what_is_new_is_made_and_nothing_where_the_items_are_the_same_object() -> None:
    recall, made = Recall(), []

    def make(item: Item) -> str:
        made.append(item.words)
        return item.words

    recall.each("step", POOL[:2], (), make)
    recall.each("step", POOL[1:3], (), make)
    items = POOL[1:3]
    first = recall.each("step", items, (), make)
    assert made == ["a", "b", "a b"]
    assert recall.each("step", items, (), make) is first
    recall.each("step", items, ("other",), make)
    assert made == ["a", "b", "a b", "b", "a b"]


def test_what_is_counted_no_more_is_no_key_of_the_tally() -> None:
    recall = Recall()
    recall.tally("words", POOL[:2], lambda item: item.words.split())
    assert "a" not in recall.tally("words", POOL[1:2], lambda item: item.words.split())


def test_another_vocabulary_forgets_everything() -> None:
    recall, made = Recall(), []
    for vocabulary in (object(), object()):
        recall.begin(vocabulary)
        recall.each("step", POOL, (), lambda item: made.append(item.words))
        assert recall.tally("words", [POOL[0]], lambda _item: [vocabulary]) == Counter([vocabulary])  # noqa: B023
    assert len(made) == 2 * len(POOL)


def test_a_state_stays_until_the_vocabulary_is_another() -> None:
    recall, words = Recall(), object()
    recall.begin(words)
    state = recall.state("step", dict)
    state["a"] = 1
    recall.begin(words)
    assert recall.state("step", dict) is state
    recall.begin(object())
    assert recall.state("step", dict) == {}
    assert Forgetful().state("step", dict) == {}


def test_another_vocabulary_and_another_object_are_not_the_same() -> None:
    recall, one, other = Recall(), object(), object()
    recall.begin(one)
    assert recall.once("step", "a", (one, 1, "x"), lambda: "made") == "made"
    recall.begin(one)
    assert recall.held("step", "a", (one, 1, "x")) == "made"
    assert recall.held("step", "a", (other, 1, "x")) is None
    assert recall.held("step", "a", (one, 2, "x")) is None
    recall.begin(one)
    assert recall.held("step", "a", (one, 1, "x")) == "made", "what was used stays"
    recall.begin(other)
    assert recall.held("step", "a", (one, 1, "x")) is None


@given(ROUNDS)
def test_a_forgetful_recall_returns_the_same_and_keeps_nothing(rounds: list[tuple[list[Item], int]]) -> None:
    recall, keeping = Forgetful(), Recall()
    for items, times in rounds:
        for each in (recall, keeping):
            each.begin()
        made = [list(each.each("step", items, (times,), lambda item: item.words * times)) for each in (recall, keeping)]  # noqa: B023
        counted = [each.tally("words", items, lambda item: item.words.split()) for each in (recall, keeping)]
        assert made[0] == made[1]
        assert counted[0] == counted[1]
        indexed = [each.index("pairs", items, lambda item: [(item.words, 1)]) for each in (recall, keeping)]
        assert indexed[0] == indexed[1]
        assert recall.once("once", "a", (times,), lambda: times) == times  # noqa: B023
        assert recall.held("once", "a", (times,)) is None
