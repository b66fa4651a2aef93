"""Parses beside an article: found in its text word by word, and told where they do not fit."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.diagnostic import Checked
from generator.model.project import File
from generator.model.span import Source
from generator.model.tree import ROOT, Form, Rel, Tree, Upos
from generator.read.conllu import read

TEXT = "Hafen zu\n\nDas Schiff sank am  Montag. Niemand kam um."
SANK = """
# text = Das Schiff sank am Montag.
1	Das	der	DET	ART	_	2	det	_	_
2	Schiff	Schiff	NOUN	NN	Number=Sing	3	nsubj	_	_
3	sank	sinken	VERB	VVFIN	Tense=Past|VerbForm=Fin	0	root	_	_
4-5	am	_	_	_	_	_	_	_	_
4	an	an	ADP	APPR	_	6	case	_	_
5	dem	der	DET	ART	_	6	det	_	_
6	Montag	Montag	NOUN	NN	Number=Sing	3	obl:tmod	_	SpaceAfter=No
7	.	.	PUNCT	$.	_	3	punct	_	_
"""
DIED = """
1	Niemand	niemand	PRON	PIS	_	2	nsubj	_	_
2	kam	kommen	VERB	VVFIN	Tense=Past|VerbForm=Fin	0	root	_	_
3	um	um	ADP	PTKVZ	_	2	compound:prt	_	SpaceAfter=No
4	.	.	PUNCT	$.	_	2	punct	_	_
"""


def trees(content: str, text: str = TEXT) -> Checked[tuple[Tree, ...]]:
    return read(File("articles/a.conllu", content.encode()), Source("articles/a.txt", text))


def test_words_are_found_in_the_text_across_any_white_space() -> None:
    found = trees(SANK + DIED)
    assert not found.diagnostics
    first, second = found.value
    assert [(token.text, token.span.of(TEXT)) for token in first] == [
        ("Das", "Das"),
        ("Schiff", "Schiff"),
        ("sank", "sank"),
        ("an", "am"),
        ("dem", "am"),
        ("Montag", "Montag"),
        (".", "."),
    ]
    assert first[3].span == first[4].span
    assert second[0].span.start == TEXT.index("Niemand")


def test_heads_relations_lemmas_and_forms_are_as_the_file_has_them() -> None:
    tree = trees(SANK).value[0]
    assert [token.head for token in tree] == [1, 2, ROOT, 5, 5, 2, 2]
    assert (tree[2].lemma, tree[2].upos, tree[2].form) == ("sinken", Upos.VERB, Form.PAST)
    assert tree[1].form is Form.SINGULAR
    assert tree[5].rel is Rel.OBL, "a subtype that is none of ours is read as its main relation"


def test_a_stretch_without_a_parse_is_passed_over() -> None:
    assert [tree[0].text for tree in trees(DIED).value] == ["Niemand"]


FAULTS = {
    "3\tsank": ("x\tsank", "the next word is number 3, not “x”"),
    "\t3\tnsubj": ("\t30\tnsubj", "the head of a word is a number up to 7, not “30”"),
    "\tNN\tNumber=Sing\t3\tnsubj": ("\tNumber=Sing\t3\tnsubj", "a row has 10 columns with tabs between, not 9"),
}


@pytest.mark.parametrize("part", FAULTS)
def test_a_row_that_is_none_is_told_with_its_line_and_loses_no_other_sentence(part: str) -> None:
    wrong, message = FAULTS[part]
    found = trees(SANK.replace(part, wrong) + DIED)
    (said,) = found.diagnostics
    assert said.code.name == "D224"
    assert said.message.endswith(message)
    assert said.where is not None
    assert said.where.text.startswith(wrong.strip().split("\t")[0]) or wrong.strip() in said.where.text
    assert [tree[0].text for tree in found.value] == ["Niemand"]


def test_sentences_that_are_not_in_the_text_are_told_and_a_foreign_file_is_given_up() -> None:
    found = trees("".join(DIED.replace("kam", f"kam{number}") for number in range(20)))
    assert not found.value
    assert [said.code.name for said in found.diagnostics] == ["D225"] * 5


def test_a_sentence_is_not_found_twice() -> None:
    assert [said.code.name for said in trees(DIED + DIED).diagnostics] == ["D225"]


ROWS = st.lists(st.one_of(st.sampled_from([*SANK.splitlines(), *DIED.splitlines(), "", "1.1\tx", "1-2\tam"]), st.text()), max_size=30)


@given(ROWS, st.text())
def test_no_file_and_no_text_stop_the_reading(rows: list[str], text: str) -> None:
    for tree in trees("\n".join(rows).encode("utf-8", "replace").decode(), text).value:
        assert all(token.span.of(text).strip() for token in tree)
