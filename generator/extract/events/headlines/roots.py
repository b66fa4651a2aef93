"""Find the stretches of a sentence that tell an event: its own clause, with who said it, or the sentence as it stands.

In: a Parsed sentence, a clause and its telling verb. Out: Roots, the preferred first.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from generator.extract.events.clauses import Clause
from generator.extract.events.headlines.cuts import is_torn
from generator.extract.events.headlines.dates import undated
from generator.extract.events.headlines.printing import count
from generator.extract.events.headlines.references import named
from generator.extract.events.headlines.tellers import in_list, is_detached, subject_of
from generator.extract.events.naming import head_of
from generator.extract.events.parse import Parsed
from generator.extract.events.stage import Stage
from generator.extract.events.verbgroups import Verb
from generator.extract.events.words import Word
from generator.model.story import Story
from generator.model.timex import Timex

_SUBJECT_OPENS = frozenset({",", "T", "C", "S", "W", ";", ":", "”", "“", "-", "R", ".", ")", "M", "X"})
_LONG_SPEAKER = 3
_DOUBT, _APART = 6, 12
"""What it costs a root that its subject may be cut off; that it tells more than the event."""
_CLOSING = frozenset({",", "”", "-", ".", ":", ";"})


@dataclass(frozen=True, slots=True)
class Told:
    """What is to be told: a verb of a clause of a sentence; ``own`` is the event's date, which the line need not say."""

    parsed: Parsed
    clause: Clause
    verb: Verb
    own: Timex | None


@dataclass(slots=True)
class Root:
    """Words that tell an event, up to ``until`` (an offset; what is behind shows where a line may end).

    ``must`` are the offsets of words of which the first has to stay, failing that the next; ``speaker`` and ``said`` who said it.
    """

    words: list[Word]
    must: tuple[int, ...]
    until: int
    kind: str
    speaker: list[Word] = field(default_factory=list)
    said: list[Word] = field(default_factory=list)
    quoted: bool = False
    cost: int = 0


