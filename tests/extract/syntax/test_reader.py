"""Sentences read into trees by the shipped model: what the arcs of plain news sentences are, and that any text gives a lawful tree."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.extract.syntax.reader import LONGEST, parse, parse_sentence
from generator.model.article import BlockKind, Sentence
from generator.model.span import Span
from generator.model.tree import ROOT, Form, Rel, Tree, Upos


def tree_of(text: str) -> Tree:
    return parse_sentence(text, Sentence(1, Span(0, len(text)), BlockKind.PARAGRAPH, 0))


def arc(tree: Tree, word: str) -> tuple[str, str]:
    """The relation and the head of a word."""
    token = next(token for token in tree if token.text == word)
    return token.rel.value, tree[token.head].text if token.head != ROOT else ""


ARCS = {
    "The council approved the plan on Monday.": [
        ("council", "nsubj", "approved"),
        ("plan", "obj", "approved"),
        ("Monday", "obl", "approved"),
        ("approved", "root", ""),
    ],
    "The minister said the ferry would sail on Friday.": [
        ("sail", "ccomp", "said"),
        ("Friday", "obl", "sail"),
        ("minister", "nsubj", "said"),
    ],
    "Three men were arrested by police in the harbour.": [
        ("men", "nsubj:pass", "arrested"),
        ("police", "obl:agent", "arrested"),
        ("were", "aux:pass", "arrested"),
    ],
    "She resigned and left the city.": [("left", "conj", "resigned"), ("She", "nsubj", "resigned"), ("city", "obj", "left")],
    "He is the chairman of the company.": [("is", "cop", "chairman"), ("company", "nmod", "chairman"), ("He", "nsubj", "chairman")],
    "The workers, who had waited for hours, went home.": [("waited", "acl:relcl", "workers"), ("workers", "nsubj", "went")],
}


@pytest.mark.parametrize("text", ARCS)
def test_a_plain_sentence_has_the_arcs_of_universal_dependencies(text: str) -> None:
    tree = tree_of(text)
    for word, rel, head in ARCS[text]:
        assert arc(tree, word) == (rel, head), word


def test_words_have_lemmas_parts_of_speech_and_forms() -> None:
    tree = tree_of("The banks have announced that they will be selling two ships.")
    told = {token.text: (token.lemma, token.upos, token.form) for token in tree}
    assert told["banks"] == ("bank", Upos.NOUN, Form.PLURAL)
    assert told["have"] == ("have", Upos.AUX, Form.PRESENT)
    assert told["announced"] == ("announce", Upos.VERB, Form.PARTICIPLE)
    assert told["selling"] == ("sell", Upos.VERB, Form.GERUND)
    assert told["will"] == ("will", Upos.AUX, Form.PRESENT)


def test_the_trees_of_several_sentences_keep_their_numbers_and_places() -> None:
    text = "  Rain fell. It stopped."
    sentences = [
        Sentence(4, Span(2, 12), BlockKind.PARAGRAPH, 0),
        Sentence(5, Span(13, 24), BlockKind.PARAGRAPH, 0),
    ]
    first, second = parse(text, sentences)
    assert (first.sentence, second.sentence) == (4, 5)
    assert [token.span.of(text) for token in second] == [token.text for token in second] == ["It", "stopped", "."]


def test_the_same_text_gives_the_same_tree() -> None:
    text = "Officials on Tuesday said that the bridge, closed since May, would open again."
    assert tree_of(text) == tree_of(text)


def test_a_sentence_that_never_ends_is_read_in_pieces_below_one_head() -> None:
    tree = tree_of("a ship and " * LONGEST)
    assert len(tree) == 3 * LONGEST
    assert [token.rel for token in tree if token.head == ROOT] == [Rel.ROOT]


@settings(max_examples=200, deadline=None)
@given(st.text(min_size=1).filter(lambda text: text.strip()))
def test_any_text_gives_a_lawful_tree_over_its_words(text: str) -> None:
    tree = tree_of(text)
    assert "".join(token.text for token in tree) == "".join(text.split())
    assert sum(token.head == ROOT for token in tree) == 1
    for token in tree:
        assert ROOT in {token.head, *(tree[up].head for up in tree.ancestors(token.index))}
