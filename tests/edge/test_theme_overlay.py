from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.edge.theme import DEFAULT, default_theme, read_theme
from generator.model import codes


def test_a_file_of_the_user_replaces_the_themes_file_of_the_same_name(tmp_path: Path) -> None:
    default = read_theme(tmp_path).value
    name = next(iter(default.templates))
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / name).write_text("mine")
    (tmp_path / "static").mkdir()
    (tmp_path / "static" / "own.css").write_bytes(b"mine too")
    mine = read_theme(tmp_path).value
    assert mine.templates[name].text == "mine"
    assert mine.templates[name].path == f"templates/{name}"
    assert mine.templates.keys() == default.templates.keys()
    assert mine.static == {**default.static, "own.css": b"mine too"}
    assert default.templates[name].path == f"{DEFAULT}/templates/{name}"


def test_this_repository_is_the_default_theme() -> None:
    theme = read_theme(default_theme()).value
    assert theme.templates
    assert all(source.path == f"templates/{name}" for name, source in theme.templates.items())


def test_names_below_static_keep_their_folders_and_dotfiles_are_left(tmp_path: Path) -> None:
    (tmp_path / "static" / "fonts").mkdir(parents=True)
    (tmp_path / "static" / "fonts" / "a.woff2").write_bytes(b"f")
    (tmp_path / "static" / ".DS_Store").write_bytes(b"f")
    static = read_theme(tmp_path).value.static
    assert static["fonts/a.woff2"] == b"f"
    assert ".DS_Store" not in static


def test_a_template_that_is_not_utf8_is_told_and_the_defaults_one_stays(tmp_path: Path) -> None:
    name = next(iter(read_theme(tmp_path).value.templates))
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / name).write_bytes(b"caf\xe9")
    read = read_theme(tmp_path)
    assert [each.code for each in read.diagnostics] == [codes.BAD_ENCODING]
    assert read.value.templates[name].path.startswith(DEFAULT)


def test_a_link_to_outside_is_no_part_of_the_theme(tmp_path: Path) -> None:
    folder = tmp_path / "p"
    (folder / "static").mkdir(parents=True)
    (tmp_path / "secret").write_text("x")
    (folder / "static" / "s.txt").symlink_to(tmp_path / "secret")
    read = read_theme(folder)
    assert [each.code for each in read.diagnostics] == [codes.LINK_OUTSIDE]
    assert "s.txt" not in read.value.static


def test_pictures_are_read_from_the_project_alone_and_are_no_static_files(tmp_path: Path) -> None:
    (tmp_path / "pictures" / "north").mkdir(parents=True)
    (tmp_path / "pictures" / "north" / "quay.jpg").write_bytes(b"quay")
    (tmp_path / "secret.jpg").write_bytes(b"secret")
    project = tmp_path / "project"
    (project / "pictures").mkdir(parents=True)
    (project / "pictures" / "out.jpg").symlink_to(tmp_path / "secret.jpg")
    read = read_theme(tmp_path)
    assert dict(read.value.pictures) == {"north/quay.jpg": b"quay"}
    assert "north/quay.jpg" not in read.value.static
    assert dict(read_theme(project).value.pictures) == {}


def test_a_folder_that_cannot_be_listed_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "static").mkdir()
    listed = os.scandir

    def fail(path: str) -> object:
        if str(path) == str(tmp_path / "static"):
            raise OSError(24, "Too many open files", str(path))
        return listed(path)

    monkeypatch.setattr(os, "scandir", fail)
    assert [each.code for each in read_theme(tmp_path).diagnostics] == [codes.UNREADABLE_FOLDER]
