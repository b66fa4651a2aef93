"""The trees of an article: from the file beside it where that has all words of a sentence, else parsed, where it is English."""

from generator.extract.syntax.trees import trees
from generator.model.article import Article, Block, BlockKind, Sentence
from generator.model.span import Source, Span
from generator.model.tree import ROOT, Form, Rel, Token, Tree, Upos, tree_of

TEXT = "Rain fell. It stopped."
SENTENCES = (
    Sentence(1, Span(0, 10), BlockKind.PARAGRAPH, 0),
    Sentence(2, Span(11, 22), BlockKind.PARAGRAPH, 0),
)


def article(language: str) -> Article:
    return Article("a", Source("a.txt", TEXT), (Block(BlockKind.PARAGRAPH, Span(0, 22)),), language=language)


def laid(*words: tuple[str, int, Rel], start: int = 0) -> Tree:
    """A tree of words of TEXT, in their order."""
    tokens, at = [], start
    for index, (word, head, rel) in enumerate(words):
        at = TEXT.index(word, at)
        tokens.append(Token(index, Span(at, at + len(word)), word, word.upper(), Upos.X, Form.NONE, head, rel))
        at += len(word)
    return tree_of(1, tuple(tokens))


FIRST = laid(("Rain", 1, Rel.OBJ), ("fell", ROOT, Rel.ROOT), (".", 1, Rel.PUNCT))


def test_english_is_parsed_when_a_tree_is_asked_for() -> None:
    found = trees(article("en-GB"), SENTENCES)
    assert set(found) == {1, 2}
    assert [token.lemma for token in found[2]] == ["it", "stop", "."]
    assert found[2] is found[2]


def test_another_language_has_the_trees_that_lie_beside_it() -> None:
    found = trees(article("de"), SENTENCES, (FIRST,))
    assert set(found) == {1}
    assert len(found) == 1
    assert found.get(2) is None
    assert found[1].children(1, Rel.OBJ) == (0,)


def test_a_laid_tree_comes_before_the_parser() -> None:
    assert trees(article("en"), SENTENCES, (FIRST,))[1][0].lemma == "RAIN"


def test_a_sentence_of_which_a_word_is_missing_is_parsed() -> None:
    found = trees(article("en"), SENTENCES, (laid(("fell", ROOT, Rel.ROOT), (".", 0, Rel.PUNCT)),))[1]
    assert [(token.text, token.upos is Upos.X) for token in found] == [("Rain", False), ("fell", False), (".", False)]


def test_sentences_that_are_cut_elsewhere_are_put_together_and_taken_apart() -> None:
    one = laid(
        ("Rain", 1, Rel.NSUBJ),
        ("fell", 4, Rel.CCOMP),
        (".", 1, Rel.PUNCT),
        ("It", 4, Rel.NSUBJ),
        ("stopped", ROOT, Rel.ROOT),
        (".", 4, Rel.PUNCT),
    )
    found = trees(article("de"), SENTENCES, (one,))
    assert [token.rel for token in found[1]] == [Rel.NSUBJ, Rel.ROOT, Rel.PUNCT]
    assert [token.text for token in found[2]] == ["It", "stopped", "."]
    whole = (Sentence(1, Span(0, 22), BlockKind.PARAGRAPH, 0),)
    second = laid(("It", 1, Rel.NSUBJ), ("stopped", ROOT, Rel.ROOT), (".", 1, Rel.PUNCT), start=11)
    both = trees(article("de"), whole, (FIRST, second))[1]
    assert [token.text for token in both] == ["Rain", "fell", ".", "It", "stopped", "."]
    assert [token.rel for token in both if token.upos is Upos.X and token.head in {ROOT, 1}] == [Rel.OBJ, Rel.ROOT, Rel.PUNCT, Rel.DEP]
