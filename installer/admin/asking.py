# SPDX-License-Identifier: GPL-3.0-or-later
"""What the commands share: the folder, the passphrase, the clock, and how they fail."""

import functools
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, ParamSpec

import click

from consent.errors import ConsentError
from consent.store.keys import is_locked
from installer.admin.office import Office, Places, open_office
from installer.admin.trouble import Exit, OfficeError

P = ParamSpec("P")
FOLDER = click.Path(path_type=Path, file_okay=False)
FILE = click.Path(path_type=Path, dir_okay=False, exists=True)

home_argument = click.argument("home", type=FOLDER, metavar="DIR")
passphrase_option = click.option(
    "--passphrase-file",
    type=FILE,
    help="Bestand met de wachtzin op de eerste regel; anders wordt ze gevraagd.",
)


def now() -> datetime:
    """Read the clock; the only place of the office that does."""
    return datetime.now(UTC)


def office_at(home: Path, passphrase_file: Path | None, *, unlock: bool) -> Office:
    """Open an office, with its passphrase when keys are needed and have one."""
    key = Places(home).key("office")
    needs = unlock and key.exists() and is_locked(key)
    secret = passphrase("Wachtzin van het kantoor", passphrase_file) if needs else None
    return open_office(home, secret)


def passphrase(question: str, file: Path | None, *, again: bool = False) -> bytes:
    """Read a passphrase from a file, or ask for it without showing it.

    Raises:
        OfficeError: an empty one.
    """
    if file is not None:
        lines = file.read_text("utf-8").splitlines()
        text = lines[0] if lines else ""
    else:
        text = click.prompt(question, hide_input=True, confirmation_prompt=again)
    if not text:
        raise OfficeError("Een lege wachtzin beschermt niets.", Exit.WRONG_USE)
    return str(text).encode()


def tells(command: Callable[P, None]) -> Callable[P, None]:
    """End a command with a sentence and an exit code, never with a traceback."""

    @functools.wraps(command)
    def told(*args: P.args, **kwargs: P.kwargs) -> None:
        try:
            command(*args, **kwargs)
        except OfficeError as error:
            _end(str(error), error.code)
        except ConsentError as error:
            _end(str(error), Exit.WRONG_USE)
        except OSError as error:
            _end(f"{error.filename or ''}: {error.strerror or error}", Exit.WRONG_USE)

    return told


def _end(sentence: str, code: Exit) -> None:
    click.echo(sentence, err=True)
    click.get_current_context().exit(code)


def show(**facts: Any) -> None:  # noqa: ANN401 -- anything with a text form
    """Print facts, one a line: readable for a person and for a script."""
    for name, value in facts.items():
        click.echo(f"{name}: {value}")
