"""The anatomy of a noun phrase: its core, the name in it, the title or role before it, and what it is.

In: a Tree and the head of a phrase, the Story. Out: indices of tokens, in the order of the text; words.
"""

from __future__ import annotations

from itertools import takewhile

from generator.model.span import Span
from generator.model.story import Story
from generator.model.tree import Form, Rel, Token, Tree, Upos

_BEHIND = frozenset(
    {Rel.ACL, Rel.ACL_RELCL, Rel.ADVCL, Rel.APPOS, Rel.CC, Rel.CONJ, Rel.PARATAXIS, Rel.DEP, Rel.ADVMOD, Rel.CCOMP, Rel.XCOMP}
)
_CLAUSE = frozenset({Rel.NSUBJ, Rel.NSUBJ_PASS, Rel.COP, Rel.AUX, Rel.AUX_PASS, Rel.CASE, Rel.MARK, Rel.OBL, Rel.OBL_UNMARKED, Rel.CSUBJ})
SHORT_ROLE = 6
"""Words of an office or trade beyond which its 'in …' and 'at …' are left out."""
_LONGEST_INITIALS = 4
"""Letters of a word in capitals that may be a body's initials; a longer one is shouted, or a code."""
_DASHES = frozenset("-–/&'’.")
_OPENING, _CLOSING = frozenset({"“", "„", "«", "``"}), frozenset({"”", "»", "''"})


def core(tree: Tree, head: int) -> tuple[int, ...]:
    """Return the unbroken run of words round a head that name it: determiner, adjectives, titles, names.

    Left out is what hangs behind (apposition, relative clause, 'of …'), a preposition before it and, of a predicate, the clause round it.
    """
    found: tuple[int, ...] | None = tree.memo.get(("core", head))
    if found is None:
        found = tree.memo["core", head] = _core(tree, head)
    return found


def _core(tree: Tree, head: int) -> tuple[int, ...]:
    inside = {head}
    for child in tree.children(head):
        rel = tree[child].rel
        if rel in _BEHIND or rel in _CLAUSE or (rel in {Rel.NMOD, Rel.NMOD_UNMARKED} and tree.children(child, Rel.CASE)):
            continue
        below = tree.subtree(child)
        if child > head and rel not in {Rel.FLAT, Rel.COMPOUND, Rel.PUNCT, Rel.NUMMOD}:
            continue
        if rel is Rel.PUNCT and tree[child].text not in _DASHES:
            continue
        inside.update(below)
    first, last = head, head
    while first - 1 in inside:
        first -= 1
    while last + 1 in inside:
        last += 1
    while last > head and tree[last].upos is Upos.PUNCT:
        last -= 1
    return tuple(range(first, last + 1))


def name_in(tree: Tree, head: int, story: Story) -> tuple[int, ...]:
    """Return the words of the name that ends the core of a phrase, without titles; empty where no name ends it.

    A body's name runs on over 'of' and 'for': 'Department of Trade'.
    """
    found: tuple[Story, tuple[int, ...]] | None = tree.memo.get(("name", head))
    if found is None or found[0] is not story:
        rest = _is_ampersand(tree, core(tree, head)[0] - 1)
        name = () if rest else _name_in(tree, head, story)
        office = len(name) == 1 and name[0] > 0 and all(is_title(tree[each].text, story) for each in (name[0] - 1, name[0]))
        found = tree.memo["name", head] = story, () if office else name  # 'the Prime Minister' has none
    return found[1]


