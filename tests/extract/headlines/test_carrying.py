"""A pronoun that is the subject means that of the sentence before, unless another is named there whom it could mean."""

from __future__ import annotations

import pytest

from generator.extract.discourse.reading import names_of
from generator.extract.headlines.carrying import carried_on, is_long_ago
from generator.extract.headlines.telling import Telling
from generator.language.story import load_story
from tests.extract.planted import plant

STORY = load_story("en")
OPENED = (
    "Mr/PROPN/compound/3 Omar/PROPN/compound/3 Hale/PROPN/nsubj/4 opened/VERB.past/root/0/open ports/NOUN.plural/obj/4 +./PUNCT/punct/4"
)
MET = (
    "Mr/PROPN/compound/3 Omar/PROPN/compound/3 Hale/PROPN/nsubj/4 met/VERB.past/root/0/meet Mr/PROPN/compound/7 Luis/PROPN/compound/7 "
    "Lopes/PROPN/obj/4 +./PUNCT/punct/4"
)
SAID = MET.replace("met/", "told/").replace("/meet", "/tell")
LEFT = "He/PRON/nsubj/2 left/VERB.past/root/0/leave +./PUNCT/punct/2"
SAYS = "He/PRON/nsubj/2 said/VERB.past/root/0/say so/ADV/advmod/2 +./PUNCT/punct/2"
IT = "It/PRON/nsubj/2 closed/VERB.past/root/0/close +./PUNCT/punct/2"
LATER = "Fife/PROPN/obl/3 he/PRON/nsubj/3 left/VERB.past/root/0/leave +./PUNCT/punct/3"


@pytest.mark.parametrize(
    ("before", "told", "name"),
    [
        (OPENED, LEFT, "Omar Hale"),
        (MET, LEFT, None),
        (SAID, SAYS, "Omar Hale"),
        (MET, SAYS, None),
        (OPENED, IT, None),
        (OPENED, LATER, None),
    ],
)
def test_whom_a_pronoun_carries_on_with(before: str, told: str, name: str | None) -> None:
    text, (first, tree) = plant(before, told)
    telling = Telling(text, names_of(text, (first, tree), STORY), STORY, before=first)
    at = next(token.index for token in tree if token.text.lower() in {"he", "it"})
    one = carried_on(tree, at, "n" if told == IT else "m", telling)
    assert (one.name if one else None) == name


def test_without_a_sentence_before_nobody_is_carried_on_with() -> None:
    text, trees = plant(LEFT)
    assert carried_on(trees[0], 0, "m", Telling(text, names_of(text, trees, STORY), STORY)) is None


def test_the_company_is_one_of_whom_the_sentence_before_tells() -> None:
    arden = "Arden/PROPN/compound/2 Corp/PROPN/nsubj/3 grew/VERB.past/root/0/grow"
    lopes = "Lopes/PROPN/nsubj/2 sang/VERB.past/root/0/sing"
    company = "The/DET/det/2 company/NOUN.singular/nsubj/3 left/VERB.past/root/0/leave"
    for before, wanted in ((arden, False), (lopes, True)):
        text, trees = plant(arden, before, company)
        telling = Telling(text, names_of(text, trees, STORY), STORY, before=trees[1])
        one = telling.names.of(trees[0], 1)
        assert one is not None
        assert is_long_ago(one, trees[2][1], telling) is wanted
