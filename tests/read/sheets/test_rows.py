"""Sheets as people have them: every event in, nothing of the rest left out without a word."""

from __future__ import annotations

import json

import pytest

from generator.extract.typed import typed_date
from generator.language import load
from generator.model import edtf
from generator.model.additions import Detail, Medium, Place
from generator.model.typed import TypedDate
from generator.read.sheets.row import Passed, SheetRow, Unfit
from generator.read.sheets.rows import rows

ENGLISH = load("en")
SHEET = (
    "Year,Month,Day,Time,End Year,End Month,End Day,End Time,Display Date,Headline,Text,"
    "Media,Media Credit,Media Caption,Media Thumbnail,Type,Group,Background"
    """
,,,,,,,,,The quarry,A history,,,,,title,,
2019,5,3,14:05,2019,5,6,,,Digging ends,"As <a href=""https://example.org/end"">told</a>.",https://example.org/p.jpg,A. N.,Pit,,,Quarry,#c
-43,3,15,,,,,,,Long ago,,https://example.org/ides,,,,,,
2020,13,1,,,,,,,No such month,,https://example.org/x,,,,,,
,,,,2020,,,,,An era,,,,,,era,,
"""
)
TIMELINE = {
    "title": {"text": {"headline": "The quarry"}},
    "events": [
        {
            "start_date": {"year": "2019", "month": "5", "day": "3", "hour": 14, "minute": 5},
            "end_date": {"year": 2019, "month": 5, "day": 6},
            "text": {"headline": "Digging <i>ends</i>", "text": "See https://example.org/end."},
            "group": "Quarry",
        },
        {"start_date": {"year": 2020}, "text": {"headline": "A year", "text": ""}, "media": {"url": "https://example.org/film"}},
        ["no event"],
        {"start_date": {"year": "twenty"}, "text": {"headline": "x"}},
    ],
}


def read(text: str, day_first: bool | None) -> TypedDate:
    assert ENGLISH
    return typed_date(text, None, ENGLISH, day_first=bool(day_first))


def told(text: str) -> list[str]:
    """Return every row as a line: its date and headline, or why it is none."""
    return [f"{each.date}  {each.headline}" if isinstance(each, SheetRow) else f"{each.line}: {each.reason}" for each in rows(text, read)]


def one(text: str) -> SheetRow:
    (found,) = (each for each in rows(text, read) if isinstance(each, SheetRow))
    return found


def table(*lines: str, header: str = "date,headline,url") -> str:
    return "\n".join([header, *lines]) + "\n"


