"""The wheel, installed by pip in an empty environment that holds what it declares and no more, makes and builds a project."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
import zipfile
from importlib.metadata import distribution
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parent.parent


def needed(names: list[str]) -> set[str]:
    """Return the names of the distributions that the given requirements come to, with what those need."""
    found: set[str] = set()
    waiting = [Requirement(name) for name in names]
    while waiting:
        requirement = waiting.pop()
        if requirement.name.lower() in found or (requirement.marker and not requirement.marker.evaluate({"extra": ""})):
            continue
        found.add(requirement.name.lower())
        waiting += [Requirement(each) for each in distribution(requirement.name).requires or ()]
        for extra in requirement.extras:
            for each in map(Requirement, distribution(requirement.name).requires or ()):
                if each.marker and each.marker.evaluate({"extra": extra}):
                    waiting.append(Requirement(f"{each.name}{each.specifier}"))
    return found


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "--quiet",
        "--no-deps",
        "--no-build-isolation",
        "--no-index",
        "-w",
        str(folder),
        str(ROOT),
    ]
    subprocess.run(command, check=True, capture_output=True, env={**os.environ, "PIP_DISABLE_PIP_VERSION_CHECK": "1"})
    (path,) = folder.glob("*.whl")
    return path


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An environment with the wheel, and links to the packages it declares."""
    folder = tmp_path_factory.mktemp("installed")
    venv.create(folder / "venv", with_pip=True)
    packages = folder / "packages"
    packages.mkdir()
    with zipfile.ZipFile(wheel) as archive:
        (name,) = (name for name in archive.namelist() if name.endswith("METADATA"))
        lines = archive.read(name).decode().splitlines()
    declared = [line.removeprefix("Requires-Dist: ") for line in lines if line.startswith("Requires-Dist: ")]
    for each in sorted(needed(declared)):
        found = distribution(each)
        for top in {file.parts[0] for file in found.files or ()} - {"..", "__pycache__"}:
            link = packages / top
            if not link.exists():
                link.symlink_to(Path(str(found.locate_file(top))))
    (site,) = (folder / "venv").glob("lib/python*/site-packages")
    (site / "declared.pth").write_text(f"{packages}\n")
    command = [str(folder / "venv/bin/python"), "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", str(wheel)]
    subprocess.run(command, check=True, capture_output=True, env={**os.environ, "PIP_DISABLE_PIP_VERSION_CHECK": "1"})
    return folder / "venv" / "bin"


def run(*command: object, folder: Path) -> str:
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "SOURCE_DATE"))}
    words = [str(each) for each in command]
    done = subprocess.run(words, capture_output=True, text=True, cwd=folder, env=environment, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_the_wheel_carries_the_theme_and_the_tables_and_nothing_of_ours_alone(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
    assert "generator/theme/templates/index.html" in names
    assert "generator/theme/static/style.css" in names
    assert "generator/language/en.toml" in names
    assert "generator/commands/scaffold/timeline.toml" in names
    assert [name for name in names if not name.startswith(("generator/", "dateline-"))] == []
    assert [name for name in names if "__pycache__" in name or "/seeds/" in name] == []


def test_it_makes_and_builds_a_project_without_the_development_packages(installed: Path, tmp_path: Path) -> None:
    where = run(installed / "python", "-c", "import generator; print(generator.__file__)", folder=tmp_path)
    assert Path(where.strip()).is_relative_to(installed.parent)
    run(installed / "dateline", "new", "story", folder=tmp_path)
    said = run(installed / "dateline", "build", "story", "--strict", folder=tmp_path)
    assert "built in" in said
    assert (tmp_path / "story/site/index.html").exists()
    assert (tmp_path / "story/site/style.css").read_bytes() == (ROOT / "static/style.css").read_bytes()


def test_it_builds_the_same_site_as_the_checkout(installed: Path, tmp_path: Path) -> None:
    run(installed / "dateline", "new", "story", folder=tmp_path)
    run(installed / "dateline", "build", "story", "-o", "one", folder=tmp_path)
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "generator", "build", "story", "-o", "two", "--clean"]
    subprocess.run(command, check=True, capture_output=True, cwd=tmp_path, env=environment)
    one, two = (
        {path.relative_to(tmp_path / name): path.read_bytes() for path in (tmp_path / name).rglob("*") if path.is_file()}
        for name in ("one", "two")
    )
    assert one == two
