"""`dateline add`: pages and texts become frozen articles, nothing is overwritten, no guess passes for a fact."""

from __future__ import annotations

import io
import json
import os
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator.edge.fetch import Fetched
from generator.model.diagnostic import Checked

Dateline = Callable[..., Any]

BODY = """<article><h1>Quay closed after the storm</h1>
<p>The port of Ellery closed its northern quay on Tuesday after a storm broke two of its bollards, the harbour master said.</p>
<p>Repairs will begin next week and are expected to last until the end of April, Mayor Ines Halloran told reporters at the town hall.</p>
<p>The quay was built in 1931 and had been closed only twice before, the harbour master said in a statement.</p></article>"""


def page(head: str = "", foot: str = "") -> str:
    title = "<title>Quay closed | Daily Port</title>"
    return f"<!doctype html><html lang='en'><head>{title}{head}</head><body><nav>News Sport</nav>{BODY}{foot}</body></html>"


KNOWN = page(
    '<meta property="article:published_time" content="2024-03-14T09:30:00+01:00"><meta property="og:site_name" content="Daily Port">'
    '<meta property="og:title" content="Quay closed after “worst” storm"><meta name="author" content="Ada Quill">'
)
HOSTILE = "&quot;\n[x]\\ &#x1b;]0;owned&#7; \u202etxt"
GUESSED = page(foot="<p class='date'>14 March 2024</p>")


