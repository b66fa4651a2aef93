"""Acts that change which events there are: hide, merge, split, add.

In: the board and the act. Out: nothing; the board is changed, or told why it is not.
"""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date

from generator.edits.acts import fields, targets
from generator.edits.acts.board import Board
from generator.edits.anchor.fold import fold
from generator.model import codes, edtf
from generator.model.citation import Citation
from generator.model.edit import Edit, Selector
from generator.model.edtf import Edtf
from generator.model.event import Event, Gone
from generator.model.mention import DateBasis, Status
from generator.model.span import Span

_CONTEXT = 32
"""How many characters before and behind a quote are kept for finding it again."""
_WORDS = 15
"""How many words of a quote make a headline where nothing better is known."""


def hide(board: Board, edit: Edit) -> None:
    """Take the event of the first target off the timeline; its page says so."""
    target = targets.resolve(board, edit, 0)
    if target:
        reason = edit.reason or edit.note or None
        board.remove(target.event, Gone(target.event.id, target.event.headline, reason, edit.by, edit.at))


def merge(board: Board, edit: Edit) -> None:
    """Make one event of several: the first target's stays and takes the others' evidence; nothing happens unless all are found."""
    named: dict[str, Event] = {}
    lost = False
    for number in range(len(edit.targets)):
        target = targets.resolve(board, edit, number, named)
        lost = lost or target is None
        named |= {target.event.id: target.event} if target else {}
    events = list(named.values())
    if lost:
        return
    if len(events) < 2:
        board.tell(codes.REDUNDANT, edit, "action", field="what the targets name", value="one event")
        fields.lay(board, edit, events[0])
        return
    first = events[0]
    for other in events[1:]:
        first = _merged(first, other)
        board.remove(other, Gone(other.id, other.headline, edit.reason, edit.by, edit.at, into=first.id))
    fields.lay(board, edit, first)


def _merged(first: Event, other: Event) -> Event:
    dates = [each for each in (other.date, *other.others) if not edtf.bounds(each).overlaps(edtf.bounds(first.date))]
    known = {(each.source, each.span, each.url) for each in first.citations}
    citations = (*first.citations, *(each for each in other.citations if (each.source, each.span, each.url) not in known))
    return replace(
        first,
        aliases=tuple(dict.fromkeys((*first.aliases, *other.aliases))),
        citations=citations,
        salience=max(first.salience, other.salience),
        tags=tuple(dict.fromkeys((*first.tags, *other.tags))),
        others=tuple(dict.fromkeys((*first.others, *dates))),
        reports=min(first.reports + other.reports, len({each.source for each in citations})),
        notes=tuple(sorted((*first.notes, *other.notes), key=lambda note: note.at)),
        background=first.background and other.background,
        own_reporting=first.own_reporting or other.own_reporting,
        editors=tuple(dict.fromkeys((*first.editors, *other.editors))),
        media=tuple(dict.fromkeys((*first.media, *other.media))),
        places=tuple(dict.fromkeys((*first.places, *other.places))),
        details=fields.joined(other.details, first.details),
        follows=tuple(dict.fromkeys((*first.follows, *other.follows))),
        answers=tuple(dict.fromkeys((*first.answers, *other.answers))),
    )


def split(board: Board, edit: Edit) -> None:
    """Make events of their own of an event's citations: what the first target names stays, each further one leaves.

    An act with a single target takes that one away from the others. Nothing happens unless all are found.
    """
    found = [targets.resolve(board, edit, number) for number in range(len(edit.targets))]
    together = [target for target in found if target]
    if len(together) < len(found):
        return
    event = together[0].event
    leaving = [target.citation for target in (together[1:] if len(together) > 1 else together) if target.event.id == event.id]
    staying = tuple(each for each in event.citations if each not in leaving)
    if not leaving:
        board.tell(codes.REDUNDANT, edit, "action", field="what the targets name", value="several events")
        return
    if not staying:
        board.tell(codes.BAD_EDIT, edit, "action", reason="nothing would be left of the event that is split")
        return
    away = {each.mention for each in leaving}
    aliases = tuple(each for each in event.aliases if each not in away) or (staying[0].mention,)
    kept = replace(
        event, id=aliases[0], aliases=aliases, citations=staying, reports=min(event.reports, len({each.source for each in staying}))
    )
    del board.events[event.id]
    check = board.checks.pop(event.id, None)
    if check:
        board.checks[kept.id] = check
    board.put(replace(fields.by_hand(kept, edit), updated=edit.at))
    for citation in leaving:
        own = _own(event, citation)
        board.put(own)
        fields.lay(board, edit, own)


