"""Find the subject of a clause: what stands before its verb, or what a relative refers to, or who stands behind 'said'.

In: Words, where a clause opens, its verb. Out: the words ``[start, end)`` of a noun group, or None.
"""

from __future__ import annotations

from generator.extract.events.verbgroups import Verb
from generator.extract.events.words import Word
from generator.model.story import Story

Group = tuple[int, int]
_NOUNS = frozenset({"N", "P", "U", "D", "G", "O"})
_SKIPPED = frozenset({"R", "T", ",", "“", "”", "-", "C", ":"})
_TRAILING = frozenset({"R", "T", ",", "X", "-", "”", "I"})
_SOON = 4


def before_verb(words: list[Word], start: int, verb: Verb, story: Story) -> Group | None:
    """Return what stands between the clause's opening and its verb, without fronted adverbials and trailing adverbs."""
    end = verb.first
    if words[start].tag in {"S", "W", "C"}:
        start += 1
        if start + 1 < end and words[start].low in story.adjectives and words[start + 1].tag == ",":
            start += 2  # 'If necessary, | it will leave'
    closed = {"-": "-", ")": "("}.get(words[end - 1].tag) if end > start else None
    while end > start and words[end - 1].tag in _TRAILING:
        end -= 1
    if end > start + 1 and end < verb.first and words[end - 1].tag == "V" and words[end - 1].form in {"past", "part"}:
        end -= 1  # 'a report | published on Monday | said'
    if closed is not None:  # 'the chain — the oldest in town — was sold'
        end = next((index for index in range(start + 1, end) if words[index].tag == closed), end)
    if end - start > 1 and words[end - 1].low in story.subject_pronouns and words[end - 2].tag in {"N", "P"}:
        return end - 1, end  # 'the longer this | it | drags', 'in which case | they | leave'
    start = skip_fronted(words, start, end, story)
    named = any(word.tag in _NOUNS or word.form == "ing" for word in words[start:end])
    if start < end and words[start].tag == "I" and verb.first == verb.main and verb.lemma in story.of("inverting"):
        return _noun_group(words, verb.last + 1) or (start, end)  # 'Among the dead was | a nurse'
    return (start, end) if start < end and named else None


def _noun_group(words: list[Word], start: int) -> Group | None:
    """Return the noun group that opens at *start*."""
    end = _run(words, start)
    return (start, end) if end > start and words[start].tag in {"D", "U", "N", "P"} else None


def referred_to(words: list[Word], start: int, verb: Verb, story: Story) -> Group | None:
    """Return what a relative clause is about when its relative is its subject: 'the man who …', 'shipments of which …'."""
    opener = words[start]
    adverbs = all(word.tag in {"R", "T", "X", "I", ","} for word in words[start + 1 : verb.first])
    if opener.low not in story.of("bare_relatives") or not adverbs:
        return None
    end = start
    if start > 1 and opener.low in story.of("of_relatives") and words[start - 1].low in story.of("of"):
        end -= 1
    group = _group_before(words, end)
    if group is None or group[0] < 2 or words[group[0] - 1].tag != "I":
        return group
    wider, link = _group_before(words, group[0] - 1), words[group[0] - 1].low
    if wider is None or not _is_meant(words, opener.low, link, (wider, group), story):
        return group
    return wider[0], group[1]


def _is_meant(words: list[Word], opener: str, link: str, groups: tuple[Group, Group], story: Story) -> bool:
    """Tell whether a relative is about the noun before a place or name: 'a woman from Faro who …', 'the trial of Dr White, which …'."""
    wider, group = groups
    placed, named = link in story.of("place_links"), all(word.tag == "P" for word in words[slice(*group)])
    if opener in story.of("thing_relatives"):
        return named and (placed or link in story.of("of")) and any(word.tag == "N" for word in words[slice(*wider)])
    return placed and opener not in story.of("that") and words[wider[1] - 1].low in story.people | story.of("plurals")


