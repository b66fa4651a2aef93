"""What a headline is asked of, and what is answered.

In: nothing; these are nouns. Out: Telling (the question, beside a Frame), Headline (the answer).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from generator.extract.discourse.names import Names
from generator.model.edtf import Edtf
from generator.model.span import Span
from generator.model.story import Story
from generator.model.timex import Step
from generator.model.tree import Tree, Upos


@dataclass(frozen=True, slots=True)
class Day:
    """Date words, and the date that they come to; ``sure`` unless they could mean one as far on the other side of publication, too."""

    said: Span
    date: Edtf
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Nouns:
    """Where each noun stands in the sentences of an article, by its lemma (small): sentence and token, in the order of the text."""

    trees: Mapping[int, Tree] = field(default_factory=lambda: MappingProxyType({}))
    places: Mapping[str, tuple[tuple[int, int], ...]] = field(default_factory=lambda: MappingProxyType({}))


def nouns_of(trees: Mapping[int, Tree]) -> Nouns:
    """Return the nouns of sentences, which are given by their numbers."""
    found: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for number in sorted(trees):
        for token in trees[number]:
            if token.upos is Upos.NOUN:
                found[token.lemma.lower()].append((number, token.index))
    return Nouns(trees, {lemma: tuple(places) for lemma, places in found.items()})


@dataclass(frozen=True, slots=True)
class Telling:
    """What is known beside the frame whose headline is wanted.

    ``text`` is the article's; ``own`` are the date words of this frame in its tree, which the line may leave out where its main verb is
    the dated one, as the entry shows the date; ``others`` are all other date words of the tree. ``title`` is the article's own title (or
    headline) where the frame is the article's main event, else empty; ``before`` is the sentence before the frame's. ``date`` is what
    the entry shows, ``days`` are all date words whose date is known, and ``speaker`` is who says what is quoted, where only
    another sentence says so. ``nouns`` are those of the whole article.
    """

    text: str
    names: Names
    story: Story
    own: tuple[Span, ...] = ()
    others: tuple[Span, ...] = ()
    title: str = ""
    before: Tree | None = None
    date: Edtf | None = None
    days: tuple[Day, ...] = ()
    speaker: str = ""
    nouns: Nouns = field(default_factory=Nouns)


@dataclass(frozen=True, slots=True)
class Headline:
    """A line that can be printed as it is, or none (``line`` empty) with the ``fault`` of the best that could be made.

    ``spans`` are the stretches of the text that the line is made of, in its order, none where it is the article's title; ``steps`` tell
    what was left out and what was put in, for ``dateline explain``. Where there is no line, ``alone`` is the sentence as it is shown
    instead, and ``stands`` tells that a reader understands it so.
    """

    line: str
    spans: tuple[Span, ...] = ()
    steps: tuple[Step, ...] = ()
    fault: str = ""
    alone: str = ""
    stands: bool = True
