"""Switches every yes or no of a package on and off: modules that are loaded behind :func:`install` ask :data:`SWITCH` at each of them.

In: the names of packages. Out: their modules, which do what they did, and a :class:`Place` for each condition: what stands after ``if``,
each part of an ``and`` or ``or``, and what a function returns that only tells yes from no.
"""

from __future__ import annotations

import ast
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from types import CodeType
from typing import Any

_ASK = "__rule__"


@dataclass(frozen=True, slots=True)
class Place:
    """A condition: its module, line and words; it decides nothing where it comes out as ``idle``, and switched off it always does."""

    module: str
    line: int
    words: str
    idle: bool


class Switch:
    """Counts how often each place came out otherwise than idle, and holds one of them idle."""

    def __init__(self) -> None:
        self.places: list[Place] = []
        self.off = -1
        self.hits: Counter[int] = Counter()

    def ask(self, number: int, value: Any) -> Any:
        """Pass on what a condition came to, or what it comes to where it is switched off."""
        idle = self.places[number].idle
        if bool(value) is idle:
            return value
        self.hits[number] += 1
        return idle if number == self.off else value


SWITCH = Switch()


class _Marking(ast.NodeTransformer):
    """Puts the question round every condition of a module."""

    def __init__(self, module: str) -> None:
        self.module = module
        self.yes_or_no = [False]

    def visit_FunctionDef(self, node: ast.FunctionDef) -> Any:
        """Remember whether a function only tells yes from no."""
        self.yes_or_no.append(isinstance(node.returns, ast.Name) and node.returns.id == "bool")
        self.generic_visit(node)
        self.yes_or_no.pop()
        return node

    def visit_Return(self, node: ast.Return) -> Any:
        """Ask for what is returned twice: to hold it at no, and at yes."""
        told = self.yes_or_no[-1] and node.value is not None and not isinstance(node.value, ast.Constant)
        words = ast.unparse(node)
        self.generic_visit(node)
        if told and node.value is not None:
            node.value = self._asked(self._asked(node.value, idle=False, words=words), idle=True, words=words)
        return node

    def visit_BoolOp(self, node: ast.BoolOp) -> Any:
        """Ask for each part: one of an ``or`` is idle at no, one of an ``and`` at yes."""
        plain = [ast.unparse(each) for each in node.values]
        self.generic_visit(node)
        idle = isinstance(node.op, ast.And)
        node.values = [self._asked(each, idle=idle, words=words) for each, words in zip(node.values, plain, strict=True)]
        return node

    def visit_If(self, node: ast.If) -> Any:
        """Ask for the whole condition."""
        words = ast.unparse(node.test)
        self.generic_visit(node)
        node.test = self._asked(node.test, idle=False, words=f"if {words}")
        return node

    def visit_IfExp(self, node: ast.IfExp) -> Any:
        """Ask for the condition."""
        words = ast.unparse(node)
        self.generic_visit(node)
        node.test = self._asked(node.test, idle=False, words=words)
        return node

    def visit_comprehension(self, node: ast.comprehension) -> Any:
        """Ask for what sifts."""
        plain = [ast.unparse(each) for each in node.ifs]
        self.generic_visit(node)
        node.ifs = [self._asked(each, idle=True, words=f"for … if {words}") for each, words in zip(node.ifs, plain, strict=True)]
        return node

    def visit_While(self, node: ast.While) -> Any:
        """Leave what ends a loop as it is."""
        node.body = [self.visit(each) for each in node.body]
        return node

    def _asked(self, node: ast.expr, *, idle: bool, words: str) -> ast.expr:
        SWITCH.places.append(Place(self.module, node.lineno, words, idle))
        asking = ast.Call(ast.Name(_ASK, ast.Load()), [ast.Constant(len(SWITCH.places) - 1), node], [])
        return ast.copy_location(asking, node)


class _Loader(SourceFileLoader):
    """Loads a module with the question in it, and never from a file of byte code."""

    def get_code(self, fullname: str) -> CodeType:
        """Compile the marked tree."""
        path = self.get_filename(fullname)
        tree = _Marking(fullname).visit(ast.parse(self.get_data(path), path))
        return compile(ast.fix_missing_locations(tree), path, "exec")

    def exec_module(self, module: Any) -> None:
        """Give the module the question to ask."""
        setattr(module, _ASK, SWITCH.ask)
        super().exec_module(module)


class _Finder(MetaPathFinder):
    def __init__(self, packages: Sequence[str]) -> None:
        self.packages = tuple(packages)

    def find_spec(self, fullname: str, path: Sequence[str] | None, target: Any = None) -> ModuleSpec | None:
        """Find the modules of the packages."""
        if not any(fullname == each or fullname.startswith(each + ".") for each in self.packages):
            return None
        spec = PathFinder.find_spec(fullname, path, target)
        if spec is not None and spec.origin is not None and spec.origin.endswith(".py"):
            spec.loader = _Loader(fullname, spec.origin)
        return spec


def install(packages: Sequence[str]) -> None:
    """Load the modules of these packages with the question in them from now on."""
    sys.meta_path.insert(0, _Finder(packages))
