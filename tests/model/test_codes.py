"""Every message on one page, each with a name of its own."""

from __future__ import annotations

import re

from generator.model.codes import all_codes


def test_every_code_has_a_name_of_its_own_in_order() -> None:
    names = [code.name for code in all_codes()]
    assert names == sorted(set(names))
    assert all(re.fullmatch(r"D[1-9]\d\d", name) for name in names)


def test_every_code_says_what_it_means() -> None:
    for code in all_codes():
        assert code.explanation.endswith((".", "?")), code.name
        assert not code.template.endswith("."), code.name
