"""The evidence as annotations on the sources: W3C Web Annotation (JSON-LD). In: Timeline and Settings. Out: bytes.

One annotation for each quote: its bodies are what the timeline tells (headline, date in EDTF, tags, editors' notes), its target the words
of the source, by quote and, where the text is our own frozen copy, by position. Its creators are the program, where it found the event, and
the editors that changed or added it; a body that assesses says which of these it is, and who checked it.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

from generator.model.article import Article
from generator.model.citation import Citation
from generator.model.event import Event, Note, Timeline
from generator.model.settings import Settings
from generator.render.exports.timeline_json import states
from generator.render.order import public
from generator.render.permalinks import absolute, address_of, web_address

Values = dict[str, Any]


_PROGRAM: Values = {"type": "Software", "name": "Dateline"}


def web_annotations(timeline: Timeline, settings: Settings) -> bytes:
    """Return an AnnotationCollection with all of its annotations on one page, in the order of the timeline."""
    articles = {article.id: article for article in timeline.articles}
    items = [
        _annotation(_head(event, number, timeline, settings), event, citation, articles.get(citation.source), settings)
        for event in public(timeline, settings)
        for number, citation in enumerate(event.citations, 1)
    ]
    page = {"id": "urn:dateline:annotations:1", "type": "AnnotationPage", "startIndex": 0, "items": items}
    collection = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": absolute(settings.base_url, "annotations.json") if settings.base_url else "urn:dateline:annotations",
        "type": "AnnotationCollection",
        "label": settings.title,
        "total": len(items),
        "first": page,
    }
    return (json.dumps(collection, ensure_ascii=False, indent=1) + "\n").encode()


def _head(event: Event, number: int, timeline: Timeline, settings: Settings) -> Values:
    made: Values = {"id": f"urn:dateline:{event.id}:{number}", "type": "Annotation", "motivation": "describing"}
    if settings.base_url:
        made["via"] = absolute(settings.base_url, address_of(event, timeline.without_page))
    return made


def _annotation(made: Values, event: Event, citation: Citation, article: Article | None, settings: Settings) -> Values:
    editors = [{"type": "Person", "name": name} for name in event.editors if name]
    made["creator"] = editors if event.added else [_PROGRAM, *editors]
    if event.updated:
        made["modified"] = _moment(event.updated)
    made["body"] = _bodies(event, settings)
    made["target"] = _target(citation, article)
    return made


def _bodies(event: Event, settings: Settings) -> list[Values]:
    def text(value: str, purpose: str, **more: Any) -> Values:
        return {"type": "TextualBody", "value": value, "purpose": purpose, **more}

    told = text(event.headline, "describing", format="text/plain", language=settings.language)
    dated = text(str(event.date), "classifying", format="text/plain")
    said = {"creator": {"type": "Person", "name": event.checked_by}} if event.checked_by else {}
    state = text(", ".join(states(event)), "assessing", format="text/plain", language="en", **said)
    return [told, dated, state, *(text(tag, "tagging") for tag in event.tags), *(_note(each) for each in event.notes)]


def _note(note: Note) -> Values:
    body: Values = {"type": "TextualBody", "value": note.text, "format": "text/markdown", "created": _moment(note.at)}
    body["purpose"] = "editing" if note.correction else "commenting"
    if note.by:
        body["creator"] = {"type": "Person", "name": note.by}
    return body


def _target(citation: Citation, article: Article | None) -> Values | str:
    url = web_address(citation.url or (article.url if article else None))
    if not citation.quote:
        return url or f"urn:dateline:source:{citation.source}"
    quote = {"type": "TextQuoteSelector", "exact": citation.quote, "prefix": citation.before, "suffix": citation.after}
    position = {"type": "TextPositionSelector", "start": citation.span.start, "end": citation.span.end}
    target: Values = {"source": url or f"urn:dateline:source:{citation.source}", "selector": quote if url else [quote, position]}
    if article and article.archived_url and web_address(article.archived_url):
        target["state"] = {"type": "TimeState", "cached": article.archived_url}
    return target


def _moment(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
