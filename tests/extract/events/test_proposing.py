"""A headline for words that an editor chose: the program's own line where it can make one, nothing where it cannot."""

from __future__ import annotations

import pytest

from generator.build import default_recipe
from generator.extract.events.proposing import Chosen, proposed
from generator.model.project import ArticleFiles, File
from generator.model.settings import Settings

TEXT = """The gates of the Arlen canal gave way on Monday, flooding two streets.

The surveyor Ida Lund had warned of the gates. The city council of Velm sold the old mill in May 2019.

So it went.
"""


def line_for(words: str, language: str = "en") -> str:
    recipe = default_recipe()
    about = File("articles/a.toml", f'published = 2023-04-12\nlanguage = "{language}"\n'.encode())
    article = recipe.read(ArticleFiles("a", copy=File("articles/a.txt", TEXT.encode()), about=about), Settings()).value
    assert article
    known = recipe.language(language)
    assert known
    sentences = recipe.segment(article, known)
    story = recipe.story(language)
    told = recipe.told(article, sentences, story)
    start = article.text.index(words)
    chosen = Chosen(type(told[0].span)(start, start + len(words)), article, told, recipe.tag(article, sentences, known).value)
    return proposed(chosen, story, recipe.parse(article, told, ()))


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (
            "The gates of the Arlen canal gave way on Monday, flooding two streets.",
            "The gates of the Arlen canal gave way, flooding two streets",
        ),
        ("sold the old mill", "The city council of Velm sold the old mill"),
        ("So it went.", ""),
    ],
)
def test_the_line_is_that_of_the_sentence_the_words_stand_in(words: str, line: str) -> None:
    assert line_for(words) == line


def test_where_sentences_have_no_structure_nothing_is_proposed() -> None:
    assert line_for("sold the old mill", "de") == ""
