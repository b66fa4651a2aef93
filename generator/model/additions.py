"""What an editor adds to an event besides its words: pictures and films, places, details of the project's own. These are nouns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Annotated, ClassVar

from generator.model.form import OUTSIDE, Address, Amiss, ValueKind, line, one_line

RELATIONS = ("follows", "answers")
"""How one event can be said to stand to another; each is a field that names the other by its id."""
MOST = 20
"""Pictures, places, details or relations of one event."""
_FILE = re.compile(r"(?:[^/\\:\x00-\x1f.][^/\\:\x00-\x1f]*/)*[^/\\:\x00-\x1f.][^/\\:\x00-\x1f]*\.(?:jpe?g|png|webp|gif)", re.IGNORECASE)
_ID = re.compile(r"e-[0-9A-Za-z-]{1,80}")
_Line = Annotated[str, line(1_000)]
_File = Annotated[
    str,
    ValueKind("the name of a .jpg, .png, .webp or .gif in pictures/", lambda value: not value or bool(_FILE.fullmatch(value)), one_line),
]


@dataclass(frozen=True, slots=True)
class Medium:
    """A picture, or a film or post elsewhere (``link``), with the picture as its still if there is one.

    ``file`` is the picture's name in ``pictures/``; with it come ``alt`` (what it shows, in words) and ``credit`` (whose it is).
    """

    file: _File = ""
    alt: _Line = ""
    credit: _Line = ""
    caption: _Line = ""
    link: Address = ""

    def amiss(self) -> Iterator[Amiss]:
        """Yield what a picture lacks."""
        if not self.file and not self.link:
            yield Amiss("a picture needs a file, a film or post a link", 'file = "quay.jpg" (in pictures/), or link = "https://…"')
        elif self.file and not (self.alt and self.credit):
            hint = "alt says what is to be seen, for those who do not see it; credit whose it is"
            yield Amiss("a picture needs alt and credit", hint)


NO_CELL = "-"
"""Stands for a medium of which one of the cells says nothing, where another of the row has something there."""


def cells_of(media: Sequence[Medium]) -> dict[str, str]:
    r"""Return how a row of a table writes media: a line for each in every cell; ``still`` is the picture of what lies elsewhere.

    >>> cells_of([Medium(link="https://v.example/film"), Medium("quay.jpg", "A quay", "A. N.")])["alt"]
    '-\nA quay'
    """
    shown = [(each.link or each.file, each.caption, each.credit, each.alt, each.file if each.link else "") for each in media]
    columns = zip(*shown, strict=True) if shown else ((),) * 5
    named = zip(("media", "caption", "credit", "alt", "still"), columns, strict=True)
    return {name: "\n".join(line or NO_CELL for line in lines) if any(lines) else "" for name, lines in named}


def _degrees(most: int, side: str) -> ValueKind:
    wanted = f"degrees {side}, from -{most} to {most}"
    return ValueKind(wanted, lambda value: -most <= value <= most)


@dataclass(frozen=True, slots=True)
class Place:
    """Where an event was: a name, and degrees north and east where they are known (both or neither).

    ``looked_up`` tells that they come from the gazetteer.
    """

    BARE: ClassVar[str] = "name"
    name: _Line = ""
    latitude: Annotated[float, _degrees(90, "north")] | None = None
    longitude: Annotated[float, _degrees(180, "east")] | None = None
    looked_up: bool = field(default=False, metadata=OUTSIDE)

    def amiss(self) -> Iterator[Amiss]:
        """Yield what a place lacks."""
        if not self.name:
            yield Amiss("a place needs a name")
        if (self.latitude is None) != (self.longitude is None):
            yield Amiss("a place needs both latitude and longitude, or neither")


def _as_text(value: object) -> object:
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else value


@dataclass(frozen=True, slots=True)
class Detail:
    """The value of one of the ``[fields]`` that a project's settings name; an empty one takes an earlier value away."""

    KEYED: ClassVar[str] = "name"
    BARE: ClassVar[str] = "value"
    name: str
    value: Annotated[str, ValueKind("text of at most 300 characters, or a number", lambda value: len(value) <= 300, one_line, _as_text)]


def _few(value: Sequence[object]) -> bool:
    return len(value) <= MOST


Media = Annotated[tuple[Medium, ...], ValueKind(f"at most {MOST} tables headed [[set.media]]", _few)]
Places = Annotated[
    tuple[Place, ...],
    ValueKind(f'a list of at most {MOST} places: ["Orsk"], or [{{ name = "Orsk", latitude = 51.2, longitude = 58.6 }}]', _few),
]
Details = Annotated[tuple[Detail, ...], ValueKind('a table of texts and numbers: { casualties = "about 30" }', _few)]
Ids = Annotated[
    tuple[str, ...],
    ValueKind(
        'a list of the ids of events, as their pages cite them: ["e-76ea0f21c3"]',
        lambda value: _few(value) and all(map(_ID.fullmatch, value)),
        lambda value: tuple(dict.fromkeys(value)),
    ),
]
