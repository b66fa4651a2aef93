"""Pictures, places, fields of one's own, relations: read from an edit whole or not at all, and written back as they were read."""

from __future__ import annotations

import pytest

from generator.desk.writing import text_of
from generator.model.additions import Detail, Medium, Place
from generator.model.diagnostic import Checked
from generator.model.edit import Edit
from generator.model.project import File
from generator.model.settings import Settings
from generator.read.edits import read
from generator.read.settings import settings

HEAD = """+++
action = "edit"
at = 2021-12-08T18:40:00Z
[[target]]
source = "port"
exact = "The ferry sank."
"""
ADDED = """
[set]
places = ["Orsk", { name = "Old pier", latitude = 51.2, longitude = -58 }]
follows = ["e-76ea0f21c3"]
answers = ["e-1", "e-1"]
[set.fields]
casualties = 30
actor = "The  port"
[[set.media]]
file = "north/ferry.jpg"
alt = "The ferry, lying on its side"
credit = "A. Example"
[[set.media]]
link = "https://films.example/w?v=1"
caption = "The port's own film"
"""


def edit(text: str) -> Checked[Edit | None]:
    return read(File("edits/a.md", (HEAD + text + "+++\n").encode()))


def test_every_addition_is_read() -> None:
    done = edit(ADDED)
    assert done.diagnostics == ()
    assert done.value is not None
    found = done.value.set
    assert found.places == (Place("Orsk"), Place("Old pier", 51.2, -58.0))
    assert found.details == (Detail("casualties", "30"), Detail("actor", "The port"))
    assert (found.follows, found.answers) == (("e-76ea0f21c3",), ("e-1",))
    assert found.media == (
        Medium("north/ferry.jpg", "The ferry, lying on its side", "A. Example"),
        Medium(caption="The port's own film", link="https://films.example/w?v=1"),
    )


def test_what_is_written_is_read_again() -> None:
    first = edit(ADDED).value
    assert first is not None
    again = read(File("edits/a.md", text_of(first).encode())).value
    assert again is not None
    assert again.set == first.set


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[[set.media]]\nfile = "a.jpg"\ncredit = "A."', "a picture needs alt and credit"),
        ('[[set.media]]\nalt = "a pier"', "a picture needs a file, a film or post a link"),
        ('[[set.media]]\nfile = "../a.jpg"\nalt = "x"\ncredit = "y"', "“file” must be the name of a .jpg"),
        ('[[set.media]]\nfile = "a.svg"\nalt = "x"\ncredit = "y"', "“file” must be the name of a .jpg"),
        ('[[set.media]]\nlink = "javascript:alert(1)"', "“link” must be an address"),
        ('[[set.media]]\nlink = "https://a.example/"\nwidth = "3"', "unknown setting “width”"),
        ('[set]\nmedia = "a.jpg"', "“media” must be at most 20 tables headed [[set.media]]"),
        ('[set]\nplaces = [{ name = "Orsk", latitude = 91, longitude = 1 }]', "“latitude” must be degrees north, from -90 to 90, not 91"),
        ('[set]\nplaces = [{ name = "Orsk", latitude = 9 }]', "a place needs both latitude and longitude, or neither"),
        ("[set]\nplaces = [{ latitude = 9, longitude = 1 }]", "a place needs a name"),
        ('[set]\nfields = { actor = ["x"] }', "“actor” must be text of at most 300 characters, or a number"),
        ('[set]\nfollows = ["the talks"]', "“follows” must be a list of the ids of events"),
        ('[set]\ndetails = { actor = "x" }', "unknown setting “details”"),
    ],
)  # fmt: skip
def test_what_cannot_be_used_is_told_where_it_stands(text: str, said: str) -> None:
    done = edit(text + "\n")
    assert done.value is None
    assert any(said in each.message and each.where and each.where.line >= 7 for each in done.diagnostics), done.diagnostics


def test_fields_are_named_in_the_settings() -> None:
    def of(text: str) -> Checked[Settings]:
        return settings(File("timeline.toml", text.encode()))

    done = of('[fields]\ncasualties = "Casualties"\nactor = "Who  did it"\n')
    assert done.diagnostics == ()
    assert done.value.fields == (("casualties", "Casualties"), ("actor", "Who did it"))
    for wrong in ("[fields]\nactor = 3\n", '[fields]\nactor = ""\n', 'fields = "actor"\n'):
        assert "“fields” must be a table" in of(wrong).diagnostics[0].message
