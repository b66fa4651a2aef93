"""A Craft that does nothing but answer, for tests of what borrows one."""

from __future__ import annotations

from datetime import date

from generator.desk.state import Craft
from generator.model.diagnostic import Checked
from generator.model.event import Timeline
from generator.model.typed import TypedDate
from generator.read.form import filled_from


def craft() -> Craft:
    """Return functions that tell a date as its EDTF and read nothing."""
    return Craft(
        tell=lambda when, _basis: (str(when), ""),
        read_date=lambda _text, _article: TypedDate(None),
        note=Checked,
        read_edit=lambda _file: Checked(None),
        read_form=filled_from,
        trial=lambda _edit: Checked(Timeline((), (), date(2019, 3, 10))),
        propose=lambda _reading, _words: "",
    )
