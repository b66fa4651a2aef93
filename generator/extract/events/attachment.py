"""Find what a time expression dates: the verb or the event noun that it belongs to.

In: a Parsed sentence and the index of a time expression among its words. Out: an Attachment, or None when it dates nothing.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.extract.events.clauses import Clause
from generator.extract.events.parse import Parsed, is_event, singular
from generator.extract.events.verbgroups import Verb
from generator.model.edtf import bounds
from generator.model.story import Story
from generator.model.timex import Timex, TimexType

_NEAR = 6
_GROUP = frozenset({"N", "P", "U", "O"})
_INSIDE = frozenset({"N", "P", "U", "D", "G", "I", "C", "R", "T"})


@dataclass(frozen=True, slots=True)
class Attachment:
    """What the time expression at word ``time`` dates: a noun (its word's index), else ``verb`` of ``clause``; ``why`` in words.

    ``otherwise`` is the event noun that it dates where the verb turns out to look ahead from a day gone by.
    """

    time: int
    clause: Clause | None
    verb: Verb | None
    noun: int | None
    why: str
    otherwise: int | None = None


def attach(parsed: Parsed, time: int, story: Story) -> Attachment | None:
    """Return what the time expression at word *time* dates."""
    timex = parsed.words[time].timex
    clause = parsed.clause_of(time)
    if clause is None and all(word.tag in {"T", ":", "-", ".", ","} for word in parsed.words[: time + 2]):
        entry = next((each for each in parsed.clauses if each.start > time), None)  # a chronicle: '24 March: first interview …'
        if entry is not None:
            return Attachment(time, entry, entry.verb, None, f"“{parsed.words[time].text}” heads the entry")
    if timex is not None and timex.event_after:
        return _named_behind(parsed, time, story)
    head = modified(parsed, time, story)
    if head is None and _tells_which(parsed, time, clause, story):
        return None
    return _by_group(parsed, time, clause, head, story) if head is not None else _by_place(parsed, time, clause, story)


def _tells_which(parsed: Parsed, time: int, clause: Clause | None, story: Story) -> bool:
    """Tell whether a date only says which thing is meant: 'the spirit of 1968', 'sales for 2005', 'the first new road this year'."""
    words = parsed.words
    if _is_period(words[time].timex) and _is_best_of(parsed, time, story):
        return True
    opens = time - 1 if time and words[time - 1].tag != "D" else time - 2
    if opens < 1:
        return False
    before, noun = words[opens].low, words[opens - 1]
    if before in story.of("not_dating"):
        return not (clause is not None and any(verb.lemma in story.scheduling for verb in clause.verbs))  # 'the answer to 9/11'
    if before in story.of("of") and noun.tag in {"N", "P"}:
        return not is_event(noun, story) and noun.low not in story.of("phases") | story.of("day_parts")
    if before in story.of("for"):
        arranged = clause is not None and any(verb.lemma in story.planning | story.scheduling for verb in clause.verbs)
        lasts = clause is not None and clause.verb.perfect
        return not (arranged or lasts) and _noun_before(parsed, time, story) is None and _is_period(words[time].timex)
    return False


def _is_best_of(parsed: Parsed, time: int, story: Story) -> bool:
    """Tell whether a period only says among which something is the first, fourth or largest: 'the first flood in 40 years'."""
    words = parsed.words
    placed = time > 0 and words[time - 1].tag == "I"
    timex = words[time].timex
    length = timex is not None and timex.type is TimexType.DURATION
    if placed and not length:
        return False
    links = story.of("noun_links")
    ranks = story.of("superlatives") | (story.of("ranks") if length else frozenset())  # 'a second strike next month' has its month
    for index in range(time - 1 - placed, max(-1, time - _NEAR), -1):
        if words[index].low in ranks and words[index].tag != "R":
            return True
        linked = words[index].low in links or (words[index].tag == "D" and index > 0 and words[index - 1].low in links)
        if words[index].tag not in _GROUP and not linked:
            return False
    return False


def _by_group(parsed: Parsed, time: int, clause: Clause | None, head: int, story: Story) -> Attachment | None:
    """Attach a time expression that stands in a noun group: to its head when that happens, or is the subject."""
    words = parsed.words
    possessive = words[time + 1].tag == "G"
    which = _is_period(words[time].timex) or words[head].low in story.of("editions") or words[time].low in story.of("present_day")
    if possessive and not is_event(words[head], story) and which:
        return None  # 'the quarter's results', 'this year's team', 'today's paper': which, not when
    if clause is not None and is_event(words[head], story) and _done_at(parsed, clause, time, story):
        return _by_place(parsed, time, clause, story)
    if is_event(words[head], story) and not _while_it_lasted(parsed, head, time, story):
        return Attachment(time, clause, None, head, f"“{words[time].text}” belongs to the noun “{words[head].text}”")
    if is_event(words[head], story) or (possessive and words[head].tag != "N"):
        return _by_place(parsed, time, clause, story)
    if possessive and clause is not None and head < clause.verb.first and clause.verb.lemma not in story.stative:
        return Attachment(time, clause, None, head, f"“{words[time].text}” belongs to “{words[head].text}”, of which something is said")
    states = clause is not None and clause.verb.lemma in story.stative
    return _by_place(parsed, time, clause, story) if possessive and not states else None  # 'a 2009 award': the date tells which, not when


def _is_period(timex: Timex | None) -> bool:
    """Tell whether a date covers more than a day."""
    return timex is not None and timex.edtf is not None and (bounds(timex.edtf).days or 0) > 1


def _done_at(parsed: Parsed, clause: Clause, time: int, story: Story) -> bool:
    """'She won a third term in Sunday's election': what was done at an event is of its day; 'during' is about the event itself."""
    words = parsed.words
    opens = time - 1 if time and words[time - 1].tag != "D" else time - 2
    placed = opens > clause.verb.last and words[opens].low in story.of("at_event")
    dated = any(words[index].tag == "T" and clause.owns(index) for index in range(clause.start, clause.end) if index != time)
    verb = clause.verb
    return placed and verb.past and not dated and not verb.negated and verb.lemma not in story.stative


def _by_place(parsed: Parsed, time: int, clause: Clause | None, story: Story) -> Attachment | None:
    """Attach a time expression to the event noun before it, or to the nearest verb of its clause."""
    words = parsed.words
    noun = _noun_before(parsed, time, story)
    if noun is not None and _while_it_lasted(parsed, noun, time, story):
        noun = None
    if clause is None:
        return Attachment(time, None, None, noun, f"“{words[time].text}” stands by “{words[noun].text}”") if noun is not None else None
    verb = parsed.verb_before(clause, time) or clause.verb
    if not verb.finite and (_behind_aside(parsed, verb, time) or _in_front(parsed, clause, verb, story)):
        verb = clause.verb
    if noun is not None and _prefers_noun(parsed, Attachment(time, clause, verb, noun, ""), story):
        return Attachment(time, clause, None, noun, f"“{words[time].text}” follows the event noun “{words[noun].text}”")
    return Attachment(time, clause, verb, None, f"“{words[time].text}” dates the verb “{words[verb.main].text}”", noun)


def _while_it_lasted(parsed: Parsed, noun: int, time: int, story: Story) -> bool:
    """'During the war of 2003, she …', 'at the height of last year's revolt': the date is that of what was done then."""
    words = parsed.words
    first = min(noun, time)
    before = [word.low for word in words[max(0, first - 6) : first]]
    phase = any(word in story.of("phases") for word in before) and any(word in story.of("at") for word in before)
    low = words[noun].low
    lasting = low in story.lasting or singular(low) in story.lasting
    during = any(word in story.of("while") for word in before) or (bool(before) and before[-1] in story.of("in"))
    return parsed.clause_of(time) is not None and (phase or (lasting and during))


def _behind_aside(parsed: Parsed, verb: Verb, time: int) -> bool:
    """Tell whether an aside in commas that holds *verb* is closed before the time expression."""
    words = parsed.words
    before = time - 1 if time and words[time - 1].tag != "I" else time - 2
    return (
        before > verb.last
        and words[before].tag == ","
        and any(words[index].tag == "," for index in range(max(0, verb.first - 2), verb.first))
    )


def _in_front(parsed: Parsed, clause: Clause, verb: Verb, story: Story) -> bool:
    """Tell whether a participle only leads up to the main verb: 'in a report published on Thursday, the council said …'."""
    fronted = verb.main < clause.verb.first and clause.subject is not None and clause.subject[0] > verb.main
    before = parsed.words[verb.first - 1].low if verb.first else ""
    published = (
        clause.verb.lemma in story.reporting and verb.form == "part" and (before in story.speech or singular(before) in story.speech)
    )
    inside = verb.main < clause.verb.first and verb.form == "part" and clause.verb.lemma in story.reporting
    return fronted or published or inside


def _named_behind(parsed: Parsed, time: int, story: Story) -> Attachment | None:
    """'One day after the call': the date is that of what is named behind the words."""
    words = parsed.words
    main = parsed.clause_of(time)
    if main is None or main.verb.main > time or main.verb.lemma not in story.of("comes"):
        return None  # 'a day after she resigned, he left' counts from another day than that of publication
    opens = {time, time + 1}
    behind = next((clause for clause in parsed.clauses if clause.start in opens and clause.verb.first > time and clause.opener), None)
    for index in range(time + 1, min(time + 12, len(words)) if behind is None else time):
        if words[index].tag not in _INSIDE and words[index].tag != "V":
            break
        following = words[index + 1].tag if index + 1 < len(words) else "."
        if is_event(words[index], story) and following not in {"N", "G"}:
            return Attachment(time, parsed.clause_of(time), None, index, f"“{words[time].text}” dates what is named behind it")
    clause = behind or parsed.clause_of(time + 1)
    if clause is None or clause.verb.main < time:
        return None
    return Attachment(time, clause, clause.verb, None, f"“{words[time].text}” dates what is told behind it")


def modified(parsed: Parsed, time: int, story: Story) -> int | None:
    """Return the head of the noun group that a time expression modifies: 'Tuesday's call', 'the 2003 Iraq war'."""
    words = parsed.words
    at = time + 1
    before = words[time - 1].tag if time else ""
    determined = before in {"D", "G"} or (time > 1 and words[time - 2].tag == "D" and before == "N")
    if at < len(words) and words[at].tag == "G":
        at += 1
    else:
        if at < len(words) and words[at].tag == "," and determined:
            at += 1  # 'the June 4, 1989, crackdown'
        own = words[time].low.partition(" ")[0] in story.of("articles")
        if not determined and not ((own or before == "I") and at < len(words) and words[at].tag == "N"):
            return None
    end = at + (determined and at == time + 1 < len(words) and words[at].form == "ing")  # 'the 2003 outing of an agent'
    while end < len(words) and (words[end].tag in {"N", "P", "U"} or (words[end].tag in {"“", "”"} and end == at)):
        end += 1
    return end - 1 if end > at else None


def _noun_before(parsed: Parsed, time: int, story: Story) -> int | None:
    """Return the nearest event noun before the time expression with nothing but noun groups between."""
    words = parsed.words
    for index in range(time - 1, -1, -1):
        word = words[index]
        if word.tag == "T" and index < time - 2:
            return None
        if is_event(word, story) and word.tag != "V" and words[index + 1].tag not in {"N", "P", "G"}:
            return _leading(parsed, index, story)
        if word.tag not in _INSIDE and not (word.tag == "," and _lists_names(parsed, index)):
            return None
    return None


def _leading(parsed: Parsed, noun: int, story: Story) -> int:
    """Return the event noun that leads a chain: 'her acquittal on charges of fraud in 2005' dates the acquittal."""
    words = parsed.words
    before = parsed.noun_group(noun)[0] - 1
    while before > 0 and words[before].low in story.of("chaining"):
        lead = before - 1
        if not (words[lead].tag in {"N", "P"} and is_event(words[lead], story)):
            break
        noun, before = lead, parsed.noun_group(lead)[0] - 1
    return noun


def _lists_names(parsed: Parsed, comma: int) -> bool:
    """Tell whether a comma stands between names: 'in Doha, the capital' no, 'in Sofia, Bulgaria, on Monday' yes."""
    words = parsed.words
    return comma + 1 < len(words) and words[comma + 1].tag in {"P", "T"} and words[comma - 1].tag in {"P", "T"}


def _prefers_noun(parsed: Parsed, found: Attachment, story: Story) -> bool:
    """Tell whether the event noun, not the verb, is what the time expression dates."""
    clause, verb, noun, words = found.clause, found.verb, found.noun, parsed.words
    if clause is None or verb is None or noun is None:
        return False
    if not verb.finite and (noun == found.time - 1 or verb.form == "ing"):
        return True  # 'it seemed to confirm the board's decision last week'
    if found.time < clause.verb.first:  # inside the subject, or in a fronted group
        fronted = any(word.tag == "," for word in words[found.time : clause.verb.first])
        return clause.subject is None or noun < clause.subject[0] or not fronted
    if noun < verb.main:
        return False
    if any(words[index].low in story.of("bounding") for index in range(verb.last + 1, noun)):
        return True
    dated = any(word.tag == "T" and clause.owns(index) for index, word in enumerate(words[: found.time]) if index < noun)
    copular = verb.lemma in story.stative and verb.lemma not in story.have and not verb.infinitive
    return dated or copular
