"""The theming page tells the truth: its second theme builds, and it names every template, block and field there is."""

import re
from dataclasses import fields, replace

from generator.model.span import Source
from generator.render.dates import ToldDate
from generator.render.plan import plan
from generator.render.quotes import QuoteView, SourceView
from generator.render.site import render
from generator.render.views import EventView, NoteView
from tests.render.invented import ROOT, SETTINGS, small, theme

PAGE = (ROOT / "docs" / "theming.md").read_text(encoding="utf-8")


def second_theme() -> dict[str, str]:
    found = re.findall(r"^`(\S+)`\n\n```\w+\n(.*?)```$", PAGE.split("## A second theme")[1], re.MULTILINE | re.DOTALL)
    return dict(found)


def test_the_second_theme_builds_and_is_short() -> None:
    files = second_theme()
    assert set(files) == {"templates/head.html", "templates/index.html", "static/paper.css"}
    assert sum(text.count("\n") for text in files.values()) < 60
    default = theme()
    templates = {path.removeprefix("templates/"): Source(path, text) for path, text in files.items() if path.startswith("templates/")}
    own = replace(
        default,
        templates={**default.templates, **templates},
        static={**default.static, "paper.css": files["static/paper.css"].encode()},
    )
    result = render(plan(small(), SETTINGS), small(), SETTINGS, own).whole()
    assert result.diagnostics == ()
    outputs = {output.path: output.content for output in result.value}
    assert b'<p class="masthead">The Example Desk</p>' in outputs["index.html"]
    assert b'href="../../paper.css"' in outputs["event/e-talks/index.html"]


def test_every_template_and_block_is_named() -> None:
    for name, source in theme().templates.items():
        assert f"`{name}`" in PAGE or name.startswith("layout/"), name
        for block in re.findall(r"{% block (\w+) %}", source.text):
            assert f"`{block}`" in PAGE, (name, block)
        for macro in re.findall(r"{% macro (\w+)\(", source.text) if name == "macros/event.html" else ():
            assert f"`{macro}`" in PAGE, macro


def test_every_field_that_templates_see_is_named() -> None:
    for noun in (EventView, QuoteView, SourceView, NoteView, ToldDate):
        for field in fields(noun):
            assert f"`{field.name}`" in PAGE, (noun.__name__, field.name)
