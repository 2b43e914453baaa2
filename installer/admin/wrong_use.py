# SPDX-License-Identifier: GPL-3.0-or-later
"""From what went wrong anywhere below to one sentence for an admin."""

import difflib
import errno
import re
from collections.abc import Iterable, Mapping
from typing import Final

import click

from consent.errors import ConsentError, RegisterError
from consent.store.keys import KeyFileError
from installer.admin.trouble import Exit, OfficeError, Said, Step, said

SYSTEM: Final[Mapping[int, str]] = {
    errno.ENOENT: "sys.missing",
    errno.EACCES: "sys.denied",
    errno.EPERM: "sys.denied",
    errno.EROFS: "sys.denied",
    errno.ENOSPC: "sys.full",
    errno.EDQUOT: "sys.full",
    errno.EEXIST: "sys.there",
    errno.EISDIR: "sys.folder",
    errno.ENOTDIR: "sys.no_folder",
    errno.EADDRINUSE: "sys.port",
}


def trouble_of(error: Exception) -> OfficeError:
    """Say in an admin's words what went wrong."""
    match error:
        case OfficeError():
            return error
        case click.UsageError():
            return _wrong_use(error)
        case KeyFileError():
            return OfficeError(f"key.{error.trouble}", Exit.WRONG_USE, file=error.path)
        case RegisterError():
            trouble = Said(f"register.{error.trouble or 'other'}", error.values)
            return OfficeError.of(trouble, Exit.WRONG_USE)
        case ConsentError():
            return OfficeError("paper.broken", Exit.WRONG_USE)
        case OSError():
            key = SYSTEM.get(error.errno or 0, "sys.other")
            file = error.filename or "?"
            return OfficeError(key, Exit.WRONG_USE, file=file, number=error.errno)
    raise error


def unknown(
    key: str, word: str, known: Iterable[str], step: Step | None = None
) -> OfficeError:
    """Say that a word is not known, and which one is like it."""
    like = difflib.get_close_matches(word.lower(), list(known), n=1)
    meant = said("wrong.meant", name=like[0]) if like else ""
    return OfficeError(key, Exit.WRONG_USE, step=step, name=word, meant=meant)


def name_of(param: click.Parameter) -> str | Said:
    """Give the name a person knows a parameter by: --class, or PUPIL."""
    if isinstance(param, click.Option):
        return max(param.opts, key=len)
    return said(f"meta.{param.name}")


def _wrong_use(error: click.UsageError) -> OfficeError:
    step = help_step(error.ctx) if error.ctx else None
    return OfficeError.of(_sentence(error), Exit.WRONG_USE, step)


def help_step(context: click.Context) -> Step:
    """Say where to read what a command takes."""
    return Step("next.help", ((*path(context), "--help"),))


def _sentence(error: click.UsageError) -> Said:
    match error:
        case click.MissingParameter(param=click.Parameter() as param):
            return said("wrong.missing", what=name_of(param))
        case click.NoSuchOption():
            trouble = unknown(
                "wrong.no_option", error.option_name, error.possibilities or ()
            )
            return trouble.said
        case click.BadOptionUsage():
            return said("wrong.takes", name=error.option_name)
        case click.BadParameter(param=click.Parameter() as param):
            return _bad_value(name_of(param), param.type)
    extra = re.search(r"\((.*)\)", error.message)  # click names them in brackets
    if extra:
        return said("wrong.extra", words=extra[1])
    return said("wrong.no_subcommand")


def _bad_value(what: str | Said, kind: click.ParamType[object]) -> Said:
    match kind:
        case click.Choice():
            choices = ", ".join(map(str, kind.choices))
            return said("wrong.choice", what=what, choices=choices)
        case click.IntRange(max=None):
            return said("wrong.least", what=what, low=kind.min)
        case click.IntRange():
            return said("wrong.number", what=what, low=kind.min, high=kind.max)
        case click.DateTime():
            return said("wrong.day", what=what)
        case click.types.IntParamType():
            return said("wrong.whole", what=what)
        case _:
            return said("wrong.value", what=what)


def path(context: click.Context) -> tuple[str, ...]:
    """Give the words after the program's name: ("charter", "new")."""
    names: list[str] = []
    while context.parent:
        names.insert(0, context.info_name or "")
        context = context.parent
    return tuple(names)
