"""What trains the parser: the states and their oracle, treebanks cut as our words are, spaCy's trees brought into UD's relations."""

import gzip
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from benchmarks.training.clear_to_ud import Clear, to_ud
from benchmarks.training.lemma_list import lemma_list
from benchmarks.training.transitions import NODE_COUNT, SHIFT, State
from benchmarks.training.treebank import Word, held_out, joined, training

ROOT_REL, BESIDE = 0, 1


@st.composite
def projective(draw: st.DrawFn) -> list[int]:
    """Heads of words, the root before them, without crossing arcs."""

    def hang(first: int, last: int, head: int) -> None:
        if first > last:
            return
        top = draw(st.integers(first, last))
        heads[top] = head
        left = draw(st.integers(first, top))
        hang(first, left - 1, top)
        hang(left, top - 1, top)
        right = draw(st.integers(top, last))
        hang(top + 1, right, top)
        hang(right + 1, last, top)

    heads = [0] * (draw(st.integers(1, 12)) + 1)
    hang(1, len(heads) - 1, 0)
    return heads


def state_of(heads: list[int]) -> State:
    return State(heads, [ROOT_REL if head == 0 else 2 for head in heads], 0, unattached=-1, root_rel=ROOT_REL, beside=BESIDE)


@given(projective())
def test_the_oracle_leads_to_the_gold_tree(heads: list[int]) -> None:
    state = state_of(heads)
    while not state.final:
        assert len(state.nodes()) == NODE_COUNT
        state.apply(state.oracle())
    assert state.head_list() == heads[1:]


@given(projective(), st.lists(st.booleans()), st.lists(st.booleans()))
def test_the_oracle_knows_an_allowed_step_from_every_state(heads: list[int], follow: list[bool], left: list[bool]) -> None:
    state = state_of(heads)
    while not state.final:
        shift, arcs, last = state.allowed()
        best = state.oracle()
        assert shift if best == SHIFT else arcs or last
        wrong = SHIFT if shift and (not left or left.pop()) else 2 if last else 5 if arcs else SHIFT
        state.apply(best if not follow or follow.pop() else wrong)
    assert len(state.head_list()) == len(heads) - 1


def words(*rows: str) -> tuple[Word, ...]:
    """Words of rows "form lemma tag head rel"; a form that ends in ~ is glued to the next."""
    cells = [row.split() for row in rows]
    return tuple(Word(form.rstrip("~"), lemma, tag, int(head), rel, form.endswith("~")) for form, lemma, tag, head, rel in cells)


def test_words_that_hyphens_join_are_one_word_by_their_head() -> None:
    tree = words(
        "They they PRON|PRP 4 nsubj",
        "re~ re X|AFX 4 dep",
        "-~ - PUNCT|HYPH 4 punct",
        "elected elect VERB|VBD 0 root",
        "the the DET|DT 9 det",
        "oil~ oil NOUN|NN 8 obl",
        "-~ - PUNCT|HYPH 8 punct",
        "based base VERB|VBN 9 amod",
        "party party NOUN|NN 4 obj",
    )
    assert [(word.form, word.lemma, word.tag, word.head, word.rel) for word in joined(tree)] == [
        ("They", "they", "PRON|PRP", 2, "nsubj"),
        ("re-elected", "re-elect", "VERB|VBD", 0, "root"),
        ("the", "the", "DET|DT", 5, "det"),
        ("oil-based", "oil-based", "ADJ|JJ", 5, "amod"),
        ("party", "party", "NOUN|NN", 2, "obj"),
    ]


def test_the_parts_of_gum_that_may_not_be_given_away_are_left_out(tmp_path: Path) -> None:
    row = "1\tRain\train\tNOUN\tNN\t_\t0\troot\t_\t_\n\n"
    names = [f"GUM_{part}_{number}" for part in ("news", "fiction") for number in range(40)]
    with gzip.open(tmp_path / "gum.conllu.gz", "wt") as file:
        file.writelines(f"# newdoc id = {name}\n{row}" for name in names)
    trained, held = list(training(tmp_path)), list(held_out(tmp_path / "gum.conllu.gz"))
    assert len(trained) + len(held) == 40
    assert trained
    assert held


CLEAR = {
    "Rebels on Monday shelled towns": (
        "Rebels NNS shelled nsubj|on IN Rebels prep|Monday NNP on pobj|shelled VBD - ROOT|towns NNS shelled dobj"
    ),
    "He is mayor of Lund": "He PRP is nsubj|is VBZ - ROOT|mayor NN is attr|of IN mayor prep|Lund NNP of pobj",
    "It was sold by Tarn": "It PRP sold nsubjpass|was VBD sold auxpass|sold VBN - ROOT|by IN sold agent|Tarn NNP by pobj",
    "ships , boats and rafts": "ships NNS - ROOT|, , ships punct|boats NNS ships conj|and CC boats cc|rafts NNS boats conj",
}
UD = {
    "Rebels on Monday shelled towns": "Rebels nsubj shelled|on case Monday|Monday obl shelled|shelled root -|towns obj shelled",
    "He is mayor of Lund": "He nsubj mayor|is cop mayor|mayor root -|of case Lund|Lund nmod mayor",
    "It was sold by Tarn": "It nsubj:pass sold|was aux:pass sold|sold root -|by case Tarn|Tarn obl:agent sold",
    "ships , boats and rafts": "ships root -|, punct boats|boats conj ships|and cc rafts|rafts conj ships",
}
POS = {"N": "NOUN", "I": "ADP", "V": "VERB", "P": "PRON", "C": "CCONJ", ",": "PUNCT"}


def test_the_labels_of_clearnlp_become_relations_of_universal_dependencies() -> None:
    for text, clear in CLEAR.items():
        forms = text.split()
        rows = [row.split() for row in clear.split("|")]
        tree = Clear(
            low=[form.lower() for form in forms],
            lemma=["be" if form in {"is", "was"} else form.lower() for form in forms],
            upos=["AUX" if form in {"is", "was"} else POS[tag[0]] for form, tag, *_ in rows],
            tag=[tag for _, tag, *_ in rows],
            head=[forms.index(head) if head != "-" else -1 for _, _, head, _ in rows],
            dep=[dep for *_, dep in rows],
        )
        found = [f"{form} {rel} {forms[head] if head >= 0 else '-'}" for form, (head, rel, _) in zip(forms, to_ud(tree), strict=True)]
        assert found == UD[text].split("|")


def test_the_list_of_lemmas_has_what_the_endings_do_not_tell() -> None:
    gold = words("ran run VERB|VBD 0 root", "walked walk VERB|VBD 1 conj", "him he PRON|PRP 1 obj")
    told = lemma_list([], [gold] * 3)
    assert "ran\tpast\trun" in told
    assert "him\tPR\the" in told
    assert "walked" not in told
