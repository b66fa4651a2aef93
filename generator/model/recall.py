"""What a step found last time, used again where what it was found from is the same: for a chain that runs again and again.

A preview builds the same articles again and again, one of them changed. Everything that is kept here is kept beside all that it depends
on, and used only where that is the very same, so that a step with a recall returns what it returns without. What was not used is forgotten.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from itertools import chain, compress, count
from operator import is_not
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
        self._rows: dict[str, tuple[Sequence[Any], Sequence[Any], list[Any]]] = {}
        self._sums: dict[str, tuple[Sequence[Any], Counter[Any]]] = {}
        self._indexes: dict[str, tuple[Sequence[Any], dict[Any, Counter[Any]]]] = {}
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

        A step is asked once in a run. What is returned is the very same as last time where all is the same, and not to be altered.
        """
        last, last_given, made = self._rows.get(step, ((), (), []))
        if not _same(last_given, given):
            last, made = (), []
        start, end, new_end = between(last, items)
        if start < max(end, new_end) or not last:
            known = {id(item): row for item, row in zip(last[start:end], made[start:end], strict=True)}
            fresh = [known[id(item)] if id(item) in known else make(item) for item in items[start:new_end]]
            made = [*made[:start], *fresh, *made[end:]]
        self._rows[step] = items, given, made
        return made

    def tally(self, step: str, items: Sequence[T], counted: Callable[[T], Iterable[H]]) -> Counter[H]:
        """Return how often what is *counted* of each item is met in all: a sum that what came and went changes. Not to be altered."""
        last, total = self._sums.get(step, ((), Counter()))
        gone, come = turned(last, items)
        counts = [[tuple(counted(item)) for item in some] for some in (gone, come)]  # before the sum is touched: it may fail
        for each in chain.from_iterable(counts[0]):
            total[each] -= 1
            if not total[each]:
                del total[each]
        for some in counts[1]:
            total.update(some)
        self._sums[step] = items, total
        return total

    def index(self, step: str, items: Sequence[T], pairs: Callable[[T], Iterable[tuple[H, V]]]) -> Mapping[H, Counter[V]]:
        """Return which values go with each key in the *pairs* of all items, and how often. Not to be altered."""
        last, total = self._indexes.get(step, ((), {}))
        gone, come = turned(last, items)
        found = [[tuple(pairs(item)) for item in some] for some in (gone, come)]  # before the sums are touched: it may fail
        for key, value in chain.from_iterable(found[0]):
            total[key][value] -= 1
            if not total[key][value]:
                del total[key][value]
            if not total[key]:
                del total[key]
        for key, value in chain.from_iterable(found[1]):
            total.setdefault(key, Counter())[value] += 1
        self._indexes[step] = items, total
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


def between(last: Sequence[Any], items: Sequence[Any]) -> tuple[int, int, int]:
    """Return how many objects two sequences have in common at their beginning, and where in each those begin that they have at their end.

    A change of one thing among tens of thousands is found at no more than a look at each.

    >>> a, b, c, d = "abcd"
    >>> between([a, b, c], [a, d, b, c]), between([a], [a])
    ((1, 1, 2), (1, 1, 1))
    """
    most = min(len(last), len(items))
    start = next(compress(count(), map(is_not, last, items)), most)
    ends = compress(count(), map(is_not, reversed(last), reversed(items)))
    end = min(next(ends, most), most - start)
    return start, len(last) - end, len(items) - end


def turned(last: Sequence[T], items: Sequence[T]) -> tuple[list[T], list[T]]:
    """Return which objects have gone, and which have come; each is in a sequence once."""
    start, end, new_end = between(last, items)
    before, after = last[start:end], items[start:new_end]
    was, now = set(map(id, before)), set(map(id, after))
    return [item for item in before if id(item) not in now], [item for item in after if id(item) not in was]


def _same(one: Sequence[Any], other: Sequence[Any]) -> bool:
    return len(one) == len(other) and all(map(_is_same, one, other))


def _is_same(one: Any, other: Any) -> bool:
    return one is other or (isinstance(one, _SMALL) and one == other)


_SMALL = (str, int, float, tuple, dict, type(None))
"""What is compared by value. Tuples and mappings are given where they are made anew each time, of what is small or one object."""
