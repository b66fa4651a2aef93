"""What a line leaves out and the whole article makes plain: the firm and the country that it is about."""

from __future__ import annotations

import pytest

from generator.extract.discourse.reading import names_of
from generator.extract.headlines.line import Line
from generator.extract.headlines.referring import placed
from generator.extract.headlines.telling import Telling, nouns_of
from generator.language.story import load_story
from tests.extract.planted import plant

STORY = load_story("en")
FIRM = (
    "Arden/PROPN/compound/2 Corp/PROPN/nsubj/3 opened/VERB.past/root/0/open ports/NOUN.plural/obj/3 +./PUNCT/punct/3",
    "Arden/PROPN/compound/2 Corp/PROPN/nsubj/3 closed/VERB.past/root/0/close shops/NOUN.plural/obj/3 +./PUNCT/punct/3",
    "Arden/PROPN/compound/2 Corp/PROPN/nsubj/3 hired/VERB.past/root/0/hire crews/NOUN.plural/obj/3 +./PUNCT/punct/3",
)
LAND = (
    "Spain/PROPN/nsubj/2 opened/VERB.past/root/0/open Spanish/ADJ/amod/4 ports/NOUN.plural/obj/2 +./PUNCT/punct/2",
    "Crews/NOUN.plural/nsubj/2 left/VERB.past/root/0/leave Spain/PROPN/obj/2 +./PUNCT/punct/2",
)
PROFIT = "Net/ADJ/amod/2 income/NOUN.singular/nsubj/3 rose/VERB.past/root/0/rise +./PUNCT/punct/3"
JOBLESS = "Unemployment/NOUN.singular/nsubj/2 rose/VERB.past/root/0/rise +./PUNCT/punct/2"
JOINED = "The/DET/det/4 economy/NOUN/compound/4 and/CCONJ/cc/2 revenue/NOUN.singular/nsubj/5 fell/VERB.past/root/0/fall +./PUNCT/punct/5"
COSTS = "Those/DET/det/2 costs/NOUN.plural/nsubj/3 rose/VERB.past/root/0/rise +./PUNCT/punct/3"
RULED = "The/DET/det/2 government/NOUN.singular/nsubj/3 fell/VERB.past/root/0/fall +./PUNCT/punct/3"
FIRM_AGAIN = "The/DET/det/2 retailer/NOUN.singular/nsubj/3 left/VERB.past/root/0/leave +./PUNCT/punct/3"
CREWS = "Crews/NOUN.plural/nsubj/2 left/VERB.past/root/0/leave +./PUNCT/punct/2"
RIVAL = "Crews/NOUN.plural/nsubj/2 left/VERB.past/root/0/leave Kestrel/PROPN/compound/4 Inc/PROPN/obj/2 +./PUNCT/punct/2"
IT_SAYS = "It/PRON/nsubj/2 said/VERB.past/root/0/say so/ADV/advmod/2 +./PUNCT/punct/2"
DEPOT = (
    "A/DET/det/2 fire/NOUN.singular/nsubj/3 reached/VERB.past/root/0/reach an/DET/det/7 old/ADJ/amod/7 tram/NOUN.singular/compound/7 "
    "depot/NOUN.singular/obj/3 +./PUNCT/punct/3"
)
BARE = "The/DET/det/2 depot/NOUN.singular/nsubj/3 burned/VERB.past/root/0/burn +./PUNCT/punct/3"
SEARCHED = "The/DET/det/2 depot/NOUN.singular/nsubj/3 fell/VERB.past/root/0/fall +./PUNCT/punct/3"
OTHER = (
    "Crews/NOUN.plural/nsubj/2 left/VERB.past/root/0/leave a/DET/det/5 bus/NOUN.singular/compound/5 depot/NOUN.singular/obj/2 "
    "+./PUNCT/punct/2"
)
COUNTRY = "Crews/NOUN.plural/nsubj/2 left/VERB.past/root/0/leave the/DET/det/4 country/NOUN.singular/obj/2 +./PUNCT/punct/2"


@pytest.mark.parametrize(
    ("before", "told", "line"),
    [
        (FIRM, PROFIT, "[Arden Corp’s] net income rose"),
        (LAND, PROFIT, "[Spanish] net income rose"),
        (LAND, JOBLESS, "[Spanish] unemployment rose"),
        (FIRM, JOBLESS, ""),
        (FIRM, JOINED, ""),
        (LAND, RULED, "The [Spanish] government fell"),
        (LAND, COUNTRY, "Crews left [Spain]"),
        (FIRM, FIRM_AGAIN, "[Arden Corp] left"),
        ((*FIRM, CREWS), FIRM_AGAIN, "[Arden Corp] left"),
        ((*FIRM, CREWS), IT_SAYS, "[Arden Corp] said so"),
        ((*FIRM, RIVAL), FIRM_AGAIN, ""),
        ((*FIRM, RIVAL), IT_SAYS, ""),
        (LAND, FIRM_AGAIN, ""),
        (FIRM[:1], PROFIT, ""),
        (FIRM, COSTS, ""),
        (FIRM, RULED, ""),
        (LAND[1:], RULED, ""),
        ((DEPOT, BARE), SEARCHED, "[An old tram depot] fell"),
        ((DEPOT, OTHER), SEARCHED, ""),
    ],
)
def test_whose_it_is_stands_in_square_brackets(before: tuple[str, ...], told: str, line: str) -> None:
    text, trees = plant(*before, told)
    tree = trees[-1]
    telling = Telling(text, names_of(text, trees, STORY), STORY, before=trees[-2], nouns=nouns_of({each.sentence: each for each in trees}))
    done = placed(Line(tree, tree.root, tuple(range(len(tree)))), telling)
    assert (done.line.printed() if not done.fault else "") == line
    assert bool(done.steps) is bool(line)
