"""The register of an article knows whom a short name, a role or a pronoun means, and when that is sure."""

from __future__ import annotations

import pytest

from generator.extract.discourse.names import Named, NamedKind
from generator.extract.discourse.reading import names_of
from generator.language.story import load_story
from generator.model.tree import Tree
from tests.extract.planted import plant

STORY = load_story("en")

HALE = (
    "Transport/NOUN/compound/2 minister/NOUN/compound/4 Ann/PROPN/compound/4 Hale/PROPN/nsubj/5 resigned/VERB.past/root/0 +./PUNCT/punct/5"
)
LOPES = (
    "Bruno/PROPN/compound/2 Lopes/PROPN/nsubj/7 +,/PUNCT/punct/5 a/DET/det/5 lawyer/NOUN/appos/2 +,/PUNCT/punct/5 called/VERB.past/root/0 "
    "her/PRON/obj/7 +./PUNCT/punct/7"
)
HALE_SAID = "Hale/PROPN/nsubj/2 spoke/VERB.past/root/0 +./PUNCT/punct/2"
HE_SAID = "He/PRON/nsubj/2 spoke/VERB.past/root/0 +./PUNCT/punct/2"
SHE_SAID = "She/PRON/nsubj/2 spoke/VERB.past/root/0 +./PUNCT/punct/2"
THE_MINISTER = "The/DET/det/2 minister/NOUN/nsubj/3 spoke/VERB.past/root/0 +./PUNCT/punct/3"
THE_LAWYER = "The/DET/det/2 lawyer/NOUN/nsubj/3 spoke/VERB.past/root/0 +./PUNCT/punct/3"
A_PLANT = (
    "A/DET/det/3 chemical/ADJ/amod/3 plant/NOUN.singular/nsubj/6 in/ADP/case/5 Fife/PROPN/nmod/3 burned/VERB.past/root/0 +./PUNCT/punct/6"
)
THE_PLANT = "The/DET/det/2 plant/NOUN.singular/nsubj/3 closed/VERB.past/root/0 +./PUNCT/punct/3"
SECOND_PLANT = "The/DET/det/3 second/ADJ/amod/3 plant/NOUN.singular/nsubj/4 closed/VERB.past/root/0 +./PUNCT/punct/4"
ARDEN = "Arden/PROPN/compound/2 Steel/PROPN/nsubj/4 Ltd/PROPN/flat/2 fell/VERB.past/root/0 +./PUNCT/punct/4"
THE_COMPANY = "The/DET/det/2 company/NOUN.singular/nsubj/3 spoke/VERB.past/root/0 +./PUNCT/punct/3"


def told(*sentences: str, word: str, at: int = -1) -> tuple[Named, bool]:
    """Return what the first phrase round *word* means in a sentence (the last one), and whether that is sure."""
    text, trees = plant(*sentences)
    names = names_of(text, trees, STORY)
    tree: Tree = trees[at]
    token = next(each.index for each in tree if each.text == word)
    found = names.of(tree, token)
    assert found is not None, f"nothing is known of {word}"
    return found, names.certain(tree, token) is found


def test_a_surname_means_the_only_one_who_bears_it_with_the_title_of_the_introduction() -> None:
    one, sure = told(HALE, HALE_SAID, word="Hale")
    assert sure
    assert (one.name, one.shown, one.kind) == ("Ann Hale", "Transport minister Ann Hale", NamedKind.PERSON)


def test_a_surname_that_two_bear_means_who_is_named_first_but_not_surely() -> None:
    other = "Carl/PROPN/compound/2 Hale/PROPN/nsubj/3 sang/VERB.past/root/0 +./PUNCT/punct/3"
    one, sure = told(HALE, other, HALE_SAID, word="Hale")
    assert (one.name, sure) == ("Ann Hale", False)


def test_an_apposition_says_who_somebody_is_and_is_a_way_to_name_him() -> None:
    one, sure = told(LOPES, THE_LAWYER, word="lawyer")
    assert sure
    assert (one.name, one.role, one.titled) == ("Bruno Lopes", "a lawyer", False)


def test_a_role_before_a_name_is_a_way_to_name_it() -> None:
    one, sure = told(HALE, THE_MINISTER, word="minister")
    assert sure
    assert one.name == "Ann Hale"


def test_a_pronoun_is_sure_where_one_only_fits() -> None:
    one, sure = told(LOPES, HE_SAID, word="He")
    assert sure
    assert one.name == "Bruno Lopes"


def test_a_pronoun_that_two_fit_is_not_sure() -> None:
    met = "Ann/PROPN/compound/2 Hale/PROPN/nsubj/3 met/VERB.past/root/0 Bruno/PROPN/compound/5 Lopes/PROPN/obj/3 +./PUNCT/punct/3"
    short = "Lopes/PROPN/nsubj/2 sang/VERB.past/root/0 +./PUNCT/punct/2"
    _, sure = told(short, HALE_SAID, met, SHE_SAID, word="She")
    assert not sure


