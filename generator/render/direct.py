"""Shorter code for templates: attributes and calls as Python has them, text escaped to text. In: Jinja's syntax tree. Out: Python.

Jinja asks its environment for every attribute and its context for every call, so that a missing one becomes an undefined value, and makes
an object of every piece of text. Almost always the attribute is there and the call is a plain one. Where that is not so the code made here
raises, and whoever runs it has the page made by Jinja's own: what comes out is the same, in two thirds of the time.
"""

from __future__ import annotations

from keyword import iskeyword
from typing import Any

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame
from markupsafe import Markup, escape

_PLAIN = (nodes.Name, nodes.Getattr, nodes.Call)
"""What an attribute or a call can stand behind without brackets."""


class DirectCode(CodeGenerator):
    """Writes a template as Python; the environment that runs it has :func:`written` as a method."""

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802 - Jinja's name
        """Write ``event.told``."""
        if iskeyword(node.attr):
            super().visit_Getattr(node, frame)
            return
        self._bracketed(node.node, frame)
        self.write(f".{node.attr}")

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: N802 - Jinja's
        """Write ``date(event.told)``."""
        if forward_caller or node.dyn_args or node.dyn_kwargs or any(iskeyword(each.key) for each in node.kwargs):
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self._bracketed(node.node, frame)
        self.write("(")
        for number, each in enumerate((*node.args, *node.kwargs)):
            self.write(", " if number else "")
            self.visit(each, frame)
        self.write(")")

    def _bracketed(self, node: nodes.Expr, frame: Frame) -> None:
        is_plain = isinstance(node, _PLAIN)
        self.write("" if is_plain else "(")
        self.visit(node, frame)
        self.write("" if is_plain else ")")

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape or finalize.src is not None:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write("environment.written(")


def written(value: object) -> str:
    """Return a value as text of HTML: what :func:`markupsafe.escape` returns, which makes it an object that nobody asks for.

    >>> written("a < b"), written(Markup("<i>")), written(3)
    ('a &lt; b', Markup('<i>'), Markup('3'))
    """
    if type(value) is str:
        return value.replace("&", "&amp;").replace(">", "&gt;").replace("<", "&lt;").replace("'", "&#39;").replace('"', "&#34;")
    return value if type(value) is Markup else escape(value)
