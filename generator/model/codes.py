"""Every message that the program can say about its input, on one page (those about sheets stand beside it): name, severity, template, explanation.

``dateline explain CODE`` prints the explanation; ``docs/codes.md`` is made from this page; a test holds both together.
"""

from __future__ import annotations

from generator.model import sheet_codes
from generator.model.adding_codes import *  # noqa: F403 - D7: they belong to this page, and would make it too long
from generator.model.addition_codes import *  # noqa: F403 - D320 and on: likewise
from generator.model.article_codes import *  # noqa: F403 - D2: likewise
from generator.model.diagnostic import Code, Severity

_E, _W, _N = Severity.ERROR, Severity.WARNING, Severity.NOTE

# --- D1: project and settings
NO_ARTICLES = Code(
    "D101",
    _E,
    "no articles in {folder}",
    "A build needs at least one article: a text, a page or another file that docs/formats.md names, in the articles' folder.",
)
UNKNOWN_SETTING = Code(
    "D102",
    _E,
    "unknown setting “{name}”",
    "timeline.toml, an article's .toml or an edit names something that the program does not know. Nothing is ignored silently.",
)
BAD_SETTING = Code(
    "D103", _E, "“{name}” must be {wanted}, not {found}", "The value of a setting has the wrong type or is not one of its choices."
)
BAD_TOML = Code(
    "D104", _E, "not valid TOML: {reason}", "The file is not TOML as tomllib reads it; the place given is where reading stopped."
)

LINK_OUTSIDE = Code(
    "D105",
    _E,
    "{path} is a link that leaves the project",
    "A project is read from its own folder only. Copy the file into it instead of linking to it.",
)
UNREADABLE = Code(
    "D106", _E, "{path} cannot be read: {reason}", "The operating system refused to read a file of the project. It is left out."
)
BAD_PERMALINKS = Code(
    "D107",
    _E,
    "not a list of published addresses: {reason}",
    "permalinks.json holds what was once published, so that no address ever leads nowhere. `publish` writes it; take the last good one from your backup or history.",
)
UNREADABLE_FOLDER = Code(
    "D108",
    _E,
    "the folder {path} cannot be read: {reason}",
    "The operating system refused to list a folder of the project. Nothing is built, for all that it holds would be missing.",
)
NO_EVENTS = Code(
    "D109",
    _W,
    "the timeline holds no event",
    "Articles were read, and no event was found in them that is to be shown. The site is built all the same, and is empty.",
)
ONLY_ADDED = Code(
    "D110",
    _W,
    "no articles in {folder}: the timeline holds only what editors added",
    "Edits add events on evidence of their own, as those of an imported sheet do, so a site can be built of them alone. If there should be articles, look at the folder's name.",
)

# --- D3: edits
BAD_EDIT = Code("D301", _E, "{reason}", "The edit's file says something that an edit cannot say.")
ORPHAN = Code(
    "D302",
    _W,
    "the quote was not found in {source}",
    "The words that this edit is about no longer stand in the article. The edit is kept and not applied: nothing is moved to a look-alike.",
)
REVIEW_QUOTE = Code(
    "D303",
    _W,
    "the quote may have changed: {reason}",
    "Something close to the quote was found, but not surely the same (a figure, weekday, name or negation differs, or two places fit as well). The edit is not applied until a person decides.",
)
NO_EVENT = Code(
    "D304",
    _W,
    "the quote was found, but no event rests on it",
    "The words still stand in the article, but the program sees no event there.",
)
REDUNDANT = Code(
    "D305",
    _N,
    "{field} is already {value}",
    "The program now says by itself what the editor set. The edit does no harm and can be deleted.",
)
CONFLICT = Code(
    "D306",
    _W,
    "{field}: was {was}, set {set}, now {now}",
    "The program's value is neither what it was when the editor acted nor what the editor set. The editor's value is used; please look again.",
)
OVERRULED = Code(
    "D315",
    _W,
    "{field}: {by} has set “{now}” ({path}); this later act sets “{set}”, and counts",
    "Two editors have set the same field, the later one without having seen what the earlier one did, as when each works in a branch of their own, or without saying so in `[was]`. Both acts are kept; the later one counts, and the event wants another look.",
)
UNLISTED = Code(
    "D316",
    _N,
    "“{by}” is none of the editors that timeline.toml names",
    "`editors` names who edits. An edit is signed by somebody else: perhaps by a name that is written differently.",
)
LAPSED = Code(
    "D307",
    _W,
    "the check has lapsed: {field} was {was}, is {now}",
    "An editor checked this event, and something that readers see has changed since.",
)
NO_EVIDENCE = Code("D308", _E, "an added event needs a quote, a url or own_reporting = true", "Every event rests on evidence.")
UNKNOWN_SOURCE = Code("D309", _W, "no article “{source}”", "The edit names an article that the project does not hold.")

