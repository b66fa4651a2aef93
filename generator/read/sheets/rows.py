"""A sheet's text → its events: a table (CSV), a TimelineJS sheet saved as one, or a timeline in TimelineJS's JSON.

In: the text, what reads a date in words. Out: SheetRow, Unfit or Passed, in the order of the sheet; nothing is left out without a word.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice

from generator.model.additions import Detail, Place
from generator.model.edit import HEADLINE_LIMIT
from generator.model.mention import Status
from generator.read.sheets import cells, timelinejs
from generator.read.sheets.columns import OWN, Columns, columns
from generator.read.sheets.dates import NoDate, day_comes_first, when
from generator.read.sheets.media import exhibits, fit, unshown
from generator.read.sheets.records import SEPARATORS, Fault, SheetRecord, records
from generator.read.sheets.row import Passed, ReadDate, SheetRow, Unfit

_LOOKED_THROUGH = 20
"""Records in which a header is looked for: sheets have titles and empty lines above it."""
_ERA, _TITLE = "era", "title"
_EVENTS = frozenset({"", "event", "slide", "overview"})
"""Types that say no more than that a row is an event."""
_ADDING_UP = {"url": " ", "note": "\n\n", "media": "\n"}
"""Fields of which several columns add up, and what stands between their cells."""
_YES, _NO = {"yes", "true", "1", "x"}, {"no", "false", "0"}


def rows(text: str, read_date: ReadDate, own: Sequence[str] = ()) -> Iterator[SheetRow | Unfit | Passed]:
    """Yield the events of a sheet: what reads as JSON is a timeline of TimelineJS or our own, all else a table.

    *own* are the names of the fields that only this project has.
    """
    text = text.removeprefix("\ufeff")
    if timelinejs.is_json(text):
        for event in timelinejs.events(text):
            yield event if isinstance(event, (Unfit, Passed)) else _row(*event, read_date, day_first=None)
    else:
        yield from of_records(_records(text), read_date, own)


def of_records(found: Iterable[SheetRecord | Fault], read_date: ReadDate, own: Sequence[str] = ()) -> Iterator[SheetRow | Unfit | Passed]:
    """Yield the events of a table's records, its header among the first of them."""
    table = list(found)
    at, header = _header(table, own)
    if header.missing:
        line = table[at].line if table else 1
        yield Unfit(line, f"the table's header has no {header.missing.removeprefix('a ')}")
        yield from (Unfit(each.line, each.reason) for each in table if isinstance(each, Fault))
        return
    if header.unknown:
        names = ", ".join(f"“{name}”" for name in header.unknown)
        yield Passed(table[at].line, f"{'a column' if len(header.unknown) == 1 else 'columns'} that an event has no place for: {names}")
    body, top = table[at + 1 :], table[at]
    again = top.cells if isinstance(top, SheetRecord) else ()
    dates = header.fields.get("date", ())
    day_first = day_comes_first(
        each.cells[dates[0]] for each in body if dates and isinstance(each, SheetRecord) and len(each.cells) > dates[0]
    )
    for each in body:
        if isinstance(each, SheetRecord) and each.cells == again:
            yield Passed(each.line, "the header, which stands here once more")
            continue
        yield Unfit(each.line, each.reason) if isinstance(each, Fault) else _of_record(each, header, read_date, day_first)
    line = table[at].line
    if given := _given(body, header.unnamed):
        yield Passed(line, f"the cells of a column without a name: {', '.join(f'“{cell[:40]}”' for cell in given[:3])} …")
    if any(cell.casefold() not in {*_YES, *_NO} for cell in _given(body, header.fields.get("background", ()))):
        yield Passed(line, "colours and pictures behind events (column “Background”)")


def _given(body: Iterable[SheetRecord | Fault], numbers: tuple[int, ...]) -> list[str]:
    """Return what stands in some columns, each once."""
    records = (each for each in body if isinstance(each, SheetRecord))
    cells = (each.cells[number].strip() for each in records for number in numbers if number < len(each.cells))
    return list(dict.fromkeys(filter(None, cells)))


def _records(text: str) -> list[SheetRecord | Fault]:
    """Return the records under the separator by which the header names most columns, or which parts most cells."""
    tried = []
    for separator in SEPARATORS:
        first = list(islice(records(text, separator), _LOOKED_THROUGH))
        tried.append(
            (len(_header(first, ())[1].fields), sum(len(each.cells) for each in first if isinstance(each, SheetRecord)), separator)
        )
    return list(records(text, max(tried, key=lambda each: each[:2])[2]))


def _header(table: list[SheetRecord | Fault], own: Sequence[str]) -> tuple[int, Columns]:
    """Return which record is the header: of the first ones the one that names most columns, if it names what an event needs."""
    found = [(number, columns(each.cells, own)) for number, each in enumerate(table[:_LOOKED_THROUGH]) if isinstance(each, SheetRecord)]
    fit = [each for each in found if not each[1].missing]
    return max(fit or found, key=lambda each: len(each[1].fields), default=(0, columns(())))


