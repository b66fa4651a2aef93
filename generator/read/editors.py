"""The editors that ``timeline.toml`` names → the same, each with initials and a colour: from the name, and from the place in the list."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import cycle

from generator.model.editor import Editor

_COLOURS = ("#0b4f6c", "#8a3b12", "#2e6b34", "#7a2e7a", "#8a6d00", "#1f5fa8", "#a12b3a", "#4d4d4d")


def marked(editors: Sequence[Editor]) -> tuple[Editor, ...]:
    """Return the editors, in their order; none gets a colour that another has been given."""
    taken = {each.colour for each in editors}
    colours = cycle([each for each in _COLOURS if each not in taken] or _COLOURS)
    return tuple(replace(each, initials=each.initials or _initials(each.name), colour=each.colour or next(colours)) for each in editors)


def _initials(name: str) -> str:
    return "".join(word[0] for word in re.findall(r"\w+", name))[:3].upper() or name[:1]