# --- D4: templates and pages
TEMPLATE_ERROR = Code("D401", _E, "template: {reason}", "A Jinja template cannot be read or rendered.")
MARKDOWN_LIMIT = Code(
    "D402",
    _E,
    "Markdown nested or repeated beyond its limit: {reason}",
    "Limits on size and depth keep a hostile text from stopping the build.",
)
NO_PICTURES = Code(
    "D404",
    _W,
    "no pictures for sharing are drawn: {reason}",
    "`share_images` draws them with packages of the extra `share`, for addresses that begin with `base_url`.",
)
OVERDUE = Code(
    "D403",
    _N,
    "{event} was due {date}; no source reports the outcome",
    "A planned or expected event whose day has passed. It is shown with “outcome not recorded”.",
)

# --- D5: output
NOT_OURS = Code(
    "D501",
    _E,
    "{folder} was not made by dateline",
    "Cleaning and replacing refuse a folder without our manifest, so that nothing of yours is lost. Choose another with -o, or empty it yourself.",
)
CANNOT_WRITE = Code(
    "D502", _E, "{folder} cannot be written: {reason}", "The operating system refused. What stood there before is left whole."
)
CANNOT_PUBLISH = Code(
    "D503",
    _E,
    "{target} cannot be published to: {reason}",
    "The host refused or could not be reached. What was uploaded before is taken up by the next publish.",
)
NOT_PUBLISHED = Code(
    "D504",
    _E,
    "{path} already stands at {target}, and no publish put it there",
    "Publishing replaces and deletes only what an earlier publish put there. Move the file away, choose another place, or say --overwrite once.",
)
NO_BASE_URL = Code(
    "D505",
    _N,
    "base_url is not set: feeds, sitemap and canonical links have no address",
    'Pages link to each other relatively and work anywhere; what is read elsewhere needs the site\'s address: base_url = "https://…" in timeline.toml.',
)
UNCHECKED = Code(
    "D506",
    _W,
    "{unchecked} of {all} events have not been checked by an editor",
    'They say so on the page. publish = "checked" in timeline.toml leaves out what no editor has checked.',
)
BAD_PLACE = Code(
    "D507",
    _E,
    "{folder} is no place for the site: {reason}",
    "A build writes into its output folder only, and never into what it reads, into a repository's own folder, or through a link out of the project.",
)
LEFT_OVER = Code(
    "D508",
    _N,
    "{count} that a killed build left beside the site {verb} removed",
    "A build fills a folder beside the site and exchanges the two. One that was killed leaves its folder; the next one removes it.",
)
ANOTHERS = Code(
    "D509",
    _E,
    "{whose} stands at {target}",
    "Each project has an id, kept in its permalinks.json, and each publication says whose it is. One project never replaces what another has published unless that is said once, with --overwrite.",
)
HOLDS_OTHERS = Code(
    "D510",
    _E,
    "{target} holds something else than a timeline: {count} ({named})",
    "A site comes to a place of its own: a first publication into a folder, branch or bucket that is in use already is likely to be a slip. What hosts want there (CNAME, README, hidden files) does not count.",
)
EMPTY_OVER_GOOD = Code(
    "D511",
    _E,
    "the timeline holds no event, and {target} has one that does",
    'An empty timeline never replaces a published one unasked: often `publish = "checked"` is set and nothing is checked yet, or the articles are not where they were.',
)

# --- D6: tagging by itself
BAD_RECORD = Code(
    "D601",
    _E,
    "not a record: {reason}",
    "A line of `dateline tag --jsonl` is a JSON object with “text”, and if known “id” and “published” (YYYY-MM-DD). The line is left out.",
)
CANNOT_READ = Code("D602", _E, "cannot be read: {reason}", "The operating system refused. The other files are still tagged.")

# --- D8: the program itself
PROGRAM_FAILED = Code(
    "D801",
    _E,
    "a fault of the program: {reason}",
    "The program failed on this file, page or export, which is left out; all others are made. It is no mistake of yours. Please report the line, with the file where you may share it; `dateline -v …` prints the whole traceback.",
)


def all_codes() -> tuple[Code, ...]:
    """Return every code, by name."""
    return tuple(
        sorted(
            (value for value in (*globals().values(), *vars(sheet_codes).values()) if isinstance(value, Code)), key=lambda code: code.name
        )
    )
