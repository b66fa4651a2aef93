"""A preview under siege: traversals, foreign names and sites, cut, slow and huge requests, NUL; what leaks and what breaks.

    python -m benchmarks.besieged [--traversals 50000] [--others 2000]

Laws: no answer holds a word of a file that is not of the site; nothing is written; the preview answers its own editor all the while, and
at the end as at the beginning. Out: leaks, writes, crashes; exit 1 where there is one.
"""

from __future__ import annotations

import argparse
import random
import socket
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from itertools import count
from pathlib import Path

from benchmarks.floors import missed
from benchmarks.previewed import ask, served

SECRET = "the word that nobody may read"  # noqa: S105 - it stands in a file beside the site
SEED = 18
STEPS = ("..", "%2e%2e", ".%2e", "%2e.", "..;", "%252e%252e", "..%c0%af", "%c0%ae%c0%ae", "．．", "....", "..\\", "..%5c", "%2e%2e%2f", ".")
BARS = ("/", "//", "\\", "%2f", "%5c", "/./", "%252f", "/%00/", ";/", "／", "%ef%bc%8f")
ENDS = (
    "secret.txt",
    "timeline.toml",
    ".dateline/key",
    "articles/a.toml",
    "edits/",
    "etc/passwd",
    "secret.txt%00.html",
    "secret.txt?x",
    ".git/config",
)
ROOTS = ("", "event/", "-/edit/", "-/edit/api/", "source/a/", "livereload.js/", "static/", "file:///", "http://127.0.0.1/", "C:/")
METHODS = ("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "CONNECT", "PROPFIND", "G\0T")
HOSTS = (
    "evil.example",
    "127.0.0.1.evil.example",
    "0.0.0.0",  # noqa: S104 - a name that is sent, not listened at
    "[::1]",
    "127.1",
    "2130706433",
    "localhost.",
    "",
    "127.0.0.1\0",
    "127.0.0.1@evil.example",
)


def main() -> int:
    """Run the benchmark."""
    cli = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    cli.add_argument("--traversals", type=int, default=50_000)
    cli.add_argument("--others", type=int, default=2_000, help="requests that are broken, foreign, slow or huge")
    args = cli.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        project = Path(scratch) / "project"
        (project / "articles").mkdir(parents=True)
        (project / "timeline.toml").write_text(f'title = "The mill"\n# {SECRET}\n')
        (project / "articles/a.txt").write_text("The mill at Arlen burned down on 1 March 2023.\n")
        (project / "articles/a.toml").write_text(f"published = 2023-03-20\n# {SECRET}\n")
        for place in (project, project.parent):
            (place / "secret.txt").write_text(SECRET)
        before = _held(project)
        with served(project) as (port, token, _):
            found = besieged(port, token, args.traversals, args.others)
        found["writes"] += _held(project) != before
    for what, number in sorted(found.items()):
        print(f"{number:8,} × {what}")
    return int(bool(missed("besieged", {"leaks": found["leaks"], "broken laws": found["writes"] + found["crashes"]})))


def besieged(port: int, token: str, traversals: int, others: int) -> Counter[str]:
    """Send all of it; return how often what came back."""
    chance, found, started = random.Random(SEED), Counter[str](), time.perf_counter()  # noqa: S311 - repeatable
    line = _Line(port)
    for number in range(traversals):
        found.update(_told(line.asked(_request(port, f"GET {_path(chance)}"))))
        if number % 5000 == 4999:
            found["crashes"] += not _is_well(port, token)
            print(f"{number + 1:,} traversals, {found['leaks']} leaks, {time.perf_counter() - started:.0f} s", flush=True)
    slow = [_begun(port, chance) for _ in range(min(others, 200))]
    for _ in range(others):
        found.update(_told(line.asked(_other(chance, port, token))))
    found["crashes"] += not _is_well(port, token)
    for each in slow:
        each.close()
    found["crashes"] += not _is_well(port, token)
    return found


def _held(project: Path) -> dict[str, bytes]:
    """Return the project's own files; what the preview remembers is not among them."""
    names = {path.relative_to(project).as_posix(): path for path in project.rglob("*") if path.is_file()}
    return {name: path.read_bytes() for name, path in names.items() if not name.startswith(".dateline")}


def _is_well(port: int, token: str) -> bool:
    try:
        return bool(ask(port, token, "overview")["events"])
    except (OSError, AssertionError, ValueError):
        return False


class _Line:
    """A connection that is opened anew whenever the preview has closed it."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._socket: socket.socket | None = None

    def asked(self, request: bytes) -> bytes:
        """Return the answer to a request; nothing where the connection was closed without one."""
        for _ in range(2):
            is_old = self._socket is not None
            opened = self._socket or socket.create_connection(("127.0.0.1", self._port), timeout=10)
            self._socket = None
            try:
                with suppress(BrokenPipeError):
                    opened.sendall(request)
                answer, is_open = _answer(opened)
            except OSError:
                answer, is_open = b"", False
            if is_open:
                self._socket = opened
            else:
                opened.close()
            if answer or not is_old:
                return answer
        return b""


def _answer(opened: socket.socket) -> tuple[bytes, bool]:
    """Return one whole answer, and whether the connection goes on."""
    head = b""
    while b"\r\n\r\n" not in head:
        piece = opened.recv(65_536)
        if not piece:
            return head, False
        head += piece
    top, _, body = head.partition(b"\r\n\r\n")
    fields = dict(each.lower().split(b": ", 1) for each in top.split(b"\r\n")[1:] if b": " in each)
    wanted = int(fields.get(b"content-length", b"0"))
    while len(body) < wanted:
        piece = opened.recv(65_536)
        if not piece:
            break
        body += piece
    return top + body, fields.get(b"connection") != b"close" and len(body) == wanted


def _told(answer: bytes) -> Iterator[str]:
    """Name an answer by its status, and say whether it leaks."""
    status = answer[9:12].decode("latin-1") if answer.startswith(b"HTTP/1.1 ") else "closed"
    yield "leaks" if SECRET.encode() in answer or b"root:x:" in answer or b"Traceback" in answer else f"answered {status}"


def _path(chance: random.Random) -> str:
    """Return a path that climbs."""
    steps = "".join(chance.choice(STEPS) + chance.choice(BARS) for _ in range(chance.randint(1, 7)))
    return f"{chance.choice(('/', '//', '', '/'))}{chance.choice(ROOTS)}{steps}{chance.choice(ENDS)}"


def _request(port: int, asked: str = "GET /", fields: str = "", body: bytes = b"", host: str = "") -> bytes:
    length = f"Content-Length: {len(body)}\r\n" if body else ""
    return f"{asked} HTTP/1.1\r\nHost: {host or f'127.0.0.1:{port}'}\r\n{fields}{length}\r\n".encode("utf-8", "replace") + body


_numbers = count()


def _other(chance: random.Random, port: int, token: str) -> bytes:
    """Return a request that is foreign, broken or huge."""
    foreign = f"Origin: https://evil.example\r\nX-Dateline-Token: {token}\r\n"
    save = b'{"action":"add","events":[],"set":{"date":"2022","headline":"x"},"own_reporting":true}'
    edit, is_json = "/-/edit/api", "Content-Type: application/json\r\n"
    socket_asked = "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: eA==\r\n"
    makers: tuple[Callable[[], bytes], ...] = (
        lambda: _request(port, f"{chance.choice(METHODS)} /"),
        lambda: _request(port, host=f"{chance.choice(HOSTS)}:{port}"),
        lambda: _request(port, f"POST {edit}/save", f"{foreign}{is_json}", save),
        lambda: _request(port, f"POST {edit}/save", f"{foreign.replace('evil', 'x')}{is_json}", save, f"evil.example:{port}"),
        lambda: _request(port, f"POST {edit}/undo", "Content-Type: text/plain\r\n", b"{}"),
        lambda: _request(port, "GET /livereload", foreign + socket_asked),
        lambda: _request(port, f"GET /{'a' * chance.choice((100, 70_000, 200_000))}"),
        lambda: _request(port, fields=f"X: {'a' * chance.choice((100, 70_000))}\r\n"),
        lambda: _request(port, fields="X: y\r\n" * 3_000),
        lambda: _request(port, f"POST {edit}/note", "Content-Length: 99999999999\r\n"),
        lambda: _request(port, "POST /", "Transfer-Encoding: chunked\r\n") + b"fffffffffff\r\nx",
        lambda: _request(port, "GET /\0"),
        lambda: _request(port, "GET /%00", "X: \0\r\n"),
        lambda: bytes(chance.randrange(256) for _ in range(chance.randint(1, 400))) + b"\r\n\r\n",
        lambda: b"GET / HTTP/1.1\r\nHost: a\r\nHost: 127.0.0.1:%d\r\n\r\n" % port,
        lambda: b"GET / HTTP/9.9\r\n\r\n",
    )
    return makers[next(_numbers) % len(makers)]()


def _begun(port: int, chance: random.Random) -> socket.socket:
    """Return a connection on which a request is begun and never ended."""
    opened = socket.create_connection(("127.0.0.1", port), timeout=10)
    begun = _request(port, "POST /-/edit/api/note", f"Content-Length: {chance.randint(10, 200_000)}\r\n")[:-2]
    opened.sendall(begun[: chance.randint(1, 90)])
    return opened


if __name__ == "__main__":
    raise SystemExit(main())
