"""The messages about articles (D2), which ``generator.model.codes`` has on its page: name, severity, template, explanation."""

from __future__ import annotations

from generator.model.diagnostic import Code, Severity

_E, _W = Severity.ERROR, Severity.WARNING

NO_DATE = Code(
    "D201",
    _W,
    "no publication date, from which “{words}”{more} would be counted",
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
    "D208",
    _E,
    "the language “{language}” cannot be read: there is no table of its words",
    "The language of an article or of the timeline has no table. Such an article is left out; docs/languages.md says how to add one.",
)
BAD_FRONT_MATTER = Code(
    "D209",
    _E,
    "the front matter, the lines above the text, cannot be read: {reason}",
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
    "D213", _E, "too many {things}: {count}, at most {limit}", "Limits on size and depth keep a hostile page from stopping the build."
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
    "holds {count} articles",
    "One article was asked for. `generator.api.read_all` returns all that a file holds; in the articles' folder each is read by itself.",
)
HELD_IN = Code(
    "D226",
    _W,
    "holds {count}, read as they were saved; `dateline add` freezes the text",
    "A file in a form of its own (a message, a table, the export of a database, a document) is read anew in every build; what is read may change with the reader. Each of several articles is named by its file and its title.",
)
CHANGED_COPY = Code(
    "D223",
    _W,
    "the text has been changed since it was frozen",
    "Its SHA-256 is not the one that `dateline add` wrote into the .toml. If the change is meant, take sha256 out of it.",
)
TOO_LONG = Code(
    "D229",
    _W,
    "too long to be read whole ({length} characters): no dates and events are looked for from here on",
    "What an article costs in time is limited: characters, and once more those of a sentence for each of its words of time, up to `longest` (docs/settings.md). The whole text is kept, shown and can be cited in edits.",
)
SAME_ARTICLE = Code(
    "D227",
    _W,
    "the same article as {other}, which is read",
    "Two files hold the same text, and the same is said about both: that is one source, under two names. Remove one of them.",
)
BAD_PARSE = Code("D224", _W, "not CoNLL-U: {reason}", "A row of a parse cannot be read; its sentence is parsed anew.")
PARSE_ASTRAY = Code("D225", _W, "this sentence is not in {article}, or out of its order", "A parse has the text's own words, in order.")
NO_SUCH_DAY = Code(
    "D221",
    _W,
    "{words}: that month has {days} days",
    "The source names a day that does not exist. Only the month is taken; look what was meant.",
)
