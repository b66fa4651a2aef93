"""The rules of the house (ARCHITECTURE.md), read from the imports and the sizes of files and functions."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "generator"
FILES = sorted(path for path in PACKAGE.rglob("*.py") if "theme" not in path.parts)
WINGS = {"language", "read", "extract", "weave", "edits", "render"}
MAY_IMPORT = {
    "model": {"model"},
    **{wing: {"model", wing} for wing in WINGS},
    "desk": {"model", "desk"},
    "edge": {"model", "desk", "edge"},
    "pipeline": {"model", "pipeline"},
    "build": {"model", "pipeline", "build", *WINGS},
    "commands": {"model", "desk", "edge", "build", "pipeline", "commands", *WINGS},
    "cli": {"cli", "commands", "edge"},
    "__main__": {"cli"},
    "__init__": {"model", "language", "extract"},
    "api": {"model", "api", *WINGS},
}
"""Room → rooms it may import. `generator` itself (its version and its place on disk) is open to all."""
NO_WORLD = {
    "os",
    "time",
    "random",
    "locale",
    "subprocess",
    "socket",
    "secrets",
    "uuid",
    "tempfile",
    "shutil",
    "glob",
    "threading",
    "multiprocessing",
}
NO_CLOCK = {("date", "today"), ("datetime", "now"), ("datetime", "today"), ("datetime", "utcnow")}
LINES, FUNCTION_LINES = 320, 45


def room_of(path: Path) -> str:
    parts = path.relative_to(PACKAGE).parts
    return parts[0] if len(parts) > 1 else path.stem


def module_of(path: Path) -> str:
    return ".".join(("generator", *path.relative_to(PACKAGE).with_suffix("").parts)).removesuffix(".__init__")


def imports(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute"
            yield node.module or ""
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


TREES = {path: ast.parse(path.read_text(encoding="utf-8")) for path in FILES}
NAMES = [path.relative_to(PACKAGE).as_posix() for path in FILES]


def ours(path: Path) -> set[str]:
    return {name for name in imports(TREES[path]) if name.startswith("generator.")}


@pytest.mark.parametrize("path", FILES, ids=NAMES)
def test_a_room_imports_only_the_rooms_below_it(path: Path) -> None:
    rooms = {name.split(".")[1] for name in ours(path)} - {"__version__"}
    allowed = MAY_IMPORT[room_of(path)]
    if path.parts[-2:] == ("edge", "__init__.py"):
        allowed = set()
    assert rooms <= allowed, f"{sorted(rooms - allowed)} are out of bounds"


@pytest.mark.parametrize("path", [path for path in FILES if room_of(path) in WINGS | {"model", "desk"}], ids=str)
def test_no_wing_reads_a_clock_the_disk_or_the_machine(path: Path) -> None:
    tree = TREES[path]
    assert not {name.split(".")[0] for name in imports(tree)} & NO_WORLD
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and isinstance(node.func.value, ast.Name):
            assert (node.func.value.id, node.func.attr) not in NO_CLOCK, f"line {node.lineno} reads the clock"
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            assert node.func.id not in {"open", "input", "print", "exec", "eval"}, f"line {node.lineno} calls {node.func.id}"


@pytest.mark.parametrize("path", [path for path in FILES if room_of(path) == "model"], ids=str)
def test_the_model_uses_the_standard_library_only(path: Path) -> None:
    import sys

    assert {name.split(".")[0] for name in imports(TREES[path])} <= {*sys.stdlib_module_names, "generator"}


def test_nothing_imports_in_a_circle() -> None:
    modules = {module_of(path): path for path in FILES}
    arrows = {name: {other for other in ours(path) if other in modules and other != name} for name, path in modules.items()}
    done: set[str] = set()

    def visit(name: str, way: tuple[str, ...]) -> None:
        assert name not in way, " → ".join([*way[way.index(name) :], name])
        if name not in done:
            for other in sorted(arrows[name]):
                visit(other, (*way, name))
            done.add(name)

    for name in sorted(arrows):
        visit(name, ())


@pytest.mark.parametrize("path", FILES, ids=NAMES)
def test_files_and_functions_stay_small_enough_to_read(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LINES
    for node in ast.walk(TREES[path]):
        if isinstance(node, ast.FunctionDef):
            first = node.body[0]
            told = (first.end_lineno or 0) - first.lineno + 1 if isinstance(first, ast.Expr) and ast.get_docstring(node) else 0
            length = (node.end_lineno or 0) - node.lineno + 1 - told
            assert length <= FUNCTION_LINES, f"{node.name} has {length} lines besides its docstring"


@pytest.mark.parametrize("path", FILES, ids=NAMES)
def test_no_function_is_excused_from_being_simple(path: Path) -> None:
    """``ruff`` counts the ways through a function (C901: ten at most); nobody asks it to look away."""
    assert not re.search(r"#\s*noqa:[^\n]*C901", path.read_text(encoding="utf-8"))


CATCHES_ALL = {
    "cli.py",
    "edge/addressed.py",
    "edge/archive.py",
    "edge/preview.py",
    "edge/hosts/s3.py",
    "model/failure.py",
    "read/formats/opening.py",
    "read/html.py",
    "render/templates.py",
}
"""Borders at which code of others, or a fault of ours, ends; all else names what it expects."""


@pytest.mark.parametrize("path", FILES, ids=NAMES)
def test_whatever_is_raised_is_caught_at_few_places_and_never_round_an_import(path: Path) -> None:
    for node in ast.walk(TREES[path]):
        if not isinstance(node, ast.Try):
            continue
        kinds = {name.id for each in node.handlers for name in ast.walk(each.type or ast.Name("Exception")) if isinstance(name, ast.Name)}
        if kinds & {"Exception", "BaseException"}:
            ends = any(isinstance(each, ast.Raise) and each.exc is None for handler in node.handlers for each in handler.body)
            assert ends or path.relative_to(PACKAGE).as_posix() in CATCHES_ALL, f"line {node.lineno} hides faults"
            inside = [each for part in node.body for each in ast.walk(part) if isinstance(each, ast.Import | ast.ImportFrom)]
            assert not inside, f"line {node.lineno} hides that something is not installed"


@pytest.mark.parametrize("path", FILES, ids=NAMES)
def test_every_file_begins_with_a_sentence(path: Path) -> None:
    told = ast.get_docstring(TREES[path]) or ""
    assert told.split("\n")[0].strip()[-1:] in {".", "?", ";"}, "the first line of the docstring is a sentence"


def test_help_loads_nothing_heavy() -> None:
    import subprocess
    import sys

    heavy = [
        "jinja2",
        "markdown",
        "trafilatura",
        "htmldate",
        "livereload",
        "tornado",
        "rich",
        "nh3",
        "rapidfuzz",
        "babel",
        "dateutil",
        "yaml",
        "ufal",
        "cattrs",
    ]
    program = f"import sys, generator.cli as c; c.run(['--help']); print([name for name in {heavy} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=PACKAGE.parent)
    assert done.stdout.splitlines()[-1] == "[]"


TESTS = sorted(path for path in Path(__file__).parent.rglob("*.py") if path.name != "clusters.py")


@pytest.mark.parametrize("path", TESTS, ids=[path.relative_to(TESTS[0].parent).as_posix() for path in TESTS])
def test_no_test_borrows_from_another_test(path: Path) -> None:
    """What several tests use lies in a file of its own, which is no test: `tests/articles.py`, `tests/weave/telling.py`."""
    taken = {name.rpartition(".")[2] for name in imports(ast.parse(path.read_text(encoding="utf-8"))) if name.startswith("tests.")}
    assert not {name for name in taken if name.startswith("test_")}


TESTED = {
    name
    for path in TESTS
    if path.name.startswith("test_") and path != Path(__file__)
    for name in imports(ast.parse(path.read_text(encoding="utf-8")))
}
"""The modules that test files import, or something of them."""


@pytest.mark.parametrize("name", [module_of(path) for path in FILES if room_of(path) in {"extract", "weave"} and path.stem != "__init__"])
def test_each_file_that_reads_or_weaves_has_tests_of_its_own(name: str) -> None:
    """Cases from end to end say that something is wrong; tests of a file's own functions say where."""
    assert name in TESTED


