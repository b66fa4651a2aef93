"""The weights by which mentions are merged, fitted each time on all marked stories but one.

    python -m benchmarks.leave_one_out --data DIR [--fit haiti-1,seeds]

DIR is as for ``benchmarks.stories``. Two mentions are a pair where their dates can meet and both stand in marked quotes: one event where
a quote of one marked event holds both. ``--fit`` names the stories to fit on (default: all); the others are measured only.
Out: for each story how well the weights of the other stories tell its pairs apart (and those of the program), then each weight: the
program's, that of all stories, the least and the greatest of those fitted without one. A weight whose sign changes is one story's.
"""

from __future__ import annotations

import argparse
import math
import sys
import tempfile
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

from benchmarks.stories import copied, drafted, scorer_of
from generator.weave import likeness
from generator.weave.profiles import profiled
from generator.weave.stems import weights

Row = tuple[tuple[float, ...], int]
"""The signs of a pair, behind a 1 for the prior, and whether it is one event."""
NAMES = ("prior", *likeness.Signs._fields)
_STEPS, _PULL = 12, 0.5
"""Newton's steps, and how strongly a weight that nothing asks for is pulled to nought."""


def main() -> int:
    """Run the benchmark."""
    cli = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    cli.add_argument("--data", type=Path, required=True)
    cli.add_argument("--fit", default="")
    args = cli.parse_args()
    names = sorted(each.parent.name for each in args.data.glob("*/gold.json"))
    chosen = [name for name in args.fit.split(",") if name] or names
    rows = {name: pairs(args.data, name) for name in names}
    whole = fitted([row for name in chosen for row in rows[name]])
    without = {name: fitted([row for each in chosen if each != name for row in rows[each]]) for name in chosen}
    ours = (likeness.PRIOR, *likeness.WEIGHTS)
    print(f"{'':14}{'pairs':>7}{'one':>6}{'F1 held out':>13}{'F1 ours':>9}")
    for name in names:
        told = rows[name]
        held_out, own = agreement(told, without.get(name, whole)), agreement(told, ours)
        note = "" if name in chosen else "  not fitted on"
        print(f"{name:14}{len(told):>7}{sum(one for _, one in told):>6}{held_out:>13.3f}{own:>9.3f}{note}")
    print(f"\n{'':16}{'ours':>7}{'all':>7}{'least':>7}{'most':>7}")
    for place, name in enumerate(NAMES):
        spread = sorted(each[place] for each in without.values())
        print(f"{name:16}{ours[place]:>7.2f}{whole[place]:>7.2f}{spread[0]:>7.2f}{spread[-1]:>7.2f}")
    return 0


def pairs(data: Path, name: str) -> list[Row]:
    """Draft a story and return its pairs."""
    with tempfile.TemporaryDirectory() as scratch:
        gold = copied(data, name, Path(scratch))
        drafts, settings, recipe = drafted(Path(scratch))
    articles = tuple(draft.article for draft in drafts)
    mentions = tuple(mention for draft in drafts for mention in draft.mentions)
    profiles = profiled(articles, mentions, recipe.story(settings.language))
    scales = likeness.scales(profiles, weights(profile.matter | profile.told for profile in profiles))
    marked = _marked(gold, {article.id: article.text for article in articles}, mentions, scorer_of(data))
    found = []
    for one, other in combinations(profiles, 2):
        mine, theirs = marked[one.mention.id], marked[other.mention.id]
        goes_on = one.mention.continues == other.mention.id or other.mention.continues == one.mention.id
        signs = likeness.signs(one, other, scales) if mine and theirs and not goes_on else None
        if signs:
            found.append(((1.0, *map(float, signs)), int(bool(mine & theirs))))
    return found


def _marked(gold: dict[str, Any], texts: dict[str, str], mentions: Sequence[Any], scorer: Any) -> dict[str, frozenset[int]]:
    """Return for each mention the marked events in whose quotes it stands and whose dates it can have."""
    folded = {name: scorer.fold(text) for name, text in texts.items()}
    quotes = [
        (number, quote["article"], scorer.places(folded[quote["article"]], quote["text"]), _bounds(event, scorer))
        for number, event in enumerate(gold["events"])
        for quote in event["quotes"]
    ]
    marked = {}
    for mention in mentions:
        at = scorer.places(folded[mention.article], mention.quote.of(texts[mention.article]))
        first, last = scorer.bounds(str(mention.date))
        marked[mention.id] = frozenset(
            number
            for number, article, places, dates in quotes
            if article == mention.article and scorer.overlap(at, places) and any(start <= last and first <= end for start, end in dates)
        )
    return marked


def _bounds(event: dict[str, Any], scorer: Any) -> list[Any]:
    return [scorer.bounds(each) for each in (event["date"], *event.get("also", ()))]


def fitted(rows: Sequence[Row]) -> tuple[float, ...]:
    """Return the weights under which the pairs are likeliest (logistic regression by Newton's method, the weights pulled to nought)."""
    size = len(NAMES)
    found = [0.0] * size
    for _ in range(_STEPS):
        slope = [-_PULL * weight for weight in found]
        bend = [[_PULL if row == column else 0.0 for column in range(size)] for row in range(size)]
        for signs, one in rows:
            sure = _likely(signs, found)
            used = [place for place in range(size) if signs[place]]
            for row in used:
                slope[row] += (one - sure) * signs[row]
                for column in used:
                    bend[row][column] += sure * (1 - sure) * signs[row] * signs[column]
        found = [weight + step for weight, step in zip(found, solved(bend, slope), strict=True)]
    return tuple(found)


def solved(matrix: list[list[float]], right: list[float]) -> list[float]:
    """Return what the matrix must be multiplied by to give the right side (Gauss and Jordan; the matrix is positive definite)."""
    rows = [[*row, value] for row, value in zip(matrix, right, strict=True)]
    for place in range(len(rows)):
        pivot = rows[place] = [each / rows[place][place] for each in rows[place]]
        for other, each in enumerate(rows):
            if other != place and each[place]:
                rows[other] = [mine - each[place] * theirs for mine, theirs in zip(each, pivot, strict=True)]
    return [row[-1] for row in rows]


def _likely(signs: Sequence[float], found: Sequence[float]) -> float:
    return 1.0 / (1.0 + math.exp(-sum(sign * weight for sign, weight in zip(signs, found, strict=True))))


def agreement(rows: Sequence[Row], found: Sequence[float]) -> float:
    """Return the F1 of the pairs that the weights take for one event; 1 where there is none to find and none is found."""
    taken = [(one, _likely(signs, found) >= likeness.MERGE) for signs, one in rows]
    right = sum(one for one, is_taken in taken if is_taken)
    total = sum(one for one, _ in taken) + sum(is_taken for _, is_taken in taken)
    return 2 * right / total if total else 1.0


if __name__ == "__main__":
    sys.exit(main())
