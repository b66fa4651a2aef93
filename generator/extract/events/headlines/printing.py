"""Words to a line as print has it.

In: Words in order. Out: a line of text, marks closed up, quote marks balanced, the first letter a capital.
"""

from __future__ import annotations

import re

from generator.extract.events.words import Word

_MARKS = frozenset({",", ";", ":", "-", "(", ")", "“", "”", "."})
_STRAIGHT = frozenset({'"', "''", "``"})


def count(words: list[Word]) -> int:
    """Return how many words a reader sees (marks and clitics are none)."""
    return sum(_seen(word) for word in words)


def fitting(words: list[Word], most: int) -> int:
    """Return how many of *words*, from the first, a reader sees as at most so many."""
    seen = 0
    for at, word in enumerate(words):
        seen += _seen(word)
        if seen > most:
            return at
    return len(words)


def _seen(word: Word) -> int:
    if word.tag in _MARKS or word.tag == "G" or word.low.startswith("'"):
        return 0
    return len(word.text.split()) if " " in word.text else 1


def line_of(words: list[Word]) -> str:
    """Join words as print has them."""
    line, end = "", -1
    for word in words:
        glued = not line or line[-1] in "“‘([" or word.tag in {",", ";", ":", ".", "”", ")", "G"} or word.low.startswith("'")
        glued = glued or (word.tag == "P" and line.endswith("-")) or (line.endswith(".") and word.start == end)
        end = word.end
        text = word.tag if word.tag in {"“", "”"} and word.text in _STRAIGHT else " ".join(word.text.split())
        line += text if glued else f" {text}"
    line = _balanced(line)
    line = re.sub(r"\s+([,;:.])", r"\1", line).strip(" ,;:-–—")
    line = line if re.search(r"\b[A-Z]\.$", line) else line.rstrip(".")
    return line[:1].upper() + line[1:]


def _balanced(line: str) -> str:
    for opening, closing in (("“", "”"), ("(", ")"), ("‘", "’")):
        more = line.count(opening) - (line.count(closing) if opening != "‘" else len(re.findall(r"’(?!\w)", line)))
        if more > 0:
            line = line.rstrip(" ,") + closing * more if opening != "‘" else line.replace("‘", "")
        elif more < 0 and opening != "‘":
            line = line.replace(closing, "", -more)
    return line
