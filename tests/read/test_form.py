"""A form is filled by what its dataclass declares; each mistake is told where it stands, and costs no more than it must."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Annotated, ClassVar

import pytest

from generator.model.diagnostic import Checked
from generator.model.form import OUTSIDE, Amiss, Count, ValueKind, line
from generator.model.span import Source
from generator.read import toml
from generator.read.form import filled, filled_from


class Mood(StrEnum):
    CALM = "calm"
    WILD = "wild"
    DULL = "dull"


@dataclass(frozen=True)
class Boat:
    BARE: ClassVar[str] = "name"
    name: Annotated[str, line(8)] = ""
    length: float | None = None

    def amiss(self) -> Iterator[Amiss]:
        if self.length is not None and not self.name:
            yield Amiss("a boat needs a name", "call it something")


@dataclass(frozen=True)
class Hand:
    KEYED: ClassVar[str] = "name"
    WANTED: ClassVar[str] = "{ age = 30 }"
    name: str
    age: Count = 0


@dataclass(frozen=True)
class Harbour:
    name: str = field(metadata={"hint": 'name = "…"'})
    path: str = field(metadata=OUTSIDE)
    boats: tuple[Boat, ...] = field(default=(), metadata={"key": "boat"})
    hands: tuple[Hand, ...] = ()
    mood: Mood | None = None
    opened: date | None = None
    at: datetime | None = None
    marks: Annotated[tuple[str, ...], ValueKind("a list of marks", kept=lambda value: tuple(sorted(value)))] = ()
    labels: Annotated[tuple[tuple[str, Annotated[str, line(3)]], ...], ValueKind("a table of short texts")] = ()


def harbour(text: str) -> Checked[Harbour | None]:
    table = toml.parse(Source("a.toml", text)).value
    assert table is not None
    return filled(table, Harbour, path="here")


def told(found: Checked[Harbour | None]) -> list[str]:
    return [
        f"{each.where.line if each.where else ''}: {each.message}{f' ({each.hint})' if each.hint else ''}" for each in found.diagnostics
    ]


def test_every_value_comes_in_its_type() -> None:
    found = harbour(
        'name = "Velm"\nmood = "wild"\nopened = 1999-05-01\nat = 1999-05-01T10:00:00\nmarks = ["b", "a"]\nlabels = { a = " x  y" }\n'
        'boat = ["Ida", { name = "Ruth", length = 9 }]\n[hands.Jo]\nage = 30\n'
    )
    assert found.diagnostics == ()
    assert found.value == Harbour(
        "Velm",
        "here",
        (Boat("Ida"), Boat("Ruth", 9.0)),
        (Hand("Jo", 30),),
        Mood.WILD,
        date(1999, 5, 1),
        datetime(1999, 5, 1, 10, tzinfo=UTC),
        ("a", "b"),
        (("a", "x y"),),
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('mood = "wet"', "2: “mood” must be “calm”, “wild” or “dull”, not “wet”"),
        ("moods = 1", "2: unknown setting “moods” (did you mean “mood”?)"),
        ('path = "there"', "2: unknown setting “path” (did you mean “at”?)"),
        ("boat = 3", "2: “boat” must be a list, not 3"),
        ('boat = ["A", "much too long"]', "2: “boat” must be text of at most 8 characters, not “much too long”"),
        ('[[boat]]\nname = "A"\n[[boat]]\nlength = 3', "4: a boat needs a name (call it something)"),
        ('[[boat]]\nname = "A"\nlength = "3"', "4: “length” must be a number, not “3”"),
        ("[hands]\nJo = 3", "3: “Jo” must be { age = 30 }, not 3"),
        ("[hands]\nJo = { age = -3 }", "3: “age” must be a whole number, 0 or more, not -3"),
        ('marks = ["a", 1]', "2: “marks” must be a list of marks, not a list"),
        ('labels = { a = "long" }', "2: “labels” must be a table of short texts, not a table"),
        ("opened = true", "2: “opened” must be a date such as 2021-12-08, not true"),
    ],
)
def test_what_is_wrong_is_told_where_it_stands_and_the_rest_is_kept(text: str, said: str) -> None:
    found = harbour(f'name = "Velm"\n{text}\n')
    assert told(found) == [said]
    assert found.value is not None
    assert found.value.name == "Velm"


def test_all_that_is_wrong_is_told_and_only_that_is_taken_away() -> None:
    found = harbour('name = "Velm"\nboat = [1, "A", 2, "B", 3, 4, 5, 6, 7, 8, 9, 10]\nmood = "x"\nmoon = "full"\n')
    assert len(found.diagnostics) == 12
    assert found.value == Harbour("Velm", "here", (Boat("A"), Boat("B")))


def test_without_what_it_needs_there_is_nothing_and_a_hint() -> None:
    found = harbour('mood = "calm"\n')
    assert (found.value, told(found)) == (None, ['0: no “name” (name = "…")'])


def test_what_is_null_is_not_said() -> None:
    assert filled_from({"name": None, "length": None}, Boat).value == Boat()
    assert [each.message for each in filled_from({"length": True}, Boat).diagnostics] == ["“length” must be a number, not true"]
