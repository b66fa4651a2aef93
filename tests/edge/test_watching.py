from __future__ import annotations

import queue
from collections.abc import Iterator
from pathlib import Path

import pytest
from watchfiles import Change

from generator.edge.watching import EventWatcher, worth_a_build

WAIT = 20  # seconds until a test gives up


@pytest.fixture
def told(tmp_path: Path) -> Iterator[queue.Queue[str]]:
    """What was in the folder `new` each time that the watcher called."""
    found: queue.Queue[str] = queue.Queue()

    def look(_paths: frozenset[str]) -> None:
        path = tmp_path / "new" / "file.txt"
        found.put(path.read_text() if path.exists() else "")

    watcher = EventWatcher(lambda: [tmp_path, tmp_path / "new"], look)
    assert watcher.start(lambda: None)
    (tmp_path / "first.txt").write_text("x")
    while True:  # until it watches
        try:
            found.get(timeout=0.2)
            break
        except queue.Empty:
            (tmp_path / "first.txt").write_text("y")
    yield found
    watcher.stop()


def until(told: queue.Queue[str], wanted: str) -> None:
    while told.get(timeout=WAIT) != wanted:
        pass


def test_a_file_in_a_folder_that_is_new_is_seen_however_quickly_it_came(tmp_path: Path, told: queue.Queue[str]) -> None:
    (tmp_path / "new").mkdir()
    (tmp_path / "new" / "file.txt").write_text("one")
    until(told, "one")
    (tmp_path / "new" / "file.txt").write_text("two")
    until(told, "two")


def test_a_file_saved_by_renaming_another_over_it_is_seen(tmp_path: Path, told: queue.Queue[str]) -> None:
    (tmp_path / "new").mkdir()
    (tmp_path / "new" / ".file.txt.swp").write_text("three")
    (tmp_path / "new" / ".file.txt.swp").rename(tmp_path / "new" / "file.txt")
    until(told, "three")
    (tmp_path / "new" / "file.txt").unlink()
    until(told, "")


@pytest.mark.parametrize("name", [".git", "#a#", "a.txt~", "a.swp", "4913", "a.tmp", ".DS_Store"])
def test_what_editors_put_beside_a_file_is_no_change(name: str) -> None:
    assert not worth_a_build(Change.added, f"/project/articles/{name}")
    assert worth_a_build(Change.added, "/project/articles/a.txt")
