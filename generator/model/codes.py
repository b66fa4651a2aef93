"""Every message that the program can say about its input, on one page (those about sheets stand beside it): name, severity, template, explanation.

``dateline explain CODE`` prints the explanation; ``docs/codes.md`` is made from this page; a test holds both together.
"""

from __future__ import annotations

from generator.model import sheet_codes
from generator.model.adding_codes import *  # noqa: F403 - D7: they belong to this page, and would make it too long
from generator.model.diagnostic import Code, Severity

_E, _W, _N = Severity.ERROR, Severity.WARNING, Severity.NOTE

# --- D1: project and settings
NO_ARTICLES = Code(
    "D101", _E, "no articles in {folder}", "A build needs at least one article: a .txt, .md or .html file in the articles' folder."
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

# --- D2: articles
NO_DATE = Code(
    "D201",
    _W,
    "no publication date: “{words}”{more} cannot be resolved",
    "Words such as “Tuesday” count from the publication date. It is never guessed from today's clock. Give it in the article's .toml: published = 2021-12-08.",
)
BAD_ENCODING = Code(
    "D202",
    _E,
    "not UTF-8: byte 0x{byte:02x} at offset {offset}",
    "Articles, edits and settings are UTF-8 text. The file is left out of the build and left as it is.",
)
TOO_LARGE = Code(
    "D203", _E, "too large: {size} bytes, at most {limit}", "Limits on size and depth keep a hostile file from stopping the build."
)
EMPTY_ARTICLE = Code("D204", _W, "no text", "The file holds no text that could be cited.")
WEEKDAY_MISMATCH = Code(
    "D205",
    _W,
    "{words}: that day was a {weekday}",
    "The source names a weekday that does not fit its date. The date is kept as the source gives it.",
)
GUESSED_DATE = Code(
    "D206",
    _W,
    "publication date {date} was guessed from the page",
    "A saved page does not say for certain when it came out. Confirm the date in the article's .toml.",
)
SAVED_PAGE = Code(
    "D207",
    _W,
    "read from the saved page; `dateline add` freezes its text",
    "Offsets of citations refer to a frozen text. A saved page is read on the fly; what is read may change with the reader.",
)
UNKNOWN_LANGUAGE = Code(
    "D208", _E, "no table for language “{language}”", "The language of an article or of the timeline has no table; see docs for adding one."
)
BAD_FRONT_MATTER = Code(
    "D209",
    _E,
    "front matter cannot be read: {reason}",
    "The front matter of an article or an edit is not TOML (or YAML for clipped articles), or its end is missing.",
)
TWO_ARTICLES = Code(
    "D210", _E, "two articles with the id “{id}”", "The id of an article is its file's name without ending; two files share one."
)
TOO_DEEP = Code(
    "D211",
    _E,
    "nested too deeply: {depth} levels, at most {limit}",
    "Limits on size and depth keep a hostile file from stopping the build.",
)
BAD_PAGE = Code(
    "D212",
    _E,
    "no article found in the saved page",
    "The page's own text could not be told from its furniture. Save the text as a .txt beside it.",
)

TOO_MANY = Code(
    "D213", _E, "too many elements: {count}, at most {limit}", "Limits on size and depth keep a hostile page from stopping the build."
)
GUESSED_ENCODING = Code(
    "D214",
    _W,
    "names no encoding and is not UTF-8: read as {encoding}",
    "Browsers read such a page in the same way. Look whether accents and quotation marks are right.",
)
NOT_AN_ARTICLE = Code(
    "D215",
    _W,
    "this is {what}, not an article",
    "A page that was saved or fetched is often not the one that was meant: a wall of consent, a check for robots, an error, a list of other pages, the opening of a story that only subscribers can read. `dateline add` does not freeze it, unless --anyway is given.",
)
UNREAD_DATE = Code(
    "D216",
    _W,
    "“{name}” holds no date that can be read: “{words}”",
    "What a web clipper or a note program wrote as the date of publication is not one day. It stays unknown; give it in the article's .toml.",
)
DOUBTED_DATE = Code(
    "D217",
    _W,
    "publication date {date} is in doubt: {reason}",
    "Two statements of the publisher's own name different days, or the only one is in UTC at an hour when it was another day at the article's own place. Every “Tuesday” of the article counts from this date: look at the page and confirm or correct it in the article's .toml.",
)
TWO_NAMES = Code(
    "D218",
    _W,
    "{path} is another name of {other}, and is left out",
    "Two names lead to one file (a link). One article counts once: under two names it would be taken for two sources.",
)
ABOUT_NOTHING = Code(
    "D219",
    _W,
    "no article named “{name}” beside this file",
    "A .toml or .conllu in the articles' folder is about the article of the same name.",
)
NOT_READ = Code(
    "D220",
    _W,
    "{path} is not read",
    "The folder holds something that the program does not take for an article (or an edit). It is named, so that nobody waits for what it tells.",
)
MANY_IN_ONE = Code(
    "D222",
    _W,
    "holds {count} articles, which are left out",
    "A text in the articles' folder is one article. `dateline add` parts the export of a database into its articles.",
)
CHANGED_COPY = Code(
    "D223",
    _W,
    "the text has been changed since it was frozen",
    "Its SHA-256 is not the one that `dateline add` wrote into the .toml. If the change is meant, take sha256 out of it.",
)
BAD_PARSE = Code("D224", _W, "not CoNLL-U: {reason}", "A row of a parse cannot be read; its sentence is parsed anew.")
PARSE_ASTRAY = Code("D225", _W, "this sentence is not in {article}, or out of its order", "A parse has the text's own words, in order.")
NO_SUCH_DAY = Code(
    "D221",
    _W,
    "{words}: that month has {days} days",
    "The source names a day that does not exist. Only the month is taken; look what was meant.",
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
    "“{headline}” was due {date}; no source reports the outcome",
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
    "{unchecked} of {all} events are published without an editor's check",
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
