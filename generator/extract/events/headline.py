"""Write a short headline from a clause's own words: who did what.

In: a Parsed sentence, what is told (a clause or a noun), who is on stage. Out: a line of at most fifteen words, or nothing.
"""

from __future__ import annotations

from dataclasses import replace

from generator.extract.events import core
from generator.extract.events.clauses import Clause
from generator.extract.events.parse import Parsed
from generator.extract.events.shortening import clipped, count, shorten, trimmed
from generator.extract.events.speech import attribution
from generator.extract.events.stage import Stage
from generator.extract.events.verbgroups import Verb
from generator.extract.events.wording import line_of, plain, resolved
from generator.extract.events.words import Word
from generator.model.story import Story

LIMIT = 15
_JUST = 2


def of_clause(parsed: Parsed, clause: Clause, verb: Verb, stage: Stage, story: Story) -> str:
    """Return subject, verb and what follows in the clause, with the clause of what was said or done to it."""
    inner = _behind_expletive(parsed, clause, story)
    if inner is not None:
        return of_clause(parsed, inner, inner.verb, stage, story)
    subject = subject_of(parsed, clause, verb, stage, story)
    detached = verb is not clause.verb and _detached(parsed, clause, verb, story)
    end = clause.verb.first if detached and verb.main < clause.verb.first else _told_end(parsed, clause)
    told = plain(parsed.words[verb.first if detached else clause.verb.first : end], story)
    if _is_first_person(subject, parsed, clause, story):
        return _quoted_line(parsed, clause, stage, story)
    content = _said_before(parsed, clause, story)
    if content:
        if clause.subject is not None and parsed.words[clause.subject[0]].low in stage.own:
            subject = plain(parsed.words[slice(*clause.subject)], story)  # '…, its head said': whose, has just been said
        return _attributed(content, subject, told, story)
    line = [*subject, *told]
    line = _without_afterthought(line, story)
    kept = {word.start for word in subject[:3]} | core.of_line(parsed, clause, told, story)
    shorter = shorten(line, kept, LIMIT, story) or _named_only(line, subject, told, kept, story)
    return line_of(shorter)


def _behind_expletive(parsed: Parsed, clause: Clause, story: Story) -> Clause | None:
    """'It emerged that …': what counts is the clause behind."""
    if clause.subject is None or clause.verb.lemma not in story.of("expletive_verbs"):
        return None
    if parsed.words[clause.subject[0]].low not in story.of("expletive"):
        return None
    return next((below for below in parsed.below(clause) if below.kind == "complement" and below.opener in story.of("that")), None)


def _told_end(parsed: Parsed, clause: Clause) -> int:
    """Return the word behind what belongs to the clause: its complements and what hangs on them, in one piece."""
    end = clause.end
    for below in parsed.below(clause):
        quoted = below.kind == "main" and (below.opener == "quote" or parsed.words[below.start - 1].tag == ":")
        if below.start != end or (below.kind == "main" and not quoted):
            break
        joined = below.kind == "coordinate" and clause.kind in {"adverbial", "relative"} and parsed.words[below.start - 1].tag == ","
        if joined:
            break
        dated = any(parsed.words[index].tag == "T" for index in range(below.start, below.end))
        if dated and below.kind in {"coordinate", "relative", "adverbial"}:
            break  # an event of its own
        end = below.end
    return end


def _without_afterthought(line: list[Word], story: Story) -> list[Word]:
    """Leave out a last apposition: '…, the first of its kind', '…, 42'."""
    for index in range(len(line) - 2, 3, -1):
        if line[index].tag in {"“", "”"}:
            return line
        behind = line[index + 1]
        if any(word.tag == "M" or word.form in {"past", "s"} for word in line[index:]) and behind.tag != "W":
            continue
        noun = line[index - 1].tag in {"N", "P"} and line[index - 1].low not in story.adjectives
        aside = noun and (behind.tag == "D" or (index == len(line) - 2 and behind.tag == "U"))
        if line[index].tag == "," and (aside or behind.tag == "W" or behind.low in story.of("with")):
            return line[:index]
    return line


def _named_only(line: list[Word], subject: list[Word], told: list[Word], kept: set[int], story: Story) -> list[Word]:
    """Save room by leaving out the first article, then by the bare name of the speaker; failing that, cut at the limit."""
    inside = next((index for index, word in enumerate(subject) if word.tag in {"I", "C", ","}), len(subject))
    names = [word for word in subject[:inside] if word.tag == "P"][-2:]
    person = names and inside == len(subject) and subject[-1].tag == "P" and subject[-1].low not in story.organisations
    for bare in (subject[1:] if subject and subject[0].low in story.of("articles") else subject, names if person else subject):
        direct = len(told) > 1 and told[1].tag in {"I", "S"}
        for rest in (told, [word for word in told if not direct or word.tag != "S" or word.low not in story.of("that")]):
            shorter = shorten([*bare, *rest], kept, LIMIT, story)
            if shorter:
                return shorter
    return clipped(line, LIMIT, story)


