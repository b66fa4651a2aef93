"""The program's events and the acts of editors → the Timeline: every act laid over the event it is about, in the order of time.

In: events, edits, articles, settings, the day of "now". Out: the Timeline, and a diagnostic for every act that did not go smoothly.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from generator.edits.acts import additions, fields, places, shape, targets
from generator.edits.acts.board import Board, Check, citing
from generator.edits.acts.replay import Replay
from generator.edits.limit import limit
from generator.model import codes, edtf
from generator.model.article import Article
from generator.model.calendar import iso
from generator.model.diagnostic import Checked, Diagnostic, Location, at, tell
from generator.model.edit import Action, Edit
from generator.model.event import Event, Gone, Timeline
from generator.model.failure import contained
from generator.model.mention import Status
from generator.model.recall import Forgetful, Recall, between
from generator.model.settings import Settings


def lay(  # noqa: PLR0913 - what it lays, and what it found last time
    events: tuple[Event, ...],
    edits: tuple[Edit, ...],
    articles: tuple[Article, ...],
    settings: Settings,
    as_of: date,
    *,
    recall: Recall | None = None,
) -> Checked[Timeline]:
    """Lay editors' acts over events.

    Args:
        events: what the program found.
        edits: the acts, in any order; where two set the same field, the later one counts.
        articles: what quotes are looked for in.
        settings: what is published, and how many events are shown.
        as_of: the day from which a plan whose day has passed is overdue.
        recall: what the last laying found.

    Returns:
        The timeline in order of date, of one day what editors added first and in the order of adding; UNKNOWN_SOURCE, ORPHAN,
        REVIEW_QUOTE, NO_EVENT, REDUNDANT, CONFLICT, OVERRULED, UNLISTED, LAPSED, NO_EVIDENCE,
        BAD_EDIT and OVERDUE. No act is ever applied to words that only look like those it is about.
    """
    recall = recall or Forgetful()
    recall.begin()
    start = recall.once("start", "", (events, articles), partial(_start, events, articles))

    def do(board: Board, edit: Edit) -> None:
        board.said += contained(partial(_apply, board, edit, as_of), None, Location(edit.source.path)).diagnostics

    acts = sorted(edits, key=lambda each: (each.at, each.name))
    board = recall.state("replay", Replay).played((events, articles, as_of), start, acts, do)
    _close_checks(board, recall)
    told = tuple(board.events.values())
    if settings.publish == "checked":
        told = tuple([event for event in told if event.checked])
    ordered = _ordered(told, start.events, recall)
    chosen = limit(ordered, settings.max_events, settings.min_salience, recall)
    _tell_unlisted(board, edits, {each.name for each in settings.editors})
    placed = places.located(chosen, edits)
    chosen = placed.value
    said = (*board.said, *placed.diagnostics, *_overdue(chosen, board, as_of), *additions.unknown(edits, ordered, settings))
    gone = _settled(board, {event.id for event in chosen} if board.gone else set())
    redirects = tuple((each.id, each.into) for each in gone if each.into)
    return Checked(Timeline(chosen, articles, as_of, gone, redirects), said)


def _start(events: Iterable[Event], articles: Iterable[Article]) -> Board:
    """Return the board before any act; it is not to be altered."""
    found = {event.id: event for event in events}
    return Board(found, {article.id: article for article in articles}, citing=citing(found.values()))


def _ordered(told: Sequence[Event], found: Mapping[str, Event], recall: Recall) -> tuple[Event, ...]:
    """Sort by date, of one day what was not *found* by the program first."""
    keys = list(recall.each("order", told, (), lambda event: (edtf.sort_key(event.date), event.id)))
    start, _, end = between(tuple(found.values()), told)
    for place in range(start, end):
        if told[place].id not in found:
            keys[place] = (keys[place][0], "")
    places = recall.once("places", "", (tuple(keys),), lambda: sorted(range(len(keys)), key=keys.__getitem__))
    return tuple(map(told.__getitem__, places))


def _apply(board: Board, edit: Edit, as_of: date) -> Checked[None]:
    match edit.action:
        case Action.EDIT:
            for number in range(len(edit.targets)):
                if target := targets.resolve(board, edit, number):
                    fields.lay(board, edit, target.event)
        case Action.HIDE:
            shape.hide(board, edit)
        case Action.MERGE:
            shape.merge(board, edit)
        case Action.SPLIT:
            shape.split(board, edit)
        case Action.ADD:
            shape.add(board, edit, as_of)
    return Checked(None)


def _tell_unlisted(board: Board, edits: Iterable[Edit], names: set[str]) -> None:
    """Tell once of each name that signs an act and is none of the editors', where the settings name those."""
    signed = {edit.by: edit for edit in reversed(tuple(edits)) if edit.by}
    for by, edit in signed.items() if names else ():
        if by not in names:
            board.tell(codes.UNLISTED, edit, "by", by=by)


def _close_checks(board: Board, recall: Recall) -> None:
    """Mark the checked events; a check lapses when something that the editor saw is no longer so."""
    for name, check in board.checks.items():
        event = board.events[name]
        lapsed = [(key, value, getattr(event, key)) for key, value in check.seen.items() if not fields.as_seen(value, getattr(event, key))]
        if lapsed:
            board.put(replace(event, review=(*event.review, *(_lapse(board, check, *each) for each in lapsed))))
        else:
            board.put(recall.once("checked", name, (event, check), partial(_checked, event, check)))


def _checked(event: Event, check: Check) -> Event:
    return replace(event, checked=True, checked_by=check.edit.by, checked_at=check.edit.at)


def _lapse(board: Board, check: Check, name: str, was: object, now: object) -> str:
    """Tell that a check has lapsed, and return the line for the event's own list."""
    hint = "check it again: a new edit with checked = true"
    board.tell(codes.LAPSED, check.edit, "set.checked", "set", hint=hint, field=name, was=fields.shown(was), now=fields.shown(now))
    return f"the check has lapsed: {name} was {fields.shown(was)}, is {fields.shown(now)}"


def _settled(board: Board, live: set[str]) -> tuple[Gone, ...]:
    """Let every merged event lead to where it ended: an event that was merged again, or hidden with the one it is in."""
    ended = [gone for gone in board.gone if gone.id not in board.events]  # the others were split off again
    by_id = {gone.id: gone for gone in ended}
    settled: list[Gone] = []
    for gone in ended:
        last = gone
        while last.into in by_id:  # each went later than the one before, so there is no circle
            last = by_id[last.into]
        into = last.into if last.into in live else None
        settled.append(replace(gone, into=into, reason=gone.reason if into else last.reason))
    return tuple(settled)


def _overdue(events: Iterable[Event], board: Board, as_of: date) -> list[Diagnostic]:
    """Tell of the plans shown whose day has passed, at the words that announced them."""
    said: list[Diagnostic] = []
    for event in events:
        if not event.shown or event.status not in (Status.PLANNED, Status.EXPECTED):
            continue
        latest = edtf.bounds(event.date).latest
        if latest is None or latest >= as_of.toordinal():
            continue
        cited = next((each for each in event.citations if each.source in board.articles), None)
        where = at(board.articles[cited.source].source, cited.span.start, cited.span.end) if cited else None
        said.append(tell(codes.OVERDUE, where, "add an article that reports the outcome", event=event.name, date=iso(latest)))
    return said
