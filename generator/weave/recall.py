"""What coreference found in one corpus, used again in the next where what it was found from is the same.

A preview weaves the same articles again and again, one of them changed. Everything that is kept here is kept beside all that it depends
on, and used only where that is the very same, so that weaving with a recall equals weaving without. What was not used is forgotten.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

T = TypeVar("T")


class Recall:
    """The results of the last weaving, by step and name. One belongs to one chain of weavings, with one vocabulary at a time."""

    def __init__(self) -> None:
        self._last: dict[tuple[str, str], tuple[Sequence[Any], Any]] = {}
        self._next: dict[tuple[str, str], tuple[Sequence[Any], Any]] = {}
        self._of: object = None

    def begin(self, vocabulary: object) -> None:
        """Begin a weaving: what the last one did not use is forgotten, and everything if the vocabulary is another."""
        self._last = self._next if vocabulary is self._of else {}
        self._next, self._of = {}, vocabulary

    def held(self, step: str, name: str, given: Sequence[Any]) -> Any | None:
        """Return what the step made of the same things under this name, None if there is nothing such.

        Things are the same that are one object, or equal where they are small; *given* says in which order they are compared.
        """
        found = self._last.get((step, name))
        if found is None or not _same(found[0], given):
            return None
        self._next[step, name] = found
        return found[1]

    def keep(self, step: str, name: str, given: Sequence[Any], made: T) -> T:
        """Keep what the step made."""
        self._next[step, name] = given, made
        return made

    def once(self, step: str, name: str, given: Sequence[Any], make: Callable[[], T]) -> T:
        """Return what the step made of the same things, else make it now."""
        found: T | None = self.held(step, name, given)
        return self.keep(step, name, given, make()) if found is None else found


def _same(one: Sequence[Any], other: Sequence[Any]) -> bool:
    return len(one) == len(other) and all(a is b or (isinstance(a, _SMALL) and a == b) for a, b in zip(one, other, strict=True))


_SMALL = (str, int, float, tuple, dict, type(None))
"""What is compared by value. Tuples and mappings are given where they are made anew each time, of what is small or one object."""
