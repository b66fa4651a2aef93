"""Run by `test_walks.py` in an interpreter of its own: builds a small project and saves one form, and prints what was called, in order.

In: the project's folder. Out: lines "path:name" on standard output, each function once, where it was first called.
"""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path
from types import FrameType
from typing import Any

PACKAGE = Path(__file__).parent.parent / "generator"


def main(folder: Path) -> None:
    from generator.build import build, settings_of
    from generator.commands.editing import EditedBuild
    from generator.commands.making import Wanted
    from generator.desk.sitting import Sitting
    from generator.edge.editing.saving import EditFolder
    from generator.edge.project import read_project
    from generator.edge.theme import read_theme

    seen: dict[str, None] = {}

    def note(frame: FrameType, event: str, _argument: Any) -> None:
        path = Path(frame.f_code.co_filename)
        if event == "call" and path.is_relative_to(PACKAGE):
            seen.setdefault(f"{path.relative_to(PACKAGE).as_posix()}:{frame.f_code.co_qualname}")

    sys.setprofile(note)
    project = read_project(folder).value
    built = build(project, read_theme(folder).value, settings_of(project).value).value
    built.site.whole()
    built_so_far = tuple(seen)
    seen.clear()
    edited = EditedBuild(folder, Wanted())
    edited()
    seen.clear()
    sitting = Sitting(edited.current, EditFolder(folder), edited._craft(), "R.K.", lambda: datetime.now(UTC))
    event = next(each for each in edited.current().timeline.events if not each.edited)
    wish = {"action": "edit", "events": [revised(event)], "set": {"headline": "Work put off to Friday"}}
    sitting.save(wish)
    edited()
    sys.setprofile(None)
    sys.stdout.write("\n".join((*built_so_far, "saved", *seen)))


def revised(event: Any) -> dict[str, str]:
    """Name an event as a page does that has just shown it."""
    from generator.desk.state import revision

    return {"id": event.id, "revision": revision(event)}


if __name__ == "__main__":
    main(Path(sys.argv[1]))
