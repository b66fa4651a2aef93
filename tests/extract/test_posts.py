"""In a live report each post counts from its own time."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

from generator.extract.posts import parts
from generator.extract.segment.sentences import segment
from generator.model.article import Post, Published
from tests.articles import article, english
from tests.conftest import Said

REPORT = """\
Storm over Marle: as it happened

25 June 2025, 09:00

The council closed the old quarry today, Mayor Odile Brandt said.

24 June 2025, 21:30

Two people were found alive this evening on a roof, firefighters said.

24 June 2025, 06:50

The dam above the town broke at dawn today, the mayor said.
"""


def dates(project: Path, dateline: Callable[..., Said], known: str) -> dict[str, str]:
    (project / "articles" / "storm.txt").write_text(REPORT)
    (project / "articles" / "storm.toml").write_text(known)
    (project / "articles" / "vote.txt").unlink(missing_ok=True)
    (project / "articles" / "vote.toml").unlink(missing_ok=True)
    assert dateline("build", project).code == 0
    events = json.loads((project / "site" / "timeline.json").read_bytes())["events"]
    return {word: event["date"] for event in events for word in ("quarry", "roof", "dam") if word in event["citations"][0]["quote"]}


def test_today_is_the_day_of_the_post(project: Path, dateline: Callable[..., Said]) -> None:
    live = dates(project, dateline, "published = 2025-06-25\nlive = true\n")
    assert live == {"quarry": "2025-06-25", "roof": "2025-06-24", "dam": "2025-06-24"}


def test_without_being_told_a_text_has_one_day(project: Path, dateline: Callable[..., Said]) -> None:
    assert dates(project, dateline, "published = 2025-06-25\n")["dam"] == "2025-06-25"


def test_a_post_that_is_repeated_tells_once(project: Path, dateline: Callable[..., Said]) -> None:
    dates(project, dateline, "published = 2025-06-25\nlive = true\n")
    again = REPORT + "\n23 June 2025, 06:00\n\n" + REPORT.rpartition("\n\n")[2]
    (project / "articles" / "storm.txt").write_text(again)
    assert dateline("build", project).code == 0
    events = json.loads((project / "site" / "timeline.json").read_bytes())["events"]
    assert [event["date"] for event in events if "dam" in event["citations"][0]["quote"]] == ["2025-06-24"]


def test_sentences_go_to_the_post_they_stand_in_and_each_post_has_its_own_day() -> None:
    text = "Storm over Marle. It rained. It blew."
    posts = (Post(18, Published(date(2025, 6, 26))), Post(29, Published(date(2025, 6, 27))))
    made = replace(article(text, date(2025, 6, 25)), posts=posts)
    found = [(part.published, [each.span.of(text) for each in told]) for part, told in parts(made, segment(made, english()))]
    assert [told for _, told in found] == [["Storm over Marle."], ["It rained."], ["It blew."]]
    assert [published for published, _ in found] == [made.published, *(post.published for post in posts)]
    assert [part for part, _ in parts(article(text), ())] == [article(text)]
