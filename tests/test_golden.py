"""`site/` is byte for byte the build of the seeds (`--update` renews it), and no environment changes a byte of it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from generator.commands.making import Wanted, make
from generator.edge.output import MANIFEST, write_site
from generator.model.diagnostic import Severity

ROOT = Path(__file__).parent.parent
SITE = ROOT / "site"


def tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def differing(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    return sorted(path for path in one.keys() | other.keys() if one.get(path) != other.get(path))


def test_the_committed_site_is_the_build_of_the_seeds(update: bool, tmp_path: Path) -> None:
    made = make(ROOT, Wanted(workers=1, remember=False))
    assert [each for each in made.diagnostics if each.severity is Severity.ERROR] == []
    assert made.value is not None
    if update:
        assert write_site(SITE, made.value.site.outputs(), clean=True).value is not None
    write_site(tmp_path / "site", made.value.site.outputs())
    assert differing(tree(SITE), tree(tmp_path / "site")) == [], "pytest --update tests/test_golden.py renews site/"


def test_nothing_in_the_site_is_anybody_elses() -> None:
    import json

    files = json.loads((SITE / MANIFEST).read_bytes())["files"]
    assert tree(SITE).keys() == {*files, MANIFEST}


@pytest.mark.parametrize(
    "surroundings",
    [
        {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LC_ALL": "C", "LANG": "C"},
        {"PYTHONHASHSEED": "2", "TZ": "America/Los_Angeles", "LC_ALL": "C.UTF-8", "PYTHONUTF8": "0"},
    ],
    ids=["here", "there"],
)
def test_neither_hash_order_nor_zone_nor_locale_changes_a_byte(surroundings: dict[str, str], tmp_path: Path) -> None:
    environment = {**{name: value for name, value in os.environ.items() if name != "SOURCE_DATE_EPOCH"}, **surroundings}
    command = [sys.executable, "-m", "generator", "build", "-o", str(tmp_path / "site"), "--clean"]
    subprocess.run(command, check=True, capture_output=True, cwd=ROOT, env=environment)
    assert differing(tree(SITE), tree(tmp_path / "site")) == []
