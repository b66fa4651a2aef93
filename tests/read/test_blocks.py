"""The story is told apart from the furniture of the page."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from generator.model.article import BlockKind
from generator.read.blocks import blocks

CASES = tomllib.loads((Path(__file__).parent / "blocks.toml").read_text(encoding="utf-8"))["case"]
SEEDS = sorted((Path(__file__).parent.parent.parent / "seeds").glob("*.txt"))


@pytest.mark.parametrize("case", CASES, ids=[case["title"] for case in CASES])
def test_blocks(case: dict[str, Any]) -> None:
    text = case["text"]
    found = [f"{block.kind}: {block.span.of(text)}".replace("\n", " / ") for block in blocks(text, markdown="markdown" in case)]
    assert found == case["blocks"]


@pytest.mark.parametrize("seed", SEEDS, ids=[seed.stem for seed in SEEDS])
def test_the_seeds_stories_are_whole_and_their_furniture_is_not_story(seed: Path) -> None:
    text = seed.read_text(encoding="utf-8")
    story = [block.span.of(text) for block in blocks(text) if block.kind.is_story]
    aside = [block.span.of(text) for block in blocks(text) if not block.kind.is_story]
    assert sum(map(len, story)) > 0.85 * len(text.strip())
    assert all(words in ("In Other News", "Load More") or words.startswith("Leo covers") for words in aside)


def test_a_list_item_is_told_without_its_mark() -> None:
    text = "What is known:\n\n  • The road is closed.\n  - The dam holds.\n\n1. The water falls slowly.\n\n2. The dam holds."
    items = [block.span.of(text) for block in blocks(text) if block.kind is BlockKind.LIST_ITEM]
    assert items == ["The road is closed.", "The dam holds.", "The water falls slowly.", "The dam holds."]


@pytest.mark.parametrize(
    "text", ["12. Oktober 2021 war ein Dienstag.", "The bridge opens on\n12. October was the warmest month.", "3. May the best win."]
)
def test_a_sentence_may_begin_with_a_number(text: str) -> None:
    assert "".join(block.span.of(text) for block in blocks(text)).replace("\n", "") == text.replace("\n", "")
