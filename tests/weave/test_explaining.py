"""The words in which an event says why its mentions are one, and others are not."""

from __future__ import annotations

from generator.model.timex import Step
from tests.weave.telling import Told, an_article, woven

BRANDT = Told(
    "Mayor Ilse Brandt opened the Harbour Bridge in Norrvik on Tuesday.", "opened", "2031-05-06", "on Tuesday", "Ilse Brandt", lead=True
)


def told(*lines: Told) -> list[Step]:
    """Return the reasons of the first event of articles of one line each."""
    events = woven(*(an_article(f"n{number}", "2031-05-07", line) for number, line in enumerate(lines)))
    return list(next(event for event in events if "e-n0-1" in event.aliases).reasons)


def test_what_two_mentions_share_is_said_in_their_own_words() -> None:
    again = Told("Brandt opened the new bridge of Norrvik on Tuesday.", "opened", "2031-05-06", "on Tuesday", "Brandt")
    (why,) = [step.words for step in told(BRANDT, again) if step.rule == "same event"]
    assert "e-n0-1 (n0, sentence 1) and e-n1-1 (n1, sentence 1): on the same day, both tell of" in why
    assert all(
        word in why
        for word in ("bridge", "norrvik", "the same word for what happened", "the same doer", "one event with a likelihood of 9")
    )


FIGURES = Told("Ilse Brandt opened the Harbour Bridge in Norrvik before 12 guests.", "opened", "2031-05-06", "", "Ilse Brandt")


def test_what_speaks_against_is_said_as_well() -> None:
    other = Told("The Harbour Bridge in Norrvik opened for 27 guests of the mayor.", "opened", "2031-05-06", "", "bridge")
    (why,) = [step.words for step in told(FIGURES, other) if step.rule == "same event"]
    assert "against it: others speak or do it, other figures" in why


def test_what_is_nearly_the_same_event_is_said_not_to_be() -> None:
    other = Told("The harbour closed for 27 lorries from Norrvik.", "closed", "2031-05-06", "", "harbour")
    (why,) = [step.words for step in told(FIGURES, other) if step.rule == "another event"]
    assert why.endswith("but that is too little")
