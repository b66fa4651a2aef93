"""Hostile requests to a preview that can be edited are all refused, and write nothing; what its own pages ask for is done."""

from __future__ import annotations

import http.client
import json
import re
import time
from collections.abc import Awaitable, Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from tornado.httpclient import HTTPClientError, HTTPRequest
from tornado.ioloop import IOLoop
from tornado.websocket import websocket_connect

from generator.model.project import File
from generator.read.edits import read
from tests.serving import editing

WAIT = 30  # seconds until a test gives up; far more than is needed
READS = ["overview", "desk", "event?id=e-1", "article?id=vote", "saved?act=x"]
WRITES = ["save", "undo", "date", "note", "headline", "enter"]


@dataclass
class Served:
    folder: Path
    port: int
    token: str
    headers: dict[str, str] = field(default_factory=dict)

    def ask(self, route: str, body: object = None, *, drop: str = "", path: str = "/-/edit/api/", **headers: str) -> tuple[int, Any]:
        """Ask as the editor's own page would, but for what is said otherwise."""
        given = {"Host": f"127.0.0.1:{self.port}", "X-Dateline-Token": self.token}
        if body is not None:
            given |= {"Origin": f"http://127.0.0.1:{self.port}", "Content-Type": "application/json"}
        given |= {name.replace("_", "-"): value for name, value in headers.items()}
        given.pop(drop, None)
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=WAIT)
        content = body if isinstance(body, bytes) else None if body is None else json.dumps(body).encode()
        with closing(connection):
            connection.putrequest("GET" if body is None else "POST", path + route, skip_host=True)
            for name, value in given.items():
                connection.putheader(name, value)
            if content is not None:
                connection.putheader("Content-Length", str(len(content)))
            connection.endheaders(content)
            answer = connection.getresponse()
            text = answer.read().decode()
            self.headers = {name.lower(): value for name, value in answer.getheaders()}
        return answer.status, json.loads(text) if self.headers.get("content-type", "").startswith("application/json") else text

    def events(self) -> list[dict[str, Any]]:
        status, overview = self.ask("overview")
        assert status == 200
        found: list[dict[str, Any]] = overview["events"]
        return found

    def events_when(self, count: int) -> list[dict[str, Any]]:
        """The events that rest on no article, when a build has come that has so many."""
        for _ in range(WAIT * 20):
            found = [event for event in self.events() if not event["source"]]
            if len(found) == count:
                return found
            time.sleep(0.05)
        pytest.fail(f"there are not {count} such events")

    def written(self) -> list[str]:
        return sorted(path.name for path in (self.folder / "edits").glob("*")) if (self.folder / "edits").exists() else []


@contextmanager
def opened(project: Path) -> Iterator[Served]:
    with editing(project, "--by", "R.K.") as address:
        port, key = re.split(r"/#edit=", address.rpartition(":")[2])
        yield Served(project, int(port), key)


@pytest.fixture
def served(project: Path) -> Iterator[Served]:
    with opened(project) as started:
        yield started


def test_hostile_requests_are_refused_on_every_route_and_write_nothing(served: Served) -> None:
    event = served.events()[0]
    act = {"action": "edit", "events": [{"id": event["id"], "revision": event["revision"]}], "set": {"checked": True}}
    port = served.port
    for route in READS:
        assert served.ask(route, drop="X-Dateline-Token")[0] == 401
        assert served.ask(route, X_Dateline_Token=served.token.swapcase())[0] == 401
        assert served.ask(route, Host=f"evil.example:{port}")[0] == 403  # DNS rebinding
        assert served.ask(route, Origin="https://evil.example")[0] == 403
        assert served.ask(route, Sec_Fetch_Site="cross-site")[0] == 403
    for route in WRITES:
        body = act if route == "save" else {"text": "2021"}
        assert served.ask(route, body, drop="X-Dateline-Token")[0] == 401
        assert served.ask(route, body, X_Dateline_Token=served.token[:-1])[0] == 401
        assert served.ask(route, body, Host=f"evil.example:{port}")[0] == 403
        assert served.ask(route, body, Host=f"127.0.0.1.evil.example:{port}")[0] == 403
        assert served.ask(route, body, Origin="https://evil.example")[0] == 403
        assert served.ask(route, body, Origin="null")[0] == 403
        assert served.ask(route, body, Origin=f"http://127.0.0.1:{port + 1}")[0] == 403
        assert served.ask(route, body, drop="Origin")[0] == 403
        assert served.ask(route, body, Sec_Fetch_Site="same-site")[0] == 403
        for kind in ("text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", ""):
            assert served.ask(route, body, Content_Type=kind)[0] in {400, 415}  # all that a foreign form can send
        for broken in (b"", b"{", b"[]", b"[" * 40_000, b'"text"', b"\xff"):
            assert served.ask(route, broken)[0] == 400
        assert served.ask(route)[0] == 405
    assert served.ask("save", act, path="//-/edit/api/")[0] == 405
    assert served.written() == []


