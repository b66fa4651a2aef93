"""Structured data for search engines: schema.org as JSON-LD. In: a page. Out: a mapping for its script element, or None.

A list page is a ``WebPage`` with an ``ItemList`` of ``Event``, each with ``citation`` → ``NewsArticle``; a longer list names the pages of
its events, where all of that stands (search engines call it a summary page). Who found, edited, added or checked an event is the
``creditText`` of its page; a list has the usual case there, and each exception as the event's ``description``. No ClaimReview: nothing here
checks facts.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from generator.model.calendar import iso
from generator.model.edtf import bounds
from generator.model.event import Timeline
from generator.model.page import Page
from generator.model.settings import Settings
from generator.render.exports.entries import states_of
from generator.render.permalinks import absolute
from generator.render.quotes import SourceView
from generator.render.views import EventView
from generator.render.words import words


def page_data(page: Page, timeline: Timeline, settings: Settings) -> dict[str, Any] | None:
    """Return the structured data of a list page or an event's page; None for the others."""
    speech = words(settings.spoken)
    match page.template:
        case "index.html" if "groups" in page.context:
            listed = [event for group in page.context["groups"] for event in group.events]
            told = _pointed_at if page.context["compact"] else _told_in_short
            usual = {"creditText": speech.say("page", "by_program")} if any(not event.states for event in listed) else {}
            return _web_page(page, settings, timeline, name=page.context["title"], **usual) | {
                "mainEntity": {
                    "@type": "ItemList",
                    "numberOfItems": len(listed),
                    "itemListElement": [
                        {"@type": "ListItem", "position": number, **told(event, settings)} for number, event in enumerate(listed, 1)
                    ],
                }
            }
        case "event.html":
            return _web_page(page, settings, timeline) | {
                "creditText": "; ".join(states_of(page.context["event"], speech)),
                **({"dateModified": modified} if (modified := page.context["event"].updated) else {}),
                "mainEntity": event_data(page.context["event"], settings, full=True),
            }
    return None


def _told_in_short(event: EventView, settings: Settings) -> dict[str, Any]:
    return {"item": event_data(event, settings, full=False)}


def _pointed_at(event: EventView, settings: Settings) -> dict[str, Any]:
    return {"url": _address(event.path, settings)}


def event_data(event: EventView, settings: Settings, *, full: bool) -> dict[str, Any]:
    """Return a schema.org Event: name, dates only where the source gives them, citations."""
    span = bounds(event.event.date)
    dates = {"startDate": span.earliest, "endDate": span.latest if span.latest != span.earliest else None}
    return {
        "@type": "Event",
        "@id": _address(event.path, settings),
        "name": event.headline,
        **{name: iso(number) for name, number in dates.items() if number is not None and number > 0},
        **({"description": "; ".join(event.states)} if event.states and not full else {}),
        **({"location": [{"@type": "Place", "name": place.name} for place in event.places]} if event.places else {}),
        "citation": [*_citations(event.sources, settings, full=full), *map(_page_cited, event.event.addresses)],
    }


def _citations(sources: Sequence[SourceView], settings: Settings, *, full: bool) -> list[dict[str, Any]]:
    found = []
    for source in sources:
        article: dict[str, Any] = {"@type": "NewsArticle", "@id": _address(source.path, settings)}
        if full:
            article |= {"headline": source.name, "inLanguage": source.language}
            article |= {"url": source.url} if source.url else {}
            article |= {"datePublished": source.machine} if source.machine else {}
            article |= {"publisher": {"@type": "Organization", "name": source.publisher}} if source.publisher else {}
            article |= {"author": [{"@type": "Person", "name": name} for name in source.authors]} if source.authors else {}
        found.append(article)
    return found


def _page_cited(url: str) -> dict[str, Any]:
    return {"@type": "WebPage", "@id": url, "url": url}


def _web_page(page: Page, settings: Settings, timeline: Timeline, **more: str) -> dict[str, Any]:
    return {
        "@context": "https://schema.org",
        "@type": "WebPage",
        **more,
        "inLanguage": settings.spoken,
        **({"dateModified": modified} if (modified := page.context["updated_machine"] or timeline.changed_on) else {}),
        **({"url": absolute(settings.base_url, page.path)} if settings.base_url else {}),
    }


def _address(path: str, settings: Settings) -> str:
    return absolute(settings.base_url, path) if settings.base_url else path
