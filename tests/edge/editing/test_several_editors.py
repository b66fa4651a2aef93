"""A preview that several editors share: each comes in by a token, signs by name, undoes what is theirs; a stranger reads nothing."""

from __future__ import annotations

import http.client
import json
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Said
from tests.edge.editing.several import EDITORS, WAIT, shared

RUTH, IDA = EDITORS


class Guest:
    """Whoever asks: with a token, with a cookie, or with nothing."""

    def __init__(self, port: int, token: str = "") -> None:
        self.port, self.token, self.cookie = port, token, ""

    def ask(self, path: str, body: object = None) -> tuple[int, Any]:
        headers = {"X-Dateline-Token": self.token, "Cookie": self.cookie}
        if body is not None:
            headers |= {"Origin": f"http://127.0.0.1:{self.port}", "Content-Type": "application/json"}
        with closing(http.client.HTTPConnection("127.0.0.1", self.port, timeout=WAIT)) as connection:
            connection.request("GET" if body is None else "POST", path, None if body is None else json.dumps(body), headers)
            answer = connection.getresponse()
            text = answer.read().decode()
            self.cookie = (answer.getheader("Set-Cookie") or self.cookie).partition(";")[0]
        return answer.status, json.loads(text) if text.startswith("{") else text


@pytest.fixture
def guests(project: Path) -> Iterator[dict[str, Guest]]:
    with shared(project) as (port, tokens):
        yield {"": Guest(port), **{name: Guest(port, token) for name, token in tokens.items()}}


def check(guest: Guest, number: int, headline: str) -> tuple[int, Any]:
    event = guest.ask("/-/edit/api/overview")[1]["events"][number]
    act = {"action": "edit", "events": [{"id": event["id"], "revision": event["revision"]}], "set": {"headline": headline}}
    return guest.ask("/-/edit/api/save", act)


def test_a_stranger_reads_nothing_and_the_pass_of_a_reader_does_not_write(guests: dict[str, Guest]) -> None:
    stranger, ruth = guests[""], guests[RUTH]
    for path in ("/", "/timeline.json", "/livereload.js", "/-/edit/api/log"):
        assert stranger.ask(path)[0] == 401
    assert stranger.ask("/-/edit/enter.html")[0] == 200
    assert stranger.ask("/-/edit/api/enter", {})[0] == 401
    assert ruth.ask("/")[0] == 401
    assert ruth.ask("/-/edit/api/enter", {}) == (200, {"by": RUTH})
    assert ruth.token not in ruth.cookie
    assert ruth.cookie.startswith(f"dateline-reader-{ruth.port}=")  # two previews of one machine do not take each other's
    assert ruth.ask("/")[0] == 200
    stranger.cookie = ruth.cookie
    assert stranger.ask("/")[0] == 200
    assert stranger.ask("/-/edit/api/undo", {})[0] == 401
    stranger.token = ruth.cookie.partition("=")[2]
    assert stranger.ask("/-/edit/api/undo", {})[0] == 401


def test_each_signs_by_name_and_undoes_what_is_theirs_and_the_log_says_who_did_what(guests: dict[str, Guest]) -> None:
    ruth, ida = guests[RUTH], guests[IDA]
    assert check(ruth, 0, "By Ruth")[0] == 200
    saved = check(ida, 1, "By Ida")[1]
    assert 'by = "Ida Lund"' in saved["text"]
    _, told = ruth.ask("/-/edit/api/log")
    assert [(act["by"], act["about"]) for act in told["acts"]] == [(IDA, "By Ida"), (RUTH, "By Ruth")]
    assert [each["initials"] for each in told["editors"]] == ["RK", "IL"]
    assert ruth.ask("/-/edit/api/undo", {})[1]["told"] != saved["told"]
    assert ruth.ask("/-/edit/api/undo", {})[0] == 422
    assert [act["by"] for act in ida.ask("/-/edit/api/log")[1]["acts"]] == [IDA]


def test_others_are_let_in_only_where_it_is_said_who_they_are(project: Path, dateline: Any) -> None:
    for arguments in (
        ("--edit", "--listen", "127.0.0.1"),
        ("--listen", "127.0.0.1"),
        ("--edit", "--public", "http://desk.example", "--by", "R.K."),
    ):
        said: Said = dateline("serve", project, "--port", "0", *arguments)
        assert said.code == 2
        assert "editors" in said.err
