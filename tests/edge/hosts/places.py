"""What the tests of hosts share: a site of three files, and one function that publishes it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from generator.edge.hosts.claims import Cargo
from generator.edge.hosts.shipping import Shipped, ship
from generator.edge.hosts.targets import host_of
from generator.model.diagnostic import Checked

SITE = {"index.html": b"<p>one</p>", "event/e-1/index.html": b"<p>event</p>", "style.css": b"p{}", ".nojekyll": b""}


def publish(
    target: str, files: Mapping[str, bytes], project: Path, *, dry_run: bool = False, overwrite: bool = False
) -> Checked[Shipped | None]:
    host, address = host_of(target)
    with host(address, project) as place:
        return ship(place, Cargo(files, target, "Publish a test"), dry_run=dry_run, overwrite=overwrite)


def done(result: Checked[Shipped | None]) -> Shipped:
    assert not result.diagnostics, result.diagnostics
    assert result.value is not None
    return result.value
