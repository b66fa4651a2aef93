"""Where a clause begins in its sentence, and whether it can begin there.

In: a Parsed sentence and one of its clauses. Out: the index of a word; whether the clause is none.
"""

from __future__ import annotations

from generator.extract.events.clauses import Clause
from generator.extract.events.parse import Parsed

_MARKED = frozenset({",", "-", ";", ":", ".", "“", "”", "C", "T", ")"})


def opening(parsed: Parsed, clause: Clause) -> int:
    """Return where a clause opens, or its subject when an aside parts it from its verb."""
    if clause.subject is None or clause.kind in {"relative", "coordinate"} or clause.subject[0] >= clause.start:
        return clause.start
    between = [other for other in parsed.clauses if other is not clause and clause.subject[0] <= other.verb.first < clause.verb.first]
    return clause.subject[0] if all(other.kind in {"relative", "adverbial"} for other in between) else clause.start


def is_torn(parsed: Parsed, clause: Clause) -> bool:
    """Tell whether a main clause opens in the middle of another without a mark: then its verb is most likely none."""
    if clause.kind != "main" or clause.opener != "," or clause.start == 0:
        return False
    before = [word.tag for word in parsed.words[max(0, clause.start - 2) : clause.start]]
    return before[-1] not in _MARKED or (before[-1] == "”" and before[0] not in {",", "."})