def _name_in(tree: Tree, head: int, story: Story) -> tuple[int, ...]:
    words = core(tree, head)
    while len(words) > 1 and is_ticker(tree[words[-1]].text):
        words = words[:-1]
    last = words[-1]
    if (
        is_ticker(tree[last].text)
        or tree[last].upos is not Upos.PROPN
        or not tree[last].text[:1].isalnum()
        or not is_capital(tree[last].text)
    ):
        return ()
    first = last
    while first > words[0] and _is_of_name(tree, first - 1, words[0], story):
        first -= 1
    while first < last and not is_capital(tree[first].text) and not tree[first].text[:1].isdigit():
        first += 1
    for at in range(last - 1, first - 1, -1):
        if is_title(tree[at].text, story) and not _is_body_word(tree[last].text, story):
            first = at + 1
            break
    if _closes_office(tree, first, last, story):
        first += 1
    while first < last and "-" in tree[first].text and tree[first].text.rpartition("-")[2].islower():
        first += 1  # 'London-born Ann Hale'
    while first < last and _is_heading(tree[first].text) and not _is_heading(tree[last].text):
        first += 1
    return (*range(first, last + 1), *_runs_on(tree, head, last, story))


def is_capital(word: str) -> bool:
    """Tell whether a word is written as a name is; some have a small article of their own.

    >>> is_capital("Hale"), is_capital("al-Masri"), is_capital("port")
    (True, True, False)
    """
    article, dash, rest = word.partition("-")
    return word[:1].isupper() or word[:1].isdigit() or (bool(dash) and len(article) == len("al") and rest[:1].isupper())


def _is_heading(word: str) -> bool:
    """Tell a word in capitals that is too long for initials: a heading glued to the sentence."""
    return word.isupper() and len(word) > _LONGEST_INITIALS


def _closes_office(tree: Tree, first: int, last: int, story: Story) -> bool:
    """Tell whether the first word of a run still belongs to the office before it: 'Secretary of State Ann Hale', 'of Chad Ann Hale'."""
    if last > first + 1 and first and tree[first - 1].upos is Upos.ADP and tree[first].text.lower() in story.countries:
        return True
    office = first > 1 and tree[first - 2].text.lower() in story.of("office_heads") | story.titles
    return office and last > first + 1 and tree[first - 1].text.lower() in story.of("of")


def _is_of_name(tree: Tree, at: int, least: int, story: Story) -> bool:
    token = tree[at]
    if token.upos is Upos.PROPN or token.text.lower() in story.of("name_links"):
        return not token.text.endswith(("'s", "’s"))
    inner = at > least and tree[at - 1].upos is Upos.PROPN
    return inner and (token.text in {"-", "&", "/"} or (token.upos is Upos.NUM and token.rel is not Rel.NUMMOD))


def _runs_on(tree: Tree, head: int, last: int, story: Story) -> tuple[int, ...]:
    """Return what a name goes on with: ' & Sons' behind 'Arden', ' of Trade' behind 'Department', whose last word names a kind of body."""
    if _is_ampersand(tree, last + 1):
        behind = takewhile(
            lambda each: each.upos is Upos.PROPN and is_capital(each.text) and not is_ticker(each.text), tree.tokens[last + 3 :]
        )
        return (last + 1, last + 2, *(each.index for each in behind))
    if tree[last].text.lower() not in story.of("bodies") | story.organisations:
        return ()
    for child in tree.children(head, Rel.NMOD):
        case = tree.child(child, Rel.CASE)
        inner = core(tree, child)
        while inner and inner[0] == case:
            inner = inner[1:]
        if case == last + 1 and tree[case].text.lower() in story.of("body_links") and tree[inner[-1]].upos is Upos.PROPN:
            return tuple(range(case, inner[-1] + 1))
    return ()


def _is_ampersand(tree: Tree, at: int) -> bool:
    """Tell whether a token joins two words with capitals to one name."""
    return 0 < at < len(tree) - 1 and tree[at].text == "&" and all(is_capital(tree[each].text) for each in (at - 1, at + 1))


def role_in(tree: Tree, head: int, name: tuple[int, ...]) -> tuple[int, ...]:
    """Return what stands before the name in the core: 'former transport minister' of 'former transport minister Ann Hale'."""
    words = core(tree, head)
    return tuple(each for each in words if not name or each < name[0])


