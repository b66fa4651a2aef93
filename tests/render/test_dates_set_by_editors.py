"""A date that an editor set takes no shading from the source's words when these are about another unit of time."""

from __future__ import annotations

import pytest

from generator.model import edtf
from generator.model.mention import DateBasis
from generator.render.dates import told
from generator.render.words import words


@pytest.mark.parametrize(
    ("date", "said", "label"),
    [
        ("2021-22", "late this summer", "Late summer 2021"),
        ("2021-09", "late this summer", "September 2021"),
        ("2021", "late this summer", "2021"),
        ("2021-03", "in early March", "Early March 2021"),
        ("2021-04", "in early March", "April 2021"),
        ("2021-12-10", "by Friday", "Fri 10 Dec 2021"),
        ("[2021-12-08..2021-12-10]", "by Friday", "By Fri 10 Dec 2021"),
    ],
)
def test_words_shade_a_date_only_if_they_are_about_its_unit(date: str, said: str, label: str) -> None:
    found = edtf.parse(date)
    assert found is not None
    assert told(found, said, DateBasis.EDITOR, words("en")).label == label
