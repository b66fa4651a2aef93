"""The law of the memory: after any sequence of changes to a project, a build that remembers gives the bytes of one that does not."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.commands.making import Wanted, make, recipe_for
from generator.commands.repeating import repeating
from generator.model.project import ArticleFiles
from generator.pipeline import draft
from tests.commands.changing import ABOUT, CHANGES, SETTINGS, TEXTS, change
from tests.conftest import Said


@given(st.lists(st.lists(CHANGES, min_size=1, max_size=3), min_size=1, max_size=5))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_a_build_with_memory_equals_a_build_without(saves: list[list[tuple[str, str | None]]]) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        change(folder, "timeline.toml", SETTINGS[0])
        change(folder, "articles/a.txt", TEXTS[0])
        change(folder, "articles/a.toml", ABOUT[0])
        kept = Wanted(workers=1)
        preview = repeating(recipe_for(folder, kept))
        for save in saves:
            for path, content in save:
                change(folder, path, content)
            without = make(folder, Wanted(workers=1, remember=False))
            assert make(folder, kept) == without
            assert make(folder, kept, recipe=preview) == without


def test_an_interrupted_build_goes_on_where_it_was(project: Path, dateline: Callable[..., Said], monkeypatch: pytest.MonkeyPatch) -> None:
    (project / "articles/first.txt").write_text(TEXTS[0])
    made: list[str] = []

    def interrupted(files: ArticleFiles, *given: Any) -> Any:
        if files.id == "vote" and len(made) == 1:
            raise KeyboardInterrupt
        made.append(files.id)
        return draft(files, *given)

    monkeypatch.setattr("generator.commands.drafting.draft", interrupted)
    assert dateline("build", project, "--workers", "1").code == 130
    assert made == ["first"]
    made.append("")
    assert dateline("build", project, "--workers", "1").code == 0
    assert made == ["first", "", "vote"], "what was read is not read again"
