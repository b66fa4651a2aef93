"""Why a clause tells no event: a condition, a duty, what did not happen, what recurs or is usual.

In: a Parsed sentence, a clause and its verb, the Story. Out: the reason in words, or nothing.
"""

from __future__ import annotations

from collections.abc import Callable

from generator.extract.events.clauses import Clause
from generator.extract.events.parse import Parsed
from generator.extract.events.verbgroups import Verb
from generator.model.story import Story


def why_not(parsed: Parsed, clause: Clause, verb: Verb, story: Story) -> str:
    """Return the first reason against; empty when there is none."""
    for rule in _RULES:
        reason = rule(parsed, clause, verb, story)
        if reason:
            return reason
    return ""


def condition_over(parsed: Parsed, clause: Clause) -> str:
    """Return the word of the condition that a clause stands under, or nothing."""
    above: Clause | None = clause
    while above is not None:
        if above.kind == "conditional":
            return above.opener
        above = parsed.parent(above)
    return ""


def _first_person(parsed: Parsed, clause: Clause, verb: Verb, story: Story) -> str:
    del verb
    if clause.subject is None or not any(word.low in story.of("first_person") for word in parsed.words[slice(*clause.subject)]):
        return ""
    quoted = any(word.quoted or (word.tag in {"“", "”"} and word.text in {"“", "”", '"'}) for word in parsed.words)
    return "" if quoted else "is told in the first person, outside quote marks"


def _condition(parsed: Parsed, clause: Clause, verb: Verb, story: Story) -> str:
    condition = condition_over(parsed, clause)
    if condition:
        return f"stands under “{condition}”: a condition, not an event"
    depends = any(below.kind == "conditional" for below in parsed.below(clause))
    return "holds only under a condition" if depends and clause.verb.modal in story.of("under_condition") and not verb.perfect else ""


def _modality(parsed: Parsed, clause: Clause, verb: Verb, story: Story) -> str:
    del parsed, verb
    modal = clause.verb.modal
    if modal in story.of("duty") and not clause.verb.perfect:
        return f"“{modal}” states a duty or a possibility, not an event"
    return f"“{modal} have” tells what did not happen, or may not have" if clause.verb.perfect and modal in story.of("unreal") else ""


def _recurs(parsed: Parsed, clause: Clause, verb: Verb, story: Story) -> str:
    del verb
    words = [parsed.words[index] for index in range(clause.start, clause.end) if clause.owns(index)]
    if any(each.span.overlaps(word.span) for each in parsed.recurring for word in words):
        return "tells what recurs"
    return "tells what is usual" if any(word.low in story.habitual for word in words) else ""


def _asked(parsed: Parsed, clause: Clause, verb: Verb, story: Story) -> str:
    del clause, verb, story
    return "is asked" if parsed.text[: parsed.sentence.span.end].rstrip().endswith(("?", "?”", '?"', "?'")) else ""


def _said_of(parsed: Parsed, clause: Clause, verb: Verb, story: Story) -> str:
    """'… in what officials said was a first': who says so is told by the way."""
    del verb
    by_the_way = parsed.words[clause.start].low in story.of("what") and clause.verb.lemma in story.reporting
    return "only says who calls it so" if by_the_way else ""


def _negated(parsed: Parsed, clause: Clause, verb: Verb, story: Story) -> str:
    above = parsed.parent(clause)
    asked = clause.opener in story.of("complementizers") and clause.opener not in story.of("that")
    if asked and above is not None and above.verb.negated:
        return "is not known"
    if clause.subject is not None and parsed.words[clause.subject[0]].low in story.of("nobody"):
        return "is negated"
    return "is negated" if (verb.negated or clause.verb.negated) and clause.verb.lemma not in story.reporting else ""


_RULES: tuple[Callable[[Parsed, Clause, Verb, Story], str], ...] = (
    _first_person,
    _condition,
    _modality,
    _recurs,
    _negated,
    _said_of,
    _asked,
)
