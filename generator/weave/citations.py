"""The evidence of an event: one citation for each distinct quote, in the order of publication and place.

In: the profiles of one event and the articles. Out: citations that quote their article exactly.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from generator.model.article import Article
from generator.model.citation import Citation
from generator.model.mention import DateBasis, EventMention
from generator.weave.profiles import Profile

CONTEXT = 32
"""How many characters before and after a quote are kept for finding it again."""


def cited(profiles: Sequence[Profile], winner: Profile, articles: Mapping[str, Article]) -> tuple[Citation, ...]:
    """Return a citation for each distinct quote; of quotes that overlap, the one with date words (the winner's first) stands.

    A sentence that an article repeats word for word is cited once.
    """
    kept: defaultdict[str, list[Profile]] = defaultdict(list)
    for profile in sorted(profiles, key=lambda each: (each is not winner, each.mention.said is None, -len(each.mention.quote))):
        own = kept[profile.mention.article]
        if not any(_tells_the_same(profile, other) for other in own):
            own.append(profile)
    chosen = (profile for own in kept.values() for profile in own)
    order = {id(profile): place for place, profile in enumerate(profiles)}
    return tuple(_citation(profile, articles[profile.mention.article]) for profile in sorted(chosen, key=lambda each: order[id(each)]))


def _tells_the_same(one: Profile, other: Profile) -> bool:
    """Tell whether two mentions of one article have the same quote, or parts of it."""
    return one.wording == other.wording or one.mention.quote.overlaps(other.mention.quote)


def _citation(profile: Profile, article: Article) -> Citation:
    mention = profile.mention
    quote = mention.quote
    said = mention.said if mention.said and quote.contains(mention.said) else None
    return Citation(
        source=article.id,
        mention=mention.id,
        span=quote,
        quote=quote.of(article.text),
        said=said,
        said_words=said.of(article.text) if said else "",
        date=mention.date,
        status=mention.status,
        basis=mention.basis,
        sentence=mention.sentence,
        headline=mention.headline,
        alone=mention.alone,
        stands=mention.stands,
        before=article.text[max(0, quote.start - CONTEXT) : quote.start],
        after=article.text[quote.end : quote.end + CONTEXT],
        derivation=(*(mention.timex.derivation if mention.timex else ()), *mention.reasons),
        guessed=bool(article.published and article.published.guessed) and _is_counted(mention),
    )


def _is_counted(mention: EventMention) -> bool:
    """Tell whether the date of a mention was counted from the day of publication, or from a date that may have been."""
    steps = mention.timex.derivation if mention.timex else ()
    return mention.basis is not DateBasis.SAID or any(step.rule == "reference" for step in steps)
