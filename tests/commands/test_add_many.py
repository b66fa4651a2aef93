"""`dateline add` of lists, folders, archives and addresses: one by one, taken up again, copies named, nothing lost."""

from __future__ import annotations

import errno
import json
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator.commands.twins import Twins
from generator.edge.fetch import Fetched
from generator.model import codes
from generator.model.diagnostic import Checked, tell

Dateline = Callable[..., Any]
WORDS = [
    [
        "harbour",
        "quay",
        "bollard",
        "storm",
        "council",
        "mayor",
        "repair",
        "barge",
        "eel",
        "warden",
        "lock",
        "toll",
        "bridge",
        "ferry",
        "mast",
        "rope",
        "lamp",
        "pier",
        "wharf",
        "tide",
    ],
    [
        "school",
        "garden",
        "oven",
        "library",
        "violin",
        "teacher",
        "chalk",
        "bench",
        "apple",
        "fence",
        "bicycle",
        "lantern",
        "choir",
        "basket",
        "marble",
        "drum",
        "kite",
        "carpet",
        "ladder",
        "pond",
    ],
]


def story(kind: int, turn: int = 0) -> str:
    words = WORDS[kind][turn:] + WORDS[kind][:turn]
    lines = [
        f"The {words[at % 20]} near the {words[(at * 3 + 1) % 20]} was seen by a {words[(at * 7 + 2) % 20]} on Tuesday." for at in range(12)
    ]
    return "".join(f"<p>{line} Nobody had expected it, people in the town said to reporters.</p>" for line in lines)


def page(title: str, body: str) -> bytes:
    head = f"<title>{title}</title><meta property='article:published_time' content='2024-03-14T09:30:00+01:00'>"
    return f"<!doctype html><html><head>{head}</head><body><article><h1>{title}</h1>{body}</article></body></html>".encode()


@pytest.fixture
def web(monkeypatch: pytest.MonkeyPatch) -> dict[str, bytes]:
    """Addresses that can be fetched; all others answer that they are not there."""
    pages: dict[str, bytes] = {}

    def fetch(url: str, **_: object) -> Checked[Fetched | None]:
        if url not in pages:
            return Checked(None, (tell(codes.CANNOT_FETCH, url=url, reason="answered 404"),))
        return Checked(Fetched(url, "text/html", pages[url]))

    monkeypatch.setattr("generator.commands.adding.fetch", fetch)
    return pages


@pytest.fixture
def add(project: Path, dateline: Dateline) -> Dateline:
    return lambda *arguments: dateline("add", "--project", project, "--yes", *arguments)


def texts(project: Path) -> set[str]:
    return {path.name for path in (project / "articles").glob("*.txt")} - {"vote.txt"}


def about(project: Path, name: str) -> dict[str, Any]:
    return tomllib.loads((project / "articles" / f"{name}.toml").read_text(encoding="utf-8"))


def test_a_list_is_fetched_one_by_one_and_taken_up_again(project: Path, tmp_path: Path, add: Dateline, web: dict[str, bytes]) -> None:
    web["https://port.example/quay"] = page("Quay closed", story(0))
    web["https://port.example/garden"] = page("Garden opened", story(1))
    listed = tmp_path / "list.txt"
    listed.write_text("https://port.example/quay\nhttps://port.example/gone\nhttps://port.example/garden\n")
    first = add(listed)
    assert first.code == 1
    assert "[2/3]" in first.out
    assert first.err.count("error[D701]") == 1
    assert texts(project) == {"quay-closed.txt", "garden-opened.txt"}
    known = about(project, "quay-closed")
    assert known["url"] == "https://port.example/quay"
    assert known["retrieved_at"].endswith("+00:00")
    assert len(known["sha256"]) == 64
    web["https://port.example/gone"] = page("Found again", story(0, 9).replace("Tuesday", "Sunday"))
    listed.write_text(listed.read_text().replace("https://port", "https://www.port"))  # another form of the same addresses
    web["https://www.port.example/gone"] = web["https://port.example/gone"]
    second = add(listed)
    assert "1 article added" in second.out
    assert "2 were there before" in second.out
    assert second.code == 0


def test_a_folder_is_read_to_its_end(project: Path, tmp_path: Path, add: Dateline) -> None:
    folder = tmp_path / "saved"
    (folder / "more").mkdir(parents=True)
    (folder / "page_files").mkdir()
    (folder / "one.html").write_bytes(page("Quay closed", story(0)))
    (folder / "more" / "two.txt").write_text("Garden opened\n\nThe garden was opened on 3 May 2020.\n")
    (folder / "broken.docx").write_bytes(b"PK\x03\x04word/")
    (folder / "page_files" / "frame.html").write_bytes(page("An advert", story(1)))
    (folder / ".hidden.txt").write_text("x")
    said = add(folder)
    assert said.code == 1
    assert "error[D707]" in said.err
    assert texts(project) == {"one.txt", "two.txt"}


def test_an_export_becomes_its_articles(project: Path, tmp_path: Path, add: Dateline, dateline: Dateline) -> None:
    rows = [
        {"title": "Quay closed", "date": "2024-03-14", "text": "The quay was closed on Tuesday. " * 9, "source": "Daily Port"},
        {"title": "Garden opened", "date": "2024-03-15", "text": "The garden was opened on Wednesday. " * 9},
    ]
    table = tmp_path / "rows.jsonl"
    table.write_text("\n".join(map(json.dumps, rows)))
    assert add(table).code == 0
    assert texts(project) == {"quay-closed.txt", "garden-opened.txt"}
    assert (str(about(project, "quay-closed")["published"]), about(project, "quay-closed")["publisher"]) == ("2024-03-14", "Daily Port")
    assert "published_guessed" not in about(project, "quay-closed")
    assert add(table).code == 0
    assert dateline("check", project, "--now", "2024-03-20").code == 0


