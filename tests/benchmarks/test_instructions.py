"""Instructions are read off what cachegrind prints, and both loops that are counted do their work."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks import instructions
from generator.pipeline import Draft, draft


def test_the_count_is_read_off_among_other_lines() -> None:
    assert instructions.instructions("==7== Cachegrind\n==7== \n==7== I   refs:      1,234,567\n") == 1_234_567
    with pytest.raises(ValueError, match="no count"):
        instructions.instructions("==7== Cachegrind")


def test_every_record_is_drafted_with_its_day(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[Draft | None] = []
    monkeypatch.setattr("benchmarks.instructions.draft", lambda *given: made.append(draft(*given).value))
    record = {"id": 7, "published": "2022-11-09T08:00:00", "text": "The council of Marle voted on Tuesday to close the quay."}
    file = tmp_path / "records.jsonl"
    file.write_text(json.dumps(record) + "\n", encoding="utf-8")
    instructions.drafted(file)
    assert [[str(mention.date) for mention in each.mentions] for each in made if each] == [["2022-11-08"]]


def test_without_valgrind_that_is_said(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("shutil.which", lambda _name: None)
    monkeypatch.setattr("sys.argv", ["instructions", "--data", "."])
    assert instructions.main() == 0
    assert "no valgrind" in capsys.readouterr().out
