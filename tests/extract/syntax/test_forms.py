"""Forms and parts of speech that the tree sees better than the tagger."""

from generator.extract.syntax.forms import shaped
from generator.extract.syntax.trained import Arc
from generator.model.tree import Form, Upos


def forms(*arcs: Arc) -> list[Form]:
    return [form for _, form in shaped(arcs)]


def test_a_past_form_behind_have_is_a_participle() -> None:
    assert forms(Arc("AUX", "VBZ", 1, "aux"), Arc("VERB", "VBD", -1, "root")) == [Form.PRESENT, Form.PARTICIPLE]


def test_a_past_form_that_describes_a_noun_is_a_participle() -> None:
    assert forms(Arc("NOUN", "NNS", -1, "root"), Arc("VERB", "VBD", 0, "acl"))[1] is Form.PARTICIPLE
    assert forms(Arc("NOUN", "NNS", 1, "nsubj"), Arc("VERB", "VBD", -1, "root"))[1] is Form.PAST


def test_a_participle_with_a_subject_and_no_helper_is_a_past() -> None:
    assert forms(Arc("NOUN", "NNS", 1, "nsubj"), Arc("VERB", "VBN", -1, "root"))[1] is Form.PAST
    assert forms(Arc("NOUN", "NNS", 1, "nsubj"), Arc("VERB", "VBN", 2, "acl"), Arc("NOUN", "NN", -1, "root"))[1] is Form.PARTICIPLE


def test_a_base_form_is_an_imperative_where_nothing_asks_for_it() -> None:
    assert forms(Arc("VERB", "VB", -1, "root")) == [Form.PRESENT]
    assert forms(Arc("PART", "TO", 1, "mark"), Arc("VERB", "VB", -1, "root"))[1] is Form.INFINITIVE


def test_a_helping_verb_is_one_by_its_arc() -> None:
    told = shaped([Arc("VERB", "VBD", 1, "cop"), Arc("ADJ", "JJ", -1, "root"), Arc("AUX", "VBD", 1, "conj")])
    assert [upos for upos, _ in told] == [Upos.AUX, Upos.ADJ, Upos.VERB]