def test_an_archived_copy_has_two_addresses(project: Path, add: Dateline, web: dict[str, bytes]) -> None:
    url = "https://web.archive.org/web/20240315100000/https://port.example/quay"
    bar = "<div id='wm-ipp-base'>The Wayback Machine has this page 300 times</div>"
    web[url] = page("Quay closed", bar + story(0))
    assert add(url).code == 0
    known = about(project, "quay-closed")
    assert (known["url"], known["archived_url"], known["archived_at"]) == ("https://port.example/quay", url, "2024-03-15T10:00:00")
    assert "Wayback" not in (project / "articles" / "quay-closed.txt").read_text()


def test_a_near_copy_is_named_and_kept(project: Path, add: Dateline, web: dict[str, bytes]) -> None:
    web["https://port.example/quay"] = page("Quay closed", story(0))
    web["https://hill.example/quay"] = page("Port’s quay shut", story(0) + "<p>Additional reporting by the Hill Post.</p>")
    add("https://port.example/quay")
    said = add("https://hill.example/quay")
    assert said.code == 0
    assert "warning[D711] nearly the same text is frozen as quay-closed" in said.err
    web["https://dale.example/quay"] = page("Quay closed", story(0))
    assert "warning[D711] the same text is frozen as quay-closed" in add("https://dale.example/quay", "--name", "dale").err


def test_a_refreshed_article_keeps_its_name_and_the_old_copy(
    project: Path, add: Dateline, dateline: Dateline, web: dict[str, bytes]
) -> None:
    url = "https://port.example/quay"
    web[url] = page("Quay closed", story(0))
    add(url)
    old = (project / "articles" / "quay-closed.txt").read_bytes()
    web[url] = page("Quay closed for good", story(1))
    assert add(url).code == 1  # nothing is overwritten unasked
    assert add(url, "--refresh").code == 0
    assert (project / "articles" / "old" / "quay-closed.1.txt").read_bytes() == old
    assert "garden" in (project / "articles" / "quay-closed.txt").read_text()
    assert about(project, "quay-closed")["title"] == "Quay closed for good"
    assert "is not read" not in dateline("check", project).err


def test_an_article_that_cannot_be_refreshed_stays_as_it_was(
    project: Path, add: Dateline, web: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(folder: Path, files: dict[str, bytes]) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    url = "https://port.example/quay"
    web[url] = page("Quay closed", story(0))
    add(url)
    before = {path.name: path.read_bytes() for path in (project / "articles").glob("quay*")}
    web[url] = page("Quay closed for good", story(1))
    monkeypatch.setattr("generator.commands.freezing.put_together", full)
    said = add(url, "--refresh")
    assert said.code == 1
    assert "No space left on device" in said.err
    assert {path.name: path.read_bytes() for path in (project / "articles").glob("quay*")} == before


def test_guessed_dates_can_be_accepted_and_a_changed_text_is_told(project: Path, tmp_path: Path, add: Dateline, dateline: Dateline) -> None:
    copy = tmp_path / "quay.txt"
    copy.write_text("Quay closed\n\nPublished 14 March 2024\n\nThe quay was closed on Tuesday, the harbour master said.\n")
    assert add(copy, "--accept-guessed").code == 0
    assert "published_guessed" not in about(project, "quay")
    (project / "articles" / "quay.txt").write_text(copy.read_text().replace("Tuesday", "Monday"))
    assert "articles/quay.txt: warning[D223]" in dateline("check", project).err


def test_walls_are_not_frozen_unless_that_is_wanted(project: Path, tmp_path: Path, add: Dateline) -> None:
    wall = tmp_path / "wall.html"
    wall.write_text("<title>Just a moment...</title><body><p>Checking your browser before you go on to the Daily Port.</p>")
    said = add(wall)
    assert (said.code, texts(project)) == (1, set())
    assert "this is a check for robots" in said.err
    assert add(wall, "--anyway").code == 0


def test_a_fault_costs_one_item(
    project: Path, add: Dateline, web: dict[str, bytes], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    from generator.commands import adding, freezing

    real = freezing.article

    def article(found: Any, *rest: Any, **named: Any) -> Any:
        if "quay" in str(found.url):
            raise ZeroDivisionError("a fault of ours")
        return real(found, *rest, **named)

    monkeypatch.setattr(adding, "article", article)
    web["https://port.example/quay"] = page("Quay closed", story(0))
    web["https://port.example/garden"] = page("Garden opened", story(1))
    listed = tmp_path / "list.txt"
    listed.write_text("\n".join(web))
    said = add(listed)
    assert "error[D801]" in said.err
    assert texts(project) == {"garden-opened.txt"}


def test_reports_on_one_matter_are_no_copies(tmp_path: Path) -> None:
    twins = Twins(tmp_path)
    twins.keep("one", text=story(0), url="https://port.example/quay?utm_source=x")
    assert twins.near(story(1)) is None
    assert twins.of_url("http://m.port.example/quay") == "one"
    assert twins.near("The quay was closed.") is None
