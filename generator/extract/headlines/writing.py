"""Write the headline of a frame: of all lines that the judge passes, the one that loses least and comes nearest to fifteen words.

In: a Frame, its Telling. Out: a Headline; without a line where nothing passes, and the sentence itself is then shown.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.extract.headlines.days import with_days
from generator.extract.headlines.judge import LIMIT, LONG, fault
from generator.extract.headlines.line import Line
from generator.extract.headlines.mending import mended
from generator.extract.headlines.quoting import quoted_tokens
from generator.extract.headlines.referring import placed
from generator.extract.headlines.roots import Root, roots
from generator.extract.headlines.rows import LEAST
from generator.extract.headlines.shorten import Cut, cuts, may_leave
from generator.extract.headlines.telling import Headline, Telling
from generator.extract.headlines.titles import title_for
from generator.model.frame import Frame
from generator.model.timex import Step

AIM = 15
"""Words that a headline is to have."""
_PER_WORD = 0.35
"""What a word beyond the aim costs, in the measure of the rows."""
_BEYOND = 1.0
"""What a word beyond what is still a headline costs in addition."""
_PUT_IN = 0.3
"""What each name put in costs."""


_ROOM = 2
"""So many words a name put in may be shorter than what it stands for."""
_TITLE = 0.5
"""What the article's own headline costs: no more than a line that nothing was left out of but its date."""


@dataclass(frozen=True, slots=True)
class _Written:
    """A line that can be judged: with the names put in, what it cost, and what is wrong with it."""

    line: Line
    cost: float
    steps: tuple[Step, ...]
    fault: str
    wrong: int = -1
    """The token that nothing places."""


def headline(frame: Frame, telling: Telling) -> Headline:
    """Return the best line for a frame, or none with the fault of the line that came nearest."""
    frame = mended(frame, telling.story)
    own = frozenset(at for span in telling.own for at in frame.tree.inside(span))
    best, failed = _best(frame, telling, own)
    title = title_for(frame, telling) if telling.title else ""
    if title and (best is None or best.cost >= _TITLE):
        return Headline(title, steps=(Step("headline", "the article's own, which tells this"),))
    if best is None:
        return Headline("", fault=failed)
    return Headline(best.line.printed(), best.line.spans(), best.steps)


def _best(frame: Frame, telling: Telling, own: frozenset[int]) -> tuple[_Written | None, str]:
    """Return the line that costs least of those without a fault, and the fault of the cheapest that has one.

    A line costs at least what was left out of it, so that no more is made than can still win.
    """
    best: _Written | None = None
    failed = (float("inf"), "no clause tells it")
    for root in roots(frame, telling.story, own):
        if best is not None and root.cost >= best.cost:
            continue
        wrong = -1
        for cut in cuts(root, telling, own):
            if best is not None and cut.cost >= best.cost:
                break
            if wrong in cut.line.has:
                continue
            made = _written(cut, root, frame, telling)
            wrong = made.wrong
            if wrong >= 0 and not may_leave(wrong, root):
                failed = min(failed, (made.cost, made.fault))
                break
            if made.fault:
                failed = min(failed, (made.cost, made.fault))
            elif best is None or made.cost < best.cost:
                best = made
            if best is not None and cut.cost + LEAST >= best.cost:
                break
    return best, failed[1]


def _written(cut: Cut, root: Root, frame: Frame, telling: Telling) -> _Written:
    words = cut.line.count()
    if words > LIMIT + _ROOM:
        return _Written(cut.line, cut.cost + _PER_WORD * (words - AIM), cut.steps, "too long")
    done = placed(cut.line, telling)
    line, days = with_days(done.line, telling, quoted_tokens(done.line))
    wrong = done.fault or fault(line, root, frame, telling)
    cost = cut.cost + _PUT_IN * len((*done.steps, *days)) + _PER_WORD * max(0, line.count() - AIM) + _BEYOND * max(0, line.count() - LONG)
    return _Written(line, cost, (*cut.steps, *done.steps, *days), wrong, done.at)
