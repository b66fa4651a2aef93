"""Articles in other languages tell events by the parses that lie beside them: German and Spanish, with parses of our own making."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from generator.extract import mentions
from generator.extract.segment.sentences import segment
from generator.extract.segment.zones import told
from generator.extract.syntax.trees import trees
from generator.extract.timexes import tag
from generator.language import load
from generator.language.story import load_story
from generator.model.article import Article, Block, BlockKind, Published
from generator.model.mention import EventMention
from generator.model.project import File
from generator.model.span import Source, Span
from generator.read import conllu

HERE = Path(__file__).parent

EXPECTED = {
    "de": [
        "2024-05-13 | happened | deed | festgenommen",
        "2024-05-14 | happened | statement | sagte",
        "2024-05-17 | planned | deed | öffnen",
        "2024-05-07 | happened | deed | beschädigt",
        "2024-05-14 | happened | statement | sagte",
        "2024-06-03 | planned | deed | entscheiden",
        "2024-03/.. | ongoing | deed | gesperrt",
        "2024-05-12 | happened | deed | unterzeichnet",
        "2009 | happened | deed | gründete",
    ],
    "es": [
        "2024-05-13 | happened | deed | detuvo",
        "2024-05-14 | happened | statement | dijo",
        "2024-05-17 | planned | deed | abrirá",
        "2024-05-07 | happened | deed | dañado",
        "2024-05-14 | happened | statement | dijo",
        "2024-06-03 | planned | deed | decidirá",
        "2024-05-12 | happened | deed | firmado",
        "2009 | happened | deed | fundó",
        "2024-03-02/.. | ongoing | deed | cerrado",
        "2024-05-18 | expected | deed | inaugurar",
    ],
}


def mentions_of(code: str, *, parsed: bool = True) -> tuple[str, tuple[EventMention, ...]]:
    """Return the text of the article in a language, published on 15 May 2024, with the mentions that its parse tells."""
    text = (HERE / f"{code}.txt").read_text("utf-8").strip()
    block = Block(BlockKind.PARAGRAPH, Span(0, len(text)))
    article = Article("case", Source("case.txt", text), (block,), published=Published(date(2024, 5, 15)), language=code)
    language, story = load(code), load_story(code)
    assert language is not None
    sentences = told(article, segment(article, language), story)
    times = tag(article, sentences, language).value
    assert times is not None
    given = conllu.read(File(f"{code}.conllu", (HERE / f"{code}.conllu").read_bytes()), article.source)
    assert not given.diagnostics
    found = trees(article, tuple(sentences), given.value or () if parsed else ())
    return text, mentions.detect(article, sentences, times, story, {number: found[number] for number in found})


@pytest.mark.parametrize("code", EXPECTED)
def test_an_article_with_a_parse_tells_its_events(code: str) -> None:
    text, found = mentions_of(code)
    assert [f"{each.date} | {each.status.value} | {each.kind.value} | {each.trigger.of(text)}" for each in found] == EXPECTED[code]


@pytest.mark.parametrize(("code", "mayor"), [("de", "Anna Weber"), ("es", "Ana Ruiz")])
def test_the_mayor_goes_on_with_what_she_said(code: str, mayor: str) -> None:
    _, found = mentions_of(code)
    first, second = (each for each in found if each.speaker == mayor)
    assert second.continues == first.id


@pytest.mark.parametrize("code", EXPECTED)
def test_no_line_opens_with_its_verb(code: str) -> None:
    _, found = mentions_of(code)
    assert all(each.headline.split()[0] not in {"Ist", "Gründete", "Está", "Fundó"} for each in found if each.headline)


@pytest.mark.parametrize("code", EXPECTED)
def test_without_a_parse_nothing_is_told(code: str) -> None:
    assert mentions_of(code, parsed=False)[1] == ()