def shortened(role: str, head: str, story: Story) -> str:
    """Return what somebody is said to be without its last 'in …' and 'at …', where it is long; the first behind the *head* stays."""
    words = role.partition(",")[0].split() if len(role.split()) > SHORT_ROLE else role.split()
    first = next((place for place, word in enumerate(words) if word.startswith(head)), 0)
    links = [
        place for place, word in enumerate(words) if place > first and word in story.prepositions and not _is_in_name(words, place, story)
    ]
    while len(words) > SHORT_ROLE and len(links) > 1:
        words = words[: links.pop()]
    return " ".join(words).rstrip(",")


def _is_in_name(words: list[str], place: int, story: Story) -> bool:
    """Tell whether a small word stands between two with capitals: 'Bank of Fife'."""
    around = (words[place - 1], *words[place + 1 : place + 2])
    return words[place] in story.of("body_links") and all(each[:1].isupper() for each in around)


def is_ticker(word: str) -> bool:
    """Tell whether a word is the code of a share, as agencies put it behind a company's name: 'ABCD.N'."""
    code, dot, exchange = word.partition(".")
    return bool(dot) and exchange.isalnum() and word.isupper() and (code.isalnum() or not code) and len(word) > _LONGEST_INITIALS


def is_title(word: str, story: Story) -> bool:
    """Tell whether a word with a capital stands before a name as an office or form of address: 'President', 'Mr.'."""
    low = word.lower().rstrip(".").rpartition("-")[2]
    return low in story.titles or low in story.abbreviated_titles


def is_role_word(token: Token, story: Story) -> bool:
    """Tell whether a word says what somebody does or is: 'minister', 'drugmaker', 'company'."""
    low = token.lemma.lower()
    known = is_title(token.text, story) or low in story.people or low in story.organisations
    return known or (token.upos is Upos.NOUN and low.endswith(tuple(story.of("role_endings"))))


def _is_body_word(word: str, story: Story) -> bool:
    low = word.lower().rstrip(".")
    return low in story.organisations or low in story.of("bodies")


def is_definite(tree: Tree, head: int, story: Story) -> bool:
    """Tell whether a phrase points at something that the reader is to know: 'the plant', 'this plan'."""
    return any(tree[each].text.lower() in story.of("definite") for each in tree.children(head, Rel.DET))


def is_plural(tree: Tree, head: int, story: Story) -> bool:
    """Tell whether a phrase means several: a plural, or things joined by 'and'."""
    token = tree[head]
    if token.form is Form.PLURAL or token.text.lower() in story.of("plurals"):
        return True
    return any(tree.children(each, Rel.CC) for each in tree.children(head, Rel.CONJ))


def worded(tree: Tree, head: int, without: frozenset[Rel] = frozenset()) -> Span:
    """Return the stretch of a phrase from its first word to its last, without the marks that set it apart."""
    words = [each for each in tree.subtree(head, without) if tree[each].upos is not Upos.PUNCT]
    return Span(tree[words[0]].span.start, tree[words[-1]].span.end) if words else tree[head].span


def called(tree: Tree, head: int) -> str:
    """Return the core of a phrase without determiners, possessives, quotation marks and counts: 'chemical plant'."""
    words = core(tree, head)
    owners = {each for child in tree.children(head, Rel.NMOD_POSS, Rel.DET, Rel.NUMMOD) for each in tree.subtree(child)}
    kept = [tree[each] for each in words if each not in owners and tree[each].upos is not Upos.PUNCT]
    return " ".join(token.text for token in kept)


def words_of(tree: Tree, tokens: tuple[int, ...], text: str) -> str:
    """Return the source's words from the first to the last of some tokens, on one line."""
    return " ".join(Span(tree[tokens[0]].span.start, tree[tokens[-1]].span.end).of(text).split()) if tokens else ""


def stands_quoted(tree: Tree, token: int) -> bool:
    """Tell whether a token stands between quotation marks, of which “ closes where „ has opened."""
    depth = plain = 0
    low = False
    for each in tree.tokens[:token]:
        low = low or each.text == "„"
        closes = each.text in _CLOSING or (low and each.text == "“")
        depth += -1 if closes else int(each.text in _OPENING)
        plain += each.text == '"'
        low = low and not closes
    return depth > 0 or plain % 2 == 1
