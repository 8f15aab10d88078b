"""Every setting with its default, and what a mistake in the configuration says."""

from __future__ import annotations

import tomllib
from dataclasses import fields
from pathlib import Path

import pytest

from rostra.errors import UserError
from rostra.keys import ALL, DIGITS, EDITOR, shown
from rostra.settings import DEFAULTS, Settings, config_file, example, load_settings

OTHER = {
    "theme": '"nord"',
    "progress": "false",
    "max_columns": "80",
    "mouse": "true",
    "watch": "false",
    "motion": "false",
    "resume": "true",
    "magnify": '"2"',
    "letters": '"halves"',
}
WRONG = {
    "theme": "1",
    "progress": '"yes"',
    "max_columns": "80.5",
    "mouse": "1",
    "watch": '"no"',
    "motion": "0",
    "resume": "[]",
    "magnify": "4",
    "letters": '"gothic"',
}


@pytest.fixture
def config(home: Path) -> Path:
    """The configuration's place on the platform."""
    file = home / "config" / "rostra" / "config.toml"
    file.parent.mkdir(parents=True)
    return file


def refused(config: Path, text: str) -> str:
    """What is said of a configuration with a mistake."""
    config.write_text(text, "utf-8")
    with pytest.raises(UserError) as error:
        load_settings()
    assert "\n" not in str(error.value)
    return str(error.value)


def test_without_a_file_all_is_at_its_default(home: Path) -> None:
    assert load_settings() == DEFAULTS


def test_the_list_of_settings_here_is_whole() -> None:
    assert {one.name for one in fields(Settings)} == {*OTHER, "keys"} == {*WRONG, "keys"}


@pytest.mark.parametrize("name", OTHER)
def test_each_setting_is_read(config: Path, name: str) -> None:
    config.write_text(f"{name} = {OTHER[name]}\n", "utf-8")
    read = load_settings()
    assert getattr(read, name) == tomllib.loads(f"x = {OTHER[name]}")["x"] != getattr(DEFAULTS, name)


@pytest.mark.parametrize("name", WRONG)
def test_a_value_of_the_wrong_kind_names_file_line_and_setting(config: Path, name: str) -> None:
    said = refused(config, f"# a comment\n\n{name} = {WRONG[name]}\n")
    assert f"{config}:3: {name} should be" in said


def test_an_unknown_setting_names_the_nearest(config: Path) -> None:
    said = refused(config, 'theme = "dark"\nmax_colums = 3\n')
    assert f"{config}:2: unknown setting 'max_colums', did you mean 'max_columns'?" in said


def test_widths_have_bounds(config: Path) -> None:
    assert "from 10 to 1000" in refused(config, "max_columns = 9\n")
    assert "from 10 to 1000" in refused(config, "max_columns = 1001\n")


def test_what_is_no_toml_is_told_with_its_line(config: Path) -> None:
    said = refused(config, "theme = \n")
    assert str(config) in said
    assert "line 1" in said


def test_bytes_that_are_no_text_are_told(config: Path) -> None:
    config.write_bytes(b"theme = '\xff'\n")
    with pytest.raises(UserError, match="cannot read the configuration"):
        load_settings()


def test_a_folder_in_its_place_is_told(config: Path) -> None:
    config.mkdir()
    with pytest.raises(UserError, match="cannot read the configuration"):
        load_settings()


