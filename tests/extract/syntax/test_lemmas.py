"""Dictionary forms: by the endings, and by the list of those that the endings do not tell."""

import pytest

from generator.extract.syntax.lemmas import contracted, lemma_of

LEMMAS = """
announced VERB VBD announce | stopped VERB VBD stop | said VERB VBD say | carried VERB VBD carry | rallied VERB VBD rally
met VERB VBD meet
killed VERB VBN kill | agreed VERB VBD agree | died VERB VBD die | fled VERB VBD flee | passed VERB VBD pass | travelled VERB VBD travel
reelected VERB VBN reelect | re-elected VERB VBN re-elect | seized VERB VBD seize | ordered VERB VBD order | visited VERB VBD visit
issued VERB VBD issue | freed VERB VBD free | offered VERB VBD offer | planned VERB VBD plan | halted VERB VBD halt | shot VERB VBD shoot
moving VERB VBG move | running VERB VBG run | lying VERB VBG lie | seeing VERB VBG see | meeting VERB VBG meet | being AUX VBG be
says VERB VBZ say | goes VERB VBZ go | flies VERB VBZ fly | watches VERB VBZ watch | is AUX VBZ be | closes VERB VBZ close
cities NOUN NNS city | men NOUN NNS man | women NOUN NNS woman | losses NOUN NNS loss | houses NOUN NNS house | police NOUN NNS police
Kims PROPN NNPS Kims | Monday PROPN NNP Monday | larger ADJ JJR large | n't PART RB not | him PRON PRP he | were AUX VBD be
"""


@pytest.mark.parametrize("case", [case.strip() for line in LEMMAS.strip().splitlines() for case in line.split("|")])
def test_the_lemma_of_a_word(case: str) -> None:
    form, upos, xpos, lemma = case.split()
    assert lemma_of(form, upos, xpos) == lemma


def test_a_contracted_helper_before_a_participle_is_a_form_of_have() -> None:
    assert contracted("’s", "VBN") == contracted("'d", "VBN") == "have"
    assert contracted("'s", "VBG") is None
    assert contracted("had", "VBN") is None
