"""Days as numbers, checked against ``datetime`` where that reaches, and against themselves beyond."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from generator.model.calendar import civil, day_number, iso, weekday
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
