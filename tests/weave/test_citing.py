"""The quotes that an event rests on, the words in which it says why, and how much it weighs."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from generator.model.mention import DateBasis
from generator.model.span import Span
from generator.weave.citations import cited
from generator.weave.clusters import Cluster, Join
from generator.weave.explaining import reasons
from generator.weave.likeness import scales, signs
from generator.weave.profiles import Profile
from generator.weave.salience import backing, by_itself, of_day
from generator.weave.stems import weights
from tests.articles import article
from tests.weave.profiled import of_date, of_matter

TEXT = "The port closed on Monday. The port closed. Nobody was hurt."
NEWS = {"n1": article(TEXT, date(2031, 5, 7), name="n1")}


def quoting(number: int, quote: str, said: str = "") -> Profile:
    start = TEXT.index(quote)
    told = of_matter(number, 10, "port", article="n1")
    at = Span(start + quote.index(said), start + quote.index(said) + len(said)) if said else None
    return replace(told, wording=quote, mention=replace(told.mention, quote=Span(start, start + len(quote)), said=at))


def test_each_quote_is_cited_once_with_its_words_and_what_stands_round_it() -> None:
    one, same, other = (
        quoting(1, "The port closed on Monday.", "Monday"),
        quoting(2, "The port closed on Monday."),
        quoting(3, "Nobody was hurt."),
    )
    found = cited((one, same, other), one, NEWS)
    assert [(each.quote, each.said_words) for each in found] == [("The port closed on Monday.", "Monday"), ("Nobody was hurt.", "")]
    assert found[1].before.endswith("The port closed. ")


def test_joins_and_what_was_nearly_one_are_told() -> None:
    one, other = of_matter(1, 10, "bridge", "norrvik"), of_matter(2, 10, "bridge", "norrvik")
    found = signs(one, other, scales([one, other], weights(profile.matter for profile in (one, other))))
    assert found is not None
    cluster = Cluster((one, other), (Join(one, other, found),), (Join(one, other, None, "they are told apart"),))
    merged, apart = reasons(cluster)
    assert (merged.rule, apart.rule) == ("same event", "another event")
    assert "e-1 (n1, sentence 1) and e-2" in merged.words
    assert apart.words.endswith("but they are told apart")


def test_what_more_reports_tell_weighs_more_and_a_year_less_than_a_day() -> None:
    several = tuple(of_date(number, "2031-05-06", DateBasis.SAID) for number in range(3))
    alone, vague = of_date(7, "2031-06-06", DateBasis.SAID), of_date(8, "2031", DateBasis.SAID)
    report = {profile.mention.article: profile.mention.article for profile in (*several, alone, vague)}
    (of_several,) = of_day([backing(several, several[0], report)])
    (of_one,) = of_day([backing((alone,), alone, report)])
    assert of_several > of_one > by_itself(backing((vague,), vague, report)) > 0
    assert of_day([backing(several, several[0], dict.fromkeys(report, "n0"))])[0] < of_several


def test_the_events_of_a_day_share_its_weight_and_its_main_event_stands_out() -> None:
    told = [of_date(number, "2031-05-06", DateBasis.SAID) for number in range(4)]
    report = {profile.mention.article: profile.mention.article for profile in told}
    main, other = backing(told[:3], told[0], report), backing(told[3:], told[3], report)
    (whole,) = of_day([backing(told, told[0], report)])
    shares = of_day([main, other])
    assert shares[0] > 3 * shares[1]
    assert abs(sum(shares) - whole) < 1e-5
