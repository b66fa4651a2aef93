"""The dated mentions of a sentence: what each of its time expressions dates, judged.

In: a Read. Out: EventMentions, in the order of the time expressions.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from generator.extract.discourse.names import Names
from generator.extract.discourse.phrases import is_definite
from generator.extract.events.accounts import is_of_accounts
from generator.extract.events.conditions import Days, days_of
from generator.extract.events.dating import WHEN, Dated, dated, event_behind
from generator.extract.events.days import bounds_plan, placed, put_ahead, reported, turned
from generator.extract.events.judging import Judged, judged, settled
from generator.extract.events.making import Claim, Maker
from generator.extract.events.nouns import is_bound, is_event_noun, names_more
from generator.extract.events.reads import Read
from generator.extract.events.status import Judgement
from generator.extract.events.times import is_dateline, is_vague, sharper, unbound
from generator.extract.events.voices import says
from generator.model.edtf import Date, Edtf, OneOf, bounds
from generator.model.frame import Frame, Tense
from generator.model.hedge import Bound, Shade
from generator.model.mention import DateBasis, EventMention, Status
from generator.model.story import Story
from generator.model.timex import Reference, Step, Timex, TimexType
from generator.model.tree import Rel, Tree, Upos

_BESIDE = frozenset({Rel.APPOS, Rel.NMOD, Rel.NMOD_UNMARKED, Rel.PARATAXIS})
_MAIN = frozenset({Rel.ROOT, Rel.CCOMP, Rel.CONJ, Rel.PARATAXIS})
_FIGURES = frozenset({Upos.NUM, Upos.SYM})
_LONG_GONE = 31
"""A day that lies so many days back is seldom that on which the verb of the news was done."""
_COUNTED = 5
"""A time that only says since when something is counted stands at most so many words behind its rank."""
_SHORTLY = 3
"""So many days lie at most between an event and what is reported to have followed it."""


@dataclass(frozen=True, slots=True)
class _Attached:
    """A token and the time expression that was found to date it, by which row."""

    index: int
    nominal: bool
    row: str
    timex: Timex


class Dating:
    """Makes the dated mentions of one article's sentences."""

    def __init__(self, maker: Maker, names: Names, story: Story) -> None:
        self._maker, self._names, self._story = maker, names, story
        self._day = maker.article.published.day if maker.article.published else None

    def mentions(self, read: Read) -> list[EventMention]:
        """Return what the sentence dates."""
        attached = self._attached(read)
        told = [each for each in attached.values() if not _only_says(read, each, attached)]
        made = [self._mention(read, each, frozenset(attached)) for each in told]
        made += [self._following(read, each, attached) for each in told if each.nominal]
        return [each for each in made if each is not None]

    def _following(self, read: Read, event: _Attached, attached: Mapping[int, _Attached]) -> EventMention | None:
        """'… said in a statement after Tuesday's call': what followed a dated event shortly before publication lies between the two."""
        published, day, tree = self._maker.article.published, event.timex.edtf, read.tree
        after = any(tree[case].lemma in self._story.of("after") for case in tree.children(event.index, Rel.CASE))
        frame = read.above(event.index)
        if not after or frame is None or published is None or not isinstance(day, Date) or day.day is None or frame.predicate in attached:
            return None
        number = self._maker.published or 0
        told = frame.tense is Tense.PAST and not frame.perfect and says(frame, self._names, self._story)
        if not told or not 0 < number - (bounds(day).earliest or 0) <= _SHORTLY:
            return None
        told_on = Date(published.day.year, published.day.month, published.day.day)
        between = told_on if event.timex.event_after else OneOf(Date(day.year, day.month, day.day), told_on)
        judgement = Judgement(Status.HAPPENED, f"was said after the {tree[event.index].text}, and reported on the day of publication")
        found = Judged(frame.predicate, nominal=False, judgement=judgement)
        return self._maker.make(replace(self._telling(read, found, "after an event", event.timex), date=between))

    def _attached(self, read: Read) -> dict[int, _Attached]:
        """Return what is dated, each by its sharpest date."""
        attached: dict[int, _Attached] = {}
        for timex in read.timexes:
            time = read.tree.head_of(timex.span)
            if time is None or timex.edtf is None or timex.type is TimexType.SET:
                continue
            if self._compared(read, time, timex) or self._of_a_day(read, timex) or self._points(timex) or self._counts_up(read, timex):
                continue
            if is_dateline(self._maker.article.text, timex, self._day, self._story):
                continue
            if is_of_accounts(read, time, timex, self._maker.published, self._story):
                continue
            found = self._counted_from(read, time, timex) if timex.event_after else dated(read.tree, time, read.frames, self._story)
            found = self._beside(read, timex, found)
            if not isinstance(found, str) and (found.index not in attached or sharper(timex, attached[found.index].timex)):
                attached[found.index] = _Attached(found.index, found.nominal, found.row, unbound(timex) if found.row == WHEN else timex)
        return attached

    def _beside(self, read: Read, timex: Timex, found: Dated | str) -> Dated | str:
        """Return what a day stands right behind, in place of the verb far before it.

        A verb: 'launched a round that ends on 6 September'. Of a day long gone an event, too: 'asked about his death in June 2009'.
        """
        tree, start = read.tree, read.tree.inside(timex.span)[0]
        before = start - 2 if start and tree[start - 1].upos is Upos.ADP else start - 1
        if not isinstance(found, str) and found.index in read.frames and read.frames[found.index].says == before < start:
            return Dated(before, nominal=False, row="the verb right before it")  # 'said on Monday it would close'
        if isinstance(found, str) or found.nominal or before <= found.index + 1:
            return found
        if before in read.frames and tree[before].rel in {Rel.ACL, Rel.ACL_RELCL} and tree[before].upos is Upos.VERB:
            return Dated(before, nominal=False, row="the verb right before it")
        latest, published = bounds(timex.edtf).latest if timex.edtf is not None else None, self._maker.published
        if latest is None or published is None or published - latest < _LONG_GONE or not is_event_noun(tree, before, self._story):
            return found
        told = is_definite(tree, before, self._story) or bool(tree.children(before, Rel.NMOD_POSS))
        said = told and tree[before].rel.main in {Rel.NMOD, Rel.OBL}
        return Dated(before, nominal=True, row="the event beside a day long gone") if said else found

    def _counted_from(self, read: Read, time: int, timex: Timex) -> Dated | str:
        """Return the event that a length is counted from, where it counts from the news: 'came one day after a call'.

        Not where it counts from another event: 'the death, a month after he was arrested, …', 'being questioned two days after the death'.
        """
        frame = read.above(time)
        day, published = bounds(timex.edtf).earliest if timex.edtf is not None else None, self._maker.published
        if not isinstance(timex.edtf, Date) or day is None or published is None or published - day > _SHORTLY:
            return "counted over many days from an event that is told elsewhere"
        of_the_news = frame is None or read.tree[frame.predicate].rel in _MAIN
        apart = read.tree[time].rel in _BESIDE and read.tree[time].head < time
        named = event_behind(read.tree, time, self._story) if of_the_news and not apart else None
        return named or "counted from another event"

    def _points(self, timex: Timex) -> bool:
        """Tell whether 'that day', 'the following week' point at a day that no date before them has told."""
        words = timex.said.of(self._maker.article.text).lower().split()[:2]
        return timex.reference is Reference.PUBLICATION and bool(self._story.of("pointing").intersection(words))

    def _counts_up(self, read: Read, timex: Timex) -> bool:
        """Tell whether a year or season only says since when something is counted: 'the third subpoena it has received this year'."""
        when = bounds(timex.edtf) if timex.edtf is not None else None
        begun = days_of(when, self._maker.published) if when is not None else None
        start = read.tree.inside(timex.span)[0]
        words = {token.text.lower() for token in read.tree.tokens[max(0, start - _COUNTED) : start]}
        ranked = words & (self._story.of("ranks") | self._story.of("superlatives"))
        return begun is not None and begun.long and begun.begun and not begun.over and bool(ranked) and timex.bound is Bound.NONE

    def _of_a_day(self, read: Read, timex: Timex) -> bool:
        """Tell whether an hour is of a day that an event names: 'at 10.40 am on the morning of his death'."""
        tree = read.tree
        behind = tree.tokens[tree.inside(timex.span)[-1] + 1 :][:4]
        words = [token.lemma.lower() for token in behind]
        named = bool(self._story.of("day_of").intersection(words[:3])) and bool(self._story.of("of").intersection(words[2:]))
        return timex.type is TimexType.TIME and bool(words) and words[0] in self._story.of("date_links") and named

    def _compared(self, read: Read, time: int, timex: Timex) -> bool:
        """Tell whether a time says what a figure rose or fell from: 'from a year ago', 'from 4 million in March'."""
        tree, published = read.tree, self._maker.published
        start = tree.inside(timex.span)[0]
        figures = [each for each in (start - 1, start - 2) if each >= 0 and tree[each].upos in _FIGURES]
        if timex.bound is not Bound.NONE or self._is_from(tree, figures):
            return timex.bound is Bound.NONE
        begins = bounds(timex.edtf).earliest if timex.edtf is not None else None
        noun = tree[time].head
        figure = noun >= 0 and noun not in read.frames and not is_event_noun(tree, noun, self._story)
        ahead = begins is not None and published is not None and begins > published
        return not ahead and self._is_from(tree, [time, *((noun,) if figure else ())])

    def _is_from(self, tree: Tree, places: Iterable[int]) -> bool:
        return any(tree[case].lemma in self._story.of("from") for each in places for case in tree.children(each, Rel.CASE))

    def _mention(self, read: Read, attached: _Attached, dated_too: frozenset[int]) -> EventMention | None:
        """Return what a time dates, where it is an event; *dated_too* has a day of its own."""
        frame = read.frames.get(attached.index) or _carrying(read, attached.index)
        later, published = self._maker.opens(attached.timex, "later"), self._maker.published
        told = placed(attached.timex, read.tree, attached.index, published, self._story) if attached.nominal else attached.timex
        timex = put_ahead(told, frame, published) if later else turned(told, frame, published, self._story)
        if timex.edtf is None:
            return None
        days = self._days(timex, timex.edtf, later=later and (frame is None or frame.tense is not Tense.PAST))
        first = judged(read, attached.index, days, self._story, nominal=attached.nominal)
        time = read.tree.inside(timex.span)[0]
        found = settled(read, Judged(attached.index, attached.nominal, first), time, days, self._story)
        if found.judgement.status is None or (is_vague(timex) and not bounds_plan(found.judgement, timex)):
            return None
        if found.nominal and not names_more(read.tree, found.index, frozenset(read.tree.inside(timex.said)), self._names):
            carried = self._carried(read, found, days, dated_too - {found.index, attached.index})
            if carried is None or carried.judgement.status is None:
                return None
            found = carried
        return self._maker.make(self._telling(read, found, attached.row, timex))

    def _days(self, timex: Timex, day: Edtf, *, later: bool) -> Days:
        """Compare a date with the day of publication: 'later this week' lies behind it."""
        days = days_of(bounds(day), self._maker.published, since=timex.bound is Bound.SINCE)
        if self._maker.opens(timex, "earlier") and days.ahead and days.begun:
            return replace(days, ahead=False, over=True)
        late = days.ahead and isinstance(day, Date) and day.shade is Shade.LATE
        return replace(days, ahead=True, begun=False, over=False) if later or late else days

    def _telling(self, read: Read, found: Judged, row: str, timex: Timex) -> Claim:
        assert timex.edtf is not None  # noqa: S101 - mentions are made of resolved dates only
        return Claim(
            read.sentence,
            read.tree,
            found.index,
            found.nominal,
            read.frames.get(found.index),
            reported(timex.edtf, found.judgement, self._maker.last_day(timex)),
            DateBasis.SAID,
            found.judgement,
            (Step("attach", row),),
            timex=timex,
            lead=read.lead,
            statement=not found.nominal and self._is_said(read.frames[found.index]),
        )

    def _is_said(self, frame: Frame) -> bool:
        """Tell whether a frame is a statement of somebody: no month says anything."""
        return says(frame, self._names, self._story) and not self._maker.is_time(frame.tree[frame.subject or 0].span)

    def _carried(self, read: Read, found: Judged, days: Days, others: frozenset[int]) -> Judged | None:
        """Return the verb that a bare event noun belongs to ('was destroyed by a fire on Monday'), itself where it sets a bound.

        *others* have a day of their own: 'threw out on Monday a 2009 conviction'.
        'There were no signs of it after an autopsy on Friday', 'Tuesday's autopsy was short' tell of the autopsy.
        """
        above = read.tree[found.index].head
        cases = {read.tree[each].lemma for each in read.tree.children(found.index, Rel.CASE)}
        if is_bound(read.tree, found.index, self._story):
            return found
        if cases - self._story.of("carrying") or above in others:
            return None  # 'was jailed for a raid on Monday': the day is not that of the sentence
        if read.tree[above].upos is Upos.ADJ:
            return found
        return (
            Judged(above, nominal=False, judgement=judged(read, above, days, self._story, nominal=False)) if above in read.frames else None
        )


def _carrying(read: Read, noun: int) -> Frame | None:
    """Return the frame of the present or future that an event noun stands in: 'releases its figures at Thursday's meeting'."""
    frame = read.frames.get(read.tree[noun].head)
    return frame if frame is not None and frame.tense is not Tense.PAST and not frame.perfect else None


def _only_says(read: Read, each: _Attached, attached: Mapping[int, _Attached]) -> bool:
    """Tell whether a dated verb of saying only vouches for a deed of the same day: 'X fell on Monday, Hale said on Monday'."""
    others = (other for other in attached.values() if other.index in read.frames and other.index != each.index)
    return any(read.frames[other.index].says == each.index and other.timex.edtf == each.timex.edtf for other in others)