def test_the_plant_is_the_one_told_of_before_and_the_second_plant_is_another() -> None:
    one, sure = told(A_PLANT, THE_PLANT, word="plant")
    assert sure
    assert (one.name, one.words, one.kind, one.sentence) == ("", "chemical plant", NamedKind.THING, 1)
    other, _ = told(A_PLANT, SECOND_PLANT, word="plant")
    assert other.sentence == 2


def test_the_company_is_the_only_body_named_near_before() -> None:
    one, sure = told(ARDEN, THE_COMPANY, word="company")
    assert sure
    assert one.name == "Arden Steel Ltd"


def test_actors_are_called_by_full_names_each_for_himself() -> None:
    both = "Hale/PROPN/nsubj/4 and/CCONJ/cc/3 Lopes/PROPN/conj/1 sang/VERB.past/root/0 +./PUNCT/punct/4"
    text, trees = plant(HALE, LOPES, both)
    assert names_of(text, trees, STORY).actors(trees[2], 0) == ("Ann Hale", "Bruno Lopes")


def test_what_is_not_named_is_called_by_its_own_words() -> None:
    text, trees = plant(A_PLANT, "He/PRON/nsubj/2 spoke/VERB.past/root/0")
    names = names_of(text, trees, STORY)
    assert names.call(trees[0], 2) == "chemical plant"
    assert names.call(trees[1], 0) == ""


def test_a_name_with_a_small_article_is_a_name_and_its_bearer_rivals_those_told_of_before() -> None:
    omar = "Omar/PROPN.singular/compound/2 al-Rashid/PROPN.singular/nsubj/3 called/VERB.past/root/0 +./PUNCT/punct/3"
    one, sure = told(HALE, omar, word="al-Rashid")
    assert sure
    assert one.name == "Omar al-Rashid"


def test_a_country_is_no_short_name_of_what_is_called_after_it() -> None:
    bank = "Peru/PROPN/compound/2 Holding/PROPN/nsubj/3 grew/VERB.past/root/0 +./PUNCT/punct/3"
    peru = "Peru/PROPN/nsubj/2 grew/VERB.past/root/0 +./PUNCT/punct/2"
    one, _ = told(bank, peru, word="Peru", at=1)
    assert (one.name, one.kind) == ("Peru", NamedKind.PLACE)
    arden = [each.replace("Peru", "Arden") for each in (bank, peru)]
    assert told(*arden, word="Arden", at=1)[0].name == "Arden Holding"


def test_a_pronoun_is_not_sure_beside_another_full_name_and_first_names_tell_he_from_she() -> None:
    ann = "Ann/PROPN/compound/2 Arden/PROPN/nsubj/3 resigned/VERB.past/root/0 +./PUNCT/punct/3"
    one, sure = told(ann, SHE_SAID, word="She")
    assert (one.name, one.gender, sure) == ("Ann Arden", "f", True)
    both = ann.replace("+.", "before/ADP/case/6 Lu/PROPN/compound/6 Shan/PROPN/obl/3 +.")
    assert not told(both, SHE_SAID, word="She")[1]
    with pytest.raises(AssertionError, match="nothing is known"):
        told(ann, HE_SAID, word="He")


def test_a_companys_initials_mean_no_person() -> None:
    george = "George/PROPN/compound/2 Mason/PROPN/nsubj/3 spoke/VERB.past/root/0 +./PUNCT/punct/3"
    firm = "GM/PROPN/nsubj/2 fell/VERB.past/root/0 +./PUNCT/punct/2"
    assert told(george, firm, word="GM")[0].name == "GM"
    union = "Fife/PROPN/compound/3 Ferry/PROPN/compound/3 Union/PROPN/nsubj/4 fell/VERB.past/root/0 +./PUNCT/punct/4"
    assert told(union, firm.replace("GM", "FFU"), word="FFU")[0].name == "Fife Ferry Union"


def test_who_is_asked_of_somebody_is_not_that_one() -> None:
    hale = "Ann/PROPN/compound/2 Hale/PROPN/nsubj/3 spoke/VERB.past/root/0 +./PUNCT/punct/3"
    asked = "Asked/VERB.participle/advcl/9 whether/SCONJ/mark/5 Mary/PROPN/compound/4 Lopes/PROPN/nsubj/5 agreed/VERB.past/ccomp/1"
    said = "+,/PUNCT/punct/9 she/PRON/nsubj/9 quietly/ADV/advmod/9 nodded/VERB.past/root/0 +./PUNCT/punct/9"
    assert told(hale, f"{asked} {said}", word="she")[0].name == "Ann Hale"


