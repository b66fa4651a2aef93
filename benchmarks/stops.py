"""Stops: previews told to end at random moments, while they start, build, save, with pages open; how soon they do, and what they leave.

    python -m benchmarks.stops [--stops 300] [--articles 150] [--seed 18] [--busy 1]

Each is told by Ctrl-C (SIGINT) or SIGTERM, only itself or with the processes that it has started; every fifth is told twice. Laws: it has
ended within 5 seconds, and its exit code says why (130, or by SIGTERM; by SIGINT where it was told twice, or Python itself has not started
yet), no process of it lives on, and every edit stands whole. Out: how many broke a law, and the seconds they took; exit 1 where one did.
"""

from __future__ import annotations

import argparse
import base64
import os
import random
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from benchmarks.floors import missed
from benchmarks.previewed import ROOT, ask
from benchmarks.saves import invented
from generator.model.project import File
from generator.read.edits import read

SECONDS, PATIENCE = 5.0, 60.0
"""Within how long a preview has to end, and after how long it is said to hang."""
ENDED = {signal.SIGINT: {130, -signal.SIGINT}, signal.SIGTERM: {-signal.SIGTERM, 143}}
MOMENTS = ("starting", "shown", "saving", "building")
REFUSED = (OSError, AssertionError, ValueError, KeyError, StopIteration)


@dataclass(frozen=True)
class Stop:
    """When a preview is told to end, and how."""

    moment: str
    sent: signal.Signals
    twice: bool
    group: bool
    edits: bool
    large: bool
    clean: bool
    wait: float


@dataclass(frozen=True)
class Ended:
    """How a preview ended: its exit code (none where it did not), the seconds from the signal, the processes it left, what it said."""

    code: int | None
    seconds: float
    left: tuple[int, ...]
    said: str


def main() -> int:
    """Run the benchmark."""
    cli = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    cli.add_argument("--stops", type=int, default=300)
    cli.add_argument("--articles", type=int, default=150, help="of the project that takes long to build")
    cli.add_argument("--seed", type=int, default=18)
    cli.add_argument("--busy", type=float, default=1, help="how many times longer all takes on a machine that others use too")
    args = cli.parse_args()
    signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's background ignores it, and so would those that are started
    chance, broken, taken = random.Random(args.seed), Counter[str](), []  # noqa: S311 - repeatable
    with tempfile.TemporaryDirectory() as scratch:
        folders = Path(scratch) / "small", Path(scratch) / "large"
        for folder, articles in zip(folders, (4, args.articles), strict=True):
            invented(folder, articles)
        for number in range(args.stops):
            stop = chosen(number, chance, args.busy)
            ended = stopped(folders[stop.large], stop)
            taken.append(ended.seconds)
            for law in laws(stop, ended, folders[stop.large], args.busy):
                broken[law] += 1
                print(f"{law}: {stop} {ended}", flush=True)
            if number % 50 == 49:
                print(f"{number + 1} stopped, {broken.total()} laws broken, the slowest {max(taken):.1f} s", flush=True)
    return int(bool(missed("stops", {"broken laws": broken.total(), "seconds to end": max(taken)})))


