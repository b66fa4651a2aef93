from __future__ import annotations

import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from generator.commands.export import FORMATS

Dateline = Callable[..., Any]


@pytest.mark.parametrize("form", [form for form, name in FORMATS.items() if name])
def test_an_export_is_the_sites_own_file(project: Path, tmp_path: Path, dateline: Dateline, form: str) -> None:
    dateline("build", project)
    there = project / "site" / FORMATS[form]
    said = dateline("export", form, "--project", project, "-o", tmp_path / "out")
    assert said.code == 0
    assert (tmp_path / "out").read_bytes() == there.read_bytes()
    printed = dateline("export", form, "--project", project)
    assert printed.out.encode() == there.read_bytes().replace(b"\r\n", b"\n") or printed.out.encode() == there.read_bytes()
    assert printed.err == ""


def test_an_error_in_the_input_stops_it_and_leaves_the_file(project: Path, tmp_path: Path, dateline: Dateline) -> None:
    (tmp_path / "out").write_text("old")
    (project / "timeline.toml").write_text("title = 3\n")
    said = dateline("export", "csv", "--project", project, "-o", tmp_path / "out")
    assert said.code == 1
    assert said.out == ""
    assert "not exported: 1 error" in said.err
    assert (tmp_path / "out").read_text() == "old"


def test_a_place_that_cannot_be_written_is_told(project: Path, tmp_path: Path, dateline: Dateline) -> None:
    said = dateline("export", "csv", "--project", project, "-o", tmp_path / "missing" / "out")
    assert said.code == 1
    assert "cannot be written" in said.err


def test_an_unknown_format_is_wrong_usage(project: Path, dateline: Dateline) -> None:
    said = dateline("export", "pdf", "--project", project)
    assert said.code == 2
    assert "timelinejs" in said.err


def test_an_export_goes_into_what_takes_bytes_and_never_in_its_place(project: Path, tmp_path: Path, dateline: Dateline) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with ThreadPoolExecutor(1) as pool:
        taken = pool.submit(pipe.read_bytes)
        assert dateline("export", "csv", project, "-o", pipe).code == 0
        assert taken.result(60).startswith(b"id,date")
    assert pipe.is_fifo()
    (tmp_path / "real.csv").write_text("old")
    (tmp_path / "link.csv").symlink_to("real.csv")
    assert dateline("export", "csv", project, "-o", tmp_path / "link.csv").code == 0
    assert (tmp_path / "link.csv").is_symlink()
    assert (tmp_path / "real.csv").read_bytes().startswith(b"id,date")