def test_he_of_whom_somebody_tells_is_that_one_and_not_who_stands_before_his_verb() -> None:
    ann = "Ann/PROPN/compound/2 Hale/PROPN/nsubj/3 told/VERB.past/root/0 Mary/PROPN/compound/5 Lopes/PROPN/obj/3"
    assert told(f"{ann} she/PRON/nsubj/7 slept/VERB.past/ccomp/3 +./PUNCT/punct/3", word="she")[0].name == "Ann Hale"
    hale = "Ann/PROPN/compound/2 Hale/PROPN/nsubj/3 spoke/VERB.past/root/0 +./PUNCT/punct/3"
    club = "At/ADP/case/3 Mary/PROPN/compound/3 Lopes/PROPN/nmod:poss/5 +'s/PART/case/3 club/NOUN/obl/7"
    assert told(hale, f"{club} she/PRON/nsubj/7 spoke/VERB.past/root/0 +./PUNCT/punct/7", word="she")[0].name == "Ann Hale"


def test_what_a_clause_says_that_somebody_is_now_is_his_role() -> None:
    is_head = "Ann/PROPN/compound/2 Hale/PROPN/nsubj/4 {}/cop/4/be head/NOUN.singular/root/0 of/ADP/case/6 trams/NOUN.plural/nmod/4/tram"
    for verb, role in (("is/AUX.present", "head of trams"), ("was/AUX.past", "")):
        text, trees = plant(is_head.format(verb))
        assert names_of(text, trees, STORY).everybody[0].role == role
    text, trees = plant(
        "Ann/PROPN/compound/2 Hale/PROPN/nsubj/3 left/VERB.past/root/0/leave",
        "She/PRON/nsubj/3 is/AUX.present/cop/3/be head/NOUN.singular/root/0 of/ADP/case/5 trams/NOUN.plural/nmod/3/tram",
    )
    assert names_of(text, trees, STORY).everybody[0].role == "", "whom a pronoun means may be another"


def test_a_name_runs_on_over_an_ampersand_and_is_a_body() -> None:
    sons = "Arden/PROPN/nsubj/5 &/CCONJ/cc/4 Hale/PROPN/compound/4 Co/PROPN/conj/1 fell/VERB.past/root/0/fall +./PUNCT/punct/5"
    one, sure = told(sons, word="Arden")
    assert (one.name, one.kind, sure) == ("Arden & Hale Co", NamedKind.BODY, True)


@pytest.mark.parametrize(("what", "kind"), [("shares", NamedKind.BODY), ("songs", NamedKind.UNKNOWN)])
def test_who_has_shares_is_a_body(what: str, kind: NamedKind) -> None:
    owned = f"Kestrel/PROPN/compound/2 {what}/NOUN.plural/nsubj/3/{what[:-1]} fell/VERB.past/root/0/fall +./PUNCT/punct/3"
    again = "Kestrel/PROPN/nsubj/2 grew/VERB.past/root/0/grow +./PUNCT/punct/2"
    one, _ = told(owned, again, word="Kestrel")
    assert one.kind is kind


def test_a_firm_is_called_by_its_initials_without_what_ends_its_name() -> None:
    whole = (
        "Fife/PROPN/compound/3 Parcel/PROPN/compound/3 Haulage/PROPN/nsubj/5 Inc/PROPN/flat/3 grew/VERB.past/root/0/grow +./PUNCT/punct/5"
    )
    short = "FPH/PROPN/nsubj/2 fell/VERB.past/root/0/fall +./PUNCT/punct/2"
    one, sure = told(whole, short, word="FPH")
    assert (one.name, sure) == ("Fife Parcel Haulage Inc", True)


def test_a_surname_behind_a_well_known_first_name_is_that_persons() -> None:
    whole = "Crews/NOUN.plural/nsubj/2 met/VERB.past/root/0/meet Michael/PROPN/compound/4 Brandt/PROPN/obj/2 +./PUNCT/punct/2"
    again = "Songs/NOUN.plural/nsubj/4 of/ADP/case/3 Brandt/PROPN/nmod/1 grew/VERB.past/root/0/grow +./PUNCT/punct/4"
    one, sure = told(whole, again, word="Brandt")
    assert (one.name, sure) == ("Michael Brandt", True)


def test_the_end_of_a_firms_name_is_no_surname() -> None:
    text, trees = plant("Brandt/PROPN/nsubj/4 &/CCONJ/cc/3 Kestrel/PROPN/conj/1 grew/VERB.past/root/0/grow +./PUNCT/punct/4")
    assert "Kestrel" not in names_of(text, trees, STORY).families
