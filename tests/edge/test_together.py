"""Files that belong together: all or none, whole, never over another, and taken up again where a killed run left them."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.edge import together
from generator.edge.together import put_together

FILES = {"a.html": b"page", "a.toml": b'retrieved_at = "2022-01-01"\ntitle = "A"\n', "a.txt": b"text"}


def held(folder: Path) -> dict[str, bytes]:
    return {each.name: each.read_bytes() for each in folder.iterdir()}


def test_all_are_written_with_the_mode_of_any_file(tmp_path: Path) -> None:
    put_together(tmp_path / "new", FILES)
    assert held(tmp_path / "new") == FILES
    assert {each.stat().st_mode & 0o777 for each in (tmp_path / "new").iterdir()} == {0o644}


def test_none_is_written_where_another_stands_in_the_way(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"of somebody else")
    with pytest.raises(FileExistsError) as error:
        put_together(tmp_path, FILES)
    assert error.value.filename == str(tmp_path / "a.txt")
    assert held(tmp_path) == {"a.txt": b"of somebody else"}


def test_what_a_killed_run_left_is_completed_and_its_rest_removed(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(b"page")
    (tmp_path / "a.toml").write_bytes(b'retrieved_at = "2021-12-31"\ntitle = "A"\n')
    (tmp_path / ".dateline-add-999999999.tmp").write_bytes(b"te")
    put_together(tmp_path, FILES)
    assert held(tmp_path).keys() == FILES.keys()
    assert (tmp_path / "a.toml").read_bytes() == b'retrieved_at = "2021-12-31"\ntitle = "A"\n'


def test_a_disk_that_fails_at_the_last_file_leaves_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(path: Path) -> None:
        if len(list(tmp_path.glob("a.*"))) == 2:
            raise OSError(28, "No space left on device", str(path))

    monkeypatch.setattr(together, "settle", full)
    with pytest.raises(OSError, match="No space"):
        put_together(tmp_path, FILES)
    assert held(tmp_path) == {}


def test_where_files_cannot_be_linked_they_are_renamed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def link(*_: object, **__: object) -> None:
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr("generator.edge.together.os.link", link)
    put_together(tmp_path, FILES)
    assert held(tmp_path) == FILES
