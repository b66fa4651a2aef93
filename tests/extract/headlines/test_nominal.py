"""Events that a sentence only brings up by a noun, as lines of their own."""

from __future__ import annotations

import pytest

from generator.extract.discourse.reading import names_of
from generator.extract.headlines.nominal import BY_THE_WAY, named_event
from generator.extract.headlines.telling import Telling, nouns_of
from generator.language.story import load_story
from generator.model.frame import Frame
from tests.extract.headlines.grown import span_of
from tests.extract.planted import plant

STORY = load_story("en")
SINCE = "Rents/NOUN.plural/nsubj/2/rent rose/VERB.past/root/0/rise after/ADP/case/{}"


@pytest.mark.parametrize(
    ("told", "at", "line"),
    [
        (
            "Spain/PROPN/nmod:poss/8 +’s/PART/case/4 May/PROPN/compound/8 dam/NOUN/compound/8 burst/NOUN.singular/obl/2",
            7,
            "Spain’s dam burst",
        ),
        (
            "the/DET/det/5 sinking/NOUN.singular/obl/2 of/ADP/case/7 Arden/PROPN/nmod/5 in/ADP/case/9 May/PROPN/nmod/5",
            4,
            "The sinking of Arden",
        ),
        ("the/DET/det/6 May/PROPN/compound/6 flood/NOUN.singular/obl/2", 5, ""),
        ("its/PRON/nmod:poss/5 loss/NOUN.singular/obl/2 of/ADP/case/7 Arden/PROPN/nmod/5 in/ADP/case/9 May/PROPN/nmod/5", 4, ""),
        ("no/DET/det/5 sinking/NOUN.singular/obl/2 of/ADP/case/7 Arden/PROPN/nmod/5 in/ADP/case/9 May/PROPN/nmod/5", 4, ""),
        ("President/PROPN/compound/6 Hale/PROPN/compound/6 warning/NOUN.singular/obl/2 in/ADP/case/8 May/PROPN/nmod/6", 5, ""),
    ],
)
def test_a_noun_that_names_an_event_is_a_line(told: str, at: int, line: str) -> None:
    text, trees = plant(f"{SINCE.format(at + 1)} {told} +./PUNCT/punct/2")
    tree = trees[0]
    telling = Telling(text, names_of(text, trees, STORY), STORY, own=(span_of(text, tree, "May"),), nouns=nouns_of({1: tree}))
    made = named_event(Frame(tree, at, nominal=True), telling)
    assert made.line == line
    assert bool(made.fault) is not bool(line)


def test_a_day_counted_from_an_event_is_not_its_day() -> None:
    after = (
        "Rents/NOUN.plural/nsubj/2/rent rose/VERB.past/root/0/rise days/NOUN.plural/obl/2/day after/ADP/case/7 Spain’s/PROPN/nmod:poss/7"
    )
    text, trees = plant(f"{after} dam/NOUN/compound/7 burst/NOUN.singular/obl/2 +./PUNCT/punct/2")
    telling = Telling(text, names_of(text, trees, STORY), STORY, own=(span_of(text, trees[0], "days"),))
    assert named_event(Frame(trees[0], 6, nominal=True), telling).line == ""
    assert named_event(Frame(trees[0], 6, nominal=True), Telling(text, names_of(text, trees, STORY), STORY)).line == "Spain’s dam burst"


def test_what_names_nobody_says_why_there_is_no_line() -> None:
    text, trees = plant(f"{SINCE.format(5)} a/DET/det/5 flood/NOUN.singular/obl/2 +./PUNCT/punct/2")
    telling = Telling(text, names_of(text, trees, STORY), STORY)
    assert named_event(Frame(trees[0], 4, nominal=True), telling).fault == BY_THE_WAY
