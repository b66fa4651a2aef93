"""How the work grows with the text: hostile pieces repeated, drafted at a length and at four times the length.

    python -m benchmarks.growth [--data FILE] [--size 50000]

FILE holds hostile strings of one's own, a JSON record ``{"text": …}`` a line (gzip): each is repeated too. Out: the pieces whose time
grows faster than their length, and the slowest; exit 1 where one does.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from time import process_time

from benchmarks.floors import missed
from tests.extract.growing import PIECES, drafted, hostile

TIMES = 4
STEEPEST = 8.0
"""Linear work takes 4 times as long, quadratic 16 times."""
NOTICED = 0.25
"""Seconds below which a time says nothing."""
SAMPLE = 50
"""Of the strings of one's own, every so many is taken."""


def main() -> int:
    """Run the benchmark."""
    cli = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    cli.add_argument("--data", type=Path, help="hostile strings, JSON lines in gzip")
    cli.add_argument("--size", type=int, default=50_000, help="code points of the shorter text")
    args = cli.parse_args()
    drafted(hostile(PIECES[0], args.size))
    pieces = [*PIECES, *(strings(args.data) if args.data else ())]
    found = [(*measured(piece, args.size), piece) for piece in pieces]
    steep = [each for each in found if each[1] > STEEPEST]
    for seconds, growth, piece in steep:
        print(f"grows too fast: {seconds:.2f} s, {growth:.1f} times as long for {TIMES} times the text: {piece[:60]!r}")
    seconds, _, piece = max(found)
    print(
        f"{len(found)} pieces, {len(steep)} that grow too fast; the slowest takes {seconds:.2f} s for {TIMES * args.size:,}: {piece[:60]!r}"
    )
    return int(bool(missed("growth", {"grow too fast": len(steep)})))


def strings(file: Path) -> Iterator[str]:
    """Return a sample of the strings of a file."""
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            text = json.loads(line)["text"]
            if number % SAMPLE == 0 and text and text.isprintable():
                yield text


def measured(piece: str, size: int) -> tuple[float, float]:
    """Return the CPU seconds of the longer text, and how many times those of the shorter one they are (4 where both are too short)."""
    short, long = (best(hostile(piece, each)) for each in (size, TIMES * size))
    return long, long / short if long > NOTICED else float(TIMES)


def best(text: str) -> float:
    """Return the CPU seconds of drafting a text, the better of two runs where one is slow enough to matter."""
    taken = []
    for _ in range(2):
        started = process_time()
        drafted(text)
        taken.append(process_time() - started)
        if taken[0] < NOTICED / TIMES:
            break
    return max(1e-4, min(taken))


if __name__ == "__main__":
    raise SystemExit(main())
