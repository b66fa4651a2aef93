"""The benchmark of rules: it sees a condition that decides, one that never does, and what is read without either."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path
from types import ModuleType

import pytest

from benchmarks import ablation

MARKED = """
def is_long(word: str) -> bool:
    return len(word) > 4 or word == "never"

def kept(words):
    return [word for word in words if is_long(word) and word.islower()]
"""


@pytest.fixture
def module(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    folder = tmp_path / "marked_rules"
    folder.mkdir()
    (folder / "__init__.py").write_text("", "utf-8")
    (folder / "words.py").write_text(MARKED, "utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setattr(ablation, "SWITCH", ablation.Switch())
    monkeypatch.setattr(sys, "meta_path", list(sys.meta_path))
    for name in ("marked_rules", "marked_rules.words"):
        monkeypatch.delitem(sys.modules, name, raising=False)
    ablation.install(["marked_rules"])
    return importlib.import_module("marked_rules.words")


def test_conditions_are_counted_where_they_come_out_otherwise_and_change_nothing(module: ModuleType) -> None:
    assert module.kept(["short", "no", "LONGER"]) == ["short"]
    counted = {place.words: ablation.SWITCH.hits[number] for number, place in enumerate(ablation.SWITCH.places)}
    assert counted["len(word) > 4"] == 2
    assert counted["word == 'never'"] == 0
    assert counted["is_long(word)"] == counted["word.islower()"] == 1


def test_a_condition_held_idle_decides_no_more(module: ModuleType) -> None:
    ablation.SWITCH.off = next(number for number, place in enumerate(ablation.SWITCH.places) if place.words == "word.islower()")
    assert module.kept(["short", "no", "LONGER"]) == ["short", "LONGER"]
    ablation.SWITCH.off = next(number for number, place in enumerate(ablation.SWITCH.places) if place.words == "len(word) > 4")
    assert module.kept(["short", "no", "LONGER"]) == []
