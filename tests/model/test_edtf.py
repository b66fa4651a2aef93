"""Dates as sets of days: parsing, printing, bounds and order."""

from __future__ import annotations

import pytest
from hypothesis import given

from generator.model.calendar import iso
from generator.model.edtf import Bounds, Date, Edtf, bounds, parse, sort_key, written
from tests.strategies import edtfs

TABLE = [
    # text, first day, last day
    ("2021-12-07", "2021-12-07", "2021-12-07"),
    ("2021-12", "2021-12-01", "2021-12-31"),
    ("2020-02", "2020-02-01", "2020-02-29"),
    ("2021", "2021-01-01", "2021-12-31"),
    ("2021-21", "2021-03-01", "2021-05-31"),
    ("2021-22", "2021-06-01", "2021-08-31"),
    ("2021-24", "2021-12-01", "2022-02-28"),
    ("198X", "1980-01-01", "1989-12-31"),
    ("18XX", "1800-01-01", "1899-12-31"),
    ("2021-12~", "2021-12-01", "2021-12-31"),
    ("-0043-03-15", "-0043-03-15", "-0043-03-15"),
    ("0000", "0000-01-01", "0000-12-31"),
    ("2021-12-08T18:40:00Z", "2021-12-08", "2021-12-08"),
    ("2021-12-08T18", "2021-12-08", "2021-12-08"),
    ("2021-12-08/2021-12-10", "2021-12-08", "2021-12-10"),
    ("[2021-12-08..2021-12-10]", "2021-12-08", "2021-12-10"),
    ("2004/..", "2004-01-01", None),
    ("../2021-12-08", None, "2021-12-08"),
    ("[..2021-12-08]", None, "2021-12-08"),
    ("[2021-12-08..]", "2021-12-08", None),
]

NOT_EDTF = [
    "",
    "Tuesday",
    "2021-13",
    "2021-12-32",
    "2021-02-30",
    "2021-22-01",
    "21-12-08",
    "2021/",
    "../..",
    "[..]",
    "2021-12-10/2021-12-08",
    "2021-12-08 to 2021-12-10",
    "201X-05",
    "2021-12-08T25:00",
    "12/08/2021",
    "[2021-12-08..2021-12-10",
    "20211208",
    "2021-12-08/nonsense",
]


@pytest.mark.parametrize(("text", "earliest", "latest"), TABLE)
def test_a_date_knows_its_first_and_last_day(text: str, earliest: str | None, latest: str | None) -> None:
    date = parse(text)
    assert date is not None
    span = bounds(date)
    assert (span.earliest is None, span.latest is None) == (earliest is None, latest is None)
    assert earliest is None or (span.earliest is not None and iso(span.earliest) == earliest)
    assert latest is None or (span.latest is not None and iso(span.latest) == latest)


@pytest.mark.parametrize("text", [text for text, *_ in TABLE if text != "2021/"])
def test_what_is_read_is_printed_again(text: str) -> None:
    assert str(parse(text)) == text


@pytest.mark.parametrize("text", NOT_EDTF)
def test_what_is_no_date_is_not_read_as_one(text: str) -> None:
    if text == "2021/":  # an unknown end is read as an open one
        assert str(parse(text)) == "2021/.."
    else:
        assert parse(text) is None


@given(edtfs())
def test_every_date_survives_being_written_and_read(date: Edtf) -> None:
    assert parse(written(date)) == date


WRITTEN = [
    # as editors write it, EDTF
    ("early 2025", "2025~"),
    ("late 2021-22", "2021-22~"),
    ("end of 2021-12", "2021-12~"),
    ("since late 2023", "2023~/.."),
    ("after 2004", "2004/.."),
    ("until 2021-12-10", "../2021-12-10"),
    ("before end of 2013", "../2013~"),
    ("by 2021-12-10", "../2021-12-10"),
    ("by [2021-12-08..2021-12-10]", "[2021-12-08..2021-12-10]"),
    ("by [2021-12-08..late 2023]", "[2021-12-08..2023~]"),
    ("no later than [2021-12-08..2021-12-10]", "[2021-12-08..2021-12-10]"),
    ("as early as 2022-01", "[2022-01..]"),
    ("early 2020/late 2021", "2020~/2021~"),
    ("late [2021-12-06..2021-12-12]", "[2021-12-06..2021-12-12]"),
]


@pytest.mark.parametrize(("text", "edtf"), WRITTEN)
def test_what_is_known_besides_the_days_is_read_and_written_again(text: str, edtf: str) -> None:
    date = parse(text)
    assert date is not None
    assert (str(date), written(date)) == (edtf, text)
    plain = parse(edtf)
    assert plain is not None
    assert bounds(plain) == bounds(date)


def test_words_without_a_date_are_none() -> None:
    assert parse("by Friday") is None
    assert parse("early") is None
    assert parse("late 2021-13") is None


@given(edtfs())
def test_the_first_day_never_lies_after_the_last(date: Edtf) -> None:
    span = bounds(date)
    assert span.earliest is None or span.latest is None or span.earliest <= span.latest


def test_the_order_puts_a_day_before_the_month_it_opens() -> None:
    texts = ["2021-12", "2021-12-01", "2021-12-02", "../2021-11", "2001-09-11"]
    dates = [date for text in texts if (date := parse(text)) is not None]
    assert [str(date) for date in sorted(dates, key=sort_key)] == ["2001-09-11", "../2021-11", "2021-12-01", "2021-12", "2021-12-02"]


def test_sets_of_days_overlap_and_contain() -> None:
    month, day, after = bounds(Date(2021, 12)), bounds(Date(2021, 12, 7)), bounds(Date(2022, 1))
    assert month.overlaps(day)
    assert month.contains(day)
    assert not day.contains(month)
    assert not month.overlaps(after)
    assert Bounds(None, None).contains(month)
    assert Bounds(after.earliest, None).overlaps(Bounds(None, after.latest))
