"""Saving edits: 10,000 saves by several processes that are killed at random, and how soon a save is on the page.

    python benchmarks/saves.py [--saves 10000] [--processes 4] [--articles 1000] [--acts 20] [--skip kills|page]

Out: how many acknowledged saves are on disk and whole (all must be); for a project of invented articles, the seconds from the request to
its acknowledgement, to the reload message on the websocket, and to the page that shows the act.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from pathlib import Path

from tornado.httpclient import HTTPRequest
from tornado.ioloop import IOLoop
from tornado.websocket import websocket_connect

from benchmarks.floors import missed
from benchmarks.previewed import ROOT, ask, get, served
from generator.model.project import File
from generator.read.edits import read

SAVER = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from generator.edge.editing.saving import EditFolder
from generator.desk.writing import name_of, text_of
from generator.model.edit import Action, Edit, Fields, Selector
from generator.model.span import Source
folder = EditFolder(Path(sys.argv[1]))
for number in range(1_000_000):
    at = datetime.now(UTC).replace(microsecond=0)
    target = Selector("a", f"The {number}th sentence of {sys.argv[2]}.", "Tuesday")
    edit = Edit("", Source("", ""), Action.EDIT, at, by=sys.argv[2], targets=(target,), set=Fields(headline=f"H {number}"), note="n " * 200)
    with folder.locked():
        saved = folder.write("edits", name_of(edit, "one and the same"), text_of(edit))
    print(saved.path, saved.digest, flush=True)
"""


def main() -> int:
    """Run the benchmark."""
    cli = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    cli.add_argument("--saves", type=int, default=10_000)
    cli.add_argument("--processes", type=int, default=4)
    cli.add_argument("--articles", type=int, default=1000)
    cli.add_argument("--acts", type=int, default=20)
    cli.add_argument("--skip", choices=("kills", "page"), default="")
    args = cli.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        figures = kills(Path(scratch), args.saves, args.processes) if args.skip != "kills" else {}
        if args.skip != "page":
            figures |= page(Path(scratch) / "news", args.articles, args.acts)
    return int(bool(missed("saves", figures)))


def kills(scratch: Path, wanted: int, processes: int) -> dict[str, float]:
    """Let processes save until *wanted* saves are acknowledged, killing one at random moments; return what is wrong on disk."""
    project = scratch / "project"
    project.mkdir()
    chance, started, killed = random.Random(11), time.perf_counter(), 0  # noqa: S311 - repeatable
    running: list[tuple[subprocess.Popen[bytes], Path]] = []
    told: list[str] = []

    def start() -> None:
        path = scratch / f"told-{len(told)}-{killed}-{len(running)}-{time.monotonic_ns()}"
        with path.open("wb") as out:
            command = [sys.executable, "-c", SAVER, str(project), path.name]
            running.append((subprocess.Popen(command, stdout=out, env={**os.environ, "PYTHONPATH": str(ROOT)}), path))

    def end(number: int) -> None:
        process, path = running.pop(number)
        process.send_signal(signal.SIGKILL)
        process.wait()
        told.extend(path.read_text().split("\n")[:-1])

    while len(told) < wanted:
        while len(running) < processes:
            start()
        time.sleep(0.3 + chance.random() * 1.2)
        killed += 1
        end(chance.randrange(len(running)))
        if len(told) + sum(path.read_bytes().count(b"\n") for _, path in running) >= wanted:
            while running:
                end(0)
                killed += 1
    seconds = time.perf_counter() - started
    lost = [line for line in told if not _is_there(project, *line.split())]
    files = sorted((project / "edits").glob("*.md"))
    broken = [each.name for each in files if read(File(each.name, each.read_bytes())).value is None]
    names = len({line.split()[0] for line in told})
    print(f"{len(told):,} saves acknowledged to {processes} processes, {killed} killed, {seconds:.0f} s: {len(lost)} lost or changed,")
    print(f"  {len(told) - names} names given twice, {len(files):,} files on disk, {len(broken)} that cannot be read")
    return {"lost": len(lost), "unreadable": len(broken)}


def _is_there(project: Path, path: str, digest: str) -> bool:
    file = project / path
    return file.exists() and sha256(file.read_bytes()).hexdigest() == digest


