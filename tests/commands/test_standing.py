"""The law of the site that stands: after any sequence of changes `build` leaves what a first build would make, looking or building."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.cli import run
from generator.commands.making import built as built_before
from tests.commands.changing import ABOUT, CHANGES, SETTINGS, TEXTS, change
from tests.conftest import Said

TEMPLATE = "{% extends '404.html' %}"
MORE = st.one_of(
    CHANGES,
    st.tuples(st.just("templates/about.html"), st.sampled_from([TEMPLATE, "{% if %}", None])),
    st.tuples(st.sampled_from(["site/index.html", "site/new.txt", "site/404.html"]), st.sampled_from(["tampered", None])),
    st.tuples(st.just("permalinks.json"), st.sampled_from(["{", None])),
)


def tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def built(folder: Path, *options: str) -> tuple[int, dict[str, bytes]]:
    return run(["build", str(folder), "--workers", "1", *options]), tree(folder / "site")


@given(st.lists(st.lists(MORE, max_size=2), min_size=1, max_size=5))
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_a_build_that_looks_first_leaves_what_one_that_does_not_would(saves: list[list[tuple[str, str | None]]]) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name, "project")
        folder.mkdir()
        first = [("timeline.toml", SETTINGS[0]), ("articles/a.txt", TEXTS[0]), ("articles/a.toml", ABOUT[0])]
        for path, text in first:
            change(folder, path, text)
        for save in saves:
            for path, content in save:
                change(folder, path, content)
            looked = built(folder)
            assert built(folder) == looked, "again"
            assert built(folder, "--clean")[0] == looked[0]
            if looked[0] == 0:
                assert tree(folder / "site").items() <= looked[1].items()


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Count the builds."""
    calls: list[int] = []

    def step(*given: Any) -> Any:
        calls.append(1)
        return built_before(*given)

    monkeypatch.setattr("generator.commands.build.built", step)
    return calls


Dateline = Callable[..., Said]


def test_nothing_is_built_where_nothing_has_changed_and_the_same_is_said(project: Path, dateline: Dateline, counted: list[int]) -> None:
    (project / "articles/vote.toml").unlink()
    first = dateline("build", project)
    again = dateline("build", project)
    assert counted == [1]
    assert (again.code, again.err) == (first.code, first.err)
    assert "D201" in again.err
    assert again.out.partition(",")[0] == first.out.partition(",")[0]
    assert "nothing had changed" in again.out


def test_what_could_not_be_read_for_once_is_read_by_the_next_build(
    project: Path, dateline: Dateline, monkeypatch: pytest.MonkeyPatch
) -> None:
    (project / "templates").mkdir()
    (project / "templates" / "about.html").write_text(TEMPLATE)
    monkeypatch.setattr("generator.edge.standing.YOUNG", -(10**18))  # the files are old enough to be believed
    read = Path.read_bytes

    def refusing(path: Path) -> bytes:
        if path.name == "about.html" and path.parent.parent == project:
            raise OSError(5, "Input/output error")
        return read(path)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "read_bytes", refusing)
        failed = dateline("build", project)
    assert (failed.code, "cannot be read" in failed.err) == (1, True)
    again = dateline("build", project)
    assert (again.code, "cannot be read" in again.err) == (0, False)


@pytest.mark.parametrize(
    ("path", "content"),
    [
        ("articles/vote.txt", "Another story, of 3 May 2020.\n"),
        ("articles/new.txt", "It burned on 3 May 2020.\n"),
        ("articles/paper.pdf", "x"),
        ("edits/a.md", "broken"),
        ("timeline.toml", 'title = "The wood"\n'),
        ("templates/404.html", "gone"),
        ("static/theme.css", "a{}"),
        ("permalinks.json", "{"),
        ("site/index.html", "x"),
        (".site.dateline-1/left", "x"),
    ],
)
def test_whatever_is_changed_is_seen(project: Path, dateline: Dateline, counted: list[int], path: str, content: str) -> None:
    dateline("build", project)
    place = project / path
    place.parent.mkdir(exist_ok=True)
    place.write_text(content)
    dateline("build", project)
    assert counted == [1, 1]


def test_a_file_written_again_with_the_same_size_and_stamp_is_seen(project: Path, dateline: Dateline, counted: list[int]) -> None:
    dateline("build", project)
    place = project / "articles/vote.txt"
    stat = place.stat()
    place.write_text(place.read_text().replace("Tuesday", "Tuesdav"))
    os.utime(place, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    dateline("build", project)
    assert counted == [1, 1]


def test_a_file_that_was_only_touched_is_no_change(project: Path, dateline: Dateline, counted: list[int]) -> None:
    dateline("build", project)
    (project / "articles/vote.txt").touch()
    dateline("build", project)
    assert counted == [1]


@pytest.mark.parametrize("years", [-1, 1])
def test_what_changes_while_a_clock_is_a_year_off_is_seen(
    project: Path, dateline: Dateline, counted: list[int], monkeypatch: pytest.MonkeyPatch, years: int
) -> None:
    """Of this machine, and of another from which the file came."""
    off, now = years * 365 * 86_400 * 10**9, time.time_ns
    monkeypatch.setattr("time.time_ns", lambda: now() + off)
    dateline("build", project)
    place = project / "articles/vote.txt"
    for word, other in (("Tuesday", "Tuesdav"), ("Tuesdav", "Tuesday")):
        place.write_text(place.read_text().replace(word, other))
        os.utime(place, ns=(now() + off,) * 2)
        assert dateline("build", project).code == 0
        site = tree(project / "site")
        assert dateline("build", project, "--clean").code == 0
        assert tree(project / "site") == site
        monkeypatch.setattr("time.time_ns", now)
    assert counted == [1] * 5


def test_what_a_build_that_ran_beside_left_when_it_was_killed_is_removed(
    project: Path, dateline: Dateline, monkeypatch: pytest.MonkeyPatch
) -> None:
    left = project / f".site.dateline-{10**8}.new"
    left.mkdir()
    with monkeypatch.context() as alive:
        alive.setattr("generator.edge.staging.is_alive", lambda _process: True)
        dateline("build", project)
    assert left.exists()
    assert dateline("build", project).code == 0
    assert not left.exists()


def test_other_options_are_another_build(project: Path, dateline: Dateline, counted: list[int]) -> None:
    dateline("build", project)
    dateline("build", project, "--now", "2030-01-01")
    assert counted == [1, 1]
    (project / "articles/vote.toml").unlink()
    assert dateline("build", project).code == 0
    assert dateline("build", project, "--strict").code == 1, "a warning, and nothing is built under --strict"
    assert counted == [1, 1, 1]


def test_a_record_that_another_sealed_is_not_believed(
    project: Path, dateline: Dateline, counted: list[int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dateline("build", project)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "another"))
    dateline("build", project)
    assert counted == [1, 1]
