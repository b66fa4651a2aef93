"""Make an EventMention of what a sentence tells: quote, actors, tags, matter, headline, id.

In: a Telling (which frame or event noun, which date, why). Out: an EventMention.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from generator.extract.discourse.names import Names
from generator.extract.events.days import reported
from generator.extract.events.identity import Identities
from generator.extract.events.reads import Read
from generator.extract.events.speakers import Speakers
from generator.extract.events.status import Judgement
from generator.extract.events.voices import principals
from generator.extract.headlines.alone import shown_alone
from generator.extract.headlines.nominal import BY_THE_WAY, named_event
from generator.extract.headlines.telling import Day, Headline, nouns_of
from generator.extract.headlines.telling import Telling as Asked
from generator.extract.headlines.writing import headline
from generator.model.article import Article, Sentence
from generator.model.calendar import day_number
from generator.model.edtf import Edtf, bounds
from generator.model.frame import Frame
from generator.model.mention import DateBasis, EventMention, MentionKind, Status
from generator.model.span import Span
from generator.model.story import Story
from generator.model.timex import Step, Timex, TimexType
from generator.model.tree import Rel, Tree, Upos

LONGEST_QUOTE = 700
"""Characters of a quote; a sentence that is longer is cut to the clause."""
_WHOLE = 330
"""Characters up to which a sentence is quoted whole."""
_CLAUSE = 45
"""Characters that a clause must have to be quoted by itself."""
_YEAR = 366
"""Days after which an event is background."""
_TOLD = frozenset({Rel.ROOT, Rel.NSUBJ, Rel.NSUBJ_PASS, Rel.OBJ, Rel.CONJ})
"""Where an event noun is what its clause tells of."""
_SUBJECTS = (Rel.NSUBJ, Rel.NSUBJ_PASS, Rel.CSUBJ, Rel.EXPL)
_APART = frozenset({Rel.PARATAXIS, Rel.LIST, Rel.DEP, Rel.DISCOURSE})
_CONTENT = frozenset({Upos.NOUN, Upos.PROPN, Upos.VERB, Upos.ADJ, Upos.NUM})


@dataclass(frozen=True, slots=True)
class Claim:
    """What is told where: ``index`` is the predicate's token, or an event noun's (``nominal``); when, and on what ground."""

    sentence: Sentence
    tree: Tree
    index: int
    nominal: bool
    frame: Frame | None
    date: Edtf
    basis: DateBasis
    judgement: Judgement
    reasons: tuple[Step, ...]
    timex: Timex | None = None
    lead: bool = False
    statement: bool = False
    speaker: str | None = None
    continues: str | None = None


class Maker:
    """Makes the mentions of one article, each with an id of its own."""

    def __init__(self, article: Article, names: Names, story: Story, trees: Mapping[int, Tree]) -> None:
        self.article, self.names, self.story, self.trees = article, names, story, trees
        self.nouns = nouns_of(trees)
        day = article.published.day if article.published else None
        self.published = day_number(day.year, day.month, day.day) if day else None
        self.identities = Identities(article)
        self.times: tuple[Timex, ...] = ()
        self.hear(())

    def hear(self, reads: Sequence[Read]) -> None:
        """Take in all sentences as they were read: who speaks in each, and when."""
        self.speakers = Speakers(self.article.text, reads, self.names, self.story)
        self.times_in: Mapping[int, tuple[Timex, ...]] = {each.sentence.number: each.timexes for each in reads}

    def make(self, telling: Claim) -> EventMention:
        """Return the mention; its judgement must have a status."""
        tree, timex = telling.tree, telling.timex
        quote = self._quote(telling)
        who = self._who(telling)
        behind = self._behind(telling)
        line = self._headline(telling, quote) if telling.continues is None else Headline("", stands=False)  # evidence
        return EventMention(
            id=self._id(telling),
            article=self.article.id,
            sentence=telling.sentence.number,
            quote=quote,
            trigger=tree[telling.index].span,
            lemma=tree[telling.index].lemma,
            said=timex.said if timex is not None and quote.contains(timex.said) else None,
            timex=timex,
            date=telling.date,
            basis=telling.basis,
            kind=MentionKind.STATEMENT if telling.statement else MentionKind.DEED,
            status=telling.judgement.status or Status.HAPPENED,
            background=self._background(telling.date),
            headline=line.line,
            fault=line.fault,
            alone=line.alone,
            stands=line.stands,
            actors=(*who, *(each for each in behind if each not in who)),
            speaker=(telling.speaker or (who[0] if who else None)) if telling.statement else None,
            matter=self._matter(telling),
            tags=self._tags(tree, quote),
            lead=telling.lead,
            weight=self._weight(telling, named=bool(who)),
            reasons=(*telling.reasons, Step("status", telling.judgement.why), *line.steps),
            continues=telling.continues,
        )

    def _who(self, telling: Claim) -> tuple[str, ...]:
        if telling.speaker:
            return (telling.speaker,)
        if not telling.nominal:
            return self.names.actors(telling.tree, telling.frame.subject) if telling.frame is not None else ()
        tree = telling.tree
        inside = tree.subtree(telling.index)
        named = [
            each
            for each in inside
            if (tree[each].upos is Upos.PROPN and tree[each].rel not in {Rel.COMPOUND, Rel.FLAT} and not self.is_time(tree[each].span))
            or (tree[each].upos is Upos.PRON and tree[each].rel is Rel.NMOD_POSS and tree[each].head == telling.index)
        ]
        return tuple(dict.fromkeys(name for each in named if (name := self.names.call(tree, each))))

    def _behind(self, telling: Claim) -> tuple[str, ...]:
        """Return whom the speaker of a statement speaks for."""
        subject = telling.frame.subject if telling.statement and telling.frame is not None else None
        return principals(telling.tree, subject, self.names, self.story) if subject is not None else ()

    def is_time(self, span: Span) -> bool:
        """Tell whether a word is part of a time expression: no name."""
        return any(each.said.overlaps(span) for each in self.times)

    def _phrase(self, telling: Claim) -> Span:
        """Return the clause that tells it: what hangs on the predicate, without other clauses joined to it."""
        tree = telling.tree
        apart: set[int] = set()
        for each in tree.children(telling.index):
            if tree[each].rel in _APART or (tree[each].rel is Rel.CONJ and tree.children(each, Rel.NSUBJ)):
                apart.update(tree.subtree(each))
        inside = [each for each in tree.subtree(telling.index) if each not in apart and tree[each].upos is not Upos.PUNCT]
        return Span(tree[inside[0]].span.start, tree[inside[-1]].span.end) if inside else tree.span

    def _quote(self, telling: Claim) -> Span:
        text = self.article.text
        whole = Span(telling.tree.span.start, telling.sentence.span.end).trimmed(text)
        if len(whole) <= _WHOLE:
            return whole
        part = self._phrase(telling)
        dated = telling.timex is None or part.contains(telling.timex.said)
        fits = _CLAUSE <= len(part) <= LONGEST_QUOTE and dated and bool(telling.tree.children(telling.index, *_SUBJECTS))
        if fits:
            return part
        return whole if len(whole) <= LONGEST_QUOTE else Span(whole.start, whole.start + LONGEST_QUOTE).trimmed(text)

    def opens(self, timex: Timex, group: str) -> bool:
        """Tell 'later this week', which no article can report, and 'earlier this week', which is over, by their first word."""
        words = timex.said.of(self.article.text).lower().split()
        return bool(self.story.of(group).intersection(words[:1]))

    def last_day(self, timex: Timex) -> date | None:
        """Return the last day of which an article can tell: of 'earlier this week' the one before its publication."""
        if self.article.published is None:
            return None
        return self.article.published.day - timedelta(days=int(self.opens(timex, "earlier")))

    def _shown_day(self, timex: Timex, day: Edtf) -> Day:
        """Return what a line says of a time word: of 'earlier this week' the days up to the one before publication."""
        over = Judgement(Status.HAPPENED, "is over")
        return Day(timex.said, reported(day, over, self.last_day(timex)) if self.opens(timex, "earlier") else day, sure=timex.other is None)

    def _headline(self, telling: Claim, quote: Span) -> Headline:
        frame = telling.frame if telling.frame is not None and not telling.nominal else Frame(telling.tree, telling.index, nominal=True)
        own = (telling.timex.said,) if telling.timex is not None else ()
        others = tuple(each.said for each in self.times if each.said not in own)
        title = self.article.title or "" if telling.lead else ""
        before = self.trees.get(telling.tree.sentence - 1)
        dated = (each for each in (*self.times_in.get(telling.tree.sentence - 1, ()), *self.times) if each.type is not TimexType.SET)
        days = tuple(self._shown_day(each, each.edtf) for each in dated if each.edtf is not None)
        who = self.speakers.elsewhere(telling.sentence.number)
        asked = Asked(self.article.text, self.names, self.story, own, others, title, before, telling.date, days, who, self.nouns)
        passing = telling.nominal and telling.tree[telling.index].rel not in _TOLD
        told = telling.judgement.status is not Status.EXPECTED  # what may come is no event to be named
        found = headline(frame, asked) if not passing else named_event(frame, asked) if told else Headline("", fault=BY_THE_WAY)
        return found if found.line else shown_alone(found, frame, asked, quote)

    def _matter(self, telling: Claim) -> frozenset[str]:
        tree, story = telling.tree, self.story
        inside = tree.subtree(telling.index)
        dull = story.be | story.have | story.do | story.reporting | story.titles
        said = telling.timex.said if telling.timex is not None else None
        return frozenset(
            tree[each].lemma.lower()
            for each in inside
            if tree[each].upos in _CONTENT
            and tree[each].lemma.lower() not in dull
            and not (said is not None and said.overlaps(tree[each].span))
        )

    def _tags(self, tree: Tree, quote: Span) -> tuple[str, ...]:
        names = [
            self.names.call(tree, token.index)
            for token in tree
            if token.upos is Upos.PROPN
            and token.rel not in {Rel.COMPOUND, Rel.FLAT}
            and quote.contains(token.span)
            and not self.is_time(token.span)
        ]
        return tuple(dict.fromkeys(name for name in names if len(name) > 1))

    def _weight(self, telling: Claim, *, named: bool) -> float:
        weight = 2.0 if telling.lead else 1.0
        weight *= 0.5 if telling.nominal else 1.0
        weight *= 1.0 if named else 0.5
        weight *= 1.0 if telling.basis is DateBasis.SAID else 0.6
        return round(weight, 3)

    def _background(self, date: Edtf) -> bool:
        latest = bounds(date).latest
        return self.published is not None and latest is not None and latest < self.published - _YEAR

    def _id(self, telling: Claim) -> str:
        phrase = telling.timex.said if telling.timex else telling.tree[telling.index].span
        return self.identities.of(telling.sentence, phrase.of(self.article.text))
