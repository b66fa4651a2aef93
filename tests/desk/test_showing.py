"""What the editing pages are shown of an article: which of its dates and quotes stand in which sentence."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from generator.desk.showing import met
from generator.model.span import Span

CUTS = st.lists(st.integers(0, 60), min_size=2, max_size=12, unique=True).map(sorted)
SPANS = st.lists(st.tuples(st.integers(0, 62), st.integers(1, 30)).map(lambda each: Span(each[0], each[0] + each[1])), max_size=8)


@given(CUTS, SPANS)
def test_each_sentence_has_what_overlaps_it(ends: list[int], found: list[Span]) -> None:
    cut = [Span(start, end) for start, end in pairwise(ends)][::2]  # some of the text is in none
    every = {one: [number for number, span in enumerate(found) if one.overlaps(span)] for one in cut}
    assert met(cut, found) == {one: numbers for one, numbers in every.items() if numbers}


def test_thousands_are_not_compared_with_thousands() -> None:
    looked = 0

    class Counted(Span):
        def overlaps(self, other: Span) -> bool:
            nonlocal looked
            looked += 1
            return super().overlaps(other)

    met([Counted(at, at + 10) for at in range(0, 50_000, 10)], [Span(at + 2, at + 5) for at in range(0, 50_000, 10)])
    assert looked <= 10_000
