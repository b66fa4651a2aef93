"""Write a short headline from a clause's own words: who did what.

In: a Parsed sentence, what is told (a clause or a noun), who is on stage. Out: a line of at most fifteen words, or nothing.
"""

from __future__ import annotations

import re
from dataclasses import replace

from generator.extract.events.clauses import Clause, Verb
from generator.extract.events.naming import head_of
from generator.extract.events.parse import Parsed
from generator.extract.events.shortening import count, shorten, trimmed
from generator.extract.events.stage import PRONOUNS, Stage
from generator.extract.events.words import Word
from generator.model.story import Story

LIMIT = 15
_BEFORE_TIME = frozenset(
    {"on", "in", "at", "from", "late", "early", "just", "for", "during", "of", "since", "about", "around", "barely", "only", "over"}
)
_DROPPED = frozenset({"also", "however", "meanwhile", "earlier", "later", "separately", "first", "too", "then", "instead", "moreover"})


def of_clause(parsed: Parsed, clause: Clause, verb: Verb, stage: Stage, story: Story) -> str:
    """Return subject, verb and what follows in the clause, with the clause of what was said or done to it."""
    subject = subject_of(parsed, clause, verb, stage, story)
    start = verb.first if verb is not clause.verb and _detached(parsed, clause, verb) else clause.verb.first
    end = clause.end
    for below in parsed.below(clause):
        if (
            below.start == end
            and below.kind in {"complement", "coordinate", "conditional", "relative", "adverbial", "main"}
            and below.start >= end
        ):
            if below.kind == "main" and below.opener != "quote":
                break
            end = below.end
    told = _plain(parsed.words[start:end], story)
    if start != clause.verb.first and not subject:
        return ""
    content = _said_before(parsed, clause, story)
    if content:
        return _attributed(content, subject, told, story)
    keep = len(subject) + _core_length(told, story)
    return line_of(shorten([*subject, *told], keep, LIMIT, story))


def _core_length(told: list[Word], story: Story) -> int:
    """Return how many words belong to the verb, and with verbs of saying to the verb of what is said."""
    core = 0
    while core < len(told) and told[core].tag in {"V", "M", "R", "X", "to"}:
        core += 1
    if core and told[core - 1].lemma in story.reporting:
        for index in range(core, len(told)):
            if told[index].tag in {"V", "M"} and told[index].form in {"past", "s", "base", ""}:
                return core
    return core + 1


def _detached(parsed: Parsed, clause: Clause, verb: Verb) -> bool:
    """Tell whether a verb that is no finite one tells by itself: 'both men … to appear in court', 'the man arrested on Monday'."""
    if verb.infinitive:
        return parsed.words[verb.first - 1].tag in {"T"} and clause.verb.lemma != "be"
    return verb.form == "part" and verb.main > clause.verb.main


def subject_of(parsed: Parsed, clause: Clause, verb: Verb, stage: Stage, story: Story) -> list[Word]:
    """Return the words of the subject, pronouns replaced by whom they mean."""
    group = clause.subject
    if verb is not clause.verb and verb.form == "part" and verb.main > clause.verb.main:
        group = _noun_before(parsed, verb.first)
    if group is None:
        return []
    start, end = group
    words = [word for word in parsed.words[start:end] if word.tag not in {"T", "“", "”"}]
    core = head_of(parsed, group)
    if core[1] < end and parsed.words[core[1]].tag in {",", "-", "("}:
        words = [word for word in parsed.words[core[0] : core[1]] if word.tag != "T"]
    return resolved(_plain(words, story), stage)


def _noun_before(parsed: Parsed, index: int) -> tuple[int, int] | None:
    end = index
    while end > 0 and parsed.words[end - 1].tag in {"R", "T", ","}:
        end -= 1
    start, _ = parsed.noun_group(end - 1) if end else (0, 0)
    return (start, end) if start < end else None


