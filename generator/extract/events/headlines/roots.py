"""Find the stretches of a sentence that tell an event: its own clause, with who said it, or the sentence as it stands.

In: a Parsed sentence, a clause and its telling verb. Out: Roots, the preferred first.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.extract.events.clauses import Clause
from generator.extract.events.headlines import sources
from generator.extract.events.headlines.beginnings import is_torn
from generator.extract.events.headlines.plainer import closed, plain
from generator.extract.events.headlines.references import named
from generator.extract.events.headlines.sources import Told
from generator.extract.events.headlines.tellers import in_list, is_detached, subject_of
from generator.extract.events.stage import Stage
from generator.extract.events.words import Word
from generator.model.story import Story

_SUBJECT_OPENS = frozenset({",", "T", "C", "S", "W", ";", ":", "”", "“", "-", "R", ".", ")", "M", "X"})
_DOUBT, _APART = 6, 12
"""What it costs a root that its subject may be cut off; that it tells more than the event."""
_CLOSING = frozenset({",", "”", "-", ".", ":", ";"})


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
        self.told = told
        self.parsed, self.clause, self.verb, self.own = told.parsed, told.clause, told.verb, told.own
        self.stage, self.story = stage, story

    def all(self) -> list[Root]:
        """Return the roots, the preferred first."""
        behind = sources.speech_behind(self.told, self.story)
        if behind is self.clause:
            root = self._content(behind)
            return [root] if root else self._around()
        if self.clause.kind == "conditional" or self._lacks_object():
            return self._around()
        above = sources.reporting_above(self.told, self.story)
        own, roots = self._own(), []
        if above is not None:
            own.speaker, own.said = self._attribution(above)
            roots.append(self._from(above))
            roots[0].cost += _APART if self._dated(above) else 0
            own.cost += 0 if self._dated(above) else _APART // 3
        starts = [word.start for word in own.words]
        source = sources.source(self.parsed, self.story) if above is None and behind is None else None
        roots += [own, *(each for each in self._around() if [word.start for word in each.words] != starts)]
        for root in roots if above is None else ():
            if behind is not None:
                root.speaker, root.said = self._attribution(behind)
            elif source is not None:
                root.said = self.parsed.words[slice(*source)]
                root.until = min(root.until, self.parsed.words[source[0] - 1].end) if source[0] > self.clause.verb.last else root.until
        return roots

    def _own(self) -> Root:
        parsed, clause, verb, story = self.parsed, self.clause, self.verb, self.story
        subject = subject_of(parsed, clause, verb, story)
        detached = verb is not clause.verb and is_detached(parsed, clause, verb, story)
        first = verb.first if detached else self._with_adverbs(clause)
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

    def _with_adverbs(self, clause: Clause) -> int:
        """Return where what is told opens: with the adverbs before its verb, which can turn its sense round ('barely', 'reportedly')."""
        first = clause.verb.first
        while first > clause.start + 1 and self.parsed.words[first - 1].tag in {"R", "X"}:
            first -= 1
        return first

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
            shown, rest = self._plain(self.parsed.words[first : subject[1]]), self._plain(self.parsed.words[self._with_adverbs(above) :])
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
        words = closed(words)
        if not words or parsed.words[start].tag in {"I", "S", "B"}:
            return None
        root = Root(words, (parsed.words[told.verb.main].start,), words[-1].end, "content")
        root.quoted = all(word.quoted or word.tag in {"“", "”", ",", "-"} for word in words)
        root.speaker, root.said = self._attribution(said)
        return root

    def _lacks_object(self) -> bool:
        """Tell whether the object stands before the clause: 'the plant which Acme said it would sell'."""
        clause: Clause | None = self.clause
        while clause is not None and clause.kind == "complement":
            clause = self.parsed.parent(clause)
        inside = clause is not None and clause.subject is not None and clause.subject[0] > clause.start
        return inside and clause is not None and clause.kind == "relative" and clause.opener in self.story.of("bare_relatives")

    def _attribution(self, said: Clause) -> tuple[list[Word], list[Word]]:
        return sources.attribution(self.told, said, self.stage, self.story)

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
        return plain(words, self.own, self.story)
