"""A project that somebody else made: its memory is not believed, and its links lead to nothing that is removed or written."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.edge import sealing
from tests.conftest import Said

Dateline = Callable[..., Said]


@pytest.fixture(autouse=True)
def _own_state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))


def headlines(project: Path) -> list[str]:
    return [each["headline"] for each in json.loads((project / "site/timeline.json").read_text())["events"]]


def test_a_memory_that_came_with_the_project_is_not_believed(
    project: Path, dateline: Dateline, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert dateline("build", project).code == 0
    true = headlines(project)
    for path in (each for each in (project / ".dateline/drafts").rglob("*") if each.is_file()):
        held = sealing.opened(path.read_bytes(), sealing.user_key() or b"")
        assert held is not None
        assert b"voted" in held
        path.write_bytes(sealing.sealed(held.replace(b"voted", b"lied."), b"a key of theirs"))
    assert dateline("build", project).code == 0
    assert headlines(project) == true
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "another"))
    assert dateline("build", project).code == 0
    assert headlines(project) == true


@pytest.mark.parametrize("name", [".dateline/spare", ".dateline/drafts", ".dateline", "site"])
def test_a_link_beside_the_project_loses_nothing(project: Path, dateline: Dateline, tmp_path: Path, name: str) -> None:
    other = tmp_path / "thesis"
    (other / "ab").mkdir(parents=True)
    (other / "chapter.txt").write_text("years of work")
    (other / "ab" / ("ab" * 20)).write_text("named as we name ours")
    link = project / name
    link.parent.mkdir(exist_ok=True)
    link.symlink_to(other)
    for _ in range(3):
        dateline("build", project)
        (project / "articles/vote.txt").write_text(f"{(project / 'articles/vote.txt').read_text()}\nIt rained.\n")
    assert sorted(path.name for path in other.rglob("*") if path.is_file()) == ["ab" * 20, "chapter.txt"]


def test_a_link_where_a_build_fills_its_site_is_taken_away_and_not_followed(project: Path, dateline: Dateline, tmp_path: Path) -> None:
    other = tmp_path / "thesis"
    other.mkdir()
    (other / "chapter.txt").write_text("years of work")
    (project / f".site.dateline-{os.getpid()}").symlink_to(other)
    assert dateline("build", project).code == 0
    assert [path.name for path in other.iterdir()] == ["chapter.txt"]
    assert (project / "site/index.html").exists()


@pytest.mark.parametrize(
    ("output", "why"),
    [
        ("articles/site", "articles are read"),
        ("templates/x", "templates are"),
        (".git/site", "another program"),
        ("..", "the project itself"),
    ],
)
def test_a_site_is_not_written_into_what_a_project_is_made_of(project: Path, dateline: Dateline, output: str, why: str) -> None:
    (project / "templates").mkdir()
    done = dateline("build", project, "-o", project / output)
    assert done.code == 1
    assert "error[D507]" in done.err
    assert why in done.err


def test_folders_that_are_links_out_of_the_project_are_not_read(project: Path, dateline: Dateline, tmp_path: Path) -> None:
    (tmp_path / "secrets").mkdir()
    (tmp_path / "secrets/key.txt").write_text("secret")
    (project / "static").symlink_to(tmp_path / "secrets")
    assert "static: error[D105]" in dateline("build", project).err
    assert not (project / "site/key.txt").exists()


def test_the_folder_of_a_killed_build_is_removed_and_told(project: Path, dateline: Dateline) -> None:
    (project / ".site.dateline-999999999").mkdir()
    (project / ".site.dateline-999999999/index.html").write_text("half")
    assert dateline("build", project, "--format", "json").code == 0
    assert not (project / ".site.dateline-999999999").exists()
    (project / ".site.dateline-999999999").mkdir()
    assert "D508" in dateline("build", project, "--format", "json").out


def test_a_build_waits_until_the_site_is_on_the_disk_unless_told_not_to(
    project: Path, dateline: Dateline, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[str] = []

    def sync(file: int) -> None:
        synced.append(str(Path(f"/proc/self/fd/{file}").readlink()))

    monkeypatch.setattr("generator.edge.staging.os.fsync", sync)
    assert dateline("build", project).code == 0
    assert any(".new/" in path for path in synced), "each file"
    assert any(path.endswith("/event") for path in synced), "each folder"
    assert str(project) in synced, "the exchange of the two names"
    synced.clear()
    (project / "timeline.toml").write_text('title = "x"\nfsync = false\n')
    assert dateline("build", project).code == 0
    assert synced == []
