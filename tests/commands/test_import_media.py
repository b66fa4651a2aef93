"""Pictures of a sheet: taken where they lie beside it, fetched only on request, shown, exported, and read in again as they were."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from generator.commands import picturing
from generator.edge.fetch import Fetched
from generator.model.additions import Medium
from generator.model.codes import CANNOT_FETCH
from generator.model.diagnostic import Checked, tell
from tests.commands.edits_written import imported
from tests.conftest import Said

AT = "https://velm.example"
TABLE = f"""\
Year,Headline,Source,Media,Media Credit,Media Caption,Media Thumbnail
2018,The dam breaks,{AT}/1,dam.png,A. N.,The dam,
2019,It is rebuilt,{AT}/2,{AT}/wall.png,B. N.,The wall,
2020,It holds,{AT}/3,https://vimeo.com/1,C. N.,A film,still.png
2021,No credit,{AT}/4,{AT}/bare.png,,,
"""


def a_picture() -> bytes:
    content = io.BytesIO()
    Image.new("RGB", (8, 6), (9, 0, 0)).save(content, "PNG")
    return content.getvalue()


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    (tmp_path / "sheet").mkdir()
    for name in ("dam.png", "still.png"):
        (tmp_path / "sheet" / name).write_bytes(a_picture())
    (tmp_path / "sheet" / "t.csv").write_text(TABLE, encoding="utf-8")
    return tmp_path / "sheet" / "t.csv"


def media(project: Path) -> list[tuple[Medium, ...] | None]:
    return [each.set.media for each in imported(project)]


def test_pictures_beside_the_sheet_are_taken_and_others_stay_links(sheet: Path, project: Path, dateline: Callable[..., Said]) -> None:
    said = dateline("import", sheet, project, "--by", "R.K.")
    assert (said.code, said.out) == (0, "4 events imported\n")
    assert media(project) == [
        (Medium("dam.png", "The dam", "A. N.", "The dam"),),
        (Medium("", "", "B. N.", "The wall", f"{AT}/wall.png"),),
        (Medium("still.png", "A film", "C. N.", "A film", "https://vimeo.com/1"),),
        (Medium(link=f"{AT}/bare.png"),),
    ]
    assert (project / "pictures" / "dam.png").read_bytes() == a_picture()
    assert dateline("import", sheet, project, "--by", "R.K.", "--media").out == "0 events imported, 4 known already\n"


def test_pictures_are_fetched_when_that_is_asked_for(
    sheet: Path, project: Path, dateline: Callable[..., Said], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def fetch(url: str, **_kinds: object) -> Checked[Fetched | None]:
        asked.append(url)
        return Checked(Fetched(url, "image/png", a_picture()))

    monkeypatch.setattr(picturing, "fetch", fetch)
    said = dateline("import", sheet, project, "--by", "R.K.", "--media")
    assert asked == [f"{AT}/wall.png"]
    assert media(project)[1] == (Medium("wall.png", "The wall", "B. N.", "The wall", f"{AT}/wall.png"),)
    assert f"{AT}/bare.png is not taken: a picture needs an alt text (or a caption) and a credit" in said.err


def test_what_cannot_be_had_is_told_and_loses_no_row(
    sheet: Path, project: Path, dateline: Callable[..., Said], monkeypatch: pytest.MonkeyPatch
) -> None:
    (sheet.parent / "dam.png").unlink()
    (sheet.parent / "still.png").write_text("no picture")
    gone = tell(CANNOT_FETCH, None, url=f"{AT}/wall.png", reason="gone")
    monkeypatch.setattr(picturing, "fetch", lambda _url, **_kinds: Checked(None, (gone,)))
    said = dateline("import", sheet, project, "--by", "R.K.", "--media")
    assert said.out == "4 events imported\n"
    assert media(project)[0] == (Medium("dam.png", "The dam", "A. N.", "The dam"),)
    assert media(project)[1] == (Medium("", "", "B. N.", "The wall", f"{AT}/wall.png"),)
    for told in ("dam.png is not taken", "there is no such file beside the sheet", "still.png is not taken", "wall.png is not taken"):
        assert told in said.err


def test_a_link_beside_the_sheet_that_leads_elsewhere_is_not_followed(
    sheet: Path, project: Path, dateline: Callable[..., Said], tmp_path: Path
) -> None:
    (tmp_path / "secret.png").write_bytes(a_picture())
    (sheet.parent / "dam.png").unlink()
    (sheet.parent / "dam.png").symlink_to(tmp_path / "secret.png")
    assert "dam.png is not taken" in dateline("import", sheet, project, "--by", "R.K.").err
    assert not (project / "pictures" / "dam.png").exists()


@pytest.mark.parametrize("export", ["timeline.csv", "timeline.json", "timelinejs.json"])
def test_media_go_out_and_come_in_again_as_they_were(export: str, sheet: Path, project: Path, dateline: Callable[..., Said]) -> None:
    dateline("import", sheet, project, "--by", "R.K.")
    assert dateline("build", project).code == 0
    before = media(project)
    for each in (project / "edits").glob("*.md"):
        each.unlink()
    dateline("import", project / "site" / export, project, "--by", "R.K.", "--own-reporting")
    assert [each for each in media(project) if each] == before


def test_a_page_shows_a_picture_that_was_not_fetched_as_a_link(sheet: Path, project: Path, dateline: Callable[..., Said]) -> None:
    dateline("import", sheet, project, "--by", "R.K.")
    dateline("build", project)
    found = json.loads((project / "site/timeline.json").read_text("utf-8"))["events"]
    page = (project / "site" / next(each["page"] for each in found if each["headline"] == "It is rebuilt")).read_text("utf-8")
    assert f'href="{AT}/wall.png"' in page
    assert f'src="{AT}/wall.png"' not in page
    table = csv.DictReader((project / "site/timeline.csv").read_text("utf-8").splitlines())
    row = next(each for each in table if each["headline"] == "It is rebuilt")
    assert (row["media"], row["media_caption"], row["media_credit"]) == (f"{AT}/wall.png", "The wall", "B. N.")
