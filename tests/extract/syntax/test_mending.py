"""A verb that was hung on its own subject becomes the root; a heading, and a noun with a participle, stay what they are."""

from __future__ import annotations

import pytest

from generator.extract.syntax.mending import rooted
from generator.extract.syntax.trained import Arc


def arcs_of(written: str) -> list[Arc]:
    """Return arcs of 'upos/xpos/head/rel' words, heads counted from 1."""
    parts = [each.split("/") for each in written.split()]
    return [Arc(upos, xpos, int(head) - 1, rel) for upos, xpos, head, rel in parts]


BANK = (
    "PROPN/NNP/0/root PUNCT/,/4/punct DET/DT/4/det NOUN/NN/1/appos PUNCT/,/4/punct VERB/{}/4/acl ADP/IN/8/case NOUN/NN/6/obl "
    "PUNCT/./1/punct"
)
PARTNERS = "NOUN/NNS/0/root ADP/IN/3/case PROPN/NNP/1/nmod AUX/VBP/5/aux VERB/VBG/3/acl NOUN/NN/5/obj"
LAW = "DET/DT/2/det NOUN/NN/0/root VERB/VBN/2/acl ADP/IN/5/case PROPN/NNP/3/obl"
RELATIVE = "NOUN/NN/0/root PRON/WDT/3/nsubj VERB/VBD/1/acl"


@pytest.mark.parametrize(
    ("written", "root"),
    [
        (BANK.format("VBD"), 5),
        (BANK.format("VBN"), 5),
        (PARTNERS, 4),
        (LAW, 1),
        (RELATIVE, 0),
        (BANK.format("VBN").replace("obl", "obl:agent"), 0),
    ],
)
def test_the_root(written: str, root: int) -> None:
    made = rooted(arcs_of(written))
    assert next(at for at, arc in enumerate(made) if arc.head < 0) == root


def test_the_noun_is_the_subject_and_what_followed_it_hangs_on_the_verb() -> None:
    made = rooted(arcs_of(BANK.format("VBN")))
    assert (made[0].head, made[0].rel, made[5].xpos, made[8].head) == (5, "nsubj", "VBD", 5)
