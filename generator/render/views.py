"""What templates see of an event: its words, dates, evidence and notes, ready to be shown. In: Event, SourceViews. Out: EventView.

Every field is documented in ``docs/theming.md``; a field is added freely, never renamed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date
from functools import partial

from generator.model.edtf import bounds
from generator.model.event import Event, Note
from generator.model.mention import DateBasis, Status
from generator.model.recall import Recall
from generator.render.dates import ToldDate, day, told
from generator.render.evidence import Evidence, evidence_of
from generator.render.notes import rendered
from generator.render.permalinks import event_path
from generator.render.quotes import QuoteView, SourceView, inner, quote_view
from generator.render.words import Words

_TO_COME = frozenset({Status.PLANNED, Status.EXPECTED})


@dataclass(frozen=True, slots=True)
class NoteView:
    """An editor's note or correction: safe HTML, who signed it, when."""

    html: str
    by: str | None
    day: str
    machine: str
    correction: bool


@dataclass(frozen=True, slots=True)
class MediumView:
    """A picture (``file``, a key of ``pictures``), or a film or post at ``link``; ``host`` is the site that this leads to."""

    file: str
    alt: str
    credit: str
    caption: str
    link: str | None
    host: str | None


@dataclass(frozen=True, slots=True)
class PlaceView:
    """Where an event was; ``path`` is its place on the map, None where it is not known to lie anywhere."""

    name: str
    latitude: float | None
    longitude: float | None
    path: str | None
    looked_up: bool = False


@dataclass(frozen=True, slots=True)
class Relation:
    """Another event: ``key`` (among the site's words) says how this one stands to it."""

    key: str
    headline: str
    path: str


@dataclass(frozen=True, slots=True)
class EventView:
    """An event as readers see it. ``kind`` is ``r`` (reported), ``p`` (planned) or ``b`` (background); ``marks`` are its classes.

    ``doubts`` say what is not sure about its date. ``states`` say who edited, added or checked it; without any it was found by the
    program. ``evidence`` are its quotes once more, in groups. Where nobody has put it
    in a headline (``by_itself``), ``headline`` is the source's sentence, in quotation marks;
    ``quoted`` tells that nothing was put into that. ``media``, ``places``, ``details`` (a label and a value each) and ``related`` are
    what editors added; they are filled in by :func:`generator.render.additions.with_additions`.
    """

    id: str
    path: str
    number: int
    headline: str
    told: ToldDate
    edtf: str
    kind: str
    status: str
    planned: bool
    overdue: bool
    checked: bool
    checked_day: str | None
    states: tuple[str, ...]
    doubts: tuple[str, ...]
    lead: QuoteView | None
    more: tuple[QuoteView, ...]
    sources: tuple[SourceView, ...]
    counted: str
    notes: tuple[NoteView, ...]
    others: tuple[tuple[str, SourceView | None], ...]
    tags: tuple[str, ...]
    marks: str = ""
    review: bool = False
    own_reporting: bool = False
    reasons: tuple[str, ...] = ()
    updated: str = ""
    updated_day: str = ""
    by_itself: bool = False
    media: tuple[MediumView, ...] = ()
    places: tuple[PlaceView, ...] = ()
    details: tuple[tuple[str, str], ...] = ()
    related: tuple[Relation, ...] = ()
    quoted: bool = False
    evidence: Evidence = field(default_factory=Evidence)
    event: Event = field(kw_only=True)


