"""The tagger beside dateparser in the same run: text per CPU second, and the scores of both.

    python -m benchmarks.peers --data DIR

DIR is as for ``benchmarks.time``. dateparser is installed into an environment of its own (``.benchmarks/peers``) by pip; where that
cannot be done it is left out, and said so. It gives days and nothing else, so that its value F1 cannot be high. Out: a line for each
tagger, and how many times as fast ours is, which is the same on any machine; exit 1 below its floor.
"""

from __future__ import annotations

import argparse
import gzip
import json
import resource
import subprocess
import sys
import tempfile
import venv
from collections import defaultdict
from itertools import islice
from pathlib import Path
from typing import Any

from benchmarks.floors import missed
from benchmarks.time import created, module

ROOT = Path(__file__).parent.parent
HOME = ROOT / ".benchmarks" / "peers"
PEER = "dateparser==1.2.1"
MANY, FEW = 120, 20
"""Articles for the speed of both; that of the few is taken off, so that no start counts."""
SCRIPT = r"""
import datetime, json, sys
from dateparser.search import search_dates
for line in open(sys.argv[1], encoding="utf-8"):
    record = json.loads(line)
    text, at = record["text"], 0
    day = datetime.datetime.fromisoformat(record["published"][:10])
    for said, found in search_dates(text, languages=["en"], settings={"RELATIVE_BASE": day, "PREFER_DATES_FROM": "past"}) or ():
        start = text.find(said, at)
        if start >= 0:
            at = start + len(said)
            row = {"doc": record["id"], "start": start, "end": at, "type": "DATE", "value": found.date().isoformat()}
            print(json.dumps(row))
"""


def main() -> int:
    """Run the benchmark."""
    cli = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    cli.add_argument("--data", type=Path, required=True)
    args = cli.parse_args()
    python = installed()
    if python is None:
        print(f"left out: {PEER} cannot be installed here")
        return 0
    ours = [sys.executable, "-m", "generator", "tag", "--jsonl"]
    with tempfile.TemporaryDirectory() as scratch:
        script = Path(scratch) / "peer.py"
        script.write_text(SCRIPT, encoding="utf-8")
        theirs = [str(python), str(script)]
        print(f"{'':12}{'MB a second':>12}{'strict':>8}{'relaxed':>9}{'value':>8}   (TimeBank)")
        us, them = (measured(name, each, args.data, Path(scratch)) for name, each in (("dateline", ours), ("dateparser", theirs)))
    return missed("peers", {"times as fast": us / them})


def installed() -> Path | None:
    """Return the interpreter of the peer's environment, made where it is not there yet; None where it cannot be made."""
    python = HOME / "bin" / "python"
    try:
        if not python.exists():
            venv.create(HOME, with_pip=True)
        command = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", PEER]
        subprocess.run(command, check=True, capture_output=True, timeout=300)
    except (OSError, subprocess.SubprocessError):
        return None
    return python


def measured(name: str, command: list[str], data: Path, scratch: Path) -> float:
    """Print the speed and the scores of a tagger; return its speed."""
    with gzip.open(data / "reuters" / "reuters-10k.jsonl.gz", "rt", encoding="utf-8") as lines:
        records = [json.loads(line) for line in islice(lines, MANY)]
    size = sum(len(each["text"].encode()) for each in records[FEW:]) / 1e6
    many, _ = tagged(command, records, scratch)
    few, _ = tagged(command, records[:FEW], scratch)
    result = scores(command, data / "te3", scratch)
    speed = size / max(many - few, 1e-3)
    print(f"{name:12}{speed:12.2f}{result['str'][0]:8.1f}{result['rel'][0]:9.1f}{result['val'][0]:8.1f}")
    return speed


def tagged(command: list[str], records: list[dict[str, Any]], scratch: Path) -> tuple[float, list[dict[str, Any]]]:
    """Tag records; return the CPU seconds it took, user and system, and the rows."""
    file = scratch / "records.jsonl"
    file.write_text("".join(json.dumps(each) + "\n" for each in records), encoding="utf-8")
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    output = subprocess.run([*command, str(file)], check=True, capture_output=True, text=True, cwd=ROOT).stdout
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime, [json.loads(line) for line in output.splitlines()]


def scores(command: list[str], folder: Path, scratch: Path) -> dict[str, Any]:
    """Score a tagger on TimeBank."""
    scorer = module(folder / "score.py")
    documents = sorted((folder / "timebank").glob("*.tml"))
    dated = [(path, day) for path in documents if (day := created(path)) is not None]
    records = [{"id": path.stem, "published": day.isoformat(), "text": scorer.load_gold(str(path))[0]} for path, day in dated]
    found: dict[str, list[tuple[int, int, str, str]]] = defaultdict(list)
    for row in tagged(command, records, scratch)[1]:
        found[row["doc"]].append((row["start"], row["end"], row["type"], row["value"]))
    result: dict[str, Any] = scorer.score(str(folder / "timebank"), found, docs={each["id"] for each in records})
    return result


if __name__ == "__main__":
    raise SystemExit(main())
