"""Somebody who edits: the name that signs acts, and how the desk marks what is theirs."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Annotated, ClassVar

from generator.model.form import ValueKind, one_line

COLOUR = ValueKind("a colour such as #0b4f6c", lambda value: not value or re.fullmatch(r"#[0-9A-Fa-f]{6}", value))
_LONGEST_NAME, _MOST_INITIALS = 200, 4
_Name = Annotated[
    str,
    ValueKind(
        f"a name of at most {_LONGEST_NAME} characters", lambda value: 0 < len(value) <= _LONGEST_NAME and value.isprintable(), one_line
    ),
]
_Initials = Annotated[
    str, ValueKind(f"one to {_MOST_INITIALS} characters", lambda value: 0 < len(value) <= _MOST_INITIALS and value.isprintable())
]


@dataclass(frozen=True, slots=True)
class Editor:
    """An editor: ``initials`` are one to four characters, ``colour`` is ``#rrggbb``; empty where nobody has given them."""

    BARE: ClassVar[str] = "name"
    KEYED: ClassVar[str] = "name"
    WANTED: ClassVar[str] = '{ initials = "RK", colour = "#0b4f6c" }'
    name: _Name
    initials: _Initials = ""
    colour: Annotated[str, COLOUR] = ""
