"""Part a tagged sentence into clauses, each with its verb group, its subject and what it depends on.

In: tagged Words, Story. Out: Clauses in the order of their verbs; a sentence without a verb yields none.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.extract.events.words import Word
from generator.model.story import Story


@dataclass(slots=True)
class Verb:
    """A verb group: words ``first`` to ``last`` (inclusive), its main verb's index and lemma, and what the group says of it."""

    first: int
    last: int
    main: int
    lemma: str
    form: str
    finite: bool
    modal: str = ""
    infinitive: bool = False
    negated: bool = False
    passive: bool = False
    progressive: bool = False
    perfect: bool = False
    past: bool = False


@dataclass(slots=True)
class Clause:
    """A clause: words ``[start, end)``; ``subject`` words ``[a, b)`` or None; ``verbs`` its finite group and the ones hanging on it.

    ``opener`` is the word that opens it (``that``, ``who``, ``after``, ``and`` …; empty for the main clause), ``kind`` one of
    ``main``, ``complement``, ``relative``, ``adverbial``, ``conditional``, ``coordinate``; ``parent`` the index of the clause above it.
    """

    start: int
    end: int
    verbs: list[Verb]
    subject: tuple[int, int] | None = None
    opener: str = ""
    kind: str = "main"
    parent: int | None = None
    quoted: bool = False
    holes: list[tuple[int, int]] = field(default_factory=list)

    @property
    def verb(self) -> Verb:
        """The verb group that makes it a clause."""
        return self.verbs[0]

    def owns(self, index: int) -> bool:
        """Tell whether the word at *index* belongs to this clause and to none inside it."""
        return self.start <= index < self.end and not any(a <= index < b for a, b in self.holes)


def verb_groups(words: list[Word], story: Story) -> list[Verb]:
    """Return the verb groups in order: auxiliaries, negation and adverbs with the verb they lead to."""
    groups: list[Verb] = []
    index = 0
    while index < len(words):
        if words[index].tag in {"V", "M", "to"}:
            group = _group(words, index, story)
            groups.append(group)
            index = group.last + 1
        else:
            index += 1
    _reduce(words, groups)
    return groups


def _group(words: list[Word], first: int, story: Story) -> Verb:
    verb = Verb(first, first, first, words[first].lemma, words[first].form, finite=True)
    verb.infinitive = words[first].tag == "to"
    index = first
    while index < len(words):
        word = words[index]
        if word.low.endswith("n't") or word.tag == "X":
            verb.negated = True
        if word.tag == "M":
            verb.modal = word.lemma or word.low
        if word.tag == "V":
            _absorb(verb, word, index, story)
        following = _continues(words, index, story)
        if following is None:
            break
        if any(words[at].tag == "X" for at in range(index + 1, following)):
            verb.negated = True
        index = following
    verb.last = index
    before = words[first - 1] if first else None
    if before is not None and (before.tag == "X" or before.low in {"neither", "nobody", "never"}):
        verb.negated = True
    verb.finite = not verb.infinitive and (bool(verb.modal) or words[first].form in {"past", "s", "base"})
    verb.past = words[first].form == "past"
    return verb


def _absorb(verb: Verb, word: Word, index: int, story: Story) -> None:
    if verb.main != index and words_aux(verb.lemma, story):
        verb.passive = verb.lemma in story.be and word.form == "part"
        verb.progressive = verb.lemma in story.be and word.form == "ing"
        verb.perfect = verb.perfect or (verb.lemma in story.have and word.form == "part")
    verb.main, verb.lemma, verb.form = index, word.lemma, word.form


def words_aux(lemma: str, story: Story) -> bool:
    """Tell whether a lemma can be an auxiliary."""
    return lemma in story.be or lemma in story.have or lemma in story.do


def _continues(words: list[Word], index: int, story: Story) -> int | None:
    """Return the index of the next verb of the same group, or None where the group ends."""
    word = words[index]
    auxiliary = word.tag in {"M", "to"} or (word.tag == "V" and words_aux(word.lemma, story))
    if not auxiliary:
        return None
    for at in range(index + 1, min(index + 5, len(words))):
        tag = words[at].tag
        if tag == "V":
            fits = word.tag in {"M", "to"} or words[at].form in {"part", "ing"} or (word.lemma in story.do and words[at].form == "base")
            return at if fits else None
        if tag not in {"R", "X", "“", "T"}:
            return None
    return None


