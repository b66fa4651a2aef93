"""Short forms of what `make torture` does at length: a crowd that saves while previews are killed, and a preview under siege."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parents[2]
CONTROL = """
import sys
from pathlib import Path
from benchmarks.crowd import judged
edits = Path(sys.argv[1])
whole = '+++\\naction = "add"\\nat = 2023-03-21T10:00:00Z\\nown_reporting = true\\n[set]\\ndate = "2023"\\nheadline = "{}"\\n+++\\n'
(edits / "a.md").write_text(whole.format("A"))
(edits / "b.md").write_text(whole.format("written over"))
(edits / "c.md").write_text(whole.format("C")[:40])
told = [("edits/a.md", "A"), ("edits/b.md", "B"), ("edits/gone.md", "G")]
print(judged(edits, told, {"c.md": whole.format("C")}))
"""


def ran(*command: str) -> str:
    done = subprocess.run([sys.executable, *command], cwd=HERE, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.mark.skipif(sys.platform != "linux", reason="processes are forked")
def test_a_crowd_loses_nothing() -> None:
    said = ran("-m", "benchmarks.crowd", "--saves", "40", "--processes", "4", "--unlocked", "20")
    assert re.search(r"4\d saves acknowledged", said)


def test_what_is_lost_and_torn_is_seen(tmp_path: Path) -> None:
    assert "{'lost': 3, 'torn': 1}" in ran("-c", CONTROL, str(tmp_path))


def test_a_siege_finds_nothing() -> None:
    said = ran("-m", "benchmarks.besieged", "--traversals", "400", "--others", "64")
    assert "× answered 404" in said
    assert "× answered 403" in said
