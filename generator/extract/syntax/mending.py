"""A sentence's verb that the model hung on a noun of its subject, put where it belongs: 'Arden, the bank, filed for protection'.

In: the arcs of a sentence. Out: the same, or with the verb for its root and the noun that was its root for the verb's subject.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.extract.syntax.trained import Arc

_NOUNS = frozenset({"NOUN", "PROPN"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_HELPING = frozenset({"aux", "aux:pass", "cop"})
_SUBORDINATE = frozenset({"acl:relcl", "advcl", "ccomp", "parataxis", "conj", "csubj", "xcomp", "dep"})


def rooted(arcs: Sequence[Arc]) -> Sequence[Arc]:
    """Return arcs whose root is the finite verb of the sentence, where a noun was and only one verb, hung on a noun, can be it."""
    root = next((at for at, arc in enumerate(arcs) if arc.head < 0), -1)
    if root < 0 or arcs[root].upos not in _NOUNS or any(arc.head == root and arc.rel in _HELPING for arc in arcs):
        return arcs
    verbs = [at for at in range(root + 1, len(arcs)) if arcs[at].rel == "acl" and (_is_finite(arcs, at) or _is_past(arcs, root, at))]
    others = any(arcs[at].rel in _SUBORDINATE and arcs[at].head == root and _is_finite(arcs, at) for at in range(len(arcs)))
    if len(verbs) != 1 or others:
        return arcs
    return _raised(arcs, root, verbs[0])


def _is_finite(arcs: Sequence[Arc], at: int) -> bool:
    """Tell whether a verb has a tense of its own, or shares a helping verb's, and no word before it joins it to anything."""
    below = [arc for arc in arcs if arc.head == at]
    if any(arc.rel in {"mark", "nsubj", "nsubj:pass", "expl"} for arc in below):
        return False
    return arcs[at].xpos in _FINITE - {"MD"} or any(arc.rel in _HELPING and arc.xpos in _FINITE for arc in below)


def _is_past(arcs: Sequence[Arc], root: int, at: int) -> bool:
    """Tell whether what may be a participle is the past: behind the comma that closes an aside, and not done by anybody."""
    closes = arcs[at - 1].xpos == "," and any(arc.xpos == "," for arc in arcs[root + 1 : at - 1])
    return closes and arcs[at].xpos == "VBN" and not any(arc.head == at and arc.rel == "obl:agent" for arc in arcs)


def _raised(arcs: Sequence[Arc], root: int, verb: int) -> list[Arc]:
    """Return the arcs with the verb for the root; what hung on the noun behind it hangs on it."""
    passive = any(arc.head == verb and arc.rel == "aux:pass" for arc in arcs)
    helped = any(arc.head == verb and arc.rel in _HELPING for arc in arcs)
    tag = "VBD" if arcs[verb].xpos == "VBN" and not helped else arcs[verb].xpos
    made = [arc._replace(head=verb) if arc.head == root and at > verb else arc for at, arc in enumerate(arcs)]
    made[root] = arcs[root]._replace(head=verb, rel="nsubj:pass" if passive else "nsubj")
    made[verb] = arcs[verb]._replace(head=-1, rel="root", xpos=tag)
    return made
