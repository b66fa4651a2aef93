"""What people have saved, laid into the articles' folder as it is: each article is read, dated, cited, and found again."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator.commands import parts
from generator.model.project import ArticleFiles, File
from tests.saved_forms import PAGE, TOLD, docx, eml, mhtml, pdf, wacz, warc, webarchive

Dateline = Callable[..., Any]


def story(name: str) -> str:
    return (
        f"The {name} of Ellery closed on 4 March 2024 after a storm broke two of its lamps, the warden told the council. "
        f"The {name} will open again on 1 June 2024, she said, when the masons are done with the walls of it."
    )


def page(name: str) -> str:
    head = f'<meta property="article:published_time" content="2024-03-05T09:00:00+01:00"><title>The {name} closes</title>'
    return f"<!doctype html><html lang=en><head>{head}</head><body><article><h1>The {name} closes</h1><p>{story(name)}</p></article>"


EML = f"""From: Daily Port <news@port.example>
Subject: The mill closes
Date: Tue, 05 Mar 2024 07:30:00 +0100
Content-Type: text/plain; charset=utf-8

{story("mill")}
"""
MHTML = f"""From: <Saved by Blink>
Snapshot-Content-Location: https://port.example/lock
MIME-Version: 1.0
Content-Type: multipart/related; type="text/html"; boundary="x"

--x
Content-Type: text/html; charset=utf-8
Content-Location: https://port.example/lock

