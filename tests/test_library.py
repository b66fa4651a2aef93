"""The library: one file in, its article out, with what there is to say."""

from __future__ import annotations

from pathlib import Path

from generator.api import read, read_all

CASES = Path(__file__).parent / "commands" / "reading"


def test_a_file_is_read_as_an_article() -> None:
    found = read(CASES / "36-microdata-time.html")
    assert found.value is not None
    assert (str(found.value.published), found.value.title) == ("2016-05-04T10:00:00", "Lower lock at Tarn shut for a night")
    assert "jammed half open" in found.value.text
    assert found.diagnostics == ()


def test_what_the_file_that_holds_it_says_is_known(tmp_path: Path) -> None:
    found = read(CASES / "22-nexis-header.txt")
    assert found.value is not None
    assert (str(found.value.published), found.value.publisher) == ("2015-11-09", "CANAL TODAY")
    (tmp_path / "quay.txt").write_text("The quay was closed on Tuesday, the harbour master said.\n")
    (tmp_path / "quay.toml").write_text("published = 2024-03-14\n")
    told = read(tmp_path / "quay.txt").value
    assert told is not None
    assert str(told.published) == "2024-03-14"


def test_what_is_no_single_article_is_named() -> None:
    found = read(CASES / "28-reading-list-export.html")
    assert (found.value, [each.code.name for each in found.diagnostics]) == (None, ["D215"])
    wall = read(CASES / "32-consent-wall.html")
    assert (wall.value, [each.code.name for each in wall.diagnostics]) == (None, ["D215"])


def test_every_article_of_a_file_that_holds_several_is_read(tmp_path: Path) -> None:
    rows = "title,date,text\n" + "".join(
        f"The {name} closes,2024-03-05,The {name} of Ellery closed on Monday after a storm broke two of its lamps.\n"
        for name in ("pier", "dock")
    )
    (tmp_path / "rows.csv").write_text(rows)
    found = read_all(tmp_path / "rows.csv")
    assert [(each.title, str(each.published)) for each in found.value] == [
        ("The dock closes", "2024-03-05"),
        ("The pier closes", "2024-03-05"),
    ]
    assert found.diagnostics == ()
    one = read(tmp_path / "rows.csv")
    assert (one.value, [each.code.name for each in one.diagnostics]) == (None, ["D222"])
