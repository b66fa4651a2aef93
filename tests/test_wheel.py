"""The wheel, installed by the oldest pip that is supported and by the newest into each Python that README names, does what README says."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import tomllib
import urllib.request
import zipfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parent.parent
QUIET = {**os.environ, "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
PAGE = """<!doctype html><html lang="en"><head><title>Weir to be rebuilt | The Post</title>
<meta property="article:published_time" content="2022-11-09T08:00:00Z"></head><body><nav><a href="/">Home</a></nav><article>
<h1>Weir to be rebuilt</h1><p>The weir at Sarn broke on Monday after two days of rain, and the lower town was flooded.</p>
<p>The council of Sarn will meet on Friday to hear what a new one would cost, Mayor Odile Brandt said in the town hall.</p></article>
<footer>All rights reserved</footer></body></html>"""
CLIPPING = (
    '---\ntitle: "Mill sold"\nsource: https://example.org/mill\npublished: 2022-11-09\n---\nThe mill was sold on Tuesday, its owner said.\n'
)


def others() -> dict[str, Path]:
    """Return the other Pythons that README names and this machine has, on the path or among pyenv's."""
    kept = Path(os.environ.get("PYENV_ROOT", "~/.pyenv")).expanduser() / "versions"
    named = re.findall(r"3\.\d+", (ROOT / "README.md").read_text().partition("(tested with ")[2].partition(")")[0])
    found = {}
    for version in {*named} - {f"{sys.version_info.major}.{sys.version_info.minor}"}:
        for place in (*sorted(kept.glob(f"{version}.*/bin/python")), Path(shutil.which(f"python{version}") or "/nowhere")):
            if place.exists() and subprocess.run([place, "-c", ""], capture_output=True, check=False).returncode == 0:
                found[version] = place
                break
    return dict(sorted(found.items()))


OTHERS = others()
KINDS = ("oldest pip", *OTHERS) if OTHERS else ("oldest pip", "newest pip")
"""This Python with the oldest pip (Debian 12 has 23.0, which takes the extras ``html_clean`` and ``html-clean`` for two), and each of the
others with the newest."""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    options = ["--quiet", "--no-deps", "--no-build-isolation", "--no-index", "-w", str(folder)]
    subprocess.run([sys.executable, "-m", "pip", "wheel", *options, str(ROOT)], check=True, capture_output=True, env=QUIET)
    (path,) = folder.glob("*.whl")
    return path


@pytest.fixture(scope="module")
def environments(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Environments that hold the wheel and what pip installs with it, made at once: each waits for the network most of the time."""
    folder = tmp_path_factory.mktemp("environments")

    def made(kind: str) -> Path:
        python = str(OTHERS.get(kind, sys.executable))
        pip = "pip==23.0" if kind == "oldest pip" else "pip"
        home, fetched = folder / kind, folder / f"{kind}, its pip"
        options = ["--quiet", "--no-deps", "--only-binary", ":all:", "-d", str(fetched)]
        for command in ([sys.executable, "-m", "pip", "download", *options, pip], [python, "-m", "venv", "--without-pip", str(home)]):
            subprocess.run(command, check=True, capture_output=True, env=QUIET)
        (program,) = fetched.glob("pip-*.whl")  # which runs as it is
        install = [str(home / "bin/python"), str(program / "pip"), "install", "--quiet", "--prefer-binary", "--no-compile", str(wheel)]
        subprocess.run(install, check=True, capture_output=True, env=QUIET)
        return home / "bin"

    with ThreadPoolExecutor() as pool:
        return dict(zip(KINDS, pool.map(made, KINDS), strict=True))


@pytest.fixture(scope="module", params=KINDS)
def installed(environments: dict[str, Path], request: pytest.FixtureRequest) -> Path:
    return environments[request.param]


def run(*command: object, folder: Path) -> str:
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "SOURCE_DATE"))}
    words = [str(each) for each in command]
    done = subprocess.run(words, capture_output=True, text=True, cwd=folder, env=environment, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_the_wheel_carries_the_theme_and_the_tables_and_nothing_of_ours_alone(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
    assert "generator/theme/templates/index.html" in names
    assert "generator/theme/static/style.css" in names
    assert "generator/language/en.toml" in names
    assert "generator/commands/scaffold/timeline.toml" in names
    assert [name for name in names if not name.startswith(("generator/", "dateline-"))] == []
    assert [name for name in names if "__pycache__" in name or "/seeds/" in name] == []


def test_it_makes_and_builds_a_project_the_same_as_the_checkout(installed: Path, tmp_path: Path) -> None:
    where = run(installed / "python", "-c", "import generator; print(generator.__file__)", folder=tmp_path)
    assert Path(where.strip()).is_relative_to(installed.parent)
    run(installed / "dateline", "new", "story", folder=tmp_path)
    said = run(installed / "dateline", "build", "story", "--strict", "-o", "one", folder=tmp_path)
    assert "built in" in said
    command = [sys.executable, "-m", "generator", "build", "story", "-o", "two", "--clean"]
    subprocess.run(command, check=True, capture_output=True, cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(ROOT)})
    assert tree(tmp_path / "one") == tree(tmp_path / "two")


def test_it_reads_a_saved_page_a_clipping_and_a_text(installed: Path, tmp_path: Path) -> None:
    (tmp_path / "weir.html").write_text(PAGE)
    (tmp_path / "mill.md").write_text(CLIPPING)
    (tmp_path / "hall.txt").write_text("The town hall of Sarn burned down on 3 May 2020.\n")
    assert "3 sources" in run(installed / "dateline", "build", tmp_path, folder=tmp_path)
    timeline = (tmp_path / "site/timeline.json").read_text()
    assert all(f'"{day}"' in timeline for day in ("2022-11-07", "2022-11-08", "2020-05-03")), "each of the three was read"
    run(installed / "dateline", "new", "story", folder=tmp_path)
    run(installed / "dateline", "add", "weir.html", "--project", "story", "--yes", folder=tmp_path)
    assert (tmp_path / "story/articles/weir.txt").read_text().startswith("Weir to be rebuilt")


def test_it_serves(installed: Path, tmp_path: Path) -> None:
    run(installed / "dateline", "new", "story", folder=tmp_path)
    command = [str(installed / "dateline"), "serve", "story", "--port", "0", "--edit"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=tmp_path, env={**os.environ, "PYTHONUNBUFFERED": "1"}) as server:
        try:
            lines = iter(server.stdout or ())
            address = next(found[0] for line in lines if (found := re.search(r"http://[^\s#]+", line)))
            with urllib.request.urlopen(address, timeout=30) as answer:  # noqa: S310 - our own preview
                assert "</html>" in answer.read().decode()
        finally:
            server.send_signal(signal.SIGINT)
        assert server.wait(30) == 130


def test_every_lower_bound_is_tried() -> None:
    said = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["dependencies"]
    lock = (ROOT / "requirements-lowest.lock").read_text()
    locked = {line.removesuffix(" \\") for line in lock.splitlines() if not line.startswith(" ")}
    for each in map(Requirement, said):
        (bound,) = each.specifier
        assert bound.operator == ">="
        assert f"{re.sub('[-_.]+', '-', each.name.lower())}=={bound.version}" in locked
