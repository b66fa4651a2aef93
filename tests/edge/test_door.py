"""Where a preview answers: the names it goes by, for this machine, for others, and behind a proxy."""

from __future__ import annotations

import pytest

from generator.edge.door import Door, PortTakenError, listening, origin_of


def closed(door: Door) -> Door:
    for each in door.sockets:
        each.close()
    return door


def test_it_is_for_this_machine_alone_unless_told() -> None:
    with listening(0).sockets[0] as opened:
        door = Door((opened,))
        assert door.hosts == {f"127.0.0.1:{door.port}", f"localhost:{door.port}"}
        assert (door.address, door.outer_port) == (f"http://127.0.0.1:{door.port}/", door.port)


def test_others_reach_it_at_the_address_it_was_given_or_by_that_of_a_proxy() -> None:
    door = listening(0, host="127.0.0.2")
    assert f"http://127.0.0.2:{door.port}" in door.origins
    closed(door)
    door = listening(0, public="https://desk.example/")
    assert "desk.example" in door.hosts
    assert (door.address, door.outer_port) == ("https://desk.example/", 443)
    closed(door)


@pytest.mark.parametrize(
    "url", ["desk.example", "https://desk.example/path", "ftp://desk.example", "https://u@desk.example", "https://x/?q"]
)
def test_what_is_no_origin_is_refused(url: str) -> None:
    with pytest.raises(ValueError, match="no address"):
        origin_of(url)


def test_every_address_at_once_has_to_be_named() -> None:
    with pytest.raises(ValueError, match="--public"):
        listening(0, host="0.0.0.0")  # noqa: S104 - that it is refused


def test_an_address_of_another_machine_is_told() -> None:
    with pytest.raises(PortTakenError, match=r"no address 203\.0\.113\.9"):
        listening(0, host="203.0.113.9")