def chosen(number: int, chance: random.Random, busy: float) -> Stop:
    """Return the next stop: all moments and signals in turn, the rest by chance."""
    moment = MOMENTS[number % len(MOMENTS)]
    sent = (signal.SIGINT, signal.SIGTERM)[number // len(MOMENTS) % 2]
    large = chance.random() < 0.4
    wait = chance.random() * ((4 if large else 1.5) * busy if moment == "starting" else 1)
    return Stop(
        moment,
        sent,
        number % 5 == 4,
        chance.random() < 0.5,
        moment == "saving" or chance.random() < 0.5,
        large,
        chance.random() < 0.5,
        wait,
    )


def stopped(project: Path, stop: Stop) -> Ended:
    """Start a preview, tell it to end at its moment, and return how it did."""
    if stop.clean:
        shutil.rmtree(project / ".dateline", ignore_errors=True)
    command = [
        sys.executable,
        "-X",
        "faulthandler",
        "-m",
        "generator",
        "serve",
        str(project),
        "--port",
        "0",
        *(("--edit", "--by", "R.K.") if stop.edits else ()),
    ]
    over = threading.Event()
    with (project.parent / "said").open("w+b") as said:
        started = subprocess.Popen(command, stdout=said, stderr=said, cwd=ROOT, start_new_session=True)
        busy = [] if stop.moment == "starting" else _occupied(project, stop, Path(said.name), over, started)
        time.sleep(stop.wait)
        began = time.perf_counter()
        _sent(started, stop)
        if stop.twice:
            time.sleep(0.05)
            _sent(started, stop)
        with suppress(subprocess.TimeoutExpired):
            started.wait(PATIENCE)
        seconds = time.perf_counter() - began
        over.set()
        left, code = _left(started.pid, PATIENCE / 2), started.returncode
        for living in (started.pid, *left) if code is None else left:
            with suppress(ProcessLookupError):
                os.kill(living, signal.SIGABRT)  # says where it was
        with suppress(subprocess.TimeoutExpired):
            started.wait(PATIENCE)
        started.kill()
        started.wait()
        for each in busy:
            each.join()
        said.seek(0)
        return Ended(code, seconds, left, said.read().decode(errors="replace"))


def _sent(started: subprocess.Popen[bytes], stop: Stop) -> None:
    """Send the signal as a terminal does, to all processes of the preview, or to itself only."""
    with suppress(ProcessLookupError):
        if stop.group:
            os.killpg(started.pid, stop.sent)
        else:
            started.send_signal(stop.sent)


def laws(stop: Stop, ended: Ended, project: Path, busy: float) -> list[str]:
    """Name the laws that are broken."""
    edits = project / "edits"
    torn = [each.name for each in edits.glob("*.md") if read(File(each.name, each.read_bytes())).value is None]
    said = ended.said.replace("Traceback (most recent call last)", "", 1) if ended.code == -signal.SIGINT else ended.said
    broken = {
        "hangs": ended.code is None,
        f"code {ended.code}": ended.code is not None and ended.code not in ENDED[stop.sent],
        "slow": SECONDS * busy < ended.seconds < PATIENCE,
        "leaves processes": bool(ended.left),
        "torn edits": bool(torn),
        "tells of a fault": "Traceback" in said or "fault of the program" in said,
    }
    return [name for name, is_broken in broken.items() if is_broken]


def _occupied(project: Path, stop: Stop, said: Path, over: threading.Event, process: subprocess.Popen[bytes]) -> list[threading.Thread]:
    """Wait for a preview, open pages of it, and let it save or build again and again; return who does."""
    found = None
    while found is None and process.poll() is None:
        found = re.search(r"http://127\.0\.0\.1:(\d+)/(?:#edit=([\w-]+))?", said.read_text(errors="replace"))
        time.sleep(0.02)
    if found is None:
        return []
    port, token = int(found[1]), found[2] or ""
    work: dict[str, Callable[[], None]] = {"saving": lambda: _saved(port, token), "building": lambda: _changed(project)}
    busy = [threading.Thread(target=_open_page, args=(port, over)) for _ in range(2)]
    if stop.moment in work:
        busy.append(threading.Thread(target=_again, args=(work[stop.moment], over)))
    for each in busy:
        each.start()
    return busy


def _again(work: Callable[[], None], over: threading.Event) -> None:
    while not over.wait(0.02):
        with suppress(*REFUSED):
            work()


def _saved(port: int, token: str) -> None:
    event = next(each for each in ask(port, token, "overview")["events"] if each["shown"])
    asked = {
        "action": "edit",
        "events": [{"id": event["id"], "revision": event["revision"]}],
        "set": {"headline": str(time.monotonic_ns())},
    }
    ask(port, token, "save", asked)


def _changed(project: Path) -> None:
    article = project / "articles" / "n00001.txt"
    text = article.read_text()
    article.write_text(f"{text}\n" if len(text) % 7 else text.rstrip("\n") + "\n")


def _open_page(port: int, over: threading.Event) -> None:
    """Hold a websocket open as a browser does, and what comes of it unread."""
    key = base64.b64encode(os.urandom(16)).decode()
    with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=10) as opened:
        opened.sendall(
            f"GET /livereload HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nOrigin: http://127.0.0.1:{port}\r\nUpgrade: websocket\r\n"
            f"Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: {key}\r\n\r\n".encode()
        )
        over.wait()


def _left(leader: int, seconds: float) -> tuple[int, ...]:
    """Return what lives on of a session without its leader, after a while in which it may see that it is alone."""
    until = time.monotonic() + seconds
    while (left := tuple(each for each in _session(leader) if each != leader)) and time.monotonic() < until:
        time.sleep(0.05)
    return left


def _session(leader: int) -> list[int]:
    """Return the processes of a session that live."""
    found = []
    for place in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            words = (place / "stat").read_text().rpartition(") ")[2].split()
            if int(words[3]) == leader and words[0] != "Z":
                found.append(int(place.name))
    return found


if __name__ == "__main__":
    raise SystemExit(main())
