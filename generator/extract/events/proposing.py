"""Words of an article that an editor chose → a headline for them, made and judged by the rules of every other.

In: the words with what was read of their article, the story's vocabulary, trees. Out: a line; empty where none can be made.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.extract.discourse.reading import names_of
from generator.extract.events.frames import frames_of
from generator.extract.headlines.telling import Telling
from generator.extract.headlines.writing import headline
from generator.model.article import Article, Sentence
from generator.model.frame import Frame
from generator.model.span import Span
from generator.model.story import Story
from generator.model.timex import Timex
from generator.model.tree import ROOT, Tree


@dataclass(frozen=True, slots=True)
class Chosen:
    """Words of an article, the sentences of its story and its time expressions."""

    words: Span
    article: Article
    sentences: Sequence[Sentence]
    timexes: Sequence[Timex]


def proposed(chosen: Chosen, story: Story, trees: Mapping[int, Tree]) -> str:
    """Return the headline of the first sentence among the words that one can be made of."""
    if not story.reporting:
        return ""
    text, words, timexes = chosen.article.text, chosen.words, chosen.timexes
    read = [each for each in chosen.sentences if each.span.start < words.end]
    found = {each.number: tree for each in read if (tree := trees.get(each.number)) is not None and len(tree)}
    names = names_of(text, tuple(found.values()), story)
    for sentence in read:
        frame = _main(found[sentence.number], story) if sentence.span.overlaps(words) and sentence.number in found else None
        if frame is None:
            continue
        inside = [each.said for each in timexes if sentence.span.contains(each.said)]
        others = tuple(each.said for each in timexes if each.said not in inside[:1])
        line = headline(frame, Telling(text, names, story, tuple(inside[:1]), others, before=found.get(sentence.number - 1))).line
        if line:
            return line
    return ""


def _main(tree: Tree, story: Story) -> Frame | None:
    """Return the frame of what a sentence tells first of all."""
    frames = frames_of(tree, story)
    top = next((token.index for token in tree if token.head == ROOT), None)
    return frames.get(-1 if top is None else top) or next(iter(frames.values()), None)
