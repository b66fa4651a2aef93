"""What a build knows in, plain values for the pages of the editor out (they become JSON).

Offsets are code points of the frozen text; each piece of a sentence carries its own, so that a page need not count.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from itertools import groupby, pairwise
from typing import Any

from generator.desk.state import Craft, LastBuild, SeenArticle, as_set, revision
from generator.model.additions import Medium
from generator.model.article import BlockKind, Sentence
from generator.model.citation import Citation
from generator.model.diagnostic import Diagnostic
from generator.model.edtf import written
from generator.model.event import Event
from generator.model.recall import Forgetful, Recall
from generator.model.span import Span
from generator.model.timex import Timex

Values = dict[str, Any]
_SHORT = 90


def overview(state: LastBuild, craft: Craft, recall: Recall | None = None) -> Values:
    """Return what every page of the preview needs: each event in short, each article in short, which edits want another look.

    *recall* holds what the last overview found.
    """
    known = (craft, state.language)
    events = (recall or Forgetful()).each("short", state.timeline.events, known, lambda event: _short(event, craft))
    found = Counter(citation.source for event in state.timeline.events for citation in event.citations)
    articles = [_article_short(reading, found) for reading in state.readings.values()]
    return {
        "title": state.title,
        "events": list(events),
        "articles": articles,
        "edits": [_diagnosed(each) for each in state.said],
        "fields": [list(each) for each in state.fields],
        "pictures": list(state.pictures),
    }


def event_view(event: Event, state: LastBuild, craft: Craft) -> Values:
    """Return an event as its form shows it, with its quotes in their articles."""
    return {
        **_short(event, craft),
        "date": written(event.date),
        "said": event.said,
        "status": event.status.value,
        "tags": list(event.tags),
        "background": event.background,
        **_added(event),
        "checked_by": event.checked_by,
        "edited": list(event.edited),
        "reasons": [step.words for step in event.reasons],
        "notes": [
            {"html": craft.note(note.text).value, "by": note.by, "at": note.at.date().isoformat(), "correction": note.correction}
            for note in event.notes
        ],
        "quotes": [{**_quote(each, state, craft), "gives": _gives(each, event)} for each in event.citations],
    }


def _added(event: Event) -> Values:
    """Return what editors added, as the table ``[set]`` of an edit has it."""
    return {
        "media": [{name: value for name in Medium.__slots__ if (value := getattr(each, name))} for each in event.media],
        "places": [
            {"name": each.name} | ({} if each.latitude is None else {"latitude": each.latitude, "longitude": each.longitude})
            for each in as_set(event, "places")
        ],
        "fields": {each.name: each.value for each in event.details},
        "follows": list(event.follows),
        "answers": list(event.answers),
    }


def _gives(citation: Citation, event: Event) -> int:
    """Return how much of what readers see a quote gives: 2 for the date in its own words, 1 for the headline."""
    return 2 * (citation.date == event.date and citation.said is not None) + (citation.headline == event.headline)


def article_view(reading: SeenArticle, state: LastBuild) -> Values:
    """Return an article in full: its blocks, their sentences, and in each the time expressions and the events found."""
    article = reading.article
    on = [
        (citation, event)
        for event in state.timeline.events
        for citation in event.citations
        if citation.source == article.id and citation.quote
    ]
    blocks: list[Values] = []
    inside = {number: tuple(held) for number, held in groupby(reading.sentences, lambda each: each.block)}
    timed, cut = reading.timexes, [each.span for each in reading.sentences]  # both in the order of the text
    times, resting = met(cut, [each.span for each in timed]), met(cut, [citation.span for citation, _ in on])
    for number, block in enumerate(article.blocks):
        sentences = [
            _sentence(each, reading, [timed[at] for at in times.get(each.span, ())], [on[at] for at in resting.get(each.span, ())])
            for each in inside.get(number, ())
        ]
        if not sentences:
            sentences = [_unread(block.span, reading)]
        blocks.append({"kind": block.kind.value, "story": block.kind.is_story, "heading": _is_heading(block.kind), "sentences": sentences})
    return {
        "id": article.id,
        "title": article.title or "",
        "name": _name(reading),
        "publisher": article.publisher or "",
        "published": str(article.published) if article.published else "",
        "language": article.language,
        "blocks": blocks,
    }


def _short(event: Event, craft: Craft) -> Values:
    label, precision = craft.tell(event.date, event.basis)
    return {
        "id": event.id,
        "revision": revision(event),
        "headline": event.headline,
        "name": event.headline or event.name,
        "label": label,
        "precision": precision,
        "checked": event.checked,
        "shown": event.shown,
        "review": list(event.review),
        "source": event.citations[0].source if event.citations else "",
        "quotes_count": len(event.citations),
    }


def _article_short(reading: SeenArticle, found: Counter[str]) -> Values:
    article = reading.article
    published = str(article.published) if article.published else ""
    return {
        "id": article.id,
        "name": _name(reading),
        "publisher": article.publisher or "",
        "published": published,
        "events": found[article.id],
        "image": {"link": article.image, "credit": article.publisher or ""} if article.image else None,
    }


def _name(reading: SeenArticle) -> str:
    words = reading.article.title or " ".join(reading.article.text.split())
    return words if len(words) <= _SHORT else words[: _SHORT - 1].rsplit(" ", 1)[0] + "…"


def _diagnosed(each: Diagnostic) -> Values:
    where = f"{each.where.path}:{each.where.line}" if each.where else ""
    return {"code": each.code.name, "where": where, "message": each.message, "hint": each.hint or ""}


def _quote(citation: Citation, state: LastBuild, craft: Craft) -> Values:
    reading = state.readings.get(citation.source)
    label, precision = craft.tell(citation.date, citation.basis)
    return {
        "source": citation.source,
        "name": _name(reading) if reading else citation.source,
        "publisher": (reading.article.publisher or "") if reading else "",
        "published": str(reading.article.published) if reading and reading.article.published else "",
        "start": citation.span.start,
        "end": citation.span.end,
        "parts": _cut(citation.quote, citation.said.moved(-citation.span.start) if citation.said else None),
        "url": citation.url,
        "label": label,
        "precision": precision,
        "steps": [step.words for step in citation.derivation],
    }


def _cut(quote: str, said: Span | None) -> list[str]:
    """Return what stands before the date words, the words, and what follows."""
    return [quote[: said.start], said.of(quote), quote[said.end :]] if said else [quote, "", ""]


def _is_heading(kind: BlockKind) -> bool:
    return kind in {BlockKind.HEADLINE, BlockKind.HEADING}


def _unread(span: Span, reading: SeenArticle) -> Values:
    text = span.of(reading.article.text)
    return {
        "number": 0,
        "start": span.start,
        "end": span.end,
        "parts": [{"text": text, "at": span.start}] if text else [],
        "events": [],
        "times": 0,
    }


def met(cut: list[Span], found: list[Span]) -> dict[Span, list[int]]:
    """Return by each sentence which of some spans overlap it, in their order; an article may have thousands of both."""
    starts, held = [each.start for each in cut], dict[Span, list[int]]()
    for number, span in enumerate(found):
        for sentence in cut[max(0, bisect_right(starts, span.start) - 1) : bisect_left(starts, span.end)]:
            if sentence.overlaps(span):
                held.setdefault(sentence, []).append(number)
    return held


def _sentence(sentence: Sentence, reading: SeenArticle, timed: list[Timex], resting: list[tuple[Citation, Event]]) -> Values:
    """Return a sentence in pieces: plain text, time expressions (with what they come to), stretches that an event rests on."""
    text, span = reading.article.text, sentence.span
    times = [each for each in timed if span.contains(each.span)]
    cuts = {span.start, span.end}
    for stretch in (*(each.said for each in times), *(citation.span for citation, _ in resting)):
        cuts |= {max(span.start, stretch.start), min(span.end, stretch.end)}
    ordered = sorted(cuts)
    parts: list[Values] = []
    for start, end in pairwise(ordered):
        piece: Values = {"text": text[start:end], "at": start}
        time = next((each for each in times if each.said.start <= start and end <= each.said.end), None)
        if time:
            piece["time"] = str(time.edtf) if time.edtf else time.value
        if held := [event.id for citation, event in resting if citation.span.start <= start and end <= citation.span.end]:
            piece["events"] = held
        parts.append(piece)
    events = list(dict.fromkeys(event.id for _, event in resting))
    return {"number": sentence.number, "start": span.start, "end": span.end, "parts": parts, "events": events, "times": len(times)}
