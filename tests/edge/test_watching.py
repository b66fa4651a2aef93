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


def calls(folders: list[Path]) -> tuple[EventWatcher, queue.Queue[frozenset[str]]]:
    found: queue.Queue[frozenset[str]] = queue.Queue()
    watcher = EventWatcher(lambda: folders, found.put)
    assert watcher.start(lambda: None)
    return watcher, found


def test_it_calls_once_when_watching_has_begun_for_what_came_before(tmp_path: Path) -> None:
    watcher, found = calls([tmp_path])
    assert found.get(timeout=WAIT) == frozenset()
    watcher.stop()


@pytest.mark.parametrize("replaced", [False, True])
def test_a_file_that_a_link_leads_to_is_watched_where_it_stands(tmp_path: Path, replaced: bool) -> None:
    content, folder = tmp_path / "content", tmp_path / "articles"
    content.mkdir()
    folder.mkdir()
    (content / "l.txt").write_text("one")
    (folder / "l.txt").symlink_to("../content/l.txt")
    watcher, found = calls([folder])
    found.get(timeout=WAIT)
    new = content / ("new.txt" if replaced else "l.txt")
    new.write_text("two")
    new.replace(content / "l.txt")
    while str(content / "l.txt") not in found.get(timeout=WAIT):
        pass
    watcher.stop()


def test_what_a_link_leads_to_is_seen_when_it_comes_to_be(tmp_path: Path) -> None:
    content, folder = tmp_path / "content", tmp_path / "articles"
    content.mkdir()
    folder.mkdir()
    (folder / "l.txt").symlink_to("../content/l.txt")
    watcher, found = calls([folder])
    found.get(timeout=WAIT)
    (content / "l.txt").write_text("one")
    while str(content / "l.txt") not in found.get(timeout=WAIT):
        pass
    watcher.stop()


def test_a_link_that_is_turned_behind_another_is_seen_and_followed(tmp_path: Path) -> None:
    content, folder = tmp_path / "content", tmp_path / "articles"
    for each in (content, folder, tmp_path / "one", tmp_path / "two"):
        each.mkdir()
    (tmp_path / "two" / "l.txt").write_text("two")
    (content / "l.txt").symlink_to("../one/l.txt")
    (folder / "l.txt").symlink_to("../content/l.txt")
    watcher, found = calls([folder])
    found.get(timeout=WAIT)
    (content / "l.txt").unlink()
    (content / "l.txt").symlink_to("../two/l.txt")
    while str(content / "l.txt") not in found.get(timeout=WAIT):
        pass
    while found.get(timeout=WAIT):  # until the new place is watched, which is told by a call for no file
        pass
    (tmp_path / "two" / "l.txt").write_text("three")
    while str(tmp_path / "two" / "l.txt") not in found.get(timeout=WAIT):
        pass
    watcher.stop()


def test_a_folder_that_is_a_link_is_watched_where_it_leads_to_now(tmp_path: Path) -> None:
    for each in ("one", "two"):
        (tmp_path / each).mkdir()
    folder = tmp_path / "articles"
    folder.symlink_to("one")
    watcher, found = calls([folder])
    found.get(timeout=WAIT)
    (tmp_path / "turned").symlink_to("two")
    (tmp_path / "turned").replace(folder)
    while found.get(timeout=WAIT):  # until the new place is watched
        pass
    (tmp_path / "two" / "l.txt").write_text("one")
    while str(tmp_path / "two" / "l.txt") not in found.get(timeout=WAIT):
        pass
    watcher.stop()


def test_links_in_a_circle_end(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to("b.txt")
    (tmp_path / "b.txt").symlink_to("a.txt")
    watcher, found = calls([tmp_path])
    assert found.get(timeout=WAIT) == frozenset()
    watcher.stop()
