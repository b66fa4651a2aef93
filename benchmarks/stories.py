"""Scores of the hand-marked stories: what an expert editor would want in a timeline, against what a build makes.

    python -m benchmarks.stories --data DIR [--stories seeds,libya-1] [--errors] [--keep FOLDER]

DIR holds a folder for each story (gold.json, articles NAME.txt + NAME.toml; ``seeds-articles`` for the story ``seeds``) and score.py.
Each story is read and woven with default settings and no edits. ``--errors`` lists what was missed, misdated and too many.
Out: a line per story with the scorer's measures and, apart, how much of the evidence is cited that stands in sentences with a date
and in sentences without one; the mean of all stories but the seeds, and the means of two halves: by name every other story was read
by those who write rules, of the rest only the totals are watched. Exit 1 below a floor (``floors.toml``).
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import sys
import tempfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from benchmarks.floors import missed
from generator import build, pipeline
from generator.edge.project import read_project
from generator.model.edtf import Edtf
from generator.model.event import Event
from generator.model.settings import Settings

MEASURES = ("found", "precise", "f1", "exact", "status", "cited", "merged", "faithful", "never", "dated", "undated")
SEEDS = "seeds"
SEEDS_PUBLISHED = "2021-12-08"


def main() -> int:
    """Run the benchmark."""
    cli = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    cli.add_argument("--data", type=Path, required=True)
    cli.add_argument("--stories", default="")
    cli.add_argument("--errors", action="store_true")
    cli.add_argument("--keep", type=Path, help="folder to leave STORY.timeline.json in")
    args = cli.parse_args()
    names = [name for name in args.stories.split(",") if name] or sorted(each.parent.name for each in args.data.glob("*/gold.json"))
    scored = {}
    print(f"{'':12}" + "".join(f"{measure:>9}" for measure in MEASURES))
    for name in names:
        scored[name] = scores(args.data, name, args.keep)
        print(f"{name:12}" + "".join(f"{scored[name][measure]:>9.3f}" for measure in MEASURES))
        if args.errors:
            print_errors(scored[name])
    others = [each for name, each in scored.items() if name != SEEDS]
    if others:
        means = [sum(each[measure] for each in others) / len(others) for measure in MEASURES]
        print(f"{'mean':12}" + "".join(f"{mean:>9.3f}" for mean in means))
        for half, first in (("read", 0), ("unread", 1)):
            inside = [each for name, each in scored.items() if name != SEEDS and _place(args.data, name) % 2 == first]
            print(f"{half:12}" + "".join(f"{_mean(inside, measure):>9.3f}" for measure in MEASURES))
        return missed("stories", dict(zip(MEASURES, means, strict=True))) if not args.stories else 0
    return 0


def _place(data: Path, name: str) -> int:
    """Return the place of a story among all by name."""
    return sorted(each.parent.name for each in data.glob("*/gold.json")).index(name)


def _mean(scored: list[dict[str, Any]], measure: str) -> float:
    return sum(each[measure] for each in scored) / len(scored) if scored else 0.0


def scores(data: Path, name: str, keep: Path | None, recipe: pipeline.Recipe | None = None) -> dict[str, Any]:
    """Build one story, by the default recipe or another, and compare it with its marks."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        gold = copied(data, name, folder)
        drafts, timeline = woven(folder, recipe)
        texts = {each["id"]: (folder / f"{each['id']}.txt").read_text("utf-8-sig") for each in gold["articles"]}
    if keep:
        (keep / f"{name}.timeline.json").write_text(json.dumps(timeline, ensure_ascii=False, indent=1), "utf-8")
    scorer = scorer_of(data)
    result: dict[str, Any] = scorer.score(gold, timeline, texts)
    return result | evidence(scorer, gold, timeline, drafts)


