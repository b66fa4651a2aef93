"""A table's text → its records (RFC 4180, with ``, ; |`` or a tab between cells). A slip costs the record in which it is, not the table.

In: the text and the separator. Out: Record or Fault, in order.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass

SEPARATORS = ",;\t|"
_WIDEST = 1_000
"""Cells of a record; sheets of people have some dozens."""
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")


@dataclass(frozen=True, slots=True)
class SheetRecord:
    """The cells of a record, and the line on which it begins."""

    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Fault:
    """A line that is no record of a table, and why."""

    line: int
    reason: str


def records(text: str, separator: str) -> Iterator[SheetRecord | Fault]:
    r"""Yield the records that hold anything.

    >>> [type(each).__name__ for each in records('a,b\n"c" d,e\nf,g\n', ",")]
    ['SheetRecord', 'Fault', 'SheetRecord']
    """
    lines = _LINE.findall(text)
    at = 0
    while at < len(lines):
        reader = csv.reader((lines[number] for number in range(at, len(lines))), delimiter=separator, skipinitialspace=True, strict=True)
        try:
            cells = next(reader)
        except csv.Error as error:
            if "unexpected end of data" in str(error):
                yield Fault(at + 1, _never_closed(len(lines) - at - 1))
                return
            mended = re.sub(rf'(?<!")" +(?={re.escape(separator)}|[\r\n]*$)', '"', lines[at])
            if mended != lines[at]:  # a space behind a closing quotation mark is no slip
                lines[at] = mended
                continue
            yield Fault(at + 1, _why(str(error)))
            at += 1
            continue
        if len(cells) > _WIDEST:
            yield Fault(at + 1, f"{len(cells):,} cells, at most {_WIDEST:,}")
        elif any(cell.strip() for cell in cells):
            yield SheetRecord(at + 1, tuple(cells))
        at += reader.line_num


def _never_closed(behind: int) -> str:
    rest = f", and so are the {behind} lines behind it" if behind > 1 else ", and so is the line behind it" if behind else ""
    return f"a quotation mark is opened here and never closed{rest}"


def _why(message: str) -> str:
    if "expected after" in message:
        return "a quotation mark ends before its cell does (inside a cell it is written twice)"
    return "a cell is too long" if "field limit" in message else message