def _group_before(words: list[Word], end: int) -> Group | None:
    while end > 0 and words[end - 1].tag in {",", "-"}:
        end -= 1
    if end > 0 and words[end - 1].tag == ")":
        end = next((index for index in range(end - 1, -1, -1) if words[index].tag == "("), end)
    start = end
    while start > 0 and words[start - 1].tag in _NOUNS:
        start -= 1
    if end - start == 1 and words[start].tag == "U" and start > 1 and words[start - 1].tag == ",":
        return _group_before(words, start)  # 'the mayor, 42, who …'
    return (start, end) if start < end else None


def before_inserted(words: list[Word], fore: Group, story: Story) -> Group | None:
    """Return the subject among the words before an inserted clause: 'a pupil | who had been abroad | fell ill', 'the mayor (who …)'."""
    start, end = fore
    if words[start].tag in {"S", "W", "C"}:
        start += 1
    start = skip_fronted(words, start, end, story)
    end = next((index for index in range(start + 1, end) if words[index].tag in {"-", "("}), end)
    while end > start and words[end - 1].tag in _TRAILING | {"(", "“"}:
        end -= 1
    return (start, end) if start < end and any(word.tag in _NOUNS for word in words[start:end]) else None


def skip_fronted(words: list[Word], start: int, end: int, story: Story) -> int:
    """Return where the subject begins behind adverbs, time expressions and prepositional groups."""
    while start < end:
        word = words[start]
        if word.tag in _SKIPPED or word.low in story.connectives:
            start += 1
            continue
        behind = _behind_group(words, start, end, story) if word.tag in {"I", "B", "V", "to"} else None
        if behind is None:
            break
        start = behind
    return start


def is_fronted(words: list[Word], start: int, end: int, story: Story) -> bool:
    """Tell whether all words are a prepositional group, so that no subject stands among them: 'With the region | mired in war, …'."""
    begun = skip_fronted(words, start, end, story)
    return begun < end and words[begun].tag == "I" and words[begun + 1].tag != "U"


def _behind_group(words: list[Word], start: int, end: int, story: Story) -> int | None:
    """Return what follows a fronted group: behind its comma, its time expression, or where the next determiner opens a noun group."""
    commas = [index for index in range(start, end) if words[index].tag == "," and not words[index].quoted]
    listed = bool(commas) and any(word.tag == "C" for word in words[commas[-1] : end])
    if commas and commas[0] + 1 < end:
        # 'After leaving Riga, a port on the Baltic, the mayor said': an apposition belongs to what leads up to the subject
        return (commas[0] if listed or commas[-1] == end - 1 else commas[-1]) + 1
    timed = next((index for index in range(start, min(start + _SOON, end)) if words[index].tag == "T"), None)
    if timed is not None and timed + 1 < end:
        return timed + 1
    first = start + (1 if words[start].tag == "V" else 2)
    crowd = next((index for index in range(first, end) if words[index - 1].tag == "P" and _is_people(words[index], story)), None)
    if crowd is not None:
        return crowd  # 'In Paris | protesters gathered'
    return next((index for index in range(first, end) if words[index].tag in {"D", "O"} and words[index - 1].tag != "I"), None)


def _is_people(word: Word, story: Story) -> bool:
    return word.tag == "N" and (word.low in story.people or word.low.removesuffix("s") in story.people)


def inverted(words: list[Word], verb: Verb, story: Story) -> Group | None:
    """Return the subject behind a verb of saying: '…,' said Ann White, the head of the council."""
    start = verb.last + 1
    before = words[verb.first - 1] if verb.first else None
    if verb.lemma not in story.reporting or start >= len(words) or before is None or before.tag not in {"”", ","}:
        return None
    end = _run(words, start)
    if end == start or words[start].tag not in {"N", "P", "D", "O"}:
        return None
    behind = next((word for word in words[end:] if word.tag not in {"R", "X", "T"}), None)
    if behind is not None and behind.tag in {"V", "M"}:
        return None  # '…, said they were ready': that is what was said
    while end + 1 < len(words) and words[end].low in story.of("role_links") and words[end + 1].tag in {"N", "P", "D"}:
        end = _run(words, end + 1)
    return start, end


def _run(words: list[Word], start: int) -> int:
    end = start
    while end < len(words) and words[end].tag in _NOUNS:
        end += 1
    return end
