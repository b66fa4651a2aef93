"""Sheets as files: text in several encodings, workbooks of two formats, addresses."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.edge import sheet_file as module
from generator.edge.fetch import Fetched
from generator.edge.sheet_file import SheetFile, sheet_file
from generator.model.diagnostic import Checked
from tests.workbooks import open_document, workbook


def read(path: Path) -> SheetFile:
    done = sheet_file(str(path))
    assert done.value, done.diagnostics
    return done.value


def test_the_cells_of_a_workbook_are_text_as_a_table_would_have_it(tmp_path: Path) -> None:
    (tmp_path / "t.xlsx").write_bytes(workbook())
    found = read(tmp_path / "t.xlsx")
    assert found.cells == (("date", "headline", ""), ("", "", ""), ("2018-05-03", "Dam opens", "7"))
    assert found.others == ("Notes",)


def test_a_sheet_of_open_document_is_read(tmp_path: Path) -> None:
    (tmp_path / "t.ods").write_bytes(open_document())
    assert read(tmp_path / "t.ods").cells == (("date",), ("2018-05-03",))


def test_a_workbook_that_is_none_is_told(tmp_path: Path) -> None:
    (tmp_path / "t.xlsx").write_bytes(b"date,headline\n")
    assert [each.code.name for each in sheet_file(str(tmp_path / "t.xlsx")).diagnostics] == ["D313"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_text_is_decoded(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "t.csv").write_text("Größe\n", encoding=encoding)
    assert read(tmp_path / "t.csv").text.removeprefix("\ufeff") == "Größe\n"


def test_text_in_another_encoding_is_told_how_to_be_saved(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_bytes("Größe\n".encode("cp1252"))
    (said,) = sheet_file(str(tmp_path / "t.csv")).diagnostics
    assert (said.code.name, said.hint) == ("D202", "save it as UTF-8 (in Excel: “CSV UTF-8”)")


@pytest.mark.parametrize(
    ("given", "asked"),
    [
        ("https://docs.google.com/spreadsheets/d/abc/edit#gid=7", "https://docs.google.com/spreadsheets/d/abc/export?format=csv&gid=7"),
        (
            "https://docs.google.com/spreadsheets/d/abc/edit?usp=sharing",
            "https://docs.google.com/spreadsheets/d/abc/export?format=csv",
        ),
        (
            "https://docs.google.com/spreadsheets/u/0/d/abc/edit?gid=7#gid=7",
            "https://docs.google.com/spreadsheets/d/abc/export?format=csv&gid=7",
        ),
        ("https://docs.google.com/spreadsheets/d/abc/pubhtml", "https://docs.google.com/spreadsheets/d/abc/pub?output=csv"),
        (
            "https://docs.google.com/spreadsheets/d/e/2PACX-1v/pubhtml?gid=3&single=true",
            "https://docs.google.com/spreadsheets/d/e/2PACX-1v/pub?output=csv&gid=3",
        ),
        ("https://docs.google.com/spreadsheets/d/e/2PACX/pub?output=csv", "https://docs.google.com/spreadsheets/d/e/2PACX/pub?output=csv"),
        ("https://velm.example/dams.csv", "https://velm.example/dams.csv"),
    ],
)
def test_an_address_is_fetched_as_a_table(monkeypatch: pytest.MonkeyPatch, given: str, asked: str) -> None:
    urls = []

    def fetch(url: str, kinds: tuple[str, ...]) -> Checked[Fetched | None]:
        urls.append(url)
        return Checked(Fetched(url, kinds[0], b"date\n2018\n"))

    monkeypatch.setattr(module, "fetch", fetch)
    done = sheet_file(given)
    assert done.value
    assert (urls, done.value.text) == ([asked], "date\n2018\n")


def test_a_table_of_more_rows_than_a_timeline_has_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("date,headline\n" + "2022,A\n" * 10_001)
    assert [each.message for each in sheet_file(str(path)).diagnostics] == ["too many rows: 10002, at most 10000"]
    path.write_text("date,headline\n" + "2022,A\n" * 9_000)
    assert sheet_file(str(path)).value is not None
