"""`dateline picture`: a file or an address becomes a file of the project, never over another, and nothing that is no picture."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from click.testing import CliRunner
from PIL import Image

from generator.cli import cli
from generator.commands import picturing
from generator.edge.fetch import Fetched
from generator.edge.picture_folder import keep
from generator.model.codes import CANNOT_FETCH
from generator.model.diagnostic import Checked, tell


def made(shade: int) -> bytes:
    content = io.BytesIO()
    Image.new("RGB", (8, 6), (shade, 0, 0)).save(content, "PNG")
    return content.getvalue()


def ran(*given: str) -> tuple[int, str]:
    result = CliRunner().invoke(cli, ["picture", *given], standalone_mode=False)
    return result.return_value, result.output


def test_a_file_is_taken_by_what_it_is_and_its_lines_are_printed(tmp_path: Path) -> None:
    (tmp_path / "Old quay.jpeg").write_bytes(made(9))
    done, told = ran(str(tmp_path / "Old quay.jpeg"), "--project", str(tmp_path), "--alt", 'A "quay"', "--credit", "A. Example")
    assert done == 0
    assert told == '[[set.media]]\nfile = "Old-quay.png"\nalt = "A \\"quay\\""\ncredit = "A. Example"\n\n'
    assert (tmp_path / "pictures" / "Old-quay.png").read_bytes() == made(9)


def test_no_picture_is_written_over_another_and_the_same_is_kept_once(tmp_path: Path) -> None:
    assert [keep(tmp_path, "a.png", each) for each in (made(1), made(2), made(1), made(2))] == ["a.png", "a-2.png", "a.png", "a-2.png"]
    assert sorted(each.name for each in (tmp_path / "pictures").iterdir()) == ["a-2.png", "a.png"]


def test_an_address_is_fetched_as_a_picture(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fetched(url: str, *, kinds: tuple[str, ...]) -> Checked[Fetched | None]:
        assert "text/html" not in kinds
        if url.endswith("quay"):
            return Checked(Fetched(url, "image/png", made(5)))
        return Checked(None, (tell(CANNOT_FETCH, url=url, reason="answered 404"),))

    monkeypatch.setattr(picturing, "fetch", fetched)
    assert ran("https://a.example/quay", "https://a.example/none", "--project", str(tmp_path))[0] == 1
    assert (tmp_path / "pictures" / "quay.png").read_bytes() == made(5)


def test_what_is_no_picture_is_told_and_not_kept(tmp_path: Path) -> None:
    (tmp_path / "a.jpg").write_bytes(b"<html>")
    assert ran(str(tmp_path / "a.jpg"), str(tmp_path / "none.jpg"), "--project", str(tmp_path))[0] == 1
    assert not (tmp_path / "pictures").exists()


def test_a_folder_that_leads_out_of_the_project_is_refused(tmp_path: Path) -> None:
    project = tmp_path / "project"
    project.mkdir()
    (project / "pictures").symlink_to(tmp_path)
    with pytest.raises(OSError, match="out of the project"):
        keep(project, "a.png", made(1))
