"""What editors add besides words is laid over events: later values over earlier ones, nothing lost when events are told as one."""

from __future__ import annotations

from dataclasses import replace

from generator.model import codes
from generator.model.additions import Detail, Place
from generator.model.edit import Action, Fields
from tests.edits.adding import PIER, act, laid
from tests.edits.baths import HOPES, SAYS


def test_details_add_up_and_an_empty_one_takes_away() -> None:
    first = act("1", SAYS, set=Fields(details=(Detail("actor", "mayor"), Detail("closed", "a year"))))
    second = act("2", SAYS, set=Fields(details=(Detail("closed", ""), Detail("actor", "council")), media=(PIER,)))
    timeline, said = laid(first, second)
    event = next(each for each in timeline.events if each.id == "e-says")
    assert event.details == (Detail("actor", "council"),)
    assert event.media == (PIER,)
    assert said == []


def test_a_check_with_an_addition_holds() -> None:
    event = laid(act("1", SAYS, set=Fields(checked=True, details=(Detail("actor", "mayor"),), places=(Place("Ilm"),))))[0].events
    assert next(each for each in event if each.id == "e-says").checked


def test_events_told_as_one_keep_what_each_was_given_and_one_that_leaves_takes_nothing() -> None:
    given = act("1", SAYS, set=Fields(media=(PIER,), details=(Detail("actor", "mayor"),)))
    other = act("2", HOPES, set=Fields(places=(Place("Ilm"),), details=(Detail("actor", "she"), Detail("closed", "long"))))
    merge = act("3", SAYS, HOPES, action=Action.MERGE)
    event = next(each for each in laid(given, other, merge)[0].events if each.id == "e-says")
    assert (event.media, event.places) == ((PIER,), (Place("Ilm"),))
    assert {each.name: each.value for each in event.details} == {"actor": "mayor", "closed": "long"}
    split = act("4", HOPES, action=Action.SPLIT)
    own = next(each for each in laid(given, other, merge, split)[0].events if each.id == "e-hopes")
    assert (own.media, own.places, own.details) == ((), (), ())


def test_an_added_event_has_its_additions() -> None:
    blank = act("1", set=replace(Fields(), date=SAYS.date, headline="Baths close", media=(PIER,), follows=("e-says",)), action=Action.ADD)
    timeline, said = laid(replace(blank, own_reporting=True))
    event = next(each for each in timeline.events if each.added)
    assert (event.media, event.follows) == ((PIER,), ("e-says",))
    assert said == []


def test_unknown_fields_and_events_are_told() -> None:
    wrong = act("1", SAYS, set=Fields(details=(Detail("colour", "red"),), follows=("e-none",), answers=("e-began",)))
    assert laid(wrong)[1] == [codes.UNKNOWN_FIELD, codes.NO_RELATED]


def test_two_who_change_one_field_of_their_own_leave_one_value_and_are_told() -> None:
    was = Fields(details=(Detail("actor", ""),))
    timeline, said = laid(
        act("1", SAYS, was=was, set=Fields(details=(Detail("actor", "mayor"),))),
        act("2", SAYS, was=was, set=Fields(details=(Detail("actor", "council"),))),
        act("3", SAYS, was=Fields(details=(Detail("closed", ""),)), set=Fields(details=(Detail("closed", "a year"),))),
    )
    event = next(each for each in timeline.events if each.id == "e-says")
    assert event.details == (Detail("actor", "council"), Detail("closed", "a year"))
    assert said == [codes.OVERRULED]
