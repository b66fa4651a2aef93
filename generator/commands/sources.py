"""What `add` was given, a file, a folder or an address → its items one by one, with their place among them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.edge.saved import files_in, read_saved
from generator.model.diagnostic import Diagnostic
from generator.read.formats.held import Address, Item
from generator.read.formats.opening import opened

_ADDRESS = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*://")


@dataclass(frozen=True, slots=True)
class GivenItem:
    """One item: what people know it as, its place among how many, and what could not be read; ``folder`` is that of a file by itself."""

    label: str
    item: Item | None
    number: int = 1
    count: int = 1
    diagnostics: tuple[Diagnostic, ...] = ()
    folder: Path | None = None


def items_of(source: str) -> Iterator[GivenItem]:
    """Yield the items of a source: an address itself, each file of a folder, each article of a file."""
    if _ADDRESS.match(source):
        yield GivenItem(source, Address(source))
        return
    path = Path(source)
    files = list(files_in(path))
    for number, file in enumerate(files, 1):
        read = read_saved(file)
        found = opened(read.value) if read.value else None
        said = read.diagnostics + (found.diagnostics if found else ())
        items = found.value if found else ()
        if len(items) <= 1:
            is_itself = bool(items) and not isinstance(items[0], Address) and items[0].name == file.stem
            folder = file.resolve().parent if is_itself else None
            yield GivenItem(str(file), items[0] if items else None, number, len(files), said, folder)
            continue
        for place, item in enumerate(items, 1):
            label = item.url if isinstance(item, Address) else f"{file}: {item.name}"
            yield GivenItem(label, item, place, len(items), said if place == 1 else ())
