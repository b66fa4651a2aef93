"""Direction of time: what the words round a bare weekday or month say of it (``tense.txt``), and the other date that it could be."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from generator.extract.timexes import tag_text
from generator.language import load
from generator.model.timex import Timex

CASES = [
    [cell.strip() for cell in line.split("|")]
    for line in Path(__file__).with_name("tense.txt").read_text(encoding="utf-8").splitlines()
    if line.strip() and not line.startswith("#")
]


def tagged(text: str, published: str, code: str = "en") -> tuple[Timex, ...]:
    language = load(code)
    assert language is not None
    return tag_text(text, date.fromisoformat(published), language)


@pytest.mark.parametrize(("code", "text", "value"), CASES, ids=[f"{case[0]} {case[1]}" for case in CASES])
def test_the_clause_says_which_day_is_meant(code: str, text: str, value: str) -> None:
    assert tagged(text, "2019-10-02", code)[-1].value == value


def test_a_date_that_rests_on_tense_alone_has_another_and_can_be_turned() -> None:
    (friday,) = tagged("He told the council about the talks on Friday.", "2019-10-02")
    assert (friday.value, friday.other and friday.other.value) == ("2019-09-27", "2019-10-04")
    turned = friday.turned("the talks are to come")
    assert (turned.value, str(turned.edtf), turned.derivation[-2].words) == ("2019-10-04", "2019-10-04", "the talks are to come")
    assert turned.turned("no").value == friday.value


def test_the_other_date_keeps_bound_time_and_year() -> None:
    (by_friday,) = tagged("The form was due by Friday.", "2019-10-02")
    assert by_friday.other is not None
    (morning,) = tagged("It closed on Friday morning.", "2019-10-02")
    assert morning.other is not None
    assert morning.other.value == "2019-10-04TMO"
    (march,) = tagged("It closed in March.", "2019-10-02")
    assert march.other is not None
    assert march.other.value == "2020-03"


@pytest.mark.parametrize("words", ["last Friday", "next Friday", "today", "on 4 October 2019", "Friday of last week", "two days ago"])
def test_a_date_that_rests_on_more_has_no_other(words: str) -> None:
    assert [each.other for each in tagged(f"It closed {words}.", "2019-10-02")] == [None]
