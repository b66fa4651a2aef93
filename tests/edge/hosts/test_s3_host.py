"""`dateline publish s3://…` as users run it, against a real S3 server (moto's) in an environment of its own."""

from __future__ import annotations

import http.client
import json
import os
import re
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

import pytest

ROOT = Path(__file__).parents[3]
Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture(scope="session")
def server(installed: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    log = tmp_path_factory.mktemp("moto") / "log"
    with (
        log.open("wb") as told,
        subprocess.Popen([installed / "moto_server", "-H", "127.0.0.1", "-p", str(port)], stdout=told, stderr=told) as process,
    ):
        address = f"http://127.0.0.1:{port}"
        try:
            for _ in range(300):
                try:
                    call(f"{address}/moto-api/")
                    break
                except OSError:
                    assert process.poll() is None, log.read_text()
                    time.sleep(0.1)
            yield address
        finally:
            process.terminate()


@pytest.fixture
def bucket(server: str, request: pytest.FixtureRequest) -> str:
    """A new bucket: its address."""
    name = re.sub(r"[^a-z]+", "-", request.node.name)[:60].strip("-")
    address = f"{server}/{name}"
    call(address, "PUT")
    return address


def call(address: str, method: str = "GET", content: bytes | None = None) -> tuple[str, bytes]:
    """Ask the server itself, past the code under test; it looks for a signature, and believes any."""
    parts = urlsplit(address)
    connection = http.client.HTTPConnection(parts.netloc, timeout=30)
    try:
        connection.request(method, f"{parts.path}?{parts.query}", content, {"Authorization": "AWS key:any", "Content-Type": "text/plain"})
        answer = connection.getresponse()
        assert answer.status == http.HTTPStatus.OK, (method, address, answer.status)
        return answer.headers["Content-Type"] or "", answer.read()
    finally:
        connection.close()


def objects(bucket: str) -> dict[str, tuple[str, bytes]]:
    """Every object of a bucket: its media type and bytes."""
    listing = ET.fromstring(call(f"{bucket}?list-type=2")[1])  # noqa: S314  # our own server's answer
    keys = [key.text or "" for key in listing.iter("{http://s3.amazonaws.com/doc/2006-03-01/}Key")]
    return {key: call(f"{bucket}/{key}") for key in keys}


@pytest.fixture
def publish(server: str, installed: Path, tmp_path: Path) -> Run:
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith("AWS_")},
        "AWS_ENDPOINT_URL": server,
        "AWS_ACCESS_KEY_ID": "key",
        "AWS_SECRET_ACCESS_KEY": "secret",
        "AWS_DEFAULT_REGION": "us-east-1",
        "AWS_EC2_METADATA_DISABLED": "true",
        "HOME": str(tmp_path),
        "PYTHONPATH": str(ROOT),
    }

    def run(*arguments: object) -> subprocess.CompletedProcess[str]:
        command = [str(installed / "python"), "-m", "generator", "publish", *map(str, arguments)]
        return subprocess.run(command, env=environment, capture_output=True, text=True, check=False, cwd=tmp_path)

    return run


def test_a_timeline_is_published_kept_up_and_taken_back(bucket: str, publish: Run, project: Path) -> None:
    name = bucket.rpartition("/")[2]
    call(f"{bucket}/news/CNAME", "PUT", b"mine")
    target = f"s3://{name}/news/quarry"
    would = publish(target, "--project", project, "--dry-run")
    assert would.returncode == 0, would.stderr
    assert set(objects(bucket)) == {"news/CNAME"}

    first = publish(target, "--project", project)
    assert first.returncode == 0, first.stderr
    assert first.stdout.splitlines()[-1] == would.stdout.splitlines()[-1].replace("would be ", "")
    there = objects(bucket)
    site = {path.relative_to(project / "site").as_posix(): path.read_bytes() for path in (project / "site").rglob("*") if path.is_file()}
    site.pop(".dateline-manifest.json")
    published = {key.removeprefix("news/quarry/"): value for key, value in there.items() if key.startswith("news/quarry/")}
    published.pop(".dateline-published.json")
    assert {key: content for key, (_, content) in published.items()} == site
    assert published["index.html"][0] == "text/html; charset=utf-8"
    assert published["style.css"][0] == "text/css; charset=utf-8"
    assert published["timeline.ics"][0] == "text/calendar; charset=utf-8"
    assert there["news/CNAME"][1] == b"mine"

    again = publish(target, "--project", project)
    assert ": 0 files uploaded, 0 deleted" in again.stdout

    (project / "static").mkdir()
    (project / "static" / "own.css").write_text("p{}")
    (project / "articles" / "second.txt").write_text("The quarry was flooded on 3 May 2023.\n")
    changed = publish(target, "--project", project)
    assert "since the last time: 1 event new" in changed.stdout
    assert "news/quarry/own.css" in objects(bucket)
    (project / "static" / "own.css").unlink()
    (project / "articles" / "second.txt").unlink()
    gone = publish(target, "--project", project)
    assert gone.returncode == 0, gone.stderr
    assert "1 event gone" in gone.stdout
    kept = objects(bucket)
    assert "news/quarry/source/second/index.html" in kept
    assert "news/quarry/own.css" not in kept
    assert ", 1 deleted, " in gone.stdout
    new = set(json.loads((project / "permalinks.json").read_bytes())["publications"][1]["new"])
    assert {f"news/quarry/event/{each}/index.html" for each in new} <= set(kept)


def test_a_bucket_that_is_not_there_is_told(server: str, publish: Run, project: Path) -> None:
    said = publish("s3://no-such-bucket/x", "--project", project)
    assert said.returncode == 1
    assert "error[D503] s3://no-such-bucket/x cannot be published to: " in said.stderr
    assert "Traceback" not in said.stderr
    assert not (project / "permalinks.json").exists()


def test_objects_of_others_are_not_replaced(bucket: str, publish: Run, project: Path) -> None:
    call(f"{bucket}/index.html", "PUT", b"theirs")
    said = publish(f"s3://{bucket.rpartition('/')[2]}", "--project", project)
    assert said.returncode == 1
    assert "error[D504] index.html already stands at s3://" in said.stderr
    assert set(objects(bucket)) == {"index.html"}
