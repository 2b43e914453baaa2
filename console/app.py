# SPDX-License-Identifier: GPL-3.0-or-later
"""`inzage-console`: what a teacher starts.

Source: docs/spec/commands.md.
"""

import getpass
import logging
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from consent.documents.trust import Trust
from console import bundle, forgetting, volumes
from console.command_line import language_of, parser
from console.command_words import CommandWords, command_words
from console.core.ports import Screen, Worker
from console.errors import ConsoleError, RefusedError
from console.identity import Identity, asks_passphrase, load_identity
from console.moments import Clocks
from console.settings import (
    Drawer,
    Settings,
    State,
    default_state,
    keep_file,
    read_file,
    read_settings,
)
from console.site import Site, open_site
from console.worker import ConsoleWorker
from protocol.aio.clock import boottime

STOPPED = 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the console; gives the exit code."""
    typed = sys.argv[1:] if arguments is None else arguments
    language = language_of(typed)
    words, asked = command_words(language), parser(language).parse_args(typed)
    forgetting.begin()
    logging.basicConfig(level=logging.INFO, format="%(levelname)s %(name)s %(message)s")
    state = State(asked.state) if asked.state else default_state()
    try:
        match asked.command:
            case "request":
                return _request(state, asked.file, words)
            case "import":
                return _import(state, asked.bundle, asked.root, words)
            case "volumes":
                return _volumes(state, asked.folder, words)
            case _:
                return _open(state, asked.script)
    except ConsoleError as error:
        print(error, file=sys.stderr)
        return error.exit_code
    except KeyboardInterrupt:
        return STOPPED


def _volumes(state: State, folder: Path, words: CommandWords) -> int:
    """Write a file for each class and month; the officer checks it beside packs."""
    typed = None
    if asks_passphrase(state):
        typed = getpass.getpass(words.old_phrase)
    identity = load_identity(state, typed)
    clocks = Clocks(boottime, _wall)
    site = open_site(state, read_settings(state), identity, clocks)
    try:
        for file in volumes.write(site, folder):
            print(file)
    finally:
        site.close()
    return 0


def _request(state: State, file: Path, words: CommandWords) -> int:
    keep_file(file, bundle.make_request(state, _new_passphrase(words)))
    print(words.take.format(file=file))
    return 0


def _import(state: State, file: Path, root: str, words: CommandWords) -> int:
    trust = bundle.import_bundle(
        state, read_file(file), _wall(), lambda trust: _believes(trust, root, words)
    )
    print(words.ready.format(school=trust.name))
    return 0


def _believes(trust: Trust, root: str, words: CommandWords) -> bool:
    """Take the number from the letter, or ask; a demo's number proves nothing."""
    if root:
        return root.replace(" ", "").lower() == trust.root_hash
    if trust.is_demo:
        return True
    if not _is_asked_by_a_person():
        return False
    print(f"{trust.name}: {bundle.number(trust.root_hash)}")
    return input(words.is_it).strip().lower() == words.yes


def _open(state: State, script: Path | None) -> int:
    settings = read_settings(state)
    identity = _identity(state, settings)
    if identity is None:
        return STOPPED
    site = open_site(state, settings, identity, Clocks(boottime, _wall))
    try:
        _check_demo(site, script)
    except ConsoleError:
        site.close()
        raise
    return _window(site, script)


def _identity(state: State, settings: Settings) -> Identity | None:
    """Open the keys; the passphrase is asked until it fits or the teacher leaves."""
    if not asks_passphrase(state):
        return load_identity(state, None)
    from console.qt.run import ask_passphrase  # noqa: PLC0415 -- Qt only when shown

    wrong = False
    while (
        typed := ask_passphrase(language=settings.language, wrong=wrong)
    ) is not None:
        try:
            return load_identity(state, typed)
        except RefusedError:
            wrong = True
    return None


def _check_demo(site: Site, script: Path | None) -> None:
    if site.is_demo:
        return
    if script is not None:
        raise RefusedError("A script drives the window in a demo school only.")
    if site.identity.password is None:
        raise RefusedError(
            "The key of this console has no passphrase; a school's key needs one."
            " Make a new request: `inzage-console request FILE`."
        )


def _window(site: Site, script: Path | None) -> int:
    from console.qt.run import run_window  # noqa: PLC0415 -- Qt only when shown

    def connect(screen: Screen) -> Worker:
        return ConsoleWorker(site, screen)

    return run_window(
        connect,
        script=script,
        language=site.settings.language,
        memory=Drawer(site.state),
    )


def _new_passphrase(words: CommandWords) -> str | None:
    """Ask a new passphrase twice; without a person there is none (a demo)."""
    if not _is_asked_by_a_person():
        return None
    first = getpass.getpass(words.new_phrase)
    if first != getpass.getpass(words.same_again):
        raise RefusedError(words.differ)
    return first or None


def _is_asked_by_a_person() -> bool:
    return sys.stdin.isatty() and sys.stdout.isatty()


def _wall() -> datetime:
    return datetime.now(UTC)


if __name__ == "__main__":
    sys.exit(main())
