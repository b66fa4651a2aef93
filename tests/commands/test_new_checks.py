"""`dateline new --ci`: the file that makes a host of git check every change runs what it says on the project that it came with."""

from __future__ import annotations

import shlex
from collections.abc import Callable
from pathlib import Path

import yaml

from generator import __version__
from tests.conftest import Said


def test_a_new_project_lets_its_host_check_every_change_when_that_is_asked_for(dateline: Callable[..., Said], tmp_path: Path) -> None:
    assert dateline("new", tmp_path / "plain").code == 0
    assert not list((tmp_path / "plain").rglob("check.yml"))
    assert dateline("new", tmp_path / "story", "--ci", "github", "--ci", "gitlab").code == 0
    github = yaml.safe_load((tmp_path / "story/.github/workflows/check.yml").read_text("utf-8"))
    gitlab = yaml.safe_load((tmp_path / "story/.gitlab-ci.yml").read_text("utf-8"))
    assert "pull_request" in github[True]  # YAML 1.1 reads “on” so
    assert github["permissions"] == {"contents": "read"}
    job = github["jobs"]["check"]
    assert job["env"]["DATELINE"] == gitlab["check the timeline"]["variables"]["DATELINE"] == f"dateline=={__version__}"
    for told, folder in ((job["steps"][-1]["run"], "story"), (gitlab["check the timeline"]["script"][-1], "story")):
        program, *words = shlex.split(told)
        assert program == "dateline"
        assert dateline(*words, tmp_path / folder).code == 0
