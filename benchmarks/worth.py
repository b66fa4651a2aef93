"""What reading more sentences costs, and what it buys: the marked stories, with trees of fewer sentences than are asked for.

    python -m benchmarks.worth --data DIR

DIR is that of ``benchmarks.stories``. Out: for each choice of sentences the CPU of drafting in ms per kB of text, of this machine as it is
now, and the means of the scorer's measures over all stories but the seeds. ``docs/parsing.md`` has its table.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from time import process_time

from benchmarks.stories import MEASURES, SEEDS, scores
from generator.build import default_recipe
from generator.model.article import Article, Sentence
from generator.model.diagnostic import Checked
from generator.model.mention import EventMention
from generator.model.project import ArticleFiles
from generator.model.settings import Settings
from generator.model.story import Story
from generator.model.timex import Timex
from generator.model.tree import Tree
from generator.pipeline import Draft, Recipe

Choice = Callable[[tuple[Sentence, ...], tuple[Timex, ...]], frozenset[int]]
"""Which sentences have a tree, by their numbers: of an article's sentences, with its time expressions."""


def main() -> int:
    """Run the benchmark."""
    cli = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    cli.add_argument("--data", type=Path, required=True)
    args = cli.parse_args()
    names = [name for name in sorted(each.parent.name for each in args.data.glob("*/gold.json")) if name != SEEDS]
    texts = (path for name in names for path in (args.data / name).glob("*.txt"))
    size = sum(path.stat().st_size for path in texts) / 1000
    print(f"{'trees of':24}{'ms/kB':>8}" + "".join(f"{measure:>9}" for measure in MEASURES))
    for told, choice in CHOICES.items():
        spent = [0.0]
        recipe = _restricted(default_recipe(), choice, spent)
        found = [scores(args.data, name, None, recipe) for name in names]
        means = (sum(each[measure] for each in found) / len(found) for measure in MEASURES)
        print(f"{told:24}{spent[0] * 1000 / size:>8.1f}" + "".join(f"{mean:>9.3f}" for mean in means), flush=True)
    return 0


def _restricted(recipe: Recipe, choice: Choice, spent: list[float]) -> Recipe:
    """Return a recipe that sees the trees of chosen sentences only, and adds the seconds of its drafting to *spent*."""

    def detect(
        article: Article, sentences: tuple[Sentence, ...], timexes: tuple[Timex, ...], story: Story, trees: Mapping[int, Tree]
    ) -> tuple[EventMention, ...]:
        return recipe.detect(article, sentences, timexes, story, Some(trees, choice(sentences, timexes)))

    def drafts(articles: tuple[ArticleFiles, ...], settings: Settings, restricted: Recipe) -> Iterator[Checked[Draft | None]]:
        begun = process_time()
        made = tuple(recipe.drafts(articles, settings, restricted))
        spent[0] += process_time() - begun
        return iter(made)

    return replace(recipe, detect=detect, drafts=drafts)


class Some(Mapping[int, Tree]):
    """Some of the trees of an article, each made when it is asked for."""

    def __init__(self, trees: Mapping[int, Tree], wanted: frozenset[int]) -> None:
        """Take all trees, and the numbers of those that there are."""
        self._trees, self._wanted = trees, wanted

    def __getitem__(self, number: int) -> Tree:
        """Return the tree of a sentence."""
        if number not in self._wanted:
            raise KeyError(number)
        return self._trees[number]

    def __iter__(self) -> Iterator[int]:
        """Go through the numbers."""
        return (number for number in self._trees if number in self._wanted)

    def __len__(self) -> int:
        """Count the trees."""
        return sum(1 for _ in self)


def _all(sentences: tuple[Sentence, ...], _timexes: tuple[Timex, ...]) -> frozenset[int]:
    return frozenset(sentence.number for sentence in sentences)


def _dated(sentences: tuple[Sentence, ...], timexes: tuple[Timex, ...]) -> frozenset[int]:
    starts = [timex.span.start for timex in timexes if timex.edtf is not None]
    return frozenset(each.number for each in sentences if any(each.span.start <= start < each.span.end for start in starts))


def _near(sentences: tuple[Sentence, ...], timexes: tuple[Timex, ...]) -> frozenset[int]:
    return frozenset(number + side for number in _dated(sentences, timexes) for side in (-1, 0, 1))


CHOICES: dict[str, Choice] = {"every sentence": _all, "dated ones and beside": _near, "dated ones": _dated}

if __name__ == "__main__":
    sys.exit(main())
