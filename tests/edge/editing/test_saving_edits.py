"""Saving: whole files or none, never over another's, never outside the project; what is acknowledged stays, whoever is killed."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from generator.desk.saved import RefusedError, Saved
from generator.edge.editing.saving import JOURNAL_LIMIT, EditFolder


def save(folder: EditFolder, name: str, text: str, into: str = "edits") -> Saved:
    with folder.locked():
        return folder.write(into, name, text)


def test_a_save_is_a_new_file_and_a_taken_name_gets_a_number(tmp_path: Path) -> None:
    folder = EditFolder(tmp_path)
    assert [save(folder, "act", text).path for text in ("one", "two", "three")] == ["edits/act.md", "edits/act-2.md", "edits/act-3.md"]
    assert (tmp_path / "edits" / "act.md").read_text() == "one"
    assert sorted(path.name for path in (tmp_path / "edits").iterdir()) == ["act-2.md", "act-3.md", "act.md"]


def test_undo_takes_back_what_is_as_it_was_written_and_nothing_else(tmp_path: Path) -> None:
    folder = EditFolder(tmp_path)
    first, second = save(folder, "a", "one"), save(folder, "b", "two")
    (tmp_path / "edits" / "b.md").write_text("changed by hand")
    with folder.locked(), pytest.raises(RefusedError, match="changed since"):
        folder.take_back(second)
    assert (tmp_path / "edits" / "b.md").read_text() == "changed by hand"
    with folder.locked():
        folder.take_back(first)
    assert [path.name for path in (tmp_path / "edits").iterdir()] == ["b.md"]
    with folder.locked(), pytest.raises(RefusedError, match="not there any more"):
        folder.take_back(first)


@pytest.mark.parametrize("name", ["", ".", "..", "../up", "a/b", "a\\b", ".hidden", "nul\0", "/etc/passwd"])
def test_a_name_that_is_a_path_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / "project").mkdir()
    with pytest.raises(RefusedError):
        save(EditFolder(tmp_path / "project"), name, "x")
    assert not list(tmp_path.rglob("*.md"))


@pytest.mark.parametrize("into", ["..", "../other", "edits/../../other", "/nowhere/else", "linked", "linked/deeper", "inward"])
def test_a_folder_outside_the_project_or_behind_a_link_is_refused(tmp_path: Path, into: str) -> None:
    project, other = tmp_path / "project", tmp_path / "other"
    (project / "articles").mkdir(parents=True)
    other.mkdir()
    (project / "linked").symlink_to(other)
    (project / "inward").symlink_to(project / "articles")
    with pytest.raises(RefusedError):
        save(EditFolder(project), "act", "x", into)
    assert not list(tmp_path.rglob("*.md"))


def test_a_memory_that_is_a_link_is_refused(tmp_path: Path) -> None:
    project, other = tmp_path / "project", tmp_path / "other"
    project.mkdir()
    other.mkdir()
    (project / ".dateline").symlink_to(other)
    with pytest.raises(RefusedError):
        save(EditFolder(project), "act", "x")
    assert not list(other.iterdir())


def test_a_file_that_has_become_a_link_is_not_taken_back(tmp_path: Path) -> None:
    folder = EditFolder(tmp_path)
    saved = save(folder, "act", "one")
    (tmp_path / "mine.txt").write_text("one")
    (tmp_path / "edits" / "act.md").unlink()
    (tmp_path / "edits" / "act.md").symlink_to(tmp_path / "mine.txt")
    with folder.locked(), pytest.raises(RefusedError, match="a link"):
        folder.take_back(saved)
    assert (tmp_path / "mine.txt").read_text() == "one"


def test_the_journal_has_every_version_back_and_stays_small(tmp_path: Path) -> None:
    folder = EditFolder(tmp_path)
    text = "ä" * (JOURNAL_LIMIT // 20)
    for number in range(15):
        save(folder, f"act-{number}", text)
    journal = tmp_path / ".dateline" / "editing.journal"
    assert journal.stat().st_size <= JOURNAL_LIMIT
    lines = [json.loads(line) for line in journal.read_text().splitlines()]
    assert lines[-1]["path"] == "edits/act-14.md"
    assert lines[-1]["text"] == text


def test_what_a_killed_save_left_is_swept_by_the_next(tmp_path: Path) -> None:
    (tmp_path / "edits").mkdir()
    (tmp_path / "edits" / ".dateline-save-999-1.tmp").write_text("half")
    save(EditFolder(tmp_path), "act", "whole")
    assert [path.name for path in (tmp_path / "edits").iterdir()] == ["act.md"]


def test_what_a_killed_save_left_is_swept_where_nothing_is_to_be_saved(tmp_path: Path) -> None:
    folder = EditFolder(tmp_path)
    folder.sweep("edits")
    assert list(tmp_path.iterdir()) == []
    save(folder, "act", "whole")
    (tmp_path / "edits" / ".dateline-save-999-1.tmp").write_text("half")
    EditFolder(tmp_path).sweep("edits")
    assert [path.name for path in (tmp_path / "edits").iterdir()] == ["act.md"]


SAVER = """
import sys
from pathlib import Path
from generator.edge.editing.saving import EditFolder
folder, who = EditFolder(Path(sys.argv[1])), sys.argv[2]
for number in range(100_000):
    with folder.locked():
        saved = folder.write("edits", "act", f"+++ {who} {number} +++" + "x" * 3000)
    sys.stdout.write(f"{saved.path} {saved.digest}\\n")
    sys.stdout.flush()
"""


def test_every_save_that_was_acknowledged_survives_kills(tmp_path: Path) -> None:
    from hashlib import sha256

    chance = random.Random(7)  # noqa: S311 - a repeatable choice of moments
    environment = {**os.environ, "PYTHONPATH": str(Path.cwd())}
    (tmp_path / "project").mkdir()
    told: list[str] = []
    for turn in range(3):
        running = []
        for number in range(3):
            path = tmp_path / f"told-{turn}-{number}"
            with path.open("wb") as out:
                command = [sys.executable, "-c", SAVER, str(tmp_path / "project"), f"{turn}.{number}"]
                running.append((subprocess.Popen(command, stdout=out, env=environment), path))
        until = time.monotonic() + 30
        while time.monotonic() < until and not any(path.stat().st_size for _, path in running):
            time.sleep(0.02)  # until one has begun, however busy the machine is
        time.sleep(0.4 + chance.random() / 3)
        for process, path in running:
            process.send_signal(signal.SIGKILL)
            process.wait()
            told += [line for line in path.read_text().split("\n")[:-1] if line]
    assert len(told) > 20
    assert len({line.split()[0] for line in told}) == len(told), "a name was given twice"
    for line in told:
        name, digest = line.split()
        assert sha256((tmp_path / "project" / name).read_bytes()).hexdigest() == digest
    for each in (tmp_path / "project" / "edits").glob("*.md"):
        assert len(each.read_text()) > 3000, "a file is not whole"
    after = save(EditFolder(tmp_path / "project"), "after", "the lock is free")
    assert (tmp_path / "project" / after.path).exists()