@pytest.fixture
def add(project: Path, dateline: Dateline) -> Dateline:
    return lambda *arguments: dateline("add", "--project", project, *arguments)


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Type these lines at the prompts."""
    return lambda lines: monkeypatch.setattr("sys.stdin", io.StringIO(lines))


def articles(project: Path) -> set[str]:
    return {path.name for path in (project / "articles").iterdir()} - {"vote.txt", "vote.toml"}


def about(project: Path, name: str) -> dict[str, Any]:
    return tomllib.loads((project / "articles" / f"{name}.toml").read_text(encoding="utf-8"))


def test_a_saved_page_becomes_text_what_is_known_and_evidence(project: Path, tmp_path: Path, add: Dateline, dateline: Dateline) -> None:
    saved = tmp_path / "Quay closed.html"
    saved.write_text(KNOWN, encoding="utf-8")
    said = add(saved, "--yes")
    assert said.code == 0, said.err
    assert articles(project) == {"quay-closed.txt", "quay-closed.toml", "quay-closed.html"}
    assert (project / "articles" / "quay-closed.html").read_bytes() == saved.read_bytes()
    text = (project / "articles" / "quay-closed.txt").read_text(encoding="utf-8")
    assert "closed its northern quay on Tuesday" in text
    assert "Sport" not in text
    known = about(project, "quay-closed")
    assert str(known["published"]) == "2024-03-14 09:30:00"
    assert known["title"] == "Quay closed after “worst” storm"
    assert known["publisher"] == "Daily Port"
    assert known["authors"] == ["Ada Quill"]
    assert "published_guessed" not in known
    assert "  published  2024-03-14T09:30:00\n" in said.out
    assert said.out.endswith(f"1 article added to {project}/articles\n")
    assert dateline("check", project, "--strict", "--now", "2022-01-01").code == 0


def test_a_guessed_date_stays_marked(project: Path, tmp_path: Path, add: Dateline, dateline: Dateline) -> None:
    saved = tmp_path / "quay.html"
    saved.write_text(GUESSED)
    said = add(saved, "--yes")
    assert "published  2024-03-14  (guessed from the page)" in said.out
    assert about(project, "quay") | {"published_guessed": True} == about(project, "quay")
    assert "warning[D206] publication date 2024-03-14 was guessed" in dateline("check", project).err
    dateline("build", project)
    sources = json.loads((project / "site" / "timeline.json").read_bytes())["sources"]
    assert {each["id"]: each["published_guessed"] for each in sources} == {"quay": True, "vote": False}


@pytest.mark.parametrize(("typed", "guessed"), [("y\ny\n", False), ("\n\n", True)])
def test_a_person_can_say_that_a_guess_is_right(
    project: Path, tmp_path: Path, add: Dateline, answers: Callable[[str], None], typed: str, guessed: bool
) -> None:
    saved = tmp_path / "quay.html"
    saved.write_text(GUESSED)
    answers(typed)
    assert add(saved).code == 0
    assert about(project, "quay").get("published_guessed", False) is guessed


def test_fields_can_be_changed_before_they_are_written(
    project: Path, tmp_path: Path, add: Dateline, answers: Callable[[str], None]
) -> None:
    saved = tmp_path / "quay.html"
    saved.write_text(GUESSED)
    answers('e\nA "better" title\n-\nhttps://port.example/quay\n13 March\n2024-03-13\n')
    said = add(saved)
    assert said.code == 0
    assert "write 2021-12-08" in said.out + said.err
    known = about(project, "quay")
    assert (known["title"], known["url"], str(known["published"])) == ('A "better" title', "https://port.example/quay", "2024-03-13")
    assert "publisher" not in known
    assert "published_guessed" not in known


def test_no_means_no(project: Path, tmp_path: Path, add: Dateline, answers: Callable[[str], None]) -> None:
    saved = tmp_path / "quay.html"
    saved.write_text(KNOWN)
    answers("n\n")
    assert add(saved).code == 1
    assert articles(project) == set()


def test_where_nobody_can_be_asked_it_says_so(project: Path, tmp_path: Path, add: Dateline, answers: Callable[[str], None]) -> None:
    saved = tmp_path / "quay.html"
    saved.write_text(KNOWN)
    answers("")
    said = add(saved)
    assert said.code == 2
    assert "confirm with --yes" in said.err
    assert articles(project) == set()


@pytest.mark.parametrize("there", ["quay.txt", "quay.md", "quay.html", "quay.toml"])
def test_nothing_is_overwritten(project: Path, tmp_path: Path, add: Dateline, there: str) -> None:
    saved = tmp_path / "quay.html"
    saved.write_text(KNOWN)
    (project / "articles" / there).write_text("mine")
    said = add(saved, "--yes")
    assert said.code == 1
    assert "error[D703]" in said.err
    assert articles(project) == {there}
    assert (project / "articles" / there).read_text() == "mine"
    assert add(saved, "--yes", "--name", "quay-2").code == 0


@pytest.mark.parametrize("told", [True, False])
def test_a_page_among_the_articles_gets_its_text_beside_it(project: Path, add: Dateline, dateline: Dateline, told: bool) -> None:
    saved = project / "articles" / "Quay_1.html"
    saved.write_text(KNOWN, encoding="utf-8")
    if told:
        saved.with_suffix(".toml").write_text("published = 2024-03-15\n")
    assert "warning[D207]" in dateline("check", project).err
    assert add(saved, "--yes").code == 0
    assert articles(project) == {"Quay_1.html", "Quay_1.txt", "Quay_1.toml"}
    assert saved.read_text(encoding="utf-8") == KNOWN
    assert str(about(project, "Quay_1")["published"]) == ("2024-03-15" if told else "2024-03-14 09:30:00")
    assert "D207" not in dateline("check", project).err
    assert add(saved, "--yes").code == 1


def test_a_text_does_not_join_a_page_of_the_same_name(project: Path, tmp_path: Path, add: Dateline) -> None:
    (project / "articles" / "quay.html").write_text(KNOWN, encoding="utf-8")
    copy = tmp_path / "quay.txt"
    copy.write_text("Another quay closed on 3 May 2020.\n")
    assert "error[D703]" in add(copy, "--yes").err
    assert articles(project) == {"quay.html"}


def test_a_text_is_frozen_as_it_is(project: Path, tmp_path: Path, add: Dateline) -> None:
    copy = tmp_path / "Notes (1).txt"
    content = "\ufeffQuay closed\r\n\r\nThe quay closed on 3 May 2020.\r\n".encode()
    copy.write_bytes(content)
    assert add(copy, "--yes").code == 0
    assert (project / "articles" / "notes-1.txt").read_bytes() == content


def test_markdown_keeps_its_front_matter(project: Path, tmp_path: Path, add: Dateline, dateline: Dateline) -> None:
    copy = tmp_path / "clip.md"
    copy.write_text("---\ntitle: Quay closed\ndate: 2024-03-14\n---\n\nThe quay closed on Tuesday.\n")
    assert add(copy, "--yes").code == 0
    assert articles(project) == {"clip.md"}
    assert dateline("check", project, "--strict", "--now", "2022-01-01").code == 0


def test_several_at_once_each_by_itself(project: Path, tmp_path: Path, add: Dateline) -> None:
    good, bad = tmp_path / "good.html", tmp_path / "bad.html"
    good.write_text(KNOWN)
    bad.write_text("<html></html>")
    said = add(bad, good, tmp_path / "missing.txt", "--yes")
    assert said.code == 1
    assert "error[D212]" in said.err
    assert "error[D106]" in said.err
    assert "1 article added" in said.out
    assert "good.txt" in articles(project)


def test_what_is_no_article_is_named_and_the_others_are_added(add: Dateline, tmp_path: Path) -> None:
    (tmp_path / "scan.pdf").write_bytes(b"%PDF")
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "latin.txt").write_bytes(b"The caf\xe9 closed on 7 November 2022.\n")
    (tmp_path / "mill.txt").write_text("The mill burned down on 7 November 2022.\n")
    said = add(*(str(tmp_path / name) for name in ("scan.pdf", "pipe.txt", "absent.txt", "latin.txt", "mill.txt")), "--yes")
    assert said.code == 1
    assert "1 article added" in said.out
    assert "scan.pdf: error[D707]" in said.err
    assert "pipe.txt: warning[D220]" in said.err
    assert "absent.txt: error[D106]" in said.err
    assert "latin.txt:1:8: error[D202]" in said.err


@pytest.mark.parametrize(
    ("arguments", "told"),
    [(("a.txt", "b.txt", "--name", "x"), "one source"), (("a.txt", "--name", "../x"), "small letters")],
)
def test_wrong_usage_is_told(add: Dateline, arguments: tuple[str, ...], told: str) -> None:
    said = add(*arguments)
    assert said.code == 2
    assert told in said.err


@pytest.fixture
def web(monkeypatch: pytest.MonkeyPatch) -> dict[str, Fetched]:
    """Addresses that can be fetched, and what they answer."""
    pages: dict[str, Fetched] = {}
    monkeypatch.setattr("generator.commands.adding.fetch", lambda url, **_: Checked(pages[url]))
    return pages


def test_an_address_is_fetched_and_its_page_kept(project: Path, add: Dateline, web: dict[str, Fetched]) -> None:
    url = "https://port.example/news/4711?utm=x"
    web[url] = Fetched(url, "text/html", page('<link rel="canonical" href="https://port.example/news/4711">').encode())
    assert add(url, "--yes").code == 0
    (name,) = {each.removesuffix(".toml") for each in articles(project) if each.endswith(".toml")}
    assert name.startswith("quay-closed")
    assert about(project, name)["url"] == "https://port.example/news/4711"
    again = add(url, "--yes", "--name", "second")
    assert again.code == 1
    assert f"is already frozen as {name}" in again.err


def test_a_page_cannot_claim_another_sites_address(project: Path, add: Dateline, web: dict[str, Fetched]) -> None:
    url = "https://mirror.example/quay"
    web[url] = Fetched(url, "text/html", page('<link rel="canonical" href="https://port.example/quay">').encode())
    assert add(url, "--yes", "--name", "quay").code == 0
    assert about(project, "quay")["url"] == url


def test_private_addresses_are_refused(project: Path, add: Dateline) -> None:
    said = add("http://127.0.0.1:1/x", "http://169.254.169.254/latest/", "file:///etc/passwd", "--yes")
    assert said.code == 1
    assert said.err.count("error[D702]") == 2
    assert said.err.count("error[D701]") == 1
    assert articles(project) == set()


def test_what_a_page_says_of_itself_cannot_break_the_toml_or_the_terminal(project: Path, tmp_path: Path, add: Dateline) -> None:
    saved = tmp_path / "evil.html"
    saved.write_text(
        page(f"<meta property='og:title' content='{HOSTILE}'><meta property='og:site_name' content='&quot;&quot;&quot;'>"),
        encoding="utf-8",
    )
    said = add(saved, "--yes")
    assert said.code == 0, said.err
    assert "\x1b" not in said.out
    assert "\u202e" not in said.out
    known = about(project, "evil")
    assert set(known) <= {"title", "publisher", "url", "published", "published_guessed", "authors", "language", "sha256"}
