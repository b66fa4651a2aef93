"""Which dated event an undated deed is evidence for: by the noun that names it, by a pronoun behind it, or because it is told again.

In: the sentences of an article with the dated mentions of each, then an undated sentence. Out: an EventMention and why, or None.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence

from generator.extract.discourse.names import NamedKind, Names
from generator.extract.discourse.phrases import is_definite, is_plural
from generator.extract.events.marks import is_quoted
from generator.extract.events.nouns import is_event_noun
from generator.extract.events.reads import Read
from generator.model.edtf import Edtf, bounds
from generator.model.frame import Frame
from generator.model.mention import DateBasis, EventMention, MentionKind
from generator.model.story import Story
from generator.model.tree import Rel, Upos

_STEM = 5
"""So many letters in common make two words akin."""

_MONTH = 31
"""What is dated to more days than these is not one thing that 'the …' points at."""
_ABLE = frozenset({NamedKind.PERSON, NamedKind.BODY})
_OF_ITSELF = frozenset({Rel.NSUBJ, Rel.OBL})
"""Where the noun of an event stands that a clause tells of: it did something, or something was so before or in it."""
_WITHIN = frozenset({Rel.COMPOUND, Rel.FLAT})

Evidence = tuple[EventMention, str]


class ToldEvents:
    """The events that an article has told of, in the order of its sentences."""

    def __init__(self, dated: Sequence[EventMention], names: Names, story: Story) -> None:
        self._deeds = [each for each in dated if each.kind is MentionKind.DEED]
        self._sharp = [each for each in self._deeds if each.basis is DateBasis.SAID and _days(each) <= _MONTH]
        self._names, self._story = names, story
        self._events: list[tuple[EventMention, frozenset[str]]] = []
        self._last: tuple[int, EventMention] | None = None
        self._said: set[str] = set()
        """Nouns of the sentences so far: 'the truce' is one that was spoken of before, where there was one."""

    def enter(self, read: Read, mentions: Sequence[EventMention]) -> None:
        """Note the mentions of a sentence, with the nouns by which they may be brought up again."""
        for each in mentions:
            if each.basis is not DateBasis.INHERITED:
                nouns = (token for token in read.tree if each.quote.contains(token.span))
                is_deed = each.kind is MentionKind.DEED  # "He denied the attack" tells of no attack
                words = (
                    token.lemma.lower() for token in nouns if token.span == each.trigger or (is_deed and self._is_event(read, token.index))
                )
                self._events.append((each, frozenset(words)))
        self._said.update(token.lemma.lower() for token in read.tree if token.upos is Upos.NOUN)
        deed = next((each for each in mentions if each.kind is MentionKind.DEED), None)
        if deed is not None:
            self._last = read.position, deed

    def behind(self, read: Read, frame: Frame) -> Evidence | None:
        """Return the event that an undated deed tells more of."""
        return self._named(read, frame) or self._gone_on(read, frame) or self._again(read, frame)

    def stands(self, read: Read, frame: Frame) -> Evidence | None:
        """Return the event of which an undated present tells what it is or does: 'The offer is in cash', 'It brings the total to nine'.

        Of a person or body it tells no event: 'It employs forty clerks'.
        """
        one = self._names.of(read.tree, frame.subject) if frame.subject is not None else None
        if is_quoted(read.tree) or (one is not None and one.kind in _ABLE):
            return None
        brings = not frame.passive and not frame.progressive and read.tree[frame.predicate].upos is Upos.VERB
        return self._by_noun(read, (frame.subject,)) or (self._gone_on(read, frame) if brings else None)

    def brought_up(self, read: Read, mentions: Sequence[EventMention]) -> list[tuple[int, Evidence]]:
        """Return the dated deeds that a sentence names besides what it tells, each with the noun: '…, she said after the call'.

        Where several such deeds have other dates nothing says which is meant.
        """
        own, triggers = {each.continues or each.id for each in mentions}, {each.trigger for each in mentions}
        told = {each.lemma for each in mentions}
        found: dict[str, tuple[int, Evidence]] = {}
        for noun in self._named_again(read):
            lemma = read.tree[noun].lemma.lower()
            known = [each for each in self._sharp if _akin(lemma, each.lemma) and each.sentence != read.sentence.number]
            if not known or len({str(each.date) for each in known}) > 1 or any(_akin(lemma, each) for each in told):
                continue
            event = next((each for each in reversed(known) if each.sentence < read.sentence.number), known[0])
            if event.id not in own and not self._elsewhere(read, noun, event):
                found.setdefault(event.id, (noun, (event, f"“{read.tree[noun].text}” is the one told of there")))
        for noun, day in self._dated_again(read):
            lemma = read.tree[noun].lemma.lower()
            elsewhere = (each for each in self._deeds if each.date == day and each.sentence != read.sentence.number)
            again = next((each for each in elsewhere if _akin(lemma, each.lemma)), None)
            new = again is not None and again.id not in own and read.tree[noun].span not in triggers
            if again is not None and new and not self._elsewhere(read, noun, again):
                found.setdefault(again.id, (noun, (again, f"“{read.tree[noun].text}” of that day is the one told of there")))
        return list(found.values())

    def _dated_again(self, read: Read) -> Iterator[tuple[int, Edtf]]:
        """Yield the event nouns that stand with a day of their own, each with it: 'before the 2009 fight'."""
        for timex in read.timexes:
            time = read.tree.head_of(timex.span)
            if time is not None and timex.edtf is not None and read.tree[time].head >= 0 and self._is_event(read, read.tree[time].head):
                yield read.tree[time].head, timex.edtf

    def _named_again(self, read: Read) -> Iterator[int]:
        """Yield the event nouns that point at one thing told, and do not say when: 'the call', 'his arrest', not 'the second call'."""
        tree, story = read.tree, self._story
        for token in tree:
            noun = token.index
            if token.rel.main not in _OF_ITSELF or not self._is_event(read, noun) or is_plural(tree, noun, story):
                continue
            dated = any(each.said.overlaps(tree[below].span) for each in read.timexes for below in tree.subtree(noun))
            ranked = any(tree[each].lemma.lower() in story.of("ranks") for each in tree.children(noun, Rel.AMOD))
            if not dated and not ranked and (is_definite(tree, noun, story) or tree.children(noun, Rel.NMOD_POSS)):
                yield noun

    def _elsewhere(self, read: Read, noun: int, event: EventMention) -> bool:
        """Tell whether all names that stand with a noun are other ones than an event was told with: 'the match against Norrvik'."""
        tree = read.tree
        names = {
            self._names.call(tree, each) for each in tree.subtree(noun) if tree[each].upos is Upos.PROPN and tree[each].rel not in _WITHIN
        }
        names |= {
            self._names.call(tree, each) for each in tree.children(noun, Rel.NMOD, Rel.NMOD_POSS) if tree[each].lemma in self._story.people
        }
        return bool(names) and names.isdisjoint({*event.tags, *event.actors})

    def _just_told(self, read: Read) -> EventMention | None:
        """Return the deed of the sentence before."""
        return self._last[1] if self._last is not None and read.position - self._last[0] <= 1 else None

    def _is_event(self, read: Read, index: int) -> bool:
        return is_event_noun(read.tree, index, self._story)

    def _named(self, read: Read, frame: Frame) -> Evidence | None:
        """'The attack …', '… in the attack': the event that such a noun names, or that was told right before."""
        return self._by_noun(read, (frame.subject, *read.tree.children(frame.predicate, Rel.OBL)))

    def _by_noun(self, read: Read, places: Sequence[int | None]) -> Evidence | None:
        tree = read.tree
        nouns = [each for each in places if each is not None and self._is_event(read, each) and is_definite(tree, each, self._story)]
        for noun in nouns:
            kin = self._kin(tree[noun].lemma)
            for event, words in reversed(self._events):
                if any(_akin(one, other) for one in kin for other in words):
                    return event, f"“{tree[noun].text}” is the one told of before"
        new = [each for each in nouns if tree[each].lemma.lower() not in self._said]
        before = self._just_told(read) if new else None
        return (before, f"“{tree[new[0]].text}” is what has just been told") if before is not None else None

    def _gone_on(self, read: Read, frame: Frame) -> Evidence | None:
        """'It …', 'Five of those …' right behind a deed goes on with it."""
        before = self._just_told(read)
        if before is None or frame.subject is None:
            return None
        tree = read.tree
        words = {tree[each].text.lower() for each in tree.subtree(frame.subject) if tree[each].upos in {Upos.PRON, Upos.DET}}
        goes_on = words & (self._story.of("those") if tree[frame.subject].upos is not Upos.PRON else self._story.of("anaphoric"))
        return (before, "the text goes on with what it has just told") if goes_on else None

    def _again(self, read: Read, frame: Frame) -> Evidence | None:
        """The same subject does the same, here without its date."""
        if frame.lemma in self._story.light | self._story.be:
            return None
        who = set(self._names.actors(read.tree, frame.subject))
        same = (each for each in self._deeds if each.lemma == frame.lemma and who & set(each.actors))
        event = next((each for each in same if each.sentence != read.sentence.number), None)
        return (event, "the same is told with its date") if event is not None else None

    def _kin(self, lemma: str) -> frozenset[str]:
        low = lemma.lower()
        groups = (group.split("=") for group in self._story.kin)
        return next((frozenset(group) for group in groups if low in group), frozenset({low}))


def _days(mention: EventMention) -> int:
    """Return how many days a date covers, very many where it has an open end."""
    span = bounds(mention.date)
    return span.latest - span.earliest + 1 if span.earliest is not None and span.latest is not None else sys.maxsize


def _akin(one: str, other: str) -> bool:
    """Tell whether two lemmas are of one word: 'collision', 'collide'."""
    return one == other or (min(len(one), len(other)) > _STEM and one[:_STEM] == other[:_STEM])
