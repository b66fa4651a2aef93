"""Faults of the program: every article of two archives drafted, then texts made from them by chance, and none may make it fail.

    python -m benchmarks.faults --data DIR [--minutes 2] [--every 1] [--seed 1] [--kept FILE]

DIR holds ``reuters/reuters-10k.jsonl.gz`` (a JSON record a line: id, published, text) and ``t17/*.tar.gz`` (NAME.txt and NAME.toml).
``--every`` takes every so many articles only, ``--minutes`` is how long texts are made for. ``--kept`` names a file in which what was
found so far is kept: a run that was broken off goes on from there. Out: each kind of fault by its place in the program, with how often
it came and on what first; exit 1 where there is one.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import tarfile
import time
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from datetime import date, datetime
from itertools import islice
from pathlib import Path

from benchmarks.floors import missed
from generator.build import default_recipe
from generator.extract.quotations import FAULT
from generator.model.codes import PROGRAM_FAILED
from generator.model.project import ArticleFiles, File
from generator.model.settings import Settings
from generator.pipeline import draft

STEP = 250
"""Articles from one word of how far it is to the next."""
RECIPE, SETTINGS = default_recipe(), Settings()
SIGNS = "“”‘’\"'()[]{}–—-…,.;:!?\n\n\t  %$€£0123456789\u00a0\u202e\u200b\u0301\U0001f600\ufffdİßﬁ"
WORDS = (
    "Monday",
    "on",
    "said",
    "that",
    "in 2011",
    "by Friday",
    "will",
    "who",
    "the",
    "Mr.",
    "10:30",
    "31 June",
    "two days later",
    "-",
    "“",
    "”",
)


@dataclass(slots=True)
class Found:
    """The faults found so far, by kind, with the first text of each."""

    seen: Counter[str] = field(default_factory=Counter)
    first: dict[str, str] = field(default_factory=dict)
    texts: int = 0
    quoting: int = 0
    withheld: int = 0

    @classmethod
    def kept(cls, file: Path | None) -> Found:
        """Return what an earlier run found, from where it was kept; nothing where there was none."""
        if file is None or not file.exists():
            return cls()
        held = json.loads(file.read_text("utf-8"))
        return cls(**held | {"seen": Counter(held["seen"])})

    def keep(self, file: Path | None) -> None:
        """Say how far it is, and keep it for a run that goes on."""
        print(f"{self.texts:,} texts, {self.seen.total()} faults", flush=True)
        if file:
            file.write_text(json.dumps(asdict(self) | {"seen": self.seen}), "utf-8")

    def drafted(self, name: str, text: str, day: str) -> None:
        """Draft a text and keep what the program failed on."""
        self.texts += 1
        about = File(f"{name}.toml", f"published = {day}\n".encode())
        copy = File(f"{name}.txt", text.encode("utf-8", "replace"))
        made = draft(ArticleFiles(name, copy=copy, about=about), SETTINGS, RECIPE)
        for mention in made.value.mentions if made.value else ():
            self.withheld += mention.fault == FAULT
            self.quoting += "“" in mention.headline
        for each in made.diagnostics:
            if each.code == PROGRAM_FAILED:
                self.seen[each.message] += 1
                self.first.setdefault(each.message, name)


def articles(data: Path) -> Iterator[tuple[str, str, str]]:
    """Yield name, text and day of every article of the two archives."""
    reuters = data / "reuters" / "reuters-10k.jsonl.gz"
    if reuters.exists():
        with gzip.open(reuters, "rt", encoding="utf-8") as lines:
            for line in lines:
                record = json.loads(line)
                yield record["id"], record["text"], record["published"]
    for archive in sorted((data / "t17").glob("*.tar.gz")):
        with tarfile.open(archive) as files:
            held = {each.name: read.read().decode() for each in files if each.isfile() and (read := files.extractfile(each))}
        for name in sorted(each for each in held if each.endswith(".txt")):
            published = tomllib.loads(held.get(name[:-4] + ".toml", "")).get("published", date(2010, 1, 1))
            day = published.date() if isinstance(published, datetime) else published
            yield f"{archive.name.partition('.')[0]}/{Path(name).stem}", held[name], str(day)


def mutated(text: str, other: str, chance: random.Random) -> str:
    """Return a text with a few accidents: pieces lost, doubled, moved or spliced in, odd signs, no spaces, no stops."""
    at = chance.randrange(max(1, len(text) - 1200))
    text = text[at : at + 1200]
    for _ in range(chance.randint(1, 8)):
        start = chance.randrange(len(text) + 1)
        end = min(len(text), start + int(chance.expovariate(1 / 20)))
        piece = text[start:end]
        made = chance.choice(
            (
                "",
                piece * 2,
                piece[::-1],
                piece.upper(),
                piece.replace(" ", ""),
                piece.replace(".", ""),
                piece.replace(" ", "\n"),
                chance.choice(SIGNS) * chance.randint(1, 3),
                f" {chance.choice(WORDS)} ",
                other[start:end],
            )
        )
        text = text[:start] + made + text[end:]
    return text


def main() -> int:
    """Run the benchmark."""
    cli = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    cli.add_argument("--data", type=Path, required=True, help="folder with reuters and t17")
    cli.add_argument("--minutes", type=float, default=2, help="how long texts are made for")
    cli.add_argument("--every", type=int, default=1, help="take every so many articles")
    cli.add_argument("--seed", type=int, default=1)
    cli.add_argument("--kept", type=Path, help="a file to keep what was found so far in, and to go on from")
    args = cli.parse_args()
    found = Found.kept(args.kept)
    held = list(islice(articles(args.data), 0, None, args.every))
    for each in held[found.texts :]:
        found.drafted(*each)
        if found.texts % STEP == 0:
            found.keep(args.kept)
    print(f"{found.quoting:,} headlines quote, {found.withheld:,} more were withheld, for they did not quote truly", flush=True)
    chance, until = random.Random(args.seed + found.texts), time.monotonic() + 60 * args.minutes  # noqa: S311 - no secret
    while held and time.monotonic() < until:
        (name, text, day), (_, other, _) = chance.choice(held), chance.choice(held)
        found.drafted(f"{name}-{found.texts}", mutated(text, other, chance), day)
        if found.texts % (10 * STEP) == 0:
            found.keep(args.kept)
    found.keep(args.kept)
    for message, count in found.seen.most_common():
        print(f"{count:5} × {message} (first in {found.first[message]})")
    return int(bool(missed("faults", {"faults": sum(found.seen.values())})))


if __name__ == "__main__":
    raise SystemExit(main())
