"""Private addresses in every spelling, by every way in: what is named, what a redirect names, what a name server says the second time."""

from __future__ import annotations

import socket
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator.edge.fetch import fetch
from tests.conftest import Said
from tests.edge.answering import Answers, loopback, moved, page

SPELLED = """
127.0.0.1 localhost LOCALHOST 127.1 127.0.1 2130706433 0x7f000001 0x7f.0.0.1 0177.0.0.1 017700000001 127.000.000.001 0 0.0.0.0
１２７.０.０.１ ①②⑦.⓪.⓪.① 127。0。0。1 ⓛⓞⓒⓐⓛⓗⓞⓢⓣ
[::1] [::] [0:0:0:0:0:0:0:1] [::ffff:127.0.0.1] [::ffff:7f00:1] [0:0:0:0:0:ffff:7f00:0001] [::127.0.0.1] [::ffff:0:127.0.0.1]
[64:ff9b::127.0.0.1] [64:ff9b::7f00:1] [64:ff9b:1::10.0.0.1] [2002:7f00:1::] [2001:0:7f00:1::] [fe80::1] [fc00::1] [fd00:ec2::254]
[fec0::1] [ff02::1] [100::1] [2001:db8::1] [3fff::1] [5f00::1]
10.1 10.0.0.1 167772161 0xa000001 012.0.0.1 172.16.1 172.31.255.255 192.168.1 192.168.257 3232235777
169.254.169.254 0xa9fea9fe 2852039166 0251.0376.0251.0376 169.254.43518
100.64.0.1 198.18.0.1 192.0.0.1 192.0.2.1 203.0.113.1 198.51.100.1 224.0.0.1 240.0.0.1 255.255.255.255
"""
ESCAPED = ["loc%61lhost", "127%2e0.0.1", "%31%32%37.0.0.1", "[fe80::1%25lo]"]


def told(url: str, allowed: Callable[..., bool] | None = None) -> str:
    got = fetch(url, allowed)
    assert got.value is None
    return got.diagnostics[0].code.name


@pytest.mark.parametrize("host", SPELLED.split())
def test_an_address_that_is_not_public_is_refused_however_it_is_spelled(host: str) -> None:
    assert told(f"http://{host}/") == "D702"
    assert told(f"HTTPS://{host}:8443/x?y") == "D702"


@pytest.mark.parametrize("host", ESCAPED)
def test_a_name_that_is_escaped_is_no_other_name(host: str, server: Answers) -> None:
    assert told(f"http://{host}:{server.server_port}/") == "D701"
    assert server.asked == []


@pytest.mark.parametrize("host", ["10.1", "2852039166", "0xa.1", "[::ffff:a00:1]", "[64:ff9b::a9fe:a9fe]"])
def test_a_redirect_is_refused_however_it_is_spelled(server: Answers, host: str) -> None:
    server.answers |= {"/": moved("/again", 307), "/again": moved(f"//{host}/latest/meta-data")}
    assert told(f"{server.url}/", loopback) == "D702"
    assert [path for _, path in server.asked] == ["/", "/again"]


def test_a_name_server_that_changes_its_mind_is_asked_once(server: Answers, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = iter(["127.0.0.1", "10.0.0.7", "10.0.0.7"])

    def looked_up(_host: str, port: int, **_: object) -> list[Any]:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (next(answers), port))]

    monkeypatch.setattr(socket, "getaddrinfo", looked_up)
    server.answers |= {"/": page(), "/moved": moved("/")}
    url = f"http://rebinding.example:{server.server_port}"
    assert fetch(f"{url}/", loopback).value is not None, "connected to what was checked"
    assert told(f"{url}/", loopback) == "D702", "the next fetch checks anew"


@pytest.mark.parametrize(
    "command",
    [["add", "-y", "{url}"], ["import", "{url}.csv"], ["picture", "{url}.png"], ["add", "-y", "list.txt"]],
    ids=["article", "table", "picture", "list"],
)
@pytest.mark.parametrize("host", ["2130706433", "[::ffff:127.0.0.1]"])
def test_every_command_that_fetches_refuses_them(
    server: Answers, project: Path, dateline: Callable[..., Said], monkeypatch: pytest.MonkeyPatch, command: list[str], host: str
) -> None:
    url = f"http://{host}:{server.server_port}/x"
    monkeypatch.chdir(project)
    (project / "list.txt").write_text(f"{url}\n{url}2\n")
    before = sorted(project.rglob("*"))
    done = dateline(*(each.format(url=url) for each in command))
    assert done.code == 1
    assert "error[D702]" in done.err
    assert server.asked == []
    assert sorted(project.rglob("*")) == before
