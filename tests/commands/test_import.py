"""`dateline import`: what editors already have becomes edits, with their sources, once."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.model import edtf
from generator.model.edit import Edit
from tests.commands.edits_written import imported
from tests.conftest import Said
from tests.workbooks import workbook

TABLE = """\
Date,Headline,URL,Text,Tags,Status
2021-12-08,"A vote, at last",https://example.org/vote,"Said **so**.","council; trees",
late March 2022,Trees arrive,"https://example.org/a and https://example.org/b",,,happened
1 May 2022,Nobody says so,,,,
soon,No date,https://example.org/c,,,
2022-06,,https://example.org/d,,,
2022-07-01,Odd,https://example.org/e,,,perhaps
"""
SHEET = (
    "Year,Month,Day,Time,End Year,End Month,End Day,End Time,Display Date,Headline,Text,"
    "Media,Media Credit,Media Caption,Media Thumbnail,Type,Group,Background"
    """
,,,,,,,,,The quarry,A history,,,,,title,,
2019,5,3,14:05,2019,5,6,,,Digging ends,"<p>As <a href=""https://example.org/end"">told</a>.</p>",https://example.org/p.jpg,,,,,Quarry,#ccc
-43,3,15,,,,,,,Long ago,,https://example.org/ides,,,,,,
2020,13,1,,,,,,,No such month,,https://example.org/x,,,,,,
,,,,2020,,,,,An era,,,,,,era,,
"""
)


def test_a_table_becomes_edits_with_their_sources(project: Path, dateline: Callable[..., Said], tmp_path: Path) -> None:
    (tmp_path / "table.csv").write_text(TABLE, encoding="utf-8-sig")
    said = dateline("import", tmp_path / "table.csv", "--project", project, "--by", "R.K.")
    assert said.code == 1
    assert said.out == "2 events imported, 4 rows left out\n"
    for line, reason in (
        (4, "no source for “Nobody says so”"),
        (5, "“soon” is no date"),
        (6, "no headline"),
        (7, "“perhaps” is no status"),
    ):
        assert re.search(rf"table\.csv:{line}(:\d+)?: warning\[D310\]", said.err)
        assert reason in said.err
    vote, trees = imported(project)
    assert (str(vote.set.date), vote.set.headline, vote.set.tags, vote.note) == (
        "2021-12-08",
        "A vote, at last",
        ("council", "trees"),
        "Said **so**.",
    )
    assert vote.by == "R.K."
    assert [target.url for target in trees.targets] == ["https://example.org/a", "https://example.org/b"]
    assert trees.set.date == edtf.parse("late 2022-03")


def test_a_second_import_adds_nothing(project: Path, dateline: Callable[..., Said], tmp_path: Path) -> None:
    (tmp_path / "table.csv").write_text(TABLE)
    dateline("import", tmp_path / "table.csv", "--project", project)
    before = {path.name: path.read_bytes() for path in (project / "edits").iterdir()}
    said = dateline("import", tmp_path / "table.csv", "--project", project)
    assert said.out == "0 events imported, 2 known already, 4 rows left out\n"
    assert {path.name: path.read_bytes() for path in (project / "edits").iterdir()} == before


def test_a_row_that_has_changed_since_is_told_and_makes_no_second_event(
    project: Path, dateline: Callable[..., Said], tmp_path: Path
) -> None:
    def rows(*lines: str) -> Said:
        (tmp_path / "t.csv").write_text("\n".join(["date,headline,url", *lines]) + "\n")
        return dateline("import", tmp_path / "t.csv", project)

    same = ["2018-05-04,Strike,https://example.org/s", "2018-05-11,Strike,https://example.org/s"]
    assert rows("2018-05-03,Dam opens,https://example.org/dam", *same).out == "3 events imported\n"
    said = rows("2018-05-02,Dam opens,https://example.org/dam", *same)
    assert (said.code, said.out) == (1, "0 events imported, 2 known already, 1 row left out\n")
    assert "warning[D314]" in said.err
    assert "“Dam opens” is left out: edits/import-" in said.err
    assert "dam-opens.md, made by an earlier import, has its source, and its headline or its date" in said.err
    said = rows("2018-05-03,The dam opens,https://example.org/dam", *same, "2018-05-18,Strike,https://example.org/s")
    assert said.out == "1 event imported, 2 known already, 1 row left out\n"  # the third strike is new: the others are still in the sheet
    assert len(imported(project)) == 4


def test_a_dry_run_writes_nothing_and_own_reporting_takes_rows_without_a_source(
    project: Path, dateline: Callable[..., Said], tmp_path: Path
) -> None:
    (tmp_path / "table.csv").write_text(TABLE)
    said = dateline("import", tmp_path / "table.csv", "--project", project, "--dry-run", "--own-reporting")
    assert "2022-05-01  Nobody says so" in said.out
    assert "3 events would be imported" in said.out
    assert not (project / "edits").exists()
    dateline("import", tmp_path / "table.csv", "--project", project, "--own-reporting")
    assert [act.own_reporting for act in imported(project)].count(True) == 1


def test_what_was_imported_is_on_the_timeline(project: Path, dateline: Callable[..., Said], tmp_path: Path) -> None:
    (tmp_path / "sheet.csv").write_text(SHEET)
    dateline("import", tmp_path / "sheet.csv", "--project", project)
    assert dateline("build", project).code == 0
    events = json.loads((project / "site" / "timeline.json").read_bytes())["events"]
    told = {event["headline"]: event for event in events}
    assert told["Digging ends"]["date"] == "2019-05-03T14:05/2019-05-06"
    assert told["Long ago"]["date"] == "-0042-03-15"


def test_rows_of_one_day_and_one_address_stay_apart_and_in_the_order_of_the_sheet(
    project: Path, dateline: Callable[..., Said], tmp_path: Path
) -> None:
    heads = ["Zinc", "Anvil", "Moss", "Bell", "Yoke", "Crow"]
    (tmp_path / "t.csv").write_text("date,headline,url\n" + "".join(f"1990-05-03,{head},https://example.org/one\n" for head in heads))
    dateline("import", tmp_path / "t.csv", "--project", project)
    assert dateline("build", project).code == 0
    events = json.loads((project / "site" / "timeline.json").read_bytes())["events"]
    assert [event["headline"] for event in events if event["headline"] in heads] == heads


def test_annotations_become_notes_on_the_words_they_are_about(project: Path, dateline: Callable[..., Said], tmp_path: Path) -> None:
    (project / "articles" / "vote.toml").write_text('published = 2022-11-09\nurl = "https://marle.example/vote/"\n')
    quote = "The council of Marle voted on Tuesday to plant the old quarry with trees."
    marks = [
        {"uri": uri, "text": "Which quarry?", "tags": ["trees"], "target": [{"selector": [{"type": "TextQuoteSelector", "exact": quote}]}]}
        for uri in ("http://marle.example/vote#x", "https://elsewhere.example/")
    ]
    (tmp_path / "marks.json").write_text(json.dumps({"rows": marks}))
    said = dateline("import", tmp_path / "marks.json", project, "--by", "A. N.")
    assert said.out == "1 note imported, 1 row left out\n"
    assert "annotation 2: no article of the project has the address https://elsewhere.example/" in said.err
    assert (
        dateline("import", tmp_path / "marks.json", project, "--by", "A. N.").out == "0 notes imported, 1 known already, 1 row left out\n"
    )
    assert "D30" not in dateline("build", project).err
    events = json.loads((project / "site" / "timeline.json").read_bytes())["events"]
    assert [note["text"] for event in events for note in event["notes"]] == ["Which quarry?\n\n#trees"]


def test_a_workbook_is_imported_like_a_table(project: Path, dateline: Callable[..., Said], tmp_path: Path) -> None:
    (tmp_path / "t.xlsx").write_bytes(workbook())
    said = dateline("import", tmp_path / "t.xlsx", "--project", project, "--own-reporting", "--dry-run")
    assert "2018-05-03  Dam opens" in said.out
    assert "the sheets behind the first: Notes" in said.err
    assert "a column without a name: “7”" in said.err


def test_dates_of_a_sheet_in_another_language_are_read_and_days_that_do_not_exist_are_still_refused(
    project: Path, dateline: Callable[..., Said], tmp_path: Path
) -> None:
    rows = ("3. Mai 2018", "3 mai 2018", "3 de mayo de 2018", "Anfang März 2018", "31. Juni 2018", "31 June 2018", "dritter Mai")
    lines = [f"{date},E{number},https://example.org/{number}" for number, date in enumerate(rows)]
    (tmp_path / "t.csv").write_text("\n".join(["Datum,Titel,Quelle", *lines]) + "\n")
    said = dateline("import", tmp_path / "t.csv", "--project", project, "--dry-run")
    assert [line for line in said.out.splitlines() if "  " in line] == [
        "2018-05-03  E0",
        "2018-05-03  E1",
        "2018-05-03  E2",
        "2018-03~  E3",
    ]
    assert said.err.count("D310") == 3
    assert "June 2018 has 30 days" in said.err


def test_what_is_no_file_is_wrong_usage(project: Path, dateline: Callable[..., Said]) -> None:
    assert dateline("import", "nowhere.csv", "--project", project).code == 2


def test_a_title_slide_is_told_and_is_no_problem(project: Path, dateline: Callable[..., Said], tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("Year,Headline,Text,Type\n,The dam,Intro,title\n2018,Dam opens,https://example.org/dam,\n")
    said = dateline("import", tmp_path / "t.csv", "--project", project)
    assert (said.code, said.out) == (0, "1 event imported\n")
    assert "note[D311] not imported: the title slide" in said.err


DATES = ("-0499", "-0043-03-15", "0000", "0520~", "1968%", "18XX", "193X", "2018-21", "[2018-05-03..2018-05-05]", "[2017..2018]", "2018/..")
TIMES = ("2018-05-03T22:00", "2018-12-31T23:59:59", "2018-05-03T22:00+02:00", "2018-05-03T10:00/2018-05-03T12:00")
WORDS = (
    "early 2018",
    "since late 2018",
    "by 2018-05-03",
    "not a day later than 2019",
    "Q1 2018",
    "late last week",
    "44 BCE",
    "5 Aug–16 Sep 2024",
)


@pytest.mark.parametrize("export", ["timeline.csv", "timelinejs.json", "timeline.json"])
def test_what_went_out_comes_in_again_as_it_was(export: str, project: Path, dateline: Callable[..., Said], tmp_path: Path) -> None:
    lines = [
        "date,headline,url,text,tags,background event,status,display date",
        'early 2018,=1+1,https://example.org/old,"- A note, with *stress*.\n- And 3 < 4 & \\ <Velm>",stone; iron,yes,planned,',
        "May 2018,-A,https://example.org/a https://example.org/b,,C++; C#,,ongoing,in the month of May",
        *(f"{date},E{number},https://example.org/{number},,,,," for number, date in enumerate((*DATES, *TIMES, *WORDS))),
    ]
    (tmp_path / "t.csv").write_text("\n".join(lines) + "\n")
    dateline("import", tmp_path / "t.csv", "--project", project)
    dateline("build", project)
    before = [_facts(act) for act in imported(project)]
    assert len(before) > len(DATES) + len(TIMES)
    other = tmp_path / "other"
    (other / "articles").mkdir(parents=True)
    (other / "timeline.toml").write_text('title = "Other"\n')
    dateline("import", project / "site" / export, "--project", other)
    after = [_facts(act) for act in imported(other)]
    assert [each for each in after if each in before] == sorted(before, key=after.index)
    assert {"planned", "ongoing"} <= {str(act.set.status) for act in imported(other)}


@pytest.mark.parametrize("export", ["timeline.csv", "timelinejs.json", "timeline.json"])
def test_what_an_event_follows_is_kept_where_ids_are_new(export: str, project: Path, dateline: Callable[..., Said], tmp_path: Path) -> None:
    rows = [
        "ID,date,headline,url,follows,answers",
        "one,2018-05-03,Lock shut,https://example.org/1,,",
        "two,2018-05-04,Lock opened,https://example.org/2,one,",
        "three,2018-05-05,Owner replies,https://example.org/3,two; nine,one",
    ]
    (tmp_path / "t.csv").write_text("\n".join(rows[:3]) + "\n")
    assert dateline("import", tmp_path / "t.csv", project).out == "2 events imported\n"
    (tmp_path / "t.csv").write_text("\n".join(rows) + "\n")
    said = dateline("import", tmp_path / "t.csv", project)
    assert said.out == "1 event imported, 2 known already\n"
    assert "t.csv:4: warning[D312]" in said.err
    assert "“nine” is the id of no row that is imported" in said.err

    dateline("build", project)
    first = _related(project)
    assert {
        ("Lock opened", "follows", "Lock shut"),
        ("Owner replies", "follows", "Lock opened"),
        ("Owner replies", "answers", "Lock shut"),
    } == first
    other = tmp_path / "other"
    (other / "articles").mkdir(parents=True)
    (other / "timeline.toml").write_text('title = "Other"\n')
    assert "left away" not in dateline("import", project / "site" / export, other).err
    dateline("build", other)
    assert _related(other) == first


def _related(project: Path) -> set[tuple[str, str, str]]:
    events = json.loads((project / "site/timeline.json").read_text())["events"]
    names = {each["id"]: each["headline"] for each in events}
    return {(each["headline"], key, names[name]) for each in events for key in ("follows", "answers") for name in each.get(key, ())}


def _facts(act: Edit) -> tuple[object, ...]:
    urls = [(each.url, each.said) for each in act.targets]
    return (act.set.date, act.set.headline, act.note, act.set.tags, act.set.background or False, urls)


def test_a_row_that_stands_twice_is_one_event_and_told(project: Path, dateline: Callable[..., Said], tmp_path: Path) -> None:
    row = "2018-05-03,A,https://example.org/a\n"
    (tmp_path / "t.csv").write_text(f"date,headline,url\n{row}{row}")
    said = dateline("import", tmp_path / "t.csv", "--project", project)
    assert said.out == "1 event imported\n"
    assert "t.csv:3: note[D311] not imported: it says what line 2 says" in said.err


def test_annotations_are_w3c_json_with_the_quotes(project: Path, dateline: Callable[..., Said]) -> None:
    said = dateline("export", "annotations", "--project", project, "-o", project / "a.json")
    assert said.code == 0
    collection = json.loads((project / "a.json").read_bytes())
    assert collection["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert collection["total"] == len(collection["first"]["items"]) > 0
    text = (project / "articles" / "vote.txt").read_text()
    for item in collection["first"]["items"]:
        quote, position = item["target"]["selector"]
        assert text[position["start"] : position["end"]] == quote["exact"]
        assert item["type"] == "Annotation"
        assert item["body"][0]["purpose"] == "describing"


def test_two_imports_at_once_write_every_row_once(project: Path, tmp_path: Path) -> None:
    import subprocess
    import sys

    sheet = tmp_path / "sheet.csv"
    sheet.write_text("date,headline,url\n" + "".join(f"2022-11-{day:02},Event {day},https://example.org/{day}\n" for day in range(1, 29)))
    command = [sys.executable, "-m", "generator", "import", str(sheet), "--project", str(project)]
    running = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(4)]
    assert [each.wait(120) for each in running] == [0] * 4
    for each in running:
        each.communicate()
    assert len(list((project / "edits").glob("*.md"))) == 28
