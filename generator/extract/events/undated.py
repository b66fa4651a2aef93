"""Undated sentences: what they are evidence for, and the few that tell an event of the article's own day.

In: the sentences of an article in reading order with what was dated in each. Out: EventMentions whose date is inherited.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from generator.extract.discourse.names import Named, NamedKind
from generator.extract.discourse.phrases import is_plural, is_role_word
from generator.extract.events.conditions import UNDATED
from generator.extract.events.evidence import ToldEvents
from generator.extract.events.making import Claim, Maker
from generator.extract.events.marks import is_quoted
from generator.extract.events.newsday import NewsDay, is_of_another_day
from generator.extract.events.nouns import expletive
from generator.extract.events.reads import Read
from generator.extract.events.status import Judgement, judge
from generator.extract.events.voices import (
    Voice,
    can_speak,
    is_outsider,
    of_other_days,
    principals,
    reported_deed,
    spoke_after,
)
from generator.model.edtf import bounds
from generator.model.frame import Frame, Tense
from generator.model.mention import DateBasis, EventMention, MentionKind, Status
from generator.model.timex import Step
from generator.model.tree import Rel, Upos

_SOMEBODY = frozenset({NamedKind.PERSON, NamedKind.UNKNOWN})
_ONCE = "PAST_REF"
"""TIMEX3's value of 'recently', 'in the past'."""
_LEAD, _CLOSE, _WEEK = 3, 2, 7
"""Among so many sentences a lead stands; so many sentences on somebody is still meant; days that are near."""


@dataclass
class _Heard:
    """Who has spoken so far: statements by speaker and by sentence, and the last of them."""

    statements: dict[str, EventMention] = field(default_factory=dict)
    told: dict[int, EventMention] = field(default_factory=dict)
    waiting: dict[int, list[Read]] = field(default_factory=dict)
    """Sentences of quotations whose speaker is named further on, by the number of the sentence that does so."""
    last: EventMention | None = None
    unnamed: tuple[int, EventMention] | None = None
    """The position and statement of a lead's speaker without a name."""
    anonymous: tuple[Read, Voice] | None = None
    """A lead that tells nothing but what somebody without a name says."""
    nameless: tuple[int, EventMention] | None = None
    """The same of the last speaker without a name who is dated."""
    speaker: str = ""
    gender: str = ""
    spoke: int = 0
    """The position where the last who spoke did so."""
    at: int = 0
    """The position of the last statement."""


