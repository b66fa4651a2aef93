"""Walk through an article sentence by sentence and collect its event mentions.

In: Article, Sentences, Timexes, Story. Out: EventMentions in reading order.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_left

from generator.extract.events import headline
from generator.extract.events.attachment import Attachment, attach
from generator.extract.events.clauses import Clause
from generator.extract.events.matter import matter_of
from generator.extract.events.naming import Stage, bare, names_in, names_of
from generator.extract.events.parse import Parsed, is_event, parse
from generator.extract.events.status import Judgement, judge_noun, judge_verb
from generator.model.article import Article, BlockKind, Sentence
from generator.model.calendar import day_number
from generator.model.edtf import Bounds, Date, Edtf, bounds
from generator.model.mention import DateBasis, EventMention, MentionKind, Status
from generator.model.span import Span
from generator.model.story import Story
from generator.model.timex import Step, Timex

LONGEST_QUOTE = 700
SHORTEST_QUOTE = 15
_LONG_SENTENCE = 330
_YEAR = 366


class Detection:
    """One article's reading."""

    def __init__(self, article: Article, sentences: tuple[Sentence, ...], timexes: tuple[Timex, ...], story: Story) -> None:
        self.article, self.sentences, self.story = article, sentences, story
        self.timexes = sorted(timexes, key=lambda each: (each.said.start, each.said.end))
        self._starts = [each.said.start for each in self.timexes]
        self.published = _day(article)
        self.names = names_of(article.text, story)
        self.stage = Stage(self.names, story)
        self._ids: dict[str, int] = {}

    def mentions(self) -> tuple[EventMention, ...]:
        """Return the mentions in reading order."""
        found: list[EventMention] = []
        lead = True
        for sentence in self.sentences:
            if not sentence.kind.is_story or self._is_furniture(sentence):
                continue
            inside = self._inside(sentence)
            parsed = parse(self.article.text, sentence, inside, self.story, self.names.common)
            for clause in parsed.clauses:
                if clause.subject and clause.kind != "relative":
                    self.stage.enter(parsed, clause.subject)
            made = self._dated(parsed, lead=lead)
            if not made and lead and self.published is not None:
                made = self._undated_lead(parsed)
            found.extend(made)
            lead = lead and not parsed.clauses and sentence.number < 4
        return tuple(found)

    def _inside(self, sentence: Sentence) -> list[Timex]:
        first = bisect_left(self._starts, sentence.span.start)
        last = bisect_left(self._starts, sentence.span.end)
        return [each for each in self.timexes[first:last] if sentence.span.contains(each.said)]

    def _is_furniture(self, sentence: Sentence) -> bool:
        text = sentence.span.of(self.article.text).lower()
        return any(phrase in text for phrase in self.story.furniture)

    def _dated(self, parsed: Parsed, *, lead: bool) -> list[EventMention]:
        found: list[EventMention] = []
        taken: set[tuple[object, ...]] = set()
        for index, word in enumerate(parsed.words):
            if word.tag != "T" or word.timex is None or word.timex.edtf is None:
                continue
            attachment = attach(parsed, index, self.story)
            if attachment is None:
                continue
            key = ("noun", attachment.noun) if attachment.noun is not None else ("verb", attachment.verb.main if attachment.verb else -1)
            if key in taken:
                continue
            taken.add(key)
            mention = self._mention(parsed, attachment, word.timex, lead=lead)
            if mention:
                found.append(mention)
        return found

    def _mention(self, parsed: Parsed, attachment: Attachment, timex: Timex, *, lead: bool) -> EventMention | None:
        date = timex.edtf
        if date is None:
            return None
        when = bounds(date)
        judgement = self._judge(parsed, attachment, when)
        if judgement.status is None:
            return None
        clause, verb = attachment.clause, attachment.verb
        trigger = parsed.words[attachment.noun if attachment.noun is not None else verb.main if verb else attachment.time]
        statement = (
            attachment.noun is None and verb is not None and verb.lemma in self.story.reporting and verb is clause.verb if clause else False
        )
        quote = self._quote(parsed, clause, attachment)
        said = timex.said if quote.contains(timex.said) else None
        return self._make(
            parsed, clause, quote=quote, trigger=trigger.span, said=said, timex=timex, date=date, basis=DateBasis.SAID,
            kind=MentionKind.STATEMENT if statement else MentionKind.DEED, judgement=judgement, line=self._line(parsed, attachment, statement=bool(statement)),
            lead=lead, reasons=(Step("attach", attachment.why),), phrase=timex.said.of(self.article.text),
        )  # fmt: skip

    def _judge(self, parsed: Parsed, attachment: Attachment, when: Bounds) -> Judgement:
        if attachment.noun is not None:
            return judge_noun(parsed, attachment.clause, attachment.noun, when, self.published, self.story)
        if attachment.clause is None or attachment.verb is None:
            return Judgement(None, "no verb")
        return judge_verb(parsed, attachment.clause, attachment.verb, when, self.published, self.story)

    def _line(self, parsed: Parsed, attachment: Attachment, *, statement: bool) -> str:
        if attachment.noun is not None or attachment.clause is None or attachment.verb is None:
            return headline.of_noun(parsed, attachment.noun or attachment.time, self.stage, self.story)
        return headline.of_clause(parsed, attachment.clause, attachment.verb, self.stage, self.story, content=statement)

    def _quote(self, parsed: Parsed, clause: Clause | None, attachment: Attachment) -> Span:
        del attachment
        whole = parsed.sentence.span.trimmed(self.article.text)
        if clause is None or len(whole) <= _LONG_SENTENCE:
            return whole if len(whole) <= LONGEST_QUOTE else Span(whole.start, whole.start + LONGEST_QUOTE)
        end = max([clause.end, *(below.end for below in parsed.below(clause))])
        span = parsed.span(clause.start, end).trimmed(self.article.text)
        return span if SHORTEST_QUOTE <= len(span) <= LONGEST_QUOTE else whole

    def _undated_lead(self, parsed: Parsed) -> list[EventMention]:
        if not parsed.clauses or self.article.published is None or parsed.sentence.kind is BlockKind.HEADING:
            return []
        clause = parsed.clauses[0]
        day = self.article.published.day
        date = Date(day.year, day.month, day.day)
        judgement = judge_verb(parsed, clause, clause.verb, bounds(date), self.published, self.story)
        if judgement.status is None or clause.verb.lemma in self.story.stative:
            return []
        statement = clause.verb.lemma in self.story.reporting
        mention = self._make(
            parsed, clause, quote=self._quote(parsed, clause, Attachment(0, clause, clause.verb, None, "")), trigger=parsed.words[clause.verb.main].span,
            said=None, timex=None, date=date, basis=DateBasis.PUBLICATION, kind=MentionKind.STATEMENT if statement else MentionKind.DEED,
            judgement=judgement, line=headline.of_clause(parsed, clause, clause.verb, self.stage, self.story, content=statement), lead=True,
            reasons=(Step("lead", "the lead names no date: it is taken to be of the day of publication"),), phrase=clause.verb.lemma,
        )  # fmt: skip
        return [mention]

    def _make(  # noqa: PLR0913 - the fields of the noun
        self, parsed: Parsed, clause: Clause | None, *, quote: Span, trigger: Span, said: Span | None, timex: Timex | None, date: Edtf,
        basis: DateBasis, kind: MentionKind, judgement: Judgement, line: str, lead: bool, reasons: tuple[Step, ...], phrase: str,
    ) -> EventMention:  # fmt: skip
        words = [word for word in parsed.words if quote.contains(word.span)]
        actors = self._actors(parsed, clause)
        speaker = actors[0] if kind is MentionKind.STATEMENT and actors else None
        assert judgement.status is not None  # noqa: S101 - narrows the type
        return EventMention(
            id=self._id(parsed, phrase), article=self.article.id, sentence=parsed.sentence.number, quote=quote, trigger=trigger, said=said, timex=timex,
            date=date, basis=basis, kind=kind, status=judgement.status, background=self._background(date), headline=line, actors=actors, speaker=speaker,
            matter=matter_of(words, self.story), tags=self._tags(parsed, quote), lead=lead, weight=2.0 if lead else 1.0,
            reasons=(*reasons, Step("status", judgement.why)),
        )  # fmt: skip

    def _background(self, date: Edtf) -> bool:
        latest = bounds(date).latest
        return self.published is not None and latest is not None and latest < self.published - _YEAR

    def _actors(self, parsed: Parsed, clause: Clause | None) -> tuple[str, ...]:
        if clause is None or clause.subject is None:
            return ()
        start, end = clause.subject
        found = [self.names.canonical(name) for each in names_in(parsed, start, end) if (name := bare(each, self.story))]
        if not found:
            person = self.stage.behind(parsed.words[start].low)
            found = [person.name or person.words] if person else [parsed.said(start, end)]
        return tuple(dict.fromkeys(found))

    def _tags(self, parsed: Parsed, quote: Span) -> tuple[str, ...]:
        inside = [index for index, word in enumerate(parsed.words) if quote.contains(word.span)]
        if not inside:
            return ()
        found = [self.names.canonical(name) for each in names_in(parsed, inside[0], inside[-1] + 1) if (name := bare(each, self.story))]
        amounts = [parsed.words[index].text for index in inside if parsed.words[index].text[0] in "$€£¥"]
        return tuple(dict.fromkeys([*found, *amounts]))

    def _id(self, parsed: Parsed, phrase: str) -> str:
        sentence = " ".join(parsed.sentence.span.of(self.article.text).lower().split())
        plain = f"{self.article.id}\n{sentence}\n{' '.join(phrase.lower().split())}"
        count = self._ids[plain] = self._ids.get(plain, 0) + 1
        text = plain if count == 1 else f"{plain}\n{count}"
        return "e-" + hashlib.sha256(text.encode()).hexdigest()[:10]


def _day(article: Article) -> int | None:
    day = article.published.day if article.published else None
    return day_number(day.year, day.month, day.day) if day else None


__all__ = ["Detection", "Status", "is_event"]
