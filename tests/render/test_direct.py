"""The shorter code of templates makes what Jinja's own makes, and gives way to it where it does not get through."""

from __future__ import annotations

from typing import Any

import jinja2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup, escape

from generator.model.project import Theme
from generator.model.span import Source
from generator.render.direct import written
from generator.render.templates import Templates
from generator.render.words import words


def templates(text: str) -> Templates:
    return Templates(Theme({"a.html": Source("templates/a.html", text)}, {}))


class Told:
    label, html, number = "<Monday>", Markup("<b>x</b>"), 3

    def said(self, *given: str, by: str = "") -> str:
        return f"{given}{by}"


@pytest.mark.parametrize(
    "text",
    [
        "{{ told.label }} {{ told.html }} {{ told.number }} {{ told.said('a', by='&') }}",
        "{{ (told if told.number else none).label.lower() }} {{ 'x'.upper() }} {{ told.label ~ told.html }}",
        "{% macro m(t, k=2) %}<i>{{ t.label }}{{ k }}</i>{% endmacro %}{{ m(told) }}{{ m(told, k=told.number) }}",
        "{% macro m(t) %}{{ caller() }}{{ t.label }}{% endmacro %}{% call m(told) %}<u>{{ told.label }}</u>{% endcall %}",
        "{% for one in [told, told] %}{{ loop.index }}{{ loop.cycle('a', 'b') }}{{ one.said(*['q'], **{'by': 'r'}) }}{% endfor %}",
        "{% set kept %}<{{ told.label }}>{% endset %}{{ kept }}{% filter upper %}{{ told.label }}{% endfilter %}",
        "{% autoescape false %}{{ told.label }}{% endautoescape %}",
        "{{ w.page.skip }} {{ w['page'].skip }} {{ w.count('events', 2) }}",
    ],
)
def test_what_is_made_is_what_jinja_makes_and_no_second_look_is_needed(text: str) -> None:
    made, values = templates(text), {"told": Told(), "w": words("en")}
    assert made.html("a.html", values) == made.get_template("a.html").render(values)
    assert not made._failed


@pytest.mark.parametrize(
    "text", ["{{ a.key }}{{ a['key'] }}", "{% if a.none is defined %}x{% else %}y{% endif %}", "{{ a.none|default('z') }}"]
)
def test_where_there_is_no_such_attribute_jinja_looks_itself(text: str) -> None:
    made, values = templates(text), {"a": {"key": "<v>"}}
    assert made.html("a.html", values) == made.get_template("a.html").render(values)
    assert made._failed == {"a.html"}


@pytest.mark.parametrize("text", ["{{ none_such }}", "{{ a.none_such }}", "{{ a.key.b.c }}", "{{ a.key() }}", "{% if %}"])
def test_what_is_wrong_is_told_by_jinja(text: str) -> None:
    made, values = templates(text), dict[str, Any](a={"key": "v"})
    with pytest.raises(jinja2.TemplateError) if "()" not in text else pytest.raises(TypeError):
        made.html("a.html", values)


@given(st.one_of(st.text(), st.integers(), st.none(), st.text().map(Markup)))
def test_text_is_escaped_as_by_markupsafe(value: object) -> None:
    assert str(written(value)) == str(escape(value))
