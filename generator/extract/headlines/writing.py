"""Write the headline of a frame: of all lines that the judge passes, the one that loses least and comes nearest to fifteen words.

In: a Frame, its Telling. Out: a Headline; without a line where nothing passes, and the sentence itself is then shown.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.extract.headlines.judge import fault
from generator.extract.headlines.line import Line
from generator.extract.headlines.mending import mended
from generator.extract.headlines.referring import placed
from generator.extract.headlines.roots import Root, roots
from generator.extract.headlines.shorten import Cut, cuts
from generator.extract.headlines.telling import Headline, Telling
from generator.extract.headlines.titles import title_for
from generator.model.frame import Frame
from generator.model.timex import Step

AIM = 15
_PER_WORD = 0.35
"""What a word beyond the aim costs, in the measure of the rows."""
_PUT_IN = 0.3
"""What each name put in costs."""


_TITLE = 0.5
"""What the article's own headline costs: no more than a line that nothing was left out of but its date."""


@dataclass(frozen=True, slots=True)
class _Written:
    """A line that can be judged: with the names put in, what it cost, and what is wrong with it."""

    line: Line
    cost: float
    steps: tuple[Step, ...]
    fault: str


def headline(frame: Frame, telling: Telling) -> Headline:
    """Return the best line for a frame, or none with the fault of the line that came nearest."""
    frame = mended(frame, telling.story)
    own = frozenset(at for span in telling.own for at in frame.tree.inside(span))
    written = [_written(cut, root, frame, telling) for root in roots(frame, telling.story, own) for cut in cuts(root, telling, own)]
    good = [each for each in written if not each.fault]
    title = title_for(frame, telling) if telling.title else ""
    if title and min((each.cost for each in good), default=_TITLE) >= _TITLE:
        return Headline(title, steps=(Step("headline", "the article's own, which tells this"),))
    if not good:
        return Headline("", fault=min(written, key=lambda each: each.cost).fault if written else "no clause tells it")
    best = min(good, key=lambda each: each.cost)
    return Headline(best.line.printed(), best.line.spans(), best.steps)


def _written(cut: Cut, root: Root, frame: Frame, telling: Telling) -> _Written:
    done = placed(cut.line, telling)
    wrong = done.fault or fault(done.line, root, frame, telling)
    words = done.line.count()
    cost = cut.cost + _PUT_IN * len(done.steps) + _PER_WORD * max(0, words - AIM)
    return _Written(done.line, cost, (*cut.steps, *done.steps), wrong)
