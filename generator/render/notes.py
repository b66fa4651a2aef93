"""Editors' notes: Markdown to safe HTML. In: the note's text. Out: HTML, and a diagnostic where it goes beyond its limits.

Limits on size and nesting come first (python-markdown is slow or recurses without end beyond them), nh3 comes last.
"""

from __future__ import annotations

import re
from functools import lru_cache

from markupsafe import Markup

from generator.model.codes import MARKDOWN_LIMIT
from generator.model.diagnostic import Checked, tell

MOST_CHARACTERS = 20_000
MOST_OF_ONE_MARK = 400
MOST_NESTING = 12

_MARKS = "[]()<>!&`*_\\\"'#|~="
_NESTING = re.compile(r"(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]|$)))+|[ \t]+")
_ONE_LEVEL = re.compile(r">|[-*+]|\d{1,9}[.)]|\t| {4}")
_TAGS = {"p", "em", "strong", "a", "ul", "ol", "li", "code", "pre", "blockquote", "br", "hr"}


@lru_cache(maxsize=4096)
def rendered(text: str) -> Checked[Markup]:
    """Return the note as HTML of a few harmless elements; beyond the limits its text as it stands, with a diagnostic.

    >>> rendered("No *day* is given. <script>x</script>").value
    Markup('<p>No <em>day</em> is given. </p>')
    """
    text = text.encode(errors="replace").decode()  # half a character, which JSON can hold and HTML cannot
    reason = beyond_limits(text)
    if reason is None:
        try:
            return Checked(_sanitised(_converted(text)))
        except RecursionError:
            reason = "nested too deeply"
    return Checked(Markup("<p>{}</p>").format(text[:MOST_CHARACTERS]), (tell(MARKDOWN_LIMIT, reason=reason),))


def beyond_limits(text: str) -> str | None:
    """Return why a text is not given to the Markdown reader, or None."""
    if len(text) > MOST_CHARACTERS:
        return f"{len(text)} characters, at most {MOST_CHARACTERS}"
    for mark in _MARKS:
        if text.count(mark) > MOST_OF_ONE_MARK:
            return f"{text.count(mark)} times “{mark}”, at most {MOST_OF_ONE_MARK}"
    deepest = max((_depth(line) for line in text.splitlines()), default=0)
    return f"{deepest} levels in one line, at most {MOST_NESTING}" if deepest > MOST_NESTING else None


def _depth(line: str) -> int:
    opening = _NESTING.match(line)
    return len(_ONE_LEVEL.findall(opening[0])) if opening else 0


def _converted(text: str) -> str:
    import markdown  # noqa: PLC0415  # loaded only when a note is there

    return markdown.markdown(text, output_format="html")


def _sanitised(markup: str) -> Markup:
    """Return markup of which only what is named here is left: the one place at which HTML of others becomes ours."""
    import nh3  # noqa: PLC0415  # loaded only when a note is there

    cleaned = nh3.clean(
        markup,
        tags=_TAGS,
        attributes={"a": {"href", "title"}},
        url_schemes={"http", "https", "mailto"},
        link_rel="nofollow noopener",
    )
    return Markup(cleaned.strip())  # noqa: S704  # cleaned here
