"""What of a line stands between quotation marks, and whether the marks are whole.

In: a Line. Out: token indices; a fault.
"""

from __future__ import annotations

from generator.extract.headlines.line import CLOSING, OPENING, Line
from generator.model.tree import Tree, Upos

_OPEN, _CLOSE, _EITHER = OPENING | {"``"}, CLOSING | {"''"}, frozenset({'"', "'"})


def quotations(line: Line) -> tuple[tuple[int, int], ...] | None:
    """Return the places in ``line.kept`` of each pair of marks; None where a mark has no other."""
    found: list[tuple[int, int]] = []
    opened: int | None = None
    for place, at in enumerate(line.kept):
        mark = _mark(line.tree, at)
        if not mark:
            continue
        if opened is None:
            if mark in _CLOSE:
                return None
            opened = place
        elif mark in _CLOSE | _EITHER:
            found.append((opened, place))
            opened = None
        else:
            return None
    return tuple(found) if opened is None else None


def quoted_tokens(line: Line) -> frozenset[int]:
    """Return the tokens between quotation marks; with a mark that has no other, all behind it."""
    pairs = quotations(line)
    if pairs is None:
        first = next(place for place, at in enumerate(line.kept) if _mark(line.tree, at))
        return frozenset(line.kept[first:])
    return frozenset(at for first, last in pairs for at in line.kept[first + 1 : last])


def is_unbroken(line: Line) -> bool:
    """Tell whether each quotation of a line is one stretch of the source, between the marks that the source has there."""
    pairs = quotations(line)
    if pairs is None:
        return False
    inside = (line.kept[first : last + 1] for first, last in pairs)
    return all(run == tuple(range(run[0], run[0] + len(run))) and not any(at in line.put for at in run) for run in inside)


def _mark(tree: Tree, at: int) -> str:
    token = tree[at]
    return token.text if token.upos is Upos.PUNCT and token.text in _OPEN | _CLOSE | _EITHER else ""
