"""What stands above a time expression: a predicate, an event noun of some sort, a name, what is only compared.

In: a Tree, its frames, a token of it, the Story. Out: a Head, by which the rows of dating tell what to do with it.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from generator.extract.events.nouns import is_event_noun
from generator.model.frame import Frame, Tense
from generator.model.story import Story
from generator.model.tree import Form, Rel, Tree, Upos


class Head(Enum):
    """What stands at the upper end of an arc."""

    PREDICATE = "predicate"
    EVENT = "event noun"
    LIGHT = "event noun that a light verb has for its object"
    DURING = "event noun in whose course something is done"
    HIGHEST = "a lowest, a worst, of nothing that is named"
    SUPERLATIVE = "a first, a lowest, a worst"
    PHASE = "a part of something"
    BESIDE = "a participle that tells what a noun does, or that somebody spoke"
    ASIDE = "a noun that says who somebody is"
    PART = "a noun within a compound"
    NOUN = "another noun"
    OTHER = "anything else"


def kind_of_head(tree: Tree, above: int, frames: Mapping[int, Frame], story: Story) -> Head:
    """Tell what stands at the upper end of an arc."""
    token = tree[above]
    rows = (
        (token.upos in {Upos.NOUN, Upos.ADJ} and token.lemma in story.of("phases"), Head.PHASE),
        (token.upos is Upos.ADJ and {token.text.lower(), token.lemma} & story.of("superlatives"), Head.HIGHEST),
        (_is_superlative(tree, above, story), Head.SUPERLATIVE),
        (is_event_noun(tree, above, story), _kind_of_event(tree, above, frames, story)),
        (token.rel is Rel.APPOS and token.lemma.lower() in story.people, Head.ASIDE),
        (token.rel is Rel.COMPOUND and token.upos in {Upos.NOUN, Upos.PROPN}, Head.PART),
        (above in frames and token.form is Form.GERUND and _is_beside(tree, above, story), Head.BESIDE),
        (above in frames, Head.PREDICATE),
        (token.upos in {Upos.NOUN, Upos.PROPN, Upos.NUM, Upos.PRON, Upos.SYM}, Head.NOUN),
    )
    return next((kind for holds, kind in rows if holds), Head.OTHER)


def _is_beside(tree: Tree, above: int, story: Story) -> bool:
    """Tell a participle that says what a noun does, that somebody spoke, or from when on: 'Starting in May, the port will open'."""
    begins = tree[above].lemma in story.of("end") and not tree.children(above, Rel.OBJ)
    spoke = tree[above].lemma in story.of("talking") | story.reporting
    beside = tree[above].rel is Rel.ACL or (tree[above].rel is Rel.ADVCL and (begins or spoke))
    return beside and not tree.children(above, Rel.NSUBJ)


def _kind_of_event(tree: Tree, noun: int, frames: Mapping[int, Frame], story: Story) -> Head:
    """Tell an event noun that a light verb has ('hold a meeting'), or in whose course something was done, from one by itself."""
    token = tree[noun]
    if token.head not in frames:
        return Head.EVENT
    if token.rel is Rel.OBJ and tree[token.head].lemma in story.light:
        return Head.LIGHT
    during = any(tree[each].lemma in story.of("during") for each in tree.children(noun, Rel.CASE))
    done = token.rel is Rel.OBL and frames[token.head].tense is Tense.PAST
    return Head.DURING if during and done else Head.EVENT


def _is_superlative(tree: Tree, index: int, story: Story) -> bool:
    words = (tree[each] for each in (index, *tree.children(index, Rel.AMOD)))
    return any({word.text.lower(), word.lemma} & (story.of("superlatives") | story.of("ranks")) for word in words)
