"""The law of quotation marks in headlines, by itself and over what an article comes to."""

from __future__ import annotations

import pytest

from generator.extract.quotations import broken, strange

OPENING = frozenset({"until", "because"})
SAID = 'The weir will hold, he said. "We were told in May that it was a small matter, and we believed it until Monday," said the miller.'


@pytest.mark.parametrize(
    "headline",
    [
        "The miller: “We were told in May that it was a small matter”",
        "“We were told in May that it was a small matter, and we believed it,” the miller said",
        "“It was a small matter,” the miller said",
        "The weir will hold",
    ],
)
def test_an_unbroken_piece_that_ends_where_a_clause_ends_is_lawful(headline: str) -> None:
    assert broken(headline, SAID, OPENING) is None


@pytest.mark.parametrize(
    ("headline", "why"),
    [
        ("“It was a small,” the miller said", "cut inside a clause"),
        ("“We were told that it was a small matter,” the miller said", "something is left out"),
        ("“The weir will hold,” the miller said", "nobody said it in these marks"),
        ("“We were told in June that it was a small matter,” the miller said", "other words"),
        ("““We believed it”,” the miller said", "marks within marks"),
        ("“[The town] was told in May that it was a small matter,” the miller said", "a word put in"),
        ("“as a small matter,” the miller said", "begins within a word"),
    ],
)
def test_anything_else_is_not(headline: str, why: str) -> None:
    assert broken(headline, SAID, OPENING) is not None, why


def test_marks_that_open_in_an_earlier_paragraph_are_known_by_the_closing_one() -> None:
    assert broken("Brandt: “The mill is sold”", 'The mill is sold. It will close."') is None
    assert broken("Brandt: “The mill is sold”", "The mill is sold. It will close.") is not None


BESIDE = 'The weir broke.\n\n"It was a small matter," said Ines Ilgaz, the miller. "Odile Brandt knew of it."'


@pytest.mark.parametrize(
    "headline",
    [
        "“It was a small matter,” said Ines Ilgaz",
        "“It was a small matter,” [miller Ines Ilgaz] said",
        "The miller on [7 May 2020]: “It was”",
    ],
)
def test_whoever_is_named_beside_the_words_may_be(headline: str) -> None:
    assert strange(headline, BESIDE) is None


def test_nobody_else_is_given_them() -> None:
    assert strange("“It was a small matter,” said Odile Brandt", BESIDE) == "Odile Brandt", "she is named within the marks alone"
    assert strange("“It was a small matter,” said Odile Brandt", BESIDE, "Odile Brandt") is None, "the program knows that she speaks"
    assert strange("[Tom Roe]: “It was a small matter”", BESIDE) == "Tom Roe"


def test_a_headline_that_names_another_is_withheld() -> None:
    from dataclasses import replace

    from generator.extract.quotations import FAULT, lawful
    from generator.language.story import load_story
    from tests.articles import drafted

    text = 'Odile Brandt came first.\n\nShe was early.\n\nThe hall was full.\n\n"The mill burned down on Monday," said Ines Ilgaz.\n'
    mention = drafted(text).mentions[-1]
    wrong = lawful(replace(mention, headline="“The mill burned down on Monday,” said Odile Brandt", speaker=None), text, load_story("en"))
    assert (wrong.headline, wrong.fault) == ("", FAULT)
    right = replace(mention, headline="“The mill burned down on Monday,” said Ines Ilgaz", speaker=None)
    assert lawful(right, text, load_story("en")) == right


def test_a_headline_that_breaks_the_law_is_withheld_with_its_reason() -> None:
    from dataclasses import replace

    from generator.extract.quotations import FAULT, lawful
    from generator.language.story import load_story
    from tests.articles import drafted

    text = f"{SAID[29:]}\n\nThe mill of Sarn burned down on Monday, its owner said.\n"
    mention = drafted(text).mentions[-1]
    wrong = lawful(replace(mention, headline="“The mill of Sarn burned down,” its owner said"), text, load_story("en"))
    assert (wrong.headline, wrong.fault) == ("", FAULT)
    assert wrong.reasons[-1].rule == "withheld"
    assert lawful(mention, text, load_story("en")) == mention