def _reduce(words: list[Word], groups: list[Verb]) -> None:
    """Tell participles ('the man arrested on Monday was charged') from past tenses that look the same."""
    for number, verb in enumerate(groups):
        if (
            verb.first != verb.main
            or verb.form != "past"
            or words[verb.main].low[-2:] not in {"ed", "ld", "de", "nt", "ut", "it", "et", "ht", "ad"}
        ):
            continue
        after = words[verb.last + 1] if verb.last + 1 < len(words) else None
        before = words[verb.first - 1] if verb.first else None
        if (
            before is None
            or before.tag in {"W", "M"}
            or (before.tag == "O" and before.low not in {"those", "these", "others"})
            or (after and after.tag in {"D", "O", "P", "U", "“", "S", "to"} and before.tag != ",")
        ):
            continue
        later = next((other for other in groups[number + 1 :] if other.finite), None)
        opened = _open_between(words, verb.last + 1, later.first if later else len(words))
        by = after is not None and after.low == "by"
        if (
            by
            or (later and not opened and after and after.tag in {"I", "R", "T"})
            or (before.tag == "," and later and after and after.tag == "I")
        ):
            verb.finite, verb.passive, verb.form = False, True, "part"


def _open_between(words: list[Word], start: int, end: int) -> bool:
    return any(word.tag in {"S", "W", "C", ";", ":", "“", ",", "-"} for word in words[start:end])


def clauses_of(words: list[Word], story: Story) -> list[Clause]:
    """Return the clauses of a sentence."""
    groups = verb_groups(words, story)
    finite = [verb for verb in groups if verb.finite]
    if not finite:
        return []
    clauses: list[Clause] = []
    for number, verb in enumerate(finite):
        earlier = finite[number - 1].last + 1 if number else 0
        start, opener, kind = _opening(words, earlier, verb, clauses, story) if number else _first(words, verb, story)
        clauses.append(Clause(start, len(words), [verb], None, opener, kind, quoted=words[verb.main].quoted))
    _nest(words, clauses)
    for clause in clauses:
        clause.subject = _subject(words, clause, clauses, story)
        clause.verbs += [verb for verb in groups if not verb.finite and clause.owns(verb.main)]
    return clauses


def _first(words: list[Word], verb: Verb, story: Story) -> tuple[int, str, str]:
    """Open the first clause: at the sentence's start, unless a subordinator or relative stands right before its subject."""
    del story
    for index in range(verb.first - 1, -1, -1):
        word = words[index]
        if word.tag in {"S", "W"}:
            return index, word.low, _kind(words, index, None)
        if word.tag in {":", ";"}:
            return index + 1, "", "main"
    return 0, "", "main"


def _opening(words: list[Word], earlier: int, verb: Verb, clauses: list[Clause], story: Story) -> tuple[int, str, str]:
    """Find where the clause of *verb* opens between the verb before it and itself."""
    last = clauses[-1].verb
    between = range(verb.first - 1, earlier - 1, -1)
    for index in between:
        if words[index].tag in {"S", "W"}:
            if not _closed_again(words, index, verb, clauses):
                return index, words[index].low, _kind(words, index, last)
            break
        if words[index].tag in {";", ":"}:
            return index + 1, "", "main"
    for index in between:
        if words[index].tag in {"“", "”"} and _quotation(words, index):
            return index + 1, "quote", "main" if last.lemma not in story.reporting else "complement"
        if words[index].tag == "C" and (_joins_clause(words, index, verb) or not _boundary(words, earlier, index)):
            at = index
            return at, words[index].low, "coordinate"
        if words[index].tag in {",", "-"} and not _apposition(words, index, verb):
            return index + 1, ",", "main"
    if last.lemma in story.reporting or last.lemma in story.cognition:
        return _after_report(words, earlier, verb), "that", "complement"
    comma = next((index for index in between if words[index].tag == ","), None)
    return (comma + 1 if comma is not None else _noun_group_start(words, verb.first, earlier)), ",", "main"


