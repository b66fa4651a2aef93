"""Dates that people type: read as a whole, or refused with what was not understood."""

from __future__ import annotations

from datetime import date

import pytest

from generator.extract.typed import typed_date
from generator.extract.typed_numbers import as_edtf, missing_number, slashed
from generator.language import load
from generator.model.calendar import missing_day
from generator.model.language import Language

READ = {
    "1994年5月3日": "1994-05-03",
    "1994년 5월": "1994-05",
    "994年": "0994",
    "79 CE": "0079",
    "5 C.E.": "0005",
    "1968 (?)": "1968?",
    "possibly May 1968": "1968-05?",
    "2018 approx.": "2018~",
    "2018 (circa)": "2018~",
    "2018-05-03": "2018-05-03",
    "2018-5-3": "2018-05-03",
    "2018/05/03": "2018-05-03",
    "20180503": "2018-05-03",
    "5/2018": "2018-05",
    "2018-05-03 19:00:00": "2018-05-03T19:00",
    "2018-05-03 00:00:00": "2018-05-03",
    "2018-05-03 7:05 PM": "2018-05-03T19:05",
    "2018-05-03 to 2018-05-05": "2018-05-03/2018-05-05",
    "19??": "19XX",
    "2018-W12": "[2018-03-19..2018-03-25]",
    "Dec-25-2014": "2014-12-25",
    "2014-Dec-25": "2014-12-25",
    "2018 Q1": "[2018-01..2018-03]",
    "2018.0": "2018",
    "3.5.2018": "2018-05-03",
    "14-12-2014": "2014-12-14",
    "25-Dec-2014": "2014-12-25",
    "Dec-2014": "2014-12",
    "Dec. 25, 2014": "2014-12-25",
    "on 3 May 2018": "2018-05-03",
    "1930's": "193X",
    "c. 1500": "1500~",
    "ca. 520": "0520~",
    "between 520 and 530": "[0520..0530]",
    "May 1968?": "1968-05?",
    "week of 3 May 2018": "[2018-04-30..2018-05-06]",
    "500 BCE": "-0499",
    "'-0499": "-0499",
    "5 Aug–16 Sep 2024": "2024-08-05/2024-09-16",
    "\u200b1994\ufeff": "1994",
    "31 May to 30 June 2024": "2024-05-31/2024-06-30",
    "2024-W40": "[2024-09-30..2024-10-06]",
    "week 31 of 2024": "[2024-07-29..2024-08-04]",
    "since 29 February 2024": "2024-02-29/..",
}
REFUSED = {
    "soon": "“soon” is no date",
    "June 31, 2024": "“June 31, 2024” is no date: June 2024 has 30 days",
    "1 May 2024 to 31 June 2024": "“1 May 2024 to 31 June 2024” is no date: June 2024 has 30 days",
    "28 June to 31 June 2024": "“28 June to 31 June 2024” is no date: June 2024 has 30 days",
    "30 or 31 June 2024": "“30 or 31 June 2024” is no date: June 2024 has 30 days",
    "3-31 June 2024": "“3-31 June 2024” is no date: June 2024 has 30 days",
    "29 February 2023 to 3 March 2023": "“29 February 2023 to 3 March 2023” is no date: February 2023 has 28 days",
    "by 31st April 2024": "“by 31st April 2024” is no date: April 2024 has 30 days",
    "late 2023 to 31 June 2024": "“late 2023 to 31 June 2024” is no date: June 2024 has 30 days",
    "between 3 and 31 June 2024": "“between 3 and 31 June 2024” is no date: June 2024 has 30 days",
    "week of 31 June 2024": "“week of 31 June 2024” is no date: June 2024 has 30 days",
    "2024-06-03/2024-06-31": "“2024-06-03/2024-06-31” is no date: June 2024 has 30 days",
    "3/6/2024 - 31/6/2024": "“3/6/2024 - 31/6/2024” is no date: June 2024 has 30 days",
    "2023-02-29": "“2023-02-29” is no date: February 2023 has 28 days",
    "2018-13-01": "“2018-13-01” is no date: there is no month 13",
    "1994-00-00": "“1994-00-00” is no date: leave away what is not known",
    "Dec-14": "“Dec-14” is no date: it does not say the century",
    "3 May": "“3 May” is no date: it does not say the year",
    "1914 or 1915": "“1914 or 1915” names several dates",
    "wedding of 3 May 2018": "“wedding of 3 May 2018” is no date: “wedding of” is left over",
    "2018-05-03 late": "“2018-05-03 late” is no date: “late” is left over",
    "2/30/2018": "“2/30/2018” is no date: February 2018 has 28 days",
    "43223": "“43223” is no date: give its column the form of a date in the spreadsheet, and save again",
    "x" * 400: f"“{'x' * 80}” is no date",
}


@pytest.fixture(scope="module")
def english() -> Language:
    language = load("en")
    assert language
    return language


@pytest.mark.parametrize(("text", "expected"), READ.items())
def test_a_typed_date_is_read(english: Language, text: str, expected: str) -> None:
    assert str(typed_date(text, None, english).date) == expected


@pytest.mark.parametrize(("text", "reason"), REFUSED.items())
def test_what_is_no_date_is_refused_with_the_reason(english: Language, text: str, reason: str) -> None:
    typed = typed_date(text, None, english)
    assert (typed.date, typed.reason) == (None, reason)


@pytest.mark.parametrize("text", ["early 3 June 2024", "the morning of 3 June 2024", "3 June 2024 to late on 5 June 2024"])
def test_a_part_of_a_day_that_a_date_cannot_keep_is_told(english: Language, text: str) -> None:
    assert "the part of the day is not kept" in typed_date(text, None, english).doubt
    assert not typed_date("early June 2024", None, english).doubt
    assert not typed_date("noon on 3 June 2024", None, english).doubt


def test_words_count_from_the_day_of_publication(english: Language) -> None:
    assert str(typed_date("yesterday", date(2021, 12, 8), english).date) == "2021-12-07"
    assert typed_date("yesterday", None, english).date is None


def test_numbers_go_by_the_order_of_the_project(english: Language) -> None:
    assert [str(typed_date("3/4/2018", None, english, day_first=first).date) for first in (False, True)] == ["2018-03-04", "2018-04-03"]


def test_other_languages_have_their_own_words() -> None:
    german = load("de")
    assert german
    assert str(typed_date("3. Mai 2018", None, german).date) == "2018-05-03"
    assert typed_date("31. Juni 2024", None, german).reason == "“31. Juni 2024” is no date: June 2024 has 30 days"


@pytest.mark.parametrize(
    ("code", "text"),
    [("de", "25-Dez-2014"), ("de", "25-Dezember-2014"), ("fr", "25-déc-2014"), ("es", "25-dic-2014"), ("en", "25-Dec-2014")],
)
def test_what_a_spreadsheet_prints_is_read_in_each_language(code: str, text: str) -> None:
    language = load(code)
    assert language
    assert str(typed_date(text, None, language).date) == "2014-12-25"


@pytest.mark.parametrize(("words", "wanted"), [("3.5.2021", "2021-05-03"), ("14-12-2014", "14/12/2014"), ("in May", "in May")])
def test_numbers_are_written_as_running_text_has_them(words: str, wanted: str) -> None:
    assert slashed(words) == wanted


def test_why_a_date_of_numbers_names_no_day() -> None:
    assert missing_day(2021, 2, 29)
    assert missing_day(2024, 2, 29) == ""
    assert missing_number("31/13/2021", day_first=True)
    assert missing_number("31/12/2021", day_first=True) == ""
    assert as_edtf("2021-05-03") == "2021-05-03"
