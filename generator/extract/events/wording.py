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


_TICKER = re.compile(r"\.?[A-Z0-9]{2,6}\.[A-Z]{1,2}")


def plain(words: list[Word], story: Story) -> list[Word]:
    """Leave out brackets, date words with their prepositions, connectives, and what stands open at the end."""
    kept: list[Word] = []
    words = _unbracketed(words)
    for index, word in enumerate(words):
        if word.tag == "T":
            _drop_before_time(kept, words, index, story)
            if _takes_clause(words, index, story):
                break  # 'in the same week that …' goes with its date words
        elif word.tag == "G" and (not kept or kept[-1].end != word.start):
            if kept and kept[-1].tag != "D":
                kept.append(replace(word, text="the", low="the", tag="D"))  # 'after Tuesday's call' → 'after the call'
        elif not _is_idle(word, kept, story):
            kept.append(word)
    while kept and kept[-1].tag in {".", ",", ";", ":", "-"}:
        kept.pop()
    return kept


def _takes_clause(words: list[Word], index: int, story: Story) -> bool:
    """Tell whether a time expression goes on in a clause of its own: 'during the same week that …'."""
    placed = index > 0 and words[index - 1].tag == "I" and words[index].low.split(" ")[0] in story.of("definite")
    return placed and index + 1 < len(words) and words[index + 1].tag == "S" and words[index + 1].low in story.of("that")


def _is_idle(word: Word, kept: list[Word], story: Story) -> bool:
    """Tell whether a word says nothing in a headline: 'also', a connective that opens, a comma behind a comma."""
    doubled = word.tag == "," and (not kept or kept[-1].tag == ",")
    return doubled or (word.tag == "R" and (word.low in story.of("dropped") or (word.low in story.connectives and not kept)))


def _unbracketed(words: list[Word]) -> list[Word]:
    kept, depth = [], 0
    for word in words:
        depth = max(0, depth + (word.tag == "(") - (word.tag == ")"))
        if depth == 0 and word.tag != ")" and not _TICKER.fullmatch(word.text):
            kept.append(word)
    return kept


def _drop_before_time(kept: list[Word], words: list[Word], index: int, story: Story) -> None:
    """Take back what led up to the time expression that is left out: its prepositions, a participle it belonged to."""
    owned = index + 1 < len(words) and words[index + 1].tag == "G"
    while not owned and kept and kept[-1].tag != "V" and (kept[-1].low in story.of("before_time") or kept[-1].tag == ","):
        kept.pop()
    if kept and not owned and kept[-1].low in story.of("indefinite"):
        kept.pop()  # 'an August 3 statement'
    if kept and kept[-1].form in {"past", "part"} and kept[-1].tag == "V" and _finite_next(words, words[index]):
        kept.pop()  # 'cases confirmed on Monday were …'


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
