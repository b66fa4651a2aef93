from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.edge.terminal import as_github, as_json, as_text, clean, colours, counted, ordered, say
from generator.model import codes
from generator.model.diagnostic import Location, at, tell
from generator.model.span import Source

LINE = "He said on Tuesday that it was done."
SAID = tell(codes.NO_DATE, Location("articles/a.txt", 3, 12, LINE, 7), "give the date", words="Tuesday", more="")


def test_a_diagnostic_shows_place_message_line_caret_and_hint() -> None:
    assert as_text([SAID], Path()) == (
        "articles/a.txt:3:12: warning[D201] no publication date, from which “Tuesday” would be counted\n"
        "  | He said on Tuesday that it was done.\n"
        "  |            ^^^^^^^\n"
        "  = hint: give the date\n"
    )


def test_a_file_of_the_project_is_named_as_it_can_be_opened_from_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "story" / "articles").mkdir(parents=True)
    (tmp_path / "story" / "articles" / "a.txt").write_text("x")
    monkeypatch.chdir(tmp_path)
    assert as_text([SAID], Path("story")).startswith("story/articles/a.txt:3:12: ")
    assert json.loads(as_json([SAID], Path("story")))["diagnostics"][0]["file"] == "story/articles/a.txt"
    (tmp_path / "story" / "articles" / "a.txt").unlink()
    assert as_text([SAID], Path("story")).startswith("articles/a.txt:3:12: ")
    (tmp_path / "story" / "articles" / "a.txt").symlink_to("none.txt")
    assert as_text([SAID], Path("story")).startswith("story/articles/a.txt:3:12: ")


def test_of_a_long_line_the_part_around_the_caret_is_shown() -> None:
    text = "x" * 500 + "HERE" + "y" * 500
    shown = as_text([tell(codes.EMPTY_ARTICLE, at(Source("a.txt", text), 500, 504))], Path()).splitlines()
    assert len(shown[1]) <= 4 + 100
    assert shown[1][shown[2].index("^") :].startswith("HERE")
    assert shown[2].count("^") == 4
    assert shown[1].startswith("  | …")
    assert shown[1].endswith("…")


@pytest.mark.parametrize("start", [0, 1, 50, 99, 100, 101, 899, 900, 998, 999])
def test_the_caret_stands_under_its_character_wherever_that_is(start: int) -> None:
    text = "".join(chr(0x4E00 + number) for number in range(1000))
    shown = as_text([tell(codes.EMPTY_ARTICLE, at(Source("a.txt", text), start))], Path()).splitlines()
    assert shown[1][shown[2].index("^")] in {text[start], "…"}


def test_a_diagnostic_of_a_whole_file_has_no_line() -> None:
    assert as_text([tell(codes.EMPTY_ARTICLE, Location("a.txt"))], Path()) == "a.txt: warning[D204] no text\n"
    assert as_text([tell(codes.EMPTY_ARTICLE)], Path()) == "warning[D204] no text\n"


def test_control_characters_of_the_input_do_not_reach_the_terminal() -> None:
    evil = "\x1b]0;owned\x07\x9b31m\u202e"
    said = tell(codes.BAD_SETTING, Location(evil, 1, 1, evil), evil, name=evil, wanted=evil, found=evil)
    text = as_text([said], Path())
    assert all(each == "\n" or each.isprintable() for each in text)
    assert clean("a\tb") == "a b"


def test_colour_is_only_added() -> None:
    assert "\x1b[" in as_text([SAID], Path(), colour=True)
    assert "\x1b[" not in as_text([SAID], Path())


def test_no_color_is_honoured(monkeypatch: pytest.MonkeyPatch) -> None:
    class Screen:
        def isatty(self) -> bool:
            return True

    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    assert colours(Screen())  # type: ignore[arg-type]
    monkeypatch.setenv("NO_COLOR", "1")
    assert not colours(Screen())  # type: ignore[arg-type]


def test_json_holds_everything_and_counts() -> None:
    said = json.loads(as_json([SAID, tell(codes.NO_ARTICLES, folder="articles")], Path()))
    assert said == {
        "version": 1,
        "diagnostics": [
            {
                "file": "articles/a.txt",
                "line": 3,
                "column": 12,
                "severity": "warning",
                "code": "D201",
                "message": "no publication date, from which “Tuesday” would be counted",
                "hint": "give the date",
            },
            {
                "file": None,
                "line": None,
                "column": None,
                "severity": "error",
                "code": "D101",
                "message": "no articles in articles",
                "hint": None,
            },
        ],
        "errors": 1,
        "warnings": 1,
        "notes": 0,
    }


def test_github_annotations_escape_what_would_end_them() -> None:
    said = tell(codes.BAD_EDIT, Location("a,b:c.md", 2), "x", reason="100%\nsure")
    assert as_github([said], Path()) == "::error file=a%2Cb%3Ac.md,line=2,col=1,title=D301::100%25%0Asure%0Ahint: x\n"


def test_each_diagnostic_is_said_once_and_in_order_of_place() -> None:
    first, second = tell(codes.EMPTY_ARTICLE, Location("a.txt", 2)), tell(codes.EMPTY_ARTICLE, Location("a.txt", 10))
    assert ordered([second, first, second]) == (first, second)


def test_numbers_have_the_right_noun() -> None:
    assert [counted(number, "event") for number in (0, 1, 2, 1234)] == ["0 events", "1 event", "2 events", "1,234 events"]


def test_a_brief_account_gives_all_errors_and_the_first_of_each_warning(capsys: pytest.CaptureFixture[str]) -> None:
    errors = [tell(codes.BAD_EDIT, Location(f"e{number}.md"), reason="x") for number in range(30)]
    warnings = [tell(codes.EMPTY_ARTICLE, Location(f"w{number:02}.txt")) for number in range(30)]
    notes = [tell(codes.REDUNDANT, Location("n.md"), field="date", value="2021")]
    say([*errors, *warnings, *notes], Path(), brief=True)
    err = capsys.readouterr().err
    assert err.count("error[") == 30
    assert err.count("warning[") == 10
    assert err.endswith("21 more messages; `dateline check` shows all\n")
    say([*errors, *warnings, *notes], Path())
    assert capsys.readouterr().err.count("[D") == 61
