"""Parts of speech and forms, made sure of by the tree: the tagger reads a word in its window, the tree sees the whole clause.

In: the arcs of a sentence. Out: the universal tag and the Form of each word.
"""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from generator.extract.syntax.trained import Arc
from generator.model.tree import Form, Upos

_FORMS = {
    "VBD": Form.PAST,
    "VBZ": Form.PRESENT,
    "VBP": Form.PRESENT,
    "MD": Form.PRESENT,
    "VB": Form.INFINITIVE,
    "VBN": Form.PARTICIPLE,
    "VBG": Form.GERUND,
    "NN": Form.SINGULAR,
    "NNP": Form.SINGULAR,
    "NNS": Form.PLURAL,
    "NNPS": Form.PLURAL,
}
_UPOS = {each.value: each for each in Upos}
_HELPING = frozenset({"aux", "aux:pass"})
_SUBJECTS = frozenset({"nsubj", "nsubj:pass", "csubj"})
_HELPERS = _HELPING | {"cop"}
_DESCRIBING = frozenset({"acl", "amod"})
_TOLD_BY = frozenset({"VBD", "VBN", "VB"})
"""Penn tags whose form the arcs round the word decide."""
_DECIDING = _HELPING | _SUBJECTS | {"mark"}
_NONE: frozenset[str] = frozenset()


def shaped(arcs: Sequence[Arc]) -> list[tuple[Upos, Form]]:
    """Return the universal tag and the form of every word."""
    below: dict[int, set[str]] = {}
    helped: dict[int, set[str]] = {}
    for _, xpos, head, rel in arcs:
        if rel in _DECIDING:
            below.setdefault(head, set()).add(rel)
            if rel in _HELPING:
                helped.setdefault(head, set()).add(xpos)
    return [
        (_upos(arc), _form(arc, below.get(at, _NONE), helped.get(at, _NONE)) if arc.xpos in _TOLD_BY else _FORMS.get(arc.xpos, Form.NONE))
        for at, arc in enumerate(arcs)
    ]


def _upos(arc: Arc) -> Upos:
    """A helping verb is one by its arc, and only by it."""
    if arc.xpos[:1] in {"V", "M"} or arc.upos in {"VERB", "AUX"}:
        if arc.rel in _HELPERS:
            return Upos.AUX
        if arc.upos == "AUX" and arc.xpos != "MD":
            return Upos.VERB
    return _UPOS[arc.upos]


def _form(arc: Arc, rels: AbstractSet[str], helpers: AbstractSet[str]) -> Form:
    """The form by the tag; 'has announced', 'plans announced today' and the imperative by the arcs round the verb."""
    form = _FORMS[arc.xpos]
    if form is Form.PAST and (helpers - {"MD"} or (arc.rel in _DESCRIBING and not rels & _SUBJECTS)):
        return Form.PARTICIPLE
    if form is Form.PARTICIPLE and arc.rel in {"root", "ccomp", "parataxis"} and rels & _SUBJECTS and not rels & _HELPING:
        return Form.PAST
    if form is Form.INFINITIVE and arc.rel == "root" and not rels & (_HELPING | {"mark"}):
        return Form.PRESENT
    return form
