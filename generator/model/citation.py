"""A citation: the words of a source that an event rests on, and which of them say when."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.model.edtf import Edtf
from generator.model.mention import DateBasis, Status
from generator.model.span import Span
from generator.model.timex import Step

_PUT_IN = re.compile(r"\[[^\]]*\]")
_NO_MARKS = str.maketrans("", "", "“”‘’\"'")
_OPENING = 3
"""Words by which the quote is known in what is shown."""


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

    @property
    def own(self) -> str:
        """The quote as it is shown, without the sentence before where that is shown with it: what may name the event where words are cut.

        Names are put in before and between the quote's words: those that come first are its own, if no sentence was put before it.
        """
        stretches = (_plain(each).split() for each in _PUT_IN.split(self.alone))
        opening = next(filter(None, stretches), [])[:_OPENING]
        return self.alone if opening and " ".join(opening) in " ".join(_plain(self.quote).split()) else self.quote


def _plain(words: str) -> str:
    """Return words without quotation marks, which change as a quote is shown."""
    return words.translate(_NO_MARKS)
