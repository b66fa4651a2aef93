"""What events are made from, beside their mentions. In: all of a build's. Out: what some of it need."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from generator.model.article import Article
from generator.weave.profiles import Profile


@dataclass(frozen=True, slots=True)
class Corpus:
    """How telling each stem is, the articles by id, and for each of them the text that it is a copy of."""

    weights: Mapping[str, float] = field(default_factory=dict)
    articles: Mapping[str, Article] = field(default_factory=dict)
    report: Mapping[str, str] = field(default_factory=dict)

    def cut(self, members: Iterable[Profile]) -> Corpus:
        """Return what is needed for some mentions, to be sent elsewhere."""
        members = tuple(members)
        stems = dict.fromkeys(stem for profile in members for stem in (*profile.matter, *profile.told, profile.trigger))
        names = dict.fromkeys(profile.mention.article for profile in members)
        return Corpus(
            {stem: self.weights[stem] for stem in stems if stem in self.weights},
            {name: self.articles[name] for name in names},
            {name: self.report[name] for name in names},
        )

    def changed_stems(self, before: Corpus) -> set[str]:
        """Return the stems that were known before and are not as telling as then."""
        known = before.weights
        return {stem for stem, weight in self.weights.items() if known.get(stem, weight) != weight}

    def changed_articles(self, before: Corpus) -> set[str]:
        """Return the articles that are other objects than before, or copies of another text."""
        known, report = before.articles, before.report
        return {name for name, article in self.articles.items() if known.get(name) is not article or report[name] != self.report[name]}
