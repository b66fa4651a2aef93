"""Files that are read again and again: what has not changed is not read, what has is never missed."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from generator.edge.files import YOUNG, Files
from generator.edge.project import read_project
from generator.model.diagnostic import Diagnostic

LONG_AGO = time.time_ns() - 10 * YOUNG


def settled(path: Path, content: bytes, at: int = LONG_AGO) -> None:
    path.write_bytes(content)
    os.utime(path, ns=(at, at))


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> None:
    """Look at files when what was written just now is old."""
    monkeypatch.setattr("generator.edge.files.YOUNG", -YOUNG)


@pytest.mark.usefixtures("later")
def test_a_file_that_has_not_changed_is_not_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settled(tmp_path / "a.txt", b"one")
    files = Files()
    files.begin()
    first = files.one(tmp_path, "a.txt", [])
    files.begin()
    monkeypatch.setattr(Path, "read_bytes", lambda _path: pytest.fail("read"))
    assert files.one(tmp_path, "a.txt", []) is first
    assert first is not None
    assert first.content == b"one"


@pytest.mark.usefixtures("later")
def test_what_was_written_is_read_and_the_same_content_is_the_same_file(tmp_path: Path) -> None:
    files = Files()
    said: list[Diagnostic] = []
    settled(tmp_path / "a.txt", b"one")
    first = files.one(tmp_path, "a.txt", said)
    settled(tmp_path / "a.txt", b"two", LONG_AGO + 1)
    second = files.one(tmp_path, "a.txt", said)
    settled(tmp_path / "a.txt", b"two", LONG_AGO + 2)
    assert first is not None
    assert second is not None
    assert second.content == b"two"
    assert files.one(tmp_path, "a.txt", said) is second
    (tmp_path / "a.txt").unlink()
    assert files.one(tmp_path, "a.txt", said) is None
    assert said == []


def test_the_stamp_of_a_young_file_is_not_believed(tmp_path: Path) -> None:
    files = Files()
    (tmp_path / "a.txt").write_bytes(b"one")
    stamp = (tmp_path / "a.txt").stat().st_mtime_ns
    files.one(tmp_path, "a.txt", [])
    settled(tmp_path / "a.txt", b"two", stamp)
    found = files.one(tmp_path, "a.txt", [])
    assert found is not None
    assert found.content == b"two"


def test_a_link_is_followed_each_time(tmp_path: Path) -> None:
    files = Files()
    settled(tmp_path / "a.txt", b"one")
    settled(tmp_path / "b.txt", b"two")
    (tmp_path / "link.txt").symlink_to("a.txt")
    first = files.one(tmp_path, "link.txt", [])
    (tmp_path / "link.txt").unlink()
    (tmp_path / "link.txt").symlink_to("b.txt")
    second = files.one(tmp_path, "link.txt", [])
    assert [each and each.content for each in (first, second)] == [b"one", b"two"]
    inode = (tmp_path / "b.txt").stat()
    assert files.place("link.txt") == (inode.st_dev, inode.st_ino, True)


def test_what_is_the_same_in_two_readings_is_one_object(project: Path) -> None:
    files = Files()
    (project / "articles" / "other.txt").write_text("x")
    first = read_project(project, files=files).value
    (project / "articles" / "other.txt").write_text("y")
    second = read_project(project, files=files).value
    other, vote = second.articles
    assert vote is first.articles[1]
    assert other != first.articles[0]
    assert second == read_project(project).value


@pytest.mark.usefixtures("later")
def test_of_articles_only_those_are_looked_at_that_were_heard_of_and_all_where_nobody_knows(tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    (tmp_path / "timeline.toml").write_text("")
    (tmp_path / "edits").mkdir()
    for name in ("a.txt", "b.txt"):
        settled(folder / name, b"one")
    settled(tmp_path / "edits/e.md", b"one")
    files = Files()

    def read(names: set[str] | None) -> list[bytes]:
        files.heard(names)
        project = read_project(tmp_path, files=files).value
        return [each.copy.content for each in project.articles if each.copy] + [each.content for each in project.edits]

    assert read(None) == [b"one"] * 3
    for name in ("articles/a.txt", "articles/b.txt", "edits/e.md"):
        (tmp_path / name).write_bytes(b"two")
    settled(folder / "c.txt", b"new")
    assert read({"b.txt"}) == [b"one", b"two", b"new", b"two"]
    (folder / "c.txt").unlink()
    assert read(set()) == [b"one", b"two", b"two"]
    assert read(None) == [b"two"] * 3