def page(folder: Path, articles: int, acts: int) -> dict[str, float]:
    """Measure how soon a save is on the page, and in how much time without the disk's memory the preview starts; return the seconds."""
    invented(folder, articles)
    with served(folder) as (port, token, seconds):
        print(f"{articles:,} articles: preview ready after {seconds:.1f} s")
        events = [event for event in ask(port, token, "overview")["events"] if event["shown"]]
        rounds = [_one(port, token, event["id"]) for event in events[:: max(1, len(events) // acts)][:acts]]
    figures = {"seconds to preview": seconds}
    for name, values in zip(("acknowledged", "reload told", "page served"), zip(*rounds, strict=True), strict=True):
        print(f"  {name:12}  median {statistics.median(values):.3f} s, worst of {len(values)} {max(values):.3f} s")
        figures[f"seconds until {name}"] = statistics.median(values)
    return figures


def _one(port: int, token: str, event: str) -> tuple[float, float, float]:
    """Save one headline; return when it was acknowledged, when the page was told to load, when it was served with it."""
    time.sleep(0.5)  # a person takes longer still; else the next save would wait for what the watcher makes of the last
    now = ask(port, token, f"event?id={event}")
    headline = f"Act {time.monotonic_ns()}"
    times: list[float] = []

    async def work() -> None:
        request = HTTPRequest(f"ws://127.0.0.1:{port}/livereload", headers={"Origin": f"http://127.0.0.1:{port}"})
        socket = await websocket_connect(request)
        await socket.write_message(json.dumps({"command": "hello", "protocols": ["http://livereload.com/protocols/official-7"]}))
        await socket.read_message()
        await socket.write_message(json.dumps({"command": "info", "url": f"http://127.0.0.1:{port}/", "plugins": {}}))
        started = time.perf_counter()
        asked = {"action": "edit", "events": [{"id": event, "revision": now["revision"]}], "set": {"headline": headline}}
        with ThreadPoolExecutor(1) as pool:
            saving = pool.submit(ask, port, token, "save", asked)
            saving.add_done_callback(lambda _: times.append(time.perf_counter() - started))
            while json.loads(await socket.read_message() or "{}").get("command") != "reload":
                pass
            times.append(time.perf_counter() - started)
        socket.close()
        text = get(port, f"/event/{event}/")
        times.append(time.perf_counter() - started)
        if headline not in text:
            raise AssertionError("the page does not show the act")

    IOLoop(make_current=False).run_sync(work, timeout=120)
    return min(times[:2]), max(times[:2]), times[2]


PLACES = ("Arlen", "Bruck", "Cador", "Delmen", "Estry", "Fenwick", "Garl", "Holme", "Istan", "Jarrow", "Kelm", "Lund", "Marle", "Norrey")
THINGS = ("bridge", "harbour", "school", "market", "library", "tunnel", "dam", "airport", "hospital", "archive", "theatre", "reservoir")
DEEDS = ("closed", "opened", "inspected", "flooded", "sold", "repaired", "evacuated", "surveyed", "rebuilt", "painted")
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def invented(folder: Path, articles: int) -> None:
    """Write a project of invented news: each article tells a few dated things, some of them told by others too."""
    chance = random.Random(3)  # noqa: S311 - repeatable
    (folder / "articles").mkdir(parents=True)
    (folder / "timeline.toml").write_text('title = "Invented news"\n')
    for number in range(articles):
        place, thing = chance.choice(PLACES), chance.choice(THINGS)
        told = [
            f"The {thing} of {place} was {chance.choice(DEEDS)} on {chance.choice(DAYS)}, the mayor of {place} said.",
            f"Engineers plan to test the {chance.choice(THINGS)} next week.",
            f"The {chance.choice(THINGS)} of {chance.choice(PLACES)} had been {chance.choice(DEEDS)} in {chance.randint(1990, 2018)}.",
            f"Nobody was hurt when a wall of the {thing} fell yesterday, said {chance.choice(PLACES)} Smith, a witness.",
            "The weather was mild, and the streets were full of people who had come to look.",
        ]
        chance.shuffle(told)
        day = f"20{19 + number % 4}-{1 + number * 7 % 12:02}-{1 + number * 11 % 28:02}"
        (folder / "articles" / f"n{number:05}.txt").write_text(f"The {thing} of {place}\n\n" + "\n\n".join(told) + "\n")
        (folder / "articles" / f"n{number:05}.toml").write_text(f'published = {day}\npublisher = "{chance.choice(PLACES)} Post"\n')


if __name__ == "__main__":
    sys.exit(main())
