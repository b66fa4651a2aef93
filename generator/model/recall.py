"""What a step found last time, used again where what it was found from is the same: for a chain that runs again and again.

A preview builds the same articles again and again, one of them changed. Everything that is kept here is kept beside all that it depends
on, and used only where that is the very same, so that a step with a recall returns what it returns without. What was not used is forgotten.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from itertools import chain
from typing import Any, TypeVar

T = TypeVar("T")
R = TypeVar("R")
H = TypeVar("H", bound=Hashable)
V = TypeVar("V", bound=Hashable)


class Recall:
    """The results of one step of the chain at its last run, by name. It belongs to one chain, with one vocabulary at a time."""

    def __init__(self) -> None:
        self._last: dict[tuple[str, str], tuple[Sequence[Any], Any]] = {}
        self._next: dict[tuple[str, str], tuple[Sequence[Any], Any]] = {}
        self._of: object = None
        self._rows: dict[str, tuple[Sequence[Any], Sequence[Any], dict[int, tuple[Any, Any]], list[Any]]] = {}
        self._sums: dict[str, tuple[Sequence[Any], dict[int, Any], Counter[Any]]] = {}
        self._indexes: dict[str, tuple[Sequence[Any], dict[int, Any], dict[Any, Counter[Any]]]] = {}
        self._states: dict[str, Any] = {}

    def begin(self, vocabulary: object = None) -> None:
        """Begin a run: what the last one did not use is forgotten, and everything if the vocabulary is another."""
        if vocabulary is not self._of:
            self._next, self._rows, self._sums, self._indexes, self._states = {}, {}, {}, {}, {}
        self._last, self._next, self._of = self._next, {}, vocabulary

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

    def each(self, step: str, items: Sequence[T], given: Sequence[Any], make: Callable[[T], R]) -> Sequence[R]:
        """Return what a step makes of each item: anew of those only that are other objects than last time, unless *given* is another.

        A step is asked once in a run.
        """
        last_items, last_given, known, made = self._rows.get(step, ((), (), {}, []))
        if not _same(last_given, given):
            known = {}
        elif items is last_items:
            return made
        rows = {id(item): known.get(id(item)) or (item, make(item)) for item in items}
        made = [rows[id(item)][1] for item in items]
        self._rows[step] = items, given, rows, made
        return made

    def tally(self, step: str, items: Sequence[T], counted: Callable[[T], Iterable[H]]) -> Counter[H]:
        """Return how often what is *counted* of each item is met in all: a sum that what came and went changes. Not to be altered."""
        last_items, known, total = self._sums.get(step, ((), {}, Counter()))
        if items is last_items:
            return total
        now = {id(item): item for item in items}
        come = [tuple(counted(now[name])) for name in now.keys() - known.keys()]  # before the sum is touched: it may fail
        for name in known.keys() - now.keys():
            for each in counted(known[name]):
                total[each] -= 1
                if not total[each]:
                    del total[each]
        for some in come:
            total.update(some)
        self._sums[step] = items, now, total
        return total

    def index(self, step: str, items: Sequence[T], pairs: Callable[[T], Iterable[tuple[H, V]]]) -> Mapping[H, Counter[V]]:
        """Return which values go with each key in the *pairs* of all items, and how often. Not to be altered."""
        last_items, known, total = self._indexes.get(step, ((), {}, {}))
        if items is last_items:
            return total
        now = {id(item): item for item in items}
        come = [tuple(pairs(now[name])) for name in now.keys() - known.keys()]  # before the sums are touched: it may fail
        for name in known.keys() - now.keys():
            for key, value in pairs(known[name]):
                total[key][value] -= 1
                if not total[key][value]:
                    del total[key][value]
                if not total[key]:
                    del total[key]
        for key, value in chain.from_iterable(come):
            total.setdefault(key, Counter())[value] += 1
        self._indexes[step] = items, now, total
        return total

    def state(self, step: str, make: Callable[[], T]) -> T:
        """Return what a step brings up to date from run to run itself, new at its first; what it holds must follow from the run alone."""
        if step not in self._states:
            self._states[step] = make()
        found: T = self._states[step]
        return found


class Forgetful(Recall):
    """A recall that keeps nothing: for a chain that runs once, and needs its memory for the work."""

    def keep(self, step: str, name: str, given: Sequence[Any], made: T) -> T:
        """Return what the step made."""
        del step, name, given
        return made

    def each(self, step: str, items: Sequence[T], given: Sequence[Any], make: Callable[[T], R]) -> Sequence[R]:
        """Return what a step makes of each item."""
        del step, given
        return [make(item) for item in items]

    def tally(self, step: str, items: Sequence[T], counted: Callable[[T], Iterable[H]]) -> Counter[H]:
        """Return how often what is *counted* of each item is met in all."""
        del step
        total: Counter[H] = Counter()
        for item in items:
            total.update(counted(item))
        return total

    def index(self, step: str, items: Sequence[T], pairs: Callable[[T], Iterable[tuple[H, V]]]) -> Mapping[H, Counter[V]]:
        """Return which values go with each key in the *pairs* of all items, and how often."""
        del step
        total: dict[H, Counter[V]] = {}
        for item in items:
            for key, value in pairs(item):
                total.setdefault(key, Counter())[value] += 1
        return total

    def state(self, step: str, make: Callable[[], T]) -> T:
        """Return a new state."""
        del step
        return make()


def _same(one: Sequence[Any], other: Sequence[Any]) -> bool:
    return len(one) == len(other) and all(map(_is_same, one, other))


def _is_same(one: Any, other: Any) -> bool:
    return one is other or (isinstance(one, _SMALL) and one == other)


_SMALL = (str, int, float, tuple, dict, type(None))
"""What is compared by value. Tuples and mappings are given where they are made anew each time, of what is small or one object."""
