"""Time expressions of an article: the two seeds, and what is said where a date is missing or wrong."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from generator.api import tag as tag_anything
from generator.extract.segment.sentences import segment
from generator.extract.timeml import timeml
from generator.extract.timexes import tag, tag_text
from generator.model.codes import NO_SUCH_DAY
from generator.model.diagnostic import Checked
from generator.model.timex import Timex
from tests.articles import article, english

SEEDS = Path(__file__).parent.parent.parent / "seeds"


def tagged(text: str, published: date | None) -> Checked[tuple[Timex, ...]]:
    made = article(text, published)
    return tag(made, segment(made, english()), english())


def seed(name: str) -> str:
    return next(SEEDS.glob(f"{name}*.txt")).read_text(encoding="utf-8")


def dated(name: str) -> list[tuple[str, str]]:
    text = seed(name)
    found = tagged(text, date(2021, 12, 8)).value
    return [(each.said.of(text), str(each.edtf)) for each in found if each.edtf is not None]


def test_the_first_seed_has_its_dates() -> None:
    assert dated("000") == [
        ("Tuesday", "2021-12-07"),
        ("Wednesday", "2021-12-08"),
        ("Tuesday", "2021-12-07"),
        ("Wednesday", "2021-12-08"),
        ("Tuesday", "2021-12-07"),
        ("by Friday", "[2021-12-08..2021-12-10]"),
        ("one day after", "2021-12-07"),
        ("Wednesday", "2021-12-08"),
        ("late this summer", "2021-22~"),
        ("this week", "[2021-12-06..2021-12-12]"),
        ("earlier Wednesday", "2021-12-08"),
        ("September 11, 2001", "2001-09-11"),
        ("by Friday", "[2021-12-08..2021-12-10]"),
    ]


def test_the_second_seed_has_its_dates() -> None:
    assert dated("002") == [
        ("Wednesday", "2021-12-08"),
        ("one day after", "2021-12-07"),
        ("recent months", "../2021-12-08"),
        ("as early as next month", "[2022-01..]"),
        ("by Friday", "[2021-12-08..2021-12-10]"),
        ("Tuesday", "2021-12-07"),
        ("Tuesday", "2021-12-07"),
        ("since 2004", "2004/.."),
        ("2009", "2009"),
        ("2010", "2010"),
    ]


def test_without_a_publication_date_relative_words_stay_open_and_are_told() -> None:
    checked = tagged("It happened on Tuesday. It had begun on 3 May 2004.", None)
    first, second = checked.value
    assert (first.resolved, first.edtf) == (False, None)
    assert (second.resolved, str(second.edtf)) == (True, "2004-05-03")
    (told,) = checked.diagnostics
    assert told.code.name == "D201"
    assert told.where is not None
    assert (told.where.line, told.where.column) == (1, 16)


def test_a_weekday_that_does_not_fit_its_date_is_told() -> None:
    (told,) = tagged("They met on Tuesday, May 4, 2005.", date(2005, 6, 1)).diagnostics
    assert (told.code.name, told.message) == ("D205", "Tuesday, May 4, 2005: that day was a Wednesday")


def test_a_raw_text_is_tagged_as_the_article_of_it() -> None:
    text = seed("000")
    assert tag_text(text, date(2021, 12, 8), english()) == tagged(text, date(2021, 12, 8)).value


def test_day_first_is_for_the_article_to_say() -> None:
    assert tag_anything("Signed on 10/12/98.", date(1999, 1, 1))[0].value == "1998-10-12"
    assert tag_anything("Signed on 10/12/98.", date(1999, 1, 1), day_first=True)[0].value == "1998-12-10"


def test_timeml_keeps_the_text_and_escapes_it() -> None:
    text = "A & B met on Friday."
    written = timeml("a", text, tag_anything(text, date(2021, 12, 8)), date(2021, 12, 8))
    assert 'A &amp; B met on <TIMEX3 tid="t1" type="DATE" value="2021-12-03">Friday</TIMEX3>.' in written


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("It fell on 31 June 2022.", ["31 June 2022: that month has 30 days"]),
        ("It fell on June 31, 2022.", ["June 31, 2022: that month has 30 days"]),
        ("It will fall on 30 February.", ["30 February: that month has 28 days"]),
        ("It fell on 29 February 2024.", []),
        ("In June 31 people died.", []),
        ("In April 2022, 31 of them left.", []),
        ("They met from 29 to 30 June.", []),
    ],
)
def test_a_day_that_its_month_never_has_is_told(text: str, told: list[str]) -> None:
    said = tagged(text, date(2022, 11, 9)).diagnostics
    assert [each.message for each in said if each.code is NO_SUCH_DAY] == told
