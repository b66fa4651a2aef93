"""All that speaks for the date of publication → the day that is believed, whether it is sure, and what speaks for and against it.

In: the dates as they were seen, and the region of the paper. Out: Judged. A sure date has a statement of rank 1, or two of different
kinds that agree, and none against it; every other one is marked as guessed. The day is the one at the article's own place.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from generator.model.article import Published
from generator.model.witness import Witness, WitnessKind
from generator.read.dating.region import Offsets
from generator.read.dating.stated import StatedDate

_NOON = time(12)
_PLACEHOLDERS = frozenset({date(1970, 1, 1), date(1969, 12, 31), date(1900, 1, 1), date(1899, 12, 30)})
_TOO_LATE = 2090
"""Years from here on stand for "never"; nobody needs this table by then."""
_SAME_CLOCK = timedelta(minutes=2)
_WORTH = {
    WitnessKind.MICRODATA: 0,
    WitnessKind.META: 1,
    WitnessKind.STAMP: 3,
    WitnessKind.TIME: 3,
    WitnessKind.SCRIPT: 4,
    WitnessKind.ADDRESS: 5,
    WitnessKind.LINKED: 6,
    WitnessKind.TEXT: 7,
}
"""What is believed first among statements of lower rank; linked data of lower rank are about something else, or move."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A date as it stands somewhere: a full one, or of a month (``month``, EDTF).

    ``changed`` marks that of a change, which is no witness, but decides the order of figures and what a bare stamp means; ``is_beside``
    the only day that stands beside the headline.
    """

    kind: WitnessKind
    place: str
    words: str
    rank: int
    stated: StatedDate | None = None
    month: str = ""
    changed: bool = False
    is_beside: bool = False

    @property
    def day(self) -> date | None:
        """The day as written."""
        return self.stated.published.day if self.stated else None


@dataclass(frozen=True, slots=True)
class JudgedDate:
    """What is believed, and all witnesses; ``against`` are those that a sure date is not agreed on by."""

    published: Published | None
    witnesses: tuple[Witness, ...]
    against: tuple[Witness, ...] = ()


def judged(seen: Iterable[Seen], region: Offsets, *, day_first: bool | None = None) -> JudgedDate:
    """Say when an article came out.

    Args:
        seen: in the order in which they are believed among their rank.
        region: the offsets that the paper's own clock can have, in minutes.
        day_first: how the page's language writes figures, where nothing on the page decides; None leaves both open.
    """
    ordered = _in_order([each for each in seen if each.month or not _is_placeholder(each)], day_first)
    witnesses = [each for each in ordered if not each.changed]
    full = [each for each in witnesses if each.stated]
    sure = [each for each in full if each.rank == 1]
    if sure:
        best, agreed = _sure(sure, full, region)
    elif full:
        best, agreed = _weak(full, [each for each in ordered if each.changed], region)
    else:
        return JudgedDate(None, tuple(map(_witness, witnesses)))
    against = tuple(each for each in witnesses if _speaks_against(each, best, region, sure=bool(sure)))
    published = replace(best, guessed=not agreed or bool(against))
    return JudgedDate(published, tuple(map(_witness, witnesses)), tuple(map(_witness, against)) if sure else ())


def _is_placeholder(each: Seen) -> bool:
    """Tell whether a day stands for "not known": the first of a computer's calendar, or one that nobody has seen."""
    return each.day is None or each.day in _PLACEHOLDERS or each.day.year >= _TOO_LATE


def _in_order(seen: Sequence[Seen], day_first: bool | None) -> list[Seen]:
    """Settle the order of day and month of figures: by the others in figures, by the days that others name, by the language."""
    said = {each.stated.day_first for each in seen if each.stated and each.stated.day_first is not None}
    known = {each.day for each in seen if each.stated and each.stated.swapped is None}
    order = said.pop() if len(said) == 1 else None
    settled = []
    for each in seen:
        stated = each.stated
        if stated is None or stated.swapped is None:
            settled.append(each)
            continue
        first = order
        if first is None and (stated.published.day in known) != (stated.swapped in known):
            first = stated.published.day in known
        is_open = first is None
        first = day_first if first is None else first
        day = stated.published.day if first is not False else stated.swapped
        read = replace(stated, published=replace(stated.published, day=day), swapped=None)
        settled.append(replace(each, stated=read, rank=max(each.rank, 2) if is_open else each.rank))
    return settled


def _local_days(each: Seen, region: Offsets) -> set[date]:
    """Return the days that a statement leaves open: one, or for a moment in UTC those of the region's clocks."""
    assert each.stated is not None  # noqa: S101 - only full dates come here
    at = each.stated.published
    if each.stated.offset != 0 or at.time is None or at.time == time(0) or each.kind is WitnessKind.STAMP:
        return {at.day}
    instant = datetime.combine(at.day, at.time)
    return {(instant + timedelta(minutes=minutes)).date() for minutes in region}


def _instant(each: Seen) -> datetime | None:
    """Return the moment in UTC, where it is known."""
    if each.stated is None or each.stated.published.time is None or each.stated.offset is None:
        return None
    return datetime.combine(each.stated.published.day, each.stated.published.time) - timedelta(minutes=each.stated.offset)


