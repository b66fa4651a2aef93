"""Pairs of mentions that are one event, or two: the cases of ``pairs.toml``, each in articles of their own or both in one."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from generator.language.story import load_story
from generator.model.article import Article, Block, BlockKind, Published
from generator.model.edtf import parse
from generator.model.mention import DateBasis, EventMention, MentionKind, Status
from generator.model.span import Source, Span
from generator.model.timex import Reference, Timex, TimexType
from generator.weave.coreference import corefer

CASES = tomllib.loads((Path(__file__).parent / "pairs.toml").read_text("utf-8"))["pair"]


def an_article(name: str, *lines: dict[str, Any]) -> tuple[Article, list[EventMention]]:
    """Make an article of one paragraph a line, published on 2031-05-07, and a mention for each line."""
    text, mentions = "", []
    for number, told in enumerate(lines, start=1):
        start, words, day = len(text), told["words"], parse(told["date"])
        text += words + "\n\n"
        assert day is not None
        statement = told.get("statement", False)
        said = a_span(start, words, told["said"]) if "said" in told else None
        back = told.get("same_day", False)
        mentions.append(
            EventMention(
                id=f"e-{name}-{number}",
                article=name,
                sentence=number,
                quote=Span(start, start + len(words)),
                trigger=a_span(start, words, told["trigger"]),
                said=said,
                timex=Timex(said, said, TimexType.DATE, told["date"], reference=Reference.DISCOURSE) if said and back else None,
                date=day,
                basis=DateBasis(told.get("basis", "said")),
                kind=MentionKind.STATEMENT if statement else MentionKind.DEED,
                status=Status.HAPPENED,
                background=False,
                headline=words,
                actors=(told["who"],),
                speaker=told["who"] if statement else None,
                lead=told.get("lead", False),
            )
        )
    block = Block(BlockKind.PARAGRAPH, Span(0, len(text)))
    return Article(name, Source(f"{name}.txt", text), (block,), published=Published(date(2031, 5, 7))), mentions


def a_span(start: int, words: str, part: str) -> Span:
    at = start + words.index(part)
    return Span(at, at + len(part))


@pytest.mark.parametrize("case", CASES, ids=[case["why"] for case in CASES])
def test_a_pair_is_one_event_or_two(case: dict[str, Any]) -> None:
    one, other = case["one"], case["other"]
    told = [an_article("a", one, other)] if case.get("same_article") else [an_article("a", one), an_article("b", other)]
    events = corefer(tuple(article for article, _ in told), tuple(each for _, mentions in told for each in mentions), load_story("en"))
    assert len(events) == (1 if case["together"] else 2)