{page("lock")}
--x--
"""
RTF = "{\\rtf1\\ansi The barn closes\\par\nMarch 5, 2024\\par\n" + story("barn") + "\\par}"
CSV = f'title,date,text\nThe pier closes,2024-03-05,"{story("pier")}"\nThe dock closes,2024-03-05,"{story("dock")}"\n'
FILES = {
    "mill.eml": EML,
    "lock.mhtml": MHTML,
    "barn.rtf": RTF,
    "rows.csv": CSV,
    "more.jsonl": json.dumps({"title": "The ferry closes", "date": "2024-03-05", "text": story("ferry")}) + "\n",
}


@pytest.fixture
def folder(project: Path) -> Path:
    for name, content in FILES.items():
        (project / "articles" / name).write_text(content)
    return project


DOCUMENTS = {
    "a.pdf": pdf,
    "a.docx": lambda: docx(TOLD, TOLD),
    "a.mht": mhtml,
    "a.webarchive": webarchive,
    "a.warc": lambda: warc(pack=False),
    "a.warc.gz": warc,
    "a.wacz": wacz,
    "a.eml": eml,
    "a.xhtml": PAGE.encode,
    "a.text": TOLD.encode,
    "a.rtf": f"{{\\rtf1\\ansi {TOLD}\\par}}".encode,
    "a.tsv": f"title\ttext\nQuay closed\t{TOLD}\n".encode,
    "a.json": lambda: json.dumps([{"title": "Quay closed", "text": TOLD}]).encode(),
    "a.txt": pdf,  # a document under another name
    "b.txt": PAGE.encode,
    "b.html": mhtml,
}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_each_form_that_the_docs_name_is_one_article_of_the_folder(name: str, project: Path, dateline: Dateline) -> None:
    (project / "articles" / name).write_bytes(DOCUMENTS[name]())
    said = dateline("build", project)
    assert said.code == 0, said.err
    ours = [each["id"] for each in timeline(project)["sources"] if each["id"] != "vote"]
    assert len(ours) == 1
    assert ours[0].startswith(name[0])


@pytest.mark.parametrize(
    ("name", "content", "hint"),
    [
        ("feed.xml", "<rss><channel><item><link>https://port.example/quay</link></item></channel></rss>", "fetches the addresses in it"),
        ("list.csv", "url,title\nhttps://port.example/quay,Quay closed\n", "fetches the 1 addresses in it"),
        ("quay.doc", "x", "save its text"),
        ("quay.png", "x", "docs/formats.md"),
    ],
)
def test_what_holds_no_article_is_named_with_what_to_do(name: str, content: str, hint: str, project: Path, dateline: Dateline) -> None:
    (project / "articles" / name).write_text(content)
    said = dateline("build", project)
    assert said.code == 0
    assert f"articles/{name}: warning[D220]" in said.err
    assert hint in said.err


def timeline(folder: Path) -> Any:
    return json.loads((folder / "site" / "timeline.json").read_text())


def test_every_form_is_read_where_it_lies(folder: Path, dateline: Dateline) -> None:
    said = dateline("build", folder)
    assert said.code == 0, said.err
    sources = {each["id"]: each["published"] for each in timeline(folder)["sources"]}
    ours = {"mill", "lock", "barn", "rows-the-pier-closes", "rows-the-dock-closes", "more-the-ferry-closes"}
    assert sources == {**dict.fromkeys(ours, "2024-03-05"), "vote": "2022-11-09"}
    assert said.err.count("warning[D226]") == 5
    for name in ("mill", "lock", "barn", "pier", "dock", "ferry"):
        assert [each["date"] for each in timeline(folder)["events"] if f"The {name} of Ellery closed" in str(each["citations"])]


def test_a_second_build_is_the_same_from_memory_and_without(folder: Path, dateline: Dateline) -> None:
    built = []
    for options in ((), (), ("--clean",)):
        assert dateline("build", folder, *options).code == 0
        built.append((folder / "site" / "timeline.json").read_bytes())
    assert len(set(built)) == 1


def test_what_was_taken_apart_once_is_remembered(folder: Path, dateline: Dateline, monkeypatch: pytest.MonkeyPatch) -> None:
    assert dateline("build", folder).code == 0
    monkeypatch.setattr(parts, "_in_words", lambda _file: pytest.fail("it is in the memory"))
    assert dateline("build", folder).code == 0
    monkeypatch.undo()
    (folder / "articles" / "mill.eml").write_text(EML.replace("4 March", "3 March"))
    assert dateline("build", folder).code == 0
    assert [each["date"] for each in timeline(folder)["events"] if "The mill of Ellery closed" in str(each["citations"])] == ["2024-03-03"]


def test_several_processes_take_files_apart_in_their_order(tmp_path: Path) -> None:
    files = tuple(
        ArticleFiles(f"m{number}", saved=File(f"m{number}.eml", EML.replace("mill", f"mill{number}").encode())) for number in range(9)
    )
    alone, spread = (parts.parting(tmp_path, remember=False, workers=workers)(files) for workers in (1, 2))
    assert spread == alone
    assert len(alone.value) == 9


def test_a_line_that_check_cites_is_explained(folder: Path, dateline: Dateline, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    said = dateline("explain", "articles/rows.csv#rows-the-pier-closes:1")
    assert said.code == 0
    assert "4 March 2024" in said.out


def test_a_broken_file_costs_itself_only(folder: Path, dateline: Dateline) -> None:
    (folder / "articles" / "scan.pdf").write_bytes(b"%PDF-1.4 no more")
    said = dateline("build", folder)
    assert said.code == 1
    assert "articles/scan.pdf: error[D707]" in said.err
    assert len(timeline(folder)["sources"]) == 7


def test_a_line_of_an_export_is_explained_by_the_article_that_stands_on_it(project: Path, dateline: Dateline) -> None:
    parts = (
        f"{number} of 2 DOCUMENTS\n\nCanal Today\n\nMarch 5, 2024 Tuesday\n\nThe {name} closes\n\nLENGTH: 52 words\n\n{story(name)}\n\n"
        for number, name in enumerate(("pier", "dock"), 1)
    )
    export = project / "articles" / "nexis.txt"
    export.write_text("".join(parts))
    number = export.read_text().split("\n").index(story("dock")) + 1
    said = dateline("explain", f"{export}:{number}")
    assert said.code == 0
    assert "The dock of Ellery" in said.out or "4 March 2024" in said.out
    assert said.out.startswith(f"articles/nexis.txt:{number}  (published 2024-03-05)")
