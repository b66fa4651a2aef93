"""What stands above a time: the word in brackets of each sentence is of the sort behind the bar."""

from __future__ import annotations

import re

import pytest

from generator.extract.events.frames import frames_of
from generator.extract.events.heads import Head, kind_of_head
from generator.extract.syntax.reader import parse_sentence
from generator.language.story import load_story
from generator.model.article import BlockKind, Sentence
from generator.model.span import Span

STORY = load_story("en")

CASES = [
    ("Police [arrested] three men on Monday.", Head.PREDICATE),
    ("Monday's [vote] split the party.", Head.EVENT),
    ("The board will hold a [meeting] on Monday.", Head.LIGHT),
    ("Two men died during a [raid] on a shop on Friday.", Head.DURING),
    ("The index fell to its lowest [level] since May.", Head.SUPERLATIVE),
    ("Crews worked through the early [hours] of Sunday.", Head.PHASE),
    ("A bomb hit a bus [carrying] pilgrims on Monday.", Head.BESIDE),
    ("Omar Hale, the foreign [minister] in 2003, resigned.", Head.ASIDE),
    ("She read out the [figures] of May.", Head.NOUN),
]


@pytest.mark.parametrize(("marked", "wanted"), CASES, ids=[wanted.name for _, wanted in CASES])
def test_what_stands_above_a_time_is_told_by_its_word_and_its_place(marked: str, wanted: Head) -> None:
    match = re.search(r"\[(.+?)\]", marked)
    assert match is not None
    text = marked.replace("[", "").replace("]", "")
    tree = parse_sentence(text, Sentence(1, Span(0, len(text)), BlockKind.PARAGRAPH, 0))
    word = next(token.index for token in tree if token.span.start == match.start())
    assert kind_of_head(tree, word, frames_of(tree, STORY), STORY) is wanted