def _of_record(record: SheetRecord, header: Columns, read_date: ReadDate, day_first: bool | None) -> SheetRow | Unfit | Passed:
    beyond = [cell.strip() for cell in record.cells[header.count :] if cell.strip()]
    if beyond:
        told = f"{len(record.cells)} cells for {header.count} columns: a cell with a separator in it wants quotation marks"
        return Unfit(record.line, told, beyond[0])
    values: dict[str, str] = {}
    doubts: list[str] = []
    for field, numbers in header.fields.items():
        given = [cells.undefused(record.cells[number]) for number in numbers if number < len(record.cells)]
        values[field] = _joined(field, [cell for cell in given if cell], doubts)
    kind = values.get("type", "").casefold()
    if kind == _TITLE:
        return Passed(record.line, "the title slide: a timeline's title stands in timeline.toml")
    if kind == _ERA:
        return Passed(record.line, f"the era “{cells.plain(values.get('headline', ''))}”: a timeline has no bands behind its events")
    if kind not in _EVENTS:
        doubts.append(f"“{values['type']}”, which it is of its type, is left away")
    row = _row(record.line, values, read_date, day_first=day_first)
    return replace(row, doubts=(*doubts, *row.doubts)) if isinstance(row, SheetRow) else row


def _joined(field: str, given: list[str], doubts: list[str]) -> str:
    """Return what several columns say of one field; where only one can count, the first does and the others are told."""
    if field == "tags":
        return "; ".join(tag for cell in given for tag in cells.tags(cell))
    if field in _ADDING_UP:
        return _ADDING_UP[field].join(given)
    doubts += [f"“{cell[:60]}”, which another of its columns says, is left away" for cell in dict.fromkeys(given[1:]) if cell != given[0]]
    return given[0] if given else ""


def _row(line: int, values: Mapping[str, str], read_date: ReadDate, *, day_first: bool | None) -> SheetRow | Unfit:
    headline = cells.plain(values.get("headline", ""))
    dated = when(values, read_date, day_first)
    if not headline:
        return Unfit(line, "no headline")
    if len(headline) > HEADLINE_LIMIT:
        return Unfit(line, f"the headline has more than {HEADLINE_LIMIT} characters", headline)
    if isinstance(dated, NoDate):
        return Unfit(line, dated.reason, dated.cell)
    status = values.get("status", "").casefold()
    if status and status not in list(Status):
        return Unfit(line, f"“{status}” is no status; it is happened, ongoing, planned or expected", values["status"])
    background = values.get("background", "").casefold()
    return SheetRow(
        line,
        dated.date,
        headline,
        urls=_addresses(values),
        note=_note(values),
        tags=cells.tags(values.get("tags", "")),
        status=Status(status) if status else None,
        said=dated.said,
        background=True if background in _YES else False if background in _NO else None,
        doubts=(*dated.doubts, *_unplaced(values), *unshown(values)),
        exhibits=fit(exhibits(values)),
        id=values.get("id", ""),
        follows=cells.tags(values.get("follows", "")),
        answers=cells.tags(values.get("answers", "")),
        places=_places(values),
        details=tuple(
            Detail(name.removeprefix(OWN), cells.plain(value)) for name, value in values.items() if name.startswith(OWN) and value
        ),
    )


def _places(values: Mapping[str, str]) -> tuple[Place, ...]:
    """Return where it was; the degrees are those of the only place."""
    names = [name.strip() for name in cells.plain(values.get("places", "")).split(";") if name.strip()]
    north, east = (cells.degrees(values.get(name, ""), most) for name, most in (("latitude", 90), ("longitude", 180)))
    if len(names) == 1 and north is not None and east is not None:
        return (Place(names[0], north, east),)
    return tuple(map(Place, names))


def _unplaced(values: Mapping[str, str]) -> list[str]:
    """Return a word about degrees that are left away."""
    given = " ".join(filter(None, (values.get("latitude"), values.get("longitude"))))
    used = any(place.latitude is not None for place in _places(values))
    return [f"the degrees “{given}” are left away: they want one place, and two numbers that can be"] if given and not used else []


def _addresses(values: Mapping[str, str]) -> tuple[str, ...]:
    """Return the addresses of a row: those it names as its source, those its text links to, its media unless it is a picture."""
    told = [cells.bare_address(values.get("url", ""))] + [
        url for name in ("url", "note", "media") for url in cells.links(values.get(name, ""))
    ]
    return tuple(
        dict.fromkeys(url for url in told if url and not (cells.is_picture(url) and url not in cells.links(values.get("url", ""))))
    )


def _note(values: Mapping[str, str]) -> str:
    """Return the row's text, then what stood beside its media and the name of its source, so that nothing of them is lost."""
    parts = [cells.markdown(values.get("note", ""))]
    caption, credit = (cells.plain(values.get(name, "")) for name in ("caption", "credit"))
    media = values.get("media", "")
    if exhibits(values):
        linked = credit = ""
    elif shown := next(iter(cells.links(media)), ""):
        linked = f"[{caption.replace('[', '(').replace(']', ')')}]({shown})" if caption else ""
    else:
        linked = " ".join(filter(None, (caption, cells.markdown(media))))
    parts.append(" ".join(filter(None, (linked, f"({credit})" if credit else ""))))
    parts.append("" if cells.bare_address(values.get("url", "")) else cells.without_links(values.get("url", "")))
    return "\n\n".join(part for part in parts if part)
