"""The messages about sheets that are imported (D310 and on): the part of :mod:`generator.model.codes` that has a page of its own."""

from __future__ import annotations

from generator.model.diagnostic import Code, Severity

_E, _W, _N = Severity.ERROR, Severity.WARNING, Severity.NOTE

BAD_ROW = Code(
    "D310",
    _W,
    "this row is left out: {reason}",
    "A row of a table that is imported makes no event: it needs a date, a headline and a source. The other rows are imported.",
)
NOT_IMPORTED = Code(
    "D311",
    _N,
    "not imported: {reason}",
    "A sheet holds something that is no event and that a timeline has no place for. Nothing is left out silently.",
)
DOUBTFUL_ROW = Code(
    "D312",
    _W,
    "this row is imported, but {reason}",
    "Something in a row of a table does not fit or was not understood. The event is made without it; look at the row and at the edit.",
)
CHANGED_ROW = Code(
    "D314",
    _W,
    "“{headline}” is left out: {path}, made by an earlier import, has its source, and its headline or its date",
    "Most likely the row has changed since it was imported. A second file would tell one event twice, and an import never overwrites what editors may have changed.",
)
BAD_WORKBOOK = Code(
    "D313",
    _E,
    "this workbook cannot be read: {reason}",
    "XLSX, XLS and ODS are read by python-calamine, an extra: `pip install dateline[sheets]`.",
)
