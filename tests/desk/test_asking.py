"""What a page asks for becomes an act that can be read back, whatever the event lacks."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from generator.desk.asking import UnfitError, asked, date_of
from generator.desk.state import LastBuild, by_every_name, revision
from generator.desk.writing import text_of
from generator.model.additions import Detail, Medium, Place
from generator.model.citation import Citation
from generator.model.edit import Edit, Fields
from generator.model.edtf import Date
from generator.model.event import Event, Timeline
from generator.model.mention import DateBasis, Status
from generator.model.project import File
from generator.model.span import Span
from generator.model.typed import TypedDate
from generator.read.edits import read
from tests.desk.crafts import craft

AT = datetime(2022, 11, 9, 9, 30, tzinfo=UTC)


def state(headline: str) -> LastBuild:
    """Return a build with one event."""
    day = Date(2022, 11, 8)
    quote = Citation("vote", "e-1", Span(0, 12), "They planted.", None, "", day, Status.HAPPENED, DateBasis.PUBLICATION, 1)
    event = Event("e-1", ("e-1",), day, "", DateBasis.PUBLICATION, Status.HAPPENED, headline, False, (quote,))
    timeline = Timeline((event,), (), date(2022, 11, 9))
    return LastBuild("T", timeline, {}, events=by_every_name(timeline))


@pytest.mark.parametrize("headline", ["They planted", ""])
@pytest.mark.parametrize(
    "wish",
    [
        {"action": "edit", "set": {"checked": True}},
        {"action": "edit", "set": {"headline": "Trees are planted"}},
        {"action": "hide", "reason": "not of this story"},
    ],
)
def test_an_act_on_an_event_with_or_without_a_headline_can_be_read_back(headline: str, wish: dict[str, object]) -> None:
    here = state(headline)
    body = {**wish, "events": [{"id": "e-1", "revision": revision(here.timeline.events[0])}]}
    edit = asked(body, here, craft(), "R.K.", AT).edit
    back = read(File("edits/a.md", text_of(edit).encode()))
    assert back.diagnostics == ()
    assert back.value is not None
    assert (back.value.was.headline, back.value.set, back.value.reason) == (headline or None, edit.set, edit.reason)


QUAY = Medium("quay.jpg", "A quay", "A. N.")
PICTURE = {"file": "quay.jpg", "alt": "A quay", "credit": "A. N."}


def changed(here: LastBuild, **given: object) -> Edit:
    """Return the act that sets some fields of the only event."""
    event = here.timeline.events[0]
    return asked({"action": "edit", "events": [{"id": "e-1", "revision": revision(event)}], "set": given}, here, craft(), "R.K.", AT).edit


def having(**values: Any) -> LastBuild:
    """Return a build whose event has more than words."""
    before = state("They planted")
    event = replace(before.timeline.events[0], **values)
    timeline = replace(before.timeline, events=(event,))
    return replace(before, timeline=timeline, events=by_every_name(timeline))


def test_what_is_added_is_asked_for_in_the_words_of_an_edit() -> None:
    here = state("They planted")
    edit = changed(here, media=[PICTURE], places=["Velm"], fields={"dead": "3"}, follows=["e-9"], tags=["trees"])
    assert edit.set == Fields(
        media=(QUAY,),
        places=(Place("Velm"),),
        details=(Detail("dead", "3"),),
        follows=("e-9",),
        tags=("trees",),
    )
    assert edit.was.details == (Detail("dead", ""),)
    back = read(File("edits/a.md", text_of(edit).encode()))
    assert (back.diagnostics, back.value and (back.value.set, back.value.was)) == ((), (edit.set, edit.was))


def test_what_is_taken_away_is_recorded_with_what_was() -> None:
    here = having(media=(QUAY,), places=(Place("Velm", 1.0, 2.0, looked_up=True),), details=(Detail("dead", "3"),))
    edit = changed(here, media=[], places=["Velm", "Moss"], fields={"dead": ""})
    assert (edit.set.media, edit.was.media) == ((), (QUAY,))
    assert (edit.set.places, edit.was.places) == ((Place("Velm"), Place("Moss")), (Place("Velm"),))
    assert (edit.set.details, edit.was.details) == ((Detail("dead", ""),), (Detail("dead", "3"),))
    with pytest.raises(UnfitError, match="nothing has been changed"):
        changed(here, places=["Velm"], fields={"dead": "3"})


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"media": [{"file": "quay.jpg"}]}, "a picture needs alt and credit"),
        ({"media": [{"link": "ftp://v.example"}]}, "an address that begins with https"),
        ({"places": [{"name": "Velm", "latitude": "north", "longitude": 1}]}, "latitude"),
        ({"fields": {"dead": "x" * 301}}, "at most 300 characters"),
        ({"follows": ["the vote"]}, "a list of the ids of events"),
        ({"headline": "x" * 301}, "at most 300 characters"),
        ({"mood": "good"}, "mood"),
        ({"tags": ["\ud800"]}, "no character"),
    ],
)
def test_what_cannot_be_set_is_refused_with_the_words_that_its_file_would_be(given: dict[str, object], words: str) -> None:
    with pytest.raises(UnfitError, match=words):
        changed(state("They planted"), **given)


def test_an_event_is_another_when_what_was_added_to_it_is() -> None:
    assert revision(having(details=(Detail("dead", "3"),)).timeline.events[0]) != revision(state("They planted").timeline.events[0])


def test_what_is_no_date_is_refused_in_the_readers_own_words() -> None:
    with pytest.raises(UnfitError, match="write words such as"):
        date_of("soon", craft(), None)
    wrong = replace(craft(), read_date=lambda _text, _article: TypedDate(Date(2024, 6, 3), doubt="that day was a Monday"))
    with pytest.raises(UnfitError, match="“Tuesday 3 June 2024”: that day was a Monday"):
        date_of("Tuesday 3 June 2024", wrong, None)


@pytest.mark.parametrize("wish", [{"action": "edit", "set": {"tags": ["trees"]}}, {"action": "hide"}, {"action": "split", "quotes": [1]}])
def test_every_act_says_what_its_event_was_for_another_may_rest_on_the_same_words(wish: dict[str, object]) -> None:
    event = state("They planted").timeline.events[0]
    here = having(citations=(*event.citations, replace(event.citations[0], span=Span(20, 32), mention="e-2")))
    now = here.timeline.events[0]
    edit = asked({**wish, "events": [{"id": "e-1", "revision": revision(now)}]}, here, craft(), "R.K.", AT).edit
    assert (edit.was.date, edit.was.headline) == (now.date, "They planted")


def test_an_event_is_named_by_words_that_no_other_rests_on() -> None:
    event = state("They planted").timeline.events[0]
    own = replace(event.citations[0], span=Span(20, 35), quote="Trees were set.", mention="e-2")
    event = replace(event, citations=(*event.citations, own))
    other = replace(event, id="e-9", aliases=("e-9",), citations=event.citations[:1])
    timeline = Timeline((event, other), (), date(2022, 11, 9))
    here = LastBuild("T", timeline, {}, events=by_every_name(timeline))
    edit = asked({"action": "hide", "events": [{"id": "e-1", "revision": revision(event)}]}, here, craft(), "R.K.", AT).edit
    assert [each.exact for each in edit.targets] == ["Trees were set."]
