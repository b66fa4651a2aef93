"""The overview by source, name or place: every event of a row is in its bars, all rows on one axis and one scale."""

import re
from dataclasses import replace

from generator.render.lanes import LanesPage
from generator.render.plan import plan
from generator.render.site import render
from tests.render.invented import SETTINGS, many, small, theme

PATH = "lanes/index.html"


def test_a_row_holds_what_its_source_or_name_tells_on_one_axis() -> None:
    timeline = many(120, years=1)
    pages = {page.path: page for page in plan(timeline, SETTINGS)}
    given = pages[PATH].context
    assert [each.title for each in given["sets"]] == ["Publisher or source", "Name or subject"]
    rows = given["sets"][0].rows
    assert [row.name for row in rows] == [f"Gazette {n}" for n in range(4)]
    for row in rows:
        assert row.counted == "30 events"
        assert sum(int(bar.name.split(": ")[1].split()[0]) for bar in row.drawn.bars) <= 30
        assert (row.drawn.axes, row.drawn.unit) == (given["axis"].axes, given["axis"].unit)
    ends = {bar.x for row in rows for bar in row.drawn.bars}
    assert ends <= {bar.x for bar in given["axis"].bars}


def test_rows_are_drawn_to_one_scale() -> None:
    timeline = many(120, years=1)
    rows = next(page.context["sets"][0].rows for page in plan(timeline, SETTINGS) if page.path == PATH)
    heights: dict[int, set[float]] = {}
    for row in rows:
        for bar in row.drawn.bars:
            heights.setdefault(int(bar.name.split(": ")[1].split()[0]), set()).add(round(sum(each.height for each in bar.segments)))
    assert len(heights) > 1
    assert all(len(found) == 1 for found in heights.values())


def test_a_bar_leads_to_where_its_first_event_is_listed() -> None:
    timeline = many(304, years=8)
    site = render(plan(timeline, SETTINGS), timeline, SETTINGS, theme())
    targets = re.findall(r'class="bar-of" href="\.\./([^"#]+)#([^"]+)"', site[PATH].decode())
    assert len(targets) > 20
    for path, fragment in set(targets):
        assert f'id="{fragment}"' in site[path].decode()
    assert '<a href="lanes/index.html">' in site["index.html"].decode()


def test_few_events_need_no_rows() -> None:
    timeline = small()
    assert PATH not in {page.path for page in plan(timeline, SETTINGS)}
    bare = replace(many(30), events=tuple(replace(each, tags=(), citations=()) for each in many(30).events))
    assert PATH not in {page.path for page in plan(bare, SETTINGS)}
    assert LanesPage.template == "lanes.html"
