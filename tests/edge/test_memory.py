from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from generator.edge.memory import Memory, key_of, program_key

SEAL = b"the key of these tests"
ABC, ABD = "a" * 39 + "c", "a" * 39 + "d"


def test_what_is_kept_is_recalled_by_the_next_run(tmp_path: Path) -> None:
    Memory(tmp_path, SEAL).keep(ABC, b"words")
    assert Memory(tmp_path, SEAL).recall(ABC) == b"words"
    assert Memory(tmp_path, SEAL).recall(ABD) is None


def test_a_damaged_entry_is_as_good_as_none(tmp_path: Path) -> None:
    Memory(tmp_path, SEAL).keep(ABC, b"words")
    (path,) = (each for each in tmp_path.rglob("*") if each.is_file())
    whole = path.read_bytes()
    for place in range(len(whole)):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        assert Memory(tmp_path, SEAL).recall(ABC) is None
        path.write_bytes(whole[:place])
        assert Memory(tmp_path, SEAL).recall(ABC) is None


def test_what_another_hand_wrote_is_not_believed(tmp_path: Path) -> None:
    Memory(tmp_path, b"another's").keep(ABC, b"words that no article says")
    assert Memory(tmp_path, SEAL).recall(ABC) is None


def test_nothing_is_removed_that_a_memory_did_not_name(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("x" * 1000)
    memory = Memory(tmp_path, SEAL)
    memory.keep(ABC, b"words")
    Memory(tmp_path, SEAL).tidy(limit=0)
    assert (tmp_path / "thesis.txt").exists()
    assert memory.recall(ABC) is None


def test_a_memory_that_cannot_be_written_is_none(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    memory = Memory(tmp_path / "file", SEAL)
    memory.keep(ABC, b"words")
    memory.tidy()
    assert memory.recall(ABC) is None


def test_it_forgets_what_this_run_did_not_use_when_it_grows(tmp_path: Path) -> None:
    old = Memory(tmp_path, SEAL)
    old.keep("a" * 40, b"x" * 100)
    old.keep("b" * 40, b"x" * 100)
    new = Memory(tmp_path, SEAL)
    assert new.recall("b" * 40)
    new.tidy(limit=150)
    assert new.recall("a" * 40) is None
    assert new.recall("b" * 40) is not None


@given(st.lists(st.none() | st.binary() | st.text(st.characters(codec="utf-8"))), st.lists(st.none() | st.binary()))
def test_different_parts_have_different_keys(one: list[str | bytes | None], other: list[str | bytes | None]) -> None:
    def plain(parts: list[str | bytes | None]) -> list[bytes | None]:
        return [part.encode() if isinstance(part, str) else part for part in parts]

    assert (key_of(one) == key_of(other)) == (plain(one) == plain(other))


def test_the_key_of_the_program_holds_its_rooms() -> None:
    assert program_key(["model"]) == program_key(["model"])
    assert program_key(["model"]) != program_key(["model", "edge"])
