# SPDX-License-Identifier: GPL-3.0-or-later
"""What the commands share: folder, passphrase, clock, and how they say things."""

import getpass
import sys
from datetime import UTC, date, datetime
from pathlib import Path

import click

from consent.documents.fields import Lang
from consent.purpose import PICTURES
from consent.store.keys import is_locked
from installer.admin.files import FileNew, FileThere
from installer.admin.next_step import next_step
from installer.admin.office import Office, Places, open_office
from installer.admin.saying import shown, step_text, text
from installer.admin.speaking import lang_of, program
from installer.admin.standing import look
from installer.admin.trouble import Exit, OfficeError, Said, Step, said

FOLDER = click.Path(path_type=Path)
NEW = FileNew()
OUT = click.Path(path_type=Path)
NAME_CHARS = 80
LEAST_CHARS = 12  # of a new passphrase, or
LEAST_WORDS = 4
FILE = FileThere()
SOURCE = FileThere(folders=True)
DAY = click.DateTime(formats=["%Y-%m-%d"])

home_argument = click.argument("home", type=FOLDER)
passphrase_option = click.option("--passphrase-file", type=FILE)
class_option = click.option("--class", "class_name")
purposes_option = click.option(
    "--purpose",
    "purposes",
    multiple=True,
    type=click.Choice(sorted(purpose.value for purpose in PICTURES)),
)


def now() -> datetime:
    """Read the clock; the only place of the office that does."""
    return datetime.now(UTC)


def today(office: Office) -> date:
    """Give the day in the school's own zone."""
    return now().astimezone(office.trust().zone).date()


def office_at(home: Path, passphrase_file: Path | None, *, unlock: bool) -> Office:
    """Open an office, with its passphrase when keys are needed and have one."""
    keys = [Places(home).key(name) for name in ("office", "teachers-ca")]
    needs = unlock and any(key.exists() and is_locked(key) for key in keys)
    secret = passphrase("ask.office", passphrase_file) if needs else None
    return leave_with_command(open_office(home, secret, account()))


def leave_with_command(office: Office) -> Office:
    """Let the register go when the command ends, however it ends."""
    context = click.get_current_context(silent=True)
    if context:
        context.call_on_close(office.register.close)
    return office


def account() -> str:
    """Name who sits here: the account on this computer."""
    try:
        return getpass.getuser()[:NAME_CHARS] or "office"
    except (OSError, KeyError):  # an account without a name
        return "office"


def passphrase(question: str, file: Path | None, *, new: bool = False) -> bytes:
    """Read a passphrase from a file, or ask for it without showing it.

    Args:
        question: the key of what is asked.
        file: holds it on its first line; None asks.
        new: it must be long enough, and is asked for until it was twice the same.

    Raises:
        OfficeError: an empty one, or a new one in a file that is too short.
    """
    if file is not None:
        lines = read_text(file).splitlines()
        typed = lines[0] if lines else ""
    else:
        typed = _typed(question, new=new)
    if not typed:
        raise OfficeError("ask.empty", Exit.WRONG_USE)
    if new and _is_short(typed):
        raise OfficeError("ask.short", Exit.WRONG_USE)
    return typed.encode()


def read_text(file: Path) -> str:
    """Read a text file, whatever its line ends.

    Raises:
        OfficeError: it is not UTF-8.
    """
    data = file.read_bytes()
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise OfficeError(
            "file.not_utf8", Exit.WRONG_USE, file=file, line=line
        ) from error


def lang_now() -> Lang:
    """Give the language of the command that runs."""
    return lang_of(click.get_current_context(silent=True))


def say(key: str, *, err: bool = False, **values: object) -> None:
    """Say one sentence."""
    click.echo(text(lang_now(), said(key, **values)), err=err)


def say_said(sentence: Said) -> None:
    """Say one sentence that was written down before."""
    click.echo(text(lang_now(), sentence))


def show(**facts: object) -> None:
    """Print facts, one a line, each under its own name."""
    for name, value in facts.items():
        label = text(lang_now(), said(f"label.{name}"))
        click.echo(f"{label}: {shown(lang_now(), value)}")


def say_step(step: Step) -> None:
    """Say what to do next."""
    context = click.get_current_context()
    click.echo(step_text(lang_now(), step, program(context)))


def say_next(office: Office) -> None:
    """Say what this school needs next."""
    say_step(next_step(office.places.home, look(office, now())))


def _is_short(typed: str) -> bool:
    return len(typed) < LEAST_CHARS and len(typed.split()) < LEAST_WORDS


def _typed(question: str, *, new: bool) -> str:
    typed = _asked(question)
    while new and typed:
        if _is_short(typed):
            say("ask.short", err=True)
        elif typed == _asked("ask.again"):
            break
        else:
            say("ask.differ", err=True)
        typed = _asked(question)
    return typed


def _asked(question: str) -> str:
    words = text(lang_now(), said(question))
    if sys.stdin.isatty():
        return str(click.prompt(words, hide_input=True, default="", show_default=False))
    click.echo(f"{words}: ", err=True)  # from a pipe there is nothing to hide
    typed = sys.stdin.readline()
    if not typed:
        raise click.Abort
    return typed.rstrip("\r\n")
