"""The edits that an import wrote into a project, read again; nothing is wrong with any of them."""

from __future__ import annotations

from pathlib import Path

from generator.model.edit import Edit
from generator.model.project import File
from generator.read.edits import read


def imported(project: Path) -> list[Edit]:
    files = sorted((project / "edits").glob("*.md"))
    acts = [read(File(each.name, each.read_bytes())) for each in files]
    assert not [said for act in acts for said in act.diagnostics]
    return sorted((act.value for act in acts if act.value), key=lambda act: str(act.set.date))
