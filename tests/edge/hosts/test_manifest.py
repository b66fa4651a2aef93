"""The manifest in a target: it gives back what it was made of, and can neither name what lies elsewhere nor stop a publish."""

from __future__ import annotations

import pytest

from generator.edge.hosts.manifest import Manifest, Owner, is_safe, read, written


@pytest.mark.parametrize("path", ["../x", "/etc/x", "a/../../x", "a//b", "./a", "", ".git/config", "a/.git/hooks/x", "a\\b", "a\nb", "a/"])
def test_it_cannot_name_what_lies_elsewhere(path: str) -> None:
    assert not is_safe(path)
    assert read(written(Manifest({path: "0", "ok.html": "1"}))).files == {"ok.html": "1"}


@pytest.mark.parametrize("content", [None, b"", b"[]", b"{}", b'{"files": 3}', b'{"files": {"a": 1}}', b"\xff", b"[" * 100_000])
def test_one_that_cannot_be_read_names_nothing(content: bytes | None) -> None:
    assert read(content) == Manifest()


@pytest.mark.parametrize("owner", [Owner(), Owner("1f", "The “quarry”")])
def test_it_gives_back_what_it_was_made_of(owner: Owner) -> None:
    whole = Manifest({"a": "", "b/ü.html": "2"}, owner)
    assert read(written(whole)) == whole


def test_whose_it_is_fits_a_message_whatever_stands_there() -> None:
    assert read(b'{"files": {}, "project": 3, "title": ["x"]}').owner == Owner()
    assert read(b'{"files": {}, "project": "1f", "title": "' + b"a\\n" * 999 + b'"}').owner.title == ("a " * 40)[:80]
