"""A crowd: saves over HTTP by several processes to previews that are killed, beside an editor that asks for no lock; what is on disk then.

    python -m benchmarks.crowd [--saves 10000] [--processes 8] [--previews 2] [--unlocked 1000] [--each 400]

Each process asks one of the previews of a project again and again; previews are killed at random and started anew. Beside them files are
written into ``edits/`` as by a text editor, under names that a preview might take next. After ``--each`` saves a new project is begun, for
every act makes the next build longer. Out: how many acknowledged saves are not on the disk as they were sent (lost), how many files
cannot be read (torn), how many of the other editor's files are not as it wrote them; exit 1 where there is one.
"""

from __future__ import annotations

import argparse
import itertools
import json
import multiprocessing
import os
import random
import re
import signal
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.floors import missed
from benchmarks.previewed import ask
from generator.cli import run
from generator.model.project import File
from generator.read.edits import read

MILLS = ("Arlen", "Brod", "Corvin", "Elster")
TEXT = "\n\n".join(f"The mill at {name} burned down on {day} March 2023." for day, name in enumerate(MILLS, 1))
OWN = '+++\naction = "add"\nat = 2023-03-21T10:00:00Z\nown_reporting = true\n[set]\ndate = "2023-03"\nheadline = "Own {}"\n+++\n{}\n'
REFUSED = (OSError, AssertionError, ValueError, KeyError)
"""What comes of asking a preview that is being killed, or of acting on what has just been changed."""
SEED = 18
_LOADED = multiprocessing.get_context("forkserver")
"""Makes processes from one that has loaded what a preview needs, and has no threads."""
_LOADED.set_forkserver_preload(["generator.commands.serve", "generator.commands.editing", "generator.edge.editing.routes", __name__])


