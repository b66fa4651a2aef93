"""Pages and texts after public reports of users of other tools (`reading/cases.jsonl`): what is read of each, and what must never be."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent / "reading"
CASES = [json.loads(line) for line in (HERE / "cases.jsonl").read_text(encoding="utf-8").splitlines()]


@dataclass(frozen=True)
class Got:
    """What came of a case: the text that was frozen, what stands beside it, and the timeline that was built."""

    said: str
    text: str
    known: dict[str, Any]
    timeline: dict[str, Any]

    @property
    def source(self) -> dict[str, Any]:
        return dict(self.timeline["sources"][0]) if self.timeline["sources"] else {}

    @property
    def quoted(self) -> str:
        return plain(
            " ".join(f"{each['headline']} {' '.join(one['quote'] for one in each['citations'])}" for each in self.timeline["events"])
        )


def plain(words: str | None) -> str:
    return " ".join(re.findall(r"\w+", (words or "").lower()))


@pytest.fixture
def got(tmp_path: Path, dateline: Callable[..., Any]) -> Callable[[dict[str, Any]], Got]:
    def run(case: dict[str, Any]) -> Got:
        (tmp_path / "timeline.toml").write_text('title = "x"\n')
        said = dateline("add", "-y", "--project", tmp_path, HERE / case["file"])
        texts = [path for path in sorted((tmp_path / "articles").glob("*")) if path.suffix in {".txt", ".md"}]
        if not texts:
            return Got(said.err, "", {}, {"sources": [], "events": []})
        beside = texts[0].with_suffix(".toml")
        assert dateline("build", tmp_path, "--workers", "1").code == 0
        timeline = json.loads((tmp_path / "site" / "timeline.json").read_bytes())
        known = tomllib.loads(beside.read_text(encoding="utf-8")) if beside.exists() else {}
        return Got(said.err, texts[0].read_text(encoding="utf-8"), known, timeline)

    return run


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_a_reported_case_is_read_rightly(case: dict[str, Any], got: Callable[[dict[str, Any]], Got]) -> None:
    want, found = case["expected"], got(case)
    if want.get("not_sure_article"):
        assert found.text == ""
        assert found.said
        return
    day, guessed = found.source.get("published"), found.source.get("published_guessed")
    if "published" in want:
        assert day == want["published"] or (want["published"] is None and (day is None or guessed))
        assert not guessed or want.get("guess_ok") or want["published"] is None
    assert day not in want.get("never", ())
    assert day not in want.get("never_sure", ()) or guessed
    if "title" in want:
        assert plain(found.source["title"]) in {plain(each) for each in (want["title"], *want.get("title_also", ()))}
    assert all(found.known.get(key) == want[key] for key in ("url", "authors") if key in want)
    assert all(plain(words) in plain(found.text) for words in want.get("has", ()))
    assert not any(plain(words) in plain(found.text) for words in want.get("hasnt", ()))
    assert not any(plain(words) in found.quoted for words in want.get("no_event", ()))
    for words, date in want.get("event_dates", {}).items():
        told = [(each["date"], plain(each["headline"] + each["citations"][0]["quote"])) for each in found.timeline["events"]]
        assert {day for day, quoted in told if plain(words) in quoted} == {date}
