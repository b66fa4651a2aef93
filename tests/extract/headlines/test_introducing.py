"""How an article brought up what a line only points at, and where that is not sure."""

from __future__ import annotations

import pytest

from generator.extract.discourse.reading import names_of
from generator.extract.headlines.introducing import introduced
from generator.extract.headlines.telling import Telling, nouns_of
from generator.language.story import load_story
from tests.extract.planted import plant

STORY = load_story("en")
SANK = "The/DET/det/2 tanker/NOUN.singular/nsubj/3 sank/VERB.past/root/0/sink +./PUNCT/punct/3"
HIT = (
    "A/DET/det/2 tanker/NOUN.singular/nsubj/6 carrying/VERB.gerund/acl/2/carry heavy/ADJ/amod/5 oil/NOUN.singular/obj/3 "
    "hit/VERB.past/root/0 rocks/NOUN.plural/obj/6/rock +./PUNCT/punct/6"
)
SAW = "Crews/NOUN.plural/nsubj/2/crew saw/VERB.past/root/0/see {} tanker/NOUN.singular/obj/2 +./PUNCT/punct/2"
FIFE = SAW.format("the/DET/det/5 Fife/PROPN/compound/5")
SMALL = SAW.format("a/DET/det/5 small/ADJ/amod/5")
OTHER = SAW.format("another/DET/det/4")
ITS = SAW.format("its/PRON/nmod:poss/4")
LEAVING = (
    "The/DET/det/2 loss/NOUN.singular/nsubj/6 of/ADP/case/5 that/DET/det/5 tanker/NOUN.singular/nmod/2 hurt/VERB.past/root/0 "
    "+./PUNCT/punct/6"
)
SINGER = SAW.replace("tanker", "singer").format("a/DET/det/5 great/ADJ/amod/5")
SANG = "The/DET/det/2 singer/NOUN.singular/nsubj/3 left/VERB.past/root/0/leave +./PUNCT/punct/3"
CREWS = "Two/NUM/nummod/3 tired/ADJ/amod/3 crews/NOUN.plural/nsubj/4/crew left/VERB.past/root/0/leave +./PUNCT/punct/4"
RESTED = "The/DET/det/2 crews/NOUN.plural/nsubj/3/crew rested/VERB.past/root/0/rest +./PUNCT/punct/3"
PLAIN = "Crews/NOUN.plural/nsubj/2/crew left/VERB.past/root/0/leave +./PUNCT/punct/2"
QUOTED = SAW.replace("saw/VERB.past/root/0/see", "saw/VERB.past/root/0/see “/PUNCT/punct/5").format("a/DET/det/5")


@pytest.mark.parametrize(
    ("before", "told", "at", "words"),
    [
        ((HIT,), SANK, 1, "a tanker carrying heavy oil"),
        ((HIT, SANK), SANK, 1, "a tanker carrying heavy oil"),
        ((HIT,), LEAVING, 4, "a tanker carrying heavy oil"),
        ((FIFE,), SANK, 1, "the Fife tanker"),
        ((HIT, SMALL), SANK, 1, ""),
        ((HIT, OTHER), SANK, 1, ""),
        ((HIT, ITS), SANK, 1, ""),
        ((HIT, FIFE), SANK, 1, ""),
        ((QUOTED,), SANK, 1, ""),
        ((SANK,), SANK, 1, ""),
        ((SINGER,), SANG, 1, ""),
        ((CREWS,), RESTED, 1, "Two tired crews"),
        ((PLAIN,), RESTED, 1, ""),
        ((CREWS,), SANK, 1, ""),
    ],
)
def test_the_article_brought_it_up_so(before: tuple[str, ...], told: str, at: int, words: str) -> None:
    text, trees = plant(*before, told)
    telling = Telling(text, names_of(text, trees, STORY), STORY, nouns=nouns_of({each.sentence: each for each in trees}))
    found = introduced(trees[-1], at, telling)
    assert (found.words if found is not None else "") == words