def unexplained(path: Path) -> Iterator[str]:
    """Yield the numbers with a name that neither a sentence below nor a comment beside them explains."""
    lines, body = path.read_text(encoding="utf-8").splitlines(), TREES[path].body
    for node, following in zip(body, [*body[1:], None], strict=True):
        if not isinstance(node, ast.Assign) or (isinstance(following, ast.Expr) and isinstance(following.value, ast.Constant)):
            continue
        parts = [each for each in ast.walk(node.value) if isinstance(each, ast.expr) and not isinstance(each, ast.Tuple)]
        is_number = all(isinstance(each, ast.Constant | ast.BinOp | ast.UnaryOp) for each in parts)
        is_number &= all(isinstance(each.value, int | float) for each in parts if isinstance(each, ast.Constant))
        if is_number and "#" not in lines[node.lineno - 1]:
            yield lines[node.lineno - 1]


@pytest.mark.parametrize("path", [path for path in FILES if room_of(path) in {"extract", "weave"}], ids=str)
def test_a_number_that_decides_has_a_name_and_a_sentence(path: Path) -> None:
    assert list(unexplained(path)) == []


ROWS_OF_RULES = {"Row"}
"""Three tables say by rows what a date dates, what status follows, what may leave a headline: one word, and one meaning."""


def test_no_two_nouns_have_one_name() -> None:
    """A name that is met twice means the same twice; private names are a file's own affair."""
    named = [node.name for path in FILES for node in TREES[path].body if isinstance(node, ast.ClassDef) and node.name[0] != "_"]
    assert {name for name in named if named.count(name) > 1} <= ROWS_OF_RULES