def test_the_environment_names_another_file_and_the_command_line_wins(
    home: Path, config: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    config.write_text("max_columns = 50\n", "utf-8")
    named, given = tmp_path / "named.toml", tmp_path / "given.toml"
    named.write_text("max_columns = 60\n", "utf-8")
    given.write_text("max_columns = 70\n", "utf-8")
    assert load_settings().max_columns == 50
    monkeypatch.setenv("ROSTRA_CONFIG", str(named))
    assert load_settings().max_columns == 60
    assert load_settings(given).max_columns == 70
    assert config_file(given) == (given, True)


def test_a_file_that_was_asked_for_must_be_there(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(UserError, match=r"no configuration file .*no\.toml"):
        load_settings(tmp_path / "no.toml")
    monkeypatch.setenv("ROSTRA_CONFIG", str(tmp_path / "neither.toml"))
    with pytest.raises(UserError, match=r"no configuration file .*neither\.toml"):
        load_settings()


# -- keys ---------------------------------------------------------------------------------------------------------


def test_keys_are_moved_by_what_they_do(config: Path) -> None:
    config.write_text('[keys]\nblack = "x, f2"\n"search" = "ctrl+f"\n', "utf-8")
    assert load_settings().keys == {"black": "x,f2", "search": "ctrl+f"}


def test_what_no_key_does_names_the_nearest(config: Path) -> None:
    said = refused(config, '[keys]\nblack = "x"\nserch = "f"\n')
    assert f"{config}:3: nothing is called 'serch', did you mean 'search'?" in said


@pytest.mark.parametrize(
    ("text", "line", "both"),
    [
        ('[keys]\n\nblack = "o"\n', 3, ("overview", "black")),
        ('[keys]\nsearch = "x"\nhelp = "x"\n', 3, ("search", "help")),
        ('[keys]\nsearch = "x,x"\n', 2, ("search", "search")),
        ('[keys]\nhelp = "7"\n', 2, ("help", "digit-7")),
    ],
)
def test_a_key_that_would_do_two_things_is_refused(config: Path, text: str, line: int, both: tuple[str, str]) -> None:
    said = refused(config, text)
    assert f"{config}:{line}: the key" in said
    assert all(name in said for name in both)


def test_a_key_that_does_not_exist_is_refused_with_the_nearest(config: Path) -> None:
    said = refused(config, '[keys]\nblack = "x"\nnext-step = "pgdn"\n')
    assert f"{config}:3: there is no key 'pgdn', did you mean 'pagedown'?" in said


def test_one_key_in_two_spellings_is_one_key(config: Path) -> None:
    assert "the key 'slash' is used for" in refused(config, '[keys]\nblack = "/"\n')
    config.write_text('[keys]\nblack = "!, shift+ctrl+up"\n', "utf-8")
    assert load_settings().keys == {"black": "exclamation_mark,ctrl+shift+up"}


def test_two_keys_may_change_places(config: Path) -> None:
    config.write_text('[keys]\nsearch = "o"\noverview = "slash"\n', "utf-8")
    assert load_settings().keys == {"search": "o", "overview": "slash"}


@pytest.mark.parametrize(
    "text", ["keys = 1\n", "[keys]\nblack = 1\n", '[keys]\nblack = ""\n', '[keys]\nblack = "x,"\n']
)
def test_keys_of_the_wrong_kind_are_told_with_their_line(config: Path, text: str) -> None:
    assert f"{config}:{text.count(chr(10))}: " in refused(config, text)


def test_no_key_of_ours_does_two_things() -> None:
    keys = [key for one in (*ALL, *DIGITS) for key in one.keys.split(",")]
    assert len(keys) == len(set(keys))


def test_keys_are_shown_as_people_write_them() -> None:
    assert shown("pagedown,shift+right,n,full_stop") == "PageDown  Shift+→  n  ."


# -- the example --------------------------------------------------------------------------------------------------


def uncommented() -> str:
    """The example with each setting in force: what stands before an equals sign is a setting."""
    lines = []
    for line in example().splitlines():
        bare = line.removeprefix("# ")
        setting = bare.partition(" = ")
        lines.append(bare if line.startswith("# ") and setting[1] and " " not in setting[0] else line)
    return "\n".join(lines)


def test_the_example_is_toml_that_changes_nothing(config: Path) -> None:
    config.write_text(example(), "utf-8")
    assert load_settings() == DEFAULTS


def test_the_example_with_all_in_force_is_the_defaults(config: Path) -> None:
    table = tomllib.loads(uncommented())
    assert {name: table[name] for name in OTHER} == {name: getattr(DEFAULTS, name) for name in OTHER}
    usual = {key.id: key.keys for key in (*ALL, *EDITOR)}
    assert table["keys"] == usual
    config.write_text(uncommented(), "utf-8")
    assert load_settings() == Settings(keys=usual)


def test_the_example_says_where_it_belongs(home: Path) -> None:
    assert str(home / "config" / "rostra" / "config.toml") in example()


def test_how_large_slides_are_may_be_a_number_too(config: Path) -> None:
    config.write_text("magnify = 3\n", "utf-8")
    assert load_settings().magnify == "3"
    assert "magnify should be auto, 1, 2 or 3, not 'large'" in refused(config, 'magnify = "large"\n')
