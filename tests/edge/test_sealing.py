from __future__ import annotations

from pathlib import Path

import pytest

from generator.edge import sealing


def test_the_key_is_made_once_outside_of_the_project_and_is_the_users_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    key = sealing.user_key()
    assert key is not None
    sealing._key.cache_clear()
    assert sealing.user_key() == key
    (path,) = (each for each in tmp_path.rglob("*") if each.is_file())
    assert path.stat().st_mode & 0o777 == 0o600


def test_without_a_place_for_a_key_there_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("x")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "file"))
    assert sealing.user_key() is None


def test_a_damaged_key_seals_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    (tmp_path / "dateline").mkdir()
    (tmp_path / "dateline/memory.key").write_bytes(b"short")
    assert sealing.user_key() is None
