"""A page of the site in, the page as the preview shows it out: with the reload script, and with what is wrong on top of it.

The page's own Content-Security-Policy is kept, moved into a header, and widened by just what the preview needs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape, unescape
from pathlib import Path

from generator.edge.terminal import as_text
from generator.model.diagnostic import Diagnostic

STYLE_PATH = "dateline-preview.css"
STYLE = """
.dateline-problem { position: fixed; inset: auto 0 0 0; z-index: 2147483647; max-block-size: 60vh; overflow: auto;
  margin: 0; padding: 1rem 1.5rem;
  background: #2a0f0c; color: #fff4f0; border-block-start: 4px solid #ff7a5c; font: 14px/1.5 ui-monospace, monospace; text-align: start }
.dateline-problem h2 { margin: 0 0 .5rem; font: 600 16px/1.4 system-ui, sans-serif; color: inherit }
.dateline-problem pre { margin: 0; padding: 0; border: 0; white-space: pre-wrap; overflow-wrap: anywhere;
  font: inherit; background: none; color: inherit }
.dateline-alone .dateline-problem { position: static; max-block-size: none; min-block-size: 100vh; box-sizing: border-box }
@media print { .dateline-problem { display: none } }
"""
_META = re.compile(r"<meta\b[^>]*\bhttp-equiv\s*=\s*[\"']?Content-Security-Policy\b[^>]*>", re.IGNORECASE)
_CONTENT = re.compile(r"\bcontent\s*=\s*(?:\"([^\"]*)\"|'([^']*)')", re.IGNORECASE)
_STRICT = "default-src 'none'"


def problem_html(diagnostics: Iterable[Diagnostic], folder: Path) -> str:
    """Print diagnostics as a box for the top of a page; empty when there are none."""
    text = as_text(diagnostics, folder)
    return problem_box(text) if text else ""


def problem_box(text: str) -> str:
    """Print a text as a box for the top of a page."""
    heading = "The timeline could not be built. It comes back when this is mended:"
    return f'<section class="dateline-problem" role="alert"><h2>{heading}</h2><pre>{escape(text)}</pre></section>'


def problem_page(problem: str) -> str:
    """Return a page for when there is no site to show."""
    body = problem or '<section class="dateline-problem"><h2>Nothing to show yet.</h2></section>'
    head = '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>dateline</title></head>'
    return f'{head}<body class="dateline-alone">{body}</body></html>'


def live(page: str, problem: str, script: str, origins: Iterable[str], head: str = "") -> tuple[str, str]:
    """Return a page as the preview shows it, and the policy to send with it.

    Added are the reload script (its address), *head* and, unless it is there already, the problem.
    """
    found = _META.search(page)
    policy = _STRICT
    if found:
        content = _CONTENT.search(found.group())
        policy = unescape((content.group(1) or content.group(2)) if content else "") or _STRICT
        page = page[: found.start()] + page[found.end() :]
    elif "dateline-alone" not in page:
        policy = ""
    added = f'<script src="{script}" defer></script><link rel="stylesheet" href="/{STYLE_PATH}">{head}'
    page = _before(page, "</head>", added)
    if problem and problem not in page:
        page = _before(page, "</body>", problem)
    return page, widened(policy, origins)


def widened(policy: str, origins: Iterable[str]) -> str:
    """Allow the preview's own script, style and websocket (of its origins) in a Content-Security-Policy.

    >>> widened("default-src 'none'; style-src 'self'", ["http://127.0.0.1:8000"])
    "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self' ws://127.0.0.1:8000"
    """
    directives = {name: rest for name, _, rest in (part.strip().partition(" ") for part in policy.split(";")) if name}
    if not directives:
        return ""
    sockets = " ".join(f"ws{origin.removeprefix('http')}" for origin in origins)
    for name, extra in (("style-src", "'self'"), ("script-src", "'self'"), ("connect-src", f"'self' {sockets}")):
        given = directives.get(name, directives.get("default-src", ""))
        words = [word for word in given.split() if word != "'none'"]
        directives[name] = " ".join(dict.fromkeys([*words, *extra.split()]))
    return "; ".join(f"{name} {rest}".strip() for name, rest in directives.items())


def _before(page: str, mark: str, added: str) -> str:
    """Put *added* before the last *mark*, or at the end of a page that has none."""
    head, found, tail = page.rpartition(mark)
    return f"{head}{added}{found}{tail}" if found else page + added
