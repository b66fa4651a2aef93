"""A main clause is told as of the day of what stands in it, or not."""

from __future__ import annotations

import pytest

from generator.extract.headlines.sharing import shares_day
from generator.language.story import load_story
from generator.model.frame import Frame
from tests.extract.planted import plant

STORY = load_story("en")
MAIN = "Crews/NOUN.plural/nsubj/2/crew left/VERB.past/root/0/leave "
AS_IT_FELL = MAIN + "{}/SCONJ/mark/5 trams/NOUN.plural/nsubj/5/tram fell/VERB.past/advcl/2/fall +./PUNCT/punct/2"
BREAKING = MAIN + "breaking/VERB.gerund/advcl/2/break it/PRON/obj/3 +./PUNCT/punct/2"
FOUNDED = MAIN + "Fife/PROPN/obj/2 founded/VERB.participle/acl/3/found there/ADV/advmod/4 +./PUNCT/punct/2"
THE_STORM = MAIN + "{}/ADP/case/5 the/DET/det/5 storm/NOUN.singular/obl/2 +./PUNCT/punct/2"
A_POLL = (
    "A/DET/det/2 poll/NOUN.singular/nsubj/4 published/VERB.participle/acl/2/publish showed/VERB.past/root/0/show "
    "that/PRON/obj/4 +./PUNCT/punct/4"
)


@pytest.mark.parametrize(
    ("sentence", "verb", "shared"),
    [
        (AS_IT_FELL.format("when"), "fell", True),
        (AS_IT_FELL.format("after"), "fell", False),
        (AS_IT_FELL.format("unless"), "fell", True),
        (BREAKING, "breaking", True),
        (FOUNDED, "founded", False),
        (THE_STORM.format("in"), "storm", True),
        (THE_STORM.format("before"), "storm", False),
        (A_POLL, "published", True),
        (A_POLL, "showed", True),
    ],
)
def test_what_hangs_on_a_noun_or_comes_after_has_a_day_of_its_own(sentence: str, verb: str, shared: bool) -> None:
    _, (tree,) = plant(sentence)
    at = next(each.index for each in tree if each.text == verb)
    assert shares_day(Frame(tree, at), tree.root, STORY) is shared
