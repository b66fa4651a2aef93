"""Invented articles: a text in, an Article of a paragraph for each stretch between empty lines, and what the program reads in it."""

from __future__ import annotations

from datetime import date

from generator.build import default_recipe
from generator.extract.mentions import detect
from generator.extract.segment.sentences import segment
from generator.extract.segment.zones import told
from generator.extract.syntax.trees import trees
from generator.extract.timexes import tag
from generator.language import load
from generator.language.story import load_story
from generator.model.article import Article, Block, BlockKind, Published
from generator.model.codes import PROGRAM_FAILED
from generator.model.language import Language
from generator.model.mention import EventMention
from generator.model.project import ArticleFiles, File
from generator.model.settings import Settings
from generator.model.span import Source, Span
from generator.model.story import Story
from generator.pipeline import Draft, draft

WEDNESDAY = date(2024, 5, 15)
"""The day on which the articles of most tests come out."""


def english() -> Language:
    """Return the language of the tests."""
    language = load("en")
    assert language is not None
    return language


def article(
    text: str,
    published: date | None = None,
    *,
    name: str = "a",
    folder: str = "",
    kind: BlockKind = BlockKind.PARAGRAPH,
    language: str = "en",
) -> Article:
    """Return an article whose blocks are what stands between empty lines."""
    blocks, start = [], 0
    for part in text.split("\n\n"):
        blocks.append(Block(kind, Span(start, start + len(part))))
        start += len(part) + 2
    day = Published(published) if published else None
    return Article(name, Source(f"{folder}{name}.txt", text), tuple(blocks), language=language, published=day)


def mentions_in(made: Article, story: Story | None = None) -> tuple[EventMention, ...]:
    """Return what an article tells."""
    sentences = segment(made, english())
    story = load_story("en") if story is None else story
    story_only = told(made, sentences, story)
    return detect(made, story_only, tag(made, sentences, english()).value, story, trees(made, story_only))


def mentions_of(text: str, published: date | None = WEDNESDAY) -> tuple[EventMention, ...]:
    """Return what one paragraph tells."""
    return mentions_in(article(text.replace("\n\n", "\n"), published))


def drafted(text: str, day: str = "2011-11-08") -> Draft:
    """Return what a file yields, read as a build reads it."""
    files = ArticleFiles("one", copy=File("one.txt", text.encode()), about=File("one.toml", f"published = {day}\n".encode()))
    made = draft(files, Settings(), default_recipe())
    assert not [each for each in made.diagnostics if each.code == PROGRAM_FAILED]
    assert made.value is not None
    return made.value
