"""Feasts by rule: fixed, by weekday, by Easter, by the moon; how long they last, and how sure their day is."""

from __future__ import annotations

from datetime import date

import pytest

from generator.extract.time.feasts import falls, is_estimated, lasts
from generator.extract.timexes import tag_text
from generator.language import load, supported
from generator.model.calendar import iso

FALLS = [
    ("04-25", 2018, "2018-04-25"),
    ("11-w44", 2021, "2021-11-25"),
    ("05-w1-1", 2021, "2021-05-31"),
    ("05-25<1", 2019, "2019-05-20"),
    ("11-23<3", 2022, "2022-11-16"),
    ("01-06>1", 2020, "2020-01-06"),
    ("12-25<7-21", 2022, "2022-11-27"),
    ("easter+50", 2018, "2018-05-21"),
    ("orthodox", 2019, "2019-04-28"),
    ("hebrew", 2020, "2020-09-19"),
    ("hebrew+9", 2023, "2023-09-25"),
    ("passover*7", 2020, "2020-04-09"),
    ("hanukkah*8", 2021, "2021-11-29"),
    ("islamic-10-01", 2023, "2023-04-21"),
    ("islamic-09-01*29", 2022, "2022-04-02"),
    ("islamic-12-10", 2019, "2019-08-11"),
    ("chinese", 2020, "2020-01-25"),
    ("diwali", 2019, "2019-10-27"),
]


@pytest.mark.parametrize(("rule", "year", "day"), FALLS, ids=[f"{rule} {year}" for rule, year, _ in FALLS])
def test_a_feast_falls_on_its_day(rule: str, year: int, day: str) -> None:
    assert iso(falls(rule, year)) == day


def rules_of(code: str) -> set[str]:
    language = load(code)
    assert language is not None
    return {value for senses in language.grammar.senses.values() for cls, value in senses if cls == "HOLIDAY"}


@pytest.mark.parametrize("code", supported())
def test_every_rule_of_every_table_is_one(code: str) -> None:
    for rule in rules_of(code):  # a table may have none yet
        assert falls(rule, 2024) + lasts(rule) > 0


def test_rules_are_found() -> None:
    assert rules_of("en") & {rule for rule, _, _ in FALLS}


def test_a_feast_that_lasts_has_all_its_days_and_one_that_is_sighted_says_so() -> None:
    language = load("en")
    assert language is not None
    hanukkah, eid = tag_text("Hanukkah 2018 was mild, and Eid al-Fitr 2019 was hot.", date(2019, 10, 2), language)
    assert (hanukkah.value, str(hanukkah.edtf)) == ("2018-12-03", "2018-12-03/2018-12-10")
    assert (eid.value, str(eid.edtf)) == ("2019-06-04", "2019-06-04?")
    assert "a day off" in eid.derivation[-2].words
    assert is_estimated("diwali")
    assert not is_estimated("passover")


def test_what_is_no_rule_is_told() -> None:
    with pytest.raises(ValueError, match="no rule of a feast"):
        falls("someday", 2020)
