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
        ("startDate;endDate;eventTitle;sourceUrl", "2018-05-03;2018-05-06;Dam", "2018-05-03/2018-05-06  Dam"),
        ("Event start;Headline text;Source URL(s)", "2018-05-03;Dam", "2018-05-03  Dam"),
        ("Datum;Rubrik;Källa", "2018-05-03;Damm", "2018-05-03  Damm"),
        ("Päivämäärä;Otsikko;Lähde", "2018-05-03;Pato", "2018-05-03  Pato"),
        ("Rok;Měsíc;Den;Název;Zdroj", "2018;5;3;Hráz", "2018-05-03  Hráz"),
        ("Ημερομηνία;Τίτλος;Πηγή", "2018-05-03;Φράγμα", "2018-05-03  Φράγμα"),
        ("Дата;Заголовок;Источник", "2018-05-03;Плотина", "2018-05-03  Плотина"),
        ("التاريخ;العنوان;المصدر", "2018-05-03;السد", "2018-05-03  السد"),
        ("年;月;日;見出し;出典", "2018;5;3;ダム", "2018-05-03  ダム"),
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
    [
        ("1500-1510", "1500/1510"),
        ("1066 – 1087", "1066/1087"),
        ("1914-1918", "1914/1918"),
        ("2018-05", "2018-05"),
        ("from 1914", "1914/.."),
        ("1914 onwards", "1914/.."),
        ("ab 1914", "1914/.."),
        ("from 1914 to 1918", "1914/1918"),
    ],
)
def test_stretches_of_years_of_any_age_and_with_no_end(cell: str, expected: str) -> None:
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


@pytest.mark.parametrize("word", ["today", "now", "heute", "present"])
def test_what_is_another_day_at_every_reading_is_no_date(word: str) -> None:
    assert told(f"date,headline,url\n{word},A,{U}\n") == [f"“{word}” is another day at every reading"]


@pytest.mark.parametrize(("time", "read_as"), [("1930", "T19:30"), ("midnight", "T00:00"), ("2460", ""), ("730", "")])
def test_times_without_a_mark_and_in_words(time: str, read_as: str) -> None:
    assert told(f"Year,Month,Day,Time,Headline,URL\n2018,5,3,{time},A,{U}\n") == [f"2018-05-03{read_as}  A"]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("<!-- from the old site -->Dam", "Dam"),
        ("Dam</br>opens", "Dam opens"),
        ("<center><time datetime=2018>Dam</time></center>", "Dam"),
        ("<iframe src=x></iframe>Dam", "Dam"),
        ("D\0am\x07", "Dam"),
        ("<Velm> opens <!", "<Velm> opens <!"),
    ],
)
def test_of_a_headline_only_what_readers_saw_is_kept(cell: str, expected: str) -> None:
    assert told(f"date,headline,url\n2018,{cell},{U}\n") == [f"2018  {expected}"]


@pytest.mark.parametrize(("kind", "doubts"), [("Explosion", 1), ("event", 0), ("", 0)])
def test_a_type_that_a_timeline_has_no_place_for_is_told(kind: str, doubts: int) -> None:
    (row,) = rows(f"date,headline,url,type\n2018,A,{U},{kind}\n", read)
    assert isinstance(row, SheetRow)
    assert len(row.doubts) == doubts