def test_a_request_that_is_too_large_is_not_even_read(served: Served) -> None:
    with suppress(ConnectionError):  # it may be cut off while still being sent
        assert served.ask("note", {"text": "x" * 800_000})[0] == 400
    assert served.ask("overview")[0] == 200


PATHS = ["/-/edit/../../../etc/passwd", "/-/edit/api/../../timeline.toml", "/-/edit/..%2fguards.py", "/-/edit/routes.py", "/-/edit/"]


def test_paths_lead_nowhere_else(served: Served) -> None:
    for path in PATHS:
        assert served.ask("", path=path)[0] == 404, path
    assert served.ask("article?id=../../etc/passwd")[0] == 404
    assert served.ask("article?id=..%2Ftimeline")[0] == 404


def test_the_websocket_is_for_pages_of_the_preview_only(served: Served) -> None:
    async def foreign() -> None:
        for origin in ("https://evil.example", "null", f"http://127.0.0.1:{served.port + 1}"):
            request = HTTPRequest(f"ws://127.0.0.1:{served.port}/livereload", headers={"Origin": origin})
            with pytest.raises(HTTPClientError) as refused:
                await websocket_connect(request)
            assert refused.value.code == 403
        rebound = HTTPRequest(f"ws://127.0.0.1:{served.port}/livereload", headers={"Host": f"evil.example:{served.port}"})
        with pytest.raises(HTTPClientError) as refused:
            await websocket_connect(rebound)
        assert refused.value.code == 403

    in_a_loop_of_its_own(foreign)


def in_a_loop_of_its_own(work: Callable[[], Awaitable[None]]) -> None:
    with ThreadPoolExecutor(1) as pool:
        pool.submit(lambda: IOLoop(make_current=False).run_sync(work, timeout=WAIT * 3)).result()


def test_no_page_tells_the_token_and_none_may_be_framed_by_others(served: Served) -> None:
    for path in ("/", "/-/edit/editing.js", "/-/edit/api/overview"):
        served.ask("", path=path)
        assert served.headers["referrer-policy"] == "no-referrer"
        assert served.headers["x-frame-options"] == "SAMEORIGIN"
        assert "access-control-allow-origin" not in served.headers
    assert served.token not in str(served.ask("", path="/")[1])
    assert served.token not in str(served.ask("overview")[1])


def test_a_stale_save_is_told_with_both_versions_and_writes_nothing(served: Served) -> None:
    event = served.events()[0]
    named = {"action": "edit", "events": [{"id": event["id"], "revision": event["revision"]}]}
    status, saved = served.ask("save", {**named, "set": {"headline": "First"}})
    assert status == 200
    assert '+headline = "First"' in saved["diff"]
    status, refused = served.ask("save", {**named, "set": {"headline": "Second"}})  # at once, before any build can have shown the first
    assert status == 409
    assert refused["yours"]["set"] == {"headline": "Second"}
    assert refused["now"]["headline"] == "First"
    assert len(served.written()) == 1


def test_a_save_by_another_process_makes_a_page_stale_at_once(served: Served) -> None:
    event = served.events()[0]
    (served.folder / "edits").mkdir()
    target = '[[target]]\nsource = "vote"\nexact = "The council of Marle voted on Tuesday to plant the old quarry with trees."\n'
    for each in served.events():
        if each["source"] == "vote" and "plant" in each["headline"]:
            event = each
    (served.folder / "edits" / "a.md").write_text(f"+++\naction = 'edit'\nat = 2022-11-10\n{target}[set]\nheadline = 'Theirs'\n+++\n")
    asked = {"action": "edit", "events": [{"id": event["id"], "revision": event["revision"]}], "set": {"headline": "Mine"}}
    assert served.ask("save", asked)[0] == 409
    assert served.written() == ["a.md"]


