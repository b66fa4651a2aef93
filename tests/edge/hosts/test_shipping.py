"""The rules of publishing, the same for every host, on a target that is a dictionary."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

import pytest
from hypothesis import given
from hypothesis import strategies as some

from generator.edge.hosts.claims import Cargo
from generator.edge.hosts.host import PUBLISHED, HostError, OpenTarget
from generator.edge.hosts.manifest import Manifest, Owner, written
from generator.edge.hosts.shipping import Shipped, ship
from generator.model import codes
from generator.model.diagnostic import Checked, Diagnostic, tell


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

    def codes(self, cargo: Cargo, *, overwrite: bool = False) -> list[str]:
        """Publish, and return the codes of what is said."""
        return [each.code.name for each in ship(self.place(), cargo, overwrite=overwrite).diagnostics]

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


OURS, THEIRS = Owner("1f", "The quarry"), Owner("2e", "The bridge")


def test_a_publication_of_another_project_is_replaced_only_when_that_is_said() -> None:
    shelf = Shelf()
    assert shelf.codes(Cargo({"index.html": b"bridge", "old.html": b"1"}, "shelf:", owner=THEIRS, is_first=True)) == []
    before = dict(shelf.files)
    ours = Cargo({"index.html": b"quarry"}, "shelf:", owner=OURS)
    (said,) = ship(shelf.place(), ours).diagnostics
    assert said.code.name == "D509"
    assert said.message == "“The bridge”, the timeline of another project, stands at shelf:"
    assert ship(shelf.place(), ours, dry_run=True).value is None, "a dry run says the same"
    assert shelf.files == before
    assert shelf.codes(ours, overwrite=True) == []
    assert shelf.site() == {"index.html": b"quarry"}, "nothing is left of what was replaced"
    assert shelf.codes(ours) == []
    assert shelf.codes(Cargo({"index.html": b"bridge"}, "shelf:", owner=THEIRS)) == ["D509"], "and now it is ours"


def test_a_publication_of_an_early_version_is_taken_on_by_who_has_published_before_and_by_nobody_else() -> None:
    shelf = Shelf()
    shelf.ship({"index.html": b"1"})
    assert shelf.codes(Cargo({"index.html": b"1"}, "shelf:", owner=THEIRS, is_first=True)) == ["D509"]
    shelf.touched.clear()
    assert shelf.codes(Cargo({"index.html": b"1"}, "shelf:", owner=OURS)) == []
    assert set(shelf.touched) == {PUBLISHED}, "from now on it says whose it is"
    assert shelf.codes(Cargo({"index.html": b"1"}, "shelf:", owner=THEIRS)) == ["D509"]


def test_a_place_in_use_is_asked_about_once() -> None:
    shelf = Shelf({"letter.odt": b"x", "src/main.c": b"y", "README.md": b"z", ".gitignore": b""})
    before = dict(shelf.files)
    cargo = Cargo({"index.html": b"1"}, "shelf:", owner=OURS, is_first=True)
    (said,) = ship(shelf.place(), cargo).diagnostics
    assert (said.code.name, said.message) == ("D510", "shelf: holds something else than a timeline: 2 files (letter.odt, src/main.c)")
    assert shelf.files == before
    assert shelf.codes(cargo, overwrite=True) == []
    assert shelf.site() == before | {"index.html": b"1"}
    shelf.files["other.html"] = b"theirs"
    assert shelf.codes(cargo) == [], "the site stands there now, and others may put what they like beside it"


@pytest.mark.parametrize("name", ["CNAME", "README.md", "LICENSE", ".well-known/security.txt", ".domains", "_headers"])
def test_what_hosts_want_there_makes_no_place_in_use(name: str) -> None:
    assert Shelf({name: b"x"}).codes(Cargo({"index.html": b"1"}, "shelf:", owner=OURS, is_first=True)) == []


def site(*events: str) -> dict[str, bytes]:
    return {"index.html": repr(events).encode(), "timeline.json": json.dumps({"events": events}).encode()}


def test_an_empty_timeline_is_never_put_over_one_that_holds_events_unasked() -> None:
    shelf = Shelf()
    empty = Cargo(site(), "shelf:", owner=OURS, is_empty=True)
    assert shelf.codes(empty) == [], "a first one may be empty"
    assert shelf.codes(Cargo({**site(), "more.css": b""}, "shelf:", owner=OURS, is_empty=True)) == [], "and stay it"
    assert shelf.codes(Cargo(site("e-1"), "shelf:", owner=OURS)) == []
    before = dict(shelf.files)
    assert shelf.codes(empty) == ["D511"]
    assert shelf.files == before
    assert shelf.codes(empty, overwrite=True) == []
    assert shelf.site() == site()


@pytest.mark.parametrize("content", [None, b"", b"[]", b"\xff", b"[" * 100_000, b"{}"])
def test_a_published_timeline_that_cannot_be_read_is_taken_for_one_that_holds_events(content: bytes | None) -> None:
    shelf = Shelf()
    shelf.ship(site("e-1"))
    if content is None:
        del shelf.files["timeline.json"]
    else:
        shelf.files["timeline.json"] = content
    assert shelf.codes(Cargo(site(), "shelf:", is_empty=True)) == ["D511"]


def test_in_the_output_folder_of_the_project_what_a_build_put_there_is_its_own() -> None:
    files = {".dateline-manifest.json": written(Manifest({"index.html": "0", "gone.html": "0"})), "index.html": b"built", "gone.html": b""}
    fresh = Cargo({"index.html": b"1"}, "shelf:", owner=OURS, is_first=True)
    assert set(Shelf(dict(files)).codes(fresh)) == {"D504", "D510"}, "elsewhere it is a stranger's"
    shelf = Shelf(dict(files))
    assert shelf.codes(replace(fresh, at_home=True)) == []
    assert shelf.files["index.html"] == b"1"
    assert "gone.html" not in shelf.files


def test_nothing_is_put_there_before_all_is_ready_and_a_dry_run_makes_nothing_ready() -> None:
    shelf, asked = Shelf(), []

    def ready() -> tuple[Diagnostic, ...]:
        asked.append(dict(shelf.files))
        return (tell(codes.CANNOT_WRITE, None, None, folder="site", reason="full"),)

    ship(shelf.place(), Cargo({"index.html": b"1"}, "shelf:"), dry_run=True, ready=ready)
    assert asked == []
    done = ship(shelf.place(), Cargo({"index.html": b"1"}, "shelf:"), ready=ready)
    assert [each.code.name for each in done.diagnostics] == ["D502"]
    assert asked == [{}]
    assert shelf.files == {}
