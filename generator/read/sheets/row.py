"""What comes out of a sheet: rows that are events, rows that are none and why, and what is to be said of the sheet as a whole."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from generator.model.additions import Detail, Medium, Place
from generator.model.edtf import Edtf
from generator.model.mention import Status
from generator.model.typed import TypedDate

ReadDate = Callable[[str, bool | None], TypedDate]
"""Reads a date in words; the flag says whether 3/4/2018 is a day in April (None: as the project has it)."""


@dataclass(frozen=True, slots=True)
class Exhibit:
    """A medium as a sheet has it. ``picture`` is where its picture is to be had: an address, or a file beside the sheet (empty: none)."""

    medium: Medium
    picture: str = ""


@dataclass(frozen=True, slots=True)
class SheetRow:
    """An event of a sheet.

    ``line`` is where it begins in the file (a JSON timeline: its number among the events); ``said`` are its date's own words, where the
    sheet has such; ``doubts`` say what of it was not understood or does not fit. ``follows`` and ``answers`` name other rows by the
    ``id`` that the sheet gives them.
    """

    line: int
    date: Edtf
    headline: str
    urls: tuple[str, ...] = ()
    note: str = ""
    tags: tuple[str, ...] = ()
    status: Status | None = None
    said: str = ""
    background: bool | None = None
    exhibits: tuple[Exhibit, ...] = ()
    places: tuple[Place, ...] = ()
    details: tuple[Detail, ...] = ()
    id: str = ""
    follows: tuple[str, ...] = ()
    answers: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Unfit:
    """A row that makes no event, why, and the cell it is about as it stands in the file (empty: the row)."""

    line: int
    reason: str
    cell: str = ""


@dataclass(frozen=True, slots=True)
class Passed:
    """What is no event and was not meant as one: a title slide, an era, a column that an edit has no place for."""

    line: int
    reason: str
