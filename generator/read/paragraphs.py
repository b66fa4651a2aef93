"""A text → its paragraphs: stretches between blank lines, or lines, where a text clearly has one paragraph a line.

In: the frozen text. Out: spans without the white space round them, in order, with the list mark before them if they have one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from generator.model.span import Span
from generator.read import phrases

_WRAPPED = 110
"""Lines of hard-wrapped text are no longer than this."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A stretch of the text without its list mark; ``item`` tells that it had one, ``mark`` what Markdown put before it."""

    span: Span
    item: bool = False
    mark: str = ""


def paragraphs(text: str, *, markdown: bool = False) -> tuple[Paragraph, ...]:
    """Return the paragraphs of a text, in order; they do not overlap and none is empty."""
    found: list[Paragraph] = []
    fence: str | None = None
    numbered = frozenset(int(match[1]) for match in _NUMBER.finditer(text))
    for chunk in _chunks(text):
        if markdown:
            fence, inside = _fenced(text, chunk, fence)
            if inside:
                found.append(Paragraph(Span(chunk[0].start, chunk[-1].end), mark="```"))
                continue
        found.extend(_marked(text, span, numbered=numbered, markdown=markdown) for span in _split(text, chunk))
    return tuple(each for each in found if len(each.span))


_LINE = re.compile(r"[^\n]+")
_NUMBER = re.compile(r"^[ \t]*(\d{1,2})[.)][ \t]", re.MULTILINE)


def _chunks(text: str) -> list[list[Span]]:
    """Return runs of lines that no blank line interrupts."""
    chunks: list[list[Span]] = []
    last = -2
    for match in _LINE.finditer(text):
        line = Span(*match.span()).trimmed(text)
        if not len(line):
            continue
        if match.start() == last + 1 and chunks:
            chunks[-1].append(line)
        else:
            chunks.append([line])
        last = match.end()
    return chunks


def _fenced(text: str, chunk: list[Span], fence: str | None) -> tuple[str | None, bool]:
    """Follow Markdown's code fences: return the fence that is open after the chunk, and whether the chunk is code."""
    inside = fence is not None
    for line in chunk:
        sign = line.of(text)[:3]
        if fence is None and sign in ("```", "~~~"):
            fence, inside = sign, True
        elif sign == fence:
            fence = None
    return fence, inside


def _split(text: str, lines: list[Span]) -> list[Span]:
    """Join the lines of a chunk into paragraphs."""
    if len(lines) == 1:
        return lines
    wrapped = _is_wrapped(text, lines)
    joined: list[Span] = [lines[0]]
    for before, line in pairwise(lines):
        if _begins_anew(text, before, line, wrapped=wrapped):
            joined.append(line)
        else:
            joined[-1] = Span(joined[-1].start, line.end)
    return joined


def _is_wrapped(text: str, lines: list[Span]) -> bool:
    """Tell whether the lines look broken to a width: none long, most of them near the longest, some ending in mid-sentence."""
    widths = [len(line) for line in lines]
    longest = max(widths)
    if not 30 <= longest <= _WRAPPED:
        return False
    full = sum(width >= 0.6 * longest for width in widths[:-1])
    running = sum(not phrases.ENDS.search(line.of(text)) for line in lines[:-1])
    return full >= 0.7 * (len(lines) - 1) and running >= 0.5 * (len(lines) - 1)


def _begins_anew(text: str, before: Span, line: Span, *, wrapped: bool) -> bool:
    """Tell whether a line begins a paragraph of its own."""
    if match := phrases.BULLET.match(text, line.start):
        return not wrapped or match[0][0] in "•●▪◦‣*" or bool(phrases.ENDS.search(before.of(text)))
    if text[line.start] in "#>|":
        return True
    if wrapped:
        return False
    if phrases.ENDS.search(before.of(text)):
        return True
    return not text[line.start].islower()


def _marked(text: str, span: Span, *, numbered: frozenset[int], markdown: bool) -> Paragraph:
    """Take the mark off a list item, a heading or a quotation."""
    sign = ""
    if markdown and (match := phrases.MARKDOWN_MARK.match(text, span.start, span.end)):
        sign = match[0].strip()
        span = Span(match.end(), span.end)
        if sign.startswith("#"):
            span = Span(span.start, span.start + len(span.of(text).rstrip("# ")))
    if (match := phrases.BULLET.match(text, span.start, span.end)) and _is_item(match[0], numbered):
        return Paragraph(Span(match.end(), span.end), item=True, mark=sign)
    return Paragraph(span, mark=sign)


def _is_item(mark: str, numbered: frozenset[int]) -> bool:
    """Tell a list mark from a sentence that begins with a number ("3. Mai"): lists count from 1, and on."""
    number = int(mark.strip().rstrip(".)")) if mark[0].isdigit() else None
    return number is None or (1 in numbered and (number == 1 or number - 1 in numbered) and 2 in numbered)
