"""What speaks for one event and what forbids it, where ``pairs.toml`` has no case."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.model.mention import DateBasis, MentionKind, Status
from generator.weave.likeness import MERGE, Signs, scales, signs
from generator.weave.profiles import Profile
from generator.weave.register import Who
from generator.weave.stems import weights
from tests.weave.profiled import of_matter

BRANDT, FALK = Who(("ilse", "brandt"), is_named=True), Who(("nils", "falk"), is_named=True)


def compared(one: Profile, other: Profile) -> Signs | None:
    return signs(one, other, scales([one, other], weights(profile.matter for profile in (one, other))))


def a_statement(number: int, speaker: Who, *matter: str, article: str = "") -> Profile:
    told = of_matter(number, 10, *matter, article=article)
    return replace(told, who=(speaker,), mention=replace(told.mention, kind=MentionKind.STATEMENT))


BRIDGE = of_matter(1, 10, "bridge", "norrvik", "mayor", "ribbon")


def test_more_in_common_is_more_alike() -> None:
    little, much = (
        compared(BRIDGE, replace(of_matter(2, 9, *matter), last=12)) for matter in (("bridge",), ("bridge", "norrvik", "mayor"))
    )
    assert little
    assert much
    assert little.likeness < much.likeness


def test_the_likeness_is_the_probability_that_the_signs_add_up_to() -> None:
    found = compared(BRIDGE, of_matter(2, 10, "bridge"))
    assert found
    assert 0 < found.likeness < 1
    assert found._replace(matter=found.matter + 1).likeness > found.likeness


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(BRIDGE, of_matter(2, 13, "bridge", "norrvik"), id="dates that do not meet"),
        pytest.param(a_statement(1, BRANDT, "tax"), a_statement(2, FALK, "tax"), id="two speakers"),
        pytest.param(replace(BRIDGE, who=(BRANDT,)), replace(BRIDGE, who=(FALK,)), id="two with full names who do the same"),
        pytest.param(
            BRIDGE,
            replace(of_matter(2, 10, "bridge", trigger="close"), mention=replace(BRIDGE.mention, id="e-2", status=Status.PLANNED)),
            id="a deed and the plan of another",
        ),
        pytest.param(of_matter(1, 10, "a", article="n"), replace(of_matter(1, 10, "a", article="n")), id="two clauses of one sentence"),
        pytest.param(
            of_matter(1, 10, "shot", article="n"),
            replace(
                of_matter(2, 10, "shot", article="n", trigger="march"),
                mention=replace(of_matter(2, 10, article="n").mention, basis=DateBasis.INHERITED),
            ),
            id="what the text adds to a day",
        ),
    ],
)
def test_it_is_forbidden_that_one_event_is(one: Profile, other: Profile) -> None:
    assert compared(one, other) is None


def test_one_speaker_goes_on_in_one_sentence() -> None:
    one = a_statement(1, BRANDT, "tax", article="n")
    assert compared(one, one) is not None


def test_a_plan_and_its_fulfilment_can_be_one() -> None:
    plan = replace(BRIDGE, mention=replace(BRIDGE.mention, id="e-0", article="n0", status=Status.PLANNED))
    found = compared(plan, BRIDGE)
    assert found
    assert found.likeness >= MERGE