def _is_first_person(subject: list[Word], parsed: Parsed, clause: Clause, story: Story) -> bool:
    return bool(subject) and subject[0].low in story.of("first_person") and (clause.quoted or any(word.tag == "“" for word in parsed.words))


def _speaker_of(parsed: Parsed, stage: Stage, story: Story) -> str:
    """Return who says what stands in the first person: whom the sentence names, else who spoke in the sentence before; or nobody."""
    said = attribution(parsed, story)
    if said is not None and said.subject is not None:
        person = stage.of(parsed, said.subject)
        return person.name if person else ""
    return stage.speaker if parsed.sentence.number - stage.spoke_at <= _JUST else ""


def _quoted_line(parsed: Parsed, clause: Clause, stage: Stage, story: Story) -> str:
    """'Joe Biden: “We hope …”': what is told in the first person keeps its quote marks and its speaker."""
    if clause.subject is None:
        return ""
    words = plain(parsed.words[clause.subject[0] : _told_end(parsed, clause)], story)
    words = [word for word in words if word.tag not in {"“", "”"}]
    speaker = _speaker_of(parsed, stage, story)
    room = LIMIT - len(speaker.split())
    shorter = shorten(words, core.of_words(words, story), room, story) or clipped(words, room, story)
    said = line_of(shorter)
    return f"{speaker}: “{said}”" if speaker else ""


def _detached(parsed: Parsed, clause: Clause, verb: Verb, story: Story) -> bool:
    """Tell whether a verb that is no finite one tells by itself: 'both men … to appear in court', 'the man arrested on Monday'."""
    if verb.infinitive:
        return _with_group(parsed, verb, story) or (parsed.words[verb.first - 1].tag == "T" and clause.verb.lemma not in story.be)
    return verb.form == "part"


def _with_group(parsed: Parsed, verb: Verb, story: Story) -> bool:
    """Tell whether an infinitive has a subject of its own: 'with libraries and museums to follow suit'."""
    index = verb.first - 1
    while index > 0 and parsed.words[index].tag in {"N", "P", "D", "U", "C", ",", "G"}:
        index -= 1
    return parsed.words[index].low in story.of("with") and index < verb.first - 1


def subject_of(parsed: Parsed, clause: Clause, verb: Verb, stage: Stage, story: Story) -> list[Word]:
    """Return the words of the subject, pronouns replaced by whom they mean."""
    group = clause.subject
    participle = verb is not clause.verb and verb.form == "part" and not verb.infinitive
    aside = participle and group is not None and group[0] < verb.first and parsed.words[verb.first - 1].tag == ","
    if participle and not aside:
        group = _noun_before(parsed, verb.first, story)
    elif verb.infinitive and _with_group(parsed, verb, story):
        group = _behind_with(parsed, verb, story)
    if group is None:
        return []
    start, end = group
    if parsed.words[start].low in story.of("whose"):
        start += 1
    until = next(
        (index for index in range(start + 1, end) if parsed.words[index].tag in {",", "-"} and not _in_list(parsed, index, end)), end
    )
    words = [word for word in parsed.words[start:until] if word.tag not in {"“", "”"}]
    behind = parsed.words[until] if until < len(parsed.words) else None
    if not participle and len(words) > 1 and words[-1].tag == "V" and behind is not None and behind.tag in {"T", "I"}:
        words = words[:-1]  # 'a driver arrested on Sunday was …'
    return resolved(plain(words, story), stage)


def _in_list(parsed: Parsed, comma: int, end: int) -> bool:
    """Tell whether a comma parts the members of a list that ends in 'and …'."""
    closed = end < len(parsed.words) and parsed.words[end].tag == ","
    return any(word.tag == "C" for word in parsed.words[comma:end]) and not closed


def _noun_before(parsed: Parsed, index: int, story: Story) -> tuple[int, int] | None:
    """Return the noun group before a word, with the one it is of: 'the latest case of flu'."""
    end = index
    while end > 0 and parsed.words[end - 1].tag in {"R", "T", ","}:
        end -= 1
    if not end:
        return None
    start, _ = parsed.noun_group(end - 1)
    while start > 1 and parsed.words[start - 1].low in story.of("of"):
        start, _ = parsed.noun_group(start - 2)
    return (start, end) if start < end else None


def _behind_with(parsed: Parsed, verb: Verb, story: Story) -> tuple[int, int]:
    start = verb.first
    while start > 0 and parsed.words[start - 1].low not in story.of("with"):
        start -= 1
    return start, verb.first


