"""A site in one language over articles in another: what the source says of a date besides its days is told in the site's words."""

from __future__ import annotations

from datetime import date

import pytest

from generator.extract.timexes import tag_text
from generator.language import load
from generator.model.mention import DateBasis
from generator.render.dates import told
from generator.render.words import words

CASES = [
    ("en", "They hope to announce it by Friday.", "de", "Bis Fr., 10. Dez. 2021", "Frist, ab 8. Dez."),
    ("en", "They hope to announce it by Friday.", "es", "A más tardar vie 10 dic 2021", "plazo, desde 8 dic"),
    ("en", "It closed before Tuesday.", "de", "Vor Di., 7. Dez. 2021", "an einem Tag davor"),
    ("en", "The pier was shut in early 2020.", "de", "Anfang 2020", "ungefähr"),
    ("en", "The pier has been shut since late 2019.", "de", "Seit Ende 2019", "Ende nicht genannt"),
    ("en", "The pier has been shut since late 2019.", "es", "Desde finales de 2019", "sin final indicado"),
    ("en", "It opened in June 1998.", "de", "Juni 1998", "nur der Monat"),
    ("de", "Der Steg wurde Anfang 2020 gesperrt.", "en", "Early 2020", "approximate"),
    ("de", "Der Steg ist seit Mitte 2019 gesperrt.", "en", "Since mid-2019", "no end given"),
    ("es", "El muelle cerró a finales de 2019.", "en", "Late 2019", "approximate"),
    ("en", "The works lasted from early 2018 to late 2019.", "en", "Early 2018 – late 2019", "approximate"),
    ("en", "They may open as early as next month.", "en", "January 2022 or later", "no latest day given"),
    ("en", "He had warned of it as early as 2004.", "en", "2004", "year only"),
]


@pytest.mark.parametrize(("source", "text", "site", "label", "precision"), CASES, ids=[f"{case[2]} {case[1]}" for case in CASES])
def test_what_is_known_of_a_date_travels_to_the_page(source: str, text: str, site: str, label: str, precision: str) -> None:
    language = load(source)
    assert language is not None
    found = tag_text(text, date(2021, 12, 8), language)[0].edtf
    assert found is not None
    shown = told(found, DateBasis.SAID, words(site))
    assert (shown.label, shown.precision) == (label, precision)
