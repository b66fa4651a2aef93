"""A citation: the words of a source that an event rests on, and which of them say when."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.edtf import Edtf
from generator.model.mention import DateBasis, Status
from generator.model.span import Span
from generator.model.timex import Step


@dataclass(frozen=True, slots=True)
class Citation:
    """``text[span.start:span.end] == quote`` in the article's frozen text, always; ``said`` lies inside ``span`` or is None.

    ``mention`` is the id of the mention it came from; ``date`` and ``status`` are what this source says by itself;
    ``before`` and ``after`` are a little context for finding the quote again; ``derivation`` is how it was dated.
    ``headline`` is what the event would be called by this source alone (empty: not known), ``alone`` the quote as it is shown where there
    is none, with names put in (empty: as it is), and ``stands`` tells that it can be understood so. ``guessed`` marks a date that was
    counted from a date of publication which is not sure.
    A citation an editor gave by URL has an empty ``quote`` and a ``url``.
    """

    source: str
    mention: str
    span: Span
    quote: str
    said: Span | None
    said_words: str
    date: Edtf
    status: Status
    basis: DateBasis
    sentence: int
    before: str = ""
    after: str = ""
    url: str | None = None
    derivation: tuple[Step, ...] = ()
    headline: str = ""
    alone: str = ""
    stands: bool = True
    guessed: bool = False