def of_noun(parsed: Parsed, noun: int, stage: Stage, story: Story) -> str:
    """Return the noun group around an event noun, with what it is about; a bare one borrows from the fullest told before."""
    words = parsed.words
    start = noun
    while start > 0 and (
        words[start - 1].tag in {"N", "P", "U", "D", "G", "T"} or (words[start - 1].tag == "V" and words[start - 1].form == "part")
    ):
        start -= 1
    end = noun + 1
    while end < len(words) and words[end].tag in {"I", "N", "P", "U", "D", "G", "T"} and end - noun < LIMIT:
        end += 1
    kept = resolved(_plain(words[start:end], story), stage)
    kept = trimmed(
        kept[1:] if kept and kept[0].tag == "D" and kept[0].low in {"the", "a", "an", "this", "that", "these", "those"} else kept, story
    )
    shown = line_of(shorten(kept, len(kept), LIMIT, story))
    key = words[noun].low
    known = stage.things.get(key, "")
    if count(kept) <= 1:
        return known or shown
    if len(shown) > len(known):
        stage.things[key] = shown
    return shown


def resolved(words: list[Word], stage: Stage) -> list[Word]:
    """Replace a leading pronoun by whom it means, as far as that is known."""
    shown: list[Word] = []
    for index, word in enumerate(words):
        possessive = word.tag == "D" and word.low in {"his", "her", "their", "its"}
        if index == 0 and (possessive or (word.tag == "O" and word.low in PRONOUNS)):
            person = stage.behind(word.low)
            if person:
                name = person.name if person.gender != "n" and not person.plural and person.name[:1].isupper() else person.words
                name = name if possessive is False else name + ("’" if name.endswith("s") else "’s")
                shown.append(replace(word, text=name, low=name.lower(), tag="P"))
                continue
        shown.append(word)
    return shown


def _said_before(parsed: Parsed, clause: Clause, story: Story) -> list[Word]:
    """Return what was said when it stands before its attribution: '“…,” he told reporters', '…, officials said'."""
    number = parsed.clauses.index(clause)
    if number == 0 or clause.verb.lemma not in story.reporting or clause.kind != "main":
        return []
    before = parsed.words[clause.start - 1]
    if before.tag not in {",", "”"} or any(below.kind == "complement" for below in parsed.below(clause)):
        return []
    start = parsed.clauses[0].start
    while start < clause.start and parsed.words[start].tag in {"R", ",", "C"}:
        start += 1
    content = [word for word in parsed.words[start : clause.start] if word.tag != "T"]
    while content and content[-1].tag in {",", "”"}:
        content = content[:-1]
    return content


def _attributed(content: list[Word], subject: list[Word], told: list[Word], story: Story) -> str:
    verb = [word for word in told[:1] if word.tag == "V"] or told[:1]
    room = LIMIT - count(subject) - count(verb)
    quoted = any(word.quoted for word in content)
    if room < 5:
        return line_of(shorten([*subject, *told], len(subject) + 1, LIMIT, story))
    first = next((index for index, word in enumerate(content) if word.tag in {"V", "M"}), 0)
    kept = shorten([word for word in content if word.tag not in {"“", "”"}] if quoted else content, first + 2, room, story)
    if not kept:
        return ""
    said = line_of(kept)
    tail = line_of([*subject, *verb])
    tail = tail[:1].lower() + tail[1:] if subject and subject[0].tag in {"D", "N"} else tail
    return f"“{said},” {tail}" if quoted else f"{said}, {tail}"


def _plain(words: list[Word], story: Story) -> list[Word]:
    """Leave out date words with their prepositions, connectives, and what stands open at the end."""
    kept: list[Word] = []
    for word in words:
        if word.tag == "T":
            while kept and (kept[-1].low in _BEFORE_TIME or kept[-1].tag == ",") and kept[-1].tag != "V":
                kept.pop()
            continue
        if word.tag == "G" and (not kept or kept[-1].end != word.start):
            continue
        if word.tag == "," and (not kept or kept[-1].tag == ","):
            continue
        if word.tag == "R" and (word.low in _DROPPED or (word.low in story.connectives and not kept)):
            continue
        kept.append(word)
    while kept and kept[-1].tag in {".", ",", ";", ":", "-"}:
        kept.pop()
    return kept


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
