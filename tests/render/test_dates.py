from pathlib import Path

import pytest
from hypothesis import given

from generator.model.edtf import Edtf, parse
from generator.model.mention import DateBasis
from generator.render.dates import told
from generator.render.words import words
from tests.strategies import edtfs

CASES = [
    [cell.strip() for cell in line.split("|")]
    for line in Path(__file__).with_name("dates.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


@pytest.mark.parametrize(("date", "label", "precision", "shape", "machine"), CASES, ids=[case[0] for case in CASES])
def test_a_date_is_told_as_precisely_as_its_source(date: str, label: str, precision: str, shape: str, machine: str) -> None:
    found = parse(date)
    assert found is not None
    shown = told(found, DateBasis.SAID, words("en"))
    assert (shown.label, shown.precision, shown.shape, shown.machine or "-") == (label, precision, shape, machine)


@given(edtfs())
def test_every_date_has_words_and_a_marker(date: Edtf) -> None:
    for language in ("en", "de", "es"):
        shown = told(date, DateBasis.SAID, words(language))
        assert shown.label
        assert shown.precision
        assert shown.shape in {"day", "span", "about"}


def test_an_inferred_date_says_so() -> None:
    date = parse("2021-12-08")
    assert date is not None
    assert told(date, DateBasis.PUBLICATION, words("en")).precision == "not dated by the source; the day it was reported"
    assert told(date, DateBasis.INHERITED, words("en")).precision == "not dated here; told as of this date"


def test_a_deadline_is_marked() -> None:
    due, some_day = parse("by [2021-12-08..2021-12-10]"), parse("[2021-12-08..2021-12-10]")
    assert due is not None
    assert some_day is not None
    assert told(due, DateBasis.SAID, words("en")).deadline
    assert not told(some_day, DateBasis.SAID, words("en")).deadline
