"""Part a tagged sentence into clauses, each with its verb group, its subject and what it depends on.

In: tagged Words, Story. Out: Clauses in the order of their verbs; a sentence without a finite verb yields none.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.extract.events import subjects
from generator.extract.events.openings import openings
from generator.extract.events.verbgroups import Verb, verb_groups
from generator.extract.events.words import Word
from generator.model.story import Story


@dataclass(slots=True)
class Clause:
    """A clause: words ``[start, end)``; ``subject`` words ``[a, b)`` or None; ``verbs`` its finite group and the ones hanging on it.

    ``opener`` is the word that opens it (``that``, ``who``, ``after``, ``and`` …; empty for the main clause), ``kind`` one of
    ``main``, ``complement``, ``relative``, ``adverbial``, ``conditional``, ``coordinate``; ``parent`` the index of the clause above it;
    ``fore`` words before a clause that stands inside it ('the man | who called | left'); ``doubts`` why it may have been read wrongly
    (see ``doubts.doubt``).
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
    fore: tuple[int, int] | None = None
    doubts: tuple[str, ...] = ()

    @property
    def verb(self) -> Verb:
        """The verb group that makes it a clause."""
        return self.verbs[0]

    def owns(self, index: int) -> bool:
        """Tell whether the word at *index* belongs to this clause and to none inside it."""
        before = self.fore is not None and self.fore[0] <= index < self.fore[1]
        return before or (self.start <= index < self.end and not any(a <= index < b for a, b in self.holes))


def clauses_of(words: list[Word], story: Story) -> list[Clause]:
    """Return the clauses of a sentence."""
    groups = verb_groups(words, story)
    clauses: list[Clause] = []
    for each in openings(words, groups, story):
        if each.verb is not None:
            quoted = words[each.verb.main].quoted
            clauses.append(Clause(each.start, len(words), [each.verb], None, each.word, each.kind, quoted=quoted, fore=each.fore))
    _nest(words, clauses)
    for number, clause in enumerate(clauses):
        clause.subject = _subject(words, clause, clauses, number, story)
        clause.verbs += [verb for verb in groups if not verb.finite and clause.owns(verb.main)]
    return clauses


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
    if clause.fore is not None:
        found = subjects.before_inserted(words, clause.fore, story)
        if found:
            return found
    if clause.kind == "relative":
        referred = subjects.referred_to(words, clause.start, clause.verb, story)
        if referred:
            return referred
    found = subjects.before_verb(words, clause.start, clause.verb, story) or subjects.inverted(words, clause.verb, story)
    if found or not number or clause.kind not in {"coordinate", "main"}:
        return found
    above = clauses[clause.parent if clause.parent is not None else number - 1]
    apart = above.kind in {"relative", "adverbial"} and clause.opener in {",", ""}  # 'what they said is …': not theirs
    return None if apart else above.subject
