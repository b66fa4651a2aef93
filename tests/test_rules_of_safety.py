"""Rules of our own that no linter knows: who may write, and what may be taken for safe HTML."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "generator"
WRITES = {
    "write_text",
    "write_bytes",
    "unlink",
    "rename",
    "rmtree",
    "rmdir",
    "mkdir",
    "makedirs",
    "symlink_to",
    "hardlink_to",
    "chmod",
    "touch",
    "copy2",
    "copytree",
    "copyfile",
    "move",
    "truncate",
    "removedirs",
}
"""Methods of paths, and functions of os and shutil, that change what is on the disk."""
WRITERS = {
    "edge/together.py": "what a user owns, for the commands: articles, imported edits, permalinks, exports, new projects",
    "edge/editing/saving.py": "edits of the preview, and its journal",
    "edge/picture_folder.py": "pictures/",
    "edge/staging.py": "the new site, beside the old",
    "edge/output.py": "the new site, given up",
    "edge/swap.py": "the exchange of the two",
    "edge/memory.py": "what builds remember",
    "edge/sealing.py": "the key of this machine",
    "edge/archive.py": "the archive of drafts that the command line names",
    "edge/hosts/folder.py": "a folder that is published to",
    "edge/hosts/rsync.py": "what is sent, in a folder of its own",
}
"""Module → what it writes; no other does."""
SAFE = {
    "render/direct.py": "nothing: what is none already is escaped, as Jinja does it",
    "render/notes.py": "cleaned by nh3, or escaped",
    "render/templates.py": "JSON whose signs of HTML are escaped",
}
"""Module → why what it marks as safe HTML is."""
FILES = sorted(path for path in PACKAGE.rglob("*.py") if "theme" not in path.parts)
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))


def name_of(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def calls(path: Path) -> list[ast.Call]:
    return [node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Call)]


def writes(call: ast.Call) -> bool:
    """Tell whether a call changes what is on the disk, by what it is called; opening counts where a mode or flag to write is named."""
    function = call.func
    name = function.attr if isinstance(function, ast.Attribute) else function.id if isinstance(function, ast.Name) else ""
    of = function.value.id if isinstance(function, ast.Attribute) and isinstance(function.value, ast.Name) else ""
    if name == "open":
        said = [each.value for each in ast.walk(call) if isinstance(each, ast.Constant) and isinstance(each.value, str)]
        flags = {each.attr for each in ast.walk(call) if isinstance(each, ast.Attribute)}
        return any(re.fullmatch(r"[rbt]*[wax+][rbt+]*", each) for each in said) or bool({"O_CREAT", "O_RDWR", "O_TRUNC"} & flags)
    if name == "replace":
        return len(call.args) == 1 and not call.keywords  # of a path: a text's takes two, a dataclass's takes names
    return (name in WRITES and of != "formatter") or (of in {"os", "shutil"} and name in {"link", "remove", "renames", "symlink"})


@pytest.mark.parametrize("path", [path for path in FILES if name_of(path) not in WRITERS], ids=name_of)
def test_what_is_on_the_disk_is_changed_by_few_modules(path: Path) -> None:
    found = [call.lineno for call in calls(path) if writes(call)]
    assert not found, f"lines {found} write; it is done by {', '.join(WRITERS)}"


@pytest.mark.parametrize("name", WRITERS)
def test_those_that_may_do(name: str) -> None:
    assert any(map(writes, calls(PACKAGE / name))), "a module that writes nothing need not be named"


@pytest.mark.parametrize("source", ["p.write_text('x')", "p.open('w')", "os.open(p, os.O_CREAT)", "aside.replace(p)", "os.link(a, b)"])
def test_what_writes_is_seen(source: str) -> None:
    (call, *_) = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)]
    assert writes(call)


@pytest.mark.parametrize("source", ["text.replace('a', 'b')", "replace(x, a=1)", "path.open('rb')", "path.read_text()", "Image.open(x)"])
def test_what_does_not_is_none(source: str) -> None:
    (call, *_) = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)]
    assert not writes(call)


@pytest.mark.parametrize("path", [path for path in FILES if name_of(path) not in SAFE], ids=name_of)
def test_safe_html_is_made_where_it_is_cleaned_alone(path: Path) -> None:
    assert not re.search(r"\bMarkup\(|\bmark_safe\b|__html__", path.read_text("utf-8")) or "markupsafe" not in path.read_text("utf-8")


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_no_template_takes_a_text_for_safe(path: Path) -> None:
    text = path.read_text("utf-8")
    assert not re.search(r"\|\s*safe\b|autoescape|\bMarkup\b", text)


READERS = {
    "commands/doctor.py": "the program's own files",
    "commands/new.py": "the scaffold, and what was seen to be a file",
    "commands/tag.py": "a pipe too: `dateline tag <(…)`",
    "edge/editing/routes.py": "the program's own pages",
    "edge/files.py": "files of a listing, whose kind and size are known",
    "edge/hosts/folder.py": "what was seen to be a file",
    "edge/hosts/rsync.py": "what was fetched, in a folder of its own",
    "edge/memory.py": "the program's own files",
    "edge/picture_folder.py": "what was seen to be a file",
    "edge/project.py": "what was seen to be a file",
    "edge/staging.py": "what was seen to be a file",
    "edge/theme.py": "what was seen to be a file",
    "edge/together.py": "what was seen to be a file",
    "edge/workers.py": "what the system says of this process",
}
"""Module → what it reads by itself; all else is read by `edge/plain.py`, which waits for no pipe."""


def reads(path: Path) -> list[int]:
    return [call.lineno for call in calls(path) if isinstance(call.func, ast.Attribute) and call.func.attr in {"read_bytes", "read_text"}]


@pytest.mark.parametrize("path", [each for each in FILES if name_of(each).startswith(("commands/", "edge/"))], ids=name_of)
def test_a_file_that_somebody_gave_is_read_without_waiting(path: Path) -> None:
    found = reads(path)
    assert not found or name_of(path) in READERS, f"lines {found}: take generator.edge.plain.content_of"


@pytest.mark.parametrize("name", READERS)
def test_those_that_read_by_themselves_do(name: str) -> None:
    assert reads(PACKAGE / name)
