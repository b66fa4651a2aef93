"""The regular expressions of a package, and texts that tempt each to look at everything again and again.

In: a package's name. Out: patterns with the place that made them and how they are used; pieces to be repeated.
"""

from __future__ import annotations

import importlib
import pkgutil
import random
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from re import _constants as kinds  # type: ignore[attr-defined]  # what re itself reads patterns with
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

ONCE = frozenset({"match", "fullmatch"})
"""Looks at one place only; all else at every place of a text."""
_USED = r"(?<![\w.]){}\.(match|fullmatch|search|sub|subn|finditer|findall|split)\b"
_SAMPLES = 3


@dataclass(frozen=True)
class Found:
    """A pattern, the module that made it, and the methods that the package's source calls on its name; empty where it goes by others."""

    pattern: re.Pattern[Any]
    module: str
    methods: frozenset[str]

    @property
    def is_tried_once(self) -> bool:
        return bool(self.methods) and self.methods <= ONCE


def compiled(package: str, work: Callable[[], object]) -> list[Found]:
    """Return every pattern that the package makes while all of it is loaded anew and some work done, each once."""
    made: dict[tuple[object, int], tuple[re.Pattern[Any], str]] = {}
    real = re._compile  # type: ignore[attr-defined]  # what all of re's functions go through

    def noting(pattern: object, flags: int) -> re.Pattern[Any]:
        result: re.Pattern[Any] = real(pattern, flags)
        frame = sys._getframe(1)
        names = [each.f_globals.get("__name__", "") for each in (frame, frame.f_back, frame.f_back and frame.f_back.f_back) if each]
        if ours := next((name for name in names if name.split(".")[0] == package), None):
            made.setdefault((result.pattern, result.flags), (result, ours))
        return result

    re._compile = noting  # type: ignore[attr-defined]
    try:
        root = importlib.import_module(package)
        for each in pkgutil.walk_packages(root.__path__, f"{package}."):
            if not each.name.endswith("__main__"):
                importlib.import_module(each.name)
        work()
    finally:
        re._compile = real  # type: ignore[attr-defined]
    text = {path: path.read_text("utf-8") for path in sorted(Path(root.__path__[0]).rglob("*.py"))}
    named = dict(_named(package))
    return [Found(pattern, module, _methods(named.get(key, ()), text)) for key, (pattern, module) in made.items()]


def _named(package: str) -> Iterator[tuple[tuple[object, int], tuple[tuple[Path, str], ...]]]:
    """Yield patterns with the files and names under which modules hold them."""
    held: dict[tuple[object, int], list[tuple[Path, str]]] = {}
    for name, module in list(sys.modules.items()):
        if name.split(".")[0] == package and getattr(module, "__file__", None):
            for key, value in vars(module).items():
                if isinstance(value, re.Pattern):
                    held.setdefault((value.pattern, value.flags), []).append((Path(str(module.__file__)), key))
    yield from ((key, tuple(places)) for key, places in held.items())


def _methods(places: Iterable[tuple[Path, str]], text: dict[Path, str]) -> frozenset[str]:
    """Return what the source calls on these names: a private one in its own file, another one anywhere."""
    found: set[str] = set()
    for path, name in places:
        for source in [text[path]] if name.startswith("_") and path in text else text.values():
            in_turn = re.findall(rf"\bfor (\w+) in \([^()]*\b{re.escape(name)}\b[^()]*\)", source)
            for each in (rf"(?:\bphrases\.)?{re.escape(name)}", *in_turn):
                found.update(re.findall(_USED.format(each), source))
    return frozenset(found)


def pieces(pattern: re.Pattern[Any]) -> list[str]:
    """Return what may be repeated to make a text that the pattern is slow on: what its loops take, and what the whole takes."""
    chance = random.Random(1)  # noqa: S311 - repeatable
    source = pattern.pattern if isinstance(pattern.pattern, str) else pattern.pattern.decode("latin-1")
    tree = parser.parse(source, pattern.flags & ~re.UNICODE if isinstance(pattern.pattern, bytes) else pattern.flags)
    found = {" ", "a", "7", "\n"}
    for body in (tree, *_loops(tree)):
        found.update(_sample(body, chance) for _ in range(_SAMPLES))
    return sorted(each for each in found if each)


def _loops(items: Any) -> Iterator[Any]:
    """Yield what each loop repeats."""
    for kind, value in items:
        if kind in _REPEATS and value[1] >= 20:
            yield value[2]
        for inner in _inside(kind, value):
            yield from _loops(inner)


_REPEATS = (kinds.MAX_REPEAT, kinds.MIN_REPEAT, kinds.POSSESSIVE_REPEAT)


def _inside(kind: Any, value: Any) -> list[Any]:
    if kind in _REPEATS:
        return [value[2]]
    if kind is kinds.SUBPATTERN:
        return [value[3]]
    if kind is kinds.ATOMIC_GROUP:
        return [value]
    if kind is kinds.BRANCH:
        return list(value[1])
    if kind in {kinds.ASSERT, kinds.ASSERT_NOT}:
        return [value[1]]
    return [each for each in value[1:] if each] if kind is kinds.GROUPREF_EXISTS else []


def _sample(items: Any, chance: random.Random) -> str:
    """Return a text that the items may take."""
    return "".join(_one(kind, value, chance) for kind, value in items)


def _one(kind: Any, value: Any, chance: random.Random) -> str:
    if kind is kinds.LITERAL:
        return chr(value)
    if kind in {kinds.ANY, kinds.NOT_LITERAL}:
        return "b" if value == ord("a") else "a"
    if kind is kinds.IN:
        return _of_set(value, chance)
    if kind in _REPEATS:
        least, most, body = value
        return "".join(_sample(body, chance) for _ in range(chance.choice((max(least, 1), min(most, least + 1)))))
    inner = [] if kind in {kinds.ASSERT, kinds.ASSERT_NOT} else _inside(kind, value)
    return _sample(chance.choice(inner), chance) if inner else ""


def _of_set(value: Any, chance: random.Random) -> str:
    if value[0][0] is kinds.NEGATE:
        return next((each for each in "aA7 -.“\n\t," if not any(_takes(kind, what, each) for kind, what in value[1:])), "€")
    kind, what = chance.choice(value)
    if kind is kinds.CATEGORY:
        return next(each for each in "7 a-" if _takes(kind, what, each))
    return chr(what) if kind is kinds.LITERAL else chr(chance.choice(what))


def _takes(kind: Any, what: Any, sign: str) -> bool:
    if kind is kinds.LITERAL:
        return bool(ord(sign) == what)
    if kind is kinds.RANGE:
        return bool(what[0] <= ord(sign) <= what[1])
    name = str(what)
    is_in = sign.isdigit() if "DIGIT" in name else sign.isspace() if "SPACE" in name else sign.isalnum() or sign == "_"
    return is_in != ("NOT" in name)
