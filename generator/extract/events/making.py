"""Make an EventMention of what was found in a sentence: quote, actors, tags, matter, headline, id.

In: a Telling (which clause or noun, which date, why). Out: an EventMention.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.extract.events.clauses import Clause
from generator.extract.events.facts import Fact
from generator.extract.events.headlines import nouns
from generator.extract.events.headlines.printing import line_of
from generator.extract.events.headlines.sources import Told
from generator.extract.events.headlines.writing import Headline, Writer
from generator.extract.events.identity import Identities
from generator.extract.events.matter import matter_of
from generator.extract.events.naming import bare, head_of, names_in
from generator.extract.events.parse import Parsed
from generator.extract.events.speech import says
from generator.extract.events.stage import Stage
from generator.extract.events.status import Judgement
from generator.extract.events.verbgroups import Verb
from generator.extract.events.words import Word
from generator.model.article import Article, Sentence
from generator.model.edtf import Edtf, bounds
from generator.model.mention import DateBasis, EventMention, MentionKind, Status
from generator.model.span import Span
from generator.model.story import Story
from generator.model.timex import Step, Timex

LONGEST_QUOTE = 700
SHORTEST_QUOTE = 15
_WHOLE = 330
_SHORT = 280
_CLAUSE = 45
_YEAR = 366
_TELLING = 3
"""A subordinate clause that makes a shorter headline than this tells no event by itself."""


@dataclass(frozen=True, slots=True)
class Telling:
    """What is told where: a noun (its word's index) or ``verb`` of ``clause``; when, on what ground; ``alone`` if nothing else is dated."""

    parsed: Parsed
    clause: Clause | None
    verb: Verb | None
    noun: int | None
    date: Edtf
    basis: DateBasis
    judgement: Judgement
    reasons: tuple[Step, ...]
    timex: Timex | None = None
    time: int | None = None
    alone: bool = True
    lead: bool = False
    continues: str | None = None


def is_worth_telling(telling: Telling, made: EventMention, stage: Stage, story: Story) -> bool:
    """Tell whether a dated mention tells something: not a bare noun in passing, a torn sentence, or 'the war began' by the way."""
    parsed, clause, verb = telling.parsed, telling.clause, telling.verb
    if len(made.quote) < SHORTEST_QUOTE or not made.headline:
        return False
    if telling.noun is not None:
        return nouns.names_more(parsed, telling.noun, stage, story)
    if clause is None or verb is None:
        return True
    torn = verb.finite and clause.subject is None
    named = any(actor[:1].isupper() for actor in made.actors)
    aside = clause.kind in {"relative", "adverbial"} and not named and _is_terse(parsed, clause)
    asked = verb.lemma in story.of("what_happened") and parsed.words[clause.start].low in story.of("what")
    nobody = clause.kind != "main" and not made.actors and _is_relative_word(parsed, clause)
    return not (torn or aside or asked or nobody)


def _is_terse(parsed: Parsed, clause: Clause) -> bool:
    """Tell whether a clause has no more than a subject and a verb of one word each: 'the war began'."""
    subject = parsed.words[slice(*clause.subject)] if clause.subject is not None else []
    told = [*subject, *parsed.words[clause.verb.first : clause.end]]
    return sum(word.tag in {"N", "P", "U", "V", "M", "O", "R", "D"} for word in told) < _TELLING


def _is_relative_word(parsed: Parsed, clause: Clause) -> bool:
    return clause.subject is None or parsed.words[clause.subject[0]].tag == "W"


class Maker:
    """Makes the mentions of one article, each with an id of its own."""

    def __init__(self, article: Article, stage: Stage, story: Story, published: int | None) -> None:
        self.article, self.stage, self.story, self.published = article, stage, story, published
        self.identities = Identities(article)
        self.writer = Writer(stage, story)

    def make(self, telling: Telling) -> EventMention:
        """Return the mention; its judgement must have a status."""
        parsed = telling.parsed
        statement = self.is_statement(parsed, telling.clause, telling.verb) and telling.noun is None
        start, end = self._extent(telling)
        quote = self._quote(telling, start, end)
        actors = self.actors(parsed, telling.clause, telling.verb) if telling.noun is None else self._parties(parsed, telling.noun)
        timex = telling.timex
        line = self._headline(telling)
        return EventMention(
            id=self._id(telling),
            article=self.article.id,
            sentence=parsed.sentence.number,
            quote=quote,
            trigger=self._trigger(telling),
            said=timex.said if timex is not None and quote.contains(timex.said) else None,
            timex=timex,
            date=telling.date,
            basis=telling.basis,
            kind=MentionKind.STATEMENT if statement else MentionKind.DEED,
            status=telling.judgement.status or Status.HAPPENED,
            background=self._background(telling.date),
            headline=line.text,
            fault=line.fault,
            actors=actors,
            speaker=actors[0] if statement and actors else None,
            matter=matter_of(self._told_words(telling, start, end), self.story),
            tags=self._tags(parsed, quote),
            lead=telling.lead,
            weight=self._weight(telling, line, statement=statement),
            reasons=(*telling.reasons, Step("status", telling.judgement.why)),
            continues=telling.continues,
        )

    def fact(self, sentence: Sentence, fact: Fact, who: str) -> EventMention:
        """Return the mention of a fact line."""
        text = self.article.text
        deed = fact.deed.of(text)
        line = " ".join(each for each in (f"{who} {deed.lower()}" if who else deed, f"in {fact.place}" if fact.place else "") if each)
        phrase = f"{deed} {fact.timex.said.of(text)}"
        date = fact.timex.edtf
        assert date is not None  # noqa: S101 - facts() yields resolved dates only; this narrows the type
        stems = {word.lower() for word in (*who.split(), deed, *fact.place.replace(",", " ").split())}
        return EventMention(
            id=self.identities.of(sentence, phrase),
            article=self.article.id,
            sentence=sentence.number,
            quote=fact.quote,
            trigger=fact.deed,
            said=fact.timex.said,
            timex=fact.timex,
            date=date,
            basis=DateBasis.SAID,
            kind=MentionKind.DEED,
            status=Status.HAPPENED,
            background=self._background(date),
            headline=line,
            actors=(who,) if who else (),
            matter=frozenset(stems),
            tags=(who,) if who else (),
            weight=0.5,
            reasons=(Step("fact", f"a fact line: “{deed}:” and a date"),),
        )

    def is_statement(self, parsed: Parsed, clause: Clause | None, verb: Verb | None) -> bool:
        """Tell whether a verb is one of saying, said by its subject (not 'was confirmed')."""
        return clause is not None and verb is not None and verb is clause.verb and says(parsed, verb, self.story)

    def actors(self, parsed: Parsed, clause: Clause | None, verb: Verb | None) -> tuple[str, ...]:
        """Return who does it: full names or roles, sharpest first."""
        if clause is None or clause.subject is None or verb is None:
            return ()
        person = self.stage.of(parsed, clause.subject)
        if person is None:
            return ()
        start, end = head_of(parsed, clause.subject, self.story)
        others = [self.stage.names.canonical(name) for each in names_in(parsed, start, end, self.story) if (name := bare(each, self.story))]
        several = person.plural and len(others) > 1
        return tuple(dict.fromkeys(others if several else [person.name]))

    def _told_words(self, telling: Telling, start: int, end: int) -> list[Word]:
        """Return the words that say what a mention is about: with a noun brought up in what somebody said, only its own group."""
        parsed, clause, noun = telling.parsed, telling.clause, telling.noun
        by_the_way = noun is not None and clause is not None and noun > clause.verb.main and clause.verb.lemma in self.story.reporting
        return nouns.about(parsed, noun, self.stage, self.story) if by_the_way and noun is not None else parsed.words[start:end]

    def _parties(self, parsed: Parsed, noun: int) -> tuple[str, ...]:
        """Return the names that stand by an event noun: 'Ann White's call with the mayor'."""
        found: list[str] = []
        run: list[str] = []
        for word in (*nouns.about(parsed, noun, self.stage, self.story), None):
            if word is not None and word.tag == "P":
                run.append(word.text)
                continue
            name = bare(" ".join(run), self.story) if run else ""
            found += [self.stage.names.canonical(name)] if name else []
            run = []
        return tuple(dict.fromkeys(found))

    def _trigger(self, telling: Telling) -> Span:
        words = telling.parsed.words
        index = telling.noun if telling.noun is not None else telling.verb.main if telling.verb else telling.time or 0
        return words[index].span

    def _extent(self, telling: Telling) -> tuple[int, int]:
        """Return the words that tell it: its clause with what depends on it, or the group of its noun."""
        parsed, clause = telling.parsed, telling.clause
        if clause is None:
            return 0, len(parsed.words)
        if telling.noun is not None and telling.noun < clause.verb.first and not telling.alone:
            comma = next((at for at in range(telling.noun, clause.verb.first) if parsed.words[at].tag == ","), None)
            if comma is not None and clause.subject is not None and clause.subject[0] > comma:
                return clause.start if clause.start <= telling.noun else 0, comma  # the noun may stand before its clause
        start, end = clause.start, max([clause.end, *(below.end for below in parsed.below(clause))])
        if clause.kind == "main" and self.is_statement(parsed, clause, telling.verb) and telling.noun is None:
            start = 0 if clause.start and parsed.words[clause.start - 1].tag in {",", "”"} else start
        return start, end

    def _quote(self, telling: Telling, start: int, end: int) -> Span:
        parsed = telling.parsed
        whole = Span(parsed.words[0].start, parsed.sentence.span.end).trimmed(self.article.text)
        inner = telling.clause is not None and telling.clause.kind in {"relative", "complement", "adverbial"}
        if (telling.alone and len(whole) <= _WHOLE) or (inner and len(whole) <= _SHORT):
            return whole
        while end > start + 1 and parsed.words[end - 1].tag in {",", ";", "C", "-", "“", ":"}:
            end -= 1
        while start + 1 < end and parsed.words[start].tag in {",", ";", "C", "-", ":"}:
            start += 1
        part = parsed.span(start, end)
        fits = _CLAUSE <= len(part) <= LONGEST_QUOTE and (telling.timex is None or part.contains(telling.timex.said))
        if fits or len(whole) > LONGEST_QUOTE:
            return part if len(part) <= LONGEST_QUOTE else Span(part.start, part.start + LONGEST_QUOTE)
        return whole

    def _headline(self, telling: Telling) -> Headline:
        parsed, clause, noun = telling.parsed, telling.clause, telling.noun
        if noun is not None:
            return self.writer.of_noun(parsed, noun, clause, telling.timex)
        told = clause or next((each for each in parsed.clauses if each.kind == "main"), None)
        if told is not None:
            return self.writer.of_verb(Told(parsed, told, telling.verb or told.verb, telling.timex))
        return Headline(line_of(parsed.words[:12]), 0.0, "torn")

    def _weight(self, telling: Telling, line: Headline, *, statement: bool) -> float:
        """Weigh how much a mention tells: the merged event takes its status from the weightiest."""
        weight = 2.0 if telling.lead else 1.0
        if telling.noun is not None:
            weight *= 0.5
        if len(line.text.split()) < 4 or (telling.clause is not None and telling.clause.subject is None):
            weight *= 0.4
        if line.fault == "pronoun":
            weight *= 0.3  # nobody is named
        if telling.basis is not DateBasis.SAID:
            weight *= 0.6
        return round(weight * (0.9 if statement else 1.0), 3)

    def _background(self, date: Edtf) -> bool:
        latest = bounds(date).latest
        return self.published is not None and latest is not None and latest < self.published - _YEAR

    def _tags(self, parsed: Parsed, quote: Span) -> tuple[str, ...]:
        inside = [index for index, word in enumerate(parsed.words) if quote.contains(word.span)]
        if not inside:
            return ()
        found = [
            self.stage.names.canonical(name)
            for each in names_in(parsed, inside[0], inside[-1] + 1, self.story)
            if (name := bare(each, self.story))
        ]
        amounts = [parsed.words[index].text for index in inside if parsed.words[index].text[0] in "$€£¥"]
        known = (name for name in found if len(name) > 1 and "-" not in name[:1] and (" " in name or self._is_name(name)))
        return tuple(dict.fromkeys([*known, *amounts]))

    def _is_name(self, name: str) -> bool:
        """Tell a name from an ordinary word whose capital only opens a sentence: the article writes it so within sentences too."""
        return name.lower() in self.stage.names.common and not name.rpartition("-")[2].islower()

    def _id(self, telling: Telling) -> str:
        phrase = telling.timex.said if telling.timex else self._trigger(telling)
        return self.identities.of(telling.parsed.sentence, phrase.of(self.article.text))