def test_a_save_whose_answer_was_lost_is_told_again_and_never_written_twice(served: Served) -> None:
    event = served.events()[0]
    act = {"action": "edit", "events": [{"id": event["id"], "revision": event["revision"]}], "set": {"headline": "Once"}, "act": "a1"}
    assert served.ask("saved?act=a1")[0] == 404
    status, saved = served.ask("save", act)
    assert (status, len(served.written())) == (200, 1)
    assert served.ask("saved?act=a1") == (200, saved)
    assert served.ask("save", act)[1]["path"] == saved["path"]
    assert len(served.written()) == 1


def test_an_act_counts_over_one_that_was_saved_while_a_clock_was_ahead(served: Served) -> None:
    def saved(headline: str) -> int:
        event = next(each for each in served.events() if each["source"])
        asked = {"action": "edit", "events": [{"id": event["id"], "revision": event["revision"]}], "set": {"headline": headline}}
        return served.ask("save", asked)[0]

    assert saved("The first") == 200
    (path,) = (served.folder / "edits").glob("*.md")
    text, count = re.subn(r"(?m)^at = \d{4}", "at = 2999", path.read_text())
    assert count == 1
    path.write_text(text)
    for _ in range(WAIT * 10):
        if (status := saved("The second")) != 409:  # the page is stale until the next build
            break
        time.sleep(0.1)
    assert status == 200
    for _ in range(WAIT * 10):
        if any(each["headline"] == "The second" for each in served.events()):
            return
        time.sleep(0.1)
    pytest.fail("the act does not show")


def test_a_headline_is_proposed_for_the_words_that_were_chosen(served: Served) -> None:
    article = served.ask("overview")[1]["articles"][0]["id"]
    blocks = served.ask(f"article?id={article}")[1]["blocks"]
    sentence = next(each for block in blocks for each in block["sentences"] if each["events"])
    status, found = served.ask("headline", {"article": article, "start": sentence["start"], "end": sentence["end"]})
    assert status == 200
    assert found["headline"][:1].isupper()
    assert served.ask("headline", {"article": article, "start": 5, "end": 5})[0] == 422
    assert served.ask("headline", {"article": "none", "start": 0, "end": 5})[0] == 422


def test_undo_takes_back_only_what_this_sitting_wrote(served: Served) -> None:
    (served.folder / "edits").mkdir()
    (served.folder / "edits" / "mine.md").write_text(
        "+++\naction = 'add'\nat = 2022-11-10\nown_reporting = true\n[set]\ndate='2022'\nheadline='x'\n+++\n"
    )
    status, answer = served.ask("undo", {})
    assert status == 422
    assert "nothing to undo" in answer["problem"]
    assert served.written() == ["mine.md"]


def test_several_acts_are_saved_at_once_and_undone_as_one(served: Served) -> None:
    acts = [
        {"action": "edit", "events": [{"id": each["id"], "revision": each["revision"]}], "set": {"checked": True}}
        for each in served.events()
    ]
    assert len(acts) > 1
    stale = [*acts[:-1], {**acts[-1], "events": [{**acts[-1]["events"][0], "revision": "old"}]}]  # type: ignore[index]
    assert served.ask("save", {"acts": stale})[0] == 409
    assert served.written() == []  # one that cannot be done stops them all
    status, saved = served.ask("save", {"acts": acts})
    assert (status, saved["count"], saved["undo"], saved["told"]) == (200, len(acts), 1, ["Checked"])
    assert len(served.written()) == len(acts)
    _, desk = served.ask("desk")
    assert [each["reasons"] for each in desk["events"]] == [[]] * len(acts)
    status, undone = served.ask("undo", {})
    assert (status, undone["count"], undone["undo"]) == (200, len(acts), 0)
    assert served.written() == []


