"""The automaton of a pass leads where its trie leads, on every way that the same tokens go."""

from generator.extract.time.automaton import State, automaton
from generator.model.language import ANY, LEAVES, Leaf, Node, Pass


def leaf(rank: int) -> Leaf:
    return Leaf(rank, f"row {rank}", lambda: None, (), {})


def trie() -> Node:
    return {
        "may": {LEAVES: [leaf(3)]},
        "MONTH": {LEAVES: [leaf(1)], "DAY": {LEAVES: [leaf(2)]}},
        "the": {ANY: {"day": {LEAVES: [leaf(4)]}}},
    }


def ranks(state: State | None) -> list[int]:
    return [] if state is None else [each.rank for each in state.leaves]


def test_a_token_goes_every_way_that_it_can_and_the_first_row_is_preferred() -> None:
    root = automaton(Pass(trie()))
    may = root["may MONTH"]
    assert ranks(may) == [1, 3]
    assert may is not None
    assert ranks(may[" DAY NUMBER"]) == [2]
    assert may[" NUMBER"] is None
    assert root["day"] is None


def test_any_word_is_gone_over_and_what_is_worked_out_is_kept() -> None:
    root = automaton(Pass(trie()))
    the = root["the"]
    assert the is not None
    gone = the[""]
    assert gone is not None
    assert gone is the[""]
    assert ranks(gone["day"]) == [4]
    assert root[""] is None
