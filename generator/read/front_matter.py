"""A text that may open with front matter → the front matter and the body, each with the line on which it begins.

In: the decoded text. Out: TOML between ``+++`` or YAML between ``---`` lines, and the rest.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.model import codes
from generator.model.diagnostic import Checked, Diagnostic, at, tell
from generator.model.span import Source

YAML_LIMIT = 20_000
"""Characters of YAML front matter: its reader slows down with the square of some inputs."""
_YAML_DEPTH = 12

_FENCES = {"+++": "toml", "---": "yaml"}


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """A text in two parts; ``form`` is "toml", "yaml", or "" where there is no front matter."""

    form: str
    head: Source
    body: Source


def split(source: Source) -> Checked[FrontMatter | None]:
    """Split a text behind its front matter; None with BAD_FRONT_MATTER where the closing line is missing.

    ``---`` may also be a rule of Markdown: without a closing line, or before a blank line, it is no front matter.
    """
    fence = source.text[:3]
    if fence not in _FENCES or not re.match(r"[ \t]*(?:\n|\Z)", source.text[3:]):
        return Checked(FrontMatter("", Source(source.path, ""), source))
    opening = source.text.find("\n") + 1
    close = re.compile(rf"^{re.escape(fence)}[ \t]*$", re.MULTILINE).search(source.text, opening) if opening else None
    if close is None:
        if fence == "---":
            return Checked(FrontMatter("", Source(source.path, ""), source))
        said = tell(codes.BAD_FRONT_MATTER, at(source, 0, 3), "close it with a line +++", reason="no closing +++")
        return Checked(None, (said,))
    head = Source(source.path, source.text[opening : close.start()], source.first_line + 1)
    body_start = min(close.end() + 1, len(source.text))
    lines = source.text.count("\n", 0, body_start)
    return Checked(FrontMatter(_FENCES[fence], head, Source(source.path, source.text[body_start:], source.first_line + lines)))


def yaml_values(head: Source) -> Checked[dict[str, object]]:
    """Read YAML as texts only (BaseLoader), behind limits of size and depth: texts and lists of texts by key."""
    import yaml  # noqa: PLC0415 - heavy; few projects have clipped articles

    if beyond := _beyond_limits(head):
        return Checked({}, (beyond,))
    try:
        read = yaml.load(head.text, Loader=yaml.BaseLoader)  # noqa: S506 - BaseLoader makes texts, lists and mappings only  # nosec B506
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        return Checked({}, (_bad(head, error.problem or "not YAML", mark.index if mark else 0),))
    except (yaml.YAMLError, ValueError, TypeError, AttributeError, IndexError, RecursionError) as error:
        return Checked({}, (_bad(head, str(error).split("\n")[0][:120] or "not YAML", 0),))
    if read and not isinstance(read, dict):
        return Checked({}, (_bad(head, "not a list of “key: value” lines", 0),))
    return Checked({key: value for key, value in (read or {}).items() if isinstance(key, str)})


def _beyond_limits(head: Source) -> Diagnostic | None:
    if len(head.text) > YAML_LIMIT:
        return tell(codes.TOO_LARGE, at(head, 0), size=len(head.text), limit=YAML_LIMIT)
    depth, place = _deepest(head.text)
    return tell(codes.TOO_DEEP, at(head, place), depth=depth, limit=_YAML_DEPTH) if depth > _YAML_DEPTH else None


def _bad(head: Source, reason: str, offset: int) -> Diagnostic:
    where = at(head, min(offset, max(0, len(head.text) - 1)))
    return tell(codes.BAD_FRONT_MATTER, where, "put a value that holds “: ” or “#” between quotes", reason=reason)


_FLOW = re.compile(r"[\[\]{}]")
_LEADS = re.compile(r"^[ \t]*((?:[-?:][ \t]+)*)", re.MULTILINE)


def _deepest(text: str) -> tuple[int, int]:
    """Return how deep the text may nest, and where: brackets, marks that follow one another on a line, and indentation."""
    depth = deepest = place = 0
    for match in _FLOW.finditer(text):
        depth = depth + 1 if match[0] in "[{" else max(0, depth - 1)
        if depth > deepest:
            deepest, place = depth, match.start()
    indents: list[int] = []
    for match in _LEADS.finditer(text):
        marks = match[0]
        width = len(marks) - len(marks.lstrip())
        while indents and indents[-1] >= width:
            indents.pop()
        indents.append(width)
        level = len(indents) + len(match[1].split())
        if level > deepest:
            deepest, place = level, match.start()
    return deepest, place