def _boundary(words: list[Word], start: int, end: int) -> bool:
    """Tell whether another place to part two clauses stands between two words."""
    return any(word.tag in {",", "C", "-", "“", "”", "S", "W"} for word in words[start:end])


def _kind(words: list[Word], index: int, last: Verb | None) -> str:
    word = words[index]
    if word.tag == "W":
        return "relative"
    if word.low in {"if", "unless", "provided", "whether"}:
        return "conditional" if word.low != "whether" else "complement"
    if word.low in {"that", "what", "how", "why"} and last is not None:
        return "complement"
    return "adverbial"


def _closed_again(words: list[Word], opener: int, verb: Verb, clauses: list[Clause]) -> bool:
    """Tell whether what opens at *opener* has had its verb already (it then ended before this verb)."""
    return any(opener <= clause.verb.first < verb.first for clause in clauses)


def _quotation(words: list[Word], index: int) -> bool:
    """Tell whether a quote mark bounds a whole quotation (a comma or stop before it closes, or a verb inside), not quoted words."""
    if words[index].tag == "”":
        return index > 0 and words[index - 1].tag in {",", "."}
    return index == 0 or words[index - 1].tag in {",", ":", "”"}


def _joins_clause(words: list[Word], index: int, verb: Verb) -> bool:
    """Tell whether a coordinator opens the clause of *verb*: the verb stands right behind it, or a subject only."""
    inside = words[index + 1 : verb.first]
    if not inside or all(word.tag in {"R", "T", "X"} for word in inside):
        return True
    if any(word.tag == "C" for word in inside):
        return False
    before = words[index - 1].tag if index else ""
    listed = before in {"P", "N"} and any(word.tag in {"P", "N", "O"} for word in inside)
    return before in {",", "T", "”"} or not listed or inside[0].tag in {"O", "D"}


def _apposition(words: list[Word], index: int, verb: Verb) -> bool:
    """Tell whether the comma at *index* stands inside the subject: another comma closes right before the verb."""
    before = words[verb.first - 1]
    if before.tag in {",", "-"} and index != verb.first - 1:
        return True
    return index == verb.first - 1


def _after_report(words: list[Word], earlier: int, verb: Verb) -> int:
    """Return where what was said begins, when no 'that' opens it: the noun group before the verb, and a comma's worth of adverbials."""
    return _noun_group_start(words, verb.first, earlier)


def _noun_group_start(words: list[Word], end: int, floor: int) -> int:
    index = end
    if index > floor and words[index - 1].tag in {"O", "W"}:
        return index - 1
    while index > floor and words[index - 1].tag in {"N", "P", "U", "D", "G", "I", "R", "C", "V"}:
        index -= 1
        opens = words[index].tag in {"D", "O"} and (index == floor or words[index - 1].tag not in {"I", "D", "C"})
        if opens:
            break
    while index < end and words[index].tag in {"I", "R", "C", "V"}:
        index += 1
    return index


def _nest(words: list[Word], clauses: list[Clause]) -> None:
    """Give each clause its end and its parent; a relative or adverbial in commas ends at its closing comma."""
    for number, clause in enumerate(clauses):
        following = clauses[number + 1] if number + 1 < len(clauses) else None
        clause.end = following.start if following and following.start > clause.verb.last else len(words)
        if number == 0:
            continue
        clause.parent = _parent(words, clauses, number)
    for number, clause in enumerate(clauses):
        for other in clauses[number + 1 :]:
            if clause.start < other.start < clause.end:
                clause.holes.append((other.start, other.end))


def _parent(words: list[Word], clauses: list[Clause], number: int) -> int | None:
    clause = clauses[number]
    if clause.kind in {"complement", "relative", "adverbial", "conditional"}:
        return number - 1
    if clause.kind == "coordinate":
        above = number - 1
        while above > 0 and clauses[above].kind == "relative" and words[clause.start - 1].tag == ",":
            above = clauses[above].parent or 0
        return above
    above = number - 1
    while above > 0 and clauses[above].kind in {"relative", "adverbial", "conditional"}:
        above = clauses[above].parent if clauses[above].parent is not None else 0
    return above if clauses[above].kind == "complement" else 0


