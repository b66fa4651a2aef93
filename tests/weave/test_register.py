"""Who is spoken of: offices that an introduction gives a name, initials that are spelled out, people who speak for a body."""

from __future__ import annotations

import pytest

from generator.language.story import load_story
from generator.model.recall import Recall
from generator.weave.register import Register, Who

STORY = load_story("en")


def who(name: str, *texts: str) -> Who:
    """Return the bearer of a name that the first of the texts gives."""
    register = Register({f"n{number}": text for number, text in enumerate(texts)}, STORY, Recall())
    return register.of("n0", register.asked(name))


@pytest.mark.parametrize(
    "text",
    [
        "The harbour minister, Ilse Brandt, opened the bridge.",
        "Ilse Brandt, the harbour minister, opened the bridge.",
        "Harbour Minister Ilse Brandt opened the bridge.",
        "Verland's harbour minister Ilse Brandt opened the bridge.",
    ],
)
def test_an_office_has_the_name_that_another_article_introduces_it_with(text: str) -> None:
    assert who("harbour minister", "The harbour minister spoke.", text) == Who(("ilse", "brandt"), is_named=True)


def test_the_office_of_somewhere_is_the_office() -> None:
    assert who("Verland's harbour minister", "On Tuesday harbour minister Ilse Brandt left.").parts == ("ilse", "brandt")


def test_an_office_of_two_bearers_is_nobodys() -> None:
    found = who("minister", "Neither came.", "The minister, Ilse Brandt, left.", "The minister, Nils Falk, stayed.")
    assert found == Who(("minister",), is_named=False)


def test_the_articles_own_introduction_counts_before_those_of_others() -> None:
    assert who("minister", "The minister, Nils Falk, stayed.", "The minister, Ilse Brandt, left.").parts == ("nils", "falk")


def test_initials_are_what_they_are_spelled_out_as() -> None:
    text = "The Verland Fishing Union (VFU) called a strike."
    assert who("VFU", "The VFU met.", text).parts == who("Verland Fishing Union", text).parts


def test_officials_of_a_body_speak_for_it() -> None:
    assert who("EU officials", "EU officials came.").parts == who("EU", "The EU came.").parts == ("eu",)


@pytest.mark.parametrize(("name", "named"), [("al-Hamra", True), ("officials", False), ("Three people", False), ("Ilse Brandt", True)])
def test_a_role_or_a_number_is_no_name(name: str, named: bool) -> None:
    assert who(name, "").is_named is named
