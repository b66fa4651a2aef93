"""Spans and positions."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.model.span import Position, Source, Span


@given(st.text(alphabet="ab \n\u00e9\U0001f600"), st.data())
def test_a_position_leads_back_to_its_offset(text: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(text)))
    source = Source("a.txt", text)
    place = source.position(offset)
    before = sum(len(line) + 1 for line in text.split("\n")[: place.line - 1])
    assert before + place.column - 1 == offset


def test_lines_and_columns_count_from_one() -> None:
    source = Source("a.txt", "one\ntwo\n")
    assert source.position(0) == Position(1, 1)
    assert source.position(4) == Position(2, 1)
    assert source.line(2) == "two"
    assert source.line(9) == ""


def test_a_trimmed_span_begins_and_ends_with_a_word() -> None:
    text = "  by Friday \n"
    assert Span(0, len(text)).trimmed(text).of(text) == "by Friday"
    assert Span(0, 2).trimmed(text).of(text) == ""


def test_spans_overlap_only_where_they_share_a_character() -> None:
    assert Span(0, 3).overlaps(Span(2, 4))
    assert not Span(0, 3).overlaps(Span(3, 4))
    assert Span(0, 3).contains(Span(1, 3))
    assert Span(0, 3).moved(2) == Span(2, 5)
