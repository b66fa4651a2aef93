"""`dateline build --scheduler` as users run it: a real dask cluster of processes, a real S3 server, an environment of their own."""

from __future__ import annotations

import http.client
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PLACES = ("Arlen", "Bruck", "Cador", "Delm", "Estry")
DEEDS = ("closed", "opened", "flooded", "sold", "repaired")


def environment(**more: str) -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT), **more}


@pytest.fixture(scope="session")
def python() -> Path:
    """The interpreter that has the extra packages; they are installed when they are missing."""
    command = ["sh", ".ci/environment", "cluster"]
    done = subprocess.run(command, cwd=ROOT, env=environment(PYTHON=sys.executable), capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.fail(f"the tests of clusters need packages of their own; `sh .ci/environment cluster` says:\n{done.stderr}")
    return ROOT / ".venv/cluster/bin/python"


@contextmanager
def cluster(python: Path, *options: str) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    command = [str(python), str(ROOT / "tests/clusters.py"), *options]
    with subprocess.Popen(command, env=environment(), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        assert process.stdin
        try:
            yield process.stdout.readline().strip(), process
        finally:
            process.stdin.close()


@pytest.fixture
def s3(python: Path, tmp_path: Path) -> Iterator[str]:
    """The address of an S3 server with the buckets "news" and "kept"."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with (
        (tmp_path / "log").open("wb") as told,
        subprocess.Popen([python.with_name("moto_server"), "-H", "127.0.0.1", "-p", str(port)], stdout=told, stderr=told) as process,
    ):
        try:
            for attempt in range(600):
                try:
                    put(f"127.0.0.1:{port}", "/news")
                    break
                except OSError:
                    assert process.poll() is None
                    assert attempt < 599
                    time.sleep(0.1)
            put(f"127.0.0.1:{port}", "/kept")
            yield f"127.0.0.1:{port}"
        finally:
            process.terminate()


def put(host: str, path: str, content: bytes = b"") -> None:
    """Ask the server itself, past the code under test; it looks for a signature, and believes any."""
    connection = http.client.HTTPConnection(host, timeout=30)
    signature = "AWS4-HMAC-SHA256 Credential=test/20200101/us-east-1/s3/aws4_request, SignedHeaders=host, Signature=0"
    connection.request("PUT", path, content, {"Authorization": signature})
    assert connection.getresponse().status == 200


@pytest.fixture
def news(tmp_path: Path) -> Path:
    folder = tmp_path / "news"
    (folder / "articles").mkdir(parents=True)
    (folder / "timeline.toml").write_text('title = "News"\n')
    for number in range(24):
        place, deed = PLACES[number % 5], DEEDS[number // 5 % 5]
        text = f"The bridge of {place} was {deed} on Tuesday, the mayor of {place} said.\n\nThe market is to be {deed} by Friday.\n"
        (folder / f"articles/n{number:02}.txt").write_text(text)
        (folder / f"articles/n{number:02}.toml").write_text(f"published = 2022-03-{1 + number % 12:02}\n")
    return folder


def build(python: Path, project: Path, *options: str, **more: str) -> subprocess.CompletedProcess[str]:
    command = [str(python), "-m", "generator", "build", str(project), "--clean", *options]
    return subprocess.run(command, env=environment(**more), capture_output=True, text=True, check=False, cwd=project)


def tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_cluster_whose_worker_is_killed_gives_the_site_of_one_machine_byte_for_byte(python: Path, news: Path, tmp_path: Path) -> None:
    here = build(python, news, "-o", str(tmp_path / "here"))
    assert here.returncode == 0, here.stderr
    with cluster(python, "--kill") as (address, process):
        there = build(python, news, "-o", str(tmp_path / "there"), "--scheduler", address)
        assert there.returncode == 0, there.stderr
        assert process.stdout
        assert process.stdout.readline() == "killed\n"
    assert tree(tmp_path / "here") == tree(tmp_path / "there")
    assert there.stderr == here.stderr


def test_articles_at_an_address_are_read_by_the_workers_and_kept_by_day(python: Path, news: Path, tmp_path: Path, s3: str) -> None:
    here = build(python, news, "-o", str(tmp_path / "here"))
    assert here.returncode == 0, here.stderr
    for path in (news / "articles").iterdir():
        put(s3, f"/news/story/{path.name}", path.read_bytes())
    region, key = {"AWS_DEFAULT_REGION": "us-east-1"}, {"AWS_ACCESS_KEY_ID": "test", "AWS_SECRET_ACCESS_KEY": "test"}
    away = {"AWS_ENDPOINT_URL": f"http://{s3}", **region, **key}
    empty = tmp_path / "empty"
    empty.mkdir()
    (empty / "timeline.toml").write_text('title = "News"\n')
    named = ("--articles", "s3://news/story", "--archive", "s3://kept/timeline")
    with pytest.MonkeyPatch.context() as patch:
        for name, value in away.items():
            patch.setenv(name, value)
        with cluster(python) as (address, _):
            there = build(python, empty, "-o", str(tmp_path / "there"), "--scheduler", address, *named)
        assert there.returncode == 0, there.stderr
        assert tree(tmp_path / "here") == tree(tmp_path / "there")
        listing = subprocess.run([python, "-c", LISTING], env=environment(), capture_output=True, text=True, check=True).stdout.split()
        assert listing[0] == "24"
        assert int(listing[1]) > 24
        assert listing[2] == "12"


LISTING = """
import pyarrow.parquet as pq, s3fs
store = s3fs.S3FileSystem()
count = lambda what: sum(pq.read_table(store.open(path)).num_rows for path in store.find(f"kept/timeline/{what}"))
print(count("drafts"), count("mentions"), len({path.split("/day=")[1][:10] for path in store.find("kept/timeline/drafts")}))
"""


def test_an_archive_gives_back_what_was_kept_by_the_same_program(python: Path, tmp_path: Path) -> None:
    done = subprocess.run([python, "-c", KEPT, f"file://{tmp_path}/kept"], env=environment(), capture_output=True, text=True, check=False)
    assert done.stdout.split() == ["b'words'", "None", "None", "['day=2022-01-01',", "'day=unknown']"], done.stderr


KEPT = """
import os, sys
from generator.edge.archive import Archive, ArchivedDraft
def recall(program, *keys):
    found = Archive(sys.argv[1], program)
    found.expect(keys)
    return [found.recall(key) for key in keys]
archive = Archive(sys.argv[1], "program")
archive.keep(ArchivedDraft("k", "2022-01-01", "a", b"words", ({"id": "e-1"},)))
archive.keep(ArchivedDraft("l", None, "b", b"more", ()))
archive.flush()
print(*recall("program", "k", "never"), *recall("another", "k"))
print(sorted(os.listdir(sys.argv[1].removeprefix("file://") + "/drafts/program=program")))
"""


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--scheduler", "tcp://127.0.0.1:9"), "no scheduler answers at tcp://127.0.0.1:9"),
        (("--articles", "elsewhere"), "--articles takes an address"),
        (("--archive", "none://kept"), "none://kept: ValueError"),
    ],
)
def test_what_cannot_be_reached_is_said(python: Path, news: Path, options: tuple[str, ...], said: str) -> None:
    done = build(python, news, *options, DASK_DISTRIBUTED__COMM__TIMEOUTS__CONNECT="1s")
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert not (news / "site").exists()


def test_without_the_extra_packages_it_is_said_which_are_wanted(news: Path) -> None:
    done = build(Path(sys.executable), news, "--scheduler", "tcp://127.0.0.1:9")
    assert done.returncode == 2
    assert "pip install 'dateline[cluster]'" in done.stderr


def test_an_address_without_articles_is_said(python: Path, news: Path) -> None:
    done = build(python, news, "--articles", "file:///nowhere/at/all")
    assert done.returncode == 1
    assert "file:///nowhere/at/all: error[D" in done.stderr
