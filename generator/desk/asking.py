"""What a page asks for (JSON) in, the Edit it comes to out, or why it cannot be done.

The words an edit is about and what was (``[was]``) are taken from the build, never from the page: a page names events by id, quotes by
number and sentences by their place.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, TypeVar

from generator.desk.state import Craft, LastBuild, as_set, revision, selector_of
from generator.model import edtf
from generator.model.additions import Detail
from generator.model.citation import Citation
from generator.model.edit import Action, Edit, Fields, Selector
from generator.model.event import Event
from generator.model.form import Address, Text
from generator.model.span import Source, Span

T = TypeVar("T")
_AROUND = 32
"""Characters before and behind the words of an added event that are kept for finding them again."""
_SEEN = ("date", "headline", "status", "tags", "background", "checked")
"""The fields that a check records: all that readers see in a line."""
_TELLING = ("date", "headline")
"""The fields that every act on an event records, for others may rest on the same words."""


@dataclass(frozen=True, slots=True)
class EventAsked:
    """An event as a page shows it."""

    id: Text = ""
    revision: Text = ""


@dataclass(frozen=True, slots=True)
class EvidenceAsked:
    """What an added event rests on: words of an article, or an address."""

    article: Text = ""
    start: int | None = None
    end: int | None = None
    url: Address = ""


@dataclass(frozen=True, slots=True)
class Wish:
    """What a page asks for; ``set`` is that of an edit, but for its date, which may be in words."""

    action: Action
    events: tuple[EventAsked, ...] = ()
    quotes: tuple[int, ...] = ()
    evidence: EvidenceAsked | None = None
    set: Any = field(default_factory=dict)
    note: str = ""
    correction: Text = ""
    reason: Text = ""


class UnfitError(Exception):
    """The request makes no edit; the message says why, for the person who asked."""


class StaleError(Exception):
    """An event is no longer as the page showed it. ``event`` is the event as it is now, or None when it is gone."""

    def __init__(self, event: Event | None) -> None:
        super().__init__("the event has changed since it was shown")
        self.event = event


@dataclass(frozen=True, slots=True)
class Asked:
    """An edit, a few words about what (for its file's name), other ways to name what it is about, the id of the event it must reach."""

    edit: Edit
    about: str
    others: tuple[tuple[Selector, ...], ...] = ()
    event: str | None = None


def asked(body: Mapping[str, Any], state: LastBuild, craft: Craft, by: str | None, at: datetime) -> Asked:
    """Return the edit that a request comes to.

    Raises:
        UnfitError: something in it is missing, unknown or changes nothing.
        StaleError: an event has changed since the page showed it.
    """
    wish = _wish(body, craft)
    events = [_event(each, state) for each in wish.events]
    blank = Edit("", Source("", ""), wish.action, at, by=by, note=wish.note.strip(), correction=wish.correction.strip() or None)
    if wish.action is Action.ADD:
        return _added(wish, blank, state, craft)
    if not events:
        raise UnfitError("no event is named")
    event = events[0]
    if wish.action is Action.HIDE:
        edit = replace(blank, reason=wish.reason.strip() or None, was=_as_it_was(event))
    elif wish.action is Action.EDIT:
        edit = _changed(_fields(wish.set, craft, event.citations[0].source if event.citations else None), blank, event)
    else:
        edit = replace(blank, was=_as_it_was(event))
    ways = _ways(events, wish, state)
    return Asked(replace(edit, targets=ways[0]), event.headline, tuple(ways[1:]), event.id)


def _wish(body: Mapping[str, Any], craft: Craft) -> Wish:
    try:
        json.dumps(body, ensure_ascii=False).encode()
    except UnicodeEncodeError as error:
        raise UnfitError("it holds something that is no character") from error
    return _read(body, Wish, craft)


def _read(values: Mapping[str, Any], form: type[T], craft: Craft) -> T:
    read = craft.read_form(values, form)
    if read.diagnostics or read.value is None:
        raise UnfitError("; ".join(f"{each.message} ({each.hint})" if each.hint else each.message for each in read.diagnostics))
    return read.value


def _fields(given: object, craft: Craft, article: str | None) -> Fields:
    """Return what is to be set, which a page gives as an edit's ``[set]`` has it, the date in words if need be."""
    if not isinstance(given, dict):
        raise UnfitError("“set” must be a table")
    date = date_of(given.get("date"), craft, article)
    return _read({**given, "date": edtf.written(date) if date else None}, Fields, craft)


def _event(named: EventAsked, state: LastBuild) -> Event:
    event = state.event(named.id)
    if event is None or revision(event) != named.revision:
        raise StaleError(event)
    return event


def _as_it_was(event: Event) -> Fields:
    return Fields(**{name: as_set(event, name) for name in _TELLING})


def _ways(events: list[Event], wish: Wish, state: LastBuild) -> list[tuple[Selector, ...]]:
    """Return the targets of an act; for an act on one event, one way for each quote it rests on."""
    event = events[0]
    if wish.action is Action.SPLIT:
        return [_parted(event, wish.quotes)]
    for each in events:
        if not each.citations:
            hint = "change the file of the edit that added it, or take that back"
            raise UnfitError(f"“{each.headline}” rests on no words and no address, so an edit cannot name it; {hint}")
    if wish.action is Action.MERGE:
        if len({each.id for each in events}) < 2:
            raise UnfitError("choose another event to merge with")
        return [tuple(selector_of(_quotes(each, state)[0]) for each in events)]
    return [(selector_of(quote),) for quote in _quotes(event, state)]


def _quotes(event: Event, state: LastBuild) -> list[Citation]:
    """The citations that quote, before them those that no other event rests on, then those that name the date: the surest to find again."""
    resting = [
        (each.source, each.span, each.said_words) for other in state.timeline.events if other.id != event.id for each in other.citations
    ]
    words, said = {(source, span) for source, span, _ in resting}, set(resting)

    def shared(each: Citation) -> bool:
        return (each.source, each.span, each.said_words) in said if each.said_words else (each.source, each.span) in words

    return sorted(event.citations, key=lambda each: (not each.quote, shared(each), each.said is None))


def _parted(event: Event, numbers: tuple[int, ...]) -> tuple[Selector, ...]:
    if not numbers or not all(0 <= each < len(event.citations) for each in numbers):
        raise UnfitError("choose the quotes that are to be an event of their own")
    staying = [each for number, each in enumerate(event.citations) if number not in numbers]
    leaving = [event.citations[number] for number in dict.fromkeys(numbers)]
    if not staying:
        raise UnfitError("one quote at least must stay")
    if not all(each.quote for each in (staying[0], *leaving)):
        raise UnfitError("only quotes can be parted, not addresses")
    return tuple(selector_of(each) for each in (staying[0], *leaving))


def _changed(wanted: Fields, blank: Edit, event: Event) -> Edit:
    """Return an act that sets what differs from the event; a check records every field that readers see."""
    named = wanted.named()
    checked = named.pop("checked", None)
    held = {name: as_set(event, name) for name in named}
    if wanted.details is not None:
        known = {each.name: each.value for each in event.details}
        details = tuple(each for each in wanted.details if each.value != known.get(each.name, ""))
        named["details"], held["details"] = details, tuple(Detail(each.name, known.get(each.name, "")) for each in details)
    changes: dict[str, Any] = {name: value for name, value in named.items() if held[name] != value}
    if not (changes or blank.note.strip() or blank.correction or (checked is not None and checked != event.checked)):
        raise UnfitError("nothing has been changed")
    if checked is True or (checked is False and event.checked):
        changes["checked"] = checked
        held["checked"] = event.checked
    seen = {name: as_set(event, name) for name in (_SEEN if checked is True else _TELLING)}
    was: dict[str, Any] = {name: held[name] for name in changes} | seen
    return replace(blank, was=Fields(**was), set=Fields(**changes))


def _added(wish: Wish, blank: Edit, state: LastBuild, craft: Craft) -> Asked:
    if wish.evidence is None:
        raise UnfitError("an added event needs evidence: a sentence of an article, or an address")
    wanted = _fields(wish.set, craft, wish.evidence.article or None)
    if wanted.date is None or wanted.headline is None:
        raise UnfitError("an added event needs a date and a headline")
    target = Selector(url=wish.evidence.url) if wish.evidence.url else _chosen(wish.evidence, state)
    return Asked(replace(blank, targets=(target,), set=wanted), wanted.headline)


def _chosen(evidence: EvidenceAsked, state: LastBuild) -> Selector:
    """Return the words of an article that were selected, without the space at their ends."""
    reading, start, end = state.readings.get(evidence.article), evidence.start, evidence.end
    if reading is None or start is None or end is None:
        raise UnfitError("no such words in the articles")
    text = reading.article.text
    span = Span(max(0, start), min(end, len(text))).trimmed(text)
    if not any(block.span.contains(span) for block in reading.article.blocks) or not len(span):
        raise UnfitError("select words within one paragraph")
    said = next((each.said for each in reading.timexes if span.contains(each.said) and each.edtf is not None), None)
    return Selector(
        source=evidence.article,
        exact=span.of(text),
        said=said.of(text) if said else None,
        prefix=text[max(0, span.start - _AROUND) : span.start],
        suffix=text[span.end : span.end + _AROUND],
        start=span.start,
    )


def date_of(text: object, craft: Craft, article: str | None) -> edtf.Edtf | None:
    """Return the date that was typed: EDTF, or plain words as an article of that day would mean them.

    Raises:
        UnfitError: it is no date.
    """
    if not isinstance(text, str | None):
        raise UnfitError("a date is text")
    if text is None or not text.strip():
        return None
    typed = craft.read_date(text, article)
    if typed.date is None:
        raise UnfitError(f"{typed.reason}; write words such as “late March 2021”, or 2021-12-08, 2021-12, 2021-22 (summer)")
    if typed.doubt:
        raise UnfitError(f"“{text}”: {typed.doubt}")
    return typed.date
