"""Holds a benchmark's figures against its floors. In: its name and figures. Out: a line for each, and how many floors were missed."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

FILE = Path(__file__).with_name("floors.toml")
CEILINGS = frozenset(
    {"faults", "never", "wrong", "silent", "lost", "unreadable", "grow too fast", "seconds for 100 acts", "seconds to a look"}
    | {"times the CPU of Hugo", "exponent of time", "exponent of memory", "seconds where nothing changed"}
    | {"seconds after an article", "seconds after an edit", "exponent of an article"}
    | {"broken laws", "differing sites", "torn", "leaks", "seconds to end"}
)
"""Figures that count faults or seconds, or say how they grow: the less the better."""
_SIGN = "figure:"


@dataclass(frozen=True, slots=True)
class Figure:
    """What a benchmark measured, and what it must reach; ``floor`` is None where it is free."""

    benchmark: str
    name: str
    value: float
    floor: float | None = None

    @property
    def missed(self) -> bool:
        """Whether the figure stays below its floor (or above it, where it counts faults)."""
        if self.floor is None:
            return False
        return self.value > self.floor if self.name in CEILINGS else self.value < self.floor

    def __str__(self) -> str:
        floor = "-" if self.floor is None else f"{self.floor:.4g}"
        return f"{_SIGN}  {self.benchmark:10}  {self.name:28}  {self.value:10.4g}  {floor:>8}  {'MISSED' if self.missed else ''}".rstrip()


def missed(benchmark: str, figures: Mapping[str, float]) -> int:
    """Print the figures beside their floors and return how many stay below."""
    floors: Mapping[str, float] = tomllib.loads(FILE.read_text("utf-8")).get(benchmark, {})
    held = [Figure(benchmark, name, value, floors.get(name)) for name, value in figures.items()]
    for figure in held:
        print(figure)
    return sum(figure.missed for figure in held)


def is_figure(line: str) -> bool:
    """Tell whether a printed line is one of these figures."""
    return line.startswith(_SIGN)
