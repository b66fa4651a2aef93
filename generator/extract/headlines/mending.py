"""Hang a closing 'Ann Hale said' on the sentence it closes, wherever the reader of the sentence hung it.

In: a Frame. Out: the Frame on the mended tree; the tokens keep their numbers.
"""

from __future__ import annotations

from dataclasses import replace

from generator.model.frame import Frame
from generator.model.story import Story
from generator.model.tree import Rel, Tree, Upos, tree_of


def mended(frame: Frame, story: Story) -> Frame:
    """Return the frame with the attribution that ends its sentence hung on the sentence's main verb, as who says all of it."""
    tree = frame.tree
    said = _closing(tree, story)
    if said is None or tree[said].head < 0:
        return frame
    tokens = (replace(token, head=tree.root, rel=Rel.PARATAXIS) if token.index == said else token for token in tree)
    fixed = tree_of(tree.sentence, tuple(tokens))
    speaker = fixed.child(said, Rel.NSUBJ)
    if frame.predicate == said or frame.says is not None:
        return replace(frame, tree=fixed)
    return replace(frame, tree=fixed, says=said, speaker=speaker)


def _closing(tree: Tree, story: Story) -> int | None:
    """Return the verb of saying whose clause, with a subject of its own, stands behind a comma and ends the sentence."""
    last = max((token.index for token in tree if token.upos is not Upos.PUNCT), default=-1)
    for token in tree:
        below = tree.subtree(token.index)
        words = [each for each in below if tree[each].upos is not Upos.PUNCT]
        closes = (
            token.rel in {Rel.PARATAXIS, Rel.CCOMP, Rel.CONJ, Rel.DEP, Rel.ADVCL} and token.lemma in story.reporting and words[-1] == last
        )
        if not closes or tree.child(token.index, Rel.NSUBJ) is None or tree.children(token.index, Rel.MARK, Rel.CC, Rel.CCOMP):
            continue
        first = words[0]
        if first and tree[first - 1].text in {",", "”", '"', "''"}:
            return token.index
    return None
