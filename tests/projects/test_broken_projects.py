"""Projects with one mistake each: the message that people see (``…`` stands for any words), its place, and nothing else said."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Said

BROKEN = sorted(path for path in (Path(__file__).parent / "broken").iterdir() if path.is_dir())


@pytest.mark.parametrize("folder", BROKEN, ids=[folder.name for folder in BROKEN])
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_the_mistake_is_told(
    folder: Path, tmp_path: Path, dateline: Callable[..., Said], monkeypatch: pytest.MonkeyPatch, update: bool
) -> None:
    monkeypatch.chdir(shutil.copytree(folder, tmp_path / folder.name))
    done = dateline("check", ".")
    output = done.err + done.out
    expected = folder / "expected.txt"
    if update:
        expected.write_text("\n".join(dict.fromkeys(done.err.rstrip("\n").split("\n"))) + "\n", encoding="utf-8")
    code = folder.name.split("-")[0]
    for line in expected.read_text(encoding="utf-8").rstrip("\n").split("\n"):
        assert any(re.fullmatch(re.escape(line).replace("…", ".*"), each) for each in output.split("\n")), output
    assert set(re.findall(r"(?:error|warning|note)\[(D\d+)\]", output)) == set(
        re.findall(r"\[(D\d+)\]", expected.read_text(encoding="utf-8"))
    )
    assert f"[{code}]" in output
    assert done.code == (1 if re.search(r"error\[", output) else 0)