@pytest.mark.parametrize(
    ("header", "row"),
    [
        ('"Year\n",Month,Day,Headline,Text', "2018,5,3,Dam opens,https://velm.example/dam"),
        ('"Year\n";Month;Day;Headline;Text', "2018;5;3;Dam opens;https://velm.example/dam"),
        ("Year\u200b,Month,Day,Headline,Text", "2018,5,3,Dam opens,https://velm.example/dam"),
        ("Event Date,Event Title,Link to source", "2018-05-03,Dam opens,https://velm.example/dam"),
        ("Datum|Überschrift|Quelle", "2018-05-03|Dam opens|https://velm.example/dam"),
        ("Our dams,,\n,,\nDate,What,Where from", "2018-05-03,Dam opens,https://velm.example/dam"),
        ("Year (required),Month [1-12],Day,Headline*,Text", "2018,5,3,Dam opens,https://velm.example/dam"),
        ("Data,Titolo,Fonte", "2018-05-03,Dam opens,https://velm.example/dam"),
        ("Datum,Gebeurtenis,Bron", "2018-05-03,Dam opens,https://velm.example/dam"),
        ("DATE\tHEADLINE\tSOURCE_URL", "3 May 2018\tDam opens\thttps://velm.example/dam"),
    ],
)
def test_a_header_is_found_and_its_columns_are_known(header: str, row: str) -> None:
    assert "2018-05-03  Dam opens" in told(f"{header}\n{row}\n")


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["25-Dec-2014,A,u"], ["2014-12-25  A"]),
        (["1930's,A,u"], ["193X  A"]),
        (["١٩٩٤,A,u"], ["1994  A"]),
        (["about 520,A,u"], ["0520~  A"]),
        (["1968?,A,u"], ["1968?  A"]),
        (["after 1914,A,u"], ["1914/..  A"]),
        (["3/4/2018,A,u", "25/4/2018,B,u"], ["2018-04-03  A", "2018-04-25  B"]),
        (["3/4/2018,A,u", "4/25/2018,B,u"], ["2018-03-04  A", "2018-04-25  B"]),
        (["1994-00-00,A,u"], ["2: “1994-00-00” is no date: leave away what is not known"]),
        (["1190/85 BC,A,u"], ["2: “1190/85 BC” is no date"]),
        (["31 June 2024,A,u"], ["2: “31 June 2024” is no date: June 2024 has 30 days"]),
        (["3 May 2018 or so,A,u"], ["2: “3 May 2018 or so” is no date: “or so” is left over"]),
        (["12-Mar-98,A,u"], ["2: “12-Mar-98” is no date: it does not say the century"]),
        ([",A,u"], ["2: no date"]),
        (["approx. 2018,A,u"], ["2018~  A"]),
        (["2018–present,A,u", "3 May 2018 to today,B,u", "2018 –,C,u"], ["2018/..  A", "2018-05-03/..  B", "2018/..  C"]),
        (["soon–present,A,u"], ["2: “soon” is no date"]),
    ],
)
def test_a_cell_is_a_date_as_a_whole_or_it_is_refused(lines: list[str], expected: list[str]) -> None:
    assert told(table(*lines)) == expected


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("2018,5,6,7pm", ["2018-05-06T19:00  A"]),
        ("2018,5,6,12:30 AM", ["2018-05-06T00:30  A"]),
        ("2018,May,6,", ["2018-05-06  A"]),
        ("2018.0,5.0,,", ["2018-05  A"]),
        ("2018,,3,", ["2: “2018 3” is no date: a day without a month"]),
        ("2023,2,29,", ["2: “2023 2 29” is no date: that month has 28 days"]),
        ("-44,3,15,", ["-0043-03-15  A"]),
        ("0,,,", ["2: “0” is no date: there was no year 0 (1 BCE is -1 here)"]),
        ("–44,march,15,", ["-0043-03-15  A"]),
        ("-20000,,,", ["2: “-20000” is no date: a year has four digits at most"]),
        ("c. 520,,,", ["0520~  A"]),
        ("500 BC,May,3rd,19:00 GMT", ["-0499-05-03T19:00Z  A"]),
        ("1930s,,,", ["193X  A"]),
        ("2018,Spring,,", ["2018-21  A"]),
        ("2018,Q2,,", ["[2018-04..2018-06]  A"]),
        ("2018,Brumaire,3,", ["2: “2018 Brumaire 3” is no date: there is no month Brumaire"]),
        ("2018,5,3-5,", ["2: “2018 5 3-5” is no date: “3-5” is no day"]),
        ("2018-05-03,,,", ["2018-05-03  A"]),
        ("2018-05-03,5,,", ["2: “2018-05-03 5” is no date: the year's cell holds a whole date"]),
    ],
)
def test_parts_of_a_date_are_put_together(row: str, expected: list[str]) -> None:
    assert told(f"Year,Month,Day,Time,Headline\n{row},A\n") == expected


def test_a_time_that_is_none_is_told_and_the_day_is_kept() -> None:
    found = one("Year,Month,Day,Time,Headline\n2018,5,6,after lunch,A\n")
    assert (str(found.date), found.doubts) == ("2018-05-06", ("the time “after lunch” is left away: it is none",))


def test_a_year_of_two_digits_stays_what_it_is_with_a_word() -> None:
    found = one("Year,Headline\n98,A\n")
    assert (str(found.date), len(found.doubts)) == ("0098", 1)
    assert one("Year,Headline\n0098,A\n").doubts == ()


def test_hours_of_one_day_run_forward() -> None:
    header = "Year,Month,Day,Time,End Year,End Month,End Day,End Time,Headline\n"
    assert told(f"{header}2018,5,3,10:00,2018,5,3,12:00,A\n2018,5,3,12:00,2018,5,3,10:00,B\n") == [
        "2018-05-03T10:00/2018-05-03T12:00  A",
        "3: it ends before it begins: 2018-05-03T12:00, 2018-05-03T10:00",
    ]


def test_what_several_columns_say_adds_up_or_is_told() -> None:
    found = one('date,start,headline,text,notes,tags,category\n2018,2019,A,One,Two,"x, y",z\n')
    assert (found.note, found.tags) == ("One\n\nTwo", ("x", "y", "z"))
    assert found.doubts == ("“2019”, which another of its columns says, is left away",)


@pytest.mark.parametrize(
    ("cell", "urls", "note"),
    [
        ("HTTPS://velm.example/A", ("https://velm.example/A",), ""),
        ("www.velm.example/a", ("https://www.velm.example/a",), ""),
        ("velm.example/a", ("https://velm.example/a",), ""),
        ("The Velm Post (see https://velm.example/a)", ("https://velm.example/a",), "The Velm Post see"),
        ("Post (print), 3 May", (), "Post (print), 3 May"),
    ],
)
def test_an_address_is_known_however_it_is_written(cell: str, urls: tuple[str, ...], note: str) -> None:
    found = one(table(f'2018,A,"{cell}"'))
    assert (found.urls, found.note) == (urls, note)


