"""The sources as citations, read by programs of others: BibTeX by bibtexparser, CSL-JSON by citeproc, with one of its styles."""

import json
from dataclasses import replace
from datetime import date

import pytest
from bibtexparser.entrypoint import parse_string
from bibtexparser.middlewares import LatexDecodingMiddleware
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON

from generator.model.article import Published
from generator.model.event import Timeline
from generator.render.exports.bibliography import bibtex, csl_json
from tests.render.invented import small

AWKWARD = 'Costs rise 5% & {more}: "A_B #1" ~ 10^6 $ \\ in Zürich'


@pytest.fixture
def timeline() -> Timeline:
    """The two invented articles, and one whose every field is awkward to write down."""
    made = small()
    third = replace(
        made.articles[1],
        id="press, {third}",
        title=AWKWARD,
        publisher="Smith & Sons {Ltd}",
        authors=("Jörg Müller and Co", "O'Neil, 50% Press"),
        url="https://news.example/a_b?c={d}&e=%20",
        published=Published(date(2021, 12, 9), guessed=True),
    )
    return replace(made, articles=(*made.articles, third))


def test_bibtex_is_read_with_the_words_it_was_given(timeline: Timeline) -> None:
    library = parse_string(
        bibtex(timeline).decode(),
        append_middleware=[LatexDecodingMiddleware(keep_braced_groups=False)],
    )
    assert library.failed_blocks == []
    assert [entry.entry_type for entry in library.entries] == ["article", "misc", "article"]
    assert len({entry.key for entry in library.entries}) == 3
    first, _, third = ({field.key: field.value for field in entry.fields} for entry in library.entries)
    assert first["title"] == "Harbour bridge stays shut, mayor says"
    assert (first["journal"], first["author"], first["date"]) == ("The Example Courier", "Ann Example", "2021-12-08")
    assert third["title"].replace("ˆ", "^") == AWKWARD  # the reader takes \textasciicircum for the modifier letter of the same look
    assert third["journal"] == "Smith & Sons {Ltd}"


def test_bibtex_keeps_each_name_whole_and_each_address_as_it_is(timeline: Timeline) -> None:
    library = parse_string(bibtex(timeline).decode())
    assert library.entries[0]["url"] == "https://news.example/bridge?a=1&b=2"
    assert library.entries[2]["url"] == "https://news.example/a_b?c=%7Bd%7D&e=%20"
    assert library.entries[2]["author"] == r"{Jörg Müller and Co} and {O'Neil, 50\% Press}"


def test_csl_json_is_set_by_citeproc(timeline: Timeline) -> None:
    source = CiteProcJSON(json.loads(csl_json(timeline)))
    style = CitationStylesStyle("harvard-cite-them-right", validate=False)
    bibliography = CitationStylesBibliography(style, source, formatter.plain)
    for key in source:
        bibliography.register(Citation([CitationItem(key)]))
    bibliography.sort()
    told = "\n".join(str(entry) for entry in bibliography.bibliography())
    assert "Ann Example (2021) “Harbour bridge stays shut, mayor says”, The Example Courier, 8 December" in told
    assert "Zürich" in told
    assert "9 December" in told
