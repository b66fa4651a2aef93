"""The messages about what editors add to events (D320 and on): the part of :mod:`generator.model.codes` that has a page of its own."""

from __future__ import annotations

from generator.model.diagnostic import Code, Severity

_E, _W, _N = Severity.ERROR, Severity.WARNING, Severity.NOTE

UNKNOWN_FIELD = Code(
    "D320",
    _W,
    "no field “{name}” in the project's settings",
    "An edit gives an event a field that timeline.toml does not name under [fields]. It is not shown: readers would not know what it is called.",
)
NO_RELATED = Code(
    "D321",
    _W,
    "{field}: no event {id}",
    "An edit says that an event follows or answers another, and the timeline holds none with that id. The link is left out.",
)
NO_SUCH_PICTURE = Code(
    "D322",
    _E,
    "no picture “{file}” in pictures/",
    "An edit names a picture that the project does not hold. The entry is shown without it.",
)
BAD_PICTURE = Code(
    "D323",
    _E,
    "the picture {file} cannot be used: {reason}",
    "A file in pictures/ is no JPEG, PNG, WebP or GIF that can be read, or has too many pixels. The entry is shown without it.",
)
PLACE_NOT_FOUND = Code(
    "D324",
    _W,
    "the place “{name}” is not on the map: {reason}",
    "A place without degrees is looked up in the gazetteer, and taken only where one place is surely meant. Give it latitude and longitude.",
)