def main() -> int:
    """Run the benchmark."""
    cli = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    cli.add_argument("--saves", type=int, default=10_000)
    cli.add_argument("--processes", type=int, default=8, help="how many save at once")
    cli.add_argument("--previews", type=int, default=2, help="how many previews of a project stand")
    cli.add_argument("--unlocked", type=int, default=1000, help="files that an editor without a lock writes meanwhile")
    cli.add_argument("--each", type=int, default=400, help="saves to one project")
    args = cli.parse_args()
    figures = {"lost": 0, "torn": 0}
    saved = written = killed = rounds = 0
    started = time.perf_counter()
    while saved < args.saves:
        wanted = min(args.each, args.saves - saved)
        with tempfile.TemporaryDirectory() as scratch:
            told, own, deaths = pressed(Path(scratch), wanted, args.processes, args.previews, args.unlocked * wanted // args.saves)
            found = judged(Path(scratch) / "mills" / "edits", told, own)
        figures = {name: value + found[name] for name, value in figures.items()}
        saved, written, killed, rounds = saved + len(told), written + len(own), killed + deaths, rounds + 1
        seconds = time.perf_counter() - started
        print(
            f"{saved:,} saves acknowledged in {rounds} projects, {killed} previews killed, {written:,} files beside, {seconds:.0f} s",
            flush=True,
        )
    return int(bool(missed("crowd", figures)))


def pressed(scratch: Path, wanted: int, processes: int, previews: int, unlocked: int) -> tuple[list[tuple[str, str]], dict[str, str], int]:
    """Let all of them loose on a new project; return path and headline of each acknowledged save, the other editor's files, the kills."""
    project = scratch / "mills"
    (project / "articles").mkdir(parents=True)
    (project / "edits").mkdir()
    (project / "timeline.toml").write_text('title = "The mills"\n')
    (project / "articles" / "mills.txt").write_text(f"{TEXT}\n")
    (project / "articles" / "mills.toml").write_text("published = 2023-03-20\n")
    doors = [scratch / f"door-{number}" for number in range(previews)]
    logs = [scratch / f"log-{number}" for number in range(processes)]
    over, deaths, own = threading.Event(), [0], dict[str, str]()
    keepers = [threading.Thread(target=_kept_open, args=(project, door, over, deaths, number)) for number, door in enumerate(doors)]
    keepers.append(threading.Thread(target=_written_beside, args=(project / "edits", over, own, unlocked)))
    with _saving(doors, logs) as running:  # forked before there are threads
        for each in keepers:
            each.start()
        while sum(log.read_bytes().count(b"\n") for log in logs if log.exists()) < wanted and running():
            time.sleep(0.2)
    over.set()
    for each in keepers:
        each.join()
    lines = [line for log in logs if log.exists() for line in log.read_text().split("\n")[:-1]]
    return [(path, headline) for path, headline in map(json.loads, lines)], own, deaths[0]


def judged(edits: Path, told: list[tuple[str, str]], own: dict[str, str]) -> dict[str, int]:
    """Count what is not as it was acknowledged, and what cannot be read."""
    acts = {each.name: read(File(each.name, each.read_bytes())).value for each in edits.glob("*.md")}
    headlines = {name: act.set.headline for name, act in acts.items() if act}
    lost = [path for path, headline in told if headlines.get(Path(path).name) != headline]
    lost += [name for name, text in own.items() if not (edits / name).exists() or (edits / name).read_text() != text]
    torn = [name for name, act in acts.items() if act is None]
    for name in (lost + torn)[:5]:
        print(f"lost or torn: {name}")
    return {"lost": len(lost) + len(told) - len({path for path, _ in told}), "torn": len(torn)}


def _kept_open(project: Path, door: Path, over: threading.Event, deaths: list[int], number: int) -> None:
    """Keep a preview open, saying where in a file; kill it at random and begin again."""
    chance = random.Random(SEED + number)  # noqa: S311 - repeatable
    said = door.with_suffix(".said")
    while not over.is_set():
        said.write_text("")
        preview = _LOADED.Process(target=_previews, args=(project, said, f"P{number}"))
        preview.start()
        while not (found := re.search(r"http://127\.0\.0\.1:(\d+)/#edit=([\w-]+)", said.read_text())) and preview.is_alive():
            time.sleep(0.05)
        if found:
            door.write_text(f"{found[1]} {found[2]}")
        over.wait(2 + chance.random() * 10)
        preview.kill()
        preview.join()
        deaths[0] += not over.is_set()


def _previews(project: Path, said: Path, by: str) -> None:
    """Serve, in a process that has all it needs loaded, and keep what it says."""
    with said.open("w", buffering=1) as out:
        os.dup2(out.fileno(), 1)
        os.dup2(out.fileno(), 2)
        run(["serve", "--edit", "--by", by, str(project), "--port", "0"])


def _written_beside(edits: Path, over: threading.Event, own: dict[str, str], count: int) -> None:
    """Write files as an editor does that knows of no lock: under names a preview may want next, whole or bit by bit, some of them twice."""
    numbers = itertools.count()
    while len(own) < count and not over.wait(0.05):
        number = next(numbers)
        names = sorted(each.name for each in edits.glob("2*.md")) or ["2023-03-21-100000-edit-mill.md"]
        stem = re.sub(r"(?:-\d+)?\.md$", "", names[-1])
        path, text = edits / f"{stem}-{number % 7 + 2}.md", OWN.format(number, "n " * (number % 300))
        try:
            with path.open("x") as file:
                for start in range(0, len(text), 200):
                    file.write(text[start : start + 200])
                    file.flush()
        except FileExistsError:
            continue
        own[path.name] = text


@contextmanager
def _saving(doors: list[Path], logs: list[Path]) -> Iterator[Callable[[], bool]]:
    """Run the processes that save; yield what tells whether they all still do."""
    crowd = [multiprocessing.Process(target=_saves, args=(doors, log, number)) for number, log in enumerate(logs)]
    for each in crowd:
        each.start()
    try:
        yield lambda: all(each.is_alive() for each in crowd)
    finally:
        for each in crowd:
            os.kill(each.pid or 0, signal.SIGKILL)
            each.join()


def _saves(doors: list[Path], log: Path, number: int) -> None:
    """Save headlines, one after the other, and note what was acknowledged."""
    chance = random.Random(SEED * 100 + number)  # noqa: S311 - repeatable
    with log.open("a") as told:
        while True:
            headline = f"Mill {number} {time.monotonic_ns()}"
            try:
                port, token = chance.choice(doors).read_text().split()
                event = chance.choice([each for each in ask(int(port), token, "overview")["events"] if each["shown"]])
                asked = {"action": "edit", "events": [{"id": event["id"], "revision": event["revision"]}], "set": {"headline": headline}}
                answer = ask(int(port), token, "save", asked)
            except REFUSED:
                time.sleep(0.01)
                continue
            told.write(json.dumps([answer["path"], headline]) + "\n")
            told.flush()


if __name__ == "__main__":
    raise SystemExit(main())
