"""What templates see of an event: its words, dates, evidence and notes, ready to be shown. In: Event, SourceViews. Out: EventView.

``docs/theming.md`` is filled with the sentences of the fields; a field is added freely, never renamed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import UTC, date
from operator import attrgetter

from markupsafe import Markup

from generator.model.calendar import iso
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
    """An editor's note or correction."""

    html: Markup
    """The note as safe HTML."""
    by: str | None
    """Who signed it; None for nobody."""
    day: str
    """When, in words."""
    machine: str
    """The same day, for `<time datetime>`."""
    correction: bool
    """Whether it corrects what was published."""
    title: str
    """What it is, in words: a note or a correction."""


@dataclass(frozen=True, slots=True)
class MediumView:
    """A picture, or a film or post with its still."""

    file: str
    """The picture, a key of `pictures`; empty for a film or post without a still."""
    alt: str
    """What the picture shows, for those who do not see it."""
    credit: str
    """Whose it is."""
    caption: str
    """The words below it."""
    link: str | None
    """The film or post that it leads to; None for a picture alone."""
    host: str | None
    """The site that this leads to."""


@dataclass(frozen=True, slots=True)
class PlaceView:
    """Where an event was."""

    name: str
    """What it is called."""
    latitude: float | None
    """Degrees north; None where it is not known."""
    longitude: float | None
    """Degrees east, likewise."""
    path: str | None
    """Its place on the map; None where it is not known to lie anywhere."""
    looked_up: bool = False
    """Whether its degrees come from the gazetteer."""


@dataclass(frozen=True, slots=True)
class Relation:
    """Another event, and how this one stands to it."""

    key: str
    """How this event stands to it, among the words of the site: `follows`, `answers`, `followed`, `answered`."""
    headline: str
    """The headline of the other event."""
    path: str
    """Where the other event is told."""


@dataclass(frozen=True, slots=True)
class EventView:
    """An event as readers see it.

    What editors added is filled in by :func:`generator.render.additions.with_additions`.
    """

    id: str
    """Its id, which stays whatever is edited."""
    path: str
    """Where it is told: its own page."""
    permanent: str
    """Its address by its id alone, which leads there whatever its headline comes to be."""
    number: int
    """Its place in the timeline, from 1; 0 where the timeline does not list it."""
    headline: str
    """What happened; where nobody has put that in a headline, the sentence of its source, in quotation marks."""
    told: ToldDate
    """Its date."""
    edtf: str
    """Its date as EDTF."""
    first_day: str
    """The first day that it may be on, in ISO; empty where none is known."""
    kind: str
    """`r` (reported), `p` (planned) or `b` (background)."""
    status: str
    """Whether it happened, was said, is planned …, in words."""
    planned: bool
    """Whether it had not happened when its sources were published."""
    overdue: bool
    """Whether its last possible day has passed and no source says what came of it."""
    checked: bool
    """Whether an editor has checked it."""
    checked_day: str | None
    """When, in words."""
    states: tuple[str, ...]
    """Who edited, added or checked it, in words; nothing for what the program found."""
    doubts: tuple[str, ...]
    """What is not sure about its date, in words."""
    lead: QuoteView | None
    """The quote shown first; None where it rests on none."""
    more: tuple[QuoteView, ...]
    """The other quotes."""
    sources: tuple[SourceView, ...]
    """The sources it rests on."""
    counted: str
    """How many sources, publishers and different texts these are, in words."""
    notes: tuple[NoteView, ...]
    """Editors' notes and corrections."""
    others: tuple[tuple[str, SourceView | None], ...]
    """Dates that sources give and that disagree, each with one that does."""
    tags: tuple[str, ...]
    """Its tags."""
    marks: str = ""
    """Its classes, by which filters go."""
    review: bool = False
    """Whether an edit of it wants another look."""
    own_reporting: bool = False
    """Whether it rests on reporting of the site itself."""
    reasons: tuple[str, ...] = ()
    """How it was merged, dated and given its status, step by step."""
    updated: str = ""
    """Its latest change, in ISO."""
    updated_day: str = ""
    """The day of that, in words."""
    by_itself: bool = False
    """Whether its headline is a sentence of its source."""
    media: tuple[MediumView, ...] = ()
    """Pictures, films and posts that editors added."""
    places: tuple[PlaceView, ...] = ()
    """Where it was, as editors say."""
    details: tuple[tuple[str, str], ...] = ()
    """Fields of the project's own, a label and a value each."""
    related: tuple[Relation, ...] = ()
    """Other events that it stands to in some way."""
    quoted: bool = False
    """Whether its headline is the source's own sentence with nothing put into it."""
    evidence: Evidence = field(default_factory=Evidence)
    """Its quotes in groups: `shown`, `bundles`, `more`."""
    event: Event = field(kw_only=True)
    """The noun of the model."""


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
        permanent=event_path(event.id),
        number=number,
        headline=f"“{quotes[0].own}”" if by_itself else event.headline,
        told=shown,
        edtf=str(event.date),
        first_day="" if (first := bounds(event.date).earliest) is None else iso(first),
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
    """Tell one event without a number: the view of last time, where all is the same that it was told from.

    How much an event weighs is not told: it changes with what else is told of its day.
    """
    surely = event, sources, as_of.toordinal(), words
    given, view = recall.held("view", event.id, surely) or (None, None)
    if given is None or view is None:
        cited = [sources.get(each.source) for each in event.citations]
        day = as_of.toordinal() if not any(each and each.machine for each in cited) else None  # else it is no event's last change
        given = _told_of(event), is_overdue(event, as_of), day, words, *cited
        view = recall.held("words", event.id, given) or event_view(event, 0, sources, as_of, words)
        view = view if view.event is event else replace(view, event=event)
    recall.keep("words", event.id, given, view)
    return recall.keep("view", event.id, surely, (given, view))[1]


_told_of = attrgetter(*(each.name for each in fields(Event) if each.name != "salience"))
"""Takes from an event all that a view tells of it."""


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
    title = words.say("page", "correction" if note.correction else "note")
    shown = day(when.toordinal(), words, weekdays=False)
    return NoteView(rendered(note.text).value, note.by, shown, when.isoformat(), note.correction, title)
