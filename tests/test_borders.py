"""No bytes make the program fail, at whatever border they come in; at length this is `python -m benchmarks.fuzzing`."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.borders import BORDERS, crossed, mutated


@pytest.mark.parametrize("name", BORDERS)
def test_what_is_well_formed_crosses(name: str) -> None:
    crossed(name, BORDERS[name][1])


@pytest.mark.parametrize("name", BORDERS)
@settings(max_examples=12, deadline=None)
@given(st.randoms(use_true_random=False), st.binary(max_size=40))
def test_what_has_accidents_crosses_too(name: str, chance: random.Random, noise: bytes) -> None:
    crossed(name, mutated(BORDERS[name][1], chance))
    crossed(name, noise)


CORPUS = sorted(path for path in (Path(__file__).parent / "corpus").rglob("*") if path.is_file())


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_what_failed_once_crosses(path: Path) -> None:
    crossed(path.parent.name, path.read_bytes())


def test_the_control_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(_content: bytes) -> tuple[()]:
        raise KeyError("made for this test")

    monkeypatch.setitem(BORDERS, "control", (fails, b""))
    with pytest.raises(KeyError):
        crossed("control", b"x")
