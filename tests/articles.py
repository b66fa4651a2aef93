"""Invented articles: a text in, an Article of a paragraph for each stretch between empty lines, and what the program reads in it."""

from __future__ import annotations

from datetime import date

from generator.build import default_recipe
from generator.extract.discourse.names import Names
from generator.extract.discourse.reading import names_of
from generator.extract.events.reads import Read, reads
from generator.extract.mentions import detect
from generator.extract.segment.sentences import segment
from generator.extract.segment.zones import told
from generator.extract.syntax.reader import parse_sentence
from generator.extract.syntax.trees import trees
from generator.extract.timexes import tag
from generator.language import load
from generator.language.story import load_story
from generator.model.article import Article, Block, BlockKind, Published, Sentence
from generator.model.codes import PROGRAM_FAILED
from generator.model.language import Language
from generator.model.mention import EventMention
from generator.model.project import ArticleFiles, File
from generator.model.settings import Settings
from generator.model.span import Source, Span
from generator.model.story import Story
from generator.model.timex import Timex
from generator.model.tree import Tree
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


def tree_of(text: str) -> Tree:
    """Return the tree of one sentence."""
    return parse_sentence(text, Sentence(1, Span(0, len(text)), BlockKind.PARAGRAPH, 0))


def token_in(tree: Tree, word: str) -> int:
    """Return the place of the first token that reads so."""
    return next(each.index for each in tree if each.text == word)


def timexes_of(text: str, published: date | None = WEDNESDAY) -> tuple[Timex, ...]:
    """Return the time expressions of a paragraph."""
    made = article(text, published)
    return tag(made, segment(made, english()), english()).value


def reads_of(text: str, published: date | None = WEDNESDAY) -> tuple[list[Read], Names]:
    """Return the sentences of a paragraph as events are found in them, and who is spoken of there."""
    made, story = article(text, published), load_story("en")
    sentences = segment(made, english())
    grown = tuple(trees(made, sentences).values())
    return reads(sentences, grown, timexes_of(text, published), story), names_of(text, grown, story)
