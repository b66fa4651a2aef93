"""Holds a benchmark's figures against its floors. In: its name and figures. Out: how many floors were missed, each told."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path

FILE = Path(__file__).with_name("floors.toml")
CEILINGS = frozenset({"never"})
"""Figures that count faults: the fewer the better."""


def missed(benchmark: str, figures: Mapping[str, float]) -> int:
    """Print the figures that stay below their floors and return how many there are; a figure without a floor is free."""
    floors: Mapping[str, float] = tomllib.loads(FILE.read_text("utf-8"))[benchmark]
    below = [name for name, floor in floors.items() if name in figures and _fails(name, figures[name], floor)]
    for name in below:
        print(f"below its floor: {benchmark} {name} is {figures[name]:.4g}, floor {floors[name]:.4g}")
    return len(below)


def _fails(name: str, figure: float, floor: float) -> bool:
    return figure > floor if name in CEILINGS else figure < floor
