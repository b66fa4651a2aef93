"""Full dates as metadata, bylines and stamps write them; nothing is filled in, and an open order stays open."""

from __future__ import annotations

from datetime import date

import pytest

from generator.read.dating.stamps import stamps
from generator.read.dating.stated import find, stamped


@pytest.mark.parametrize(
    ("words", "stated", "offset"),
    [
        ("2020-02-25T02:25:54Z", "2020-02-25T02:25:54", 0),
        ("2024-03-07T07:02:28.261+05:30", "2024-03-07T07:02:28", 330),
        ("2024-09-16T21:33+0100", "2024-09-16T21:33:00", 60),
        ("2024-04-28 07:00:00 -04:00", "2024-04-28T07:00:00", -240),
        ("3. Februar 2019, 10:15 Uhr", "2019-02-03T10:15:00", None),
        ("Dienstag, 3. März 2020 um 10.15 Uhr", "2020-03-03T10:15:00", None),
        ("03.02.2019", "2019-02-03", None),
        ("3 de febrero de 2019", "2019-02-03", None),
        ("1er mars 2019", "2019-03-01", None),
        ("Feb. 24, 2020, 9:25 p.m. EST", "2020-02-24T21:25:00", -300),
        ("June 26, 2023 5 AM PT", "2023-06-26T05:00:00", None),
        ("Mon Sep 02 01:11:35 EDT 2024", "2024-09-02T01:11:00", -240),
        ("Mon, 24 Feb 2020 21:25:00 -0500", "2020-02-24T21:25:00", -300),
        ("November 9, 2015 Monday", "2015-11-09", None),
        ("20190203", "2019-02-03", None),
        ("20190203T101500Z", "2019-02-03T10:15:00", 0),
        ("1548810000", "2019-01-30T01:00:00", 0),
        ("13/02/2019", "2019-02-13", None),
        ("15:56 BST, 27 April 2024", "2024-04-27T15:56:00", 60),
        ("2008-07-04T12:30Z[Europe/London]", "2008-07-04T12:30:00", 0),
        ("Fri Jul 04 2008 12:30:00 GMT+0100 (Central European Standard Time)", "2008-07-04T12:30:00", 60),
        ("2008-07-04T12:30:00−05:00", "2008-07-04T12:30:00", -300),
        ("2008/7/4", "2008-07-04", None),
        ("Jul-04-2008", "2008-07-04", None),
        ("1215174600.123", "2008-07-04T12:30:00", 0),
        ("2008년 7월 4일", "2008-07-04", None),
        ("4. července 2008", "2008-07-04", None),
        ("13/02/19", "2019-02-13", None),
    ],
)
def test_a_full_date_is_read_with_its_zone(words: str, stated: str, offset: int | None) -> None:
    found = stamped(words)
    assert found is not None
    assert (str(found.published), found.offset, found.swapped) == (stated, offset, None)


@pytest.mark.parametrize(
    "words",
    ["May 2018", "2018", "soon", "31 February 2019", "12 May", "140961138903", "0001-01-01T00:00:00Z", "2019-13-01", "© 2012–2024", ""],
)
def test_what_is_no_full_date_is_none(words: str) -> None:
    assert stamped(words) is None


def test_figures_keep_both_orders_unless_a_weekday_or_a_figure_decides() -> None:
    open_, by_weekday, by_figure = (stamped(each) for each in ("03/02/2019", "Sun, 03/02/2019", "07/14/2023"))
    assert open_ is not None
    assert by_weekday is not None
    assert by_figure is not None
    assert (open_.published.day, open_.swapped, open_.day_first) == (date(2019, 2, 3), date(2019, 3, 2), None)
    assert (by_weekday.published.day, by_weekday.swapped, by_weekday.day_first) == (date(2019, 2, 3), None, True)
    assert (by_figure.published.day, by_figure.day_first) == (date(2023, 7, 14), False)


def test_figures_in_a_text_are_no_date_unless_asked_for() -> None:
    assert find("Bus 12/05/2019 leaves") is None
    assert find("Bus 12/05/2019 leaves", figures=True) is not None


def test_a_line_says_what_each_of_its_dates_is() -> None:
    line = "Updated 4.15 pm, 9 December 2021; first published 8 December 2021"
    assert [(label, found.published.day.day) for label, _, found in stamps(line)] == [("changed", 9), ("published", 8)]
