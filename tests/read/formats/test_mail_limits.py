"""A message of thousands of parts is refused before it is taken apart."""

from __future__ import annotations

import pytest

from generator.model.project import File
from generator.read.formats.opening import opened

HEAD = (
    "From: a@a.example\nSubject: S\nDate: Mon, 7 Nov 2022 10:00:00 +0000\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n"
)
PART = "--b\nContent-Type: text/plain\n\nThe weir of Sarn broke on Monday.\n"


@pytest.mark.parametrize("ending", ["eml", "mhtml"])
def test_a_message_of_thousands_of_parts_is_refused(ending: str) -> None:
    said = opened(File(f"a.{ending}", (HEAD + PART * 6_000 + "--b--\n").encode())).diagnostics
    assert [each.code.name for each in said] == ["D707"]
    assert "more than 5,000 parts" in said[0].message


def test_one_of_many_is_read() -> None:
    assert len(opened(File("a.eml", (HEAD + PART * 300 + "--b--\n").encode())).value) == 1