def evidence(scorer: Any, gold: dict[str, Any], timeline: dict[str, Any], drafts: Sequence[pipeline.Draft]) -> dict[str, float]:
    """Return the shares of the marked quotes that are cited under their event's date: with a date in their sentence, and without."""
    texts = {each.article.id: scorer.fold(each.article.text) for each in drafts}
    told = {
        each.article.id: [places for span in _dated(each) if (places := scorer.places(texts[each.article.id], span))] for each in drafts
    }
    cited = [
        (scorer.bounds(event["date"]), each["source"], scorer.places(texts[each["source"]], each["quote"]))
        for event in timeline["events"]
        for each in event["citations"]
    ]
    found: dict[str, list[bool]] = {"dated": [], "undated": []}
    for event in gold["events"]:
        days = [scorer.bounds(day) for day in (event["date"], *event.get("also", []))]
        for quote in event["quotes"]:
            source = quote["article"]
            at = scorer.places(texts[source], quote["text"])
            kind = "dated" if any(scorer.overlap(at, each) for each in told[source]) else "undated"
            of_its_days = (place for when, where, place in cited if where == source and any(scorer.compatible(when, day) for day in days))
            found[kind].append(any(scorer.overlap(at, each) for each in of_its_days))
    return {kind: sum(each) / len(each) if each else 1.0 for kind, each in found.items()}


def _dated(draft: pipeline.Draft) -> list[str]:
    """Return the sentences of an article in which a time expression stands."""
    spans = (each.span for each in draft.sentences if any(each.span.contains(timex.span) for timex in draft.timexes))
    return [span.of(draft.article.text) for span in spans]


def copied(data: Path, name: str, folder: Path) -> dict[str, Any]:
    """Copy the articles of a story into a folder, each with what is known of it, and return the story's marks."""
    gold: dict[str, Any] = json.loads((data / name / "gold.json").read_text("utf-8"))
    source = data / "seeds-articles" if name == SEEDS else data / name
    for article in gold["articles"]:
        stem = article["id"]
        (folder / f"{stem}.txt").write_bytes((source / f"{stem}.txt").read_bytes())
        about = source / f"{stem}.toml"
        known = about.read_text("utf-8") if about.exists() else f"published = {article.get('published', SEEDS_PUBLISHED)}\n"
        (folder / f"{stem}.toml").write_text(known, "utf-8")
    return gold


def drafted(folder: Path, recipe: pipeline.Recipe | None = None) -> tuple[tuple[pipeline.Draft, ...], Settings, pipeline.Recipe]:
    """Read a folder as a project and draft its articles, with default settings."""
    project = read_project(folder).value
    settings = build.settings_of(project).value
    recipe = recipe or build.default_recipe()
    return tuple(each.value for each in recipe.drafts(project.articles, settings, recipe) if each.value is not None), settings, recipe


def woven(folder: Path, recipe: pipeline.Recipe | None = None) -> tuple[tuple[pipeline.Draft, ...], dict[str, Any]]:
    """Read a folder as a project and weave its timeline: the drafts, and what timeline.json says of the events."""
    drafts, settings, recipe = drafted(folder, recipe)
    as_of = pipeline.as_of_day(None, settings, drafts, ()) or date.min
    articles = tuple(each.article for each in drafts)
    timeline = recipe.lay(pipeline.merged(drafts, settings, recipe).value, (), articles, settings, as_of).value
    return drafts, {"events": [_event(event) for event in timeline.events]}


def _event(event: Event) -> dict[str, Any]:
    cited = [
        {"source": each.source, "quote": each.quote, "start": each.span.start, "end": each.span.end}
        for each in event.citations
        if each.quote
    ]
    when: Edtf = event.date
    return {"date": str(when), "status": event.status.value, "shown": event.shown, "headline": event.headline, "citations": cited}


def print_errors(result: dict[str, Any]) -> None:
    """List what was missed, dated otherwise, and what is no marked event."""
    for kind in ("missing", "misdated", "extra"):
        found = result[kind]
        for line in found.items() if isinstance(found, dict) else found:
            print(f"    {kind}: {line}")


def scorer_of(data: Path) -> Any:
    """Return the scorer that lies beside the stories, as a module."""
    path = data / "score.py"
    spec = importlib.util.spec_from_file_location("story_scorer", path)
    if spec is None or spec.loader is None:
        raise SystemExit(f"no scorer at {path}")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


if __name__ == "__main__":
    sys.exit(main())
