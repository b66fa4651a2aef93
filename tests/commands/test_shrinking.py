"""Pictures are made once: the memory gives the same bytes, and is asked by content and width alone."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from generator.commands import shrinking
from generator.render.pictures import version


def picture(shade: int) -> bytes:
    made = io.BytesIO()
    Image.new("RGB", (60, 40), (shade, 0, 0)).save(made, "PNG")
    return made.getvalue()


def test_a_version_is_made_once_and_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []

    def counted(content: bytes, width: int) -> bytes:
        asked.append(width)
        return version(content, width)

    monkeypatch.setattr(shrinking, "version", counted)
    one, other = picture(10), picture(200)
    for _ in range(2):
        shrink = shrinking.shrinking(tmp_path)  # as a new build does
        assert shrink(one, 30) == version(one, 30)
        assert shrink(one, 20) == version(one, 20)
        assert shrink(other, 30) == version(other, 30) != version(one, 30)
    assert asked == [30, 20, 30]


def test_without_memory_it_is_made_each_time(tmp_path: Path) -> None:
    shrink = shrinking.shrinking(tmp_path, remember=False)
    assert shrink(picture(10), 30) == version(picture(10), 30)
    assert not (tmp_path / ".dateline").exists()
