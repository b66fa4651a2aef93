"""An error or a kill at some of the system calls of each command; all of them are met with in `make torture`."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.mishaps import WORKS

HERE = Path(__file__).parents[2]
EVERY = {"build": 271, "publish": 431, "add": 211}
CONTROL = """
import sys
from collections import Counter
from pathlib import Path
from benchmarks import mishaps

def does(project):
    for path in sorted((project / "site").rglob("*.html")):
        path.write_text("new " * 5000)
    return 0

def ready(project):
    (project / "site").mkdir(parents=True)
    for name in "abcd":
        (project / "site" / f"{name}.html").write_text("old")

broken = Counter()
for each in mishaps.mishaps(mishaps.Work("control", does, ready, "site", whole=True), Path(sys.argv[1]) / "control", 1, broken):
    pass
print("\\n".join(broken))
"""

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="strace is Linux's own")


def ran(*command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, *command], cwd=HERE, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("work", [each.name for each in WORKS])
def test_what_stands_is_whole_and_the_next_run_mends_it(work: str) -> None:
    done = ran("-m", "benchmarks.mishaps", "--only", work, "--every", str(EVERY.get(work, 31)))
    assert done.returncode == 0, done.stdout + done.stderr


def test_builds_that_are_killed_or_meet_with_a_full_disk_leave_a_whole_site() -> None:
    done = ran("-m", "benchmarks.kills", "--builds", "10", "--disks", "6")
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_control_of_the_kills_is_caught() -> None:
    done = ran("-m", "benchmarks.kills", "--builds", "5", "--control")
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_control_that_writes_in_place_breaks_the_laws(tmp_path: Path) -> None:
    done = ran("-c", CONTROL, str(tmp_path))
    assert "stands by half" in done.stdout, done.stdout + done.stderr
