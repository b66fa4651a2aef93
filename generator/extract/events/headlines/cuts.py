"""Where a line may end: only where a constituent does, with every verb having what it takes.

In: Words of a line in the source's order, the Parsed sentence they come from, the Story. Out: numbers of words that may be kept.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.extract.events.clauses import Clause
from generator.extract.events.headlines.beginnings import is_torn, opening
from generator.extract.events.parse import Parsed
from generator.extract.events.verbgroups import Verb
from generator.extract.events.words import Word
from generator.model.story import Story

_NOUNS = frozenset({"N", "P", "U"})
_ENDS = frozenset({"N", "P", "U", "O", "R", "V", "”", "T"})
_OPENERS = frozenset({"T", "to", "S", "W", "C", ",", "-", ";", ":", "“", "”", "("})
_JOINED = frozenset({"V", "M", "S", "R", "X", "W", "to"})
_OBJECT = frozenset({"D", "N", "P", "U", "O", "“", "S", "to", "W"})
_LISTED = 8
_QUOTED = 4
"""How many words a quotation has at least that is not kept whole."""


@dataclass(frozen=True, slots=True)
class _Placed:
    """A clause as it stands in a line: where it opens, where its verb group ends."""

    clause: Clause
    start: int
    last: int


class Cuts:
    """The places where one line may end."""

    def __init__(self, words: list[Word], parsed: Parsed, story: Story) -> None:
        self.words, self.parsed, self.story = words, parsed, story
        places = {word.start: at for at, word in enumerate(words)}
        self._verbs: dict[int, Verb] = {}
        self._told: list[_Placed] = []
        for clause in parsed.clauses:
            if is_torn(parsed, clause):
                continue
            last = places.get(parsed.words[clause.verb.last].start)
            if last is not None:
                opens = parsed.words[opening(parsed, clause)].start
                start = next((at for at, word in enumerate(words) if word.start >= opens), 0)
                self._told.append(_Placed(clause, min(start, last), last))
            for verb in clause.verbs:
                at = places.get(parsed.words[verb.main].start)
                if at is not None:
                    self._verbs[at] = verb
        self._depth = self._depths()

    def ends(self, least: int, most: int, reach: int) -> list[tuple[int, int]]:
        """Return (how many words are kept, how strong a boundary it is: up to 4), the longest first.

        *least* words stay, the line has *most*, and *reach* find room.
        """
        found: list[tuple[int, int]] = []
        for end in range(min(most, reach), least - 1, -1):
            strength = self._strength(end) if end < len(self.words) else 4
            strength += end == most and strength == 3
            if strength and self._is_whole(end):
                found.append((end, strength))
        return found

    def _depths(self) -> list[int]:
        """Return for each place how many quote marks stand open before it."""
        depth, depths = 0, [0]
        for word in self.words:
            depth += {"“": 1, "”": -1}.get(word.tag, 0)
            depth = max(0, depth)
            depths.append(depth)
        return depths

    def _strength(self, end: int) -> int:
        """Return what boundary lies before the word at *end*: 3 a clause's, 2 a looser phrase's, 1 a prepositional group's, 0 none."""
        words = self.words
        before, behind = words[end - 1], words[end]
        joined = before.low in self.story.of("up") and behind.low in self.story.of("infinitive_mark")  # 'lived up to'
        particle = before.low in self.story.of("particles") and words[end - 2].tag == "V" and not joined
        if before.tag not in _ENDS and not particle:
            return 0
        if self._depth[end]:  # a quotation may stop before a clause or comma of its own
            long = all(word.tag not in {"“", "”"} for word in words[max(0, end - _QUOTED) : end])
            return int(long and self._strength_plain(end) in {1, 3})
        return self._strength_plain(end)

    def _strength_plain(self, end: int) -> int:
        before, behind = self.words[end - 1], self.words[end]
        if behind.tag in {"“", "”", "T"} or behind.low in self.story.of("particles"):
            return int(behind.tag == "T")
        if behind.tag in {",", "C"}:
            return 0 if (self._is_listed(end) if behind.tag == "," else not self._opens_clause(end)) else 3
        if behind.tag == "I":
            return self._before_preposition(end)
        if behind.tag == "S":
            return self._before_clause(end)
        relative = before.tag in {"N", "P", "”"} and before.low not in self.story.numbers
        opens = behind.tag == "W" and relative and not self._is_singled_out(end)
        return 3 if opens or behind.tag in {"-", ";", ":", "."} else self._before_verbal(end)

    def _before_clause(self, end: int) -> int:
        """Return how strong a boundary stands before 'after', 'that', 'whether': a condition is never cut off."""
        before, behind = self.words[end - 1], self.words[end]
        if behind.low in self.story.of("that"):
            verb = self._verb_before(end)
            said = verb is not None and verb.lemma in self.story.reporting | self.story.cognition | self.story.telling
            return int(before.tag in _NOUNS and not said)
        if behind.low in self.story.of("complementizers"):
            undecided = before.tag == "V" and any(word.tag == "X" for word in self.words[max(0, end - _LISTED) : end])
            return int(undecided)  # 'has not yet decided whether …'
        return 3 if behind.low in self.story.of("time_or_reason") else 0

    def _before_preposition(self, end: int) -> int:
        before, behind = self.words[end - 1], self.words[end]
        of = behind.low in self.story.of("of") and before.tag in {"N", "P"}
        if (behind.low in self.story.of("binding") and not of) or before.tag == "R" or before.low in self.story.of("linked_nouns"):
            return 0
        counted = end + 1 < len(self.words) and self.words[end + 1].tag == "U"
        if before.tag == "V" and (counted or behind.low in self.story.of("particles")):  # 'rose to 40'
            return 0
        if behind.low in self.story.of("infinitive_subject") and self._is_adjective(before):
            return 0  # 'difficult for both sides to talk'
        verb = self._verb_before(end)
        if verb is not None and verb.lemma in self.story.of("paired_verbs") and not self._has_preposition(verb, end):
            return 0
        return (-3 if self._may_lose_of(end) else 0) if of else 1  # what it is of only where nothing else ends a line

    def _is_eased(self, end: int) -> bool:
        """Tell whether an infinitive belongs to an adjective: 'more difficult for both sides to talk'."""
        at = end - 1
        while at > 0 and self.words[at].tag in _NOUNS | {"D", "G"}:
            at -= 1
        return at > 0 and self.words[at].low in self.story.of("infinitive_subject") and self._is_adjective(self.words[at - 1])

    def _is_adjective(self, word: Word) -> bool:
        known = self.story.of("calling") | self.story.adjectives
        return word.low in known or word.low.endswith(tuple(self.story.of("adjective_endings")))

    def _verb_before(self, end: int) -> Verb | None:
        return next((self._verbs[at] for at in range(end - 1, -1, -1) if at in self._verbs), None)

    def _has_preposition(self, verb: Verb, end: int) -> bool:
        """Tell whether the second half of 'accuse … of', 'provide … with' stands before *end*."""
        last = self.parsed.words[verb.last].start
        return any(word.tag == "I" and word.start > last for word in self.words[:end])

    def _may_lose_of(self, end: int) -> bool:
        """Tell whether a noun says enough without what it is of: not 'in the face of', 'the Freedom of Information Act'."""
        words = self.words
        following = words[end + 1].tag if end + 1 < len(words) else ""
        start = end - 1
        while start > 0 and words[start - 1].tag in _NOUNS | {"D", "G"}:
            start -= 1
        owned = any(word.tag == "G" for word in words[start:end])
        led = (start > 0 and words[start - 1].tag == "I" and end - start <= 2) or (
            words[start].low in self.story.of("definite") and not owned
        )
        apposed = any(word.tag == "," for word in words[max(0, end - 4) : end])
        return not led and not apposed and following != "W" and not (words[end - 1].tag == "P" and following == "P")

    def _is_singled_out(self, end: int) -> bool:
        """Tell whether what follows says which one is meant: 'the first leader to …', 'the only port that …'."""
        start = end - 1
        while start >= 0 and self.words[start].tag in _NOUNS | {"D", "G", "R"}:
            if self.words[start].low in self.story.of("superlatives"):
                return True
            start -= 1
        return False

    def _before_verbal(self, end: int) -> int:
        before, behind = self.words[end - 1], self.words[end]
        if behind.tag == "to":
            bound = before.low in self.story.of("infinitive_nouns") or self._is_adjective(before)
            controlled = self._is_eased(end) or any(
                word.lemma in self.story.of("controlling") for word in self.words[max(0, end - 8) : end]
            )
            return 2 if before.tag in _NOUNS and not bound and not controlled and not self._is_singled_out(end) else 0
        verb = self._verbs.get(end)
        if behind.tag == "V" and verb is not None and not verb.finite and not verb.infinitive:
            last = self._verb_before(end)
            seen = last is not None and last.lemma in self.story.reporting | self.story.cognition  # 'remembered her saying'
            return 2 if before.tag in _NOUNS and not seen else 0
        return 0

    def _opens_clause(self, end: int) -> bool:
        """Tell whether a coordinator joins a verb or a clause, not two nouns."""
        following = self.words[end + 1] if end + 1 < len(self.words) else None
        if following is None:
            return False
        opened = any(told.start == end for told in self._told)
        return following.tag in _JOINED or opened or following.low in self.story.subject_pronouns

    def _is_listed(self, comma: int) -> bool:
        """Tell whether a comma parts the members of a list: 'rice, beans and oil'."""
        words = self.words
        if comma + 1 < len(words) and words[comma + 1].tag == "C":
            return not self._opens_clause(comma + 1)
        return self._list_ends(comma) > 0

    def _list_ends(self, comma: int) -> int:
        """Return where the coordinator of a list stands whose members a comma parts; 0 when it parts none."""
        words = self.words
        for at in range(comma + 1, min(comma + 1 + 2 * _LISTED, len(words))):
            if words[at].tag == "C":
                nominal = at + 1 < len(words) and words[at + 1].tag in {"N", "P", "D", "U"}
                return at if nominal and at not in {told.start for told in self._told} else 0
            if words[at].tag in {"M", "S", "W"} or words[at].form in {"past", "s"} or (at == comma + 1 and words[at].tag in {"V", "I"}):
                return 0
        return 0

    def _is_whole(self, end: int) -> bool:
        """Tell whether all that was opened before *end* is closed there."""
        words = self.words
        if any(told.start < end <= told.last for told in self._told) or self._in_subject(end) or self._in_pair(end):
            return False
        if any(told.clause.opener == "," and told.start and told.last < end and self._splices(told) for told in self._told):
            return False
        return self._has_said(end) and (end == len(words) or words[end - 1].tag != "V" or self._stands_alone(end))

    def _splices(self, told: _Placed) -> bool:
        """Tell whether a main clause stands behind a bare comma: 'he left, relations remain cool'."""
        before = next((other for other in reversed(self._told) if other.last < told.start), None)
        led_up = before is not None and before.clause.kind in {"adverbial", "conditional"}
        bare = told.clause.kind == "main" and self.words[told.start - 1].tag == ","
        return bare and not led_up and told.clause.verb.lemma not in self.story.reporting

    def _in_subject(self, end: int) -> bool:
        """Tell whether the noun before *end* is of the subject of a verb to come."""
        following = next((told for told in self._told if told.last >= end), None)
        if following is None:
            return False
        first = following.last
        while first > end and self.words[first - 1].tag in {"V", "M", "R", "X"}:
            first -= 1
        return not any(word.tag in _OPENERS for word in self.words[end:first])

    def _in_pair(self, end: int) -> bool:
        """Tell whether *end* parts a list, 'between A and B' or 'from A to B'."""
        low = [word.low for word in self.words]
        if any(self.words[at].tag == "," and self._list_ends(at) >= end for at in range(max(1, end - _LISTED), end)):
            return True
        for opener, closer in (("pairing", "and"), ("from", "reaching")):
            opened = next((at for at in range(end - 1, -1, -1) if low[at] in self.story.of(opener)), None)
            if opened is None or end - opened > _LISTED or any(word.tag in {"V", "M", ","} for word in self.words[opened:end]):
                continue
            closes = [at for at in range(opened, min(opened + 2 * _LISTED, len(low))) if low[at] in self.story.of(closer)]
            if closes and closes[0] >= end:
                return True
        return False

    def _has_said(self, end: int) -> bool:
        """Tell whether each verb of saying or thinking that is kept has what is said."""
        for told in self._told:
            verb = told.clause.verb
            if told.last >= end or verb.lemma not in self.story.reporting | self.story.cognition:
                continue
            that = self.words[told.last + 1 : told.last + 2]
            asides = {"adverbial", "conditional", "relative"} if that and that[0].tag == "S" else set()
            below = next((other for other in self._told if other.last > told.last and other.clause.kind not in asides), None)
            if below is not None and "C" in (self.words[below.start].tag, self.words[below.start - 1].tag):
                continue  # 'has not decided whether …, and that …' goes on with what a verb above says
            if asides and below is not None and below.last >= end:
                return False
            quoted = below is not None and below.start and self.words[below.start - 1].tag in {":", "“"}
            if below is None or below.last < end or (below.clause.kind != "complement" and not quoted):
                continue
            between = self.words[told.last + 1 : below.start]
            direct = bool(between) and between[0].tag in {"D", "N", "P", "U", "O"} and verb.lemma not in self.story.telling
            if not direct:
                return False
        return True

    def _stands_alone(self, end: int) -> bool:
        """Tell whether the verb before *end* needs nothing more: 'they were arrested', 'she died'."""
        verb = self._verbs.get(end - 1)
        behind = self.words[end]
        if verb is None or behind.tag in _OBJECT - {"S", "W"} or not (verb.finite or verb.infinitive or self.words[end - 2].tag == "V"):
            return False
        if behind.tag != "I":
            asked = behind.low in self.story.of("complementizers")
            return behind.tag != "S" or asked or verb.lemma not in self.story.reporting | self.story.cognition
        at = end + 1 + (end + 1 < len(self.words) and self.words[end + 1].tag == "D")
        while at < len(self.words) and self.words[at].tag in _NOUNS | {"G"}:
            at += 1
        if at < len(self.words) and self.words[at].tag == "D":
            return False  # 'discussed with reporters the names of …'
        if verb.passive or verb.form == "part":
            return verb.lemma not in self.story.of("leaning_passives")
        return verb.lemma not in self.story.of("leaning_verbs")