def group_of(parsed: Parsed, noun: int, stage: Stage, story: Story) -> list[Word]:
    """Return the words of the noun group around an event noun, with what it is about, its possessor named."""
    words = parsed.words
    start = noun
    while start > 0 and (
        words[start - 1].tag in {"N", "P", "U", "D", "G", "T"} or (words[start - 1].tag == "V" and words[start - 1].form == "part")
    ):
        start -= 1
        if words[start].tag == "D":
            break
    end = noun + 1
    paired = False
    while (
        end < len(words)
        and end - noun < LIMIT
        and (words[end].tag in {"I", "N", "P", "U", "D", "G", "T"} or (paired and words[end].tag == "C"))
    ):
        paired = paired or words[end].low in story.of("pairing")
        end += 1
    kept = resolved(plain(words[start:end], story), stage)
    opened = kept and kept[0].tag == "D" and kept[0].low in story.of("articles") | story.of("demonstratives")
    return trimmed(kept[1:] if opened else kept, story)


def of_noun(parsed: Parsed, noun: int, stage: Stage, story: Story) -> str:
    """Return the noun group around an event noun as a line; a bare one borrows from the fullest told before."""
    words = parsed.words
    kept = group_of(parsed, noun, stage, story)
    shown = line_of(shorten(kept, {words[noun].start}, LIMIT, story) or clipped(kept, LIMIT, story))
    key = words[noun].low
    known = stage.things.get(key, "")
    if count(kept) <= 2:
        told = _is_told_of(parsed, noun, story)
        return known or ("" if told else shown)
    if len(shown) > len(known):
        stage.things[key] = shown
    return shown


def _is_told_of(parsed: Parsed, noun: int, story: Story) -> bool:
    """Tell whether the clause is about the bare noun: it is in the subject ('the march was …'), or all went on during it."""
    clause = parsed.clause_of(noun)
    if clause is None:
        return False
    inside = clause.subject is not None and clause.subject[0] <= noun < clause.subject[1]
    during = any(parsed.words[index].low in story.of("while") for index in range(max(0, noun - 5), noun))
    found = clause.verb.lemma in story.be and not clause.verb.passive and noun > clause.verb.main
    return inside or during or found


def _said_before(parsed: Parsed, clause: Clause, story: Story) -> list[Word]:
    """Return what was said when it stands before its attribution: '“…,” he told reporters', '…, officials said'."""
    number = parsed.clauses.index(clause)
    if number == 0 or clause.verb.lemma not in story.reporting or clause.kind != "main":
        return []
    before = parsed.words[clause.start - 1]
    if before.tag not in {",", "”"} or any(below.kind == "complement" and below.start == clause.end for below in parsed.below(clause)):
        return []
    told = next((each for each in parsed.clauses[:number] if each.kind == "main"), parsed.clauses[0])
    start = told.start if told.start == 0 or told.subject is None else told.subject[0]
    while start < clause.start and parsed.words[start].tag in {"R", ",", "C"}:
        start += 1
    if parsed.words[start].tag in {"I", "S", "B"}:
        return []
    content = [word for word in parsed.words[start : clause.start] if word.tag != "T"]
    while content and content[-1].tag in {",", "”"}:
        content = content[:-1]
    return content


def _attributed(content: list[Word], subject: list[Word], told: list[Word], story: Story) -> str:
    """'…, officials said': what was said first, as the source has it."""
    last = next((index for index, word in enumerate(told) if word.tag not in {"V", "M", "R", "X"}), len(told))
    verb = told[: max(1, last)]
    if verb and verb[0].lemma in story.of("tell"):
        verb = [replace(verb[0], text="said", low="said", lemma="say")]  # whom it was told to finds no room
    quoted = all(word.quoted or word.tag in {"“", "”", ",", "-"} for word in content)
    bare = [word for word in content if word.tag not in {"“", "”"}] if quoted else content
    inside = next((index for index, word in enumerate(subject) if word.tag in {"I", ",", "W"} and index), len(subject))
    named = bool(subject[:inside]) and subject[inside - 1].tag == "P"
    names = [word for word in subject[:inside] if word.tag == "P"][-1:] if named else []
    speaker = subject
    kept: list[Word] | None = None
    for speaker in (subject, subject[:inside], names or subject[:inside]):
        kept = shorten(bare, core.of_words(bare, story), LIMIT - count(speaker) - count(verb), story)
        if kept is not None:
            break
    said = line_of(kept or clipped(bare, LIMIT - count(speaker) - 1, story))
    tail = line_of([*speaker, *verb])
    tail = tail[:1].lower() + tail[1:] if speaker and speaker[0].tag in {"D", "N", "O"} else tail
    return f"“{said},” {tail}" if quoted else f"{said}, {tail}"
