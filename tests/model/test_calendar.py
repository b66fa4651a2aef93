"""Days as numbers, checked against ``datetime`` where that reaches, and against themselves beyond."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from generator.model.calendar import MONTHS, civil, day_number, iso, missing_day, missing_days, weekday
from tests.strategies import day_numbers


@given(st.dates())
def test_day_numbers_are_those_of_datetime(day: date) -> None:
    number = day_number(day.year, day.month, day.day)
    assert number == day.toordinal()
    assert weekday(number) == day.weekday()
    assert iso(number) == day.isoformat()


@given(day_numbers)
def test_a_day_number_and_its_date_are_inverse(number: int) -> None:
    assert day_number(*civil(number)) == number


@given(day_numbers)
def test_the_next_day_number_is_the_next_day(number: int) -> None:
    assert civil(number) < civil(number + 1)


@given(st.integers(1, 9999), st.integers(1, 12), st.integers(1, 31))
def test_a_day_is_missing_where_datetime_has_none(year: int, month: int, day: int) -> None:
    try:
        date(year, month, day)
        exists = True
    except ValueError:
        exists = False
    named = f"{day} {MONTHS[month - 1]} {year:04}", f"{MONTHS[month - 1][:3]} {day}, {year:04}", f"{year:04}-{month:02}-{day:02}"
    assert (not missing_day(year, month, day)) == exists
    assert [not missing_days(text) for text in named] == [exists] * 3


def test_what_is_no_day_is_none_that_is_missing() -> None:
    assert missing_days("room 31 opened 2024") == ""
    assert missing_days("2024-13-01") == "there is no month 13"
