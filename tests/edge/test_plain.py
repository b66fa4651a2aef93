"""Reading what people are given: plain files whole, and nothing that never ends or was made to cost."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.edge.plain import content_of, form_of, values_of


def test_a_file_is_read_whole_behind_a_link_too(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"x" * 100_000)
    (tmp_path / "link").symlink_to("a")
    assert content_of(tmp_path / "a") == content_of(tmp_path / "link") == b"x" * 100_000


@pytest.mark.parametrize("kind", ["pipe", "folder", "device", "loop", "nothing"])
def test_what_is_no_file_is_told_at_once(tmp_path: Path, kind: str) -> None:
    path = Path("/dev/zero") if kind == "device" else tmp_path / "p"
    if kind == "pipe":
        os.mkfifo(path)
    elif kind == "folder":
        path.mkdir()
    elif kind == "loop":
        path.symlink_to("p")
    with pytest.raises(OSError, match=r"no file|directory|links"):
        content_of(path)
    assert form_of(path) == {}


@pytest.mark.parametrize(
    "text", ["a = [", "a = " + "[" * 9_999, ".".join("a" * 20_000) + " = 1", "a = " + "9" * 5_000, "a = 1\n" + "#" * 64_000]
)
def test_no_form_is_read_that_is_none_or_was_made_to_cost(text: str) -> None:
    assert values_of(text) == {}


def test_a_form_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text('url = "https://mill.example/fire"\n')
    assert form_of(tmp_path / "a.toml") == {"url": "https://mill.example/fire"}
    (tmp_path / "b.toml").write_bytes(b'url = "\xff"\n')
    assert form_of(tmp_path / "b.toml") == {}
