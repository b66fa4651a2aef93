"""Every command, setting and message is documented, and README's commands and help texts are the real ones (`--update` renews them)."""

from __future__ import annotations

import ast
import inspect
import json
import re
import shlex
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import MISSING, fields
from datetime import date
from itertools import pairwise
from pathlib import Path

import click
import pytest

from generator.cli import COMMANDS, cli
from generator.extract.headlines.rows import ROWS
from generator.extract.timexes import tag_text
from generator.language.compile import compiled
from generator.model.about import KEYS
from generator.model.codes import all_codes
from generator.model.settings import Settings
from generator.render import plan  # noqa: F401  # with it come all kinds of pages
from generator.render.dates import ToldDate
from generator.render.evidence import Bundle, Evidence, Report
from generator.render.kinds import Kind, OfSite, Whereabouts
from generator.render.quotes import QuoteView, SourceView
from generator.render.templates import FILTERS
from generator.render.views import EventView, MediumView, NoteView, PlaceView, Relation

ROOT = Path(__file__).parent.parent
PAGES = sorted(
    [ROOT / "README.md", ROOT / "ARCHITECTURE.md", ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md", *(ROOT / "docs").glob("*.md")]
)
WIDTH = 100


def help_of(name: str | None) -> str:
    top = cli.make_context("dateline", ["--", "x"], resilient_parsing=True, terminal_width=WIDTH, max_content_width=WIDTH)
    if name is None:
        return cli.get_help(top)
    command = cli.get_command(top, name)
    assert command is not None
    return command.get_help(click.Context(command, parent=top, info_name=name))


def commands_block() -> Iterator[str]:
    for name in (None, *COMMANDS):
        yield f"## dateline {name or ''}".rstrip()
        yield f"```\n{help_of(name)}\n```"


def settings_block() -> Iterator[str]:
    rows = ["| setting | default | meaning |", "|---|---|---|"]
    for field in fields(Settings):
        default = None if field.default is MISSING else field.default
        shown = {True: "`true`", False: "`false`"}.get(default) if isinstance(default, bool) else f"`{default!r}`".replace("'", '"')
        rows.append(f"| `{field.name}` | {'' if default in ('', None, ()) else shown} | {field.metadata['meaning']} |")
    yield "\n".join(rows)


def codes_block() -> Iterator[str]:
    for code in all_codes():
        yield f"## {code.name}"
        yield f"{code.severity.value}: `{code.template}`"
        yield code.explanation


def rows_block() -> Iterator[str]:
    """What may leave a headline, with the example that proves it."""
    rows = ["| | costs | for example |", "|---|---|---|"]
    rows += [f"| {row.name} | {row.cost:g} | {row.like.partition(' | ')[0]} |" for row in ROWS]
    yield "\n".join(rows)


def sentences_of(noun: type) -> dict[str, str]:
    """Return the sentence that stands below each field of a dataclass."""
    (body,) = ast.parse(inspect.getsource(noun)).body
    assert isinstance(body, ast.ClassDef)
    found = {}
    for line, below in pairwise(body.body):
        if isinstance(line, ast.AnnAssign) and isinstance(line.target, ast.Name) and isinstance(below, ast.Expr):
            assert isinstance(below.value, ast.Constant)
            found[line.target.id] = str(below.value.value)
    return found


def fields_table(noun: type, *, but: frozenset[str] = frozenset()) -> str:
    said = {name: sentence for each in reversed(noun.__mro__[:-1]) for name, sentence in sentences_of(each).items()}
    rows = [f"| `{each.name}` | {said[each.name]} |" for each in fields(noun) if each.name not in but]
    made = {name: each for name, each in inspect.getmembers(noun) if isinstance(each, property)}
    rows += [f"| `{name}` | {inspect.getdoc(each)} |" for name, each in made.items()]
    return "\n".join(["| name | what it is |", "|---|---|", *rows]) if rows else ""


def kinds_of(base: type[Kind]) -> Iterator[type[Kind]]:
    for each in base.__subclasses__():
        yield from [each] if "template" in vars(each) else []
        yield from kinds_of(each)


def pages_block() -> Iterator[str]:
    yield "### Every template"
    yield fields_table(OfSite) + "\n" + fields_table(Whereabouts).split("\n", 2)[2]
    kinds = {each.template: each for each in kinds_of(Kind)}  # a class with slots is made twice: of each the second
    for _, kind in sorted(kinds.items()):
        yield f"### `{kind.template}`"
        yield f"{inspect.getdoc(kind)}"
        if table := fields_table(kind, but=frozenset({"title"})):
            yield table
    for noun, title in NOUNS.items():
        yield f"### {title}"
        yield fields_table(noun)


NOUNS = {
    EventView: "An event",
    ToldDate: "A date (`told`)",
    QuoteView: "A quote (`lead`, `more`)",
    Evidence: "The quotes in groups (`evidence`)",
    Report: "A report (in `shown`, and in the `reports` of a bundle)",
    Bundle: "A bundle (in `bundles`)",
    SourceView: "A source",
    NoteView: "A note",
    MediumView: "A picture or film (`media`)",
    PlaceView: "A place",
    Relation: "A related event",
}


def filters_block() -> Iterator[str]:
    """The filters that templates have besides those of Jinja."""
    said = {name: (inspect.getdoc(made) or "").split("\n\n")[0] for name, made in FILTERS.items()}
    yield "\n".join(
        ["| filter | gives |", "|---|---|", *(f"| `{name}` | {words.removeprefix('Return ')} |" for name, words in said.items())]
    )


def top_help_block() -> Iterator[str]:
    yield f"```\n{help_of(None)}\n```"


def entry_block() -> Iterator[str]:
    """The event of the README's first screen, as the committed site tells it."""
    timeline = json.loads((ROOT / "site/timeline.json").read_bytes())
    (event,) = (each for each in timeline["events"] if each["said"] == "late this summer")
    citation = event["citations"][0]
    source = next(each for each in timeline["sources"] if each["id"] == citation["source"])
    quote = citation["quote"].replace(citation["said"], f"**{citation['said']}**", 1)
    yield "> ### " + event["label"]
    if event["headline"]:  # else the sentence itself is the entry
        yield f"> **{event['headline']}**"
    yield f"> “{quote}”"
    place = f"{citation['source']}, published {source['published']}, characters {citation['start']}–{citation['end']}"
    yield f"> `{event['date']}` · {event['status']} · {place}"


def files_block() -> Iterator[str]:
    """Every file of the program, with the sentence that it begins with."""
    package = ROOT / "generator"
    for folder in sorted({path.parent for path in package.rglob("*.py")}):
        told = {path.name: ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or "" for path in sorted(folder.glob("*.py"))}
        rows = [f"| `{name}` | {words.splitlines()[0].replace('|', '&#124;')} |" for name, words in told.items() if name != "__init__.py"]
        if rows and "theme" not in folder.parts:
            yield f"## {folder.relative_to(ROOT).as_posix()}/"
            yield "\n".join(["| file | |", "|---|---|", *rows])


BLOCKS = [
    ("docs/map.md", "files", files_block),
    ("docs/commands.md", "commands", commands_block),
    ("docs/settings.md", "settings", settings_block),
    ("docs/codes.md", "codes", codes_block),
    ("docs/headlines.md", "rows", rows_block),
    ("docs/theming.md", "pages", pages_block),
    ("docs/theming.md", "filters", filters_block),
    ("README.md", "help", top_help_block),
    ("README.md", "entry", entry_block),
]


def fill(text: str, name: str, parts: Iterable[str]) -> str:
    begin, end = f"<!-- {name} -->\n", "<!-- end -->"
    head, found, tail = text.partition(begin)
    assert found, f"no block {name}"
    _, found, tail = tail.partition(end)
    assert found, f"block {name} has no end"
    joined = "\n\n".join(parts)
    if joined.startswith("> "):
        joined = joined.replace("\n\n", "\n>\n")
    return f"{head}{begin}\n{joined}\n\n{end}{tail}"


@pytest.mark.parametrize(("page", "name", "block"), BLOCKS, ids=[name for _, name, _ in BLOCKS])
def test_the_page_says_what_the_program_says(page: str, name: str, block: object, update: bool) -> None:
    path = ROOT / page
    text = path.read_text(encoding="utf-8")
    assert callable(block)
    wanted = fill(text, name, block())
    if update:
        path.write_text(wanted, encoding="utf-8")
        text = wanted
    assert text == wanted, f"{page} is out of date: pytest --update tests/test_docs.py"


@pytest.mark.parametrize("name", KEYS)
def test_every_key_of_an_articles_own_file_is_documented(name: str) -> None:
    assert f"\n| `{name}` |" in (ROOT / "docs/settings.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("field", fields(Settings), ids=[field.name for field in fields(Settings)])
def test_every_setting_has_a_meaning_and_a_default_of_its_type(field: object) -> None:
    meaning = field.metadata["meaning"]  # type: ignore[attr-defined]
    assert meaning
    assert not meaning.endswith(".")
    assert isinstance(field.default, str | bool | int | float | date | tuple | None)  # type: ignore[attr-defined]


def calls() -> Iterator[tuple[str, str]]:
    for page in PAGES:
        for block in re.findall(r"^```\w*\n(.*?)^```", page.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL):
            for line in block.splitlines():
                if line.startswith(("dateline ", "$ dateline ")) and not line.startswith("dateline failed"):
                    yield page.name, line.removeprefix("$ ")


@pytest.mark.parametrize(("page", "line"), sorted(set(calls())))
def test_every_call_in_the_docs_is_one_that_the_program_takes(page: str, line: str) -> None:
    _, *words = shlex.split(line.partition("#")[0])
    context = click.Context(cli, info_name="dateline")
    if words[0].startswith("-"):
        return
    command = cli.get_command(context, words[0])
    assert command is not None, words[0]
    known = {name for parameter in command.params for name in parameter.opts} | {"--help"}
    assert {word.partition("=")[0] for word in words[1:] if word.startswith("-") and word != "-"} <= known


def test_the_phrase_that_contributors_are_shown_is_read_as_they_are_told() -> None:
    (row,) = re.findall(r"^ +```toml\n(.*?)^ +```", (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    table = (ROOT / "generator/language/en.toml").read_text(encoding="utf-8")
    (example,) = tomllib.loads(row)["frame"][0]["examples"]
    published, text, value = example.split(" | ")
    (found,) = tag_text(re.sub(r"[][]", "", text), date.fromisoformat(published), compiled(tomllib.loads(f"{table}\n{row}")))
    assert (found.value, str(found.edtf)) == (value, f"../{value}")


def links() -> Iterator[tuple[str, str]]:
    for page in PAGES:
        prose = re.sub(r"^```.*?^```", "", page.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)
        yield from ((page.relative_to(ROOT).as_posix(), target) for target in re.findall(r"\]\(([^)]+)\)", prose))


@pytest.mark.parametrize(("page", "target"), sorted({link for link in links() if not link[1].startswith("http")}))
def test_every_link_in_the_docs_leads_somewhere(page: str, target: str) -> None:
    path, _, fragment = target.partition("#")
    goal = (ROOT / page).parent / path if path else ROOT / page
    assert goal.exists(), target
    if fragment:
        titles = re.findall(r"^#+ (.+)$", goal.read_text(encoding="utf-8"), re.MULTILINE)
        assert fragment in {re.sub(r"[^\w\- ]", "", title).strip().lower().replace(" ", "-") for title in titles}


def test_every_promise_names_tests_that_are_there() -> None:
    rows = [line for line in (ROOT / "SECURITY.md").read_text(encoding="utf-8").splitlines() if line.startswith("| ") and "tests/" in line]
    assert len(rows) >= 10
    for row in rows:
        named = re.findall(r"`(tests/[\w/]+\.py)`", row)
        assert named, row
        for each in named:
            assert "def test_" in (ROOT / each).read_text(encoding="utf-8"), each


def paths() -> Iterator[tuple[str, str]]:
    for page in PAGES:  # in docs/theming.md the folders are those of a project
        named = re.findall(
            r"`((?:generator|templates|tests|docs|benchmarks|seeds|edge|desk|weave|edits|extract|read|render|commands)/[^`\s:]+)",
            page.read_text(),
        )
        yield from (
            (page.relative_to(ROOT).as_posix(), path)
            for path in named
            if page.name != "theming.md" and not re.search(r"NAME|CODE|SLUG|\*|PATH", path)
        )


@pytest.mark.parametrize(("page", "path"), sorted(set(paths())))
def test_every_file_that_the_docs_name_is_there(page: str, path: str) -> None:
    assert any((top / path).exists() for top in (ROOT, ROOT / "generator", ROOT / "seeds")), path