def _own(event: Event, citation: Citation) -> Event:
    """Return a citation as an event of its own, dated as its source dates it."""
    headline = citation.headline or _headline(citation.quote)
    return replace(
        event,
        id=citation.mention,
        aliases=(citation.mention,),
        date=citation.date,
        said=citation.said_words,
        basis=citation.basis,
        status=citation.status,
        headline=headline,
        citations=(citation,),
        others=(),
        reports=1,
        notes=(),
        edited=(),
        editors=(),
        review=(),
        media=(),
        places=(),
        details=(),
        follows=(),
        answers=(),
    )


def _headline(quote: str) -> str:
    every = quote.split()
    return " ".join(every[:_WORDS]) + ("…" if len(every) > _WORDS else "")


def add(board: Board, edit: Edit, as_of: date) -> None:
    """Add an event that an editor tells, on the evidence of quotes or addresses, or as own reporting."""
    when, headline = edit.set.date, edit.set.headline
    if when is None or headline is None:
        return  # the reader of edits has said so
    name = id_of_added(edit)
    status = edit.set.status or _status(when, as_of)
    blank = Citation("", name, Span(0, 0), "", None, "", when, status, DateBasis.EDITOR, 0)
    citations: list[Citation] = []
    for number, target in enumerate(edit.targets):
        if target.exact:
            citations += _quoted(board, edit, number, blank)
        elif target.url:
            citations.append(replace(blank, source=target.source or "", url=target.url, said_words=target.said or ""))
    if not citations and not edit.own_reporting:
        if not edit.targets:
            board.tell(codes.NO_EVIDENCE, edit, "action", hint="give it a [[target]] with source and exact, or with url")
        return
    event = Event(
        id=name,
        aliases=(name,),
        date=when,
        said=next((each.said_words for each in citations if each.said_words), ""),
        basis=DateBasis.EDITOR,
        status=status,
        headline=headline,
        background=edit.set.background or False,
        citations=tuple(citations),
        salience=1.0,
        tags=edit.set.tags or (),
        reports=max(1, len({each.source for each in citations})),
        own_reporting=edit.own_reporting,
        edited=tuple(edit.set.named()),
        added=True,
        media=edit.set.media or (),
        places=edit.set.places or (),
        details=fields.joined((), edit.set.details or ()),
        follows=edit.set.follows or (),
        answers=edit.set.answers or (),
        editors=(edit.by or "",),
    )
    board.put(event)
    fields.lay(board, replace(edit, was=edit.set), event)


def id_of_added(edit: Edit) -> str:
    """Return the id of an added event: made from its evidence and its moment, never from its date or headline."""
    evidence = [f"{each.source}\n{fold(each.exact).text}\n{each.said}\n{each.url}" for each in edit.targets]
    return "e-" + hashlib.sha256("\n\n".join(["added", edit.at.isoformat(), *evidence]).encode()).hexdigest()[:10]


def _status(when: Edtf, as_of: date) -> Status:
    """Return what an event of this date is where its editor does not say: over, going on ("since late 2023"), or to come."""
    days, now = edtf.bounds(when), as_of.toordinal()
    if days.latest is not None and days.latest <= now:
        return Status.HAPPENED
    has_begun = isinstance(when, edtf.Interval) and days.earliest is not None and days.earliest <= now
    return Status.ONGOING if has_begun else Status.PLANNED


def _quoted(board: Board, edit: Edit, number: int, blank: Citation) -> list[Citation]:
    """Return the citation of a quoted target, its date words marked; none, with a diagnostic, where it is not found."""
    selector: Selector = edit.targets[number]
    places = targets.spans(board, edit, number)
    if not places:
        return []
    article, span = board.articles[selector.source or ""], places[0]
    text = article.text
    at = span.of(text).find(selector.said) if selector.said else -1
    said = Span(span.start + at, span.start + at + len(selector.said or "")) if at >= 0 else None
    cited = replace(
        blank,
        source=article.id,
        span=span,
        quote=span.of(text),
        said=said,
        said_words=said.of(text) if said else "",
        before=text[max(0, span.start - _CONTEXT) : span.start],
        after=text[span.end : span.end + _CONTEXT],
    )
    return [cited]
