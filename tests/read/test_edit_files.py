"""An edit is one file; it is read whole or not at all."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model import edtf
from generator.model.diagnostic import Checked
from generator.model.edit import Action, Edit, Fields, Selector
from generator.model.mention import Status
from generator.model.project import File
from generator.read.edits import read

SEEDS = sorted((Path(__file__).parent.parent.parent / "seeds" / "edits").glob("*.md"))

WHOLE = """+++
action = "edit"
by = "R.K."
at = 2021-12-08T18:40:00Z
reason = "Asked."

[[target]]
source = "sample-wire"
exact = "she hoped to announce the meeting by Friday."
said = "by Friday"
prefix = "Asked about next steps, "
suffix = " The call on Tuesday"
start = 1203

[was]
date = 2021-12-10

[set]
date = "[2021-12-08..2021-12-10]"
headline = "Meeting  to be announced"
status = "planned"
tags = ["talks"]
background = false
checked = true

[correction]
text = "An earlier version gave Friday itself."
+++

The date is that of the **announcement**.
"""


def edit(text: str) -> Checked[Edit | None]:
    return read(File("edits/friday.md", text.encode()))


def test_every_key_of_an_edit_is_read() -> None:
    done = edit(WHOLE)
    one = done.value
    assert done.diagnostics == ()
    assert one is not None
    assert (one.name, one.action, one.by, one.reason) == ("friday", Action.EDIT, "R.K.", "Asked.")
    assert one.at == datetime(2021, 12, 8, 18, 40, tzinfo=UTC)
    quote = "she hoped to announce the meeting by Friday."
    assert one.targets == (Selector("sample-wire", quote, "by Friday", "Asked about next steps, ", " The call on Tuesday", 1203),)
    assert one.was == Fields(date=edtf.parse("2021-12-10"))
    wanted = Fields(edtf.parse("[2021-12-08..2021-12-10]"), "Meeting to be announced", Status.PLANNED, ("talks",), False, True)
    assert one.set == wanted
    assert (one.correction, one.note) == ("An earlier version gave Friday itself.", "The date is that of the **announcement**.")


def test_the_places_of_keys_are_those_of_the_file() -> None:
    one = edit(WHOLE).value
    assert one is not None
    assert one.place("set.date").of(WHOLE) == "date"
    assert one.source.position(one.place("set.date").start).line == 19
    assert one.source.position(one.place("target.0.exact").start).line == 9
    assert one.place("nothing", "action").of(WHOLE) == "action"


@pytest.mark.parametrize("seed", SEEDS, ids=[seed.stem for seed in SEEDS])
def test_the_seeds_edits_are_read(seed: Path) -> None:
    done = read(File(f"seeds/edits/{seed.name}", seed.read_bytes()))
    assert done.diagnostics == ()
    assert done.value is not None


def changed(old: str, new: str) -> str:
    assert old in WHOLE
    return WHOLE.replace(old, new)


WRONG = [
    ("misspelled key of a target", changed("prefix =", "prefx ="), "D102", 11, "did you mean “prefix”?"),
    ("misspelled field", changed("headline =", "heading ="), "D102", 20, "did you mean “headline”?"),
    ("misspelled key", changed("reason =", "reasons ="), "D102", 5, "did you mean “reason”?"),
    ("no action", changed('action = "edit"\n', ""), "D301", 0, None),
    ("unknown action", changed('"edit"', '"delete"'), "D103", 2, None),
    ("no time", changed("at = 2021-12-08T18:40:00Z\n", ""), "D301", 0, None),
    ("time between quotes", changed("2021-12-08T18:40:00Z", '"2021-12-08"'), "D103", 4, None),
    ("no EDTF", changed('"[2021-12-08..2021-12-10]"', '"Friday"'), "D103", 19, None),
    ("no such day", changed("date = 2021-12-10", 'date = "2021-02-30"'), "D103", 16, "February 2021 has 28 days"),
    ("no such end", changed("date = 2021-12-10", 'date = "2021-06-03/2021-06-31"'), "D103", 16, "June 2021 has 30 days"),
    ("no such status", changed('"planned"', '"likely"'), "D103", 21, None),
    ("tags as text", changed('["talks"]', '"talks"'), "D103", 22, None),
    ("flag as text", changed("checked = true", 'checked = "yes"'), "D103", 24, None),
    ("negative start", changed("start = 1203", "start = -1"), "D103", 13, None),
    ("target without a quote", changed('exact = "she hoped to announce the meeting by Friday."\n', ""), "D301", 7, None),
    ("correction without text", changed('text = "An earlier version gave Friday itself."', ""), "D103", 26, None),
    ("not TOML", changed("background = false", "background = no"), "D104", 23, None),
    ("no front matter", "action = edit\n", "D209", 1, None),
    ("no end", "+++\naction = 'edit'\n", "D209", 1, "close it with a line +++"),
    ("nothing changed", "+++\naction = 'edit'\nat = 2021-12-08\n[[target]]\nsource = 'a'\nexact = 'b c'\n+++\n", "D301", 2, None),
    ("merge of one", "+++\naction = 'merge'\nat = 2021-12-08\n[[target]]\nsource = 'a'\nexact = 'b c'\n+++\n", "D301", 2, None),
    ("hide of nothing", "+++\naction = 'hide'\nat = 2021-12-08\n+++\n", "D301", 2, None),
    ("add without a date", "+++\naction = 'add'\nat = 2021-12-08\nown_reporting = true\n[set]\nheadline = 'X'\n+++\n", "D301", 5, None),
    (
        "script as address",
        "+++\naction = 'add'\nat = 2021-12-08\n[[target]]\nurl = 'javascript:x'\n[set]\ndate = '2021'\nheadline = 'X'\n+++\n",
        "D103",
        5,
        None,
    ),
    ("a note too long", WHOLE + "x" * 20_001, "D203", 0, None),
]


@pytest.mark.parametrize(("text", "code", "line", "hint"), [case[1:] for case in WRONG], ids=[case[0] for case in WRONG])
def test_a_mistake_is_told_at_its_place_and_the_edit_is_not_applied(text: str, code: str, line: int, hint: str | None) -> None:
    done = edit(text)
    assert done.value is None
    told = done.diagnostics[0]
    assert told.where is not None
    assert (told.code.name, told.where.path, told.where.line) == (code, "edits/friday.md", line)
    assert hint in (None, told.hint)


def test_every_mistake_of_a_file_is_told() -> None:
    assert len(edit(changed("prefix =", "prefx =").replace('"planned"', '"likely"')).diagnostics) == 2


def test_a_time_without_a_zone_can_be_ordered_with_others() -> None:
    one = edit(changed("2021-12-08T18:40:00Z", "2021-12-08T18:40:00")).value
    assert one is not None
    assert one.at.tzinfo is UTC


@given(st.binary(max_size=300), st.booleans())
def test_no_bytes_are_too_strange(content: bytes, fenced: bool) -> None:
    done = read(File("edits/x.md", b"+++\n" + content + b"\n+++\n" if fenced else content))
    assert done.value is not None or done.diagnostics
