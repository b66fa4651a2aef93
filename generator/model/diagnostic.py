"""What the program tells people about their input: a code, a place, a message, a hint. Stages return them with their value."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from generator.model.span import Source

T = TypeVar("T")
U = TypeVar("U")


class Severity(StrEnum):
    """How bad it is: an error costs what it is in, and stops publishing, a warning is worth a look, a note only informs."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Code:
    """A kind of message: its name (``D101``), severity, a template for ``str.format`` and what it means at length."""

    name: str
    severity: Severity
    template: str
    explanation: str


@dataclass(frozen=True, slots=True)
class Location:
    """Where to look: path as the user knows it, line and column from 1 (0: the file as a whole), the line's text and a length."""

    path: str
    line: int = 0
    column: int = 0
    text: str = ""
    length: int = 1


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One message about the user's input."""

    code: Code
    message: str
    where: Location | None = None
    hint: str | None = None

    @property
    def severity(self) -> Severity:
        """The severity of its code."""
        return self.code.severity


@dataclass(frozen=True, slots=True)
class Checked(Generic[T]):
    """A value and what there is to say about it."""

    value: T
    diagnostics: tuple[Diagnostic, ...] = ()

    def then(self, step: Callable[[T], Checked[U]]) -> Checked[U]:
        """Run the next step on the value and keep the diagnostics of both."""
        following = step(self.value)
        return Checked(following.value, self.diagnostics + following.diagnostics)


def collected(parts: Iterable[Checked[T]]) -> Checked[tuple[T, ...]]:
    """Gather many checked values into one."""
    values: list[T] = []
    said: list[Diagnostic] = []
    for part in parts:
        values.append(part.value)
        said.extend(part.diagnostics)
    return Checked(tuple(values), tuple(said))


def at(source: Source, start: int, end: int | None = None) -> Location:
    """Return the location of an offset (or a span) of a source."""
    place = source.position(start)
    return Location(source.path, place.line, place.column, source.line(place.line), max(1, (end or start + 1) - start))


def tell(code: Code, where: Location | None = None, hint: str | None = None, **parts: object) -> Diagnostic:
    """Make a diagnostic; *parts* fill the template of the code."""
    return Diagnostic(code, code.template.format(**parts), where, hint)
