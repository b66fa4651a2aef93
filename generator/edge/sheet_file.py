"""Where a sheet lies in, its content out: a file or a published address, as text (CSV, JSON) or as the cells of a workbook (XLSX, ODS …).

Workbooks are read by python-calamine where it is installed (``pip install dateline[sheets]``).
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from io import BytesIO
from pathlib import Path
from urllib.parse import parse_qs

from generator.edge.fetch import fetch
from generator.edge.files import LARGEST_FILE
from generator.edge.plain import content_of
from generator.model.codes import BAD_ENCODING, TOO_LARGE, TOO_MANY, UNREADABLE
from generator.model.diagnostic import Checked, Location, tell
from generator.model.project import MOST_ROWS
from generator.model.sheet_codes import BAD_WORKBOOK
from generator.model.web import parts_of

WORKBOOKS = (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods")
_KINDS = ("text/csv", "text/tab-separated-values", "text/plain", "application/json", "application/csv", "application/octet-stream")
_GOOGLE = re.compile(r"/spreadsheets/(?:u/\d+/)?d/((?:e/)?[\w-]+)")
_BYTE_ORDER = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_AS_UTF_8 = "save it as UTF-8 (in Excel: “CSV UTF-8”)"


@dataclass(frozen=True, slots=True)
class SheetFile:
    """A sheet: its ``text``, or of a workbook the cells of its first sheet, row by row, and the names of the ``others``."""

    name: str
    text: str = ""
    cells: tuple[tuple[str, ...], ...] | None = None
    others: tuple[str, ...] = ()


def is_address(source: str) -> bool:
    """Tell whether a source is on the web."""
    return source.startswith(("https://", "http://"))


def sheet_file(source: str) -> Checked[SheetFile | None]:
    """Read a sheet.

    Args:
        source: a file, or the address of a table (a Google Sheet's own address is that of its CSV).

    Returns:
        The sheet; None with UNREADABLE, TOO_LARGE, TOO_MANY, BAD_ENCODING, BAD_WORKBOOK or what :func:`generator.edge.fetch.fetch` says.
    """
    if is_address(source):
        fetched = fetch(_of_google(source), kinds=_KINDS)
        return _of_few_rows(_decoded(source, fetched.value.content)) if fetched.value else Checked(None, fetched.diagnostics)
    path, where = Path(source), Location(source)
    try:
        if (size := path.stat().st_size) > LARGEST_FILE:
            return Checked(None, (tell(TOO_LARGE, where, size=size, limit=LARGEST_FILE),))
        content = content_of(path)
    except OSError as error:
        return Checked(None, (tell(UNREADABLE, where, path=source, reason=error.strerror or error),))
    return _of_few_rows(_workbook(source, content) if path.suffix.lower() in WORKBOOKS else _decoded(source, content))


def _of_few_rows(read: Checked[SheetFile | None]) -> Checked[SheetFile | None]:
    """Refuse a table of more rows than a timeline has events: each becomes a file."""
    sheet = read.value
    count = 0 if sheet is None else len(sheet.cells) if sheet.cells is not None else sheet.text.count("\n")
    if sheet is None or count <= MOST_ROWS:
        return read
    return Checked(None, (*read.diagnostics, tell(TOO_MANY, Location(sheet.name), "part it", things="rows", count=count, limit=MOST_ROWS)))


def _of_google(url: str) -> str:
    """Return where a Google Sheet, as the browser shows it, is to be had as CSV; other addresses as they are."""
    parts = parts_of(url)
    found = _GOOGLE.match(parts.path) if parts.hostname == "docs.google.com" else None
    asked = parse_qs(parts.fragment) | parse_qs(parts.query)
    if not found or parts.path.endswith("/export") or asked.get("output") == ["csv"]:
        return url
    sheet = "".join(f"&gid={number}" for number in asked.get("gid", [])[:1])
    if parts.path.endswith(("/pub", "/pubhtml")):  # published to the web: what is shared in no other way is to be had there alone
        return f"https://docs.google.com/spreadsheets/d/{found[1]}/pub?output=csv{sheet}"
    return f"https://docs.google.com/spreadsheets/d/{found[1]}/export?format=csv{sheet}"


def _decoded(name: str, content: bytes) -> Checked[SheetFile | None]:
    try:
        text = content.decode("utf-16" if content.startswith(_BYTE_ORDER) else "utf-8")
    except UnicodeDecodeError as error:
        said = tell(BAD_ENCODING, Location(name), _AS_UTF_8, byte=content[min(error.start, len(content) - 1)], offset=error.start)
        return Checked(None, (said,))
    return Checked(SheetFile(name, text))


def _workbook(name: str, content: bytes) -> Checked[SheetFile | None]:
    try:
        from python_calamine import CalamineError, CalamineWorkbook  # noqa: PLC0415 - an extra, loaded when used
    except ModuleNotFoundError:
        hint = "install it with `pip install dateline[sheets]`, or save the sheet as CSV"
        return Checked(None, (tell(BAD_WORKBOOK, Location(name), hint, reason="python-calamine, which reads workbooks, is not installed"),))
    try:
        book = CalamineWorkbook.from_filelike(BytesIO(content))
        rows = book.get_sheet_by_index(0).to_python(skip_empty_area=False)
    except (CalamineError, IndexError, OSError) as error:
        return Checked(None, (tell(BAD_WORKBOOK, Location(name), None, reason=str(error) or type(error).__name__),))
    return Checked(SheetFile(name, cells=tuple(tuple(map(_cell, row)) for row in rows), others=tuple(book.sheet_names[1:])))


def _cell(value: str | float | bool | date | time | timedelta) -> str:
    """Return a cell as a table would have it: days and times in ISO's form, whole numbers without a point."""
    match value:
        case bool():
            return "yes" if value else "no"
        case float():
            return str(int(value)) if value.is_integer() else str(value)
        case datetime():
            return value.isoformat(" ")
        case date() | time():
            return value.isoformat()
        case timedelta():
            minutes = int(value.total_seconds()) // 60
            return f"{minutes // 60:02}:{minutes % 60:02}"
        case _:
            return str(value)
