"""A place for a project, and what hosts need installed: a missing rsync or S3 server fails with a clear message, it skips nothing."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A project's folder, beside which targets can lie."""
    folder = tmp_path / "project"
    folder.mkdir()
    return folder


@pytest.fixture(scope="session")
def installed() -> Path:
    """The environment of the S3 server; it and rsync are installed when they are missing."""
    done = subprocess.run(
        ["sh", ".ci/hosts"], cwd=ROOT, env={**os.environ, "PYTHON": sys.executable}, capture_output=True, text=True, check=False
    )
    if done.returncode:
        pytest.fail(f"the tests of publishing need rsync and a local S3 server; `sh .ci/hosts` says:\n{done.stderr}")
    return ROOT / ".venv/s3/bin"
