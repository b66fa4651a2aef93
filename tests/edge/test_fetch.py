"""Fetching against a real server of this machine, which the guards must be told to allow; and all that they refuse."""

from __future__ import annotations

import gzip
import ipaddress
import socket
import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler
from typing import Any

import pytest

from generator.edge import fetch as module
from generator.edge.fetch import Fetched, fetch
from generator.edge.public import IPAddress, is_public
from tests.edge.answering import PAGE, Answers, loopback, moved, page


def refused(url: str, allowed: Callable[[IPAddress], bool] | None = loopback) -> str:
    got = fetch(url, allowed)
    assert got.value is None
    (said,) = got.diagnostics
    return f"{said.code.name}: {said.message}"


def test_a_page_is_fetched(server: Answers) -> None:
    server.answers["/news/quay?id=1"] = page()
    assert fetch(f"{server.url}/news/quay?id=1#top", loopback).value == Fetched(f"{server.url}/news/quay?id=1", "text/html", PAGE, "utf-8")


def test_a_packed_page_is_unpacked(server: Answers) -> None:
    server.answers["/"] = page(gzip.compress(PAGE), Content_Encoding="gzip")
    got = fetch(server.url, loopback).value
    assert got is not None
    assert got.content == PAGE


def test_letters_beyond_ascii_are_encoded(server: Answers) -> None:
    server.answers["/stra%C3%9Fe%20"] = page()
    assert fetch(f"{server.url}/straße%20", loopback).value is not None


def test_redirects_are_followed_and_the_last_address_told(server: Answers) -> None:
    server.answers |= {"/a": moved("/b", 301), "/b": moved(f"{server.url}/c", 308), "/c": page()}
    got = fetch(f"{server.url}/a", loopback).value
    assert got is not None
    assert got.url == f"{server.url}/c"


def test_redirects_come_to_an_end(server: Answers) -> None:
    server.answers["/a"] = moved("/a")
    assert refused(f"{server.url}/a") == f"D701: {server.url}/a cannot be fetched: more than 5 redirects"
    assert len(server.asked) == 6


def test_this_machine_is_never_asked(server: Answers) -> None:
    for host in ("127.0.0.1", "localhost", "2130706433", "0x7f.1", "127.1"):
        assert refused(f"http://{host}:{server.server_port}/", None).startswith("D702: ")
    assert server.asked == []


@pytest.mark.parametrize(
    "to", ["http://169.254.169.254/latest/meta-data/", "http://10.0.0.1/", "http://[fe80::1]/", "http://[::ffff:192.168.0.1]/"]
)
def test_a_redirect_to_a_private_address_is_refused(server: Answers, to: str) -> None:
    server.answers["/"] = moved(to)
    assert refused(f"{server.url}/").startswith(f"D702: {to} leads to ")


@pytest.mark.parametrize(
    "to", ["file:///etc/passwd", "ftp://127.0.0.1/x", "gopher://127.0.0.1/", "javascript:alert(1)", "data:text/html,x"]
)
def test_a_redirect_out_of_the_web_is_refused(server: Answers, to: str) -> None:
    server.answers["/"] = moved(to)
    assert refused(f"{server.url}/").endswith("only http:// and https:// addresses are fetched")


def test_a_name_with_one_private_address_among_public_ones_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    places = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (each, 80)) for each in ("93.184.216.34", "10.0.0.7")]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: places)
    assert refused("http://rebinding.example/", None) == "D702: http://rebinding.example/ leads to 10.0.0.7, which is not on the public web"


def test_the_address_that_was_checked_is_the_one_that_is_asked(server: Answers, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def once(host: str, port: int, **_: object) -> list[Any]:
        asked.append(host)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", port))]

    monkeypatch.setattr(socket, "getaddrinfo", once)
    server.answers["/"] = page()
    assert fetch(f"http://paper.example:{server.server_port}/", loopback).value is not None
    assert asked == ["paper.example"]
    assert server.asked == [(f"paper.example:{server.server_port}", "/")]


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("paper.example/x", "only http:// and https://"),
        ("ftp://paper.example/", "only http:// and https://"),
        ("http:///x", "only http:// and https://"),
        ("http://user:secret@paper.example/", "user name"),
        ("http://paper.example/a b", "white space"),
        ("http://paper.example/\r\nHost: x", "white space"),
        ("http://paper.example:99999/", ""),
        ("http://[::1/", ""),
        ("http://" + "a" * 300 + ".example/", ""),
    ],
)
def test_what_is_no_address_of_the_web_is_refused(url: str, why: str) -> None:
    said = refused(url, None)
    assert said.startswith("D701: ")
    assert why in said


def test_what_is_no_page_is_refused(server: Answers) -> None:
    server.answers["/x.zip"] = page(b"PK", "application/zip")
    assert refused(f"{server.url}/x.zip").endswith("is no page but application/zip")
    assert refused(f"{server.url}/missing").endswith("answered 404 Not Found")


def test_a_page_is_read_up_to_its_limit(server: Answers, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "LARGEST", 1000)
    server.answers |= {
        "/large": page(b"x" * 1001),
        "/bomb": page(gzip.compress(b"x" * 1_000_000), Content_Encoding="gzip"),
        "/fits": page(b"x" * 1000),
    }
    assert refused(f"{server.url}/large").endswith("is larger than 1,000 bytes")
    assert refused(f"{server.url}/bomb").endswith("is larger than 1,000 bytes")
    assert fetch(f"{server.url}/fits", loopback).value is not None


def test_an_answer_that_breaks_off_is_no_article(server: Answers) -> None:
    server.answers |= {
        "/short": page(b"half", Content_Length="100"),
        "/torn": page(gzip.compress(PAGE)[:-9], Content_Encoding="gzip"),
        "/noise": page(b"not gzip at all", Content_Encoding="gzip"),
        "/odd": page(PAGE, Content_Encoding="br"),
    }
    for path in server.answers:
        assert refused(f"{server.url}{path}").startswith("D701: ")


def test_an_answer_that_drips_is_cut(server: Answers, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "SECONDS", 0.3)
    stop = threading.Event()

    def drip(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Type", "text/html")
        handler.end_headers()
        try:
            while not stop.wait(0.05):
                handler.wfile.write(b"x")
        except OSError:
            pass

    server.answers["/"] = drip
    assert refused(f"{server.url}/") == f"D701: {server.url}/ cannot be fetched: no answer within 0 seconds"
    stop.set()


def test_a_closed_port_is_told() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    assert refused(f"http://127.0.0.1:{port}/").endswith("Connection refused")


NOT_PUBLIC = """
0.0.0.0 10.1.2.3 100.64.0.1 127.0.0.1 169.254.169.254 172.16.0.1 192.0.0.8 192.0.0.192 192.0.2.1 192.168.1.1 198.18.0.1 224.0.0.1 240.0.0.1
255.255.255.255 :: ::1 ::ffff:127.0.0.1 64:ff9b::7f00:1 2001::1 2001:db8::1 2002:7f00:1:: fc00::1 fe80::1 fec0::1 ff02::1
"""


@pytest.mark.parametrize("address", NOT_PUBLIC.split())
def test_addresses_that_are_not_public(address: str) -> None:
    assert not is_public(ipaddress.ip_address(address))


@pytest.mark.parametrize("address", ["1.1.1.1", "93.184.216.34", "2606:4700::1111", "::ffff:1.1.1.1"])
def test_addresses_that_are(address: str) -> None:
    assert is_public(ipaddress.ip_address(address))
