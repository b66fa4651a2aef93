"""The benchmark of the desk: it works an archive through, and sees it when an act is lost."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from benchmarks import desk
from benchmarks.saves import invented


def test_every_event_gets_an_act_and_none_is_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    invented(tmp_path / "news", 3)
    monkeypatch.setattr(sys, "argv", ["desk", "--data", str(tmp_path / "news" / "articles"), "--events", "6", "--looks", "2"])
    assert desk.main() in {0, 1}  # a busy machine may take more seconds than the floor allows
    told = capsys.readouterr().out
    assert "6 events worked through" in told
    assert "0 acts refused, 6 files, 0 lost" in told


@pytest.mark.parametrize(
    ("act", "event", "held"),
    [
        ({"action": "hide"}, None, True),
        ({"action": "hide"}, {"headline": "A"}, False),
        ({"action": "edit", "set": {"checked": True}}, {"checked": True}, True),
        ({"action": "edit", "set": {"headline": "B"}}, {"headline": "A"}, False),
        ({"action": "edit", "set": {"checked": True}}, None, False),
    ],
)
def test_an_act_that_is_not_in_the_built_timeline_is_lost(act: dict[str, object], event: dict[str, object] | None, held: bool) -> None:
    assert desk.holds(act, "e-1", {"e-1": event} if event else {}) is held
