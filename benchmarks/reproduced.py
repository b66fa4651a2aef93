"""The same bytes: one project built in many environments, and every site compared with the first, modes included.

    python -m benchmarks.reproduced [--every 1]

The environments are all combinations of time zone, locale and umask, spread over hash seeds, folders, the order of files on the disk,
numbers of processes, with a memory of earlier builds, with a deleted one or without. Out: how many sites differ;
exit 1 where one does.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import product
from pathlib import Path

from benchmarks.floors import missed

ROOT = Path(__file__).parent.parent
ZONES = ("UTC", "Pacific/Kiritimati", "America/St_Johns", "Pacific/Pago_Pago")
LOCALES = ("C", "C.UTF-8", "tr_TR.UTF-8")
UMASKS = (0o022, 0o077, 0o000, 0o027)
SEEDS = ("0", "1", "4294967295")
FOLDERS = ("a", "Ärger über 2 $x", "deep/er/and/deeper")
MEMORIES = ("kept", "none", "deleted")
_TEXTS = {
    "vote": "The council of Marle voted on Tuesday to plant the old quarry with trees. Work is expected to begin in March 2023.",
    "Été": "Le conseil a voté mardi. Les travaux commenceront en mars 2023.",
    "mill": "The mill of Sarn was destroyed on Monday, 7 November 2022. The mayor, Ines Ilgaz, said on Wednesday that it was insured.",
    "more": "The council of Marle voted on Tuesday to plant the old quarry. The mill of Sarn was destroyed on 7 November, its owner said.",
}
_EDIT = """+++
action = "add"
at = 2022-11-10T10:00:00+09:00
own_reporting = true
[set]
date = "2022-11-01"
headline = "İt"
+++
"""


@dataclass(frozen=True)
class Around:
    """What is round a build and must not matter."""

    zone: str
    locale: str
    umask: int
    seed: str
    folder: str
    memory: str
    workers: int
    backwards: bool


def environments() -> tuple[Around, ...]:
    """Return 48 environments, in which each value meets each of the others' at least once or nearly so."""
    return tuple(
        Around(zone, locale, umask, SEEDS[n % 3], FOLDERS[n // 2 % 3], MEMORIES[n // 3 % 3], 1 + n // 5 % 2, bool(n // 7 % 2))
        for n, (zone, locale, umask) in enumerate(product(ZONES, LOCALES, UMASKS))
    )


def main() -> int:
    """Run the benchmark."""
    cli = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    cli.add_argument("--every", type=int, default=1, help="take every so many environments")
    args = cli.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        sites = {around: built(around, Path(scratch)) for around in environments()[:: args.every]}
    first = next(iter(sites.values()))
    differ = {around: unlike(first, site) for around, site in sites.items() if site != first}
    for around, names in differ.items():
        print(f"{around}: {' '.join(names[:5])}")
    print(f"{len(sites)} environments, {len(first)} files each")
    return int(bool(missed("reproduced", {"differing sites": len(differ)})))


def built(around: Around, scratch: Path) -> dict[str, tuple[int, bytes]]:
    """Build the project in an environment; return the site's files and folders with their modes."""
    project = scratch / around.folder / "project"
    if around.memory == "deleted" or not project.exists():
        shutil.rmtree(project, ignore_errors=True)
        written(project, backwards=around.backwards)
    options = ["--clean"] if around.memory == "none" else []
    command = [sys.executable, "-m", "generator", "build", str(project), "--workers", str(around.workers), *options]
    subprocess.run(command, env=environment(around), umask=around.umask, check=True, capture_output=True)
    site = project / "site"
    return {
        each.relative_to(site).as_posix(): (each.stat().st_mode, each.read_bytes() if each.is_file() else b"")
        for each in sorted(site.rglob("*"))
    }


def environment(around: Around) -> Mapping[str, str]:
    """Return the variables of an environment."""
    own = {"TZ": around.zone, "LC_ALL": around.locale, "LANG": around.locale, "PYTHONHASHSEED": around.seed, "PYTHONPATH": str(ROOT)}
    return {**{name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}, **own}


def written(project: Path, *, backwards: bool) -> None:
    """Make the project's files, in one order or the other."""
    files = {f"articles/{name}.txt": f"{text}\n" for name, text in _TEXTS.items()}
    files |= {f"articles/{name}.toml": "published = 2022-11-09\n" for name in _TEXTS}
    files |= {"timeline.toml": 'title = "Ülker"\nbase_url = "https://a.example/"\n', "edits/one.md": _EDIT, "static/extra.css": "a{}\n"}
    for name, text in sorted(files.items(), reverse=backwards):
        path = project / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def unlike(one: Mapping[str, tuple[int, bytes]], other: Mapping[str, tuple[int, bytes]]) -> list[str]:
    """Name what differs between two sites."""
    return sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name))


if __name__ == "__main__":
    raise SystemExit(main())