class Roots:
    """Makes the roots of what one verb tells."""

    def __init__(self, told: Told, stage: Stage, story: Story) -> None:
        self.parsed, self.clause, self.verb, self.own = told.parsed, told.clause, told.verb, told.own
        self.stage, self.story = stage, story

    def all(self) -> list[Root]:
        """Return the roots, the preferred first."""
        behind = self._speech_behind()
        if behind is self.clause:
            root = self._content(behind)
            return [root] if root else self._around()
        if self.clause.kind == "conditional" or self._lacks_object():
            return self._around()
        above = self._reporting_above()
        own, roots = self._own(), []
        if above is not None:
            self._attribute(own, above)
            roots.append(self._from(above))
            roots[0].cost += _APART if self._dated(above) else 0
            own.cost += 0 if self._dated(above) else _APART // 3
        starts = [word.start for word in own.words]
        roots += [own, *(each for each in self._around() if [word.start for word in each.words] != starts)]
        if behind is not None and above is None:
            for root in roots:
                self._attribute(root, behind)
        return roots

    def _own(self) -> Root:
        parsed, clause, verb, story = self.parsed, self.clause, self.verb, self.story
        subject = subject_of(parsed, clause, verb, story)
        detached = verb is not clause.verb and is_detached(parsed, clause, verb, story)
        first = verb.first if detached else clause.verb.first
        end = clause.verb.first if detached and verb.main < clause.verb.first else self._told_end(clause)
        cut = not detached and (subject is None or self._is_cut(subject[0]))
        if detached:
            end = next((at for at in range(verb.last + 1, end) if self._parts(at, end)), end)
        shown = self._plain(parsed.words[self._behind_caption(subject[0], subject[1]) : subject[1]]) if subject else []
        told = self._plain(parsed.words[first : end if detached or clause.kind == "relative" else None])
        told = [*self._shared(), *told]
        root = self._root([*named(shown, verb, self.stage, story), *told], end, "participle" if detached else "own")
        root.cost = (_DOUBT if cut else 0) + (_DOUBT // 2 if clause.doubts else 0)
        return root

    def _shared(self) -> list[Word]:
        """Return the auxiliaries that a second participle shares with the first: 'was arrested and charged'."""
        parsed, clause, above = self.parsed, self.clause, self.parsed.parent(self.clause)
        if above is None or clause.kind != "coordinate" or clause.subject != above.subject or not above.verb.passive:
            return []
        readings = self.story.readings(parsed.words[clause.verb.main].low)
        if clause.verb.lemma in self.story.of("standing_verbs"):
            return []
        alike = clause.verb.first == clause.verb.main and (not readings or any(form == "part" for _, form in readings))
        return parsed.words[above.verb.first : above.verb.main] if alike else []

    def _root(self, words: list[Word], end: int, kind: str) -> Root:
        must = tuple(dict.fromkeys(self.parsed.words[each.main].start for each in (self.verb, self.clause.verb)))
        root = Root(words, must, self.parsed.words[end - 1].end, kind)
        inside = [word for word in words if word.end <= root.until]
        root.quoted = bool(inside) and all(word.quoted or word.tag in {"“", "”", ","} for word in inside)
        return root

    def _from(self, above: Clause) -> Root:
        """Return what is told from the subject of a clause above on."""
        subject = above.subject or (above.verb.first, above.verb.first)
        first = self._behind_caption(subject[0], above.verb.first)
        if above.kind == "coordinate" and first < above.start:
            shown, rest = self._plain(self.parsed.words[first : subject[1]]), self._plain(self.parsed.words[above.verb.first :])
        else:
            words, verb = self._plain(self.parsed.words[first:]), self.parsed.words[above.verb.first].start
            shown, rest = [word for word in words if word.start < verb], [word for word in words if word.start >= verb]
            shown = shown[:-1] if [word.tag for word in shown if word.tag in {",", "-"}] == [","] and shown[-1].tag == "," else shown
        words = [*named(shown, above.verb, self.stage, self.story), *rest]
        root = self._root(words, self._told_end(self.clause), "reported")
        root.cost = _DOUBT if self._is_cut(first) else 0
        return root

    def _around(self) -> list[Root]:
        """Return the sentence from its first word on, for when the parse cannot be trusted."""
        start = self._behind_caption(0, self.verb.first)
        words = self._plain(self.parsed.words[start:])
        main = next((each for each in self.parsed.clauses if each.kind == "main" and each.subject is not None), None)
        if main is not None and main.subject is not None and main.subject[0] == start:
            size = len([word for word in words if word.start < self.parsed.words[main.verb.first].start])
            words = [*named(words[:size], main.verb, self.stage, self.story), *words[size:]]
        root = self._root(words, self._told_end(self.clause), "sentence")
        apart = self.clause.kind in {"relative", "adverbial"} or sum(word.tag == "T" for word in self.parsed.words) > 1
        root.cost = _APART if apart else _APART // 3
        return [root]

    def _behind_caption(self, start: int, end: int) -> int:
        """Return where the telling begins behind a caption or heading that was glued to it: 'GMT Help A bodyguard has …'."""
        words = self.parsed.words
        for at in range(end - 1, start, -1):
            word, before = words[at], words[at - 1]
            small = word.low in self.story.of("articles") or word.low in self.story.subject_pronouns
            follows = at + 1 < len(words) and words[at + 1].text[:1].islower()
            if (
                small
                and word.text[0].isupper()
                and not word.text[1:2].isupper()
                and follows
                and before.tag not in {"“", ":", "”", "-", "."}
            ):
                return at if before.text != "I" and word.text != "I" else start
        return start

    def _content(self, said: Clause) -> Root | None:
        """Return what was said when it stands before its attribution: '“…,” he told reporters', '…, officials said'."""
        parsed = self.parsed
        number = parsed.clauses.index(said)
        told = next((each for each in parsed.clauses[:number] if each.kind == "main"), parsed.clauses[0])
        start = told.start if told.start == 0 or told.subject is None else told.subject[0]
        while start < said.start and parsed.words[start].tag in {"R", ",", "C"}:
            start += 1
        words = [word for word in self._plain(parsed.words[start : said.start]) if word.tag != "T" or word.quoted]
        words = _closed(words)
        if not words or parsed.words[start].tag in {"I", "S", "B"}:
            return None
        root = Root(words, (parsed.words[told.verb.main].start,), words[-1].end, "content")
        root.quoted = all(word.quoted or word.tag in {"“", "”", ",", "-"} for word in words)
        self._attribute(root, said)
        return root

    def _attribute(self, root: Root, said: Clause) -> None:
        """Put who said it behind what is told."""
        parsed, story = self.parsed, self.story
        if said.subject is None:
            return
        start, end = said.subject
        until = next((at for at in range(start + 1, end) if parsed.words[at].tag in {",", "-", "W"}), end)
        shown = named(self._plain(parsed.words[start:until]), said.verb, self.stage, story)
        head = head_of(parsed, (start, until), story)
        inside = [word for word in shown if word.start < parsed.words[head[1] - 1].end] or shown
        inside = shown if inside[-1].low in story.adjectives | story.of("superlatives") else inside
        person = self.stage.of(parsed, said.subject)
        named_person = person is not None and person.name[:1].isupper() and person.gender in {"m", "f", "h"}
        if person is not None and named_person and (count(inside) > _LONG_SPEAKER or inside[0].tag == "D"):
            inside = [replace(inside[0], text=person.name, low=person.name.lower(), tag="P")]
        verb = parsed.words[said.verb.first : said.verb.last + 1]
        if verb and verb[-1].lemma in story.of("tell"):
            verb = [replace(verb[-1], text="said", low="said", lemma="say")]  # whom it was told to finds no room
        root.speaker, root.said = inside, verb

    def _speech_behind(self) -> Clause | None:
        """Return the clause at the end of the sentence that says who said it."""
        for number, each in enumerate(self.parsed.clauses):
            verb, subject = each.verb, each.subject
            if not number or each.kind != "main" or verb.lemma not in self.story.of("attributing") or each.quoted or subject is None:
                continue
            if subject[0] < each.start or (subject[0] > verb.last and verb.first != verb.last):
                continue
            before = self.parsed.words[each.start - 1].tag
            behind = (below.start for below in self.parsed.below(each) if below.kind == "complement")
            complement = any(start <= each.verb.last + 2 for start in behind)
            if before in {",", "”"} and not complement and self.clause.verb.main <= each.verb.main and not each.verb.passive:
                return each
        return None

    def _reporting_above(self) -> Clause | None:
        """Return the outermost clause of saying or thinking that the clause is the content of."""
        found, below = None, self.clause
        while (above := self.parsed.parent(below)) is not None:
            known = above.verb.lemma in self.story.reporting | self.story.cognition
            inside = below.kind == "complement"
            if found is not None and not inside:
                break
            named = above.subject is not None and above.subject[0] < above.verb.first
            if (
                inside
                and known
                and named
                and (above.verb.passive or self.parsed.words[(above.subject or (0, 0))[0]].low not in self.story.of("expletive"))
            ):
                found = above
            below = above
        return found

    def _lacks_object(self) -> bool:
        """Tell whether the object stands before the clause: 'the plant which Acme said it would sell'."""
        clause: Clause | None = self.clause
        while clause is not None and clause.kind == "complement":
            clause = self.parsed.parent(clause)
        inside = clause is not None and clause.subject is not None and clause.subject[0] > clause.start
        return inside and clause is not None and clause.kind == "relative" and clause.opener in self.story.of("bare_relatives")

    def _dated(self, clause: Clause) -> bool:
        return any(self.parsed.words[index].tag == "T" and clause.owns(index) for index in range(clause.start, clause.end))

    def _is_cut(self, first: int) -> bool:
        """Tell whether what stands before a subject belongs to it: then its beginning was not found."""
        return first > 0 and self.parsed.words[first - 1].tag not in _SUBJECT_OPENS

    def _told_end(self, clause: Clause) -> int:
        """Return the word behind what belongs to the clause: its complements and what hangs on them, in one piece."""
        parsed, end, after = self.parsed, clause.end, ""
        for below in parsed.below(clause):
            if below.start == end and is_torn(parsed, below):
                end = below.end
                continue
            fronted = below.kind == "main" and after in {"adverbial", "conditional"} and clause.verb.lemma in self.story.reporting
            after = below.kind
            quoted = fronted or (
                below.kind == "main" and ((below.opener == "quote" and below.quoted) or parsed.words[below.start - 1].tag == ":")
            )
            if below.start != end or (below.kind == "main" and not quoted):
                break
            if below.kind == "coordinate" and clause.kind in {"adverbial", "relative"} and parsed.words[below.start - 1].tag == ",":
                break
            if self._dated(below) and below.kind in {"coordinate", "relative", "adverbial"}:
                break  # an event of its own
            end = below.end
        if clause.kind in {"adverbial", "relative"}:
            end = next((at for at in range(clause.verb.last + 1, end) if self._parts(at, end)), end)
        while end > clause.verb.last + 1 and self._closes(end - 1):
            end -= 1
        return end

    def _closes(self, at: int) -> bool:
        """Tell whether a mark only closes what was told: a stop, a comma, the quote mark behind one."""
        words = self.parsed.words
        return words[at].tag in _CLOSING - {"”"} or (words[at].tag == "”" and words[at - 1].tag in {".", ","})

    def _parts(self, at: int, end: int) -> bool:
        """Tell whether a comma ends a subordinate clause: it stands in no list and no quotation."""
        words = self.parsed.words
        return words[at].tag == "," and not words[at].quoted and not in_list(self.parsed, at, end)

    def _plain(self, words: list[Word]) -> list[Word]:
        """Return words without brackets, date words and words that say nothing in a headline."""
        kept: list[Word] = []
        depth = 0
        for word in words:
            depth = max(0, depth + (word.tag == "(") - (word.tag == ")"))
            idle = word.tag == "R" and word.low in self.story.of("dropped") and not word.quoted
            doubled = word.tag == "," and (not kept or kept[-1].tag == ",")
            if depth == 0 and word.tag != ")" and not idle and not doubled:
                kept.append(word)
        return undated(_without_tickers(kept), self.own, self.story)


def _without_tickers(words: list[Word]) -> list[Word]:
    """Leave out the signs of shares and indices that wires put behind a name: 'Acme Corp. ACM.N', 'the average .AVG'."""
    kept: list[Word] = []
    for at, word in enumerate(words):
        before, behind = words[at - 1 : at], words[at + 1 : at + 2]
        sign = word.tag == "." and bool(behind) and behind[0].start == word.end and behind[0].text.isupper()
        if sign and kept and before and before[0] is kept[-1] and kept[-1].end == word.start and kept[-1].text.isupper():
            kept.pop()
        ticker = before and before[0].tag == "." and before[0].end == word.start and word.text.isupper()
        if not sign and not ticker:
            kept.append(word)
    return kept


def _closed(words: list[Word]) -> list[Word]:
    """Drop the comma before what was said is attributed: '“…,” she said'."""
    while words and words[-1].tag == ",":
        words = words[:-1]
    return [*words[:-2], words[-1]] if [word.tag for word in words[-2:]] == [",", "”"] else words
