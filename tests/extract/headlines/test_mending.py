"""A closing attribution is hung on the sentence it closes; everything else stays where the reader hung it."""

from __future__ import annotations

from generator.extract.headlines.mending import mended
from generator.language.story import load_story
from generator.model.frame import Frame
from generator.model.tree import Rel
from tests.extract.planted import plant

STORY = load_story("en")
MISHUNG = (
    "Ferries/NOUN.plural/nsubj/2 stopped/VERB.past/root/0/stop +,/PUNCT/punct/2 a/DET/det/5 sign/NOUN/obj/2 "
    "of/ADP/case/7 storms/NOUN/nmod/5 +,/PUNCT/punct/10 Hale/PROPN/nsubj/10 said/VERB.past/parataxis/7/say +./PUNCT/punct/2"
)


def test_a_closing_attribution_says_so_of_the_whole_sentence() -> None:
    _, (tree,) = plant(MISHUNG)
    frame = mended(Frame(tree, 1, 0), STORY)
    assert (frame.tree[9].head, frame.tree[9].rel) == (1, Rel.PARATAXIS)
    assert (frame.says, frame.speaker) == (9, 8)
    assert [token.span for token in frame.tree] == [token.span for token in tree]


def test_the_frame_of_the_saying_itself_is_said_by_nobody_else() -> None:
    _, (tree,) = plant(MISHUNG)
    assert mended(Frame(tree, 9, 8), STORY).says is None


def test_a_clause_that_goes_on_with_what_is_said_stays() -> None:
    _, (tree,) = plant("Hale/PROPN/nsubj/2 said/VERB.past/root/0/say ferries/NOUN/nsubj/4 stopped/VERB.past/ccomp/2/stop")
    frame = Frame(tree, 3, 2, says=1, speaker=0)
    assert mended(frame, STORY) == frame


def test_a_participle_set_off_is_no_second_deed() -> None:
    came = (
        "Storms/NOUN/nsubj/2 came/VERB.past/root/0/come +,/PUNCT/punct/2 closing/VERB.gerund/conj/2/close ports/NOUN/obj/4 +./PUNCT/punct/2"
    )
    _, (tree,) = plant(came)
    assert mended(Frame(tree, 1, 0), STORY).tree[3].rel is Rel.ADVCL
    joined = "Crews/NOUN/nsubj/2 like/VERB.present/root/0 eating/VERB.gerund/xcomp/2 and/CCONJ/cc/5 drinking/VERB.gerund/conj/3"
    _, (tree,) = plant(joined)
    assert mended(Frame(tree, 1, 0), STORY).tree[4].rel is Rel.CONJ