def test_a_stale_save_names_who_acted_last(served: Served) -> None:
    event = served.events()[0]
    named = {"action": "edit", "events": [{"id": event["id"], "revision": event["revision"]}]}
    assert served.ask("save", {**named, "set": {"headline": "First"}})[1]["told"] == [f"Headline: {event['headline']} → First"]
    _, refused = served.ask("save", {**named, "set": {"headline": "Second"}})
    assert refused["hand"].startswith("R.K., 20")


UNFIT: list[dict[str, object]] = [
    {},
    {"action": "delete"},
    {"action": "edit", "events": []},
    {"action": "edit", "events": "all"},
    {"action": "edit", "events": [{}], "path": "../../x"},
    {"action": "add", "set": {"date": "2022", "headline": "x"}},
    {"action": "add", "set": {"date": "2022", "headline": "x"}, "evidence": {"article": "vote", "start": 0, "end": 200}},
    {"action": "add", "set": {"date": "2022", "headline": "x"}, "evidence": {"article": "../vote", "start": 0, "end": 5}},
    {"action": "add", "set": {"date": "2022", "headline": "x"}, "evidence": {"url": "javascript:alert(1)"}},
    {"action": "add", "set": {"date": "2022", "headline": "x", "id": "e-1"}, "evidence": {"url": "https://example.org"}},
    {"action": "add", "set": {"date": "2022", "headline": "\ud800"}, "evidence": {"url": "https://example.org"}},
    {"action": "add", "set": {"date": "2022", "headline": "x"}, "note": "[" * 5000, "evidence": {"url": "https://example.org"}},
    {"action": "add", "set": {"date": 2022, "headline": ["x"]}, "evidence": {"url": "https://example.org"}},
]


def test_what_makes_no_edit_is_told_and_writes_nothing(served: Served) -> None:
    for asked in UNFIT:
        status, answer = served.ask("save", asked)
        assert status == 422, asked
        assert answer["problem"]
    assert served.written() == []


def test_an_edits_folder_that_leaves_the_project_is_refused(served: Served, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (served.folder / "edits").symlink_to(tmp_path / "elsewhere")
    event = served.events()[0]
    asked = {"action": "edit", "events": [{"id": event["id"], "revision": event["revision"]}], "set": {"checked": True}}
    assert served.ask("save", asked)[0] == 409
    assert not list((tmp_path / "elsewhere").iterdir())


def test_events_that_rest_on_one_address_are_told_apart_by_their_headlines(served: Served) -> None:
    for headline in ("First of two", "Second of two"):
        asked = {"action": "add", "set": {"date": "2022-05-01", "headline": headline}, "evidence": {"url": "https://example.org/both"}}
        assert served.ask("save", asked)[0] == 200
    event = next(each for each in served.events_when(2) if each["headline"] == "Second of two")
    named = {"events": [{"id": event["id"], "revision": event["revision"]}]}
    assert served.ask("save", {"action": "edit", **named, "set": {"checked": True}})[0] == 200
    status, answer = served.ask("save", {"action": "hide", **named})
    assert status == 409
    named = {"events": [{"id": event["id"], "revision": answer["now"]["revision"]}]}
    assert answer["now"]["checked"] is True
    assert served.ask("save", {"action": "hide", **named, "reason": "told twice"})[0] == 200
    assert [each["headline"] for each in served.events_when(1)] == ["First of two"]


def test_two_previews_of_one_project_that_save_at_once_lose_nothing(served: Served) -> None:
    def save(preview: Served, who: int) -> list[str]:
        paths: list[str] = []
        while len(paths) < 6:
            event = preview.events()[0]
            asked = {"events": [{"id": event["id"], "revision": event["revision"]}], "set": {"headline": f"By {who}, number {len(paths)}"}}
            status, answer = preview.ask("save", {"action": "edit", **asked})
            assert status in {200, 409}, answer
            if status == 200:
                paths.append(answer["path"])
        return paths

    with opened(served.folder) as other, ThreadPoolExecutor(2) as pool:
        paths = [path for each in pool.map(save, (served, other), (1, 2)) for path in each]
    assert len(set(paths)) == 12
    acts = [read(File(path, (served.folder / path).read_bytes())).value for path in paths]
    ordered = sorted((act for act in acts if act), key=lambda act: act.at)
    assert len({act.at for act in ordered}) == 12
    for before, after in pairwise(ordered):
        assert after.was.headline == before.set.headline, "an act was made over another that it had not seen"
