"""A date that a person typed, into a form or a cell of a sheet: what it comes to, or why it is none."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.edtf import Edtf


@dataclass(frozen=True, slots=True)
class TypedDate:
    """A typed date as a whole. Without ``date``, ``reason`` says why it is none; with one, ``doubt`` what does not fit (or nothing)."""

    date: Edtf | None
    reason: str = ""
    doubt: str = ""
