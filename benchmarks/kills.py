"""Kills: builds that are killed at random moments, two at once, or on a full disk; what stands then, and what the next build makes of it.

    python -m benchmarks.kills [--builds 1000] [--disks 60] [--control]

Laws: what stands is what stood or what was to stand, whole; the next build finishes the work, and leaves nothing behind; a full disk (a
small tmpfs, Linux) is one line that says so, exit code 1. The control replaces the pages one by one, and must be caught. Out: how many
builds broke a law; exit 1 where one did, or where the control did not.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks.floors import missed
from benchmarks.mishaps import ARTICLE, held, loaded, quiet
from generator.cli import run

ROOT = Path(__file__).parent.parent
SIZE = 4 * 1024 * 1024
"""Bytes of the small disk."""
PAGE = 4096
SEED = 18
Tree = dict[str, bytes]


def main() -> int:
    """Run the benchmark."""
    cli = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    cli.add_argument("--builds", type=int, default=1000, help="how many are killed")
    cli.add_argument("--disks", type=int, default=60, help="how many meet with a full disk")
    cli.add_argument("--control", action="store_true", help="kill only what writes in place, and count what stands by half")
    cli.add_argument("--inside", type=Path, help=argparse.SUPPRESS)
    args = cli.parse_args()
    loaded()
    broken: Counter[str] = Counter()
    if args.inside:
        on_full_disks(args.inside, args.disks, broken)
        print("\n".join(broken.elements()))
        return 0
    with tempfile.TemporaryDirectory() as scratch:
        if args.control:
            killed(Path(scratch), args.builds, in_place, broken)
            print(f"the control stood by half {broken['stands by half']} times of {args.builds}")
            return int(broken["stands by half"] == 0)
        killed(Path(scratch), args.builds, building, broken)
        if args.disks and sys.platform == "linux":
            broken.update(on_a_small_disk(Path(scratch) / "disk", args.disks))
    for law, count in broken.most_common():
        print(f"{count:5} × {law}")
    return int(bool(missed("kills", {"broken laws": broken.total()})))


def building(project: Path) -> int:
    """Build, as the command line does."""
    return run(["build", str(project), "--workers", "1"])


def in_place(project: Path) -> int:
    """Write the new pages over the old ones, one after the other: what must be caught."""
    site = project / "site"
    with tempfile.TemporaryDirectory() as made:
        run(["build", str(project), "--workers", "1", "-o", f"{made}/site"])
        for path in sorted(Path(made, "site").rglob("*")):
            target = site / path.relative_to(f"{made}/site")
            if path.is_dir():
                target.mkdir(parents=True, exist_ok=True)
            else:
                target.write_bytes(path.read_bytes())
    return 0


def states(project: Path) -> tuple[Callable[[], None], Callable[[], None]]:
    """Return what makes the project's articles say one thing, or another."""
    (project / "articles").mkdir(parents=True)
    (project / "timeline.toml").write_text('title = "The quarry"\n')
    (project / "articles" / "vote.toml").write_text("published = 2022-11-09\n")

    def one() -> None:
        (project / "articles" / "vote.txt").write_text(ARTICLE)
        (project / "articles" / "mill.txt").unlink(missing_ok=True)

    def other() -> None:
        (project / "articles" / "vote.txt").write_text(ARTICLE.replace("March", "April"))
        (project / "articles" / "mill.txt").write_text("The mill of Sarn was destroyed by a fire on 7 November 2022.\n" * 40)

    return one, other


def killed(scratch: Path, builds: int, work: Callable[[Path], int], broken: Counter[str]) -> None:
    """Kill builds at random, every tenth time two at once, and count the laws that break."""
    project = scratch / "project"
    sides = states(project)
    sites, seconds = whole(project, sides)
    chance, done = random.Random(SEED), 0  # noqa: S311 - repeatable
    started = time.perf_counter()
    for number in range(builds):
        now = (number + 1) % 2
        sides[now]()
        running = [forked(work, project) for _ in range(2 if number % 10 == 9 else 1)]
        time.sleep(chance.random() * seconds)
        for child in running:
            os.kill(child, signal.SIGKILL)
            done += os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
        if held(project / "site") not in sites:
            broken["stands by half"] += 1
        if code := ended(forked(work, project)):
            broken[f"the next build does not work: {code}"] += 1
        if held(project / "site") != sites[now]:
            broken["the next build does not mend it"] += 1
        if left := [each.name for each in project.iterdir() if "dateline-" in each.name]:
            broken[f"left behind: {left}"] += 1
        if number % 100 == 99:
            print(f"{number + 1:,} killed, {done} of them too late, {time.perf_counter() - started:.0f} s", flush=True)


def whole(project: Path, sides: tuple[Callable[[], None], Callable[[], None]]) -> tuple[tuple[Tree, Tree], float]:
    """Return the two sites, made in peace, and the seconds that one takes; the first of them stands afterwards.

    What a build loads once (tables, templates) is loaded here, in this process, and inherited by those that are killed.
    """
    sites: list[Tree] = []
    seconds = 0.0
    with quiet():
        for side in sides:
            side()
            building(project)
    for side in (*sides, sides[0]):
        side()
        started = time.perf_counter()
        if ended(forked(building, project)):
            raise RuntimeError("the project does not build")
        seconds = max(seconds, time.perf_counter() - started) if sites else 0.0
        sites.append(held(project / "site"))
    return (sites[0], sites[1]), seconds


def forked(work: Callable[[Path], int], project: Path) -> int:
    """Start the work in a process of its own that has all it needs loaded, and what it says kept beside the project; return its number."""
    child = os.fork()
    if child == 0:
        with quiet() as said:
            code = work(project)
            project.with_name("said").write_text(said.getvalue())
        os._exit(code & 0xFF)
    return child


def ended(child: int) -> int:
    """Wait for a process and return its exit code."""
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def on_a_small_disk(mount: Path, disks: int) -> Iterator[str]:
    """Run this benchmark again where it may mount a disk of its own, and pass on which laws broke."""
    mount.mkdir()
    inside = f'mount -t tmpfs -o size={SIZE} none "$0" && exec "$1" -m benchmarks.kills --inside "$0" --disks "$2"'
    command = ["unshare", "-rm", "sh", "-c", inside, str(mount), sys.executable, str(disks)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"no disk could be mounted: {done.stderr}")
    yield from (line for line in done.stdout.splitlines() if line)


def on_full_disks(mount: Path, disks: int, broken: Counter[str]) -> None:
    """Leave more and more of a disk free, build, and count the laws that break."""
    project = mount / "project"
    sides = states(project)
    sites, _ = whole(project, sides)
    sides[1]()
    for number in range(disks):
        rest = mount / "rest"
        free = shutil.disk_usage(mount).free
        with rest.open("wb") as filler:
            filler.write(b"0" * max(0, free - number * PAGE * 4))
        code = ended(forked(building, project))
        rest.unlink()
        said = project.with_name("said").read_text()
        stands = held(project / "site")
        if stands not in sites or (code == 0) != (stands == sites[1]):
            broken[f"stands by half, or not as said: {code}"] += 1
        if code > 1 or "Traceback" in said or "fault of the program" in said or (code == 1 and "error" not in said):
            broken[f"not told: {code} {said.strip()[-200:]!r}"] += 1
        sides[0]()
        if ended(forked(building, project)) or held(project / "site") != sites[0]:
            broken["the next build does not mend it"] += 1
        sides[1]()


if __name__ == "__main__":
    raise SystemExit(main())
