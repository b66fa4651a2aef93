"""What people's sheets hold beside the usual: each in the form in which it comes, and what it must come to."""

from __future__ import annotations

import json

import pytest

from generator.extract.typed import typed_date
from generator.language import load
from generator.model.typed import TypedDate
from generator.read.sheets.row import Passed, SheetRow
from generator.read.sheets.rows import rows

U = "https://velm.example/a"


def read(text: str, day_first: bool | None) -> TypedDate:
    language = load("en")
    assert language
    return typed_date(text, None, language, day_first=bool(day_first))


def told(text: str) -> list[str]:
    """Return the date and headline of each row, and why others are none."""
    return [f"{each.date}  {each.headline}" if isinstance(each, SheetRow) else each.reason for each in rows(text, read)]


@pytest.mark.parametrize(
    ("header", "row", "expected"),
    [
        ("Jahr;Monat;Tag;Titel;Link", "2018;5;3;Damm", "2018-05-03  Damm"),
        ("Rok;Miesiąc;Dzień;Tytuł;Źródło", "2018;5;3;Tama", "2018-05-03  Tama"),
        ("Yıl;Ay;Gün;Başlık;Kaynak", "2018;5;3;Baraj", "2018-05-03  Baraj"),
        ("When?;What happened?;Source(s)", "3 May 2018;Dam", "2018-05-03  Dam"),
        ("From;To;Event;Link", "2018-05-03;2018-05-06;Dam", "2018-05-03/2018-05-06  Dam"),
    ],
)
def test_headers_in_more_words_and_languages(header: str, row: str, expected: str) -> None:
    assert told(f"{header}\n{row};{U}\n") == [expected]


def test_a_tag_is_a_keyword_where_no_date_is_parted() -> None:
    (row,) = rows(f"Datum;Titel;Link;Tag\n2018-05-03;Damm;{U};Wasser\n", read)
    assert isinstance(row, SheetRow)
    assert row.tags == ("Wasser",)


@pytest.mark.parametrize(
    ("cell", "expected"),
    [("1500-1510", "1500/1510"), ("1066 – 1087", "1066/1087"), ("1914-1918", "1914/1918"), ("2018-05", "2018-05")],
)
def test_stretches_of_years_of_any_age(cell: str, expected: str) -> None:
    assert told(f"date,headline,url\n{cell},A,{U}\n") == [f"{expected}  A"]


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ("2018,5,3,19:00-21:00,,,", "2018-05-03"),  # a stretch of time is no zone
        ("2018,5,3,19:00-05:00,,,", "2018-05-03T19:00-05:00"),
        ("2018,5,3,19:00,2018,5,3", "2018-05-03T19:00"),
    ],
)
def test_times_are_no_more_than_they_say(cells: str, expected: str) -> None:
    assert told(f"Year,Month,Day,Time,End Year,End Month,End Day,Headline,URL\n{cells},A,{U}\n") == [f"{expected}  A"]


def test_a_header_that_stands_again_is_passed_over_with_a_word() -> None:
    found = list(rows(f"date,headline,url\n2018,A,{U}\ndate,headline,url\n2019,B,{U}\n", read))
    assert [type(each) for each in found] == [SheetRow, Passed, SheetRow]


def test_a_space_behind_a_closing_quotation_mark_is_no_slip() -> None:
    text = f'date,headline,url\n2018-05-03,"Dam, ""A"" , opens" ,{U}\n2018-05-04,"B"x ,{U}\n2018-05-05,"C" ,"{U}" \n'
    assert [each.split(" ")[0] for each in told(text)] == ["2018-05-03", "a", "2018-05-05"]
    assert told(text)[0] == '2018-05-03  Dam, "A" , opens'


RECORDS = [{"date": "2018-05-03", "title": "A", "url": U}, {"date": "2018-05-04", "title": "B", "url": U}]


@pytest.mark.parametrize(
    "text",
    [
        "\n".join(map(json.dumps, RECORDS)),
        json.dumps({"items": RECORDS}),
        json.dumps({"data": RECORDS}),
        json.dumps({"data": {"events": RECORDS}}),
    ],
)
def test_records_are_found_where_json_has_them(text: str) -> None:
    assert told(text) == ["2018-05-03  A", "2018-05-04  B"]


def test_a_list_in_json_is_no_text_with_brackets() -> None:
    (row,) = rows(json.dumps({"events": [{"start_date": {"year": 2018}, "text": {"headline": "A"}, "group": ["x", "y"]}]}), read)
    assert isinstance(row, SheetRow)
    assert row.tags == ("x", "y")


def test_degrees_say_which_side_they_are_on() -> None:
    (row,) = rows(f"date,headline,url,place,lat,lng\n2018,A,{U},Velm,51.5° S,0.12W\n", read)
    assert isinstance(row, SheetRow)
    assert [(each.latitude, each.longitude) for each in row.places] == [(-51.5, -0.12)]


def test_brackets_round_an_address_are_no_words() -> None:
    (row,) = rows(f"date,headline,url\n2018,A,<{U}>\n", read)
    assert isinstance(row, SheetRow)
    assert (row.urls, row.note) == ((U,), "")
