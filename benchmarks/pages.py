"""How well saved web pages are read, beside trafilatura by itself in the same run: title, date of publication and body.

    python -m benchmarks.pages --data DIR

DIR holds NAME.html.gz and gold.json (id, title, published, body of each). Out: a line for each reader with the share of titles and of
dates that are right, the mean F1 of the body over runs of four words, and the CPU seconds; exit 1 below a floor.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from time import process_time
from typing import Any

import trafilatura

from benchmarks.floors import missed
from generator.model.project import File
from generator.read.html import read

RUN = 4
"""How many words make the runs that bodies are compared by."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a reader makes of a page; the day of publication as YYYY-MM-DD, or nothing."""

    title: str
    published: str
    body: str


def main() -> int:
    """Run the benchmark."""
    cli = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    cli.add_argument("--data", type=Path, required=True)
    args = cli.parse_args()
    gold = json.loads((args.data / "gold.json").read_text("utf-8"))
    pages = [gzip.decompress((args.data / f"{each['id']}.html.gz").read_bytes()) for each in gold]
    print(f"{'':14}{'title':>8}{'date':>8}{'body':>8}{'seconds':>9}")
    ours, theirs = (measured(name, reader, gold, pages) for name, reader in (("dateline", by_us), ("trafilatura", by_trafilatura)))
    return missed("pages", {**ours, "body over trafilatura's": ours["body"] / theirs["body"]})


def by_us(page: bytes) -> Found:
    """Read a page as a build does."""
    found = read(File("page.html", page)).value
    if found is None:
        return Found("", "", "")
    published = found.about.published
    return Found(found.about.title or "", published.day.isoformat() if published else "", found.source.text)


def by_trafilatura(page: bytes) -> Found:
    """Read a page with the library alone, as its documentation shows."""
    found = trafilatura.bare_extraction(page, with_metadata=True)
    known: dict[str, Any] = found.as_dict() if found is not None and not isinstance(found, dict) else found or {}
    return Found(known.get("title") or "", known.get("date") or "", known.get("text") or "")


def measured(name: str, reader: Callable[[bytes], Found], gold: list[dict[str, str]], pages: list[bytes]) -> dict[str, float]:
    """Read all pages and print how well; return the figures."""
    started = process_time()
    found = [reader(page) for page in pages]
    seconds = process_time() - started
    pairs = list(zip(found, gold, strict=True))
    title = sum(_plain(each.title) == _plain(marked["title"]) for each, marked in pairs) / len(pairs)
    date = sum(each.published[:10] == marked["published"][:10] for each, marked in pairs) / len(pairs)
    body = sum(f1(each.body, marked["body"]) for each, marked in pairs) / len(pairs)
    print(f"{name:14}{title:8.3f}{date:8.3f}{body:8.3f}{seconds:9.1f}")
    return {"title": title, "date": date, "body": body}


def f1(found: str, marked: str) -> float:
    """Return the F1 of the runs of words that two texts share."""
    ours, theirs = _runs(found), _runs(marked)
    return 2 * (ours & theirs).total() / max(1, ours.total() + theirs.total())


def _runs(text: str) -> Counter[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    return Counter(zip(*(words[at:] for at in range(RUN)), strict=False))


def _plain(title: str) -> str:
    return " ".join(re.findall(r"\w+", title.lower()))


if __name__ == "__main__":
    raise SystemExit(main())
