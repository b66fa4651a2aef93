"""Walk through an article sentence by sentence and collect its event mentions.

In: Article, Sentences, Timexes, Story. Out: EventMentions in reading order.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from datetime import MAXYEAR

from generator.extract.events.attachment import Attachment, attach
from generator.extract.events.dating import dates_nothing, is_caption, sharper, with_years, without_stamps
from generator.extract.events.facts import facts
from generator.extract.events.furniture import is_comment, told_from
from generator.extract.events.making import SHORTEST_QUOTE, Maker, Telling, is_worth_telling
from generator.extract.events.naming import names_of
from generator.extract.events.parse import Parsed, parse
from generator.extract.events.plainly import told_plainly
from generator.extract.events.scenes import Scenes, told_before
from generator.extract.events.speech import attribution
from generator.extract.events.stage import Stage
from generator.extract.events.status import Days, Judgement, days_of, judge_noun, judge_verb, lasts
from generator.extract.events.undated import Undated, is_news, settled
from generator.model.article import Article, BlockKind, Sentence
from generator.model.calendar import day_number
from generator.model.edtf import Bounds, Date, OneOf, bounds
from generator.model.mention import DateBasis, EventMention, Status
from generator.model.span import Span
from generator.model.story import Story
from generator.model.timex import Step, Timex, TimexType

_LEADS = 2
_CARRIED = 16
"""How many sentences behind the last date are still read."""
_LONGEST_SENTENCE = 3000
_SHORTLY = 3
_CAPTION_WORDS = 12
"""A paragraph of so few words that ends without a stop is a caption or a heading."""


class Detection:
    """One article's reading."""

    def __init__(self, article: Article, sentences: tuple[Sentence, ...], timexes: tuple[Timex, ...], story: Story) -> None:
        self.article, self.sentences, self.story = article, sentences, story
        day = article.published.day if article.published else None
        self.timexes = without_stamps(article.text, with_years(article.text, timexes), day.year if day else MAXYEAR)
        self._starts = [each.said.start for each in self.timexes]
        self._until = self._told_until()
        self.published = day_number(day.year, day.month, day.day) if day else None
        self.stage = Stage(names_of(article.text, story), story)
        self.maker = Maker(article, self.stage, story, self.published)
        self.scenes = Scenes(self.stage, story, self.published)
        self.undated = Undated(article, self.maker, self.scenes, story, news=is_news(self.timexes, self.published))

    def mentions(self) -> tuple[EventMention, ...]:
        """Return the mentions in reading order."""
        if not self.story.forms:
            return self._plain_mentions()
        found: list[EventMention] = []
        position = 0
        for sentence in self.sentences:
            if not sentence.kind.is_story or (position >= _LEADS and sentence.span.start > self._until):
                continue
            if is_comment(self.article.text, sentence.span, self.story):
                break
            found.extend(self._facts(sentence))
            parsed = self._parsed(sentence)
            if parsed is None:
                continue
            body = sentence.kind not in {BlockKind.HEADING, BlockKind.HEADLINE}
            position += body
            lead = position <= _LEADS and body
            made = self._linked(parsed, self._dated(parsed, lead=lead), found)
            made += self.undated.spoken(position, parsed, made)
            if not made and not any(word.timex is not None for word in parsed.words):
                made = self.undated.told(position, parsed, lead=lead)
            made += self.undated.recalled(parsed, made)
            made += self.undated.quoted(position, parsed, made)
            self._enter(parsed)
            self._note_speaker(parsed)
            found.extend(made)
        return tuple(settled(sorted(found, key=lambda each: (each.sentence, each.trigger.start))))

    def _told_until(self) -> int:
        """Return the offset behind which nothing is told that a date can be carried on to."""
        last = max((each.said.start for each in self.timexes if each.edtf is not None), default=-1)
        behind = [each.span.end for each in self.sentences if each.span.start > last]
        return behind[min(_CARRIED, len(behind)) - 1] if last >= 0 and behind else last

    def _plain_mentions(self) -> tuple[EventMention, ...]:
        made = (
            told_plainly(self.article, sentence, self._inside(sentence), self.published, self.maker.identities)
            for sentence in self.sentences
            if sentence.kind.is_story
        )
        return tuple(mention for mention in made if mention is not None)

    def _inside(self, sentence: Sentence) -> list[Timex]:
        first = bisect_left(self._starts, sentence.span.start)
        last = bisect_left(self._starts, sentence.span.end)
        return [each for each in self.timexes[first:last] if each.said.end <= sentence.span.end]

    def _facts(self, sentence: Sentence) -> list[EventMention]:
        """Return the fact lines of a sentence; they are of the person that the article names most."""
        short = len(sentence.span) <= _LONGEST_SENTENCE
        inside = self._inside(sentence) if short and ":" in sentence.span.of(self.article.text) else []
        found = facts(self.article.text, sentence.span, inside, self.story) if inside else ()
        return [self.maker.fact(sentence, fact, self.stage.names.central) for fact in found]

    def _parsed(self, sentence: Sentence) -> Parsed | None:
        if len(sentence.span) > _LONGEST_SENTENCE:
            return None  # no sentence: a table, a list, or text made to keep us busy
        start = told_from(self.article.text, sentence.span, self.story, self.stage.names.small)
        if start is None:
            return None
        inside = [each for each in self._inside(sentence) if each.said.start >= start]
        part = replace(sentence, span=Span(start, sentence.span.end))
        shown = part.span.of(self.article.text)
        if len(shown.strip()) < SHORTEST_QUOTE:
            return None
        if sentence.kind is BlockKind.PARAGRAPH and shown[-1:].isalnum() and len(shown.split()) <= _CAPTION_WORDS:
            return None
        parsed = parse(self.article.text, part, inside, self.story, self.stage.names.common)
        return parsed if parsed.words and not is_caption(parsed, self.story) else None

    def _enter(self, parsed: Parsed, before: int | None = None) -> None:
        """Bring the subjects of a sentence on stage, as far as they stand before the word *before*."""
        for clause in parsed.clauses[parsed.entered :]:
            if before is not None and clause.verb.first >= before:
                break
            parsed.entered += 1
            if clause.subject and clause.kind != "relative":
                self.stage.enter(parsed, clause.subject)

    def _note_speaker(self, parsed: Parsed) -> None:
        clause = attribution(parsed, self.story)
        person = self.stage.of(parsed, clause.subject) if clause is not None and clause.subject is not None else None
        if person is not None:
            self.stage.speaker, self.stage.spoke_at = person.name, parsed.sentence.number

    def _dated(self, parsed: Parsed, *, lead: bool) -> list[EventMention]:
        attached: dict[tuple[str, int], tuple[Attachment, Timex]] = {}
        for index, word in enumerate(parsed.words):
            timex = word.timex
            if timex is None or timex.edtf is None or timex.type is TimexType.SET or dates_nothing(parsed, index, self.story):
                continue
            attachment = attach(parsed, index, self.story)
            if attachment is None:
                continue
            key = ("noun", attachment.noun) if attachment.noun is not None else ("verb", attachment.verb.main if attachment.verb else -1)
            if key not in attached or sharper(timex, attached[key][1]):
                attached[key] = attachment, timex
        alone = len(attached) == 1
        made = [self._mention(parsed, attachment, timex, alone=alone, lead=lead) for attachment, timex in attached.values()]
        made += [self._following(parsed, attachment, timex, set(attached), lead=lead) for attachment, timex in attached.values()]
        return [each for each in made if each is not None]

    def _linked(self, parsed: Parsed, made: list[EventMention], found: list[EventMention]) -> list[EventMention]:
        linked = []
        for mention in made:
            clause = next(
                (
                    each
                    for each in parsed.clauses
                    if each.verb.main < len(parsed.words) and parsed.words[each.verb.main].span == mention.trigger
                ),
                None,
            )
            before = told_before(mention, parsed, clause, found, self.story)
            if before is None:
                linked.append(mention)
            else:
                why = Step("scene", f"tells more of what sentence {before.sentence} tells")
                linked.append(replace(mention, continues=before.id, reasons=(*mention.reasons, why)))
        return linked

    def _following(
        self, parsed: Parsed, attachment: Attachment, timex: Timex, attached: set[tuple[str, int]], *, lead: bool
    ) -> EventMention | None:
        """'… said in a statement after Tuesday's call': what followed a dated event shortly before publication lies between the two."""
        clause, noun, day, published = attachment.clause, attachment.noun, timex.edtf, self.article.published
        if clause is None or noun is None or not isinstance(day, Date) or day.day is None or published is None or self.published is None:
            return None
        since = bounds(day).earliest or 0
        if not 0 <= self.published - since <= _SHORTLY or ("verb", clause.verb.main) in attached or noun < clause.verb.main:
            return None
        before = [parsed.words[index].low for index in range(clause.verb.last + 1, noun) if parsed.words[index].tag in {"I", "S"}]
        verb = clause.verb
        if not before or before[-1] not in self.story.of("after") or not verb.past or verb.lemma in self.story.stative or verb.modal:
            return None
        judgement = judge_verb(parsed, clause, verb, self.story, Days())
        if judgement.status is None:
            return None
        date = OneOf(day, Date(published.day.year, published.day.month, published.day.day))
        why = Step("after", f"it came after the {parsed.words[noun].text}, and was reported on the day of publication")
        telling = Telling(
            parsed, clause, verb, None, date, DateBasis.SAID, judgement, (why,), timex=timex, time=None, alone=True, lead=lead
        )
        return self.maker.make(telling)

    def _mention(self, parsed: Parsed, attachment: Attachment, timex: Timex, *, alone: bool, lead: bool) -> EventMention | None:
        if timex.edtf is None:
            return None
        judgement = self._judge(parsed, attachment, timex, bounds(timex.edtf))
        if judgement.status is None and judgement.ahead and attachment.otherwise is not None:
            attachment = replace(attachment, verb=None, noun=attachment.otherwise)
            judgement = self._judge(parsed, attachment, timex, bounds(timex.edtf))
        if judgement.status is None:
            return None
        clause, verb = attachment.clause, attachment.verb
        if clause is not None and clause.quoted and verb is clause.verb and judgement.status is Status.ONGOING and not verb.progressive:
            said = attribution(parsed, self.story)  # '“As of today there are no limits,” she said': the saying is of that day
            if said is not None:
                clause, verb = said, said.verb
                judgement = judge_verb(parsed, said, said.verb, self.story, Days())
        before = clause.verb.first if clause is not None and clause.kind != "main" else 0
        self._enter(parsed, attachment.noun if attachment.noun is not None else before)
        telling = Telling(
            parsed,
            clause,
            verb,
            attachment.noun,
            timex.edtf,
            DateBasis.SAID,
            judgement,
            (Step("attach", attachment.why),),
            timex=timex,
            time=attachment.time,
            alone=alone,
            lead=lead,
        )
        made = self.maker.make(telling)
        return made if is_worth_telling(telling, made, self.stage, self.story) else None

    def _judge(self, parsed: Parsed, attachment: Attachment, timex: Timex, when: Bounds) -> Judgement:
        behind = attachment.clause is not None and attachment.time > attachment.clause.verb.main
        gone_by = any(word in self.story.of("earlier") for word in timex.said.of(self.article.text).lower().split())
        days = days_of(when, self.published, behind=behind, gone_by=gone_by)
        clause = attachment.clause
        lasting = lasts(parsed, clause, timex, self.story) if clause is not None else None
        if attachment.noun is not None:
            nothing = lasting if lasting is not None and lasting.status is None else None
            return nothing or judge_noun(parsed, clause, attachment.noun, self.story, days)
        if clause is None or attachment.verb is None:
            return Judgement(None, "no verb")
        return lasting or judge_verb(parsed, clause, attachment.verb, self.story, days)
