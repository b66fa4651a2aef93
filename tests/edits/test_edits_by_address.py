"""An act may name an event that an editor added on an address alone: by the address, and among several by its headline in [was]."""

from __future__ import annotations

from datetime import date

import pytest

from generator.edits.laying import lay
from generator.model.edit import Edit
from generator.model.event import Timeline
from generator.model.project import File
from generator.model.settings import Settings
from generator.read.edits import read

ADD = (
    "+++\naction = 'add'\nat = 2022-11-{day:02}\n[[target]]\nurl = 'https://example.org/{page}'\n"
    "[set]\ndate = '2022-05'\nheadline = '{headline}'\n+++\n"
)
ACT = "+++\naction = '{action}'\nat = 2022-12-01\n[[target]]\nurl = 'https://example.org/{page}'\n{rest}\n+++\n"


def act(text: str) -> Edit:
    found = read(File("edits/act.md", text.encode()))
    assert found.value is not None, found.diagnostics
    return found.value


def laid(*texts: str) -> tuple[Timeline, list[str]]:
    added = [
        ADD.format(day=1, page="one", headline="One"),
        ADD.format(day=2, page="both", headline="A"),
        ADD.format(day=3, page="both", headline="B"),
    ]
    done = lay((), tuple(act(text) for text in (*added, *texts)), (), Settings(), date(2022, 12, 2))
    return done.value, [each.code.name for each in done.diagnostics]


@pytest.mark.parametrize(
    ("action", "page", "rest", "headlines", "codes"),
    [
        ("edit", "one", "[set]\nheadline = 'Un'", ["A", "B", "Un"], []),
        ("hide", "one", "", ["A", "B"], []),
        ("edit", "both", "[was]\nheadline = 'B'\n[set]\nheadline = 'C'", ["A", "C", "One"], []),
        ("hide", "both", "[was]\nheadline = 'A'", ["B", "One"], []),
        ("hide", "both", "", ["A", "B", "One"], ["D303"]),
        ("hide", "none", "", ["A", "B", "One"], ["D304"]),
    ],
)
def test_an_address_names_an_event(action: str, page: str, rest: str, headlines: list[str], codes: list[str]) -> None:
    timeline, told = laid(ACT.format(action=action, page=page, rest=rest))
    assert sorted(event.headline for event in timeline.events) == headlines
    assert told == codes
