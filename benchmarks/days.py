"""Date-F1 of whole builds on the topics of Timeline17: which days matter in hundreds of articles.

    python -m benchmarks.days --data DIR [--topics mj,syria] [--keep FOLDER] [--whole syria]

DIR holds TOPIC.tar.gz (articles NAME.txt + NAME.toml), TOPIC.gold.json and score.py. Each topic is unpacked to a temporary folder,
read, woven with default settings and scored. ``--whole`` also times `dateline build` of one topic, from the command line.
Out: a line per topic (articles, mentions, events, seconds, Date-F1) and the mean; exit 1 below its floor (``floors.toml``).
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tarfile
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from benchmarks.floors import missed
from generator import build, pipeline
from generator.edge.project import read_project
from generator.model.calendar import iso
from generator.model.edtf import bounds
from generator.model.event import Event

TOPICS = ("haiti", "h1n1", "iraq", "mj", "syria")


@dataclass(frozen=True, slots=True)
class Result:
    """What one topic came to; times in seconds."""

    topic: str
    articles: int
    mentions: int
    events: int
    drafting: float
    weaving: float
    score: float


def main() -> int:
    """Run the benchmark."""
    cli = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    cli.add_argument("--data", type=Path, required=True)
    cli.add_argument("--topics", default=",".join(TOPICS))
    cli.add_argument("--keep", type=Path, help="folder to leave TOPIC.timeline.json in")
    cli.add_argument("--whole", default="", help="topic whose build from the command line is timed too")
    args = cli.parse_args()
    results = []
    for topic in args.topics.split(","):
        with tempfile.TemporaryDirectory() as scratch:
            folder = unpacked(args.data / f"{topic}.tar.gz", Path(scratch))
            result = measured(topic, folder, args.data, args.keep or Path(scratch))
            whole = f"  dateline build {timed_build(folder, Path(scratch) / 'site'):.1f} s" if topic == args.whole else ""
        results.append(result)
        print(
            f"{result.topic:6} {result.articles:5} articles {result.mentions:6} mentions {result.events:6} events"
            f"  drafting {result.drafting:5.1f} s  weaving {result.weaving:5.1f} s  Date-F1 {result.score:.3f}{whole}",
            flush=True,
        )
    mean = sum(result.score for result in results) / len(results)
    print(f"mean of {len(results)}: {mean:.4f}")
    return missed("days", {"mean": mean}) if len(results) == len(TOPICS) else 0


def unpacked(archive: Path, scratch: Path) -> Path:
    """Unpack a topic and return the folder that holds its articles."""
    with tarfile.open(archive) as tar:
        tar.extractall(scratch / "topic", filter="data")
    return next((scratch / "topic").rglob("*.txt")).parent


def measured(topic: str, folder: Path, data: Path, out: Path) -> Result:
    """Read, weave and score one topic, without its pages."""
    recipe = build.default_recipe()
    project = read_project(folder).value
    settings = build.settings_of(project).value
    start = time.perf_counter()
    read = (pipeline.draft(files, settings, recipe).value for files in project.articles)
    drafts = tuple(draft for draft in read if draft is not None)
    drafted = time.perf_counter()
    mentions = tuple(mention for draft in drafts for mention in draft.mentions)
    events = pipeline.merged(drafts, settings, recipe).value
    woven = time.perf_counter()
    out.mkdir(parents=True, exist_ok=True)
    timeline = out / f"{topic}.timeline.json"
    timeline.write_text(json.dumps({"events": [as_json(event) for event in events]}, indent=1, ensure_ascii=False), encoding="utf-8")
    score = scored(data, topic, timeline)
    return Result(topic, len(drafts), len(mentions), len(events), drafted - start, woven - drafted, score)


def as_json(event: Event) -> dict[str, object]:
    """Return what the scorer and a reader of ``--keep`` need of an event."""
    days = bounds(event.date)
    return {
        "date": str(event.date),
        "earliest": None if days.earliest is None else iso(days.earliest),
        "latest": None if days.latest is None else iso(days.latest),
        "headline": event.headline,
        "status": event.status,
        "salience": event.salience,
        "citations": [{"source": each.source, "quote": each.quote, "date": str(each.date)} for each in event.citations],
    }


def scored(data: Path, topic: str, timeline: Path) -> float:
    """Return the mean Date-F1 that the data's own scorer prints."""
    command = [sys.executable, str(data / "score.py"), str(data / f"{topic}.gold.json"), str(timeline)]
    printed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    found = re.search(r"mean F1 ([\d.]+)", printed)
    if not found:
        raise SystemExit(f"the scorer printed no mean:\n{printed}")
    return float(found[1])


def timed_build(folder: Path, site: Path) -> float:
    """Return the wall seconds of a cold `dateline build`, pages included."""
    start = time.perf_counter()
    subprocess.run([sys.executable, "-m", "generator", "build", str(folder), "-o", str(site)], capture_output=True, check=False)
    return time.perf_counter() - start


if __name__ == "__main__":
    raise SystemExit(main())
