"""A headline is the frame printed: whole constituents, nobody whom the line alone does not place, or no headline."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.extract.discourse.reading import names_of
from generator.extract.headlines.telling import Headline, Telling, nouns_of
from generator.extract.headlines.writing import headline
from generator.language.story import load_story
from generator.model.frame import Frame
from generator.model.span import Span
from generator.model.tree import Rel, Tree
from tests.extract.headlines.grown import grown, span_of, token_of

STORY = load_story("en")
_BLOCKS = [block.split("\n") for block in (Path(__file__).parent / "cases.txt").read_text("utf-8").strip().split("\n\n")[1:]]
CASES = [(tuple(block[:-1]), *(part.strip() for part in block[-1].removeprefix("= ").split(" | "))) for block in _BLOCKS]


def framed(tree: Tree, predicate: int) -> Frame:
    """Return the frame of a predicate, as far as headlines ask for it."""
    above = [predicate, *tree.ancestors(predicate)]
    saying = {"say", "deny"}
    says = next((each for each in above[1:] if tree[each].lemma in saying and predicate != each), None)
    if says is not None and not any(tree[each].rel is Rel.CCOMP for each in above):
        says = None
    subject = tree.child(predicate, Rel.NSUBJ)
    return Frame(tree, predicate, subject, says=says, speaker=tree.child(says, Rel.NSUBJ) if says is not None else None)


def told(sentences: tuple[str, ...], verb: str, date: str) -> tuple[str, Headline]:
    text, trees = grown(*sentences)
    tree = trees[-1]
    own = span_of(text, tree, date.removeprefix("on "))
    others = tuple(span_of(text, tree, day) for day in ("Tuesday", "June") if day in sentences[-1])
    nouns = nouns_of({each.sentence: each for each in trees})
    before = trees[-2] if trees[1:] else None
    telling = Telling(text, names_of(text, trees, STORY), STORY, own=(own,), others=others, before=before, nouns=nouns)
    return text, headline(framed(tree, token_of(tree, verb)), telling)


@pytest.mark.parametrize(("sentences", "verb", "date", "line"), CASES, ids=[case[0][-1] for case in CASES])
def test_the_headline_of(sentences: tuple[str, ...], verb: str, date: str, line: str) -> None:
    text, made = told(sentences, verb, date)
    if line.startswith("-"):
        assert made.line == "", made.line
        assert made.fault.startswith(line.removeprefix("- "))
        return
    assert made.line == line, made.fault
    shown = "".join(letter for letter in line if letter.isalnum())
    quoted = "".join(letter for span in made.spans for letter in span.of(text) if letter.isalnum())
    assert "[" in line or quoted.casefold() == shown.casefold()


def test_each_thing_left_out_and_put_in_is_a_step() -> None:
    _, made = told(("Transport minister Ann Hale opened the bridge.", "She closed the port on Monday."), "closed", "on Monday")
    assert [step.rule for step in made.steps] == ["headline", "left out", "put in"]
    assert "“on Monday”" in made.steps[1].words
    assert "for “She”" in made.steps[2].words


def test_a_line_far_beyond_the_aim_loses_what_nothing_needs_and_one_near_it_does_not() -> None:
    sentence = "All ports closed on Monday, as a storm came nearer."
    text, trees = grown(sentence)
    telling = Telling(text, names_of(text, trees, STORY), STORY, own=(Span(text.index("Monday"), text.index("Monday") + 6),))
    assert headline(framed(trees[0], token_of(trees[0], "closed")), telling).line == "All ports closed, as a storm came nearer"
