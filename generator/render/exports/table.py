"""The events as a table: CSV (RFC 4180) in UTF-8, one row for each event. In: Entries. Out: bytes.

A cell that a spreadsheet would take for a formula (it begins with ``= + - @``, a tab or a carriage return) is given a leading apostrophe.
"""

from __future__ import annotations

import csv
import io
import re

from generator.model.additions import RELATIONS, cells_of
from generator.model.calendar import iso
from generator.model.edtf import written
from generator.model.settings import Settings
from generator.render.exports.entries import Entry, hedges

_FORMULA = re.compile(r"'*[=+@\t\r-]")
"""What begins like a formula, or like a cell that was one and has its apostrophe already: then it gets another."""
_DATE = re.compile(r"-\d{4}(?:-\d\d){0,2}[~?%]?(?:/-?\d{4}(?:-\d\d){0,2}[~?%]?)?")
COLUMNS = (
    "id",
    "date",
    "bound",
    "shade",
    "written",
    "earliest",
    "latest",
    "label",
    "precision",
    "said",
    "date_guessed",
    "status",
    "headline",
    "background",
    "checked",
    "entry_state",
    "tags",
    "sources",
    "quote",
    "source",
    "source_published",
    "source_url",
    "link",
    "urls",
    "note",
)
MEDIA = {"media": "media", "caption": "media_caption", "credit": "media_credit", "alt": "media_alt", "still": "media_thumbnail"}
"""What :func:`cells_of` gives → the column it stands in; of several media each has a line of its own in every cell."""


def table(entries: tuple[Entry, ...], settings: Settings) -> bytes:
    """Return a header row and a row for each event, in order; with places, relations, media and own fields where there are any."""
    has_places, has_media = (any(getattr(entry.event, name) for entry in entries) for name in ("places", "media"))
    has_relations = any(getattr(entry.event, name) for entry in entries for name in RELATIONS)
    own = tuple(name for name, _ in settings.fields)
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    besides = [*(["places"] if has_places else []), *(RELATIONS if has_relations else ()), *(MEDIA.values() if has_media else ())]
    writer.writerow([*COLUMNS, *besides, *map(defused, own)])
    for entry in entries:
        given = {each.name: each.value for each in entry.event.details}
        places = ["; ".join(each.name for each in entry.event.places)] if has_places else []
        relations = ["; ".join(getattr(entry.event, name)) for name in RELATIONS] if has_relations else []
        media = cells_of(entry.event.media)
        shown = [media[name] for name in MEDIA] if has_media else []
        writer.writerow([defused(cell) for cell in (*_row(entry), *places, *relations, *shown, *(given.get(name, "") for name in own))])
    return text.getvalue().encode()


def _row(entry: Entry) -> tuple[str, ...]:
    view, event, lead = entry.view, entry.event, entry.view.lead
    source = lead.source if lead else None
    known = hedges(event.date)
    return (
        event.id,
        str(event.date),
        known["bound"] or "",
        known["shade"] or "",
        written(event.date),
        "" if entry.days.earliest is None else iso(entry.days.earliest),
        "" if entry.days.latest is None else iso(entry.days.latest),
        view.told.label,
        view.told.precision,
        event.said,
        "yes" if event.guessed else "no",
        event.status.value,
        event.headline,
        "yes" if event.background else "no",
        "yes" if event.checked else "no",
        "; ".join(entry.states),
        "; ".join(event.tags),
        str(len(view.sources)),
        lead.text if lead else "",
        (source.publisher or source.name) if source else "",
        (source.machine or "") if source else "",
        source.url if source and source.url else next(iter(entry.addresses), ""),
        entry.link,
        " ".join(entry.addresses),
        "\n\n".join(note.text for note in event.notes if not note.correction),
    )


def defused(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula; a date before the common era is none.

    >>> defused("=1+1"), defused("9 Dec")
    ("'=1+1", '9 Dec')
    """
    return f"'{cell}" if _FORMULA.match(cell) and not _DATE.fullmatch(cell) else cell
