"""An archive worked through at the desk by script: every event checked, cut or retitled, and none of it lost.

    python -m benchmarks.desk --data FOLDER [--events 568] [--looks 20]

FOLDER holds articles (NAME.txt + NAME.toml), or is a tar.gz of such a folder. Each event gets one act, in the order of the desk's queue;
now and then the front page is asked for as a browser would ask for it. Then the project is built anew, and every act is looked for in what
comes of it. Out: the seconds of it all and of a look at the page, and how many acts are lost; exit 1 where one misses its floor.
"""

from __future__ import annotations

import argparse
import json
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from itertools import cycle
from pathlib import Path
from typing import Any

from benchmarks.days import unpacked
from benchmarks.floors import missed
from benchmarks.previewed import ROOT, ask, get, served

KINDS = ("check", "cut", "title")


def main() -> int:
    """Run the benchmark."""
    cli = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    cli.add_argument("--data", type=Path, required=True)
    cli.add_argument("--events", type=int, default=568)
    cli.add_argument("--looks", type=int, default=20)
    args = cli.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = project(args.data, Path(scratch))
        with served(folder) as (port, token, seconds):
            print(f"preview ready after {seconds:.1f} s", flush=True)
            started = time.perf_counter()
            done, refused, looks = worked(port, token, args.events, args.looks)
            wall = time.perf_counter() - started
        events = built(folder)
        lost = [name for name, act in done.items() if not holds(act, name, events)]
        files = len(list((folder / "edits").glob("*.md")))
    machine = resource.getrusage(resource.RUSAGE_CHILDREN)
    print(f"the preview and the build after it: {machine.ru_utime + machine.ru_stime:.0f} s of the processor")
    print(f"{len(done)} events worked through in {wall:.0f} s, {len(refused)} acts refused, {files} files, {len(lost)} lost")
    print("\n".join([*refused[:5], *lost[:5]]))
    figures = {
        "lost": len(lost) + len(refused) + abs(files - len(done)),
        "seconds for 100 acts": 100 * wall / max(1, len(done)),
        "seconds to a look": statistics.median(looks),
    }
    return int(bool(missed("desk", figures)))


def project(data: Path, scratch: Path) -> Path:
    """Make a project of the articles and return its folder; all events are shown."""
    made = scratch / "project"
    made.mkdir()
    articles = unpacked(data, scratch) if data.is_file() else data
    shutil.copytree(articles, made / "articles")
    (made / "timeline.toml").write_text('title = "An archive"\n')
    return made


def worked(port: int, token: str, most: int, looks: int) -> tuple[dict[str, dict[str, Any]], list[str], list[float]]:
    """Do one act on each event; return the acts by event, why others were refused, and the seconds of each look at the page."""
    done: dict[str, dict[str, Any]] = {}
    refused, seen = [], []
    queue = sorted(ask(port, token, "desk")["events"], key=lambda each: each["rank"])[:most]
    every = max(1, len(queue) // looks)
    for number, (event, kind) in enumerate(zip(queue, cycle(KINDS), strict=False)):
        now = ask(port, token, f"event?id={event['id']}")
        acts: dict[str, dict[str, Any]] = {
            "check": {"action": "edit", "set": {"checked": True}},
            "cut": {"action": "hide", "reason": "not of this story"},
            "title": {"action": "edit", "set": {"headline": f"Title {number} of our own"}},
        }
        act = acts[kind]
        started = time.perf_counter()
        try:
            saved = ask(port, token, "save", {**act, "events": [{"id": event["id"], "revision": now["revision"]}]})
        except AssertionError as error:
            refused.append(f"{event['id']}: {error}")
            continue
        done[saved["event"] or event["id"]] = act
        if number % every == 0:
            ask(port, token, "desk")  # answers when the build that the save asked for has been made
            get(port, "/")
            seen.append(time.perf_counter() - started)
    return done, refused, seen


def built(folder: Path) -> dict[str, dict[str, Any]]:
    """Build the project from its files alone, and return its events by id."""
    subprocess.run([sys.executable, "-m", "generator", "build", str(folder)], cwd=ROOT, check=False, capture_output=True)
    events = json.loads((folder / "site" / "timeline.json").read_text("utf-8"))["events"]
    return {each["id"]: each for each in events}


def holds(act: dict[str, Any], name: str, events: dict[str, dict[str, Any]]) -> bool:
    """Tell whether an act is in the built timeline."""
    event = events.get(name)
    if act["action"] == "hide":
        return event is None
    return event is not None and all(event[field] == value for field, value in act["set"].items())


if __name__ == "__main__":
    sys.exit(main())
