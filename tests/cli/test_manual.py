"""The manual names every command and option there is, and none that there is not."""

import re
from pathlib import Path
from typing import Any

import pytest

from jp_trainer.cli import program

MANUAL = Path(__file__).resolve().parents[2] / "docs" / "command-line.md"
TEXT = MANUAL.read_text(encoding="utf-8")
SECTIONS = {
    match[1]: match[2]
    for match in re.finditer(r"### `jp-trainer ([^`]+)`\n(.*?)(?=\n###? |\Z)", TEXT, re.S)
}


def commands(command: Any, path: tuple[str, ...] = ()) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, inner in getattr(command, "commands", {}).items():
        if getattr(inner, "commands", None):
            found |= commands(inner, (*path, name))
        else:
            found[" ".join((*path, name))] = inner
    return found


def heading_of(path: str) -> str:
    found = [h for h in SECTIONS if h == path or h.startswith(path + " ")]
    assert len(found) == 1, f"one heading for: {path}"
    return found[0]


ROOT: Any = program.build(None, lambda _session: 0)
ALL = commands(ROOT)


def options_of(command: Any) -> set[str]:
    return {name for p in command.params for name in p.opts if name.startswith("--")} - {"--help"}


@pytest.mark.parametrize("path", sorted(ALL))
def test_the_manual_has_each_command_with_its_options(path: str) -> None:
    heading = heading_of(path)

    assert set(re.findall(r"`(--[a-z-]+)", SECTIONS[heading])) - options_of(ROOT) == options_of(
        ALL[path]
    )
    arguments = [p for p in ALL[path].params if not any(o.startswith("-") for o in p.opts)]
    assert len(heading.split()) - len(path.split()) == len(arguments)


def test_the_manual_has_no_command_that_is_not_there() -> None:
    assert {heading_of(path) for path in ALL} == set(SECTIONS)


def test_the_options_of_all_commands_are_in_the_manual() -> None:
    table = TEXT.partition("## Decks")[0]

    assert set(re.findall(r"\| `(--[a-z]+)", table)) == options_of(ROOT)


@pytest.mark.parametrize("path", sorted(ALL))
def test_every_command_and_option_explains_itself(path: str) -> None:
    command = ALL[path]

    assert command.help
    assert all(getattr(p, "help", None) for p in command.params)


def test_a_run_imports_only_the_command_it_needs() -> None:
    assert set(commands(program.build("furigana", lambda _session: 0))) == {"furigana"}
    assert {path.split()[0] for path in ALL} == set(program.COMMANDS)
