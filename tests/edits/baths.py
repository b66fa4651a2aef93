"""An invented article about the baths of a town, and the events that it tells, for edits to be laid over."""

from __future__ import annotations

from datetime import UTC, date, datetime

from generator.model import edtf
from generator.model.citation import Citation
from generator.model.edit import Selector
from generator.model.event import Event
from generator.model.mention import DateBasis, Status
from generator.model.span import Span
from tests.articles import article

TEXT = (
    "The mayor of Ilm said on Tuesday that the baths would close.\n\n"
    "She hoped to name a new date by Friday. Work on the roof began in May and is to end this week.\n\n"
    "The baths were opened in 1931."
)
BATHS = article(TEXT, date(2022, 6, 8), name="baths", folder="articles/")
NOON = datetime(2022, 6, 8, 12, tzinfo=UTC)
AS_OF = date(2022, 6, 9)


def day(text: str) -> edtf.Edtf:
    found = edtf.parse(text)
    assert found is not None
    return found


def event(name: str, quote: str, said: str, when: str, status: Status = Status.HAPPENED, headline: str = "") -> Event:
    start = TEXT.index(quote)
    from_said = TEXT.index(said, start)
    span = at(start, quote)
    cited = Citation("baths", name, span, quote, at(from_said, said), said, day(when), status, DateBasis.SAID, 1)
    return Event(name, (name,), day(when), said, DateBasis.SAID, status, headline or name, False, (cited,), salience=0.5)


def at(start: int, words: str) -> Span:
    return Span(start, start + len(words))


SAYS = event(
    "e-says",
    "The mayor of Ilm said on Tuesday that the baths would close.",
    "on Tuesday",
    "2022-06-07",
    headline="Mayor says baths to close",
)
HOPES = event(
    "e-hopes", "She hoped to name a new date by Friday.", "by Friday", "[2022-06-08..2022-06-10]", Status.PLANNED, "Mayor to name date"
)
BEGAN = event("e-began", "Work on the roof began in May and is to end this week.", "in May", "2022-05", headline="Work on roof begins")
ENDS = event(
    "e-ends",
    "Work on the roof began in May and is to end this week.",
    "this week",
    "2022-06-06/2022-06-12",
    Status.EXPECTED,
    "Work on roof to end",
)
OPENED = event("e-opened", "The baths were opened in 1931.", "in 1931", "1931", headline="Baths opened")
ALL = (SAYS, HOPES, BEGAN, ENDS, OPENED)


def on(one: Event) -> Selector:
    cited = one.citations[0]
    return Selector("baths", cited.quote, cited.said_words, start=cited.span.start)
