"""Jinja templates that come as strings. In: a Theme. Out: an environment; HTML, or a diagnostic with the template's line."""

from __future__ import annotations

import json
import re
import traceback
from collections import OrderedDict
from collections.abc import Callable, Mapping
from types import CodeType
from typing import Any

import jinja2
from jinja2.bccache import Bucket
from markupsafe import Markup

from generator.model.codes import TEMPLATE_ERROR
from generator.model.diagnostic import Checked, Diagnostic, Location, tell
from generator.model.page import Page
from generator.model.project import Theme
from generator.render.direct import DirectCode, written
from generator.render.kinds import whole
from generator.render.quotes import inner, shortened
from generator.render.words import isolated

_NOT_HTML = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
"""Code points that an HTML document must not hold; a source's text may."""
_DAY = re.compile(r"\d[\d–.]{0,12} (?:de )?[^\W\d_]++\.?(?: de)?(?: \d+)?|(?<![^\W\d_])[^\W\d_]++\.? \d{3,4}")
"""A day, its month and year; or a month and its year."""
_LD_ESCAPES = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"})


class _Compiled(jinja2.BytecodeCache):
    """The code of templates by their text, for the life of the process: a preview renders again at every save, and compiles nothing."""

    def __init__(self) -> None:
        self._codes: OrderedDict[tuple[str, str], CodeType] = OrderedDict()

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self._codes.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        if bucket.code is not None:
            self._codes[bucket.key, bucket.checksum] = bucket.code
        while len(self._codes) > _MOST_COMPILED:
            self._codes.popitem(last=False)


_MOST_COMPILED = 500
_COMPILED, _DIRECT = _Compiled(), _Compiled()


class Templates(jinja2.Environment):
    """The templates of a theme: everything is escaped, and no undefined name is taken for empty."""

    written = staticmethod(written)

    def __init__(self, theme: Theme) -> None:
        """*theme* has their texts."""

        def load(name: str) -> tuple[str, str, Callable[[], bool]] | None:
            source = theme.templates.get(name)
            return (source.text, source.path, lambda: True) if source else None

        super().__init__(
            loader=jinja2.FunctionLoader(load),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=False,
            auto_reload=False,
            cache_size=-1,
            bytecode_cache=_COMPILED,
        )
        self.filters.update(FILTERS)
        self._direct = self.overlay(bytecode_cache=_DIRECT)
        self._direct.code_generator_class = DirectCode
        self._failed: set[str] = set()

    def html(self, name: str, values: Mapping[str, Any]) -> str:
        """Return what a template makes of values, or raise what Jinja raises; the shorter code is tried first, while it gets through."""
        if name not in self._failed:
            try:
                return self._direct.get_template(name).render(values)
            except Exception:  # noqa: BLE001 - Jinja's own code says what is wrong, if anything
                self._failed.add(name)
        return self.get_template(name).render(values)


def together(label: str) -> str:
    """Return a date whose day, month and year stay on one line.

    >>> together("By Fri 10 Dec 2021").replace("\u00a0", "_")
    'By Fri 10_Dec_2021'
    """
    return _DAY.sub(lambda found: found[0].replace(" ", "\u00a0"), label)


def linked_data(value: Mapping[str, Any]) -> Markup:
    """Return JSON for a script element: no character in it can end the element."""
    return Markup(json.dumps(value, ensure_ascii=False, separators=(",", ":")).translate(_LD_ESCAPES))  # noqa: S704  # escaped here


FILTERS: dict[str, Callable[..., Any]] = {
    "inner": inner,
    "isolated": isolated,
    "ld": linked_data,
    "shortened": shortened,
    "together": together,
}
"""The filters of templates, beside Jinja's own; ``docs/theming.md`` is filled with their first sentences."""


def rendered(page: Page, made: Templates, theme: Theme, extra: Mapping[str, Any]) -> Checked[str | None]:
    """Return a page's HTML, or None and what is wrong with which line of which template."""
    try:
        text = made.html(page.template, {**whole(page.context), **extra})
        return Checked(_NOT_HTML.sub("\ufffd", text) + "\n")
    except jinja2.TemplateSyntaxError as error:
        return Checked(None, (_told(theme, error.filename or error.name or page.template, error.lineno, error.message or "syntax"),))
    except jinja2.TemplateNotFound as error:
        return Checked(None, (tell(TEMPLATE_ERROR, Location(f"templates/{page.template}"), reason=f"no template “{error.name}”"),))
    except RecursionError:
        return Checked(None, (_told(theme, page.template, 0, "includes or extends itself without end"),))
    except Exception as error:  # noqa: BLE001  # a template is the user's own code: whatever it raises is told with its line
        path, line = _place(error, theme, page.template)
        return Checked(None, (_told(theme, path, line, f"{type(error).__name__}: {error}"),))


def _place(error: Exception, theme: Theme, fallback: str) -> tuple[str, int]:
    """Return the last line of a template that the error went through."""
    paths = {source.path for source in theme.templates.values()}
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename in paths]
    return (frames[-1].filename, frames[-1].lineno or 0) if frames else (fallback, 0)


def _told(theme: Theme, path: str, line: int, reason: str) -> Diagnostic:
    source = next((each for name, each in theme.templates.items() if path in {each.path, name}), None)
    text = source.line(line) if source else ""
    indent = len(text) - len(text.lstrip())
    where = Location(source.path if source else path, line, indent + 1 if line else 0, text, max(1, len(text.strip())))
    return tell(TEMPLATE_ERROR, where, reason=reason.replace("\n", " "))
