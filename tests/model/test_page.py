from __future__ import annotations

from collections.abc import Callable

import pytest

from generator.model import codes
from generator.model.diagnostic import Checked, tell
from generator.model.page import Output, Site

FAULT = tell(codes.PROGRAM_FAILED, reason="made for this test")


def site(asked: list[str]) -> Site:
    def maker(path: str, content: bytes | None) -> Callable[[], Checked[bytes | None]]:
        def make() -> Checked[bytes | None]:
            asked.append(path)
            return Checked(content, () if content is not None else (FAULT,))

        return make

    return Site({path: maker(path, content) for path, content in [("b", b"2"), ("a", b"1"), ("c", None)]})


def test_a_file_is_made_when_it_is_asked_for_and_not_before() -> None:
    asked: list[str] = []
    made = site(asked)
    assert list(made) == ["a", "b", "c"]
    assert "c" in made
    assert len(made) == 3
    assert asked == []
    assert made["b"] == b"2"
    assert asked == ["b"]
    assert made.said == ()


def test_a_file_that_fails_is_named_cannot_be_had_and_is_told_once() -> None:
    made = site([])
    with pytest.raises(KeyError):
        made["c"]
    assert made.get("c") is None
    assert made.whole() == Checked((Output("a", b"1"), Output("b", b"2")), (FAULT,))


def test_all_files_are_made_one_after_the_other() -> None:
    asked: list[str] = []
    outputs = site(asked).outputs()
    assert next(outputs) == Output("a", b"1")
    assert asked == ["a"], "nothing is made ahead"
