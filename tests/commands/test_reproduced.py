"""The same bytes in a few of the environments of `make torture`, which tries all 48."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from benchmarks import reproduced


def test_a_few_environments_give_the_same_site(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "argv", ["reproduced", "--every", "11"])
    assert reproduced.main() == 0, capsys.readouterr().out


def test_every_value_is_met_with_and_no_environment_twice() -> None:
    every = reproduced.environments()
    assert len(set(every)) == 48
    for name in ("zone", "locale", "umask", "seed", "folder", "memory", "workers", "backwards"):
        assert len({getattr(each, name) for each in every}) >= 2


def test_a_site_that_differs_is_named(tmp_path: Path) -> None:
    site = reproduced.built(reproduced.environments()[0], tmp_path)
    mode, content = site["index.html"]
    assert reproduced.unlike(site, {**site, "index.html": (mode, content + b" ")}) == ["index.html"]
    assert reproduced.unlike(site, {**site, "index.html": (mode | 0o001, content)}) == ["index.html"]
