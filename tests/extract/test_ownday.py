"""What is written where it is tomorrow already is read as of that day."""

from __future__ import annotations

from datetime import date

import pytest

from generator.extract.ownday import as_of_own_day
from generator.extract.segment.sentences import segment
from generator.model.mention import DateBasis
from tests.articles import article, drafted, english

SUNDAY = date(2024, 5, 12)


def own_day(text: str, published: date | None = SUNDAY) -> date | None:
    told = article(text, published=published)
    (*_, post) = (None, *as_of_own_day(told, segment(told, english()), english()).posts)
    return post.published.day if post else None


def test_a_weekday_of_the_next_day_that_the_lead_tells_as_past_is_that_day() -> None:
    assert own_day("SYDNEY - Harbour Line said on Monday it would close a pier.\n\nIts shares fell on Friday.") == date(2024, 5, 13)


@pytest.mark.parametrize(
    "text",
    [
        "The council will vote on Monday, the mayor said.",  # is to come
        "Harbour Line said on Sunday it would close a pier.",
        "Harbour Line closed a pier today. It said so on Monday.",
        "Harbour Line said on Saturday it would close a pier.",
        "Harbour Line said last Monday it would close a pier.",
        "Harbour Line closed a pier. It is old. It has no roof. Trade fell on Monday.",  # behind the lead
    ],
)
def test_nothing_else_moves_the_day(text: str) -> None:
    assert own_day(text) is None


def test_an_article_without_a_day_has_no_other() -> None:
    assert own_day("Harbour Line said on Monday it would close a pier.", published=None) is None


@pytest.mark.parametrize("published", [date.min, date.max])
def test_at_the_ends_of_the_calendar_nothing_breaks(published: date) -> None:
    assert own_day("Harbour Line said on Monday it would close a pier.", published) is None
    assert own_day("Harbour Line said on Sunday it would close a pier.", published) is None


def test_no_other_day_than_that_on_the_article_is_called_that_of_its_publication() -> None:
    text = "Harbour Line said on Monday it would close a pier.\n\nUnion head Omar Bell said the plan was wrong.\n"
    bases = {str(each.date): each.basis for each in drafted(text, str(SUNDAY)).mentions if each.speaker == "Omar Bell"}
    assert bases == {"2024-05-13": DateBasis.INHERITED}
    bases = {str(each.date): each.basis for each in drafted(text, "2024-05-13").mentions if each.speaker == "Omar Bell"}
    assert bases == {"2024-05-13": DateBasis.PUBLICATION}
