"""The readable cases: what one or two sentences tell."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from generator.extract.mentions import detect
from generator.extract.sentences import segment
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
    return detect(article, sentences, tag(article, sentences, language).value, load_story("en"))


@pytest.mark.parametrize("case", CASES, ids=[case["what"] for case in CASES])
def test_a_sentence_tells(case: dict[str, Any]) -> None:
    found = [f"{each.date} | {each.status.value} | {each.kind.value} | {each.headline}" for each in mentions_of(case["text"])]
    assert found == case["expected"]


def test_the_hour_of_a_live_report_ends_no_reading() -> None:
    found = mentions_of("11.07am: Ana Lopes writes: the quay is full. A ship sank on Sunday.")
    assert "A ship sank" in [each.headline for each in found]
