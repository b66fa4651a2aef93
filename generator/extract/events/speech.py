"""Who speaks in a sentence: the clause or the words that name the source, and quotations that run over several sentences.

In: a Parsed sentence, the Story. Out: a Voice, or None when nobody is quoted there; whether a quotation is open.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.extract.events.clauses import Clause
from generator.extract.events.parse import Parsed
from generator.extract.events.verbgroups import Verb
from generator.model.span import Span
from generator.model.story import Story

_MARKS = re.compile(r"[“”\"]")
_OPENS = ("“", '"', "‘")
_CLOSE = 4
_GROUP = frozenset({"N", "P", "U", "D", "G", "O", "I", "R"})


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks: the words ``group`` name it; ``clause`` says so, or is None for "according to …"."""

    clause: Clause | None
    group: tuple[int, int]


def attribution(parsed: Parsed, story: Story) -> Clause | None:
    """Return the clause that says who said it, when the sentence reports speech."""
    for clause in parsed.clauses:
        verb = clause.verb
        if clause.kind not in {"main", "coordinate"} or clause.quoted or clause.subject is None or verb.modal or verb.negated:
            continue
        if says(parsed, verb, story) and not (verb.perfect and verb.past):
            return clause
    return None


def says(parsed: Parsed, verb: Verb, story: Story) -> bool:
    """Tell whether a verb's subject is who speaks: 'she said', 'she was quoted as saying', not 'it was said'."""
    behind = parsed.words[verb.last + 1 :]
    quoted = verb.passive and verb.lemma in story.of("quoting") and any(word.low in story.of("as") for word in behind[:_CLOSE])
    return quoted or (verb.lemma in story.reporting and not verb.passive)


def voice_of(parsed: Parsed, story: Story) -> Voice | None:
    """Return who speaks in a sentence: the subject of its attribution, else whom it goes by ("according to …")."""
    clause = attribution(parsed, story)
    if clause is not None and clause.subject is not None:
        return Voice(clause, clause.subject)
    words = parsed.words
    for index, word in enumerate(words[:-2]):
        if word.low in story.of("according") and words[index + 1].tag in {"I", "to"}:
            end = index + 2
            while end < len(words) and words[end].tag in _GROUP:
                end += 1
            return Voice(None, (index + 2, end)) if end > index + 2 else None
    return None


def spoke_after(parsed: Parsed, voice: Voice, story: Story) -> bool:
    """Tell whether a sentence only says after what somebody spoke ('she was speaking a day after the strike'), and nothing of what."""
    if voice.clause is None or voice.clause.verb.lemma not in story.of("talking"):
        return False
    behind = parsed.words[voice.clause.verb.last + 1 :]
    return any(word.low in story.of("after") for word in behind[:_CLOSE]) and _MARKS.search(parsed.sentence.span.of(parsed.text)) is None


def opens_quoted(text: str, span: Span) -> bool:
    """Tell whether a sentence begins with a quote mark."""
    return text.startswith(_OPENS, span.start)


def left_open(text: str, span: Span, *, before: bool) -> bool:
    """Tell whether a quotation is open at the end of a sentence, given whether one was *before*."""
    inside = before
    for mark in _MARKS.finditer(text, span.start, span.end):
        opens = mark.group() == "“" or (mark.group() == '"' and (not inside or mark.start() == span.start))
        inside = opens
    return inside
