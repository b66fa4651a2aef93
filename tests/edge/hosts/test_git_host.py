"""Publishing to a branch, in real repositories of this machine."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from generator.edge.hosts.host import PUBLISHED, HostError
from tests.edge.hosts.places import SITE, done, publish


def git(folder: Path, *arguments: str) -> str:
    return subprocess.run(
        ["git", "-c", "user.name=T", "-c", "user.email=t@example.org", *arguments], cwd=folder, check=True, capture_output=True, text=True
    ).stdout


@pytest.fixture
def remote(home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty bare repository, and a git that knows nothing of whoever runs the tests."""
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", "/dev/null")
    folder = home.parent / "remote.git"
    git(home, "init", "--quiet", "--bare", str(folder))
    return folder


def branch(remote: Path, name: str = "gh-pages") -> dict[str, bytes]:
    names = git(remote, "ls-tree", "-r", "-z", "--name-only", name).split("\0")[:-1]
    return {
        each: subprocess.run(["git", "show", f"{name}:{each}"], cwd=remote, check=True, capture_output=True).stdout
        for each in names
        if each != PUBLISHED
    }


def commits(remote: Path, name: str = "gh-pages") -> list[str]:
    return git(remote, "log", "--format=%s", name).splitlines()


def test_the_branch_is_made_and_holds_the_site(home: Path, remote: Path) -> None:
    done(publish("git:../remote.git", SITE, home))
    assert branch(remote) == SITE
    assert commits(remote) == ["Publish a test"]
    assert git(remote, "branch", "--list").split() == ["gh-pages"]


def test_a_remote_with_a_relative_address_is_where_git_push_finds_it(home: Path, remote: Path) -> None:
    git(home, "init", "--quiet", ".")
    git(home, "remote", "add", "origin", "../remote.git")
    done(publish("git:origin", SITE, home))
    assert branch(remote) == SITE


def test_a_publish_is_one_commit_on_top_and_none_when_nothing_changed(home: Path, remote: Path) -> None:
    publish("git:../remote.git#pages", SITE, home)
    later = {"index.html": b"<p>two</p>", "style.css": b"p{}", ".nojekyll": b""}
    assert done(publish("git:../remote.git#pages", later, home)).removed == ("event/e-1/index.html",)
    assert branch(remote, "pages") == later
    assert done(publish("git:../remote.git#pages", later, home)).put == ()
    assert len(commits(remote, "pages")) == 2


def test_what_others_put_on_the_branch_stays(home: Path, remote: Path) -> None:
    publish("git:../remote.git", SITE, home)
    clone = home.parent / "clone"
    git(home.parent, "clone", "--quiet", "--branch", "gh-pages", str(remote), "clone")
    (clone / "CNAME").write_text("timeline.example\n")
    git(clone, "add", "CNAME")
    git(clone, "commit", "--quiet", "-m", "Own domain")
    git(clone, "push", "--quiet")
    publish("git:../remote.git", {"index.html": b"<p>two</p>"}, home)
    assert branch(remote) == {"CNAME": b"timeline.example\n", "index.html": b"<p>two</p>"}
    assert commits(remote) == ["Publish a test", "Own domain", "Publish a test"]


def test_a_branch_of_source_code_is_not_overwritten(home: Path, remote: Path) -> None:
    git(home.parent, "clone", "--quiet", str(remote), "clone")
    clone = home.parent / "clone"
    (clone / "index.html").write_text("theirs")
    git(clone, "add", ".")
    git(clone, "commit", "--quiet", "-m", "Theirs")
    git(clone, "push", "--quiet", "origin", "HEAD:main")
    refused = publish("git:../remote.git#main", SITE, home)
    assert [each.code.name for each in refused.diagnostics] == ["D504"]
    assert commits(remote, "main") == ["Theirs"]


def test_a_remote_of_the_projects_repository_is_known_by_its_name(home: Path, remote: Path) -> None:
    git(home, "init", "--quiet")
    git(home, "remote", "add", "pages-remote", str(remote))
    done(publish("git:pages-remote#site", SITE, home))
    assert branch(remote, "site") == SITE
    assert git(home, "status", "--porcelain") == ""


def test_a_remote_is_published_to_where_it_is_pushed_to(home: Path, remote: Path) -> None:
    git(home, "init", "--quiet")
    git(home, "remote", "add", "hub", "https://nowhere.invalid/hub.git")
    git(home, "remote", "set-url", "--push", "hub", str(remote))
    done(publish("git:hub#site", SITE, home))
    assert branch(remote, "site") == SITE


def test_names_that_git_would_quote_arrive_as_they_are(home: Path, remote: Path) -> None:
    odd = {"tag/größe/index.html": b"1", 'a "b" c.txt': b"2", "with space.css": b"3", "-n": b"4"}
    done(publish("git:../remote.git", odd, home))
    assert branch(remote) == odd
    assert done(publish("git:../remote.git", odd, home)).put == ()


def test_the_user_is_named_as_git_knows_them(home: Path, remote: Path) -> None:
    git(home, "init", "--quiet")
    git(home, "config", "user.name", "Ines Halloran")
    git(home, "config", "user.email", "ines@example.org")
    publish("git:../remote.git", SITE, home)
    assert git(remote, "log", "-1", "--format=%cn <%ce>", "gh-pages").strip() == "Ines Halloran <ines@example.org>"


def test_what_cannot_be_a_branch_is_named(home: Path, remote: Path) -> None:
    with pytest.raises(HostError, match=r"“a\.\.b” cannot be the name of a branch"):
        publish("git:../remote.git#a..b", SITE, home)


def test_a_push_that_the_remote_refuses_is_told_in_its_words(home: Path, remote: Path) -> None:
    hook = remote / "hooks" / "pre-receive"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\necho 'this branch is protected' >&2\nexit 1\n")
    hook.chmod(0o755)
    refused = publish("git:../remote.git", SITE, home)
    assert [each.code.name for each in refused.diagnostics] == ["D503"]
    assert "this branch is protected" in refused.diagnostics[0].message


@pytest.mark.parametrize(
    "address", ["", "#gh-pages", "--upload-pack=x#y", "../remote.git#-x", "nowhere", "ext::sh -c true#x", "../remote.git#a..b"]
)
def test_what_is_no_remote_is_refused(home: Path, remote: Path, address: str) -> None:
    with pytest.raises(HostError):
        publish(f"git:{address}", SITE, home)


def test_a_dry_run_pushes_nothing(home: Path, remote: Path) -> None:
    assert done(publish("git:../remote.git", SITE, home, dry_run=True)).put == tuple(sorted(SITE))
    assert git(remote, "branch", "--list") == ""


def test_a_repository_that_the_project_only_lies_in_is_not_published_to(home: Path, remote: Path) -> None:
    above = home.parent
    git(above, "init", "--quiet", ".")
    git(above, "remote", "add", "origin", str(remote))
    (home / "timeline.toml").write_text("")
    with pytest.raises(HostError, match="nothing of this project is"):
        publish("git:origin", SITE, home)
    assert git(remote, "branch", "--list") == ""
    git(above, "add", "--", str(home / "timeline.toml"))
    done(publish("git:origin", SITE, home))
    assert branch(remote) == SITE
