"""What is written is what was meant: reading an edit's file back gives the same act, whatever its texts hold."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from generator.desk.writing import name_of, text_of
from generator.model import edtf
from generator.model.edit import Action, Edit, Fields, Selector
from generator.model.mention import Status
from generator.model.project import File
from generator.model.span import Source
from generator.read.edits import read

CHARACTERS = st.characters(exclude_categories=["Cs"])
WORDS = st.text(CHARACTERS, min_size=1, max_size=60)
SOLID = WORDS.filter(lambda text: text.strip() != "")
LINES = SOLID.map(lambda text: " ".join(text.split())).filter(bool)
WRITTEN = ["2021-12-08", "2021-22", "2021~", "201X", "[2021-12-08..2021-12-10]", "2021-12-08/..", "-0043-03-15"]
WITH_WORDS = ["late 2023", "since late 2023", "by [2021-12-08..early 2022]"]
DATES = st.sampled_from([*WRITTEN, *WITH_WORDS]).map(edtf.parse)
FIELDS = st.builds(
    Fields,
    date=st.none() | DATES,
    headline=st.none() | LINES,
    status=st.none() | st.sampled_from(Status),
    tags=st.none() | st.lists(LINES, max_size=3, unique=True).map(tuple),
    background=st.none() | st.booleans(),
    checked=st.none() | st.booleans(),
)
TARGETS = st.builds(
    Selector,
    source=SOLID,
    exact=SOLID,
    said=st.none() | WORDS,
    prefix=st.text(max_size=32).filter(lambda text: text.isprintable()),
    suffix=WORDS,
    start=st.none() | st.integers(0, 10**6),
)
EDITS = st.builds(
    Edit,
    name=st.just("act"),
    source=st.just(Source("", "")),
    action=st.just(Action.EDIT),
    at=st.datetimes(datetime(1990, 1, 1), datetime(2200, 1, 1), timezones=st.just(UTC)).map(  # noqa: DTZ001 - hypothesis adds the zone
        lambda at: at.replace(microsecond=at.microsecond // 1000 * 1000)
    ),
    by=st.none() | WORDS,
    targets=st.lists(TARGETS, min_size=1, max_size=3).map(tuple),
    was=FIELDS,
    set=FIELDS,
    note=st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), min_size=1, max_size=80).map(str.strip).filter(bool),
    correction=st.none() | SOLID,
    reason=st.none() | WORDS,
    own_reporting=st.booleans(),
)


@given(EDITS)
def test_an_edit_is_read_back_as_it_was_written(edit: Edit) -> None:
    back = read(File("edits/act.md", text_of(edit).encode()))
    assert back.diagnostics == ()
    assert back.value is not None
    assert replace(back.value, source=edit.source, places=()) == edit


def test_the_file_reads_as_the_manual_shows_it() -> None:
    edit = Edit(
        "act",
        Source("", ""),
        Action.EDIT,
        datetime(2022, 11, 10, 9, 30, tzinfo=UTC),
        by="R.K.",
        targets=(Selector("vote", "Work is expected to begin in March 2023.", "in March 2023", start=12),),
        was=Fields(date=edtf.parse("2023-03")),
        set=Fields(date=edtf.parse("2023-03-15"), checked=True),
        correction="An earlier version gave the month only.",
        note="The mayor's office gave the day by telephone.",
    )
    assert text_of(edit) == (
        '+++\naction = "edit"\nby = "R.K."\nat = 2022-11-10T09:30:00Z\n\n'
        '[[target]]\nsource = "vote"\nexact = "Work is expected to begin in March 2023."\nsaid = "in March 2023"\nstart = 12\n\n'
        '[was]\ndate = "2023-03"\n\n[set]\ndate = "2023-03-15"\nchecked = true\n\n'
        '[correction]\ntext = "An earlier version gave the month only."\n'
        "+++\nThe mayor's office gave the day by telephone.\n"
    )
    assert name_of(edit, "The council votes, 3–2, to plant the quarry").startswith("2022-11-10-093000-edit-the-council-votes-32-to-")
