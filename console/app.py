# SPDX-License-Identifier: GPL-3.0-or-later
"""`inzage-console`: what a teacher starts.

Source: docs/spec/commands.md.
"""

import argparse
import getpass
import logging
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from consent.documents.trust import Trust
from consent.version import ShowVersion
from console import bundle, forgetting, volumes
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
    asked = _parser().parse_args(arguments)
    forgetting.begin()
    logging.basicConfig(level=logging.INFO, format="%(levelname)s %(name)s %(message)s")
    state = State(asked.state) if asked.state else default_state()
    try:
        match asked.command:
            case "request":
                return _request(state, asked.file)
            case "import":
                return _import(state, asked.bundle, asked.root)
            case "volumes":
                return _volumes(state, asked.folder)
            case _:
                return _open(state, asked.script)
    except ConsoleError as error:
        print(error, file=sys.stderr)
        return error.exit_code
    except KeyboardInterrupt:
        return STOPPED


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="inzage-console", description="The teacher's window on the class."
    )
    parser.add_argument("--version", action=ShowVersion)
    parser.add_argument("--state", type=Path, help="another folder for keys and papers")
    parser.add_argument("--script", type=Path, help="drive the window; demo only")
    commands = parser.add_subparsers(dest="command")
    request = commands.add_parser("request", help="make keys and ask a certificate")
    request.add_argument("file", type=Path, help="where the request comes")
    given = commands.add_parser("import", help="read in what the office gave")
    given.add_argument("bundle", type=Path)
    given.add_argument("--root", default="", help="the whole number on the letter")
    month = commands.add_parser("volumes", help="write the record of each month")
    month.add_argument("folder", type=Path, help="for the school's officer")
    return parser


def _volumes(state: State, folder: Path) -> int:
    """Write a file for each class and month; the officer checks it beside packs."""
    typed = None
    if asks_passphrase(state):
        typed = getpass.getpass("The passphrase of this computer's key: ")
    identity = load_identity(state, typed)
    clocks = Clocks(boottime, _wall)
    site = open_site(state, read_settings(state), identity, clocks)
    try:
        for file in volumes.write(site, folder):
            print(file)
    finally:
        site.close()
    return 0


def _request(state: State, file: Path) -> int:
    keep_file(file, bundle.make_request(state, _new_passphrase()))
    print(f"Take {file} to the office; no key is in it.")
    return 0


def _import(state: State, file: Path, root: str) -> int:
    trust = bundle.import_bundle(
        state, read_file(file), _wall(), lambda trust: _believes(trust, root)
    )
    print(f"Ready for {trust.name}.")
    return 0


def _believes(trust: Trust, root: str) -> bool:
    """Take the number from the letter, or ask; a demo's number proves nothing."""
    if root:
        return root.replace(" ", "").lower() == trust.root_hash
    if trust.is_demo:
        return True
    if not _is_asked_by_a_person():
        return False
    print(f"{trust.name}: {bundle.number(trust.root_hash)}")
    return input("Is this the number on the letter? [y/N] ").strip().lower() == "y"


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


def _new_passphrase() -> str | None:
    """Ask a new passphrase twice; without a person there is none (a demo)."""
    if not _is_asked_by_a_person():
        return None
    first = getpass.getpass("A new passphrase for this computer's key: ")
    if first != getpass.getpass("The same again: "):
        raise RefusedError("The two passphrases differ; nothing was made.")
    return first or None


def _is_asked_by_a_person() -> bool:
    return sys.stdin.isatty() and sys.stdout.isatty()


def _wall() -> datetime:
    return datetime.now(UTC)


if __name__ == "__main__":
    sys.exit(main())
