"""Who says what is told: the clause above it, the clause behind it, or 'according to …'.

In: what is Told. Out: the clause or the words that name the source, or None; the words to put behind a line.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from generator.extract.events.clauses import Clause
from generator.extract.events.headlines.plainer import plain
from generator.extract.events.headlines.printing import count
from generator.extract.events.headlines.references import named
from generator.extract.events.naming import head_of
from generator.extract.events.parse import Parsed
from generator.extract.events.stage import Stage
from generator.extract.events.verbgroups import Verb
from generator.extract.events.words import Word
from generator.model.story import Story
from generator.model.timex import Timex

_LONG_SPEAKER = 3
_LONG_ROLE = 6
_LONG_SOURCE = 9


@dataclass(frozen=True, slots=True)
class Told:
    """What is to be told: a verb of a clause of a sentence; ``own`` is the event's date, which the line need not say."""

    parsed: Parsed
    clause: Clause
    verb: Verb
    own: Timex | None


def reporting_above(told: Told, story: Story) -> Clause | None:
    """Return the outermost clause of saying or thinking that the clause is the content of."""
    found, below = None, told.clause
    while (above := told.parsed.parent(below)) is not None:
        known = above.verb.lemma in story.reporting | story.cognition
        inside = below.kind == "complement"
        if found is not None and not inside:
            break
        named = above.subject is not None and above.subject[0] < above.verb.first
        if (
            inside
            and known
            and named
            and (above.verb.passive or told.parsed.words[(above.subject or (0, 0))[0]].low not in story.of("expletive"))
        ):
            found = above
        below = above
    return found


def speech_behind(told: Told, story: Story) -> Clause | None:
    """Return the clause at the end of the sentence that says who said it."""
    for number, each in enumerate(told.parsed.clauses):
        verb, subject = each.verb, each.subject
        if not number or each.kind != "main" or verb.lemma not in story.of("attributing") or each.quoted or subject is None:
            continue
        if subject[0] < each.start or (subject[0] > verb.last and verb.first != verb.last):
            continue
        before = told.parsed.words[each.start - 1].tag
        behind = (below.start for below in told.parsed.below(each) if below.kind == "complement")
        complement = any(start <= each.verb.last + 2 for start in behind)
        if before in {",", "”"} and not complement and told.clause.verb.main <= each.verb.main and not each.verb.passive:
            return each
    return None


def source(parsed: Parsed, story: Story) -> tuple[int, int] | None:
    """Return the words 'according to …' of a sentence, with the noun group that says whom, wherever they stand."""
    words = parsed.words
    to = story.of("infinitive_mark")
    for at in range(len(words) - 2):
        if words[at].low in story.of("according") and words[at + 1].low in to and not words[at].quoted:
            end = at + 2
            while end < len(words) and words[end].tag in {"D", "N", "P", "U", "G"}:
                end += 1
            return (at, end) if at + 2 < end <= at + _LONG_SOURCE else None
    return None


def attribution(told: Told, said: Clause, stage: Stage, story: Story) -> tuple[list[Word], list[Word]]:
    """Return who said it and the verb of saying, as they can be put behind what is told: short, by name."""
    parsed = told.parsed
    if said.subject is None:
        return [], []
    start, end = said.subject
    until = next((at for at in range(start + 1, end) if parsed.words[at].tag in {",", "-", "W"}), end)
    shown = named(plain(parsed.words[start:until], told.own, story), said.verb, stage, story)
    if not shown:
        return [], []
    head = head_of(parsed, (start, until), story)
    inside = [word for word in shown if word.start < parsed.words[head[1] - 1].end] or shown
    of = shown[len(inside) : len(inside) + 1]
    role = bool(of) and of[0].low in story.of("of") and not inside[-1].low.endswith("s") and count(shown) <= _LONG_ROLE
    inside = shown if role or inside[-1].low in story.adjectives | story.of("superlatives") else inside
    person = stage.of(parsed, said.subject)
    named_person = person is not None and person.name[:1].isupper() and person.gender in {"m", "f", "h"}
    if person is not None and named_person and (count(inside) > _LONG_SPEAKER or inside[0].tag == "D"):
        inside = [replace(inside[0], text=person.name, low=person.name.lower(), tag="P")]
    verb = parsed.words[said.verb.first : said.verb.last + 1]
    if verb and verb[-1].lemma in story.of("tell"):
        verb = [replace(verb[-1], text="said", low="said", lemma="say")]  # whom it was told to finds no room
    return inside, verb
