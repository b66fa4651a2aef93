"""Projects made to break the program, built: each is told in a line that says what to do, none is a fault of the program, none hangs."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Said

OWN = '+++\naction = "add"\nat = {at}\nown_reporting = true\n[set]\ndate = "{date}"\nheadline = "H\\u0000\\u202e<b>"\n+++\n{note}'
PAGE = "<html><head>{}</head><body><article><p>The weir of Sarn br\xf6ke on Monday after two days of rain.</p></article></body></html>"
LD = '<script type="application/ld+json">{{"@type":"NewsArticle","headline":{},"datePublished":{}}}</script>'
WIDE = "9" * 5000


def edit(date: str = "2022", at: str = "2022-11-10T10:00:00Z", note: str = "") -> tuple[str, bytes]:
    return "edits/e.md", OWN.format(date=date, at=at, note=note).encode()


FILES: dict[str, tuple[str, bytes]] = {
    "brackets": ("timeline.toml", b"x = " + b"[" * 20_000 + b"]" * 20_000),
    "dotted key": ("timeline.toml", b"a." * 15_000 + b"b = 1"),
    "dotted key, quoted": ("articles/vote.toml", b'"="."=".' * 6_000 + b'"b" = 1'),
    "dotted header": ("articles/vote.toml", b"[" + b"a." * 20_000 + b"b]"),
    "digits": ("timeline.toml", f"max_events = {WIDE}".encode()),
    "NUL in a folder's name": ("timeline.toml", b'output = "a\\u0000b"'),
    "a folder's name of 5,000 signs": ("timeline.toml", f'articles = "{"a" * 5000}"'.encode()),
    "published at the end of time": ("articles/vote.toml", b"published = 9999-12-31T23:59:59-12:00\n"),
    "published at its beginning": ("articles/vote.toml", b"published = 0001-01-01\n"),
    "now at the end of time": ("timeline.toml", b"as_of = 9999-12-31\n"),
    "an act at the end of time": edit(at="9999-12-31T23:59:59-12:00"),
    "an act at its beginning": edit(at="0001-01-01T00:00:00+14:00"),
    **{f"date {each}": edit(each) for each in ("9999-12-31", "0000-01-01", "-9999", "[9999-12-30..9999-12-31]", "9999-12-31/..", "Y17E7")},
    "a deep note": edit(note="> " * 3000),
    "brackets in a note": edit(note="[" * 8000),
    "half a character in YAML": ("articles/b.md", b'---\ntitle: "\\ud800"\npublished: "\\ud800"\n---\nIt fell on Monday.\n'),
    "deep YAML": ("articles/b.md", b"---\nx: " + b"[" * 3000 + b"\n---\nIt fell on Monday.\n"),
    "half a character in JSON-LD": ("articles/b.html", PAGE.format(LD.format('"\\ud800"', '"2022-01-01"')).encode()),
    "digits in JSON-LD": ("articles/b.html", PAGE.format(LD.format("5", WIDE)).encode()),
    **{
        f"charset {each}": ("articles/b.html", PAGE.format(f'<meta charset="{each}">').encode("latin-1"))
        for each in ("undefined", "idna", "base64", "rot13", "unicode_escape")
    },
    "half a character in permalinks": ("permalinks.json", b'{"version":1,"events":{"e-\\ud800":{"headline":"\\ud800"}}}'),
    "deep permalinks": ("permalinks.json", b"[" * 100_000),
    "digits in permalinks": ("permalinks.json", f'{{"version":{WIDE}}}'.encode()),
    "a name that is not UTF-8": (os.fsdecode(b"articles/b\xff.txt"), b"It fell on Monday.\n"),
    "a style sheet's too": (os.fsdecode(b"static/b\xff.css"), b"x"),
    "an edit's too": (os.fsdecode(b"edits/b\xff.md"), edit()[1]),
    "a line end in a name": ("articles/b\nc.txt", b"It fell on 3 May 2020.\n"),
    "UTF-16": ("articles/b.txt", "It fell on Monday.".encode("utf-16")),
    "a template that extends itself": ("templates/index.html", b'{% extends "index.html" %}'),
    "an address that is none": ("articles/vote.toml", b'published = 2022-11-09\nurl = "https://[oops"\n'),
}
PLACES = (
    "articles/vote.txt",
    "articles/vote.toml",
    "timeline.toml",
    "permalinks.json",
    "edits/e.md",
    "static/x.css",
    "templates/index.html",
    "site/.dateline-manifest.json",
    "site/index.html",
    ".dateline/journal",
)
FOLDERS = ("articles", "edits", "static", "templates", ".dateline", "site")


def is_told(project: Path, dateline: Callable[..., Said]) -> None:
    for command in (("build", project), ("check", project)):
        done = dateline(*command)
        assert done.code in {0, 1}, done.err
        assert "fault of the program" not in done.err, done.err
        assert not any("\ud800" <= each <= "\udfff" or each in "\x00\x1b\u202e" for each in done.err + done.out)


@pytest.mark.parametrize(("name", "content"), FILES.values(), ids=FILES.keys())
def test_a_hostile_file_is_told_in_a_line(project: Path, dateline: Callable[..., Said], name: str, content: bytes) -> None:
    (project / name).parent.mkdir(exist_ok=True)
    (project / name).write_bytes(content)
    is_told(project, dateline)


@pytest.mark.parametrize("kind", ["loop", "pipe"])
@pytest.mark.parametrize("name", PLACES)
def test_a_link_to_itself_or_a_pipe_is_told_and_not_waited_for(project: Path, dateline: Callable[..., Said], name: str, kind: str) -> None:
    path = project / name
    path.parent.mkdir(exist_ok=True)
    path.unlink(missing_ok=True)
    path.symlink_to(path.name) if kind == "loop" else os.mkfifo(path)
    is_told(project, dateline)


@pytest.mark.parametrize("name", FOLDERS)
def test_a_folder_that_is_a_link_to_itself_is_told(project: Path, dateline: Callable[..., Said], name: str) -> None:
    if (project / name).exists():
        (project / name).rename(project / "away")
    (project / name).symlink_to(name)
    is_told(project, dateline)


@pytest.mark.parametrize("name", ["articles/b.txt", "articles/b.toml", "edits/import-1.md", "pictures/x.png", ".dateline/journal"])
def test_no_command_waits_for_a_pipe_that_lies_in_a_project(
    project: Path, tmp_path: Path, dateline: Callable[..., Said], name: str
) -> None:
    (project / name).parent.mkdir(exist_ok=True)
    os.mkfifo(project / name)
    (tmp_path / "new.txt").write_text("The mill of Sarn burned down on 3 May 2020, the mayor said.\n")
    (tmp_path / "t.csv").write_text("date,headline,url\n2020-05-03,The mill burned,https://mill.example/fire\n")
    assert dateline("add", "-y", tmp_path / "new.txt", project).code == 0
    assert dateline("import", tmp_path / "t.csv", project, "--by", "R.K.").code == 0
    os.mkfifo(tmp_path / "p.png")
    assert "it is no file" in dateline("picture", tmp_path / "p.png", "--project", project).err


@pytest.mark.parametrize("form", ["x = " + "[" * 30_000, ".".join("a" * 30_000) + " = 1", "x = " + "9" * 5_000, "x = ["])
def test_a_form_that_was_made_to_cost_costs_an_adding_nothing(
    project: Path, tmp_path: Path, dateline: Callable[..., Said], form: str
) -> None:
    (project / "articles/b.toml").write_text(form)
    (tmp_path / "new.txt").write_text("The mill of Sarn burned down on 3 May 2020, the mayor said.\n")
    started = time.process_time()
    done = dateline("add", "-y", tmp_path / "new.txt", project)
    assert (done.code, done.err) == (0, "")
    assert time.process_time() - started < 10, "27 seconds, once"
