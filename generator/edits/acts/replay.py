"""The board as acts left it, kept for the next laying: in a preview all acts but the last are those of the time before.

In: what acts are laid over, and the acts in their order. Out: the board with all of them done, of which only the new ones were done now.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from generator.edits.acts.board import Board
from generator.model.edit import Edit


class Replay:
    """Boards of the last laying: before any act that was new to it, before its last act, and after it."""

    def __init__(self) -> None:
        self._over: tuple[object, ...] = ()
        self._acts: tuple[Edit, ...] = ()
        self._boards: dict[int, Board] = {}
        """A board by how many of the acts are done on it; it is not to be altered."""

    def played(self, over: tuple[object, ...], start: Board, acts: Sequence[Edit], do: Callable[[Board, Edit], None]) -> Board:
        """Return a board on which all acts are done.

        Args:
            over: all that the board and what the acts do depend on: the events as one object, then what is compared by its value.
            start: the board before any act; it stays as it is.
            acts: in their order. Those that are the very ones of last time, over the same, are not done again.
            do: does one act.
        """
        known = _common(acts, self._acts) if _is_same(over, self._over) else 0
        done = max((count for count in self._boards if count <= known), default=0) if known else 0
        board = self._boards[done] if done else start
        kept = {done: board}
        board = copied(board)
        for count, act in enumerate(acts[done:], done + 1):
            do(board, act)
            if count >= len(acts) - 1:
                kept[count] = copied(board)
        self._over, self._acts, self._boards = over, tuple(acts), kept
        return board


def copied(board: Board) -> Board:
    """Return a board that can be altered without the other: what stands on it is frozen, its lists are its own."""
    later = {source: dict(names) for source, names in board.later.items()}
    own = {"events": dict(board.events), "checks": dict(board.checks), "hands": dict(board.hands), "later": later}
    return replace(board, **own, gone=list(board.gone), removed=list(board.removed), said=list(board.said))  # type: ignore[arg-type]


def _common(acts: Sequence[Edit], last: Sequence[Edit]) -> int:
    """Return how many acts at the beginning are the very same."""
    return next((count for count, (act, other) in enumerate(zip(acts, last, strict=False)) if act is not other), min(len(acts), len(last)))


def _is_same(over: tuple[object, ...], last: tuple[object, ...]) -> bool:
    """Tell whether acts are laid over the same."""
    return bool(last) and over[0] is last[0] and over[1:] == last[1:]
