"""A build that is killed at any of its steps leaves the old site or the new one, whole, and the next build works."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from generator.edge import swap
from generator.edge.output import MANIFEST, write_site
from generator.model.page import Output

OLD = {"index.html": b"one", "event/e-1/index.html": b"event", "gone.html": b"x"}
NEW = {"index.html": b"two", "event/e-1/index.html": b"event", "event/e-2/index.html": b"new"}

PROGRAM = """
import os, sys
from pathlib import Path
from generator.edge.output import write_site
from generator.model.page import Output
folder, last = Path(sys.argv[1]), int(sys.argv[2])
outputs = [Output(path, content) for path, content in eval(sys.argv[3]).items()]
steps = 0
def count(event, _arguments):
    global steps
    if event.startswith(("os.", "open", "shutil.", "ctypes.")):
        steps += 1
        if steps == last:
            os._exit(9)
sys.addaudithook(count)
write_site(folder / "site", outputs, spare=folder / "spare")
os._exit(0)
"""


def files(folder: Path) -> dict[str, bytes]:
    found = {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    return {name: content for name, content in found.items() if name != MANIFEST}


def write(folder: Path, wanted: dict[str, bytes]) -> None:
    done = write_site(folder / "site", [Output(path, content) for path, content in wanted.items()], spare=folder / "spare")
    assert done.value is not None, done.diagnostics


def test_a_kill_at_any_step_leaves_a_whole_site(tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(Path.cwd())}
    write(tmp_path, NEW)
    write(tmp_path, OLD)
    seen = set()
    for step in range(1, 1000):
        command = [sys.executable, "-S", "-c", PROGRAM, str(tmp_path), str(step), repr(NEW)]
        code = subprocess.run(command, env=environment, check=False, capture_output=True).returncode
        assert code in {0, 9}
        standing = files(tmp_path / "site")
        assert standing in (OLD, NEW), step
        seen.add(standing == NEW)
        if code == 0:
            break
        write(tmp_path, OLD)
        assert files(tmp_path / "site") == OLD
        assert {path.name for path in tmp_path.iterdir()} <= {"site", "spare"}
    assert code == 0
    assert seen == {True, False}


def test_two_renames_leave_the_old_tree_under_another_name_at_worst(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, OLD)
    monkeypatch.setattr(swap, "_in_one_step", lambda *_: False)
    (tmp_path / "new").mkdir()
    (tmp_path / "new" / "index.html").write_bytes(b"two")
    moves: list[Path] = []
    real = Path.rename

    def second_fails(self: Path, target: Path) -> Path:
        moves.append(self)
        if len(moves) == 2:
            raise OSError(5, "Input/output error")
        return real(self, target)

    monkeypatch.setattr(Path, "rename", second_fails)
    with pytest.raises(OSError, match="Input/output"):
        swap.exchanged(tmp_path / "new", tmp_path / "site")
    assert files(tmp_path / "site") == OLD
