"""The sentences of an article as they were read: tree, frames, the time expressions in each, and its place in the story.

In: Sentences with their Trees and the article's time expressions. Out: Reads, in the order of the text.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.extract.events.frames import frames_of
from generator.model.article import BlockKind, Sentence
from generator.model.frame import Frame
from generator.model.story import Story
from generator.model.timex import Timex
from generator.model.tree import Tree

_LEADS = 2
"""How many sentences open a story."""
_HEADS = frozenset({BlockKind.HEADING, BlockKind.HEADLINE})


@dataclass(frozen=True, slots=True)
class Read:
    """A sentence as it was read; ``position`` counts the story's sentences from 1, headings left out."""

    sentence: Sentence
    tree: Tree
    frames: Mapping[int, Frame]
    timexes: tuple[Timex, ...]
    position: int

    @property
    def lead(self) -> bool:
        """Tell whether it opens the story."""
        return self.position <= _LEADS and self.sentence.kind not in _HEADS

    def above(self, index: int) -> Frame | None:
        """Return the frame of the nearest predicate above a token."""
        return next((self.frames[each] for each in self.tree.ancestors(index) if each in self.frames), None)


def reads(sentences: Sequence[Sentence], trees: Sequence[Tree], timexes: Sequence[Timex], story: Story) -> list[Read]:
    """Return the sentences that have a tree; *timexes* stand in the order of the text."""
    by_number = {tree.sentence: tree for tree in trees if len(tree)}
    starts = [each.said.start for each in timexes]
    found: list[Read] = []
    position = 0
    for sentence in sentences:
        tree = by_number.get(sentence.number)
        if tree is None:
            continue
        position += sentence.kind not in _HEADS
        first, last = (bisect_left(starts, at) for at in (sentence.span.start, sentence.span.end))
        inside = tuple(each for each in timexes[first:last] if each.said.end <= sentence.span.end)
        found.append(Read(sentence, tree, frames_of(tree, story), inside, position))
    return found
