from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from enum import StrEnum
from typing import Any, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.edge.codec import codec_of
from generator.model import codes
from generator.model.diagnostic import Checked, Diagnostic, Location, tell
from generator.model.edtf import Date, Edtf, Interval, OneOf
from generator.pipeline import Draft


class Colour(StrEnum):
    RED = "red"


@dataclass(frozen=True, slots=True)
class Branch:
    name: str
    children: tuple[Branch, ...] = ()


EXAMPLES: list[tuple[Any, Any]] = [
    (str, "Wörter"),
    (int | None, None),
    (bool, True),
    (float, 0.5),
    (bytes, b"\x00\xff"),
    (Colour, Colour.RED),
    (date, date(2021, 12, 8)),
    (time, time(18, 40)),
    (datetime, datetime(2021, 12, 8, 18, 40, tzinfo=UTC)),
    (Literal["a", "b"], "b"),
    (tuple[str, ...], ("a", "b")),
    (tuple[int, str], (1, "a")),
    (tuple[()], ()),
    (frozenset[str], frozenset({"b", "a"})),
    (Mapping[str, tuple[int, ...]], {"a": (1, 2)}),
    (Edtf, Date(2021, 12, 8)),
    (Edtf, OneOf(Date(2021, 12, 8), None)),
    (tuple[Edtf | None, ...], (Interval(None, Date(2021)), None)),
    (Branch, Branch("root", (Branch("leaf"),))),
    (Checked[str | None], Checked("x", (tell(codes.EMPTY_ARTICLE, Location("a.txt", 1, 2, "t", 3), "h"),))),
    (Diagnostic, tell(codes.NO_ARTICLES, folder="articles")),
]


@pytest.mark.parametrize(("kind", "value"), EXAMPLES)
def test_what_is_written_reads_back_the_same(kind: Any, value: Any) -> None:
    codec = codec_of(kind)
    assert codec.decode(json.loads(json.dumps(codec.encode(value)))) == value


@given(st.recursive(st.builds(Branch, st.text()), lambda leaves: st.builds(Branch, st.text(), st.lists(leaves).map(tuple)), max_leaves=8))
def test_a_type_may_hold_itself(tree: Branch) -> None:
    codec = codec_of(Branch)
    assert codec.decode(json.loads(json.dumps(codec.encode(tree)))) == tree


def test_sets_are_written_in_order() -> None:
    assert codec_of(frozenset[str]).encode(frozenset("zebra")) == ["a", "b", "e", "r", "z"]


def test_a_draft_can_be_written_down() -> None:
    assert codec_of(Checked[Draft | None]).encode(Checked(None)) == [None, []]


@pytest.mark.parametrize("kind", [Any, object, Mapping[int, str], tuple[Any, ...]])
def test_what_has_no_codec_is_refused_at_once(kind: Any) -> None:
    with pytest.raises(TypeError, match=r"codec|keys"):
        codec_of(kind)


@pytest.mark.parametrize("foreign", [{}, [], ["x"], "ab", None, 3, [["x", []], [], 1]])
def test_foreign_values_raise_what_is_promised(foreign: Any) -> None:
    with pytest.raises((ValueError, TypeError, LookupError, AttributeError)):
        codec_of(Branch).decode(foreign)


def test_short_strings_are_shared_between_what_is_read() -> None:
    codec = codec_of(tuple[str, ...])
    one, other = (codec.decode(json.loads(json.dumps(["reference day", "x" * 50]))) for _ in range(2))
    assert one == other
    assert one[0] is other[0]
