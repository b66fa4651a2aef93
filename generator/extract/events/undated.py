"""Sentences without a date: a lead of the news, what goes on with a dated scene, events brought up again.

In: Parsed sentences in reading order, what was dated before. Out: EventMentions whose date is inherited or that of publication.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from generator.extract.events.making import Maker, Telling
from generator.extract.events.parse import Parsed
from generator.extract.events.recalls import Recalls
from generator.extract.events.scenes import Link, Scenes
from generator.extract.events.speech import attribution, spoke_after, voice_of
from generator.extract.events.status import Days, Judgement, judge_verb
from generator.model.article import Article
from generator.model.edtf import Date, bounds
from generator.model.mention import DateBasis, EventMention, MentionKind, Status
from generator.model.story import Story
from generator.model.timex import Step, Timex

_NEWS = 10
"""An article is news when it names a day that lies at most this many days from its publication."""


def is_news(timexes: Iterable[Timex], published: int | None) -> bool:
    """Tell whether an article reports what is going on: it names a day near its publication."""
    if published is None:
        return False
    days = (bounds(each.edtf).earliest for each in timexes if isinstance(each.edtf, Date) and each.edtf.day is not None)
    return any(day is not None and abs(day - published) <= _NEWS for day in days)


class Undated:
    """What one article tells without a date of its own."""

    def __init__(self, article: Article, maker: Maker, scenes: Scenes, story: Story, *, news: bool) -> None:
        self.article, self.maker, self.scenes, self.story, self.news = article, maker, scenes, story, news
        self.recalls = Recalls(maker.stage, story)

    def recalled(self, parsed: Parsed, made: list[EventMention]) -> list[EventMention]:
        """Return mentions of dated events that the sentence brings up again by their noun: 'the call between the two leaders'."""
        taken = {each.trigger for each in made}
        found = []
        for noun, before in self.recalls.found(parsed):
            if parsed.words[noun].span in taken:
                continue
            clause = parsed.clause_of(noun)
            judgement = Judgement(before.status, "as told before")
            why = (Step("recall", f"“{parsed.words[noun].text}” is the one told of in sentence {before.sentence}"),)
            telling = Telling(
                parsed,
                clause,
                None,
                noun,
                before.date,
                DateBasis.INHERITED,
                judgement,
                why,
                alone=not made,
                continues=before.continues or before.id,
            )
            found.append(self.maker.make(telling))
        for each in made:
            self.recalls.note(parsed, each)
        return found

    def spoken(self, position: int, parsed: Parsed, made: list[EventMention]) -> list[EventMention]:
        """Return the mention of what a sentence adds to a dated statement: words of the same speaker, or of the same quotation."""
        link = self.scenes.spoken(position, parsed, made)
        if link is None:
            return []
        found = self._continuing(parsed, link)
        return [found] if found else []

    def quoted(self, position: int, parsed: Parsed, made: list[EventMention]) -> list[EventMention]:
        """Return mentions of the sentences before that opened the quotation which is given its speaker here."""
        waiting = self.scenes.note(position, made, parsed)
        return [found for each, link in waiting if (found := self._continuing(each, link)) is not None]

    def told(self, position: int, parsed: Parsed, *, lead: bool) -> list[EventMention]:
        """Return what an undated sentence tells: it goes on with a dated one, or leads the news."""
        link = self.scenes.continued(position, parsed)
        if link is not None:
            made = self._continuing(parsed, link)
            return [made] if made else []
        if self._said_earlier(parsed):
            return [each for each in self._told_today(parsed) if each.speaker]
        voice = voice_of(parsed, self.story)
        if position > 1 and voice is not None and spoke_after(parsed, voice, self.story):
            return []
        led = self._lead(parsed) if lead else []
        return led if position == 1 else [each for each in led if each.speaker and each.speaker[:1].isupper()]

    def _continuing(self, parsed: Parsed, link: Link) -> EventMention | None:
        statement = link.mention.kind is MentionKind.STATEMENT
        if link.clause is not None and not statement:
            judgement = judge_verb(parsed, link.clause, link.clause.verb, self.story, Days())
            if judgement.status is None:
                return None
        judgement = Judgement(link.mention.status, "as in the sentence it continues")
        reasons = (Step("scene", link.why),)
        telling = Telling(
            parsed,
            link.clause,
            link.clause.verb if link.clause is not None else None,
            None,
            link.mention.date,
            DateBasis.INHERITED,
            judgement,
            reasons,
            continues=link.mention.id if link.same else None,
        )
        made = self.maker.make(telling)
        if link.clause is None and statement:
            return replace(made, kind=MentionKind.STATEMENT, speaker=link.mention.speaker, actors=link.mention.actors)
        return made

    def _said_earlier(self, parsed: Parsed) -> bool:
        """Tell whether somebody 'said earlier' what is reported: in the news that is earlier on the day."""
        clause = attribution(parsed, self.story)
        if clause is None or clause.subject is None:
            return False
        around = [*range(clause.start, clause.subject[0]), *range(clause.verb.first - 1, min(clause.verb.last + 3, clause.end))]
        return any(parsed.words[index].low in self.story.of("earlier") and parsed.words[index].tag == "R" for index in around if index >= 0)

    def _lead(self, parsed: Parsed) -> list[EventMention]:
        """An undated lead of the news is of the day of publication."""
        return self._told_today(parsed, lead=True) if self.news else []

    def _told_today(self, parsed: Parsed, *, lead: bool = False) -> list[EventMention]:
        if not parsed.clauses or self.article.published is None:
            return []
        clause = attribution(parsed, self.story) or parsed.clauses[0]
        verb = clause.verb
        if clause.kind != "main" or clause.subject is None or (verb.lemma in self.story.stative and not verb.passive):
            return []
        day = self.article.published.day
        judgement = judge_verb(parsed, clause, verb, self.story, Days())
        present = not (verb.past or verb.perfect or verb.progressive)
        caption = present and (judgement.status is Status.ONGOING or verb.lemma in self.story.of("captioned"))
        telling = verb.lemma in self.story.reporting or verb.lemma in self.story.of("expletive_verbs")
        of_it = parsed.words[clause.subject[0]].low in self.story.of("expletive") and not telling
        if judgement.status in {None, Status.EXPECTED} or caption or (of_it and not verb.passive):
            return []
        why = "the lead names no date" if lead else "said “earlier”, and no day is named"
        reasons = (Step("lead", f"{why}: it is taken to be of the day of publication"),)
        date = Date(day.year, day.month, day.day)
        return [self.maker.make(Telling(parsed, clause, verb, None, date, DateBasis.PUBLICATION, judgement, reasons, lead=lead))]


def settled(found: list[EventMention]) -> list[EventMention]:
    """Give an undated lead the date that the article gives the same statement or deed further down."""
    settled = []
    why = Step("scene", "the article dates the same further down")
    for mention in found:
        later = _told_again(mention, found) if mention.basis is DateBasis.PUBLICATION else None
        if later is None:
            settled.append(mention)
            continue
        reasons = (*mention.reasons, why)
        settled.append(replace(mention, date=later.date, basis=DateBasis.INHERITED, continues=later.id, reasons=reasons))
    return settled


def _told_again(lead: EventMention, found: list[EventMention]) -> EventMention | None:
    for other in found:
        if other.basis is not DateBasis.SAID or other.kind is not lead.kind or other.status is not lead.status:
            continue
        shared = len(lead.matter & other.matter)
        alike = shared >= max(3, 0.5 * min(len(lead.matter), len(other.matter)))
        if alike and (lead.speaker == other.speaker or lead.speaker is None or shared >= 6):
            return other
    return None
