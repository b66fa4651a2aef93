"""The tagger beside other taggers in the same run: text per CPU second, and the scores of each.

    python -m benchmarks.peers --data DIR [--rounds 2]

DIR is as for ``benchmarks.time``. dateparser is installed by pip, chrono-node and Recognizers by npm, into ``.benchmarks/peers``;
what cannot be installed here is left out, and said so. dateparser gives days and nothing else, so that its value F1 cannot be high. Out: a
line for each tagger, its best round and their spread, each in turn, and how many times as fast ours is; exit 1 below a floor.
"""

from __future__ import annotations

import argparse
import gzip
import json
import resource
import shutil
import subprocess
import sys
import tempfile
import venv
from collections import defaultdict
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from benchmarks.floors import missed
from benchmarks.time import created, module

ROOT = Path(__file__).parent.parent
HOME = ROOT / ".benchmarks" / "peers"
PIP_PEER = "dateparser==1.2.1"
NPM_PEERS = ("chrono-node@2.10.3", "@microsoft/recognizers-text-date-time@1.3.2")
MANY, FEW = 120, 20
"""Articles for the speed of each; that of the few is taken off, so that no start counts."""
DATEPARSER = r"""
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
EACH_RECORD = r"""
const read = (told) => {
  for (const line of require("fs").readFileSync(process.argv[2], "utf8").split("\n").filter(Boolean)) {
    const record = JSON.parse(line);
    for (const row of told(record.text, new Date(record.published.slice(0, 10) + "T12:00:00Z")))
      console.log(JSON.stringify({ doc: record.id, ...row }));
  }
};
"""
CHRONO = r"""
const chrono = require("chrono-node");
const value = (at) => {
  const two = (name) => String(at.get(name)).padStart(2, "0");
  const year = String(at.get("year")).padStart(4, "0");
  if (at.isCertain("day") || at.isCertain("weekday") || !at.isCertain("year")) return `${year}-${two("month")}-${two("day")}`;
  return at.isCertain("month") ? `${year}-${two("month")}` : year;
};
read((text, day) => chrono.en.parse(text, day).map((one) => (
  { start: one.index, end: one.index + one.text.length, type: one.start.isCertain("hour") ? "TIME" : "DATE", value: value(one.start) })));
"""
RECOGNIZERS = r"""
const { recognizeDateTime } = require("@microsoft/recognizers-text-date-time");
const types = { time: "TIME", datetime: "TIME", datetimerange: "TIME", timerange: "TIME", duration: "DURATION", set: "SET" };
read((text, day) => recognizeDateTime(text, "en-us", 0, day).map((one) => {
  const kind = one.typeName.split(".")[1], [first] = one.resolution?.values ?? [{}];
  const value = kind === "date" ? first.value : first.timex;
  return { start: one.start, end: one.end + 1, type: types[kind] ?? "DATE", value: value ?? "" };
}));
"""


def main() -> int:
    """Run the benchmark."""
    cli = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    cli.add_argument("--data", type=Path, required=True)
    cli.add_argument("--rounds", type=int, default=2)
    args = cli.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        scratch = Path(folder)
        commands = {"dateline": [sys.executable, "-m", "generator", "tag", "--jsonl"], **dict(_peers())}
        with gzip.open(args.data / "reuters" / "reuters-10k.jsonl.gz", "rt", encoding="utf-8") as lines:
            records = [json.loads(line) for line in islice(lines, MANY)]
        speeds: defaultdict[str, list[float]] = defaultdict(list)
        for _ in range(args.rounds):
            for name, command in commands.items():
                speeds[name].append(_speed(command, records, scratch))
        print(f"{'':14}{'MB a second':>12}{'spread':>14}{'strict':>8}{'relaxed':>9}{'value':>8}   (TimeBank)")
        for name, command in commands.items():
            found, each = scores(command, args.data / "te3", scratch), speeds[name]
            spread = f"{min(each):.2f}–{max(each):.2f}"
            print(f"{name:14}{max(each):12.2f}{spread:>14}{found['str'][0]:8.1f}{found['rel'][0]:9.1f}{found['val'][0]:8.1f}")
    ours = max(speeds.pop("dateline"))
    return missed("peers", {f"times as fast as {name}": ours / max(each) for name, each in speeds.items()})


def _peers() -> Iterator[tuple[str, list[str]]]:
    """Install the peers where they are not there yet; yield the name of each, and the command that tags a file."""
    python, npm, node = HOME / "bin" / "python", shutil.which("npm"), shutil.which("node")
    HOME.mkdir(parents=True, exist_ok=True)
    if not python.exists():
        venv.create(HOME, with_pip=True)
    if _runs([str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", PIP_PEER]):
        yield "dateparser", [str(python), _script("dateparser_peer.py", DATEPARSER)]
    else:
        print(f"left out: {PIP_PEER} cannot be installed here")
    if npm and node and _runs([npm, "install", "--silent", "--no-audit", "--no-fund", "--prefix", str(HOME), *NPM_PEERS]):
        yield "chrono-node", [node, _script("chrono.cjs", EACH_RECORD + CHRONO)]
        yield "recognizers", [node, _script("recognizers.cjs", EACH_RECORD + RECOGNIZERS)]
    else:
        print(f"left out: {' and '.join(NPM_PEERS)} cannot be installed here")


def _script(name: str, text: str) -> str:
    (HOME / name).write_text(text, encoding="utf-8")
    return str(HOME / name)


def _runs(command: list[str]) -> bool:
    try:
        return subprocess.run(command, capture_output=True, check=False, timeout=300).returncode == 0
    except (OSError, subprocess.SubprocessError):
        return False


def _speed(command: list[str], records: list[dict[str, Any]], scratch: Path) -> float:
    """Return how many MB of text a tagger reads in a second of CPU, its start not counted."""
    size = sum(len(each["text"].encode()) for each in records[FEW:]) / 1e6
    many, _ = tagged(command, records, scratch)
    few, _ = tagged(command, records[:FEW], scratch)
    return size / max(many - few, 1e-3)


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
