"""What people may write in a form, declared once beside the field that holds it: ``Annotated[str, ValueKind("…")]``. These are nouns.

Forms are edits, what lies beside an article, settings, and what the editing pages send; ``read/form.py`` fills dataclasses from all of
them, and says what is wanted in the words that stand here. Beside kinds it looks at four names of a class: ``BARE``, the field that is
meant where no table stands; ``KEYED``, the field that stands as the key before it, or inside as any other where forms stand in a list;
``WANTED``, what is wanted instead of what is no table; ``amiss``, which tells what does not fit together.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Any

OUTSIDE = {"outside": True}
"""Metadata of a field that is not in the form: whoever reads it gives the value."""


@dataclass(frozen=True, slots=True)
class ValueKind:
    """``wanted`` says what a value must be, if need be by how far it is from that; ``fits`` tells whether it is.

    ``taken`` returns what is meant by a value of another type (a number for its text), ``kept`` a value of the type as it is kept.
    """

    wanted: str | Callable[[Any], str]
    fits: Callable[[Any], object] = lambda _value: True
    kept: Callable[[Any], Any] = lambda value: value
    taken: Callable[[Any], Any] = lambda value: value

    def wants(self, value: object) -> str:
        """Say what is wanted instead of a value."""
        return self.wanted if isinstance(self.wanted, str) else self.wanted(value)


@dataclass(frozen=True, slots=True)
class Amiss:
    """What does not fit together in a form, what may help, and the keys below which it stands (none: the form as a whole)."""

    reason: str
    hint: str | None = None
    path: tuple[str, ...] = ()


def one_line(value: str) -> str:
    """Return a text with single spaces."""
    return " ".join(value.split())


def text(most: int) -> ValueKind:
    """Return the kind of texts of some length."""
    return ValueKind(f"text of at most {most} characters", lambda value: len(value) <= most)


def line(most: int) -> ValueKind:
    """Return the kind of texts of some length that are one line."""
    return ValueKind(f"text of at most {most} characters", lambda value: len(value) <= most, one_line)


def is_address(value: str) -> bool:
    """Tell whether a text is a web address, so that no ``javascript:`` ever becomes a link."""
    return value.startswith(("https://", "http://")) and not any(sign.isspace() or ord(sign) < 0x20 for sign in value)


Text = Annotated[str, text(3_000)]
"""A quote, or any other text of an edit; a sentence has about 200 characters."""
ADDRESS = "an address that begins with https:// or http://"
Address = Annotated[str, ValueKind(ADDRESS, lambda value: not value or is_address(value))]
Count = Annotated[int, ValueKind("a whole number, 0 or more", lambda value: value >= 0)]
