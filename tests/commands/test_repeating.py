"""What a preview does again after a change, counted in calls: the change's own business, whatever else the project holds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from generator.commands.making import Wanted
from generator.commands.previewing import PreviewBuild

DEEDS = ("opened", "closed", "flooded", "repaired", "painted", "sold", "searched", "fenced")
COUNTED = (
    "generator.commands.drafting.draft",
    "generator.weave.merging.woven",
    "generator.render.views.event_view",
    "generator.render.site.rendered",
)
EDIT = """+++
action = "edit"
by = "R. Kern"
at = 2022-12-24T09:00:00Z

[[target]]
source = "n03"
exact = "The pier of Orsk was repaired on Tuesday."

[set]
headline = "The pier is whole again"
+++
"""


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """Count the calls of what costs."""
    counts: Counter[str] = Counter()
    for name in COUNTED:
        module, _, attribute = name.rpartition(".")
        _count(monkeypatch, module, attribute, counts)
    return counts


def _count(monkeypatch: pytest.MonkeyPatch, module: str, name: str, counts: Counter[str]) -> None:
    step = getattr(__import__(module, fromlist=[name]), name)

    def counting(*given: Any, **named: Any) -> Any:
        counts[name] += 1
        return step(*given, **named)

    monkeypatch.setattr(f"{module}.{name}", counting)


def written(folder: Path, number: int, deed: str) -> None:
    (folder / f"articles/n{number:02}.txt").write_text(f"The pier of Orsk was {deed} on Tuesday.\n")
    (folder / f"articles/n{number:02}.toml").write_text(f"published = 2022-{number + 1:02}-09\n")


@pytest.fixture
def preview(tmp_path: Path, calls: Counter[str]) -> PreviewBuild:
    """Build eight articles, each of a month of its own, and so of a block of its own."""
    (tmp_path / "articles").mkdir()
    (tmp_path / "edits").mkdir()
    (tmp_path / "timeline.toml").write_text('title = "The pier"\n')
    for number, deed in enumerate(DEEDS):
        written(tmp_path, number, deed)
    builder = PreviewBuild(tmp_path, Wanted(remember=False, workers=1))
    looked_at(builder().files)
    assert (calls["draft"], calls["woven"], calls["event_view"]) == (8, 8, 8)
    calls.clear()
    return builder


def looked_at(site: Mapping[str, bytes]) -> bytes:
    return site["index.html"]


def test_where_nothing_has_changed_nothing_is_done(preview: PreviewBuild, calls: Counter[str]) -> None:
    preview()
    assert not calls


def test_one_changed_article_is_read_alone_and_only_its_block_is_merged_again(preview: PreviewBuild, calls: Counter[str]) -> None:
    written(preview.folder, 4, "blessed")
    assert b"blessed" in looked_at(preview().files)
    assert calls == {"draft": 1, "woven": 1, "event_view": 1, "rendered": 1}


def test_one_edit_has_one_event_told_anew_and_only_the_page_that_is_looked_at_made(preview: PreviewBuild, calls: Counter[str]) -> None:
    (preview.folder / "edits/a.md").write_text(EDIT)
    assert b"The pier is whole again" in looked_at(preview().files)
    assert calls == {"event_view": 1, "rendered": 1}


def test_another_title_has_no_event_told_anew(preview: PreviewBuild, calls: Counter[str]) -> None:
    (preview.folder / "timeline.toml").write_text('title = "Another"\n')
    assert b"Another" in looked_at(preview().files)
    assert calls == {"rendered": 1}
