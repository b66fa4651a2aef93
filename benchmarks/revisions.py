"""How well edited quotes are found again in revised articles: every operation of the tests' suite, over texts of your own.

In: a folder of .txt files (``--data``), or the repository's own stories. Out: a table of operations; exit 1 where a requirement is missed.

    python -m benchmarks.revisions --data DIR [--articles 200] [--show 20]
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import Counter
from pathlib import Path
from time import process_time

from benchmarks.floors import missed
from generator.edits.anchor.found import Anchored, Found
from generator.edits.anchoring import find
from generator.model.article import Article
from generator.model.span import Source, Span
from tests.edits.revising import Case, cases

STORIES = Path(__file__).parent.parent / "tests" / "weave" / "stories"


def verdict(case: Case) -> str:
    """Return ``right``, ``review`` (harmless, but not found without a look), ``wrong`` (found elsewhere) or ``silent`` (fact changed)."""
    found = found_in(case)
    if case.expected is None:
        return "silent" if isinstance(found, Found) else "right"
    if not isinstance(found, Found):
        return "review"
    return "right" if near(found.span, case.expected) else "wrong"


def found_in(case: Case) -> Anchored:
    """Run the matcher on a case."""
    return find(case.selector, Article("story", Source("story.txt", case.text), ()))


def near(found: Span, expected: Span) -> bool:
    """Tell whether two spans are the same but for punctuation at their ends."""
    return abs(found.start - expected.start) <= 3 and abs(found.end - expected.end) <= 3


def main() -> int:
    """Run the suite and print its table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=STORIES, help="folder of .txt files, searched with its subfolders")
    parser.add_argument("--articles", type=int, default=200, help="how many articles to draw")
    parser.add_argument("--sentences", type=int, default=4, help="how many sentences of each")
    parser.add_argument("--show", type=int, default=0, help="print this many of the cases that went wrong")
    given = parser.parse_args()
    chance = random.Random(20211208)  # noqa: S311 - draws a sample, the same at every run
    files = sorted(given.data.rglob("*.txt"))
    every = [case for file in chance.sample(files, min(given.articles, len(files))) for case in drawn(file, chance, given.sentences)]
    started = process_time()
    told = [(case, verdict(case)) for case in every]
    seconds = process_time() - started
    return report(told, seconds, given.show)


def drawn(file: Path, chance: random.Random, sentences: int) -> list[Case]:
    """Return the cases of some sentences of an article."""
    by_sentence: dict[str, list[Case]] = {}
    for case in cases(file.read_text(encoding="utf-8"), file.stem):
        by_sentence.setdefault(case.selector.exact, []).append(case)
    chosen = chance.sample(sorted(by_sentence), min(sentences, len(by_sentence)))
    return [case for sentence in chosen for case in by_sentence[sentence]]


def report(told: list[tuple[Case, str]], seconds: float, show: int) -> int:
    """Print the table; return 1 where a requirement is missed."""
    table: dict[str, Counter[str]] = {}
    for case, what in told:
        table.setdefault(case.name.rsplit(" (", 1)[0], Counter())[what] += 1
    for name, counts in table.items():
        print(f"{name:58}", *(f"{what} {counts[what]:5}" for what in ("right", "review", "wrong", "silent") if counts[what]))
    wrong = [(case, what) for case, what in told if what != "right"]
    for case, what in wrong[:show]:
        print(f"\n{what}: {case.name}\n  quote: {case.selector.exact}\n  {found_in(case)}")
    harmless = [what for case, what in told if case.expected is not None]
    found = harmless.count("right") / max(1, len(harmless))
    moved, silent = (sum(what == kind for _, what in told) for kind in ("wrong", "silent"))
    print(f"\n{len(told)} cases: {moved} wrong re-attachments, {silent} silent changes of fact")
    print(f"{found:.1%} of {len(harmless)} harmless revisions found without a look")
    print(f"{1000 * seconds / max(1, len(told)):.1f} ms a case")
    return int(bool(missed("revisions", {"found": found, "wrong": moved, "silent": silent})))


if __name__ == "__main__":
    sys.exit(main())
