"""The readable cases: what one or two sentences tell."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from generator.extract.mentions import detect
from generator.extract.segment.sentences import segment
from generator.extract.segment.zones import told
from generator.extract.syntax.trees import trees
from generator.extract.timexes import tag
from generator.language import load
from generator.language.story import load_story
from generator.model.article import Article, Block, BlockKind, Published
from generator.model.mention import EventMention
from generator.model.span import Source, Span

CASES = tomllib.loads((Path(__file__).parent / "cases.toml").read_text("utf-8"))["case"]


def mentions_of(text: str, published: date | None = date(2024, 5, 15)) -> tuple[EventMention, ...]:
    language = load("en")
    assert language is not None
    blocks = (Block(BlockKind.PARAGRAPH, Span(0, len(text))),)
    article = Article("case", Source("case.txt", text), blocks, published=Published(published) if published else None)
    sentences = segment(article, language)
    story = load_story("en")
    story_only = told(article, sentences, story)
    return detect(article, story_only, tag(article, sentences, language).value, story, trees(article, story_only))


@pytest.mark.parametrize("case", CASES, ids=[case["what"] for case in CASES])
def test_a_sentence_tells(case: dict[str, Any]) -> None:
    found = sorted(f"{each.date} | {each.status.value} | {each.kind.value}" for each in mentions_of(case["text"]))
    if case.get("open"):
        assert found != case["expected"], "it is read rightly now: take the mark off"
    else:
        assert found == case["expected"]


def test_the_hour_of_a_live_report_ends_no_reading() -> None:
    found = mentions_of("11.07am: Ana Lopes writes: the quay is full. Two ships sank near the port on Sunday.")
    assert "2024-05-12" in [str(each.date) for each in found]
