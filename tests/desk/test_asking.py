"""What a page asks for becomes an act that can be read back, whatever the event lacks."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from generator.desk.asking import UnfitError, asked, date_of
from generator.desk.state import LastBuild, by_every_name, revision
from generator.desk.writing import text_of
from generator.model.citation import Citation
from generator.model.edtf import Date
from generator.model.event import Event, Timeline
from generator.model.mention import DateBasis, Status
from generator.model.project import File
from generator.model.span import Span
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


def test_what_is_no_date_is_refused_in_the_readers_own_words() -> None:
    with pytest.raises(UnfitError, match="write words such as"):
        date_of("soon", craft(), None)
