# SPDX-License-Identifier: GPL-3.0-or-later
"""What `inzage-console` takes, with its help and errors in the console's languages.

Source: docs/spec/commands.md.
"""

import argparse
import re
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final, NoReturn

from consent.version import ShowVersion
from console.command_words import CommandWords, command_words
from console.errors import WRONG_USE, ConsoleError
from console.settings import Settings, State, default_state, read_settings

PROGRAM: Final = "inzage-console"
_STATE: Final = "--state"
_MISSING: Final = re.compile(r"arguments are required: (.+)")
_UNKNOWN: Final = re.compile(r"unrecognized arguments: (.+)|invalid choice: '?([^' ]+)")
_NO_VALUE: Final = re.compile(r"argument ([^:]+): expected")


def language_of(arguments: Sequence[str]) -> str:
    """Give the language of the console these arguments are for."""
    folder = ""
    for number, one in enumerate(arguments):
        if one == _STATE and number + 1 < len(arguments):
            folder = arguments[number + 1]
        elif one.startswith(f"{_STATE}="):
            folder = one.partition("=")[2]
    try:
        return read_settings(
            State(Path(folder)) if folder else default_state()
        ).language
    except ConsoleError:
        return Settings().language


def parser(language: str) -> argparse.ArgumentParser:
    """Make what reads the command line."""
    words = command_words(language)
    made = _Parser(words, prog=PROGRAM, description=words.about)
    options = made.options
    options.add_argument("--version", action=ShowVersion).help = words.version
    state = options.add_argument(_STATE, type=Path, help=words.state)
    script = options.add_argument("--script", type=Path, help=words.script)
    state.metavar, script.metavar = words.folder, words.file
    commands = made.add_subparsers(
        dest="command",
        title=words.commands,
        metavar=words.command,
        parser_class=_sub(words),
    )
    request = commands.add_parser("request", help=words.request)
    file = request.arguments.add_argument("file", type=Path, help=words.request_file)
    given = commands.add_parser("import", help=words.given)
    box = given.arguments.add_argument("bundle", type=Path, help=words.bundle)
    root = given.options.add_argument("--root", default="", help=words.root)
    month = commands.add_parser("volumes", help=words.volumes)
    place = month.arguments.add_argument("folder", type=Path)
    place.help, place.metavar = words.volumes_folder, words.folder
    file.metavar, box.metavar, root.metavar = words.file, words.file, words.number
    return made


class _Parser(argparse.ArgumentParser):
    """A parser that says nothing in words of its own."""

    def __init__(self, words: CommandWords, **more: str) -> None:
        super().__init__(
            add_help=False,
            formatter_class=lambda prog: _Formatter(prog, words.usage),
            prog=more["prog"],
            description=more.get("description"),
        )
        self._words = words
        self.arguments = self.add_argument_group(words.arguments)
        self.options = self.add_argument_group(words.options)
        self.options.add_argument("-h", "--help", action="help", help=words.help)

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and where more is told, and end."""
        words = self._words
        more = words.more.format(program=self.prog)
        sys.stderr.write(f"{_what(message, words)} {more}\n")
        self.exit(WRONG_USE)


def _sub(words: CommandWords) -> type[_Parser]:
    """Give the class of a command's own parser."""

    class Sub(_Parser):
        def __init__(self, **more: str) -> None:
            super().__init__(words, **more)

    return Sub


class _Formatter(argparse.HelpFormatter):
    """Help that begins with our own word for its use."""

    def __init__(self, prog: str, prefix: str) -> None:
        super().__init__(prog)
        self._own_prefix = prefix

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        """Write how it is used."""
        own = self._own_prefix if prefix is None else prefix
        super().add_usage(usage, actions, groups, own)


def _what(message: str, words: CommandWords) -> str:
    """Say in our words what the parser found."""
    for pattern, sentence in (
        (_MISSING, words.missing),
        (_UNKNOWN, words.unknown),
        (_NO_VALUE, words.no_value),
    ):
        found = pattern.search(message)
        if found is not None:
            what = next(group for group in found.groups() if group)
            return sentence.format(what=what)
    return words.wrong
