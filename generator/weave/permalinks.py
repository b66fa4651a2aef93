"""What was once published, held against the events of now: no id that readers may have kept ever leads nowhere.

In: a Timeline and Permalinks. Out: the Timeline with a redirect or a "gone" for every published id that it no longer holds; and, for
`publish`, the Permalinks with what is published now.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, time

from generator.model.edtf import written
from generator.model.event import Event, Gone, Timeline
from generator.model.permalink import Change, Permalink, Permalinks, Publication
from generator.model.recall import Forgetful, Recall
from generator.weave.addresses import address_of
from generator.weave.pages import paged

_SEEN = {"date": "when", "headline": "headline", "status": "status", "checked": "checked"}
"""What readers see of an event, in the order in which its changes are told → the field of a Permalink."""


def keep(timeline: Timeline, links: Permalinks, recall: Recall | None = None) -> Timeline:
    """Return the timeline with an answer for every published id, the events that have no page of their own, the addresses of the others.

    An id leads to the event that has it, or any id that it was published with, among its aliases; else to a new one that is told by the
    same words and date; else it is gone as the editor said of one of those ids; else it is lost: nothing in the timeline tells of it any
    more. *recall* holds what was found last time.
    """
    recall = recall or Forgetful()
    if not links.events:
        return _addressed(paged(replace(timeline, published=links), recall=recall), recall)
    live = {event.id for event in timeline.events}
    known = live | {gone.id for gone in timeline.gone} | {old for old, _ in timeline.redirects}
    gone, redirects = list(timeline.gone), list(timeline.redirects)
    by_alias = _by_alias(timeline.events)
    hidden = {each.id: each for each in timeline.gone}
    renamed = _told_anew(timeline.events, links, known, by_alias)
    for link in links.events:
        if link.id in known:
            continue
        target = _target(link, by_alias) or renamed.get(_words_of(link))
        if target:
            redirects.append((link.id, target))
            continue
        said = next((hidden[alias] for alias in link.aliases if alias in hidden), None)
        gone.append(replace(said, id=link.id) if said else _lost(link, timeline))
    return _addressed(paged(replace(timeline, gone=tuple(gone), redirects=tuple(redirects), published=links), recall=recall), recall)


def published(timeline: Timeline, links: Permalinks, day: date) -> Permalinks:
    """Add what a publish makes public.

    Args:
        timeline: as :func:`keep` returned it.
        links: what was published before.
        day: the day of the publish, for the log.

    Returns:
        The permalinks: those known before, the new ones behind them, and in the log what has changed for readers, if anything. Events
        without a page have none.
    """
    live = {event.id: event for event in timeline.events}
    gone = {each.id for each in timeline.gone}
    redirects = dict(timeline.redirects)
    before = {link.id: link for link in links.events}
    came_from = {new: before[old] for old, new in redirects.items() if new in live and old in before and new not in before}
    now = [_now(link, live.get(redirects.get(link.id, link.id)), day if link.id in gone else None) for link in links.events]
    fresh = [_link(event) for event in timeline.events if event.id not in before and event.id not in timeline.without_page]
    back = [link.id for link in links.events if link.gone and link.id in live]
    entry = Publication(
        day=day,
        new=(*back, *(link.id for link in fresh if link.id not in came_from)),
        changed=tuple(_changes(before, came_from, live.values())),
        gone=tuple(link.id for link in links.events if link.id in gone and link.gone is None),
    )
    log = (*links.publications, entry) if entry else links.publications
    return replace(links, events=(*now, *fresh), publications=log)


def _addressed(timeline: Timeline, recall: Recall) -> Timeline:
    """Give every event with a page the words of its address: those that it was published with, whatever is told of it now."""
    fixed = {link.id: link.address for link in timeline.published.events if link.address}
    events = list(timeline.events)
    places = [place for place, event in enumerate(events) if event.id not in timeline.without_page]
    own = [events[place] for place in places]
    found = recall.each("address", own, (fixed,), lambda event: replace(event, address=fixed.get(event.id) or address_of(event)))
    for place, event in zip(places, found, strict=True):
        events[place] = event
    return replace(timeline, events=tuple(events))


def with_pages(links: Permalinks, paths: Iterable[str]) -> Permalinks:
    """Add the paths of the site's other pages that readers may keep, behind those known before."""
    return replace(links, pages=tuple(dict.fromkeys((*links.pages, *sorted(paths)))))


def _told_anew(events: Iterable[Event], links: Permalinks, known: set[str], by_alias: dict[str, str]) -> dict[tuple[str, str], str]:
    """Return what never published events are told as: an article whose file was renamed tells the same event under another id.

    Only where one lost id and one new event are told by the same words and date is it sure that they are the same.
    """
    published = {name for link in links.events for name in (link.id, *link.aliases)}
    lost = Counter(_words_of(link) for link in links.events if link.id not in known and not _target(link, by_alias))
    new = [(_words_now(event), event.id) for event in events if lost and not published & {event.id, *event.aliases}]
    told = Counter(words for words, _ in new)
    return {words: name for words, name in new if words[0] and told[words] == 1 and lost[words] == 1}


def _words_of(link: Permalink) -> tuple[str, str]:
    """Return what readers saw an event told by, and when it was."""
    return (_telling(link.headline, link.address), link.when)


def _words_now(event: Event) -> tuple[str, str]:
    """Return the same of an event as it is now."""
    return (_telling(event.headline, address_of(event)), written(event.date))


def _telling(headline: str, address: str) -> str:
    """Return the headline, or without one the words of the address, which come of the quote; nothing where it is a date alone."""
    return headline or (address if any(sign.isalpha() for sign in address) else "")


def _by_alias(events: Iterable[Event]) -> dict[str, str]:
    found: dict[str, str] = {}
    for event in events:
        for alias in (event.id, *event.aliases):
            found.setdefault(alias, event.id)
    return found


def _target(link: Permalink, by_alias: dict[str, str]) -> str | None:
    """Return the event that a published id has become part of: the one that holds the id, else the most of those it came with."""
    if link.id in by_alias:
        return by_alias[link.id]
    held = [by_alias[alias] for alias in link.aliases if alias in by_alias]
    return max(dict.fromkeys(held), key=held.count, default=None)


def _lost(link: Permalink, timeline: Timeline) -> Gone:
    missed = datetime.combine(link.gone or timeline.as_of, time(), UTC)
    return Gone(link.id, link.headline, None, None, missed, lost=True)


def _link(event: Event) -> Permalink:
    aliases = tuple(dict.fromkeys((event.id, *event.aliases)))
    return Permalink(event.id, event.headline, written(event.date), event.status.value, event.checked, aliases, address=event.address)


def _now(link: Permalink, event: Event | None, gone: date | None) -> Permalink:
    """Return a permalink as it is published now: what readers see of it, and every id it ever had."""
    if event is None:
        return replace(link, gone=link.gone or gone)
    seen = _link(event)
    aliases = tuple(dict.fromkeys((*link.aliases, *seen.aliases)))
    if event.id != link.id:
        return replace(link, aliases=aliases, gone=link.gone or gone)
    return replace(seen, aliases=aliases)


def _changes(before: dict[str, Permalink], came_from: dict[str, Permalink], events: Iterable[Event]) -> Iterable[Change]:
    for event in events:
        was, now = before.get(event.id) or came_from.get(event.id), _link(event)
        for name, field in _SEEN.items() if was else ():
            old, new = getattr(was, field), getattr(now, field)
            if old != new:
                yield Change(event.id, name, _told(old), _told(new))


def _told(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