def _is_local(each: Seen, others: Sequence[Seen]) -> bool:
    """Tell whether a statement is by the clock of the article's place: not in UTC, nor a copy of one in UTC without its zone."""
    if each.stated is None or each.stated.offset == 0:
        return False
    at = each.stated.published
    if each.stated.offset is not None or at.time is None:
        return True
    clock = datetime.combine(at.day, at.time)
    universal = [instant for other in others if other.stated and other.stated.offset == 0 and (instant := _instant(other))]
    return not any(abs(instant - clock) <= _SAME_CLOCK for instant in universal)


def _sure(sure: Sequence[Seen], full: Sequence[Seen], region: Offsets) -> tuple[Published, bool]:
    """Return the day of the publisher's own statements at the article's place, and whether they leave only that one."""
    best = sure[0]
    assert best.stated is not None  # noqa: S101 - only full dates come here
    if _is_local(best, full):
        return best.stated.published, True
    instant = _instant(best)
    if instant is None:
        return best.stated.published, True
    locals_ = [each for each in full if each is not best and _is_local(each, full)]
    for each in locals_:  # the same moment by the local clock
        twin = _instant(each)
        if each.stated and twin and abs(twin - instant) <= _SAME_CLOCK:
            return each.stated.published, True
    near = [each for each in locals_ if each.day and abs((each.day - instant.date()).days) <= 1 and _reaches(each.day, instant)]
    if near and near[0].day is not None and near[0].day != instant.date():
        is_shown = any(each.is_beside and each.day == instant.date() for each in full)
        if is_shown and all(each.kind is WitnessKind.ADDRESS for each in near):
            return best.stated.published, False  # readers are shown the day in UTC, too
        same = [each.stated.published for each in near if each.stated and each.day == near[0].day and each.stated.published.time]
        agreed = len({each.day for each in near}) == 1 and any(each.kind is not WitnessKind.ADDRESS for each in near)
        return (same[0] if same else Published(near[0].day)), agreed
    return best.stated.published, bool(near) or _local_days(best, region) == {instant.date()}


def _reaches(day: date, instant: datetime) -> bool:
    """Tell whether it was *day* anywhere on earth at a moment in UTC."""
    return (instant - timedelta(hours=12)).date() <= day <= (instant + timedelta(hours=14)).date()


def _weak(full: Sequence[Seen], changes: Sequence[Seen], region: Offsets) -> tuple[Published, bool]:
    """Return the best of what is not the publisher's own statement, and whether another kind of statement agrees with it.

    A bare stamp that gives the day of a change is believed last.
    """
    changed = {each.day for each in changes}

    def worth(each: Seen) -> tuple[int, int, int]:
        kinds = {_group(other) for other in full if each.day and each.day in _local_days(other, region)}
        is_change = each.day in changed and len({other.day for other in full}) > 1
        return (int(is_change), -min(len(kinds), 2), _WORTH[each.kind] - (each.place == "published"))

    best = min(full, key=worth)
    assert best.stated is not None  # noqa: S101 - only full dates come here
    others = {other.kind for other in full if _group(other) != _group(best) and best.day in _local_days(other, region)}
    rivals = {other.day for other in full if best.day not in _local_days(other, region) and other.rank <= best.rank}
    is_today = others | {best.kind} <= {WitnessKind.META, WitnessKind.TEXT}  # both may be the day on which the page was made
    return best.stated.published, bool(others) and not is_today and not rivals and best.day not in changed


def _group(each: Seen) -> str:
    """Return what statements count as one by: two dates in sight may both be those of another story."""
    return "sight" if each.kind in {WitnessKind.TIME, WitnessKind.STAMP, WitnessKind.TEXT} else each.kind


def _speaks_against(each: Seen, best: Published, region: Offsets, *, sure: bool) -> bool:
    """Tell whether a statement does not agree with the day that is believed.

    The publisher's own must name it; the address, when it names a day or a month, may be of the day before or after (it is often made
    when a story is begun), and so may the only day beside the headline; whatever else is in sight may date something else.
    """
    if each.month:
        first, last = (best.day + timedelta(days=by) for by in (-_SLACK, _SLACK))
        return each.kind is WitnessKind.ADDRESS and each.month not in {first.isoformat()[:7], last.isoformat()[:7]}
    if each.day is None or not sure:
        return False
    if each.rank == 1:
        return best.day not in _local_days(each, region) and not _reaches_utc(each, best)
    return (each.kind is WitnessKind.ADDRESS or each.is_beside) and abs((each.day - best.day).days) > 1


_SLACK = 3
"""Days by which the month of an address may lag behind."""


def _reaches_utc(each: Seen, best: Published) -> bool:
    """Tell whether a statement in UTC leaves room for the local day that is believed."""
    instant = _instant(each)
    return instant is not None and each.stated is not None and each.stated.offset == 0 and _reaches(best.day, instant)


def _witness(each: Seen) -> Witness:
    day = each.month or (each.day.isoformat() if each.day else "")
    return Witness(each.kind, each.place, each.words, day, each.rank, each.stated.offset if each.stated else None)
