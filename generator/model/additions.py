"""What an editor adds to an event besides its words: pictures and films, places, details of the project's own. These are nouns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

RELATIONS = ("follows", "answers")
"""How one event can be said to stand to another; each is a field that names the other by its id."""


@dataclass(frozen=True, slots=True)
class Medium:
    """A picture, or a film or post elsewhere (``link``), with the picture as its still if there is one.

    ``file`` is the picture's name in ``pictures/``; with it come ``alt`` (what it shows, in words) and ``credit`` (whose it is).
    """

    file: str = ""
    alt: str = ""
    credit: str = ""
    caption: str = ""
    link: str = ""


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


@dataclass(frozen=True, slots=True)
class Place:
    """Where an event was: a name, and degrees north and east where they are known (both or neither).

    ``looked_up`` tells that they come from the gazetteer.
    """

    name: str
    latitude: float | None = None
    longitude: float | None = None
    looked_up: bool = False


@dataclass(frozen=True, slots=True)
class Detail:
    """The value of one of the ``[fields]`` that a project's settings name; an empty one takes an earlier value away."""

    name: str
    value: str
