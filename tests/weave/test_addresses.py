"""The words of an address help whoever reads it, and stay as they were published."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.model.edtf import parse
from generator.model.event import Event
from generator.model.permalink import Permalinks
from generator.weave.addresses import address_of
from generator.weave.permalinks import keep, published
from tests.weave.publishing import DAY, event, once, timeline


def told(headline: str, date: str = "2021-12-07") -> Event:
    found = parse(date)
    assert found is not None
    return event("e-1", headline=headline, date=found, address="")


@pytest.mark.parametrize(
    ("date", "address"),
    [
        ("2021-12-07", "2021-12-07-lock-closed"),
        ("2021-12", "2021-12-lock-closed"),
        ("[2021-12-06..2021-12-12]", "2021-12-lock-closed"),
        ("[2021-12-06..2022-01-02]", "lock-closed"),
        ("2021-22", "2021-lock-closed"),
        ("-0043-03-15", "lock-closed"),
        ("../2021-12-07", "lock-closed"),
    ],
)
def test_the_date_of_an_address_claims_no_more_than_the_event(date: str, address: str) -> None:
    assert address_of(told("Lock closed", date)) == address


@pytest.mark.parametrize(
    ("headline", "address"),
    [
        ("Łódź: Größe “3.5 m”", "2021-12-07-lodz-grosse-3-5-m"),
        ("Мост закрыт", "2021-12-07"),
        ("the " * 40, "2021-12-07-" + "-".join(["the"] * 12)),
        ("n" * 300, "2021-12-07"),
    ],
)
def test_words_are_plain_letters_and_few(headline: str, address: str) -> None:
    assert address_of(told(headline)) == address


def test_a_published_address_stays_when_the_headline_is_edited() -> None:
    first = keep(timeline(told("Lock closed")), Permalinks())
    links = published(first, Permalinks(), DAY)
    edited = keep(timeline(told("Lock open", "2022-01-01")), links)
    assert edited.events[0].address == "2021-12-07-lock-closed"
    assert published(edited, links, DAY).events[0].address == "2021-12-07-lock-closed"


def test_what_was_published_without_words_gets_them_at_the_next_publication() -> None:
    old = once(told("Lock closed"))
    assert old.events[0].address == ""
    assert published(keep(timeline(told("Lock closed")), old), old, DAY).events[0].address == "2021-12-07-lock-closed"


def test_what_is_gone_keeps_the_address_it_had() -> None:
    links = once(replace(told("Lock closed"), address="2021-12-07-lock-closed"))
    assert published(keep(timeline(), links), links, DAY).events[0].address == "2021-12-07-lock-closed"
