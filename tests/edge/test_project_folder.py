from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.edge import files as reading_files
from generator.edge import project as reading
from generator.edge.project import Folders, folders_of, read_project
from generator.model import codes


def names(folder: Path) -> list[str]:
    return [article.id for article in read_project(folder).value.articles]


def told(folder: Path) -> list[str]:
    return [each.code.name for each in read_project(folder).diagnostics]


def test_the_files_of_one_article_are_read_together(project: Path) -> None:
    (project / "articles" / "vote.html").write_text("<p>saved</p>")
    (article,) = read_project(project).value.articles
    assert article.id == "vote"
    assert article.copy is not None
    assert article.page is not None
    assert article.about is not None
    assert (article.copy.path, article.page.path, article.about.path) == ("articles/vote.txt", "articles/vote.html", "articles/vote.toml")
    assert article.page.content == b"<p>saved</p>"


def test_articles_come_in_order_of_name_whatever_the_disk_says(project: Path) -> None:
    for name in ("zebra", "alpha", "mole"):
        (project / "articles" / f"{name}.md").write_text("x")
    assert names(project) == ["alpha", "mole", "vote", "zebra"]


def test_dotfiles_subfolders_and_other_files_are_not_read(project: Path) -> None:
    (project / "articles" / ".hidden.txt").write_text("x")
    (project / "articles" / "photo.jpg").write_bytes(b"x")
    (project / "articles" / "older").mkdir()
    (project / "articles" / "older" / "a.txt").write_text("x")
    (project / "articles" / "folder.txt").mkdir()
    assert names(project) == ["vote"]
    assert told(project) == ["D220", "D220"], "the picture and the folder are named"


def test_a_folder_without_settings_holds_its_articles_itself(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("x")
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "two.txt").write_text("x")
    assert folders_of(tmp_path) == Folders(articles=".")
    assert names(tmp_path) == ["one"]
    (unread,) = read_project(tmp_path).diagnostics
    assert unread.message == "the folder articles is not read"
    assert unread.hint == "put a file timeline.toml beside it, which may be empty"
    assert read_project(tmp_path).value.settings is None


def test_settings_name_the_folders(project: Path) -> None:
    (project / "timeline.toml").write_text('articles = "texts"\nedits = "acts"\noutput = "public"\n')
    (project / "texts").mkdir()
    (project / "texts" / "a.txt").write_text("x")
    (project / "acts").mkdir()
    (project / "acts" / "b.md").write_text("x")
    (project / "acts" / "notes.txt").write_text("x")
    assert folders_of(project) == Folders("texts", "acts", "public")
    assert names(project) == ["a"]
    assert [edit.path for edit in read_project(project).value.edits] == ["acts/b.md"]


def test_settings_beside_the_articles_are_no_article(project: Path) -> None:
    (project / "timeline.toml").write_text('articles = "."\n')
    (project / "a.txt").write_text("x")
    assert names(project) == ["a"]
    assert told(project) == []


@pytest.mark.parametrize("broken", [b"articles = [", b"\xff", b"articles = 7"])
def test_settings_that_cannot_be_read_leave_the_folders_at_their_defaults(project: Path, broken: bytes) -> None:
    (project / "timeline.toml").write_bytes(broken)
    assert folders_of(project) == Folders()


@pytest.mark.parametrize("name", ["../elsewhere", "/etc"])
def test_a_folder_outside_the_project_is_refused(project: Path, name: str) -> None:
    (project / "timeline.toml").write_text(f'articles = "{name}"\n')
    assert told(project) == [codes.BAD_SETTING.name]
    assert names(project) == []


def test_a_link_that_leaves_the_project_is_refused_and_one_that_stays_is_read(project: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("x")
    (project / "articles" / "out.txt").symlink_to(secret)
    (project / "content").mkdir()
    (project / "content" / "other.txt").write_text("Another story.")
    (project / "articles" / "in.txt").symlink_to(project / "content" / "other.txt")
    assert names(project) == ["in", "vote"]
    assert told(project) == [codes.LINK_OUTSIDE.name]


def test_an_article_of_which_a_file_cannot_be_read_is_left_out(project: Path) -> None:
    (project / "articles" / "vote.toml").unlink(missing_ok=True)
    (project / "articles" / "vote.toml").symlink_to("/etc/hostname")
    assert names(project) == []
    assert told(project) == [codes.LINK_OUTSIDE.name]


def test_settings_that_cannot_be_read_are_not_taken_for_none(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (project / "timeline.toml").write_text("title = 'x'\n")

    def fail(_path: Path) -> bytes:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(Path, "read_bytes", fail)
    with pytest.raises(OSError, match="Input/output"):
        reading.folders_of(project)


def test_two_files_with_one_id_are_told(project: Path) -> None:
    (project / "articles" / "vote.md").write_text("x")
    assert told(project) == [codes.TWO_ARTICLES.name]
    assert names(project) == ["vote"]


def test_files_of_other_forms_are_handed_on_with_what_is_about_them(project: Path) -> None:
    for name in ("quay.eml", "quay.toml", "rows.csv", "crawl.warc.gz", "voet.toml"):
        (project / "articles" / name).write_text("x")
    found = {each.id: each for each in read_project(project).value.articles}
    assert {name: each.saved and each.saved.path for name, each in found.items()} == {
        "crawl": "articles/crawl.warc.gz",
        "quay": "articles/quay.eml",
        "rows": "articles/rows.csv",
        "voet": None,
        "vote": None,
    }
    assert found["quay"].about is not None
    assert found["voet"].text is None


def test_tables_in_a_folder_for_everything_are_not_taken_for_articles(project: Path) -> None:
    (project / "timeline.toml").write_text('articles = "."\n')
    (project / "rows.csv").write_text("x")
    (project / "package.json").write_text("{}")
    assert names(project) == []
    assert told(project) == ["D220"]


def test_a_file_too_large_is_not_even_read(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading_files, "LARGEST_FILE", 10)
    assert codes.TOO_LARGE.name in told(project)


def test_an_empty_folder_is_a_project_without_articles(tmp_path: Path) -> None:
    assert read_project(tmp_path).value.articles == ()
    assert told(tmp_path) == []


def test_a_link_that_leads_nowhere_is_told(project: Path) -> None:
    (project / "articles" / "lost.txt").symlink_to("nowhere.txt")
    assert names(project) == ["vote"]
    assert told(project) == ["D106"]


def test_two_names_of_one_file_are_one_article(project: Path) -> None:
    (project / "articles" / "alpha.txt").symlink_to("vote.txt")
    (project / "articles" / "alpha.toml").write_text("published = 2022-11-09\n")
    os.link(project / "articles" / "vote.txt", project / "articles" / "zulu.txt")
    assert names(project) == ["vote"]
    assert told(project) == ["D218", "D218"]
