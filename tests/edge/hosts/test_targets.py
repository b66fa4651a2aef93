"""A target as people write it finds its host; what no host is known for is answered with the forms that there are."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.edge.hosts.host import HostError
from generator.edge.hosts.targets import _HOSTS, host_of
from generator.model.settings import PUBLISH_FORMS

ROOT = Path(__file__).parents[3]


def test_every_host_of_ours_says_how_it_is_written_and_has_its_place_in_the_docs() -> None:
    assert [form.partition(":")[0] for form in PUBLISH_FORMS] == list(_HOSTS)
    said = (ROOT / "docs/hosting.md").read_text("utf-8")
    for scheme in _HOSTS:
        assert f"dateline publish {scheme}:" in said
        assert callable(host_of(f"{scheme}:x")[0])


def test_the_address_is_what_follows_the_scheme() -> None:
    assert host_of("git:origin#pages")[1] == "origin#pages"
    assert host_of("s3://bucket/prefix")[1] == "bucket/prefix"


def test_what_no_host_is_known_for_is_told_with_the_forms() -> None:
    with pytest.raises(HostError, match=r"write folder:PATH, .*did you mean “rsync:…”\?"):
        host_of("rsnyc:me@host:/www")