def test_pictures_of_a_text_are_linked_and_no_evidence_and_lists_stay_lists() -> None:
    found = one('date,headline,text\n2018,A,"<ul><li>x</li><li>y</li></ul><img src=""https://velm.example/p.png"" alt=""z"">"\n')
    assert (found.urls, found.note) == ((), "- x\n\n- y\n\n[p.png](https://velm.example/p.png)")


def test_films_and_posts_are_shown_as_what_they_are_and_other_media_are_evidence() -> None:
    header = "Year,Headline,Media,Media Caption,Media Credit\n"
    film = one(f"{header}2018,A,https://www.youtube.com/watch?v=1,The dam,A. N.\n")
    assert ([each.medium for each in film.exhibits], film.note, film.urls) == (
        [Medium(caption="The dam", credit="A. N.", link="https://www.youtube.com/watch?v=1")],
        "",
        ("https://www.youtube.com/watch?v=1",),
    )
    page = one(f"{header}2018,A,https://velm.example/dam,The dam,\n")
    assert (page.exhibits, page.note) == ((), "[The dam](https://velm.example/dam)")


def test_places_and_a_projects_own_fields_are_read() -> None:
    text = "date,headline,place,lat,lon,Dead and hurt\n2018,A,Velm,51.5,-0.12,about 30\n2019,B,Velm; Moss,51.5,-0.12,\n2020,C,Velm,95,0,\n"
    found = [each for each in rows(text, read, ("dead_and_hurt",)) if isinstance(each, SheetRow)]
    assert [each.places for each in found] == [(Place("Velm", 51.5, -0.12),), (Place("Velm"), Place("Moss")), (Place("Velm"),)]
    assert [each.details for each in found] == [(Detail("dead_and_hurt", "about 30"),), (), ()]
    assert [len(each.doubts) for each in found] == [0, 1, 1]


def test_a_cell_loses_the_apostrophe_that_kept_it_from_being_a_formula() -> None:
    assert told(table("2018,'=1+1,u", "2018,''-A,u", "2018,'tis,u")) == ["2018  =1+1", "2018  '-A", "2018  'tis"]


def test_cells_may_begin_with_a_space_before_their_quotation_mark() -> None:
    assert told(table('2018, "A, B", u')) == ["2018  A, B"]


def test_a_weekday_that_does_not_fit_is_told() -> None:
    assert one(table("Friday 3 May 2018,A,u")).doubts == ("Friday 3 May 2018: that day was a Thursday",)


def test_a_stray_quotation_mark_costs_one_row() -> None:
    said = told(table('2018-05-03,"Dam" opens,u', "2018-05-04,Dam shut,u", '2018-05-05,"Dam lit",u'))
    assert said[0].startswith("2: a quotation mark ends before its cell does")
    assert said[1:] == ["2018-05-04  Dam shut", "2018-05-05  Dam lit"]


def test_a_quotation_mark_that_is_never_closed_is_told_where_it_opens() -> None:
    said = told(table("2018-05-02,Ok first,u", '2018-05-03,"Dam opens,u', "2018-05-04,Dam shut,u"))
    assert said == ["2018-05-02  Ok first", "3: a quotation mark is opened here and never closed, and so is the line behind it"]


def test_a_row_with_more_cells_than_columns_is_refused() -> None:
    assert "4 cells for 3 columns" in told(table("2018-05-03,Dam opens, at last,u"))[0]


def test_lines_of_any_system_and_cells_of_several_lines_are_read() -> None:
    text = 'date,headline,url\r\n2018-05-03,A,u\r\n\r\n2018-05-04,"B\r\nb",u\r\n'
    assert told(text) == ["2018-05-03  A", "2018-05-04  B b"]
    assert told(text.replace("\r\n", "\r")) == ["2018-05-03  A", "2018-05-04  B b"]
    assert [each.line for each in rows(text, read)] == [2, 4]


def test_text_is_kept_whatever_html_it_holds_or_only_seems_to() -> None:
    assert told(table("2018,AT&amp;T <b>&eacute;tude</b>,u", "2018,5 < 6 and 7 > 3 hold,u")) == [
        "2018  AT&T étude",
        "2018  5 < 6 and 7 > 3 hold",
    ]


