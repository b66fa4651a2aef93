"""All benchmarks, one after the other, over a folder of marked stories and corpora.

    python -m benchmarks DATA

DATA holds ``gold`` (hand-marked stories) and ``data`` (``te3``, ``reuters``, ``t17``); what is not there is left out and named.
Out: each benchmark's own table; exit 1 when one of them failed or stayed below its floor.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
RUNS = (
    ("stories.py", "gold"),
    ("time.py", "data"),
    ("clauses.py", "data"),
    ("days.py", "data/t17"),
)
"""Script and the folder of DATA that it reads."""


def main(given: str) -> int:
    """Run every benchmark whose folder is there; return how many failed."""
    failed = 0
    for script, folder in RUNS:
        data = Path(given).resolve() / folder
        print(f"\n== {script} {folder}", flush=True)
        if not data.is_dir():
            print(f"left out: no {data}")
            continue
        command = [sys.executable, "-m", f"benchmarks.{script.removesuffix('.py')}", "--data", str(data)]
        failed += subprocess.run(command, cwd=ROOT, check=False).returncode != 0
    for script in ("revisions", "saves"):
        print(f"\n== {script}.py", flush=True)
        failed += subprocess.run([sys.executable, "-m", f"benchmarks.{script}"], cwd=ROOT, check=False).returncode != 0
    return failed


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: python -m benchmarks DATA")
    sys.exit(main(sys.argv[1]) > 0)
