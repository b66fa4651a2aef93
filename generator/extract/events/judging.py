"""What a date tells of a predicate or noun that it was found to date, and what it dates instead where that cannot be.

In: a Read, the token, how its day lies to publication. Out: a Judgement and the token that it holds for.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.extract.events.conditions import Case, Days, has_condition, is_denied, tells_of_himself
from generator.extract.events.days import stands_apart
from generator.extract.events.marks import is_mark
from generator.extract.events.nouns import is_event_noun
from generator.extract.events.reads import Read
from generator.extract.events.status import Judgement, judge, judge_noun
from generator.model.frame import Modality, Tense
from generator.model.mention import Status
from generator.model.story import Story
from generator.model.tree import Form, Rel

_DESCRIBES = Judgement(None, "the present tells nothing of a day gone by")
_BELOW = (Rel.CCOMP, Rel.XCOMP, Rel.OBJ, Rel.OBL, Rel.ADVCL)
_AHEAD = frozenset({Modality.FUTURE, Modality.CONDITIONAL})


@dataclass(frozen=True, slots=True)
class Judged:
    """The token that is dated in the end, whether it is an event noun, and what is to be said of it."""

    index: int
    nominal: bool
    judgement: Judgement


def judged(read: Read, index: int, days: Days, story: Story, *, nominal: bool) -> Judgement:
    """Judge a predicate, or a noun (or what has no frame of its own) by the frame that brings it up."""
    frame = read.frames.get(index)
    if frame is not None and not nominal:
        return judge(frame, days, story)
    if days.over and any(read.tree[each].text.lower() in story.planned_words for each in read.tree.children(index, Rel.AMOD)):
        return Judgement(None, f"“{read.tree[index].text}” was only planned for a day that is over")
    if days.begun and any(read.tree[each].lemma in story.of("behind") for each in read.tree.children(index, Rel.CASE)):
        return Judgement(Status.HAPPENED, f"“{read.tree[index].text}” is what something has followed")
    return judge_noun(frame or read.above(index), read.tree[index].text, days, story)


def settled(read: Read, found: Judged, time: int, days: Days, story: Story) -> Judged:
    """Return *found* where it is an event, else the first thing near it that the date can be of, else *found*.

    The day of what is set, due or expected to be is that of what is to be.
    """
    aims = list(_aims(read, found.index, days, story))
    if aims:
        found = Judged(aims[-1], nominal=False, judgement=judged(read, aims[-1], days, story, nominal=False))
    if _only_describes(read, found, time, days, story):
        return next(_brought_up(read, found.index, time, days, story), Judged(found.index, found.nominal, _DESCRIBES))
    if found.judgement.status is not None or found.index not in read.frames:
        return found
    for index, nominal in _instead(read, found.index, time, days, story):
        again = judged(read, index, days, story, nominal=nominal)
        if again.status is not None:
            return Judged(index, nominal, again)
    return found


def _only_describes(read: Read, found: Judged, time: int, days: Days, story: Story) -> bool:
    """Tell a verb of the present before a day gone by, which tells nothing of that day: 'The report follows a raid last year'."""
    frame = read.frames.get(found.index)
    if frame is None or found.nominal or not days.over:
        return False
    apart = stands_apart(frame, time)
    if time < found.index and not apart:
        return False
    told = frame.perfect or frame.progressive or (frame.lemma in story.reporting and not frame.passive and not apart)
    group = (frame.predicate, *read.tree.children(frame.predicate, Rel.AUX, Rel.AUX_PASS, Rel.COP))
    finite = any(read.tree[each].form is Form.PRESENT for each in group)
    return finite and frame.tense is Tense.PRESENT and frame.modality is Modality.NONE and not told


def _brought_up(read: Read, index: int, time: int, days: Days, story: Story) -> Iterator[Judged]:
    """Yield the event nouns and verbs between a verb and a day, the nearest to the day first, then what the verb has for its object."""
    between = range(time - 1, index, -1)
    follows = read.frames[index].lemma in story.of("coming_after")
    for each in (*between, *read.tree.children(index, Rel.OBJ)):
        named = is_event_noun(read.tree, each, story) or (follows and read.tree[each].rel is Rel.OBJ)
        if each not in read.frames and not named:
            continue
        nominal = each not in read.frames
        yield Judged(each, nominal, judged(read, each, days, story, nominal=nominal))


def _aims(read: Read, index: int, days: Days, story: Story) -> Iterator[int]:
    """Yield what is 'set to open', 'going to be able to open' on a day, or hoped to on a day to come, one behind the other."""
    frame = read.frames.get(index)
    while frame is not None:
        at = frame.predicate
        arranged = frame.lemma in _arranging(story) | story.of("able") or (frame.progressive and frame.lemma in story.of("going"))
        hoped = days.ahead and frame.lemma in story.planning
        below = [each for each in read.tree.children(at, Rel.XCOMP, *([Rel.CCOMP] if hoped else [])) if each in read.frames and each > at]
        frame = read.frames[below[0]] if below and (arranged or hoped) else None
        if frame is not None:
            yield frame.predicate


def _arranging(story: Story) -> frozenset[str]:
    return story.scheduling | story.planned_words | story.expecting | story.expected_words


def _instead(read: Read, index: int, time: int, days: Days, story: Story) -> Iterator[tuple[int, bool]]:
    """Yield what a date may be of: of a day to come what was said or arranged for it, of a day gone by an event that is brought up."""
    tree, frame = read.tree, read.frames[index]
    if days.ahead and not days.begun:
        for each in tree.children(index, *_BELOW):
            if each in read.frames or is_event_noun(tree, each, story):
                yield each, each not in read.frames
        return
    above = read.above(index)
    completes = tree[index].rel is Rel.XCOMP or (tree[index].rel in {Rel.ACL, Rel.ADVCL} and tree[index].form is Form.INFINITIVE)
    intended = above is not None and above.passive and above.lemma in story.planning
    by = time > 0 and tree[time - 1].lemma in story.of("by")  # 'given a chance to answer by Monday', 'said it could be done by Monday'
    due = (by and tree[index].rel is not Rel.XCOMP) or has_condition(Case(frame, days, story))
    if completes and above is not None and not intended and not due and above.lemma not in _arranging(story) | story.of("wishing"):
        yield above.predicate, False
    if frame.modality in _AHEAD:
        yield from ((each.index, True) for each in _brought_up(read, index, time, days, story) if each.nominal)
    if by or is_denied(Case(frame, days, story)):
        return
    if frame.says is not None and not days.wide and (days.today or not _is_his(Case(frame, days, story), time)):
        yield frame.says, False


def _is_his(case: Case, time: int) -> bool:
    """Tell whether somebody who speaks names a day in what he tells of himself, or in words that are quoted: of it he does not speak."""
    tree, says = case.frame.tree, case.frame.says
    between = range(min(time, says), max(time, says)) if says is not None else ()
    return tells_of_himself(case) or sum(is_mark(tree[each].text) for each in between) % 2 == 1