def test_a_sheet_of_timelinejs_is_read_with_its_own_columns() -> None:
    found = list(rows(SHEET, read))
    assert [each.headline if isinstance(each, SheetRow) else each.reason for each in found] == [
        "the title slide: a timeline's title stands in timeline.toml",
        "Digging ends",
        "Long ago",
        "“2020 13 1” is no date: there is no month 13",
        "the era “An era”: a timeline has no bands behind its events",
        "colours and pictures behind events (column “Background”)",
    ]
    digging = found[1]
    assert isinstance(digging, SheetRow)
    assert (str(digging.date), digging.tags) == ("2019-05-03T14:05/2019-05-06", ("Quarry",))
    assert digging.urls == ("https://example.org/end",)
    assert digging.note == "As [told](https://example.org/end)."
    assert [each.medium for each in digging.exhibits] == [Medium(caption="Pit", credit="A. N.", link="https://example.org/p.jpg")]


def test_a_timeline_of_timelinejs_is_read_event_by_event() -> None:
    found = [each for each in rows(json.dumps(TIMELINE), read) if not isinstance(each, Passed)]
    assert found[0] == SheetRow(
        1,
        edtf.parse("2019-05-03T14:05/2019-05-06") or edtf.Date(1),
        "Digging ends",
        ("https://example.org/end",),
        "See https://example.org/end.",
        ("Quarry",),
    )
    assert isinstance(found[1], SheetRow)
    assert found[1].urls == ("https://example.org/film",)
    assert [each.line for each in found if isinstance(each, Unfit)] == [3, 4]


@pytest.mark.parametrize(
    ("shown", "date", "said"),
    [
        ("about 520", "0520~", "about 520"),
        ("Spring 520", "0520-21", "Spring 520"),
        ("in the old days", "0520", "in the old days"),
        ("1994", "0520", ""),
        ("", "0520", ""),
    ],
)
def test_the_date_as_displayed_tells_how_much_is_known(shown: str, date: str, said: str) -> None:
    event = {"start_date": {"year": "520"}, "display_date": shown, "text": {"headline": "A"}}
    found = one(json.dumps({"events": [event]}))
    assert (str(found.date), found.said, bool(found.doubts)) == (date, said, shown == "1994")


FORERUNNER = {"timeline": {"headline": "T", "date": [{"startDate": "2011,12,10", "endDate": "2011,12,11", "headline": "A", "tag": "x"}]}}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (json.dumps(FORERUNNER), "2011-12-10/2011-12-11  A"),
        (f"storyjs_jsonp_data = {json.dumps(FORERUNNER)};", "2011-12-10/2011-12-11  A"),
        (f"show({json.dumps({'events': TIMELINE['events']})});", "2020  A year"),
        (json.dumps(TIMELINE["events"]), "2020  A year"),
        ('[{"Date": "3 May 2018", "What": "A", "tags": ["x", "y"], "extra": null}]', "2018-05-03  A"),
    ],
)
def test_json_is_read_in_the_forms_that_people_have(text: str, expected: str) -> None:
    assert expected in told(text)


def test_what_a_timeline_holds_beside_its_events_is_told() -> None:
    event = {"start_date": {"year": 2018}, "text": {"headline": "A"}, "background": {"color": "#fff"}, "media": {"thumbnail": "t.jpg"}}
    assert told(json.dumps({"events": [event]}))[-1] == "1: what an event has no place for: “background” (1)"
    (row,) = (each for each in rows(json.dumps({"events": [event]}), read) if isinstance(each, SheetRow))
    assert row.doubts == ("the still “t.jpg” is left away: there is no film or picture that it stands for",)


def test_the_end_as_displayed_tells_how_much_of_it_is_known() -> None:
    event = {"start_date": {"year": 2018}, "end_date": {"year": 2019, "display_date": "about 2019"}, "text": {"headline": "A"}}
    assert told(json.dumps({"events": [event]})) == ["2018/2019~  A"]


def test_what_a_table_lacks_is_told_once() -> None:
    assert told(",Month,Day,Headline\n2018,5,3,A\n2018,5,4,B\n") == [
        "1: the table's header has no column of dates (date, or year, month and day)"
    ]
    assert told("date,mood\n2018,good\n") == ["1: the table's header has no column of headlines (headline, title or event)"]


@pytest.mark.parametrize("text", ["", "{", "[1]", '{"events": 3}', "\x00", '"open', "a,b\n1,2\n", "{" * 100_000, "date;headline\n;;;\n"])
def test_what_is_no_sheet_makes_no_event_and_no_error(text: str) -> None:
    assert not [each for each in rows(text, read) if isinstance(each, SheetRow)]


def test_many_rows_take_no_more_time_each() -> None:
    lines = [f'2018-05-03,"Dam {number}",u' for number in range(3000)]
    assert len([each for each in rows(table(*lines), read) if isinstance(each, SheetRow)]) == 3000


def test_a_record_of_more_cells_than_a_sheet_has_is_told() -> None:
    wide = ",".join(f"c{number}" for number in range(2000))
    assert told(table("2018-05-03,Dam opens,u", wide)) == ["2018-05-03  Dam opens", "3: 2,000 cells, at most 1,000"]
