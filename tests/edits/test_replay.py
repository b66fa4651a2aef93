"""What acts did is known from the last laying; what is new is done, on a board of its own, and comes to the same as all of it anew."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from generator.edits.acts.board import Board
from generator.edits.acts.replay import Replay, copied
from generator.edits.laying import lay
from generator.model.edit import Action, Edit, Fields
from generator.model.recall import Recall
from generator.model.settings import Settings
from generator.model.span import Source
from tests.edits.baths import ALL, AS_OF, BATHS, HOPES, NOON, OPENED, SAYS, on

START = Board({}, {})


def act(number: int, action: Action = Action.EDIT, **parts: object) -> Edit:
    targets = {"targets": (on(SAYS),), **parts}
    return Edit(f"n{number}", Source(f"edits/n{number}.md", "+++"), action, NOON + timedelta(minutes=number), "R.K.", **targets)  # type: ignore[arg-type]


A, B, C, D = map(act, range(4))


class Counting:
    """A replay that notes what was done anew."""

    def __init__(self) -> None:
        self.replay = Replay()
        self.done: list[str] = []

    def board(self, *acts: Edit, over: tuple[object, ...] = (START, 1)) -> list[str]:
        """Return the names of the acts on the board, each done by putting its name there."""
        self.done = []
        return [str(each) for each in self.replay.played(over, START, acts, self._do).said]

    def _do(self, board: Board, edit: Edit) -> None:
        self.done.append(edit.name)
        board.said.append(edit.name)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("first", "second", "done"),
    [
        ((A, B), (A, B, C), ["n2"]),  # a save
        ((A, B, C), (A, B), []),  # taken back
        ((A, B, C), (A, B, D), ["n3"]),  # a trial, then what it was a trial of
        ((A, B, C), (A, C), ["n0", "n2"]),
        ((), (A,), ["n0"]),
        ((A,), (A,), []),
    ],
)
def test_only_what_is_new_is_done(first: Sequence[Edit], second: Sequence[Edit], done: list[str]) -> None:
    here = Counting()
    here.board(*first)
    assert here.board(*second) == [each.name for each in second]
    assert here.done == done


def test_a_trial_before_each_save_costs_two_acts_however_many_there_are() -> None:
    here, acts = Counting(), [act(number) for number in range(12)]
    for count in range(1, len(acts)):
        here.board(*acts[:count], act(100 + count))  # what is tried is another object than what is saved
        assert len(here.done) <= 2


@pytest.mark.parametrize("over", [(Board({}, {}), 1), (START, 2)])
def test_over_other_events_or_another_day_all_is_done_anew(over: tuple[object, ...]) -> None:
    here = Counting()
    here.board(A, B)
    here.board(A, B, over=over)
    assert here.done == ["n0", "n1"]


def test_a_copied_board_leaves_the_other_alone() -> None:
    board = Board({}, {})
    other = copied(board)
    other.put(SAYS)
    other.hands[SAYS.id, "date"] = A
    assert board == Board({}, {})


ACTS = [
    act(0, set=Fields(headline="X")),
    act(1, set=Fields(headline="Y", checked=True), was=Fields(headline="X")),
    act(2, Action.HIDE, targets=(on(OPENED),)),
    act(3, Action.MERGE, targets=(on(SAYS), on(HOPES))),
    act(4, Action.SPLIT, targets=(on(SAYS), on(HOPES))),
    act(5, targets=(on(HOPES),), set=Fields(tags=("a",))),
    act(6, targets=(on(OPENED),), set=Fields(checked=True)),
]


@hypothesis_settings(deadline=None)
@given(st.lists(st.lists(st.sampled_from(ACTS), unique_by=lambda each: each.name), min_size=2, max_size=5))
def test_layings_one_after_the_other_come_to_what_each_comes_to_by_itself(rounds: list[list[Edit]]) -> None:
    recall = Recall()
    for acts in rounds:
        assert lay(ALL, tuple(acts), (BATHS,), Settings(), AS_OF, recall=recall) == lay(ALL, tuple(acts), (BATHS,), Settings(), AS_OF)


def test_an_event_that_no_new_act_is_about_stays_the_same_object() -> None:
    recall = Recall()
    before, after = (lay(ALL, tuple(ACTS[:count]), (BATHS,), Settings(), AS_OF, recall=recall).value.events for count in (2, 3))
    assert {id(each) for each in after} < {id(each) for each in before}
