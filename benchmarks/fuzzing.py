"""Fuzzing: bytes with accidents at every border of the program, for a while; none may make it fail.

    python -m benchmarks.fuzzing [--seconds 600] [--only NAME] [--seed 1] [--guided CORPUS]

The borders and their well-formed bytes are those of `tests/borders.py`; what made one fail once lies in `tests/corpus/NAME`. ``--guided``
lets atheris (libFuzzer; `pip install atheris`, Linux) look for bytes that reach more of the program, and keeps those below CORPUS, from
where the next run goes on. Out: how many crossed, each failure with its bytes; exit 1 where there is one.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Any

from benchmarks.floors import missed


def main() -> int:
    """Run the benchmark."""
    cli = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    cli.add_argument("--seconds", type=float, default=600, help="for all borders together")
    cli.add_argument("--only", metavar="NAME")
    cli.add_argument("--seed", type=int, default=1)
    cli.add_argument("--guided", type=Path, metavar="CORPUS", help="let atheris find the bytes, and keep them there")
    args = cli.parse_args()
    if args.guided:
        return guided(args.guided, args.only, args.seconds)
    from tests.borders import BORDERS, crossed, mutated  # noqa: PLC0415 - atheris loads it in its own way

    names = [args.only] if args.only else list(BORDERS)
    failed, tried, chance = Counter[str](), 0, random.Random(args.seed)  # noqa: S311 - repeatable
    for name in names:
        until = time.monotonic() + args.seconds / len(names)
        while time.monotonic() < until:
            content = mutated(BORDERS[name][1], chance)
            tried += 1
            try:
                crossed(name, content)
            except Exception as error:  # noqa: BLE001 - whatever it is
                kind = f"{name}: {type(error).__name__}: {error}"[:200]
                if not failed[kind]:
                    print(f"{kind}\n  {content!r:.2000}", flush=True)
                failed[kind] += 1
    print(f"{tried:,} times bytes crossed {len(names)} borders")
    return int(bool(missed("fuzzing", {"faults": failed.total()})))


def guided(corpus: Path, only: str | None, seconds: float) -> int:
    """Let atheris look at each border in a process of its own, which it ends; return how many of them failed."""
    import atheris  # noqa: PLC0415 - no dependency of ours

    with atheris.instrument_imports(include=["generator"]):
        from tests.borders import BORDERS, crossed  # noqa: PLC0415 - what is loaded here is watched
    names = [only] if only else list(BORDERS)
    failed = 0
    for name in names:
        place = corpus / name
        place.mkdir(parents=True, exist_ok=True)
        (place / "whole").write_bytes(BORDERS[name][1])
        child = os.fork()
        if child == 0:
            _look(atheris, crossed, name, place, seconds / len(names))
        failed += os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) != 0
    print(f"{len(names)} borders, {failed} of them failed")
    return int(bool(failed))


def _look(atheris: Any, crossed: Any, name: str, place: Path, seconds: float) -> None:
    told = [f"-max_total_time={int(seconds) or 1}", "-timeout=20", "-rss_limit_mb=2048", "-verbosity=0", f"-artifact_prefix={place}-"]
    atheris.Setup([sys.argv[0], *told, str(place)], lambda content: crossed(name, content))
    atheris.Fuzz()


if __name__ == "__main__":
    raise SystemExit(main())
