"""How far a text is taken apart into paragraphs, so that no file takes more than its share of time and memory.

In: the frozen text, the most that is read of it. Out: where that ends, and blocks for what lies behind, which nothing is looked for in.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.article import Block, BlockKind
from generator.model.span import Span

PARAGRAPH = 15
"""Code points that a paragraph counts for at least: one of a single letter is work, too."""
_LOOKED = 5_000
"""Code points before the limit among which the end of a line, or else of a sentence, is looked for."""
_PIECE = 2_000
"""Code points of a block that nothing is looked for in, at least; it ends with a line."""


def end_of_read(text: str, most: int) -> int:
    r"""Return where the first *most* code points of a text end, between two lines or sentences if there are any.

    >>> end_of_read("It fell.\nIt rose.", 12), end_of_read("It fell. It rose.", 12), end_of_read("It fell.", 12)
    (8, 8, 8)
    """
    if len(text) <= most:
        return len(text)
    line = text.rfind("\n", max(0, most - _LOOKED), most)
    stop = text.rfind(". ", max(0, most - _LOOKED), most) + 1
    return line if line > 0 else stop or most


def unread(text: str, start: int) -> Iterator[Block]:
    """Yield blocks for what lies behind *start*, some lines in each: an editor can still choose words there."""
    while start < len(text):
        line = text.find("\n", start + _PIECE)
        end = line if line >= 0 else len(text)
        span = Span(start, end).trimmed(text)
        if len(span):
            yield Block(BlockKind.UNREAD, span)
        start = end
