"""Hang what closes a sentence where it belongs, wherever the reader of the sentence hung it: 'Ann Hale said', ', closing the port'.

In: a Frame. Out: the Frame on the mended tree; the tokens keep their numbers.
"""

from __future__ import annotations

from dataclasses import replace

from generator.model.frame import Frame
from generator.model.story import Story
from generator.model.tree import Form, Rel, Tree, Upos, tree_of

_BESIDE = frozenset({Rel.PARATAXIS, Rel.CCOMP, Rel.CONJ, Rel.DEP, Rel.ADVCL})


def mended(frame: Frame, story: Story) -> Frame:
    """Return the frame with the attribution that ends its sentence hung on the main verb, as who says all of it.

    A participle set off by a comma is no second deed of the verb before it, but what went with it.
    """
    tree = frame.tree
    hung = {token.index: replace(token, rel=Rel.ADVCL) for token in tree if _is_beside(tree, token.index)}
    said = _closing(tree, story)
    if said is not None and tree[said].head >= 0:
        hung[said] = replace(tree[said], head=tree.root, rel=Rel.PARATAXIS)
    if not hung:
        return frame
    fixed = tree_of(tree.sentence, tuple(hung.get(token.index, token) for token in tree))
    if said not in hung or frame.predicate == said or frame.says is not None:
        return replace(frame, tree=fixed)
    return replace(frame, tree=fixed, says=said, speaker=fixed.child(said, Rel.NSUBJ))


def _is_beside(tree: Tree, at: int) -> bool:
    """Tell whether a participle was taken for a second deed: 'A storm came, closing the port', but 'eating and drinking'."""
    token = tree[at]
    joined = token.rel is Rel.CONJ and token.form is Form.GERUND and token.upos is Upos.VERB
    first = min(tree.subtree(at))
    return joined and tree[token.head].form in {Form.PAST, Form.PRESENT} and first > 0 and "," in {tree[first].text, tree[first - 1].text}


def _closing(tree: Tree, story: Story) -> int | None:
    """Return the verb of saying whose clause, with a subject of its own, stands behind a comma and ends the sentence."""
    last = max((token.index for token in tree if token.upos is not Upos.PUNCT), default=-1)
    for token in tree:
        if token.rel not in _BESIDE or token.lemma not in story.reporting:
            continue
        words = [each for each in tree.subtree(token.index) if tree[each].upos is not Upos.PUNCT]
        if words[-1] != last or tree.child(token.index, Rel.NSUBJ) is None or tree.children(token.index, Rel.MARK, Rel.CC, Rel.CCOMP):
            continue
        first = words[0]
        if first and tree[first - 1].text in {",", "”", '"', "''"}:
            return token.index
    return None
