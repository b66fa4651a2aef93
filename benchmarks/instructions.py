"""Instructions that a byte of text costs in the two hot loops, tagging and drafting: a measure that no load of the machine changes.

    python -m benchmarks.instructions --data DIR

DIR holds ``reuters/reuters-10k.jsonl.gz``. Each loop is run over many and over few articles under valgrind (its cachegrind counts
instructions), and the difference is divided by the bytes of text between them, so that neither start nor tables count. Out: thousands of
instructions per byte, free of a floor; where there is no valgrind that is said, and nothing is measured.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from itertools import islice
from pathlib import Path
from typing import Any

from benchmarks.floors import missed
from generator.build import default_recipe
from generator.model.project import ArticleFiles, File
from generator.model.settings import Settings
from generator.pipeline import draft

_COUNTS = re.compile(r"I\s+refs:\s+([\d,]+)")
_VALGRIND = ("valgrind", "--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null")
LOOPS = {"tagging": (("generator", "tag", "--jsonl"), 150, 30), "drafting": (("benchmarks.instructions", "--draft"), 16, 6)}
"""What is run of which module on a file of records, and of how many articles and how few."""


def main() -> int:
    """Run the benchmark, or, where it has called itself, the loop that is counted."""
    cli = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    cli.add_argument("--data", type=Path)
    cli.add_argument("--draft", type=Path, help="draft the articles of a file of records, and count nothing")
    args = cli.parse_args()
    if args.draft:
        drafted(args.draft)
        return 0
    if args.data is None:
        cli.error("--data is wanted")
    if shutil.which(_VALGRIND[0]) is None:
        print("there is no valgrind: instructions are not counted")
        return 0
    with gzip.open(args.data / "reuters" / "reuters-10k.jsonl.gz", "rt", encoding="utf-8") as lines:
        records = list(islice(lines, max(many for _, many, _ in LOOPS.values())))
    return missed("instructions", {f"thousands per byte, {name}": per_byte(records, *loop) / 1000 for name, loop in LOOPS.items()})


def per_byte(records: list[str], module: tuple[str, ...], many: int, few: int) -> float:
    """Return how many instructions a byte of text costs a module."""
    size = sum(len(json.loads(line)["text"].encode()) for line in records[few:many])
    return (counted(records[:many], module) - counted(records[:few], module)) / size


def counted(records: list[str], module: tuple[str, ...]) -> int:
    """Return how many instructions a module takes to work through some records, from its start to its end."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        file.writelines(records)
        file.flush()
        command = [*_VALGRIND, sys.executable, "-m", *module, file.name]
        done = subprocess.run(command, capture_output=True, text=True, check=True, env={**os.environ, "PYTHONHASHSEED": "0"})
    return instructions(done.stderr)


def instructions(said: str) -> int:
    """Return the count among the lines that cachegrind prints."""
    found = _COUNTS.search(said)
    if found is None:
        raise ValueError(f"cachegrind tells no count: {said[-400:]}")
    return int(found[1].replace(",", ""))


def drafted(records: Path) -> None:
    """Draft the articles of a file of records, as a build does."""
    recipe, settings = default_recipe(), Settings()
    for line in records.read_text(encoding="utf-8").splitlines():
        draft(_files(json.loads(line)), settings, recipe)


def _files(record: dict[str, Any]) -> ArticleFiles:
    about = f'published = {record["published"][:10]}\nlanguage = "en"\n'
    name = str(record["id"])
    return ArticleFiles(name, copy=File(f"{name}.txt", record["text"].encode()), about=File(f"{name}.toml", about.encode()))


if __name__ == "__main__":
    sys.exit(main())
