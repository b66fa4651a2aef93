"""A place without degrees is looked up, and taken only where one town is surely meant; what is not sure is asked for."""

from __future__ import annotations

import pytest

from generator.edits import gazetteer
from generator.edits.acts import places
from generator.edits.gazetteer import towns
from generator.model import codes
from generator.model.additions import Place
from generator.model.edit import Fields
from tests.edits.adding import act, laid
from tests.edits.baths import SAYS


def test_one_town_of_that_name_is_found_whatever_its_accents() -> None:
    for name in ("Léogâne", "leogane"):
        assert [(town.name, town.country) for town in towns(name)] == [("Léogâne", "HT")]


def test_a_country_says_which_of_several() -> None:
    assert {town.country for town in towns("Paris")} >= {"FR", "US"}
    assert [town.country for town in towns("Paris, FR")] == [town.country for town in towns("Paris, France")] == ["FR"]
    assert towns("Paris, Peru") == ()


def test_another_name_counts_where_no_town_has_it_for_its_own() -> None:
    assert [town.name for town in towns("Kiev")] == ["Kyiv"]
    assert towns("ILM") == ()  # the code of an airport is no name


def test_a_sure_place_gets_its_degrees_and_the_others_are_asked_for() -> None:
    timeline, said = laid(act("1", SAYS, set=Fields(places=(Place("Léogâne"), Place("Paris"), Place("Old pier", 1.0, 2.0), Place("Xqzv")))))
    event = next(each for each in timeline.events if each.id == "e-says")
    sure, asked, given, unknown = event.places
    assert (sure.looked_up, round(sure.latitude or 0, 1), round(sure.longitude or 0, 1)) == (True, 18.5, -72.6)
    assert (asked.latitude, given, unknown.latitude) == (None, Place("Old pier", 1.0, 2.0), None)
    assert said == [codes.PLACE_NOT_FOUND] * 2


def test_without_the_gazetteer_it_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gazetteer, "is_able", lambda: False)
    edit = act("1", SAYS, set=Fields(places=(Place("Léogâne"),)))
    event = next(each for each in laid(edit)[0].events if each.id == "e-says")
    done = places.located((event,), (edit,))
    assert done.value == (event,)
    assert "dateline[places]" in (done.diagnostics[0].hint or "")
