"""Words to a line: date words and connectives left out, pronouns named, marks as print has them.

In: Words of a sentence, who is on stage, the Story. Out: fewer Words, or a line of text.
"""

from __future__ import annotations

import re
from dataclasses import replace

from generator.extract.events.stage import Stage
from generator.extract.events.words import Word
from generator.model.story import Story


def resolved(words: list[Word], stage: Stage) -> list[Word]:
    """Replace a leading pronoun by whom it means, as far as that is known."""
    shown: list[Word] = []
    for index, word in enumerate(words):
        possessive = word.tag == "D" and word.low in stage.own
        if index == 0 and (possessive or (word.tag == "O" and stage.is_pronoun(word.low))):
            person = stage.behind(word.low)
            if person:
                name = person.name if person.gender != "n" and not person.plural and person.name[:1].isupper() else person.words
                name = name if possessive is False else name + ("’" if name.endswith("s") else "’s")
                shown.append(replace(word, text=name, low=name.lower(), tag="P"))
                continue
        shown.append(word)
    return shown


def plain(words: list[Word], story: Story) -> list[Word]:
    """Leave out date words with their prepositions, connectives, and what stands open at the end."""
    kept: list[Word] = []
    for index, word in enumerate(words):
        owned = index + 1 < len(words) and words[index + 1].tag == "G"
        if word.tag == "T":
            while not owned and kept and (kept[-1].low in story.of("before_time") or kept[-1].tag == ",") and kept[-1].tag != "V":
                kept.pop()
            if kept and kept[-1].form in {"past", "part"} and kept[-1].tag == "V" and _finite_next(words, word):
                kept.pop()  # 'cases confirmed on Monday were …'
            continue
        if word.tag == "G" and (not kept or kept[-1].end != word.start):
            if kept and kept[-1].tag != "D":
                kept.append(replace(word, text="the", low="the", tag="D"))  # 'after Tuesday's call' → 'after the call'
            continue
        if word.tag == "," and (not kept or kept[-1].tag == ","):
            continue
        if word.tag == "R" and (word.low in story.of("dropped") or (word.low in story.connectives and not kept)):
            continue
        kept.append(word)
    while kept and kept[-1].tag in {".", ",", ";", ":", "-"}:
        kept.pop()
    return kept


def _finite_next(words: list[Word], time: Word) -> bool:
    following = next((word for word in words if word.start >= time.end and word.tag not in {",", "R"}), None)
    return following is not None and following.tag in {"V", "M"} and following.form in {"past", "s", ""}


def line_of(words: list[Word]) -> str:
    """Join words as print has them: marks closed up, quote marks balanced, the first letter a capital."""
    line = ""
    for word in words:
        glued = not line or line[-1] in "“‘([" or word.tag in {",", ";", ":", ".", "”", ")", "G"} or word.low.startswith("'")
        glued = glued or (word.tag == "P" and line.endswith("-"))
        text = "“" if word.tag == "“" and word.text in {'"', "''"} else "”" if word.tag == "”" and word.text in {'"', "''"} else word.text
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
