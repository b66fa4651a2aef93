"""The preview as a process of its own, spoken to over HTTP and its websocket as a browser or an attacker would."""

from __future__ import annotations

import asyncio
import http.client
import json
import socket
import time
from collections.abc import Awaitable, Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from tornado.httpclient import HTTPClientError, HTTPRequest
from tornado.ioloop import IOLoop
from tornado.websocket import websocket_connect

from tests.serving import serving

PROGRAM = """
import sys
from pathlib import Path
from generator.edge.door import listening
from generator.edge.preview import Preview, Shown
folder = Path(sys.argv[1])
def build():
    text = (folder / "page.txt").read_text()
    if text == "broken":
        return Shown({"index.html": b"<head></head><body>old</body>"}, "<p>mend me</p>")
    if text == "fault":
        raise RuntimeError("surprise")
    if text == "nothing":
        return Shown({}, "<p>mend me</p>")
    page = f"<head></head><body>{text}</body>".encode()
    return Shown({"index.html": page, "event/e-1/index.html": page, "timeline.json": b"{}", "404.html": b"lost"})
preview = Preview(build, lambda: [folder], listening(0))
print(preview.door.port, flush=True)
preview.run()
sys.exit(130)
"""
WAIT = 20  # seconds until a test gives up; far more than is needed


@dataclass
class Running:
    folder: Path
    port: int

    def ask(self, path: str, *, method: str = "GET", **headers: str) -> tuple[int, dict[str, str], str]:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=WAIT)
        connection.putrequest(method, path, skip_host="Host" in headers)
        for name, value in headers.items():
            connection.putheader(name.replace("_", "-"), value)
        connection.endheaders()
        answer = connection.getresponse()
        body = answer.read().decode()
        connection.close()
        return answer.status, {name.lower(): value for name, value in answer.getheaders()}, body


def in_a_loop_of_its_own(work: Callable[[], Awaitable[None]]) -> None:
    """Run asynchronous work in a thread, for a browser test may keep a loop in this one."""
    with ThreadPoolExecutor(1) as pool:
        pool.submit(lambda: IOLoop(make_current=False).run_sync(work, timeout=WAIT * 3)).result()


@contextmanager
def running(folder: Path) -> Iterator[Running]:
    (folder / "page.txt").write_text("first")
    with serving("-c", PROGRAM, folder) as process:
        yield Running(folder, int(process.says(r"\d+")[0]))


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """One for all tests that only ask."""
    with running(tmp_path_factory.mktemp("preview")) as found:
        yield found


@pytest.fixture
def saved(tmp_path: Path) -> Iterator[Running]:
    """One for a test that saves."""
    with running(tmp_path) as found:
        yield found


def test_what_was_heard_of_is_built_at_once_and_everything_soon_after(tmp_path: Path) -> None:
    told = """
def after(names):
    words = "anything" if names is None else " ".join(sorted(names))
    with Path(sys.argv[2]).open("a") as file:
        print(words, file=file, flush=True)
    return build()
"""
    program = PROGRAM.replace("preview = Preview(", f"{told}preview = Preview(").replace("listening(0))", "listening(0), after)")
    folder = tmp_path / "watched"
    folder.mkdir()
    (folder / "page.txt").write_text("first")
    heard = tmp_path / "told" / "heard.txt"  # what lies beside the watched folder is watched too
    heard.parent.mkdir()

    def lines() -> list[str]:
        return heard.read_text().split("\n")[:-1] if heard.exists() else []

    def until(found: Callable[[], bool]) -> None:
        for _ in range(WAIT * 20):
            if found():
                return
            time.sleep(0.05)
        raise AssertionError(lines()[:9])

    with serving("-c", program, folder, heard) as process:
        page = Running(folder, int(process.says(r"\d+")[0]))
        until(lambda: lines() == ["anything"])  # before the folder was watched nobody heard of what changed
        (folder / "page.txt").write_text("second")
        until(lambda: "second" in page.ask("/")[2])
        until(lambda: lines()[-1] == "anything" and len(lines()) > 2)
        assert set(lines()[1:-1]) == {"page.txt"}


