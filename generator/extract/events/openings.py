"""Find where the clause of each finite verb opens, and tell participles that describe a noun from past tenses that look the same.

In: tagged Words, their verb groups, the Story. Out: Openings in the order of the verbs; verb groups that are reduced relatives
('guests quarantined for a week expressed dismay') are marked as not finite.

One walk over the words. Each clause needs one finite verb: the sentence opens one clause, each subordinator and relative another. A verb
goes to the innermost clause that has none yet; one too many opens a clause of its own behind a comma, a coordinator or a verb of saying,
and where there is none of these, a participle before it was no past tense.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.extract.events import subjects
from generator.extract.events.participles import may_be_reduced, opens_clause, stands_in_noun_group, takes_clause, unopened
from generator.extract.events.verbgroups import Verb
from generator.extract.events.words import Word
from generator.model.story import Story

_BOUNDARIES = frozenset({",", "C", "-", "“", "”", "S", "W"})
_MARKS = frozenset({",", "-", "(", ")", "“", "”", "C", "O"})
_GROUP = frozenset({"N", "P", "U", "D", "G", "I", "R", "C", "V"})


@dataclass(slots=True)
class Opening:
    """Where a clause opens, with which word, as what kind, and its verb.

    ``fore`` are the words ``[a, b)`` of the clause that stand before another clause inside it: 'the man | who called | left'.
    """

    start: int
    word: str
    kind: str
    verb: Verb | None = None
    inner: int | None = None
    fore: tuple[int, int] | None = None


def openings(words: list[Word], groups: list[Verb], story: Story) -> list[Opening]:
    """Return where the clause of each finite verb opens; participles among *groups* are marked in place."""
    return _Reading(words, groups, story).read()


class _Reading:
    """The walk: clauses that are open, and those that have their verb, in order."""

    def __init__(self, words: list[Word], groups: list[Verb], story: Story) -> None:
        self.words, self.groups, self.story = words, groups, story
        self.open: list[Opening] = [Opening(0, "", "main")]
        self.done: list[Opening] = []
        self.last: Verb | None = None
        self.near: Verb | None = None

    def read(self) -> list[Opening]:
        """Walk over the words once; return the openings in the order of their verbs."""
        heads = {verb.first: number for number, verb in enumerate(self.groups)}
        for index, word in enumerate(self.words):
            if word.tag in {"S", "W"} and opens_clause(self.words, index, self.story):
                self._subordinate(index)
            elif word.tag in {";", ":"}:
                self.open = [Opening(index + 1, "", "main")]
            elif word.tag == "”" and self._bounds_quotation(index):
                self.open = [each for each in self.open if each.verb is not None] or [Opening(index + 1, "quote", "main")]
            elif index in heads:
                if self.groups[heads[index]].finite:
                    self._place(heads[index])
                self.near = self.groups[heads[index]]
        return self.done

    def _subordinate(self, index: int) -> None:
        word = self.words[index]
        kind = "relative" if word.tag == "W" else "adverbial"
        if word.low in self.story.of("if"):
            kind = "conditional"
        elif word.tag == "S" and word.low in self.story.of("complementizers") and self.last is not None:
            kind = "complement"
        self._expect_subject(index)
        if self.open[-1].verb is None and self.open[-1].inner is None:
            self.open[-1].inner = index
        self.open.append(Opening(index, word.low, kind))

    def _expect_subject(self, index: int) -> None:
        """Where a noun group stands before a relative, behind a verb that has its clause, it may be the subject of a clause to come."""
        top, last = self.open[-1], self.near
        if top.verb is None or last is None or self.words[index].tag != "W":
            return
        start = index
        while start > last.last + 1 and self.words[start - 1].tag in _GROUP - {"C", "V"}:
            start -= 1
        if start == index:
            return
        before = self.words[start - 1].tag
        waiting = next((each for each in reversed(self.open) if each.verb is None), None)
        if start == last.last + 1:
            if takes_clause(last, self.story):
                self.open.append(Opening(start, next(iter(self.story.of("that")), ""), "complement"))
        elif before == "," and waiting is not None and waiting.inner is not None and not self._has_subject(waiting):
            del self.open[self.open.index(waiting) + 1 :]
            waiting.start, waiting.word, waiting.inner = start, ",", None
        elif before == "C" and waiting is None:
            self.open.append(Opening(start - 1, self.words[start - 1].low, "coordinate"))

    def _place(self, number: int) -> None:
        """Give a finite verb its clause, or mark it as a participle."""
        verb, top = self.groups[number], self.open[-1]
        outer = next((each for each in reversed(self.open[:-1]) if each.verb is None and self._has_subject(each)), None)
        resumes = top.verb is not None and outer is not None and self._resumes(verb, outer)
        first = top.verb is None or resumes
        if may_be_reduced(self.words, verb, self.story) and self._is_reduced(number, outer, first=first):
            verb.finite, verb.passive, verb.form = False, True, "part"
            return
        if top.verb is None and self._is_contact(number):
            top.inner = verb.first - 1
            self.open.append(Opening(verb.first - 1, "", "relative"))
            self._fill(self.open[-1], verb)
        elif top.verb is None:
            self._fill(top, verb)
        elif resumes and outer is not None:
            del self.open[self.open.index(outer) + 1 :]
            outer.fore = (outer.start, outer.inner if outer.inner is not None else outer.start)
            outer.start = self._behind_mark(verb)
            self._fill(outer, verb)
        else:
            self.open.append(self._by_mark(verb) or self._before_subject(verb))
            self._fill(self.open[-1], verb)

    def _is_contact(self, number: int) -> bool:
        """Tell whether a relative clause without its relative stands in a subject: 'the man | he met | died'."""
        verb, words = self.groups[number], self.words
        placed = verb.first - 2 > self.open[-1].start and stands_in_noun_group(words, verb.first, self.story)
        return placed and unopened(words, self.groups, number, self.story) > 0

    def _fill(self, opening: Opening, verb: Verb) -> None:
        opening.verb = self.last = verb
        self.done.append(opening)

    def _is_reduced(self, number: int, outer: Opening | None, *, first: bool) -> bool:
        """Tell whether a participle describes the noun before it, because another verb, before or behind it, has its clause."""
        verb, words, story = self.groups[number], self.words, self.story
        if words[verb.last + 1].low in story.of("by") or words[verb.first - 1].low in story.of("those"):
            return True
        behind = unopened(words, self.groups, number, story)
        if first:
            top = self.open[-1]
            waiting = sum(each.verb is None and self._has_subject(each) for each in self.open[:-1])
            waiting -= outer is not None and top.verb is not None
            fronted = top.verb is None and subjects.is_fronted(words, top.start, verb.first, story)
            return behind > max(0, waiting) or (fronted and any(each.finite for each in self.groups[number + 1 :]))
        nearest = self.near if self.near is not None and self.near.form == "ing" else self.last
        between = words[nearest.last + 1 : verb.first] if nearest is not None else []
        if any(word.tag in _MARKS for word in between):
            return behind > 0 or (between[-1].tag == "," and words[verb.last + 1].tag == "I" and len(between) > 1)
        described = any(word.tag in {"N", "P", "U"} for word in between)
        return behind > 0 or (described and self.near is not None and not takes_clause(self.near, story))

    def _has_subject(self, opening: Opening) -> bool:
        """Tell whether a clause that has no verb yet has words that can be its subject."""
        if opening.inner is None:
            return False
        if opening.kind == "relative":
            return True
        start = opening.start + (self.words[opening.start].tag in {"S", "W", "C"})
        start = subjects.skip_fronted(self.words, start, opening.inner, self.story)
        return any(word.tag in {"N", "P", "U", "O", "D"} for word in self.words[start : opening.inner]) and self.words[start].tag not in {
            "I",
            "V",
        }

    def _resumes(self, verb: Verb, outer: Opening) -> bool:
        """Tell whether a verb goes with the subject before an inserted clause: 'the man who called the police left'."""
        words = self.words
        between = words[self.last.last + 1 : verb.first] if self.last is not None else []
        while between and between[-1].tag in {"R", "T", "X"}:
            between = between[:-1]
        if between and between[-1].tag in {",", "-", ")"}:
            return True
        later = any(each.finite and each.first > verb.last for each in self.groups)
        marked = outer.inner and words[outer.inner - 1].tag in {",", "-", "("}
        if later and marked and may_be_reduced(words, verb, self.story):
            return False  # an aside that a mark opened is closed by one: 'Acme, which had two boats burnt, left'
        if any(word.tag in {",", "-", "“", "”", "S", "W"} for word in between) or (
            between and between[-1].tag in {"C", "O"} and between[-1].low in self.story.subject_pronouns | self.story.coordinators
        ):
            return False
        says = self.near is not None and takes_clause(self.near, self.story) and any(word.tag in {"N", "P", "O"} for word in between)
        return not (says and later)

    def _behind_mark(self, verb: Verb) -> int:
        start = verb.first
        while start > 0 and self.words[start - 1].tag in {"R", "T", "X"}:
            start -= 1
        return start if start > 0 and self.words[start - 1].tag in {",", "-", ")"} else verb.first

    def _by_mark(self, verb: Verb) -> Opening | None:
        words, near = self.words, self.near
        earlier = self.last.last + 1 if self.last is not None else 0
        if near is not None and near.last >= earlier and takes_clause(near, self.story):
            earlier = near.last + 1  # 'with some claiming the gap has narrowed'
        for index in range(verb.first - 1, earlier - 1, -1):
            tag = words[index].tag
            if tag in {"“", "”"} and self._bounds_quotation(index):
                said = self.last is not None and self.last.lemma in self.story.reporting
                return Opening(index + 1, "quote", "complement" if said else "main")
            if tag == "C" and (self._joins(index, verb) or not any(word.tag in _BOUNDARIES for word in words[earlier:index])):
                return Opening(index, words[index].low, "coordinate")
            inside = words[verb.first - 1].tag in {",", "-"}  # a comma right before the verb closes an apposition to its subject
            if tag in {",", "-"} and not inside and index != verb.first - 1:
                joined = self._fronted(index, earlier)
                return Opening(index + 1, ",", "main") if joined is None else Opening(joined, words[joined].low, "coordinate")
        return None

    def _fronted(self, comma: int, earlier: int) -> int | None:
        """Return where a coordinator stands that only a time or an adverb parts from a comma: 'and on Thursday, the mayor said'."""
        index = comma - 1
        while index > earlier and self.words[index].tag in {"T", "R", "I", "D", "U", "N", "P"}:
            index -= 1
        return index if self.words[index].tag == "C" and self.words[index + 1].tag in {"T", "R", "I"} else None

    def _before_subject(self, verb: Verb) -> Opening:
        """Open a clause that no mark and no word opens: what was said, or what a noun before a pronoun is described by."""
        says = next((each for each in (self.near, self.last) if each is not None and takes_clause(each, self.story)), None)
        last, words = says or self.last, self.words
        earlier = last.last + 1 if last is not None else 0
        start = _subject_start(words, earlier, verb.first)
        clear = last is not None and words[last.last + 1].low in self.story.of("clear")
        if clear or says is not None:
            whole = last is not None and not clear and last.lemma not in self.story.telling
            start = self._behind_time(earlier, start) if whole else start
            return Opening(start, next(iter(self.story.of("that")), ""), "complement")
        comma = next((index for index in range(verb.first - 1, earlier - 1, -1) if words[index].tag == ","), None)
        if comma is None and start > earlier and stands_in_noun_group(words, start + 1, self.story):
            return Opening(start, "", "relative")
        return Opening(start if comma is None else comma + 1, ",", "main")

    def _behind_time(self, start: int, latest: int) -> int:
        """Return where what was said begins behind the time of saying; *latest* where a prepositional group stands between."""
        while start < latest and self.words[start].tag in {"T", "R"}:
            start += 1
        return latest if self.words[start].tag in {"I", "B"} else start

    def _bounds_quotation(self, index: int) -> bool:
        """Tell whether a mark bounds a whole quotation (a comma or stop stands by it), not some quoted words."""
        before = self.words[index - 1].tag if index else ","
        return before in ({",", "."} if self.words[index].tag == "”" else {",", ":", "”"})

    def _joins(self, index: int, verb: Verb) -> bool:
        """Tell whether a coordinator opens the clause: the verb stands right behind it, or a subject only."""
        inside = self.words[index + 1 : verb.first]
        if all(word.tag in {"R", "T", "X"} for word in inside):
            return True
        if any(word.tag == "C" for word in inside):
            return False
        before = self.words[index - 1].tag if index else ""
        listed = before in {"P", "N"} and any(word.tag in {"P", "N", "O"} for word in inside)
        return before in {",", "T", "”"} or not listed or inside[0].tag in {"O", "D"}


def _subject_start(words: list[Word], earlier: int, end: int) -> int:
    """Return where the noun group right before *end* begins."""
    while end > earlier and words[end - 1].tag in {"R", "T", "X"}:
        end -= 1
    if end > earlier and words[end - 1].tag in {",", "-"}:  # an aside closes: 'people from its mission, a small force, are …'
        mark = words[end - 1].tag
        end = next((index for index in range(end - 2, earlier - 1, -1) if words[index].tag == mark), end)
    if end > earlier and words[end - 1].tag in {"O", "W"}:
        return end - 1
    index = end
    while index > earlier and words[index - 1].tag in _GROUP:
        index -= 1
        if words[index].tag == "D" and (index == earlier or words[index - 1].tag not in {"I", "D", "C"}):
            break
    while index < end and words[index].tag in {"I", "R", "C", "V"}:
        index += 1
    return index
