"""The stamps at the head of a text that was pasted or exported → when it came out, marked as guessed: no metadata confirm it.

In: the text and its blocks. Out: Judged. The stamp of a change is taken only where there is no other.
"""

from __future__ import annotations

from dataclasses import replace

from generator.model.article import Block, BlockKind
from generator.model.witness import WitnessKind
from generator.read.dating.judging import JudgedDate, Seen, judged
from generator.read.dating.stamps import label_of, parted, stamps
from generator.read.dating.stated import StatedDate

_OPENING = 8
"""Among how many blocks a date of publication is looked for."""
_LONGEST = 160
"""Characters of a line that is a stamp."""
_MOSTLY = 0.6
"""The part of a line without a word such as "published" that its date makes up."""
_STAMPED = frozenset({BlockKind.BYLINE, BlockKind.FURNITURE, BlockKind.HEADING})


def dated(text: str, blocks: tuple[Block, ...]) -> JudgedDate:
    """Say when a text came out, by the stamps before its story."""
    seen: list[Seen] = []
    for block in blocks[:_OPENING]:
        for line in map(parted, block.span.of(text).split("\n")):
            found = list(stamps(line)) if len(line) <= _LONGEST else []
            if found and (block.kind is BlockKind.BYLINE or _is_stamp(line.strip(), found, is_told=block.kind not in _STAMPED)):
                seen += [Seen(WitnessKind.STAMP, label, said, 3, stated, changed=label == "changed") for label, said, stated in found]
    told = sorted((each for each in seen if not each.changed), key=lambda each: each.place != "published")
    if not told:
        told = [replace(each, changed=False) for each in seen]
    best = told[:1]
    result = judged([*best, *(replace(each, changed=True) for each in seen if each not in best)], (0, 0))
    published = result.published and replace(result.published, guessed=True)
    return replace(result, published=published)


def _is_stamp(line: str, found: list[tuple[str, str, StatedDate]], *, is_told: bool) -> bool:
    """Tell whether a line is a stamp: its dates make up most of it, or it says what they are; among the story's lines it begins so."""
    begins = line.startswith(found[0][1]) and label_of(line[len(found[0][1]) :].strip().partition(" ")[0])
    if begins or sum(len(said) for _, said, _ in found) >= _MOSTLY * len(line):
        return True
    return bool(found[0][0]) and not (is_told and (line.endswith(".") or not label_of(line.partition(" ")[0])))
