"""Fitting the weights of merging: what is put into pairs is found in them again."""

from __future__ import annotations

import math
import random

import pytest

from benchmarks.leave_one_out import NAMES, agreement, fitted, solved


def test_a_system_of_equations_is_solved() -> None:
    assert solved([[2.0, 1.0], [1.0, 3.0]], [5.0, 10.0]) == pytest.approx([1.0, 3.0])


def test_weights_are_found_again_in_pairs_drawn_with_them() -> None:
    chance = random.Random(4)  # noqa: S311
    true = [-1.0, 2.0, *[0.0] * (len(NAMES) - 2)]
    rows = []
    for _ in range(4000):
        signs = (1.0, *(float(chance.random() < 0.5) for _ in NAMES[1:]))
        likely = 1 / (1 + math.exp(-sum(sign * weight for sign, weight in zip(signs, true, strict=True))))
        rows.append((signs, int(chance.random() < likely)))
    assert fitted(rows) == pytest.approx(true, abs=0.3)


def test_agreement_counts_pairs_found_and_pairs_taken_wrongly() -> None:
    same, other = (1.0, 1.0, *[0.0] * (len(NAMES) - 2)), (1.0, *[0.0] * (len(NAMES) - 1))
    weights = [-1.0, 2.0, *[0.0] * (len(NAMES) - 2)]
    assert agreement([(same, 1), (other, 0)], weights) == 1.0
    assert agreement([(same, 1), (other, 1), (same, 0)], weights) == pytest.approx(0.5)
