"""What speaks for the day on which an article came out: where it stands, its words, and what they come to.

In: nothing; these are nouns. A witness is kept as it was read, also where it was not believed.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class WitnessKind(StrEnum):
    """Where a witness stands."""

    LINKED = "linked data"
    META = "meta element"
    MICRODATA = "microdata"
    TIME = "time element"
    STAMP = "stamp"
    TEXT = "text"
    ADDRESS = "address"
    SCRIPT = "script"


_IN_WORDS = {
    WitnessKind.LINKED: "the page's data for search engines",
    WitnessKind.META: "the page's data that readers do not see",
    WitnessKind.MICRODATA: "the page's data beside the text",
    WitnessKind.TIME: "a date that the page marks as one",
    WitnessKind.STAMP: "the line with the date",
    WitnessKind.TEXT: "the text",
    WitnessKind.ADDRESS: "the address",
    WitnessKind.SCRIPT: "a script of the page",
}
"""Where it stands, as messages say it."""


@dataclass(frozen=True, slots=True)
class Witness:
    """One statement about the date of publication.

    Attributes:
        kind: where it stands.
        place: its name there ("NewsArticle datePublished"), or nothing.
        words: what it says, as written.
        date: what that comes to, in EDTF: a day, or a month ("2018-07").
        rank: 1 the publisher's own statement about this article, 2 one about the page, 3 what is in sight, in scripts or in the address.
        zone: minutes east of UTC, where it says so.
    """

    kind: WitnessKind
    place: str = ""
    words: str = ""
    date: str = ""
    rank: int = 3
    zone: int | None = None

    @property
    def stand(self) -> str:
        """Where it stands, in words."""
        return f"{_IN_WORDS[self.kind]}{f' ({self.place})' if self.place else ''}"

    def __str__(self) -> str:
        return f"{self.stand}: {self.words}"