def _subject(words: list[Word], clause: Clause, clauses: list[Clause], story: Story) -> tuple[int, int] | None:
    """Return the words of the subject: what stands before the verb, without fronted adverbials; a relative's is what it refers to."""
    start, end = clause.start, clause.verb.first
    if clause.kind == "relative" and words[start].low in {"who", "which", "that"} and end - start <= 1 + _adverbs(words, start + 1, end):
        of_which = start > 1 and words[start].low in {"which", "whom"} and words[start - 1].low == "of"
        return _antecedent(words, start - 1 if of_which else start)
    if words[start].tag in {"S", "W", "C"}:
        start += 1
    start = _skip_fronted(words, start, end, story)
    while (
        end > start
        and words[end - 1].tag in {"R", "T", ",", "X", "-", "”", "I"}
        or (end - 1 > start and words[end - 1].low in {"on", "in"})
    ):
        end -= 1
    if start < end and any(word.tag in {"N", "P", "O", "U", "D"} for word in words[start:end]):
        return start, end
    inverted = _inverted(words, clause, story)
    if inverted:
        return inverted
    number = clauses.index(clause)
    if number and clause.kind in {"coordinate", "main"}:
        above = clauses[clause.parent if clause.parent is not None else number - 1]
        if above.kind in {"relative", "adverbial"} and above.start > 0 and clause.opener in {",", ""}:
            return _before_aside(words, above.start, story)
        return above.subject
    return None


def _before_aside(words: list[Word], aside: int, story: Story) -> tuple[int, int] | None:
    """Return the subject that a relative clause in commas was put behind: 'a pupil, who had been abroad, was …'."""
    end = aside
    while end > 0 and words[end - 1].tag in {",", "-", "I"}:
        end -= 1
    start = _skip_fronted(words, 0, end, story)
    return (start, end) if start < end else None


def _adverbs(words: list[Word], start: int, end: int) -> int:
    return sum(1 for word in words[start:end] if word.tag in {"R", "T", "X"} or word.tag in {"I", ","})


def _antecedent(words: list[Word], relative: int) -> tuple[int, int] | None:
    end = relative
    while end > 0 and words[end - 1].tag in {",", "-"}:
        end -= 1
    start = end
    while start > 0 and words[start - 1].tag in {"N", "P", "U", "D", "G", "O"}:
        start -= 1
    return (start, end) if start < end else None


def _skip_fronted(words: list[Word], start: int, end: int, story: Story) -> int:
    """Skip adverbs, time expressions and prepositional groups that stand before the subject."""
    while start < end:
        word = words[start]
        if word.tag in {"R", "T", ",", "“", "”", "-", "C", ":"} or word.low in story.connectives:
            start += 1
        elif word.tag in {"I", "B"} or (word.tag in {"V", "to"} and start < end):
            after = _after_fronted(words, start, end)
            if after is None:
                break
            start = after
        else:
            break
    return start


def _after_fronted(words: list[Word], start: int, end: int) -> int | None:
    comma = next((index for index in range(start, end) if words[index].tag == "," and not words[index].quoted), None)
    if comma is not None and comma + 1 < end:
        return comma + 1
    timed = next((index for index in range(start, min(start + 4, end)) if words[index].tag == "T"), None)
    if timed is not None and timed + 1 < end:
        return timed + 1
    determiner = next((index for index in range(start + 2, end) if words[index].tag in {"D", "O"} and words[index - 1].tag != "I"), None)
    return determiner if determiner is not None else None


def _inverted(words: list[Word], clause: Clause, story: Story) -> tuple[int, int] | None:
    """Return the subject behind a verb of saying: '…,' said Aidan White, the general secretary."""
    if clause.verb.lemma not in story.reporting or clause.verb.last + 1 >= len(words):
        return None
    start = clause.verb.last + 1
    before = words[clause.verb.first - 1] if clause.verb.first else None
    if before is None or before.tag not in {"”", ","} or words[start].tag not in {"N", "P", "D", "O"}:
        return None
    end = start
    while end < len(words) and words[end].tag in {"N", "P", "U", "D", "G", "O"}:
        end += 1
    while end + 1 < len(words) and words[end].low in {"of", "for", "at", "from"} and words[end + 1].tag in {"N", "P", "D"}:
        end += 1
        while end < len(words) and words[end].tag in {"N", "P", "U", "D", "G"}:
            end += 1
    return start, end
