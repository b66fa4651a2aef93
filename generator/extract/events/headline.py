"""Write a short headline from a clause's own words: who did what.

In: a Parsed sentence, what is told (a clause or a noun), who pronouns stand for. Out: a line of at most fifteen words.
"""

from __future__ import annotations

import re

from generator.extract.events.clauses import Clause, Verb
from generator.extract.events.naming import Stage
from generator.extract.events.parse import Parsed
from generator.extract.events.words import Word
from generator.model.story import Story

LIMIT = 15
_DANGLING = frozenset({"I", "B", "D", "C", "S", "W", "to", "M", ",", "-", "(", ":", ";", "R", "X", "“", "G"})


def of_clause(parsed: Parsed, clause: Clause, verb: Verb, stage: Stage, story: Story, *, content: bool) -> str:
    """Return subject, verb and what follows; with *content* also the clause of what was said."""
    pieces = _subject(parsed, clause, stage)
    end = clause.end
    if content:
        end = max([clause.end, *(below.end for below in parsed.below(clause) if below.kind in {"complement", "coordinate", "conditional"})])
    start = verb.first if verb is clause.verb else clause.verb.first
    told = _told(parsed, start, end, story)
    return finish([*pieces, *told])


def of_noun(parsed: Parsed, noun: int, stage: Stage, story: Story) -> str:
    """Return the noun group around an event noun, with what it is about behind it."""
    words = parsed.words
    start = noun
    while (
        start > 0
        and words[start - 1].tag in {"N", "P", "U", "D", "G", "T", "V"}
        and not (words[start - 1].tag == "V" and words[start - 1].form != "part")
    ):
        start -= 1
    end = noun + 1
    while end < len(words) and words[end].tag in {"I", "N", "P", "U", "D", "G", "T", "C"} and end - noun < LIMIT:
        end += 1
    kept = [word for word in _without_time(words[start:end], story)]
    shown = _resolved(kept, stage)
    if shown and shown[0].lower() in {"the", "a", "an", "this", "that"} and len(shown) > 1:
        shown = shown[1:]
    return finish(shown)


def _subject(parsed: Parsed, clause: Clause, stage: Stage) -> list[str]:
    if clause.subject is None:
        return []
    start, end = clause.subject
    for index in range(start + 1, end):
        if parsed.words[index].tag in {",", "-", "("}:
            end = index
            break
    return _resolved([word for word in parsed.words[start:end] if word.tag not in {"T", "“", "”"}], stage)


def _resolved(words: list[Word], stage: Stage) -> list[str]:
    shown = []
    for index, word in enumerate(words):
        if word.tag == "O" or (word.tag == "D" and word.low in {"his", "her", "their", "its"}):
            person = stage.behind(word.low)
            if person and index == 0:
                name = person.name or person.words
                shown.append(name + ("'" if name.endswith("s") else "'s") if word.tag == "D" else name)
                continue
        shown.append(word.text)
    return shown


def _told(parsed: Parsed, start: int, end: int, story: Story) -> list[str]:
    words = parsed.words[start:end]
    return [word.text for word in _without_time(words, story)]


def _without_time(words: list[Word], story: Story) -> list[Word]:
    kept: list[Word] = []
    for word in words:
        if word.tag == "T":
            while kept and (
                kept[-1].low in {"on", "in", "at", "from", "late", "early", "just", "for", "during", "of"} or kept[-1].tag == ","
            ):
                kept.pop()
            continue
        if word.tag == "G" and (not kept or kept[-1].end != word.start):
            continue
        if word.tag == "R" and word.low in story.connectives:
            continue
        kept.append(word)
    return kept


def finish(words: list[str]) -> str:
    """Join words into a line: spaces as print has them, cut at a clause's or group's end, quotes balanced, first letter capital."""
    line = _joined(words)
    line = _cut(line)
    line = _balanced(line)
    line = re.sub(r"\s+([,;:.])", r"\1", line).strip(" ,;:.-–—")
    return line[:1].upper() + line[1:]


def _joined(words: list[str]) -> str:
    line = ""
    for word in words:
        glue = not line or line[-1] in "“‘([" or word in {",", ";", ":", ".", "”", ")", "]", "?"} or word.startswith(("'", "’"))
        line += word if glue else " " + word
    return line


def _cut(line: str) -> str:
    words = line.split(" ")
    if len(words) <= LIMIT:
        return line
    for at in range(LIMIT, 5, -1):
        if words[at - 1].endswith((",", ";", ":")):
            return " ".join(words[:at])
    for at in range(LIMIT, 5, -1):
        if words[at].lower() in _BREAKS and words[at - 1].lower() not in _BREAKS:
            return " ".join(words[:at])
    return " ".join(words[:LIMIT])


_BREAKS = frozenset(
    "and but or that which who when while after before because as if in on at by for with from to of into over under about against between among through during since until within toward across along".split()
)  # noqa: SIM905


def _balanced(line: str) -> str:
    for opening, closing in (("“", "”"), ("(", ")"), ("‘", "’")):
        if opening != "‘" and line.count(opening) > line.count(closing):
            line += closing
        elif opening != "‘" and line.count(closing) > line.count(opening):
            line = line.replace(closing, "", line.count(closing) - line.count(opening))
    return line + '"' if line.count('"') % 2 else line
