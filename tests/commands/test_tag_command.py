"""`dateline tag`: text, lines of JSON and TimeML out; bad lines told of and left out."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Dateline = Callable[..., Any]


@pytest.fixture
def note(tmp_path: Path) -> Path:
    path = tmp_path / "note.txt"
    path.write_bytes("\ufeffThey will meet\r\nby Friday.\r\n".encode())
    return path


def test_text_says_where_and_what(dateline: Dateline, note: Path) -> None:
    said = dateline("tag", "--published", "2021-12-08", note)
    assert (said.code, said.out) == (0, f"{note}:2:4\tby Friday\tDATE\t2021-12-10\t[2021-12-08..2021-12-10]\n")


def test_lines_of_json_count_code_points(dateline: Dateline, note: Path) -> None:
    said = dateline("tag", "--published", "2021-12-08", "--format", "jsonl", note)
    row = json.loads(said.out)
    assert row == {"doc": "note", "start": 18, "end": 24, "type": "DATE", "value": "2021-12-10", "mod": "", "text": "Friday"}


def test_timeml_holds_the_text(dateline: Dateline, note: Path) -> None:
    said = dateline("tag", "--published", "2021-12-08", "--format", "timeml", note)
    assert '<TEXT>They will meet\nby <TIMEX3 tid="t1" type="DATE" value="2021-12-10">Friday</TIMEX3>.\n</TEXT>' in said.out


def test_without_a_date_it_says_how_to_give_one(dateline: Dateline, note: Path) -> None:
    said = dateline("tag", note)
    assert said.code == 0
    assert "D201" in said.err
    assert "--published 2021-12-08" in said.err
    assert "XXXX-WXX-5" in said.out


def test_a_stream_of_records_is_tagged_and_bad_lines_are_told_of(dateline: Dateline, tmp_path: Path) -> None:
    stream = tmp_path / "in.jsonl"
    good = {"id": 'a"b', "published": "2021-12-08", "text": "Am Dienstag 😀 they met on Tuesday."}
    lines = [json.dumps(good), "{bad", "[1]", '{"id": 1}', '{"text": "x", "published": "8.12.2021"}', "", '{"text": "in 1998"}']
    stream.write_text("\n".join(lines), encoding="utf-8")
    said = dateline("tag", "--jsonl", stream)
    rows = [json.loads(line) for line in said.out.splitlines()]
    assert [(row["doc"], row["text"], row["value"]) for row in rows] == [('a"b', "Tuesday", "2021-12-07"), ("7", "1998", "1998")]
    assert good["text"][rows[0]["start"] : rows[0]["end"]] == "Tuesday"
    assert said.code == 1
    assert [line.split(": ")[0].rsplit(":", 2)[1] for line in said.err.splitlines() if "D601" in line] == ["2", "3", "4", "5"]


def test_a_day_of_publication_that_is_null_is_unknown_and_no_error(dateline: Dateline, tmp_path: Path) -> None:
    stream = tmp_path / "in.jsonl"
    stream.write_text('{"id": "a", "published": null, "text": "on Tuesday"}\n{"id": "b", "text": "on Tuesday"}\n', encoding="utf-8")
    said = dateline("tag", "--published", "2021-12-08", "--jsonl", stream)
    assert said.code == 0
    assert [json.loads(line)["value"] for line in said.out.splitlines()] == ["XXXX-WXX-2", "2021-12-07"]


@pytest.mark.parametrize(
    "arguments", [("tag",), ("tag", "--published", "soon", "x"), ("tag", "--language", "xx", "x"), ("tag", "--jsonl", "a", "b")]
)
def test_wrong_use_is_told(dateline: Dateline, arguments: tuple[str, ...]) -> None:
    assert dateline(*arguments).code == 2


def test_a_file_that_cannot_be_read_is_told_of(dateline: Dateline, tmp_path: Path) -> None:
    latin = tmp_path / "latin.txt"
    latin.write_bytes(b"caf\xe9")
    said = dateline("tag", latin, tmp_path / "none.txt")
    assert said.code == 1
    assert "D202" in said.err
    assert "D602" in said.err
