"""The rules of publishing, the same for every host, on a target that is a dictionary."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import pytest
from hypothesis import given
from hypothesis import strategies as some

from generator.edge.hosts.host import PUBLISHED, HostError, OpenTarget
from generator.edge.hosts.shipping import Cargo, Shipped, is_safe, listed, manifest, ship
from generator.model.diagnostic import Checked


@dataclass
class Shelf:
    """A target in memory that can break after a number of uploaded files."""

    files: dict[str, bytes] = field(default_factory=dict)
    breaks_after: int | None = None
    touched: list[str] = field(default_factory=list)

    def put(self, files: Mapping[str, bytes]) -> None:
        for path, content in files.items():
            if self.breaks_after is not None and len(self.touched) >= self.breaks_after:
                raise HostError("the line went dead")
            self.touched.append(path)
            self.files[path] = content

    def remove(self, paths: Sequence[str]) -> None:
        for path in paths:
            del self.files[path]

    def place(self) -> OpenTarget:
        return OpenTarget(
            names=lambda: frozenset(self.files),
            read=lambda paths: {path: self.files[path] for path in paths if path in self.files},
            put=self.put,
            remove=self.remove,
        )

    def ship(self, files: Mapping[str, bytes], *, dry_run: bool = False, overwrite: bool = False) -> Checked[Shipped | None]:
        return ship(self.place(), Cargo(files, "shelf:"), dry_run=dry_run, overwrite=overwrite)

    def site(self) -> dict[str, bytes]:
        return {path: content for path, content in self.files.items() if path != PUBLISHED}


def shipped(result: Checked[Shipped | None]) -> Shipped:
    assert result.value is not None, result.diagnostics
    return result.value


def test_only_what_changed_is_uploaded_and_only_ours_is_deleted() -> None:
    shelf = Shelf({"CNAME": b"timeline.example"})
    shelf.ship({"index.html": b"1", "old.html": b"1", "same.css": b"1"})
    shelf.touched.clear()
    done = shipped(shelf.ship({"index.html": b"2", "same.css": b"1", "new.html": b"1"}))
    assert done == Shipped(("index.html", "new.html"), ("old.html",), 1)
    assert set(shelf.touched) == {"index.html", "new.html", PUBLISHED}
    assert shelf.site() == {"CNAME": b"timeline.example", "index.html": b"2", "same.css": b"1", "new.html": b"1"}


def test_nothing_is_touched_when_nothing_changed() -> None:
    shelf = Shelf()
    shelf.ship({"index.html": b"1"})
    shelf.touched.clear()
    assert shipped(shelf.ship({"index.html": b"1"})) == Shipped((), (), 1)
    assert shelf.touched == []


def test_a_file_that_someone_lost_is_put_there_again() -> None:
    shelf = Shelf()
    shelf.ship({"index.html": b"1"})
    del shelf.files["index.html"]
    assert shipped(shelf.ship({"index.html": b"1"})).put == ("index.html",)


def test_a_file_of_others_is_neither_replaced_nor_deleted() -> None:
    shelf = Shelf({"index.html": b"theirs", "about/index.html": b"same"})
    refused = shelf.ship({"index.html": b"ours", "about/index.html": b"same"})
    assert refused.value is None
    assert [each.code.name for each in refused.diagnostics] == ["D504"]
    assert "index.html already stands at shelf:" in refused.diagnostics[0].message
    assert shelf.files == {"index.html": b"theirs", "about/index.html": b"same"}
    assert shipped(shelf.ship({"index.html": b"ours"}, overwrite=True)).put == ("index.html",)
    assert shelf.site() == {"index.html": b"ours", "about/index.html": b"same"}


def test_a_dry_run_says_the_same_and_touches_nothing() -> None:
    shelf = Shelf()
    shelf.ship({"index.html": b"1", "old.html": b"1"})
    before = dict(shelf.files)
    would = shelf.ship({"index.html": b"2"}, dry_run=True)
    assert shelf.files == before
    assert would == shelf.ship({"index.html": b"2"})


@pytest.mark.parametrize("breaks_after", range(6))
def test_a_publish_that_broke_off_is_taken_up_by_the_next(breaks_after: int) -> None:
    shelf = Shelf({"CNAME": b"x"})
    shelf.ship({"index.html": b"1", "old.html": b"1"})
    wanted = {"index.html": b"2", "a.css": b"2", "b.html": b"2", "c.html": b"2"}
    shelf.touched.clear()
    shelf.breaks_after = breaks_after
    broken = shelf.ship(wanted)
    assert [each.code.name for each in broken.diagnostics] == ["D503"]
    assert "the line went dead" in broken.diagnostics[0].message
    shelf.breaks_after = None
    shipped(shelf.ship(wanted))
    assert shelf.site() == {"CNAME": b"x", **wanted}


names = some.sampled_from(["index.html", "a/b.html", "c.css", "CNAME", "d"])
sites = some.dictionaries(names, some.binary(max_size=2), max_size=4)


@given(sites, some.lists(some.tuples(sites, some.integers(0, 4)), max_size=4))
def test_after_any_history_the_target_holds_the_last_site_and_what_was_not_ours(
    before: dict[str, bytes], history: list[tuple[dict[str, bytes], int]]
) -> None:
    shelf = Shelf(dict(before))
    for site, breaks_after in history:
        shelf.touched.clear()
        shelf.breaks_after = breaks_after
        shelf.ship(site, overwrite=True)
    shelf.breaks_after = None
    last = {"index.html": b"last"}
    shipped(shelf.ship(last, overwrite=True))
    ever = {path for site, _ in history for path in site}
    assert {path: content for path, content in shelf.site().items() if path not in ever} == {
        **{path: content for path, content in before.items() if path not in ever},
        **({} if "index.html" in ever else last),
    }
    assert shelf.files["index.html"] == b"last"
    assert set(shelf.site()) <= {*last, *before}


@pytest.mark.parametrize("path", ["../x", "/etc/x", "a/../../x", "a//b", "./a", "", ".git/config", "a/.git/hooks/x", "a\\b", "a\nb", "a/"])
def test_a_manifest_cannot_name_what_lies_elsewhere(path: str) -> None:
    assert not is_safe(path)
    assert listed(manifest({path: "0", "ok.html": "1"})) == {"ok.html": "1"}


@pytest.mark.parametrize("content", [None, b"", b"[]", b"{}", b'{"files": 3}', b'{"files": {"a": 1}}', b"\xff", b"[" * 100_000])
def test_a_manifest_that_cannot_be_read_names_nothing(content: bytes | None) -> None:
    assert listed(content) == {}


def test_a_manifest_gives_back_what_it_was_made_of() -> None:
    assert listed(manifest({"b/ü.html": "2", "a": ""})) == {"a": "", "b/ü.html": "2"}
