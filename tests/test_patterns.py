"""Every regular expression of the program is linear: the time that it takes grows with the text, not with its square.

The texts repeat what a pattern's own loops take, and end in a sign that it cannot take: what makes one that backtracks do so.
"""

from __future__ import annotations

import json
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import process_time
from typing import Any, Never

import pytest

from tests.patterns import Found, pieces

SHORT, TIMES = 500, 16
NOTICED, STEEPEST, TICK = 0.04, 64.0, 0.0005
"""Seconds below which a time says nothing; linear work takes 16 times as long for 16 times the text, quadratic 256
times. A clock may tick no finer than the last."""
WITHIN = {
    "generator.language.compile": "is given one word",
    "generator.extract.segment.sentences": "is given 80 characters, or one word",
}
"""Modules whose patterns are not linear and need not be, and why."""
AT_ONE_PLACE = {"generator.extract.segment.openings", "generator.extract.syntax.openings", "generator.read.walls"}
"""Modules whose patterns stand in tables, of which each is matched at the beginning only."""
COLLECT = """
import json, sys
from tests.patterns import compiled
def work():
    from generator.build import default_recipe
    from generator.language import supported
    from tests.extract.growing import drafted, hostile
    for language in supported():
        default_recipe().language(language)
    drafted(hostile("The mayor said on Monday that 5 people were hurt. ", 800))
found = compiled("generator", work)
def row(each):
    source, flags = each.pattern.pattern, each.pattern.flags
    source, flags = (source, flags) if isinstance(source, str) else (source.decode("latin-1"), -flags - 1)
    return [source, flags, each.module, sorted(each.methods)]
print(json.dumps([row(each) for each in found]))
"""


def all_patterns() -> list[Found]:
    """The program's patterns, from a process of its own, in which nothing is loaded yet."""
    done = subprocess.run([sys.executable, "-c", COLLECT], capture_output=True, text=True, check=True, cwd=Path(__file__).parents[1])
    found = []
    for source, flags, module, methods in json.loads(done.stdout.splitlines()[-1]):
        pattern = re.compile(source, flags) if flags >= 0 else re.compile(source.encode("latin-1"), -flags - 1)
        found.append(Found(pattern, module, frozenset(methods)))
    return found


@contextmanager
def at_most(seconds: float) -> Iterator[None]:
    def end(*_: object) -> Never:
        raise TimeoutError

    before = signal.signal(signal.SIGVTALRM, end)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def seconds(each: Found, piece: str, size: int) -> float:
    text: Any = (piece * (size // len(piece) + 1))[:size] + "\x00"
    text = text if isinstance(each.pattern.pattern, str) else text.encode("latin-1", "replace")
    started = process_time()
    if each.is_tried_once or each.module in AT_ONE_PLACE:
        each.pattern.fullmatch(text)
        each.pattern.match(text)
    else:
        sum(1 for _ in each.pattern.finditer(text))
    return process_time() - started


def steep(each: Found) -> str:
    """Return the piece on which a pattern is slower than linear; empty where there is none."""
    short = SHORT * (8 if each.is_tried_once or each.module in AT_ONE_PLACE else 1)
    for piece in pieces(each.pattern):
        try:
            with at_most(2):
                if (long := seconds(each, piece, TIMES * short)) < NOTICED:
                    continue
                long = min(long, seconds(each, piece, TIMES * short))
                if long > NOTICED and long > STEEPEST * max(TICK, min(seconds(each, piece, short) for _ in range(5))):
                    return piece
        except TimeoutError:
            return piece
    return ""


def test_every_pattern_is_linear() -> None:
    found = all_patterns()
    assert len(found) > 250, "the patterns of the program are found"
    slow = {
        f"{each.module}: {each.pattern.pattern!r:.90} on {piece!r:.20}"
        for each in found
        if each.module not in WITHIN and (piece := steep(each))
    }
    assert not slow, "\n".join(sorted(slow))


@pytest.mark.parametrize(
    ("source", "methods"), [(r"\s*x", "sub"), (r"(?:a+)+$", "match"), (r"(.*),(.*),x", "search"), (r"(a|ab)*c?$", "match")]
)
def test_the_control_is_seen(source: str, methods: str) -> None:
    control = Found(re.compile(source), "control", frozenset({methods}))
    if methods == "match" and "ab" in source:
        assert not steep(control), "a loop over what is not ambiguous is linear"
    else:
        assert steep(control)
