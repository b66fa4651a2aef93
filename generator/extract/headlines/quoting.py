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
    """Return the tokens between quotation marks; with a mark that has no other, all behind it, or before it where it closes."""
    found: frozenset[int] | None = line.memo.get("quoted")
    if found is None:
        found = line.memo["quoted"] = _quoted(line)
    return found


def _quoted(line: Line) -> frozenset[int]:
    pairs = quotations(line)
    if pairs is None:
        first = next(place for place, at in enumerate(line.kept) if _mark(line.tree, at))
        return frozenset(line.kept[:first] if closes(line.tree, line.kept[first]) else line.kept[first:])
    return frozenset(at for first, last in pairs for at in line.kept[first + 1 : last])


def closes(tree: Tree, at: int) -> bool:
    """Tell whether a quotation mark closes what stands before it: by its form, or as it stands close to that."""
    mark = tree[at].text
    glued = at > 0 and tree[at - 1].span.end == tree[at].span.start
    return mark in _CLOSE or (mark in _EITHER and glued)


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


def balanced(words: str) -> str:
    """Return words with the mark that they lack where they begin or end inside a quotation.

    >>> balanced("We left,” she said."), balanced('She said: "We left.')
    ('“We left,” she said.', 'She said: "We left."')
    """
    for opening, closing in (("“", "”"), ('"', '"')):
        marks = [at for at, letter in enumerate(words) if letter in {opening, closing}]
        if not marks:
            continue
        first, last = marks[0], marks[-1]
        if words[first] == closing and first > 0 and not words[first - 1].isspace() and words[first - 1] not in "([" and len(marks) % 2:
            return opening + words
        if words[last] == opening and len(marks) % 2 and not words[last + 1 : last + 2].isspace():
            return words + closing
    return words
