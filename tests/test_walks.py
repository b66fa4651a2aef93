"""The walks of ARCHITECTURE.md are the ways that the program takes: every step is there, is called, and in the order told."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PAGE = """<html lang="en"><head><title>Planting put off</title>
<meta property="article:published_time" content="2022-11-10T08:00:00Z"></head><body><article><h1>Planting put off</h1>
<p>The council of Marle postponed the planting of the old quarry on Wednesday after a long debate in the town hall.</p>
<p>The mayor said that the trees would be planted by Friday, and that the town would pay for the work from its own funds.</p>
</article></body></html>
"""
EDIT = """+++
action = "edit"
by = "R.K."
at = 2022-11-10T12:00:00Z
[[target]]
source = "vote"
exact = "The council of Marle voted on Tuesday to plant the old quarry with trees."
[set]
headline = "Marle votes for trees"
+++
"""
OVER_HTTP = "edge/editing/routes.py:"
"""Called by a server, which `tests/browser` starts; here it is enough that it is there."""


def walks() -> dict[str, list[str]]:
    text = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8").partition("\n## Four walks\n")[2].partition("\n## ")[0]
    titles, bodies = re.findall(r"^### (.+)$", text, re.MULTILINE), re.split(r"^### .+$", text, flags=re.MULTILINE)[1:]
    return {title: re.findall(r"`([\w/]+\.py:[\w.]+)`", body) for title, body in zip(titles, bodies, strict=True)}


def names_in(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            found.add(node.name)
        if isinstance(node, ast.ClassDef):
            found |= {f"{node.name}.{each.name}" for each in node.body if isinstance(each, ast.FunctionDef | ast.AsyncFunctionDef)}
    return found


@pytest.fixture(scope="module")
def called(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """Return what a build of a small project calls, then what saving a form calls, each function once."""
    folder = tmp_path_factory.mktemp("walk") / "quarry"
    (folder / "articles").mkdir(parents=True)
    (folder / "edits").mkdir()
    (folder / "timeline.toml").write_text('title = "The quarry"\n')
    (folder / "articles" / "vote.txt").write_text("The council of Marle voted on Tuesday to plant the old quarry with trees.\n")
    (folder / "articles" / "vote.toml").write_text("published = 2022-11-09\n")
    (folder / "articles" / "put-off.html").write_text(PAGE)
    (folder / "edits" / "trees.md").write_text(EDIT)
    done = subprocess.run([sys.executable, "-m", "tests.walked", folder], capture_output=True, text=True, cwd=ROOT, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def test_there_are_four_walks_and_none_is_short() -> None:
    assert len(walks()) == 4
    assert all(len(steps) > 6 for steps in walks().values())


@pytest.mark.parametrize("step", sorted({step for steps in walks().values() for step in steps}))
def test_a_step_is_there(step: str) -> None:
    path, _, name = step.partition(":")
    assert name in names_in(ROOT / "generator" / path)


@pytest.mark.parametrize("walk", walks())
def test_a_walk_is_taken_in_its_order(walk: str, called: list[str]) -> None:
    cut = called.index("saved")
    taken = called[cut:] if walk == "One saved form" else called[:cut]
    steps = [step for step in walks()[walk] if not step.startswith(OVER_HTTP)]
    assert [step for step in steps if step not in taken] == []
    places = [taken.index(step) for step in steps]
    assert places == sorted(places), [(step, place) for step, place in zip(steps, places, strict=True)]