def event_view(event: Event, number: int, sources: Mapping[str, SourceView], as_of: date, words: Words) -> EventView:
    """Tell one event. *as_of* decides whether a plan's day has passed."""
    shown = told(event.date, DateBasis.EDITOR if "date" in event.edited else event.basis, words, to_come=is_planned(event))
    quotes = [quote_view(each, sources, words) for each in event.best_first]
    used = {quote.source.id: quote.source for quote in quotes if quote.source}
    planned, overdue = is_planned(event), is_overdue(event, as_of)
    by_itself = not event.headline and bool(quotes and quotes[0].text)
    return EventView(
        id=event.id,
        path=event_path(event.id, event.address),
        number=number,
        headline=f"“{quotes[0].alone}”" if by_itself else event.headline,
        told=shown,
        edtf=str(event.date),
        kind="b" if event.background else "p" if planned else "r",
        status=_status(event, overdue, words),
        planned=planned,
        overdue=overdue,
        checked=event.checked,
        checked_day=day(event.checked_at.date().toordinal(), words, weekdays=False) if event.checked_at else None,
        states=_states(event, words),
        doubts=(words.say("page", "counted_from_guess"),) if event.guessed else (),
        lead=quotes[0] if quotes else None,
        more=tuple(quotes[1:]),
        sources=tuple(used.values()),
        counted=counted(tuple(used.values()), event, words),
        notes=tuple(_note(each, words) for each in event.notes),
        others=_others(event, sources, words),
        tags=event.tags,
        review=bool(event.review),
        own_reporting=event.own_reporting,
        reasons=tuple(step.words for step in event.reasons),
        updated=(updated := last_change(event, sources, as_of)),
        updated_day=day(date.fromisoformat(updated[:10]).toordinal(), words, weekdays=False) if updated else "",
        by_itself=by_itself,
        quoted=by_itself and quotes[0].alone == inner(quotes[0].text),
        evidence=evidence_of(quotes, words),
        event=event,
    )


def recalled_view(event: Event, sources: Mapping[str, SourceView], as_of: date, words: Words, recall: Recall) -> EventView:
    """Tell one event without a number: the view of last time, where all is the same that it was told from."""
    cited = [sources.get(each.source) for each in event.citations]
    day = as_of.toordinal() if not any(each and each.machine for each in cited) else None  # else it is no event's last change
    given = event, is_overdue(event, as_of), day, words, *cited
    return recall.once("view", event.id, given, partial(event_view, event, 0, sources, as_of, words))


def _states(event: Event, words: Words) -> tuple[str, ...]:
    """Say who made the entry what it is, besides the program: nobody, where nothing is said."""
    someone = words.say("page", "an_editor")
    editors = ", ".join(each or someone for each in event.editors)
    said = [words.say("page", "added_by" if event.added else "edited_by", by=editors)] if event.editors else []
    return (*said, *([words.say("page", "checked_by", by=event.checked_by or someone)] if event.checked else []))


def is_planned(event: Event) -> bool:
    """Tell whether the event had not happened when its sources were published."""
    return event.status in _TO_COME


def is_overdue(event: Event, as_of: date) -> bool:
    """Tell whether a plan's last possible day has passed and no source says what came of it."""
    latest = bounds(event.date).latest
    return is_planned(event) and latest is not None and latest < as_of.toordinal()


def counted(sources: tuple[SourceView, ...], event: Event, words: Words) -> str:
    """Return "2 sources, 2 publishers"; publishers are counted only when all are known."""
    if not sources and event.own_reporting:
        return words.say("page", "own_reporting")
    publishers = {each.publisher for each in sources}
    parts = [words.count("sources", max(len(sources), len([1 for each in event.citations if each.url and not each.quote])))]
    if len(sources) > 1 and None not in publishers:
        parts.append(words.count("publishers", len(publishers)))
    if 0 < event.reports < len(sources):
        parts.append(words.count("reports", event.reports))
    return ", ".join(parts)


def last_change(event: Event, sources: Mapping[str, SourceView], as_of: date) -> str:
    """Return the last change of an event, ISO: the moment of its last edit, else the latest publication among its sources, else *as_of*.

    Empty where none is known.
    """
    if event.updated:
        return event.updated.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    known = [found.machine for each in event.citations if (found := sources.get(each.source)) and found.machine]
    return max(known, default="" if as_of == date.min else as_of.isoformat())


def _status(event: Event, overdue: bool, words: Words) -> str:
    name = words.say("status", "background" if event.background and not is_planned(event) else event.status.value)
    return f"{name} · {words.say('status', 'unrecorded')}" if overdue else name


def _others(event: Event, sources: Mapping[str, SourceView], words: Words) -> tuple[tuple[str, SourceView | None], ...]:
    """Return the dates that disagree, each with a source that gives it."""
    found: list[tuple[str, SourceView | None]] = []
    for other in event.others:
        given = [each for each in event.citations if each.date == other]
        label = told(other, DateBasis.SAID, words).label
        found.append((label, sources.get(given[0].source) if given else None))
    return tuple(found)


def _note(note: Note, words: Words) -> NoteView:
    when = note.at.date()
    return NoteView(rendered(note.text).value, note.by, day(when.toordinal(), words, weekdays=False), when.isoformat(), note.correction)