def test_pages_are_served_from_memory_with_the_reload_script(preview: Running) -> None:
    status, headers, body = preview.ask("/")
    assert status == 200
    assert "first" in body
    assert "livereload.js" in body
    assert headers["cache-control"] == "no-store"
    assert preview.ask("/event/e-1/")[2] == body
    assert preview.ask("/timeline.json")[1]["content-type"].startswith("application/json")
    assert preview.ask("/event/e-1")[1]["location"] == "/event/e-1/"
    assert preview.ask("/livereload.js")[0] == 200
    assert preview.ask("/", method="HEAD")[2] == ""


def test_a_path_that_is_not_there_gets_the_sites_own_404(preview: Running) -> None:
    status, _, body = preview.ask("/event/e-2/")
    assert status == 404
    assert body.startswith("lost")


def test_an_event_whose_words_have_changed_is_found_by_its_id(preview: Running) -> None:
    status, headers, _ = preview.ask("/event/2021-old-words-e-1/")
    assert (status, headers["location"]) == (302, "/event/e-1/")
    assert preview.ask("/event/2021-old-words-e-2/")[0] == 404


@pytest.mark.parametrize("path", ["/.git/config", "/.dateline/x", "/../etc/passwd", "/%2e%2e/etc/passwd", "/a/..%2f..%2fetc/passwd"])
def test_dotfiles_and_paths_that_climb_are_not_there(preview: Running, path: str) -> None:
    assert preview.ask(path)[0] == 404


def test_a_nul_is_a_bad_request(preview: Running) -> None:
    assert preview.ask("/%00")[0] == 400


@pytest.mark.parametrize("path", ["/", "/livereload.js", "/forcereload", "/timeline.json"])
def test_another_host_name_is_refused_on_every_route(preview: Running, path: str) -> None:
    status, _, body = preview.ask(path, Host=f"evil.example:{preview.port}")
    assert status == 403
    assert body == "403\n"


def test_localhost_is_this_machine_too(preview: Running) -> None:
    assert preview.ask("/", Host=f"localhost:{preview.port}")[0] == 200


def test_requests_from_other_sites_are_refused(preview: Running) -> None:
    assert preview.ask("/", Origin="https://evil.example")[0] == 403
    assert preview.ask("/forcereload", Sec_Fetch_Site="cross-site")[0] == 403
    assert preview.ask("/forcereload", Sec_Fetch_Site="same-site")[0] == 403
    assert preview.ask("/forcereload", Sec_Fetch_Site="same-origin")[0] == 200


def test_only_reading_is_possible(preview: Running) -> None:
    assert preview.ask("/", method="POST")[0] == 405
    assert preview.ask("/index.html", method="PUT")[0] == 405


def test_an_answer_tells_no_path_of_this_machine(preview: Running) -> None:
    for path in ("/", "/nothing", "/%00", "/%ff"):
        assert str(preview.folder) not in preview.ask(path)[2]


def test_the_open_page_is_told_to_reload_at_every_save_and_sees_what_is_wrong(saved: Running) -> None:
    async def edit() -> None:
        request = HTTPRequest(f"ws://127.0.0.1:{saved.port}/livereload", headers={"Origin": f"http://127.0.0.1:{saved.port}"})
        socket = await websocket_connect(request)
        await socket.write_message(json.dumps({"command": "hello", "protocols": []}))
        assert "hello" in str(await socket.read_message())
        await socket.write_message(json.dumps({"command": "info", "url": "x"}))
        for text, seen in (
            ("second", "second"),
            ("broken", "mend me"),
            ("fault", "surprise"),
            ("nothing", "mend me"),
            ("third", "third"),
            ("fourth", "fourth"),
        ):
            (saved.folder / "page.txt").write_text(text)
            end = time.monotonic() + WAIT
            while time.monotonic() < end:
                message = json.loads(str(await socket.read_message()))
                assert message["command"] == "reload"
                assert message["path"] == "/"
                body = await IOLoop.current().run_in_executor(None, lambda: saved.ask("/")[2])
                if seen in body:
                    break
            assert seen in body
        assert "mend me" not in body
        socket.close()

    in_a_loop_of_its_own(edit)


