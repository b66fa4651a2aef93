"""A site in one language over articles in another: the source's shading and deadlines are told in the site's words."""

from __future__ import annotations

import pytest

from generator.model.edtf import parse
from generator.model.mention import DateBasis
from generator.render.dates import told
from generator.render.words import words

CASES = [
    ("de", "[2021-12-08..2021-12-10]", "by Friday", "Bis Fr., 10. Dez. 2021", "Frist, ab 8. Dez."),
    ("es", "[2021-12-08..2021-12-10]", "by Friday", "A más tardar vie 10 dic 2021", "plazo, desde 8 dic"),
    ("de", "[..2021-12-09]", "before Friday", "Vor Fr., 10. Dez. 2021", "an einem Tag davor"),
    ("es", "[..2021-11]", "before December", "Antes de diciembre de 2021", "algún día anterior"),
    ("de", "2021-12~", "early in December", "Anfang Dezember 2021", "ungefähr"),
    ("es", "2021-12~", "late in December", "Finales de diciembre de 2021", "aproximada"),
    ("de", "2021-08/2021-08", "as early as this summer", "August 2021", "Zeitraum ohne genaue Tage"),
    ("de", "1998-06", "June 1998", "Juni 1998", "nur der Monat"),
    ("es", "2021-12-06/2021-12-12", "that week", "6-12 dic 2021", "un periodo de 7 días"),
]


@pytest.mark.parametrize(("language", "date", "said", "label", "precision"), CASES, ids=[f"{case[0]} {case[2]}" for case in CASES])
def test_the_words_of_an_english_source(language: str, date: str, said: str, label: str, precision: str) -> None:
    found = parse(date)
    assert found is not None
    shown = told(found, said, DateBasis.SAID, words(language))
    assert (shown.label, shown.precision) == (label, precision)
