"""Which conditions of ``generator/extract`` decide: over marked stories, and over a sample of news that nobody marked.

    python -m benchmarks.rules --data DIR [--rooms events,headlines] [--megabytes 1] [--without]

DIR holds ``gold`` and ``data`` (``reuters/reuters-10k.jsonl.gz``, ``t17/TOPIC.tar.gz``). A condition (``benchmarks/ablation.py``) can
decide where it comes out otherwise than idle; in how many articles it does is the most that it can decide in. ``--without`` counts the
rest too: articles are read again with each condition held idle until two stories, or twenty mentions, came out otherwise (some hours).
What decides in fewer goes, unless it keeps a type whole (``is None``) or stands for a language that the sample does not have.
Out: a line for each that decides in so few: stories, articles (or mentions), module and line, what it is held at, its words.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
import tarfile
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from benchmarks import ablation
from benchmarks.floors import missed

ROOMS = ("events", "headlines", "discourse")
STORIES, TIMES = 2, 20
_EVERY = 37
"""Of the articles of one corpus every so-manieth is taken, so that all its years are there."""
_A_TOPIC = 40
"""Articles of a topic between which the sample steps."""


@dataclass(frozen=True, slots=True)
class Text:
    """An article, ready to be read again: its story ("" in the sample) and what the steps before made of it."""

    story: str
    article: Any
    sentences: Any
    timexes: Any
    trees: Mapping[int, Any]


def main() -> int:
    """Run the benchmark."""
    cli = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    cli.add_argument("--data", type=Path, required=True)
    cli.add_argument("--rooms", default=",".join(ROOMS))
    cli.add_argument("--megabytes", type=float, default=1.0)
    cli.add_argument("--without", action="store_true", help="read articles again without each condition that comes out otherwise")
    args = cli.parse_args()
    ablation.install([f"generator.extract.{room}" for room in args.rooms.split(",")])
    with tempfile.TemporaryDirectory() as scratch:
        texts = list(read(args.data, int(args.megabytes * 1e6), Path(scratch)))
    bench = Bench(texts)
    few = 0
    for number, place in enumerate(ablation.SWITCH.places):
        stories, times = bench.without(number) if args.without else bench.otherwise(number)
        if stories < STORIES and times < TIMES:
            few += 1
            print(f"{stories} {times:3}  {place.module.removeprefix('generator.extract.')}:{place.line}  {place.idle}: {place.words}")
    return missed("rules", {"conditions": len(ablation.SWITCH.places), "conditions that hardly decide": few})


def read(data: Path, size: int, scratch: Path) -> Iterator[Text]:
    """Read the stories, then about *size* characters of other articles, half of them from each corpus."""
    from benchmarks import stories  # noqa: PLC0415 - loads what is marked from here on

    for gold in sorted(each.parent for each in (data / "gold").glob("*/gold.json")):
        folder = scratch / gold.name
        folder.mkdir()
        stories.copied(data / "gold", gold.name, folder)
        yield from texts_of(folder, gold.name)
    for name, some in (("reuters", reuters), ("t17", topics)):
        folder = scratch / f"sample-{name}"
        folder.mkdir()
        some(data / "data" / name, size // 2, folder)
        yield from texts_of(folder, "")


def texts_of(folder: Path, story: str) -> Iterator[Text]:
    """Read the articles of a folder as a build does, up to their trees."""
    from generator import build  # noqa: PLC0415
    from generator.edge.project import read_project  # noqa: PLC0415

    project = read_project(folder).value
    settings = build.settings_of(project).value
    recipe = build.default_recipe()
    for files in project.articles:
        article = recipe.read(files, settings).value
        language = recipe.language(article.language) if article is not None else None
        if article is None or language is None:
            continue
        sentences = recipe.segment(article, language)
        told = recipe.told(article, sentences, recipe.story(article.language))
        parsed = recipe.parse(article, told, ())
        trees = {each.number: tree for each in told if (tree := parsed.get(each.number)) is not None}
        yield Text(story, article, told, recipe.tag(article, sentences, language).value, trees)


def reuters(folder: Path, size: int, scratch: Path) -> None:
    """Write some articles of the one file into a folder."""
    with gzip.open(folder / "reuters-10k.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in islice(lines, 0, None, _EVERY):
            row = json.loads(line)
            (scratch / f"{row['id']}.txt").write_text(row["text"] + "\n", "utf-8")
            (scratch / f"{row['id']}.toml").write_text(f"title = {json.dumps(row['title'])}\npublished = {row['published']}\n", "utf-8")
            size -= len(row["text"])
            if size <= 0:
                return


def topics(folder: Path, size: int, scratch: Path) -> None:
    """Write some articles of each topic into a folder."""
    archives = sorted(folder.glob("*.tar.gz"))
    for archive in archives:
        with tarfile.open(archive) as tar:
            left = size // len(archives)
            names = sorted(name for name in tar.getnames() if name.endswith(".txt"))
            for name in names[:: max(1, len(names) // _A_TOPIC)]:
                for ending in ("txt", "toml"):
                    file = tar.extractfile(name.removesuffix("txt") + ending)
                    if file is not None:
                        (scratch / f"{archive.name.partition('.')[0]}-{Path(name).stem}.{ending}").write_bytes(file.read())
                left -= tar.getmember(name).size
                if left <= 0:
                    break


class Bench:
    """The texts, what comes of them, and in which of them a condition comes out otherwise than idle."""

    def __init__(self, texts: Sequence[Text]) -> None:
        self.texts = texts
        self.told = list[Any]()
        self.where = defaultdict[int, list[int]](list)
        for number, text in enumerate(texts):
            ablation.SWITCH.hits.clear()
            self.told.append(mentions(text))
            for place in ablation.SWITCH.hits:
                self.where[place].append(number)

    def otherwise(self, place: int) -> tuple[int, int]:
        """Return in how many stories and articles a condition comes out otherwise than idle."""
        where = self.where[place]
        return len({self.texts[number].story for number in where} - {""}), len(where)

    def without(self, place: int) -> tuple[int, int]:
        """Return in how many stories a condition decides, and of how many mentions; no further than it needs to stay."""
        stories, times = set[str](), 0
        ablation.SWITCH.off = place
        for number in self.where[place]:
            if len(stories) >= STORIES or times >= TIMES:
                break
            told = mentions(self.texts[number])
            if told != self.told[number]:
                times += len({*told} ^ {*self.told[number]}) if told is not None else 1
                stories |= {self.texts[number].story} - {""}
        ablation.SWITCH.off = -1
        return len(stories), times


def mentions(text: Text) -> Any:
    """Return the mentions of an article; nothing where a condition that is held idle was needed to read it at all."""
    from generator.extract.mentions import detect  # noqa: PLC0415
    from generator.language.story import load_story  # noqa: PLC0415

    try:
        return detect(text.article, text.sentences, text.timexes, load_story(text.article.language), text.trees)
    except Exception:  # noqa: BLE001 - that is what is asked
        return None


if __name__ == "__main__":
    sys.exit(main())
