"""Units of the calendar, and what dates, shifts, lengths and feasts come to in a context that is given, whatever words said them."""

from __future__ import annotations

from datetime import date

import pytest

from generator.extract.time.calendars import resolve_calendar, resolve_holiday, resolve_slashed, resolve_weekday
from generator.extract.time.context import Context, Resolved
from generator.extract.time.lengths import resolve_length
from generator.extract.time.moment import Moment, containing, edtf, last_day, month, part, shifted, value, year
from generator.extract.time.moons import hanukkah, hebrew_new_year, islamic, lunar_new_year, passover
from generator.extract.time.resolve import range_of, resolve
from generator.extract.time.shifts import resolve_shift, resolve_unit
from generator.extract.time.timex import days_of
from generator.model.hedge import Bound
from generator.model.said import Bounded, Calendar, Holiday, Length, Said, Shift, Slashed, Unit, Weekday
from generator.model.timex import TimexType

WEDNESDAY = date(2021, 12, 8).toordinal()
NEWS = Context(WEDNESDAY)


def day(words: str) -> Moment:
    return Moment("D", date.fromisoformat(words).toordinal())


def came(found: Resolved | None) -> str:
    assert found is not None
    return found.value


@pytest.mark.parametrize(
    ("moment", "wanted", "days"),
    [
        (year(2021), "2021", 365),
        (month(2024, 2), "2024-02", 29),
        (part(2021, "WI"), "2021-WI", 90),
        (part(2021, "Q2"), "2021-Q2", 91),
        (part(2020, "W53"), "2020-W53", 7),
        (containing("W", WEDNESDAY), "2021-W49", 7),
        (containing("WE", WEDNESDAY), "2021-W49-WE", 2),
    ],
)
def test_a_moment_has_a_value_and_so_many_days(moment: Moment, wanted: str, days: int) -> None:
    assert value(moment) == wanted
    assert last_day(moment) - moment.first + 1 == days


def test_what_edtf_has_a_name_for_is_named_and_the_rest_is_one_of_its_days() -> None:
    assert str(edtf(month(2021, 12))) == "2021-12"
    assert str(edtf(part(2021, "WI"))) == "2021-24"
    assert str(edtf(containing("W", WEDNESDAY))) == "[2021-12-06..2021-12-12]"


def test_a_day_that_a_month_lacks_becomes_its_last() -> None:
    assert shifted(date(2024, 1, 31).toordinal(), 1, "M") == date(2024, 2, 29).toordinal()
    assert shifted(date(2024, 2, 29).toordinal(), 1, "Y") == date(2025, 2, 28).toordinal()
    assert shifted(WEDNESDAY, 90_000, "Y") is None


@pytest.mark.parametrize(
    ("found", "wanted"),
    [
        (lunar_new_year(2024), "2024-02-10"),
        (passover(2024), "2024-04-23"),
        (hebrew_new_year(2024), "2024-10-03"),
        (hanukkah(2024), "2024-12-26"),
        (islamic(2024, 9, 1), "2024-03-11"),
    ],
)
def test_feasts_of_the_moon_fall_where_calendars_of_that_year_had_them(found: int, wanted: str) -> None:
    assert abs(found - date.fromisoformat(wanted).toordinal()) <= 1


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        (Weekday(5, which=1), "2021-12-10"),
        (Weekday(5, which=-1), "2021-12-03"),
        (Weekday(2, week=-1), "2021-11-30"),
    ],
)
def test_a_weekday_is_counted_from_the_reference(said: Weekday, wanted: str) -> None:
    assert came(resolve_weekday(said, NEWS)) == wanted


def test_figures_are_read_in_the_order_of_the_article_and_by_what_can_be_a_day() -> None:
    assert came(resolve_slashed(Slashed(3, 4, 2021), NEWS)) == "2021-03-04"
    assert came(resolve_slashed(Slashed(3, 4, 2021), Context(WEDNESDAY, day_first=True))) == "2021-04-03"
    assert came(resolve_slashed(Slashed(13, 4, 2021), NEWS)) == "2021-04-13"


def test_a_date_without_a_year_lies_near_and_one_with_a_year_where_it_says() -> None:
    assert came(resolve_calendar(Calendar(month=12, day=6), NEWS)) == "2021-12-06"
    assert came(resolve_calendar(Calendar(year=1998, month=12, day=6), NEWS)) == "1998-12-06"


def test_a_feast_is_its_day_of_the_year_that_is_meant() -> None:
    assert came(resolve_holiday(Holiday("easter", year=2021), NEWS)) == "2021-04-04"


def test_shifts_count_from_publication_or_from_the_last_date() -> None:
    assert came(resolve_shift(Shift(3, "D", counted=True), NEWS)) == "2021-12-05"
    assert came(resolve_shift(Shift(None, "M"), NEWS)) == "PAST_REF"
    assert came(resolve_shift(Shift(1, "M"), NEWS)) == "2021-11"


def test_a_unit_that_points_back_is_that_of_the_last_date() -> None:
    back = Context(WEDNESDAY, last=day("2019-05-06"))
    assert came(resolve_unit(Unit("Y"), NEWS)) == "2021"
    assert came(resolve_unit(Unit("D", same=True), back)) == "2019-05-06"


def test_a_length_is_a_duration_and_one_that_reaches_from_now_has_days_too() -> None:
    plain = resolve_length(Length(3, "D"), NEWS)
    assert plain is not None
    assert (plain.type, plain.value, plain.edtf) == (TimexType.DURATION, "P3D", None)
    assert str(getattr(resolve_length(Length(3, "D", toward=-1), NEWS), "edtf", "")).startswith("2021-12-0")


def test_a_bound_reaches_from_publication() -> None:
    by_friday: Said = Bounded(Weekday(5, which=1), Bound.BY)
    found = resolve(by_friday, NEWS)
    assert found is not None
    assert found.bound is Bound.BY
    assert str(days_of(found, WEDNESDAY)) == "[2021-12-08..2021-12-10]"


def test_no_range_runs_backwards() -> None:
    first, last = resolve(Calendar(month=12, day=6), NEWS), resolve(Calendar(month=12, day=10), NEWS)
    assert str(range_of(first, last, lasting=True)) == "2021-12-06/2021-12-10"
    assert range_of(last, first, lasting=True) is None
