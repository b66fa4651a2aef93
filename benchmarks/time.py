"""Scores and speed of the temporal tagger on corpora of one's own: TimeML folders with gold TIMEX3, and articles as lines of JSON.

    python -m benchmarks.time --data DIR [--errors FOLDER] [--runs N]

DIR holds ``te3/score.py`` (TempEval-3's definitions) with ``te3/timebank`` and ``te3/aquaint``, and ``reuters/reuters-10k.jsonl.gz``.
Every fifth document by sorted name is held out: rules are written from the errors of the rest only (``--errors`` writes those).
Out: per corpus and part the F1 of strict, relaxed, value and type; and MB of text per CPU second of ``dateline tag --jsonl``
(user and system, for 2,000 articles less the same for 20); exit 1 below a floor (``floors.toml``).
"""

from __future__ import annotations

import argparse
import gzip
import importlib.util
import json
import resource
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from datetime import date
from itertools import islice
from pathlib import Path
from types import ModuleType
from typing import Any

from benchmarks.floors import missed
from generator.extract.timexes import rows
from generator.language import load

CORPORA = ("timebank", "aquaint")
FIFTH = 5
MANY, FEW = 2000, 20


def main() -> int:
    """Run the benchmark."""
    cli = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    cli.add_argument("--data", type=Path, required=True)
    cli.add_argument("--errors", type=Path, help="folder to write CORPUS.errors.jsonl of the parts not held out into")
    cli.add_argument("--runs", type=int, default=3, help="how often speed is measured; the best counts")
    args = cli.parse_args()
    print(f"{'corpus':<10}{'part':<10}{'strict':>8}{'relaxed':>9}{'value':>8}{'type':>8}{'gold':>7}")
    figures: dict[str, float] = {}
    for corpus in CORPORA:
        figures |= scored(args.data / "te3", corpus, args.errors)
    articles = args.data / "reuters" / "reuters-10k.jsonl.gz"
    if articles.exists():
        figures["MB per CPU second"] = throughput(articles, args.runs)
    return missed("time", figures)


def scored(folder: Path, corpus: str, errors: Path | None) -> dict[str, float]:
    """Print the scores of one corpus: of all documents, of those held out, and of the rest; return those of all."""
    whole: dict[str, float] = {}
    scorer = module(folder / "score.py")
    found = {path.stem: tagged(path, scorer) for path in sorted((folder / corpus).glob("*.tml"))}
    held = {name for number, name in enumerate(sorted(found)) if number % FIFTH == FIFTH - 1}
    for part, names in (("all", set(found)), ("held out", held), ("rest", set(found) - held)):
        wrong: list[dict[str, Any]] = []
        result = scorer.score(str(folder / corpus), found, docs=names, errors=wrong)
        figures = "".join(f"{result[key][0]:>{width}.1f}" for key, width in (("str", 8), ("rel", 9), ("val", 8), ("typ", 8)))
        print(f"{corpus:<10}{part:<10}{figures}{result['counts']['gold']:>7}")
        if part == "all":
            whole = {f"{corpus} {name}": result[key][0] for name, key in (("strict", "str"), ("relaxed", "rel"), ("value", "val"))}
        if errors is not None and part == "rest":
            errors.mkdir(parents=True, exist_ok=True)
            lines = "".join(json.dumps(each, ensure_ascii=False) + "\n" for each in wrong)
            (errors / f"{corpus}.errors.jsonl").write_text(lines, encoding="utf-8")
    return whole


def module(path: Path) -> ModuleType:
    """Load the scorer that lies beside the corpora."""
    spec = importlib.util.spec_from_file_location("score", path)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(path)
    loaded = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(loaded)
    return loaded


def tagged(path: Path, scorer: ModuleType) -> list[tuple[int, int, str, str]]:
    """Tag one document against its creation time."""
    text, _ = scorer.load_gold(str(path))
    day = created(path)
    language = load("en")
    if language is None:
        raise LookupError("en")
    found = rows(text, day.toordinal() if day else None, language)
    return [(start, end, kind, value) for start, end, kind, value, _ in found]


def created(path: Path) -> date | None:
    """Return the day a document was made."""
    found = ET.parse(path).getroot().find(".//DCT/TIMEX3")  # noqa: S314 - the corpus is one's own
    return date.fromisoformat((found.get("value") or "")[:10]) if found is not None else None


def throughput(articles: Path, runs: int) -> float:
    """Return MB of text per CPU second, user and system, of the command itself."""
    with tempfile.TemporaryDirectory() as scratch:
        many, few = Path(scratch) / "many.jsonl", Path(scratch) / "few.jsonl"
        with gzip.open(articles, "rt", encoding="utf-8") as lines:
            kept = list(islice(lines, MANY))
        many.write_text("".join(kept), encoding="utf-8")
        few.write_text("".join(kept[:FEW]), encoding="utf-8")
        size = sum(len(json.loads(line)["text"].encode()) for line in kept[FEW:]) / 1e6
        best = min(cpu(many) for _ in range(runs)) - min(cpu(few) for _ in range(runs))
    return size / best


def cpu(records: Path) -> float:
    """Return the CPU seconds of one run of the command."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-m", "generator", "tag", "--jsonl", str(records)], check=True, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


if __name__ == "__main__":
    sys.exit(main())
