"""timeline.toml is read strictly, and what is wrong is shown where it stands."""

from dataclasses import fields
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.diagnostic import Checked
from generator.model.project import File
from generator.model.settings import Settings
from generator.read.settings import settings


def read(text: str) -> Checked[Settings]:
    return settings(File("timeline.toml", text.encode()))


def test_a_folder_without_settings_has_the_defaults() -> None:
    assert settings(None) == Checked(Settings())


def test_every_setting_is_read() -> None:
    text = """
    title = "The dam"
    description = "What happened."
    language = "de"
    base_url = "https://dam.example/t/"
    publish = "checked"
    articles = "texts"
    as_of = 2024-05-17
    max_events = 40
    min_salience = 1
    day_first = true
    """
    done = read(text)
    assert done.diagnostics == ()
    value = done.value
    assert (value.title, value.language, value.publish, value.articles, value.max_events) == ("The dam", "de", "checked", "texts", 40)
    assert (value.as_of, value.min_salience, value.day_first) == (date(2024, 5, 17), 1.0, True)


def test_a_day_may_stand_between_quotes() -> None:
    assert read('as_of = "17 May 2024"').value.as_of == date(2024, 5, 17)


WRONG = [
    ('titel = "X"', "D102", 1, 1, "unknown setting “titel”", "did you mean “title”?"),
    ('title = "X"\n\nmax-events = 3', "D102", 3, 1, "unknown setting “max-events”", "did you mean “max_events”?"),
    ("[colour]\na = 1", "D102", 1, 2, "unknown setting “colour”", None),
    ('max_events = "3"', "D103", 1, 1, "“max_events” must be a whole number of at least 1, not “3”", None),
    ("max_events = true", "D103", 1, 1, "“max_events” must be a whole number of at least 1, not true", None),
    ("max_events = 0", "D103", 1, 1, "“max_events” must be a whole number of at least 1, not 0", None),
    ("min_salience = 7", "D103", 1, 1, "“min_salience” must be a number from 0 to 1, not 7", None),
    ('publish = "some"', "D103", 1, 1, "“publish” must be “all” or “checked”, not “some”", None),
    ('as_of = "May"', "D103", 1, 1, "“as_of” must be a date such as 2021-12-08, not “May”", None),
    ('articles = "../other"', "D103", 1, 1, "“articles” must be a folder inside the project, not “../other”", None),
    ('output = "/etc"', "D103", 1, 1, "“output” must be a folder inside the project, not “/etc”", None),
    ('base_url = "javascript:alert(1)"', "D103", 1, 1, "must be an address that begins with https:// or http://", None),
    ('base_url = "https://v.example/g?x=1"', "D103", 1, 1, "must be an address without “?” and “#”", None),
    ('base_url = "https://v.example/a b"', "D103", 1, 1, "must be an address without spaces", None),
    ('base_url = "https://v.example:99999/"', "D103", 1, 1, "whose host and port can exist", None),
    ('base_url = "https://.example/"', "D103", 1, 1, "whose host and port can exist", None),
    ('base_url = "https://me:secret@v.example/"', "D103", 1, 1, "without a name and password", None),
    ("base_url = 'https://v.example\\t'", "D103", 1, 1, "strokes that lean forward", None),
    ('base_url = "https://v.example/t/../u/"', "D103", 1, 1, "without “..”", None),
    ('base_url = "https://v.example/50%"', "D103", 1, 1, "with “%25” for “%”", None),
    ('base_url = "https://v.example/t/index.html"', "D103", 1, 1, "without the name of a file", None),
    ('base_url = "https:///path"', "D103", 1, 1, "and names a host", None),
    ('base_url = "https://[::1"', "D103", 1, 1, "must be an address that is a web address", None),
    ("title = [1]", "D103", 1, 1, "“title” must be text between quotes, not a list", None),
    ("title = X", "D104", 1, 9, "not valid TOML: invalid value", 'put text between quotes: title = "My timeline"'),
    ('title = "X"\ntitle = "Y"', "D104", 2, 11, "not valid TOML: cannot overwrite a value", None),
    ('title = "X', "D104", 1, 10, "not valid TOML", None),
    (f"max_events = {'9' * 5000}", "D104", 1, None, "not valid TOML", None),
    (f"title = {'[' * 40}", "D211", 1, None, "nested too deeply", None),
]


@pytest.mark.parametrize(("text", "code", "line", "column", "message", "hint"), WRONG, ids=[case[0][:30] for case in WRONG])
def test_what_is_wrong_is_told_at_its_place(text: str, code: str, line: int, column: int | None, message: str, hint: str | None) -> None:
    done = read(text)
    (told,) = done.diagnostics
    assert told.where is not None
    assert (told.code.name, told.where.path, told.where.line) == (code, "timeline.toml", line)
    assert column in (None, told.where.column)
    assert message in told.message
    assert hint in (None, told.hint)


def test_one_wrong_setting_does_not_take_the_others_with_it() -> None:
    assert read('title = "X"\nmax_events = "3"').value == Settings(title="X")


def test_keys_inside_long_texts_are_not_taken_for_settings() -> None:
    text = 'description = """\ntitel = 1\n"""\nkikcer = "x"'
    (told,) = read(text).diagnostics
    assert told.where is not None
    assert (told.where.line, told.hint) == (4, "did you mean “kicker”?")


@given(st.binary(max_size=300))
def test_no_bytes_are_too_strange(content: bytes) -> None:
    assert isinstance(settings(File("timeline.toml", content)).value, Settings)


@given(
    st.sampled_from([each.name for each in fields(Settings)]),
    st.sampled_from(['"x"', "1", "-1", "1.5", "true", "[]", "{}", "2020-01-01", "12:30:00"]),
)
def test_no_value_is_too_strange(name: str, value: str) -> None:
    assert isinstance(read(f"{name} = {value}").value, Settings)
