"""All benchmarks, one after the other, over a folder of marked stories and corpora.

    python -m benchmarks DATA [--torture]

DATA holds ``gold`` (hand-marked stories) and ``data`` (``te3``, ``reuters``, ``t17``, ``pages``, ``hostile``); what is not there is left
out and named; ``--torture`` runs the long form of what breaks rarely. Out: what each benchmark prints, then one table of all figures beside
their floors (``floors.toml``); exit 1 when a benchmark failed or a figure stayed below its floor.
"""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

from benchmarks.floors import is_figure

ROOT = Path(__file__).parent.parent
RUNS = (
    ("stories", "gold", ()),
    ("rules", ".", ()),
    ("time", "data", ()),
    ("instructions", "data", ()),
    ("parses", "data", ()),
    ("peers", "data", ()),
    ("pages", "data/pages", ()),
    ("days", "data/t17", ("--whole", "syria")),
    ("growth", "data/hostile/hostile.jsonl.gz", ("--size", "20000")),
    ("faults", "data", ("--every", "20", "--minutes", "0.5")),
    ("scale", "", ("--articles", "250")),
    ("changes", "", ("--articles", "250")),
    ("sites", "", ("--articles", "120")),
    ("revisions", "", ()),
    ("saves", "", ("--saves", "2000")),
    ("desk", "data/t17/haiti.tar.gz", ("--events", "120")),
)
"""Module, what of DATA it reads (nothing: it makes its own), what else it is told."""
TORTURE = (
    ("faults", "data", ("--minutes", "60")),
    ("growth", "data/hostile/hostile.jsonl.gz", ("--size", "50000")),
    ("bombs", "", ()),
    ("reproduced", "", ()),
    ("mishaps", "", ("--every", "3")),
    ("kills", "", ("--builds", "1000", "--disks", "60")),
    ("saves", "", ("--saves", "10000", "--processes", "8")),
    ("crowd", "", ("--saves", "10000", "--processes", "8", "--unlocked", "1000")),
    ("stops", "", ("--stops", "300")),
    ("besieged", "", ("--traversals", "50000")),
    ("fuzzing", "", ("--seconds", "1800")),
    ("desk", "data/t17/haiti.tar.gz", ("--events", "568")),
)
"""The same of what breaks rarely: whole archives and an hour of made texts, long repetitions, saves by processes that are killed."""


def main(given: str, runs: tuple[tuple[str, str, tuple[str, ...]], ...] = RUNS) -> int:
    """Run every benchmark whose part of DATA is there; return how many failed."""
    failed, figures, times = [], [], []
    for name, part, told in runs:
        data = Path(given).resolve() / part
        if part and not data.exists():
            print(f"\n== {name}: left out, there is no {data}")
            times.append(f"{name} left out")
            continue
        print(f"\n== {name}", flush=True)
        started = time.perf_counter()
        code, lines = printed([sys.executable, "-m", f"benchmarks.{name}", *(("--data", str(data)) if part else ()), *told])
        times.append(f"{name} {time.perf_counter() - started:.0f} s")
        figures += lines
        if code:
            failed.append(name)
    print(f"\n== all\n        {'benchmark':10}  {'figure':28}  {'value':>10}  {'floor':>8}")
    print("\n".join(figures))
    print("took: " + ", ".join(times))
    print(f"failed: {', '.join(failed)}" if failed else "every floor is held")
    return len(failed)


def printed(command: list[str]) -> tuple[int, list[str]]:
    """Run a command, pass on what it prints, and return its exit code and the figures among its lines."""
    figures = []
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        for line in process.stdout or ():
            if is_figure(line):
                figures.append(line.rstrip())
            else:
                print(line, end="", flush=True)
    return process.returncode, figures


if __name__ == "__main__":
    if len(sys.argv) not in {2, 3} or sys.argv[2:] not in ([], ["--torture"]):
        sys.exit("usage: python -m benchmarks DATA [--torture]")
    sys.exit(main(sys.argv[1], TORTURE if sys.argv[2:] else RUNS) > 0)
