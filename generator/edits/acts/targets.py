"""A selector of an act → the event that it is about: its words are found again, then the event that rests on them.

Where several events rest on the same words, the act says which: by the date words (``said``), then by what it says that its event was.

In: the board, the act, the number of its target. Out: the event and the citation, or None with a diagnostic that says why not.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from generator.edits.acts.board import Board
from generator.edits.acts.fields import as_seen
from generator.edits.anchor.found import Found, Orphan, Review
from generator.edits.anchor.keyed import words
from generator.edits.anchoring import find
from generator.model import codes
from generator.model.citation import Citation
from generator.model.edit import Edit, Selector
from generator.model.event import Event
from generator.model.span import Span

_TELLING = ("date", "headline", "status")
"""What of ``[was]`` tells events apart that rest on the same words."""


@dataclass(frozen=True, slots=True)
class Target:
    """An event, and the citation through which an act names it."""

    event: Event
    citation: Citation


def spans(board: Board, edit: Edit, number: int) -> tuple[Span, ...]:
    """Return where the words of a target stand: one span, or several that hold the same words; none with a diagnostic."""
    selector = edit.targets[number]
    key = f"target.{number}"
    article = board.articles.get(selector.source or "")
    if article is None:
        hint = _elsewhere(board, edit, selector) or _nearest(board, selector)
        board.tell(codes.UNKNOWN_SOURCE, edit, f"{key}.source", key, hint=hint, source=selector.source or "")
        return ()
    match find(selector, article):
        case Found(span=span):
            return (span,)
        case Review(spans=several, same_words=True):
            return several
        case Review(spans=near, reason=reason):
            hint = "look at the article and give the edit the words as they stand there now"
            board.tell(codes.REVIEW_QUOTE, edit, f"{key}.exact", key, hint=hint, reason=reason)
            _flag(board, edit, near, selector, reason)
        case Orphan():
            hint = "the edit can be deleted if what it was about is no longer told"
            board.tell(codes.ORPHAN, edit, f"{key}.exact", key, hint=hint, source=article.source.path)
    return ()


def resolve(board: Board, edit: Edit, number: int, taken: Collection[str] = ()) -> Target | None:
    """Return the event that a target of an act is about.

    Args:
        board: the events as they are.
        edit: the act.
        number: which of its targets.
        taken: ids of events that its other targets name, where each names another one: of several on the same words it is none of these.
    """
    if not edit.targets[number].exact:
        return _by_address(board, edit, number, taken)
    places = spans(board, edit, number)
    if not places:
        return None
    selector = edit.targets[number]
    on = [target for event in board.on(selector.source or "") for target in _resting(event, selector, places)]
    if not on:
        _tell_no_event(board, edit, number, places)
        return None
    nearest, reason = _nearest_on(on, selector, places)
    named = _named(board, edit, nearest, taken)
    chosen = named[0] if len(named) == 1 else None
    if chosen is None:
        reason = (
            reason or f"{len(named)} events rest on these words; say which by its date words (said), or by its date and headline in [was]"
        )
        board.tell(codes.REVIEW_QUOTE, edit, f"target.{number}.said", f"target.{number}.exact", f"target.{number}", reason=reason)
        _flag(board, edit, places, selector, reason)
    return chosen


def _by_address(board: Board, edit: Edit, number: int, taken: Collection[str]) -> Target | None:
    """Return the event that rests on an address alone, as an editor added it."""
    selector, key = edit.targets[number], f"target.{number}"
    on = [Target(event, each) for event in board.on(selector.source or "") for each in event.citations if each.url == selector.url]
    named = _named(board, edit, _events(on), taken)
    if len(named) == 1:
        return named[0]
    if on:
        reason = f"{len(named)} events rest on this address; say which by its headline in [was]"
        board.tell(codes.REVIEW_QUOTE, edit, f"{key}.url", key, reason=reason)
    else:
        board.tell(codes.NO_EVENT, edit, f"{key}.url", key, hint="no event that an editor added rests on this address any more")
    return None


def _named(board: Board, edit: Edit, several: list[Target], taken: Collection[str]) -> list[Target]:
    """Return those of several events that agree best with what an act says that its event was; of further targets, those not taken."""
    if len(several) < 2:
        return several
    if taken:
        return [target for target in several if target.event.id not in taken]
    agreeing = [sum(_was(board, target.event, name, getattr(edit.was, name)) for name in _TELLING) for target in several]
    return [target for target, count in zip(several, agreeing, strict=True) if count == max(agreeing)]


def _was(board: Board, event: Event, name: str, seen: object) -> bool:
    """Tell whether a field is what an editor saw, or was before another act changed it."""
    hand = board.hands.get((event.id, name))
    return seen is not None and (as_seen(seen, getattr(event, name)) or (hand is not None and getattr(hand.was, name) == seen))


def _events(targets: list[Target]) -> list[Target]:
    """Return the first target of each event."""
    return list({target.event.id: target for target in reversed(targets)}.values())[::-1]


def _resting(event: Event, selector: Selector, places: tuple[Span, ...]) -> list[Target]:
    return [
        Target(event, each)
        for each in event.citations
        if each.source == selector.source and any(each.span.overlaps(place) for place in places)
    ]


def _nearest_on(on: list[Target], selector: Selector, places: tuple[Span, ...]) -> tuple[list[Target], str]:
    """Return the events that rest on the words: by their date words, then by how much of the words they quote; or why there is none."""
    if selector.said:
        on = _saying(on, selector.said)
        if not on:
            return [], f"no event there is dated by “{selector.said}” any more"
    shared = [_shared(target, places) for target in on]
    return _events([target for target, share in zip(on, shared, strict=True) if share == max(shared)]), ""


def _saying(on: list[Target], said: str) -> list[Target]:
    """Return the targets whose date words are these; else those whose words hold these, or are held by them."""
    wanted = words(said).keys
    own = {id(target): words(target.citation.said_words).keys for target in on}
    same = [target for target in on if own[id(target)] == wanted]
    return same or [target for target in on if own[id(target)] and (_holds(own[id(target)], wanted) or _holds(wanted, own[id(target)]))]


def _holds(outer: tuple[str, ...], inner: tuple[str, ...]) -> bool:
    return any(outer[at : at + len(inner)] == inner for at in range(len(outer) - len(inner) + 1))


def _shared(target: Target, places: tuple[Span, ...]) -> float:
    """Return how much of a citation and the words found is common to both, 0 to 1."""
    quote = target.citation.span
    best = 0.0
    for place in places:
        common = min(quote.end, place.end) - max(quote.start, place.start)
        best = max(best, common / (len(quote) + len(place) - common)) if common > 0 else best
    return best


def _tell_no_event(board: Board, edit: Edit, number: int, places: tuple[Span, ...]) -> None:
    selector = edit.targets[number]
    gone = next((event for event in board.removed if _resting(event, selector, places)), None)
    hint = 'use action = "add" to tell it as an event of your own'
    if gone:
        was = next(each for each in board.gone if each.id == gone.id)
        hint = f"an earlier edit{f' by {was.by}' if was.by else ''} {'merged' if was.into else 'hid'} the event"
    board.tell(codes.NO_EVENT, edit, f"target.{number}.exact", f"target.{number}", hint=hint)


def _flag(board: Board, edit: Edit, near: tuple[Span, ...], selector: Selector, reason: str) -> None:
    """Put the events that an act may be about on the list of what wants another look."""
    for event in list(board.on(selector.source or "")):
        if _resting(event, selector, near):
            line = f"the edit “{edit.name}” may be about this event: {reason}"
            board.put(replace(event, review=(*event.review, line)))


def _elsewhere(board: Board, edit: Edit, selector: Selector) -> str | None:
    """Return where the words stand now of an article that is there no more, and put their event on the list of what wants another look.

    Its file may have been renamed; or another paper printed the same sentence, so that a person is to say which.
    """
    found = [(event, each.source) for event in board.events.values() for each in event.citations if each.quote == selector.exact]
    names = dict.fromkeys(source for _, source in found if source in board.articles)
    if len(names) != 1:
        return None
    (name,) = names
    for event in {event.id: event for event, _ in found}.values():
        line = (
            f"the edit “{edit.name}” may be about this event: it names the article “{selector.source}”, and these words stand in “{name}”"
        )
        board.put(replace(event, review=(*event.review, line)))
    return f'these words stand in “{name}”; if its file was renamed, write source = "{name}"'


def _nearest(board: Board, selector: Selector) -> str | None:
    from difflib import get_close_matches  # noqa: PLC0415 - only when something is wrong

    close = get_close_matches(selector.source or "", sorted(board.articles), n=1)
    return f"did you mean “{close[0]}”?" if close else None