async def wait_for(preview: Running, words: str) -> None:
    for _ in range(WAIT * 10):
        if words in await IOLoop.current().run_in_executor(None, lambda: preview.ask("/")[2]):
            return
        await asyncio.sleep(0.1)
    raise AssertionError(f"no {words}")


def test_a_page_that_missed_a_build_while_it_loaded_is_told_when_it_connects(preview: Running) -> None:
    async def connect(version: int) -> object:
        request = HTTPRequest(f"ws://127.0.0.1:{preview.port}/livereload", headers={"Origin": f"http://127.0.0.1:{preview.port}"})
        socket = await websocket_connect(request)
        await socket.write_message(json.dumps({"command": "hello", "protocols": [], "snipver": version}))
        await socket.read_message()
        await socket.write_message(json.dumps({"command": "info", "url": "x"}))
        await socket.write_message(json.dumps({"command": "hello", "protocols": [], "snipver": version}))
        answer = json.loads(str(await socket.read_message()))["command"]
        socket.close()
        return answer

    async def both() -> None:
        await wait_for(preview, "snipver=2")  # the folder is looked at once more when watching has begun
        assert await connect(2) == "hello"
        assert await connect(1) == "reload"

    in_a_loop_of_its_own(both)


@pytest.mark.parametrize("origin", ["https://evil.example", "http://127.0.0.1:1", "null"])
def test_the_websocket_of_another_site_is_refused(preview: Running, origin: str) -> None:
    async def connect() -> None:
        await websocket_connect(HTTPRequest(f"ws://127.0.0.1:{preview.port}/livereload", headers={"Origin": origin}))

    with pytest.raises(HTTPClientError, match="403"):
        in_a_loop_of_its_own(connect)


def test_it_listens_on_this_machine_only(preview: Running) -> None:
    addresses = Path("/proc/net/tcp")
    if not addresses.exists():
        pytest.skip("no list of sockets on this system")
    port = f"{preview.port:04X}"
    mine = [
        line.split()[1]
        for line in addresses.read_text().splitlines()[1:]
        if line.split()[1].endswith(f":{port}") and line.split()[3] == "0A"
    ]
    assert mine == [f"0100007F:{port}"]


@pytest.mark.parametrize("begun", [b"GET / HTTP/1.1\r\nHost", b"POST / HTTP/1.1\r\nContent-Length: 9\r\n\r\nx", b""])
def test_a_request_that_never_ends_is_cut(tmp_path: Path, begun: bytes) -> None:
    (tmp_path / "page.txt").write_text("first")
    hurried = PROGRAM.replace("preview = Preview(", "import generator.edge.preview as module\nmodule.PATIENCE = 0.3\npreview = Preview(")
    with (
        serving("-c", hurried, tmp_path) as process,
        socket.create_connection(("127.0.0.1", int(process.says(r"\d+")[0])), timeout=WAIT) as opened,
    ):
        opened.sendall(begun)
        assert opened.recv(1000)[:12] in {b"", b"HTTP/1.1 400"}


def test_a_request_that_is_none_says_nothing_on_the_terminal(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text("first")
    with serving("-c", PROGRAM, tmp_path) as process:
        running_there = Running(tmp_path, int(process.says(r"\d+")[0]))
        assert running_there.ask("/%c0%ae/x")[0] == 400
        process.end()
        assert "400 GET" not in process.errors()


def test_an_interrupt_that_comes_just_before_it_waits_is_heard(tmp_path: Path) -> None:
    """Such a signal wakes nothing by itself: Python notes it, and the loop waits. Noting one while it waits is the same."""
    (tmp_path / "page.txt").write_text("first")
    noted = "import _thread, threading\nthreading.Timer(0.5, _thread.interrupt_main).start()\npreview.run()"
    with serving("-c", PROGRAM.replace("preview.run()", noted), tmp_path) as process:
        assert process.process.wait(WAIT) == 130
