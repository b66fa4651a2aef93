"""What the English tagger makes of sentences (``expressions.txt``) and of texts that date themselves (``story``, ``narratives``)."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.extract.timexes import rows, tag_text
from generator.model.edtf import parse, written
from generator.model.timex import Timex
from tests.articles import english

HERE = Path(__file__).parent


def cases() -> list[list[str]]:
    lines = (HERE / "expressions.txt").read_text(encoding="utf-8").splitlines()
    return [[part.strip() for part in line.split("|")] for line in lines if line.strip() and not line.startswith("#")]


def tagged(text: str, published: str) -> tuple[Timex, ...]:
    return tag_text(text, date.fromisoformat(published) if published else None, english())


@pytest.mark.parametrize("case", cases(), ids=lambda case: f"{case[0]} {case[1]}")
def test_words_come_to_their_date(case: list[str]) -> None:
    published, marked, value, edtf, *said = case
    start, end = marked.index("["), marked.index("]") - 1
    text = marked.replace("[", "").replace("]", "")
    found = [timex for timex in tagged(text, published) if timex.span.start < end and start < timex.span.end]
    if value == "-":
        assert found == []
        return
    (timex,) = found
    assert timex.span.of(text) == text[start:end]
    assert timex.value == value
    assert (written(timex.edtf) if timex.edtf else "-") == edtf
    assert timex.said.of(text) == (said[0] if said else text[start:end])


def test_a_text_that_dates_itself_counts_from_its_own_dates() -> None:
    text = (HERE / "story.txt").read_text(encoding="utf-8")
    values = [timex.value for timex in tagged(text, "2010-05-01")]
    told = "1643-03-12 1643-03-14 1643-04-03 1643-04-04 1643-SP 1643-06 1643-07 1643-07-19 P3D 1643-08 1644-02 1644-12 1645-01 1651"
    assert values == told.split()


MARK = re.compile(r"\[([^\]=]+) = ([^\]]+)\]")


def narratives() -> list[tuple[str, str]]:
    parts = (HERE / "narratives.txt").read_text(encoding="utf-8").split("\n== ")[1:]
    return [("" if part.startswith("-") else part[:10], part.partition("\n")[2].strip()) for part in parts]


@pytest.mark.parametrize(("published", "marked"), narratives(), ids=lambda each: each[:40])
def test_a_narrative_is_dated_as_a_reader_dates_it(published: str, marked: str) -> None:
    text = MARK.sub(r"\1", marked)
    found = [(timex.span.of(text), timex.value) for timex in tagged(text, published)]
    assert found == MARK.findall(marked)


def test_every_date_explains_itself() -> None:
    (timex,) = tagged("They said they will meet by Friday.", "2021-12-08")
    words = [step.words for step in timex.derivation]
    assert words[0].startswith("“by Friday” is read as")
    assert "in a text of Wednesday 8 December 2021" in words
    assert words[-1] == "[2021-12-08..2021-12-10]"


TIME = [
    "last",
    "next",
    "two",
    "twenty",
    "third",
    "May",
    "March",
    "Friday",
    "ago",
    "days",
    "week",
    "quarter",
    "year",
    "10/12/98",
    "5:30",
    "p.m.",
]
WORDS = [
    *TIME,
    "1998",
    "12",
    "on the 31st .",
    "dawn",
    "that",
    "0900",
    "early",
    "before",
    "Easter",
    "of",
    "the",
    "by",
    "since",
    "and",
    ",",
    ".",
    "-",
    "a",
    "'s",
    "in",
    "½",
    "İ",
]


@settings(suppress_health_check=[HealthCheck.too_slow])  # of drawing, on a busy machine
@given(st.lists(st.sampled_from(WORDS), max_size=30), st.one_of(st.none(), st.dates()))
def test_any_words_give_expressions_in_order_inside_the_text(words: list[str], published: date | None) -> None:
    text = " ".join(words)
    found = tag_text(text, published, english())
    spans = [(timex.span.start, timex.span.end) for timex in found]
    assert spans == sorted(spans)
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    assert all(timex.said.overlaps(timex.span) for timex in found)
    dates = [timex.edtf for timex in found if timex.edtf is not None]
    assert [parse(written(each)) for each in dates] == dates


@given(st.text(), st.dates())
def test_any_text_is_read(text: str, published: date) -> None:
    found = tag_text(text, published, english())
    lean = rows(text, published.toordinal(), english())
    assert [(each.span.start, each.span.end, each.type.value, each.value, each.mod) for each in found] == lean


@pytest.mark.parametrize("text", ["9" * 50_000, "last " * 20_000, "1-" * 30_000, "." * 50_000, "'" * 50_000, "two hundred " * 5_000])
def test_long_runs_are_read_to_their_end(text: str) -> None:
    for timex in tag_text(text, date(2021, 12, 8), english()):
        assert timex.span.end <= len(text)
