from __future__ import annotations

import errno
import gzip
import logging
from typing import Never

import pytest

from generator.model.codes import EMPTY_ARTICLE, PROGRAM_FAILED
from generator.model.diagnostic import Checked, Location, tell
from generator.model.failure import contained
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
