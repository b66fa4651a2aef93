"""No text is read in more than linear work: four times the text costs no more than four times the calls, and a little."""

from __future__ import annotations

from cProfile import Profile

import pytest

from generator.model.project import File
from tests.extract.growing import ABOUT, LEAD, PIECES, drafted, hostile

SMALL, LARGE = 800, 3_200
SLACK = 1_000
"""Calls that a text costs by itself, whatever its length."""


def calls(text: str, about: File | None = ABOUT) -> int:
    """Return how many functions are called, ours and the interpreter's, to draft a text."""
    profile = Profile()
    profile.enable()
    drafted(text, about)
    profile.disable()
    return sum(entry.callcount for entry in profile.getstats())


@pytest.fixture(scope="module", autouse=True)
def _warm() -> None:
    """Let the caches be made before anything is counted."""
    drafted(LEAD)


@pytest.mark.parametrize("piece", PIECES)
def test_four_times_the_text_takes_four_times_the_work(piece: str) -> None:
    assert calls(hostile(piece, LARGE)) <= 4.4 * calls(hostile(piece, SMALL)) + SLACK


def test_so_do_messages_about_a_text_without_a_date() -> None:
    piece = "It rained yesterday.\n\n"
    assert calls(hostile(piece, LARGE), None) <= 4.4 * calls(hostile(piece, SMALL), None) + SLACK
