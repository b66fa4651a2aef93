"""Part a tagged sentence into clauses, each with its verb group, its subject and what it depends on.

In: tagged Words, Story. Out: Clauses in the order of their verbs; a sentence without a finite verb yields none.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.extract.events import subjects
from generator.extract.events.verbgroups import Verb, verb_groups
from generator.extract.events.words import Word
from generator.model.story import Story

_BOUNDARIES = frozenset({",", "C", "-", "“", "”", "S", "W"})


@dataclass(slots=True)
class Clause:
    """A clause: words ``[start, end)``; ``subject`` words ``[a, b)`` or None; ``verbs`` its finite group and the ones hanging on it.

    ``opener`` is the word that opens it (``that``, ``who``, ``after``, ``and`` …; empty for the main clause), ``kind`` one of
    ``main``, ``complement``, ``relative``, ``adverbial``, ``conditional``, ``coordinate``; ``parent`` the index of the clause above it;
    ``doubts`` why it may have been read wrongly (see ``doubts.doubts_of``).
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
    doubts: tuple[str, ...] = ()

    @property
    def verb(self) -> Verb:
        """The verb group that makes it a clause."""
        return self.verbs[0]

    def owns(self, index: int) -> bool:
        """Tell whether the word at *index* belongs to this clause and to none inside it."""
        return self.start <= index < self.end and not any(a <= index < b for a, b in self.holes)


@dataclass(frozen=True, slots=True)
class Opening:
    """Where a clause opens, with which word, as what kind."""

    start: int
    word: str
    kind: str


def clauses_of(words: list[Word], story: Story) -> list[Clause]:
    """Return the clauses of a sentence."""
    groups = verb_groups(words, story)
    finite = [verb for verb in groups if verb.finite]
    clauses: list[Clause] = []
    for verb in finite:
        opening = _Boundaries(words, clauses, verb, story).opening()
        clauses.append(Clause(opening.start, len(words), [verb], None, opening.word, opening.kind, quoted=words[verb.main].quoted))
    _nest(words, clauses)
    for number, clause in enumerate(clauses):
        clause.subject = _subject(words, clause, clauses, number, story)
        clause.verbs += [verb for verb in groups if not verb.finite and clause.owns(verb.main)]
    return clauses


