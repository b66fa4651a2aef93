"""Pronouns of a line that mean nobody whom a reader could miss: they join a clause, stand for one, or are part of a title.

In: a Tree or Line, the pronoun's token, the Story. Out: True or False.
"""

from __future__ import annotations

from generator.extract.headlines.line import Line
from generator.model.story import Story
from generator.model.tree import Rel, Tree, Upos


def stands_for_clause(tree: Tree, at: int, story: Story) -> bool:
    """Tell whether an 'it' stands for a clause behind: 'it is better to leave', 'it emerged that …'."""
    above = tree[at].head
    if tree[at].text.lower() not in story.of("expletive") or tree[at].rel.main is not Rel.NSUBJ or above < 0:
        return False
    clause = any(each > above for each in tree.children(above, Rel.CSUBJ, Rel.CCOMP, Rel.XCOMP, Rel.ADVCL, Rel.ACL))
    passive = tree.children(above, Rel.AUX_PASS) and tree.children(above, Rel.CCOMP, Rel.CSUBJ)
    told = tree[above].lemma in story.reporting | story.cognition and bool(passive)  # 'it is believed that'
    return clause and (told or bool(tree.children(above, Rel.COP)) or tree[above].lemma in story.of("expletive_verbs"))


def joins_clause(tree: Tree, at: int) -> bool:
    """Tell whether a word only joins a clause to what it hangs on: 'the bus that burned'."""
    token = tree[at]
    return token.rel is Rel.MARK or (token.head >= 0 and tree[token.head].rel in {Rel.ACL_RELCL, Rel.ACL})


def in_title(tree: Tree, at: int) -> bool:
    """Tell whether a small word with a capital behind another such word is part of a title: 'his Here We Are tour'."""
    word, before = tree[at].text, tree[at - 1]
    capitals = word[:1].isupper() and not word.isupper() and before.text[:1].isupper()
    return at > 1 and len(word) > 1 and capitals and before.upos not in {Upos.NOUN, Upos.PROPN, Upos.PUNCT}


def of_relative(line: Line, at: int, story: Story) -> bool:
    """Tell whether a pronoun stands in a clause with 'who', and so means whom that hangs on: 'Ann Hale, who had left her shop'."""
    tree = line.tree
    clauses = [each for each in (at, *tree.ancestors(at)) if tree[each].rel is Rel.ACL_RELCL and tree[each].head in line.has]
    joining = [each for clause in clauses for each in tree.children(clause, Rel.NSUBJ, Rel.NSUBJ_PASS)]
    return any(tree[each].text.lower() in story.of("who") and each < at for each in joining)
