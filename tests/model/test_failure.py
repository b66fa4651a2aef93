from __future__ import annotations

import errno
import gzip
import logging
from typing import Never

import pytest

from generator.model.codes import EMPTY_ARTICLE, PROGRAM_FAILED
from generator.model.diagnostic import Checked, Location, tell
from generator.model.failure import contained, sifted
from generator.model.span import Span

HERE = Location("articles/one.txt")


def backwards() -> Never:
    Span(7, 3)
    raise AssertionError("a span was made backwards")


def test_a_step_that_does_not_fail_is_as_it_was() -> None:
    done = Checked(3, (tell(EMPTY_ARTICLE, HERE),))
    assert contained(lambda: done, None, HERE) == done


def test_a_step_that_fails_costs_its_value_and_is_told_with_its_place() -> None:
    done = contained(backwards, "instead", HERE)
    assert done.value == "instead"
    (said,) = done.diagnostics
    assert said.code == PROGRAM_FAILED
    assert said.where == HERE
    assert "ValueError: a span from 7 to 3" in said.message
    assert "(at model.span:" in said.message, "the place in the program, without the paths of this machine"


@pytest.mark.parametrize("error", [RecursionError("deep"), MemoryError(), KeyError("x"), UnicodeEncodeError("utf-8", "\ud800", 0, 1, "no")])
def test_whatever_is_raised_is_contained(error: Exception) -> None:
    def step() -> Never:
        raise error

    assert type(error).__name__ in contained(step, None, HERE).diagnostics[0].message


def test_an_interruption_is_no_failure() -> None:
    def step() -> Never:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        contained(step, None, HERE)


def test_the_whole_traceback_goes_to_the_log(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG, "generator"):
        contained(backwards, None, HERE)
    assert "Traceback" in caplog.text
    assert "articles/one.txt" in caplog.text


def test_a_disk_that_fails_is_no_fault_of_the_program() -> None:
    def step() -> Checked[int]:
        raise OSError(errno.EIO, "Input/output error")

    with pytest.raises(OSError, match="Input/output"):
        contained(step, 0, Location("a.txt"))


def test_a_file_that_is_no_archive_is_one() -> None:
    def step() -> Checked[int]:
        raise gzip.BadGzipFile("not a gzipped file")

    assert [each.code.name for each in contained(step, 0, Location("a.txt")).diagnostics] == ["D801"]


def test_what_a_step_fails_on_is_found_and_left_out_and_told() -> None:
    runs: list[int] = []

    def total(some: tuple[int, ...]) -> int:
        runs.append(len(some))
        if {13, 40} & set(some) or {5, 6} <= set(some):
            raise KeyError("made for this test")
        return sum(some)

    done = sifted(total, tuple(range(64)), lambda each: Location(f"{each}.txt"))
    assert done.value == sum(range(64)) - 13 - 40 - 6, "of a pair the later one"
    assert [each.where.path for each in done.diagnostics if each.where] == ["6.txt", "13.txt", "40.txt"]
    assert {each.code for each in done.diagnostics} == {PROGRAM_FAILED}
    assert len(runs) < 30, "it is found by halving"


def test_a_step_that_fails_on_too_much_or_on_nothing_fails() -> None:
    def odd(some: tuple[int, ...]) -> None:
        if any(each % 2 for each in some):
            raise KeyError("odd")

    with pytest.raises(KeyError):
        sifted(odd, tuple(range(64)), lambda _: HERE)
    with pytest.raises(ZeroDivisionError):
        sifted(lambda some: 1 // len(some), (), lambda _: HERE)


def test_where_the_machine_fails_nothing_is_sifted() -> None:
    def full(some: tuple[int, ...]) -> Never:
        raise OSError(errno.ENOSPC, "No space left on device")

    with pytest.raises(OSError, match="No space"):
        sifted(full, (1, 2), lambda _: HERE)