class Undated:
    """Reads one article's undated sentences, in order."""

    def __init__(self, maker: Maker, dated: Mapping[int, Sequence[EventMention]], day: NewsDay | None) -> None:
        """Read sentences, given the dated mentions of each by its number, and the day of the news."""
        names, story = maker.names, maker.story
        self._maker, self._names, self._story, self._day, self._dated = maker, names, story, day, dated
        self._text = maker.article.text
        every = [mention for group in dated.values() for mention in group]
        self._told = ToldEvents(every, names, story)
        self._heard = _Heard()
        surnames = Counter(one.name.rpartition(" ")[2] for one in names.everybody if " " in one.name and one.kind is NamedKind.PERSON)
        self._shared = {surname for surname, bearers in surnames.items() if bearers > 1}
        self._bodies = {one.name for one in names.everybody if one.kind is NamedKind.BODY}
        statements = [each for each in every if _was_said(each)]
        self._later = {self._key(each.speaker or ""): each for each in reversed(statements)}
        self._voices = maker.speakers.voices
        self._speakers = maker.speakers.turns.speakers(maker.speakers.saying | {each.sentence for each in statements})

    def mentions(self, read: Read) -> list[EventMention]:
        """Return what a sentence adds to its dated mentions."""
        made = self._dated[read.sentence.number]
        voice = self._voices[read.sentence.number]
        if voice is not None and read.tree[voice.subject].text.lower() in self._story.subject_pronouns:
            voice = self._behind(read, voice)
        found: list[EventMention] = []
        if voice is not None and voice.name:
            found = [] if any(each.kind is MentionKind.STATEMENT for each in made) else self._spoken(read, voice, made)
            if not found and not made and voice.says is not None and read.tree[voice.says].rel is Rel.PARATAXIS:
                found = self._deed(read)  # "A girl was found alive, rescuers say"
        elif not made and voice is None:
            found = self._quoted(read) or self._deed(read)
        self._note(read, voice, [*made, *found])
        named = [self._evidence(read, *event, noun=noun) for noun, event in self._told.brought_up(read, [*made, *found])]
        return found + named + self._waited(read) + self._introduced(read, voice)

    def _behind(self, read: Read, voice: Voice) -> Voice:
        """'He said': whom that means for sure, else who spoke last, where the pronoun can mean him."""
        heard = self._heard
        one = self._names.of(read.tree, voice.subject)
        far = read.position - heard.spoke > _CLOSE and one is not None
        trailing = voice.says is not None and read.tree[voice.says].rel is Rel.PARATAXIS
        certain = self._names.certain(read.tree, voice.subject) is not None and (far or not trailing)
        if certain or not heard.speaker or far:
            return voice
        other = one is not None and bool(one.gender and heard.gender) and one.gender != heard.gender
        thing = read.tree[voice.subject].text.lower() in self._story.of("neuter_pronouns") and heard.speaker not in self._bodies
        return voice if other or thing else Voice(voice.says, voice.subject, heard.speaker)

    def _note(self, read: Read, voice: Voice | None, mentions: Sequence[EventMention]) -> None:
        heard = self._heard
        self._told.enter(read, mentions)
        for each in mentions:
            if _was_said(each):
                assert each.speaker is not None  # noqa: S101 - asked before
                heard.statements[self._key(each.speaker)] = heard.told[each.sentence] = heard.last = each
                heard.at = read.position
                if each.basis is DateBasis.SAID and each.speaker[:1].islower():
                    heard.nameless = read.position, each
                if heard.unnamed is None and read.lead and each.speaker[:1].islower():
                    heard.unnamed = read.position, each
        if voice is not None and voice.name:
            if (told := heard.told.get(read.sentence.number)) is not None:
                heard.statements.setdefault(self._key(voice.name), told)
            one = self._names.of(read.tree, voice.subject)
            heard.spoke = read.position
            heard.speaker, heard.gender = voice.name, one.gender if one is not None else ""

    def _quoted(self, read: Read) -> list[EventMention]:
        """Return what goes on with a quotation without saying who speaks."""
        says = self._speakers.get(read.sentence.number)
        if says is not None and says > read.sentence.number:
            self._heard.waiting.setdefault(says, []).append(read)
        event = self._heard.told.get(says) if says is not None and not of_other_days(read, self._story) else None
        return [self._evidence(read, event, "the quotation goes on")] if event is not None else []

    def _waited(self, read: Read) -> list[EventMention]:
        """Return what was quoted before this sentence says by whom."""
        event = self._heard.told.get(read.sentence.number)
        waiting = [each for each in self._heard.waiting.pop(read.sentence.number, []) if not of_other_days(each, self._story)]
        return [self._evidence(each, event, "the speaker is named further on") for each in waiting] if event is not None else []

    def _introduced(self, read: Read, voice: Voice | None) -> list[EventMention]:
        """Return what a lead gave to 'a lawyer' whom the next sentence names and quotes."""
        event = self._heard.told.get(read.sentence.number)
        if self._heard.anonymous is None or voice is None or event is None:
            return []
        lead, unnamed = self._heard.anonymous
        head, one = lead.tree[unnamed.subject], self._names.of(read.tree, voice.subject)
        if read.position != lead.position + 1 or one is None or not one.name or one.kind not in _SOMEBODY:
            return []
        trades = one.heads & self._story.people
        other = (
            is_plural(lead.tree, head.index, self._story) or not is_role_word(head, self._story) or (trades and head.lemma not in trades)
        )
        return [] if other else [self._evidence(lead, event, "its speaker is named in the next sentence", unnamed)]

    def _spoken(self, read: Read, voice: Voice, made: Sequence[EventMention]) -> list[EventMention]:
        """Return what somebody says: more of a statement that is dated, else one of the article's own day."""
        if spoke_after(read.tree, voice, self._story):
            return []
        known = self._known(read, voice)
        if known is not None:
            return [] if of_other_days(read, self._story) else [self._evidence(read, *known, voice)]
        if voice.says is not None and read.tree[voice.says].lemma in self._story.of("adding_verbs"):
            last = self._heard.last
            near = last is not None and read.position - self._heard.at <= _CLOSE
            if last is None or not (voice.name[:1].isupper() and str(last.speaker)[:1].isupper()):
                return [self._evidence(read, last, "adds to what was just said")] if last is not None and near else []
        if made or self._day is None or voice.says is None or not self._makes_news(read, voice):
            if not made and read.lead:
                self._heard.anonymous = read, voice
            return []
        why = f"not dated here: {self._day.why}"
        deed = reported_deed(read, voice.says, self._story) if read.lead else None
        if deed is not None:
            return [self._of_the_day(read, read.frames[deed], Judgement(Status.HAPPENED, "is told as done"), why)]
        return [self._of_the_day(read, read.frames[voice.says], Judgement(Status.HAPPENED, "was said"), why, voice)]

    def _known(self, read: Read, voice: Voice) -> tuple[EventMention, str] | None:
        """Return the dated statement that somebody goes on with: his own, that of whom he speaks for, or of a lead's unnamed speaker."""
        heard = self._heard
        own = self._key(voice.name)
        before = heard.statements.get(own)
        if before is not None and self._reaches(before, read):
            return before, "the same speaker goes on"
        if own in self._later and self._is_news(self._later[own]):
            return self._later[own], "the same speaker is dated further down"
        for each in principals(read.tree, voice.subject, self._names, self._story):
            spoken_for = heard.statements.get(self._key(each))
            if spoken_for is not None and self._reaches(spoken_for, read):
                return spoken_for, f"speaks for {each}"
        last = heard.nameless
        if (
            last is not None
            and read.position == last[0] + 1
            and self._opens_quoting(read)
            and self._names.is_first(read.tree, voice.subject)
        ):
            return last[1], "the quotation behind a speaker without a name names him"
        first = heard.unnamed
        one = self._names.of(read.tree, voice.subject)
        if first is not None and read.position <= first[0] + 1 <= _LEAD and self._may_be(one, first[1]):
            return first[1], "the lead's speaker gets a name"
        return (first[1], "is who the lead's speaker is said to be") if first is not None and self._is(read, voice, first[1]) else None

    def _may_be(self, one: Named | None, unnamed: EventMention) -> bool:
        """Tell whether somebody with a name can be whom a lead calls 'a health expert': no body is."""
        person = str(unnamed.speaker).rpartition(" ")[2] in self._story.people
        return one is not None and (one.kind in _SOMEBODY or not person)

    def _opens_quoting(self, read: Read) -> bool:
        return self._text[read.sentence.span.start] in '“"'

    def _is(self, read: Read, voice: Voice, unnamed: EventMention) -> bool:
        """Tell whether somebody with a name, and nobody else, is said to be what a speaker without one is called: 'a lawyer said'."""
        one = self._names.of(read.tree, voice.subject)
        called = str(unnamed.speaker).split()[-1]
        fitting = [each for each in self._names.everybody if called in each.heads and each.name]
        return one is not None and fitting == [one]

    def _reaches(self, statement: EventMention, read: Read) -> bool:
        """Tell whether what follows may go on with a statement: anywhere in the article with one of its news, else right behind it."""
        return self._is_news(statement) or read.sentence.number - statement.sentence <= _CLOSE

    def _is_news(self, statement: EventMention) -> bool:
        """Tell whether a statement was made about when the news happened."""
        days = (bounds(statement.date).earliest or 0, bounds(self._day.date).earliest or 0) if self._day is not None else None
        return days is not None and abs(days[0] - days[1]) <= _WEEK

    def _makes_news(self, read: Read, voice: Voice) -> bool:
        """Tell whether an undated saying is an event by itself: told as past, by somebody with a name who does not only comment."""
        if voice.says is None or not can_speak(read.tree, voice.subject, self._names, self._story):
            return False
        frame = read.frames[voice.says]
        if any(each.value == _ONCE for each in read.timexes):
            return False  # 'The paper recently quoted a source'
        told = read.lead if frame.perfect else frame.tense is Tense.PAST or read.lead
        says_what = bool(read.tree.children(voice.says, Rel.CCOMP, Rel.PARATAXIS, Rel.XCOMP)) or is_quoted(read.tree)
        one = self._names.of(read.tree, voice.subject)
        named = read.tree[voice.subject].upos is Upos.PROPN or (one is not None and bool(one.name))
        before = any(read.tree[each].lemma in self._story.of("superseded") for each in read.tree.children(voice.says, Rel.ADVMOD))
        return told and says_what and named and not before and not is_outsider(read.tree, voice.subject, self._names, self._story)

    def _deed(self, read: Read) -> list[EventMention]:
        """Return what an undated sentence without a speaker tells: more of a dated event, or as the lead the news itself."""
        frame = read.frames.get(read.tree.root)
        if frame is None or frame.subject is None or self._day is None:
            return []
        judgement = judge(frame, UNDATED, self._story)
        if judgement.status not in {Status.HAPPENED, Status.ONGOING} or (frame.tense is Tense.PAST and frame.perfect):
            return []
        behind = self._told.behind if judgement.status is Status.HAPPENED else self._told.stands
        before = behind(read, frame) if not expletive(read.tree, frame) else None
        if before is not None:
            return [self._evidence(read, *before)]
        acts = frame.lemma not in self._story.stative | self._story.cognition
        leads = read.position == 1 and judgement.status is Status.HAPPENED and acts and not is_of_another_day(read, self._day, self._story)
        return [self._of_the_day(read, frame, judgement, f"the lead names no date: {self._day.why}")] if leads else []

    def _of_the_day(self, read: Read, frame: Frame, judgement: Judgement, why: str, voice: Voice | None = None) -> EventMention:
        assert self._day is not None  # noqa: S101 - asked before
        return self._maker.make(
            Claim(
                read.sentence,
                read.tree,
                frame.predicate,
                nominal=False,
                frame=frame,
                date=self._day.date,
                basis=DateBasis.PUBLICATION if self._day.is_published else DateBasis.INHERITED,
                judgement=judgement,
                reasons=(Step("news day", why),),
                lead=read.lead,
                statement=voice is not None,
                speaker=voice.name if voice is not None else None,
            )
        )

    def _key(self, name: str) -> str:
        """Return what all names of one speaker share: of a person the surname that he alone bears, else all that he is called."""
        last = name.rpartition(" ")[2].rpartition("-")[2]
        return (last if last[:1].isupper() and last not in self._shared and name not in self._bodies else name).lower()

    def _evidence(self, read: Read, event: EventMention, why: str, voice: Voice | None = None, noun: int | None = None) -> EventMention:
        """Make a mention that goes on with an event: by what somebody says, by the *noun* that names it, else as a whole."""
        index = noun if noun is not None else voice.says if voice is not None and voice.says is not None else read.tree.root
        return self._maker.make(
            Claim(
                read.sentence,
                read.tree,
                index,
                nominal=noun is not None,
                frame=read.frames.get(index),
                date=event.date,
                basis=DateBasis.INHERITED,
                judgement=Judgement(event.status, "as in the sentence it continues"),
                reasons=(Step("evidence", f"{why} (sentence {event.sentence})"),),
                statement=event.kind is MentionKind.STATEMENT,
                speaker=event.speaker,
                continues=event.continues or event.id,
            )
        )


def _was_said(mention: EventMention) -> bool:
    """Tell whether a mention is what somebody said by its day; nobody goes on with what he is only to say."""
    return mention.kind is MentionKind.STATEMENT and bool(mention.speaker) and mention.status is Status.HAPPENED