class _Boundaries:
    """The words between the verb before and a verb: where its clause may open."""

    def __init__(self, words: list[Word], clauses: list[Clause], verb: Verb, story: Story) -> None:
        self.words, self.clauses, self.verb, self.story = words, clauses, verb, story
        self.last = clauses[-1].verb if clauses else None
        self.earlier = self.last.last + 1 if self.last else 0
        self.between = range(verb.first - 1, self.earlier - 1, -1)

    def opening(self) -> Opening:
        """Return where the clause opens: by a subordinator, else by a mark or coordinator, else before its subject."""
        found = self._by_subordinator() or (self._by_mark() if self.last else Opening(0, "", "main"))
        return found or self._before_subject()

    def _by_subordinator(self) -> Opening | None:
        words = self.words
        for index in self.between:
            if words[index].tag in {"S", "W"}:
                return Opening(index, words[index].low, self._kind(index))
            if words[index].tag in {";", ":"}:
                return Opening(index + 1, "", "main")
            if words[index].tag == "”" and self._bounds_quotation(index):
                return None
        return None

    def _by_mark(self) -> Opening | None:
        words, verb = self.words, self.verb
        for index in self.between:
            tag = words[index].tag
            if tag in {"“", "”"} and self._bounds_quotation(index):
                said = self.last is not None and self.last.lemma in self.story.reporting
                return Opening(index + 1, "quote", "complement" if said else "main")
            if tag == "C" and (self._joins(index) or not any(word.tag in _BOUNDARIES for word in words[self.earlier : index])):
                return Opening(index, words[index].low, "coordinate")
            inside = words[verb.first - 1].tag in {",", "-"}  # a comma right before the verb closes an apposition to its subject
            if tag in {",", "-"} and not inside and index != verb.first - 1:
                return Opening(index + 1, ",", "main")
        return None

    def _before_subject(self) -> Opening:
        lemma = self.last.lemma if self.last is not None else ""
        clear = self.last is not None and self.words[self.last.last + 1].low in self.story.of("clear")
        reported = lemma in self.story.reporting or lemma in self.story.cognition or clear
        if reported:
            return Opening(self._subject_start(), next(iter(self.story.of("that")), ""), "complement")
        comma = next((index for index in self.between if self.words[index].tag == ","), None)
        return Opening(self._subject_start() if comma is None else comma + 1, ",", "main")

    def _kind(self, index: int) -> str:
        word = self.words[index]
        if word.tag == "W":
            return "relative"
        if word.low in self.story.of("if"):
            return "conditional"
        return "complement" if word.low in self.story.of("complementizers") and self.last is not None else "adverbial"

    def _bounds_quotation(self, index: int) -> bool:
        """Tell whether a mark bounds a whole quotation (a comma or stop stands by it), not some quoted words."""
        before = self.words[index - 1].tag if index else ","
        return before in ({",", "."} if self.words[index].tag == "”" else {",", ":", "”"})

    def _joins(self, index: int) -> bool:
        """Tell whether a coordinator opens the clause: the verb stands right behind it, or a subject only."""
        inside = self.words[index + 1 : self.verb.first]
        if all(word.tag in {"R", "T", "X"} for word in inside):
            return True
        if any(word.tag == "C" for word in inside):
            return False
        before = self.words[index - 1].tag if index else ""
        listed = before in {"P", "N"} and any(word.tag in {"P", "N", "O"} for word in inside)
        return before in {",", "T", "”"} or not listed or inside[0].tag in {"O", "D"}

    def _subject_start(self) -> int:
        """Return where the noun group right before the verb begins."""
        words, end = self.words, self.verb.first
        if end > self.earlier and words[end - 1].tag in {",", "-"}:  # an aside closes: 'people from its mission, a small force, are …'
            mark = words[end - 1].tag
            end = next((index for index in range(end - 2, self.earlier - 1, -1) if words[index].tag == mark), end)
        if end > self.earlier and words[end - 1].tag in {"O", "W"}:
            return end - 1
        index = end
        while index > self.earlier and words[index - 1].tag in {"N", "P", "U", "D", "G", "I", "R", "C", "V"}:
            index -= 1
            if words[index].tag == "D" and (index == self.earlier or words[index - 1].tag not in {"I", "D", "C"}):
                break
        while index < end and words[index].tag in {"I", "R", "C", "V"}:
            index += 1
        return index


def _nest(words: list[Word], clauses: list[Clause]) -> None:
    """Give each clause its end, its parent and its holes."""
    for number, clause in enumerate(clauses):
        following = clauses[number + 1] if number + 1 < len(clauses) else None
        clause.end = following.start if following and following.start > clause.verb.last else len(words)
        clause.parent = _parent(words, clauses, number) if number else None
    for number, clause in enumerate(clauses):
        clause.holes += [(other.start, other.end) for other in clauses[number + 1 :] if clause.start < other.start < clause.end]


def _parent(words: list[Word], clauses: list[Clause], number: int) -> int:
    clause, above = clauses[number], number - 1
    if clause.kind in {"complement", "relative", "adverbial", "conditional"}:
        return above
    if clause.kind == "coordinate":
        while above > 0 and clauses[above].kind == "relative" and words[clause.start - 1].tag == ",":
            above = clauses[above].parent or 0
        return above
    while above > 0 and clauses[above].kind in {"relative", "adverbial", "conditional"}:
        above = clauses[above].parent or 0
    return above if clauses[above].kind == "complement" else 0


def _subject(words: list[Word], clause: Clause, clauses: list[Clause], number: int, story: Story) -> tuple[int, int] | None:
    if clause.kind == "relative":
        referred = subjects.referred_to(words, clause.start, clause.verb, story)
        if referred:
            return referred
    found = subjects.before_verb(words, clause.start, clause.verb, story) or subjects.inverted(words, clause.verb, story)
    if found or not number or clause.kind not in {"coordinate", "main"}:
        return found
    above = clauses[clause.parent if clause.parent is not None else number - 1]
    if above.kind in {"relative", "adverbial"} and above.start > 0 and clause.opener in {",", ""}:
        return subjects.before_aside(words, above.start, story)
    return above.subject
