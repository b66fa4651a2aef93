"""The day of an event, decided where its verb is known: which way a bare weekday points, and where the days of a report end.

In: a time expression, the frame that it dates, the day of publication. Out: a time expression, a date.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from generator.extract.events.conditions import only_says
from generator.extract.events.status import Judgement
from generator.model.calendar import day_number
from generator.model.edtf import Date, Edtf, Interval, OneOf, bounds, in_year
from generator.model.frame import Frame, Modality, Tense
from generator.model.hedge import Bound
from generator.model.mention import Status
from generator.model.story import Story
from generator.model.timex import Reference, Step, Timex
from generator.model.tree import Form, Rel, Tree, Upos

_TO_COME = frozenset({Modality.FUTURE, Modality.PLANNED, Modality.EXPECTED})
_WEEK, _MONTH, _QUARTER = 7, 31, 92
"""Days of each."""
_AT_ONCE = 2
"""A time that opens its sentence begins at most behind so many words."""
_HANGING = frozenset({Form.GERUND, Form.INFINITIVE})


def turned(timex: Timex, frame: Frame | None, published: int | None, story: Story) -> Timex:
    """Return a time expression with the direction that its verb gives it: 'who turns 62 on Saturday' is to come.

    Only where tense alone had chosen between two dates (``Timex.other``).
    """
    if frame is None or timex.edtf is None or published is None:
        return timex
    if timex.bound is Bound.UNTIL and frame.lemma in story.of("putting_off"):
        return _put_off(timex)
    if timex.bound is Bound.BY and frame.tense is Tense.PAST and frame.modality is Modality.NONE:
        done = frame.perfect or frame.tree[frame.predicate].form is Form.PAST
        return _fallen_due(timex, published, done=done)
    behind = timex.said.start > frame.tree[frame.predicate].span.start
    if timex.other is None or (frame.lemma in story.of("coming_after") and frame.tense is Tense.PRESENT and behind):
        return timex  # 'The vote follows a ruling on Monday'
    return _nearer(timex, published) if _was_planned(frame, story) else _turned(timex, frame, published, story)


def _was_planned(frame: Frame, story: Story) -> bool:
    """Tell 'was due to start on 13 July', 'planned a march for 13 July' from 'is due to start': of a past plan both days may be meant."""
    planned = frame.modality is Modality.PLANNED or (frame.lemma in story.of("planned_by") and not frame.phrasal)
    return frame.tense is Tense.PAST and planned


def _nearer(timex: Timex, published: int) -> Timex:
    """Return a date of some month with whichever of its years is nearer to publication; a weekday as it is."""
    assert timex.edtf is not None  # noqa: S101 - asked before
    assert timex.other is not None  # noqa: S101 - asked before
    one, other = (abs((bounds(each).earliest or published) - published) for each in (timex.edtf, timex.other.edtf))
    return timex.turned("of a plan that is told as past: the nearer one") if other < one and one > _MONTH else timex


def placed(timex: Timex, tree: Tree, noun: int, published: int | None, story: Story) -> Timex:
    """Return the day of an event noun on that side of publication on which the word before it puts the event.

    'Preparations for Saturday's concert' are made before it; 'after a rise in March' it is over.
    """
    if timex.edtf is None or timex.other is None or published is None:
        return timex
    before = {tree[each].lemma for each in tree.children(noun, Rel.CASE)}
    named = {token.lemma for token in tree.tokens[:noun]}
    when = bounds(timex.edtf)
    if before & story.of("for") and named & story.of("preparing") and (when.latest or published) < published:
        return timex.turned("it is still prepared: the next one")
    if before & story.of("behind") and (when.earliest or 0) > published:
        return timex.turned("something has followed it: the last one")
    return timex


def put_ahead(timex: Timex, frame: Frame | None, published: int | None) -> Timex:
    """Return a time that cannot have been yet, 'later on Thursday', on the far side of publication, unless it is told as past."""
    if timex.edtf is None or timex.other is None or published is None or (bounds(timex.edtf).latest or published) >= published:
        return timex
    told = frame is not None and frame.tense is Tense.PAST and frame.modality is not Modality.CONDITIONAL
    return timex if told else timex.turned("“later” is still to come when it is written")


def _turned(timex: Timex, frame: Frame, published: int, story: Story) -> Timex:
    assert timex.edtf is not None  # noqa: S101 - asked before
    when = bounds(timex.edtf)
    shown = frame.tree[frame.predicate].text
    done = frame.tense is Tense.PAST and (frame.perfect or frame.tree[frame.predicate].form is Form.PAST)
    arranged = not done and frame.lemma in story.scheduling | story.planned_words | story.expected_words
    if frame.tree[frame.predicate].form in _HANGING and frame.modality not in _TO_COME and not _is_achieved(frame, story):
        return timex  # 'closing on Friday', 'to appear on Monday' have no direction of their own
    hanging = frame.tree[frame.predicate].form is Form.PARTICIPLE and not frame.tree.children(frame.predicate, Rel.AUX, Rel.AUX_PASS)
    told = frame.tense is Tense.PAST and frame.modality is Modality.NONE and not arranged and not hanging
    acts = frame.tree[frame.predicate].upos is Upos.VERB and not only_says(frame, story)
    present = frame.tense is Tense.PRESENT and not frame.perfect and acts and (when.days or _MONTH + 1) <= _MONTH
    either = "past" in {kind for _, kind in story.readings(shown.lower())}  # 'forecast', 'cut' may be past
    present = present and not either
    present = present and not stands_apart(frame, frame.tree.inside(timex.span)[0])
    relative = (
        either and frame.tree[frame.predicate].rel is Rel.ACL_RELCL and frame.modality is Modality.NONE
    )  # 'than they forecast in May'
    if (told or relative) and (when.earliest or 0) > published:
        return timex.turned(f"“{shown}” is told as past: the last one")
    open_ = frame.tense is Tense.PAST and frame.modality is not Modality.FUTURE  # 'agreed to buy it in May', but 'were to sail on Monday'
    ahead = frame.modality in _TO_COME and not open_
    gone = published - (when.latest or published)
    recent = ((when.days or 0) > _WEEK and gone < _QUARTER) or (gone <= _WEEK and _comes_yearly(timex))  # figures of a month come out later
    if (present or arranged or ahead) and (when.latest or published) < published and not recent:
        return timex.turned(f"“{shown}” is to come: the next one")
    return timex


def stands_apart(frame: Frame, time: int) -> bool:
    """Tell whether a time is rather of what stands between it and its verb, or opens another clause before it.

    'Supplies include kits sent from Leeds on Monday', 'Having won the vote in May, they boast a mandate'.
    """
    between = range(frame.predicate + 1, time)
    sent = any(frame.tree[each].rel is Rel.ACL and frame.tree[each].form is Form.PARTICIPLE for each in between)
    return sent or _AT_ONCE < time < frame.predicate


def _comes_yearly(timex: Timex) -> bool:
    """Tell a day that comes once a year, as a feast does, from a weekday: just after it the next one is far."""
    assert timex.edtf is not None  # noqa: S101 - asked before
    other = bounds(timex.other.edtf).earliest if timex.other is not None else None
    return other is not None and abs(other - (bounds(timex.edtf).earliest or other)) > _MONTH


def _put_off(timex: Timex) -> Timex:
    """Return the day until which something is put off as that on which it is to be: 'delayed until Friday', 'until next week'."""
    last = timex.edtf.end if isinstance(timex.edtf, Interval) and timex.edtf.start is None else None
    if last is None:
        return timex
    if last.day is None or "W" not in timex.value:
        return replace(timex, edtf=last, bound=Bound.NONE)
    day = date.fromordinal(date(last.year, last.month or 1, last.day).toordinal() - _WEEK + 1)
    return replace(timex, edtf=OneOf(Date(day.year, day.month, day.day), last), bound=Bound.NONE)


def _fallen_due(timex: Timex, published: int, *, done: bool) -> Timex:
    """Return the deadline of what was done by it, where it was taken for one to come: 'completed it by the end of January'.

    None is left where it is *done* for sure, and of a year that is still to end.
    """
    last = timex.edtf.latest if isinstance(timex.edtf, OneOf) else None
    when = bounds(last) if last is not None else None
    if last is None or when is None or (when.latest or 0) <= published or timex.reference is Reference.NONE:
        return timex  # one with its year is what it is
    if last.month is None and done:
        return replace(timex, edtf=None)  # 'had sold three by the end of the year': of which one is told elsewhere
    if last.month is None or (when.earliest or 0) <= published:
        return timex
    if last.day is not None and (when.latest or 0) - published <= _WEEK:
        day = date.fromordinal(date(last.year, last.month, last.day).toordinal() - _WEEK)
        before = replace(last, year=day.year, month=day.month, day=day.day)
    else:
        before = in_year(last, last.year - 1)
    steps = (*timex.derivation[:-1], Step("rule", "it is told as done: the last one"), Step("result", f"../{before}"))
    return replace(timex, value=str(before).rstrip("~"), edtf=Interval(None, before), derivation=steps)


def _is_achieved(frame: Frame, story: Story) -> bool:
    """'were able to return on Friday', 'began to return' are of the day of the verb above."""
    token = frame.tree[frame.predicate]
    return token.rel is Rel.XCOMP and frame.tree[token.head].lemma in story.of("achieving")


def reported(day: Edtf, judgement: Judgement, published: date | None) -> Edtf:
    """Return the days of what happened as far as the article can tell of them: "this week" ends with its publication.

    What happened after an hour ("shortly after midnight on Tuesday") is of its day.
    """
    ends = [end for end in ((day.start, day.end) if isinstance(day, Interval) else ()) if end is not None]
    if judgement.status is Status.HAPPENED and len(ends) == 1 and ends[0].time:
        return Date(ends[0].year, ends[0].month, ends[0].day)
    if judgement.status is not Status.HAPPENED or published is None or not isinstance(day, OneOf | Interval):
        return day
    number = day_number(published.year, published.month, published.day)
    when = bounds(day)
    if when.latest is None or when.latest <= number or (when.earliest or 0) > number:
        return day
    last = Date(published.year, published.month, published.day)
    if isinstance(day, Interval):
        return replace(day, end=last)
    return last if when.earliest == number else replace(day, latest=last)


def bounds_plan(judgement: Judgement, timex: Timex) -> bool:
    """Tell whether a date that is too vague for what happened says enough of what is to come ("by 2030")."""
    when = bounds(timex.edtf) if timex.edtf is not None else None
    return judgement.status in {Status.PLANNED, Status.EXPECTED} and when is not None and when.latest != when.earliest
