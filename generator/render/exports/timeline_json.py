"""``timeline.json``, version 1: the public contract. In: Timeline. Out: its JSON, events in order of date.

``start`` and ``end`` are half-open offsets in code points of the article's frozen text: ``text[start:end] == quote``.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from generator.model.additions import RELATIONS, Medium
from generator.model.article import Article
from generator.model.calendar import iso
from generator.model.citation import Citation
from generator.model.edtf import bounds, written
from generator.model.event import Event, Timeline
from generator.model.mention import DateBasis
from generator.model.settings import Settings
from generator.render.dates import told
from generator.render.exports.entries import hedges
from generator.render.exports.lines import json_lines
from generator.render.order import public
from generator.render.permalinks import address_of, source_path
from generator.render.pictures import path_of
from generator.render.quotes import first_words
from generator.render.views import is_planned
from generator.render.words import Words, words

VERSION = 1


def timeline_json(timeline: Timeline, settings: Settings) -> bytes:
    """Return every public event and every article it may rest on."""
    speech = words(settings.spoken)
    value = {
        "version": VERSION,
        "title": settings.title,
        "language": settings.language,
        "as_of": timeline.changed_on or None,
        "sources": map(source_value, timeline.articles),
        "events": (event_value(event, speech, timeline.without_page) for event in public(timeline, settings)),
    }
    return json_lines(value)


def source_value(article: Article) -> dict[str, Any]:
    """Return a source; what is not known is null (``title_words`` are the article's first words then)."""
    return {
        "id": article.id,
        "title": article.title,
        "title_words": None if article.title else first_words(article),
        "publisher": article.publisher,
        "authors": list(article.authors),
        "url": article.url,
        "archived_url": article.archived_url,
        "published": article.published.day.isoformat() if article.published else None,
        "published_guessed": bool(article.published and article.published.guessed),
        "language": article.language,
        "page": source_path(article.id),
    }


def event_value(event: Event, speech: Words, without_page: Collection[str] = ()) -> dict[str, Any]:
    """Return an event."""
    span = bounds(event.date)
    shown = told(event.date, DateBasis.EDITOR if "date" in event.edited else event.basis, speech, to_come=is_planned(event))
    return {
        "id": event.id,
        "aliases": list(event.aliases),
        "date": str(event.date),
        **hedges(event.date),
        "written": written(event.date),
        "earliest": None if span.earliest is None else iso(span.earliest),
        "latest": None if span.latest is None else iso(span.latest),
        "said": event.said,
        "label": shown.label,
        "precision": shown.precision,
        "basis": event.basis.value,
        "date_guessed": event.guessed,
        "status": event.status.value,
        "headline": event.headline,
        "background": event.background,
        "checked": event.checked,
        "checked_by": event.checked_by,
        "states": states(event),
        "added": event.added,
        "editors": list(event.editors),
        "shown": event.shown,
        "salience": round(event.salience, 4),
        "tags": list(event.tags),
        "others": [str(other) for other in event.others],
        "updated": event.updated.isoformat() if event.updated else None,
        "page": address_of(event, without_page),
        **additions_value(event),
        "notes": [{"text": note.text, "by": note.by, "at": note.at.isoformat(), "correction": note.correction} for note in event.notes],
        "citations": [citation_value(each) for each in event.citations],
    }


def states(event: Event) -> list[str]:
    """Return who made it what it is: ``found`` by a program or ``added`` by an editor; besides, ``edited`` and ``checked`` by one."""
    edited = ["edited"] if event.editors and not event.added else []
    return ["added" if event.added else "found", *edited, *(["checked"] if event.checked else [])]


def additions_value(event: Event) -> dict[str, Any]:
    """Return what editors added, under the names that an edit gives it; of what there is none nothing is said.

    ``picture`` is the path of a picture's largest version in the site.
    """
    media = [
        {name: value for name in Medium.__slots__ if (value := getattr(medium, name))}
        | ({"picture": path_of(medium.file)} if medium.file else {})
        for medium in event.media
    ]
    places = [{"name": each.name, "latitude": each.latitude, "longitude": each.longitude} for each in event.places]
    value = {"media": media, "places": places, "fields": {each.name: each.value for each in event.details}}
    value |= {name: list(getattr(event, name)) for name in RELATIONS}
    return {name: each for name, each in value.items() if each}


def citation_value(citation: Citation) -> dict[str, Any]:
    """Return a citation; ``said`` and its offsets are null where the date was inferred."""
    return {
        "source": citation.source,
        "quote": citation.quote,
        "start": citation.span.start,
        "end": citation.span.end,
        "said": citation.said_words if citation.said else None,
        "said_start": citation.said.start if citation.said else None,
        "said_end": citation.said.end if citation.said else None,
        "date": str(citation.date),
        **hedges(citation.date),
        "date_guessed": citation.guessed,
        "status": citation.status.value,
        "sentence": citation.sentence,
        "url": citation.url,
        "derivation": [step.words for step in citation.derivation],
    }
