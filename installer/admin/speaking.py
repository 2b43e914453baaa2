# SPDX-License-Identifier: GPL-3.0-or-later
"""click's commands, but every word they print is in one language.

Help comes from the word tables: `help.charter new` for a command, `opt.draft` or
`opt.charter new.draft` for what it takes; its examples are the same in all languages.
"""

import os
import shutil
import sys
from collections.abc import Iterator, Sequence
from typing import Any, Final

import click

from consent.documents.fields import Lang
from consent.errors import ConsentError
from installer.admin.saying import WORDS, step_text, text
from installer.admin.trouble import Exit, OfficeError, said
from installer.admin.words.examples import EXAMPLES
from installer.admin.wrong_use import help_step, name_of, path, trouble_of, unknown
from installer.language import language

LANGUAGE: Final = click.Option(
    ["--language"],
    type=click.Choice([lang.value for lang in Lang]),
    expose_value=False,
)
Formatter = click.HelpFormatter


def lang_of(context: click.Context | None) -> Lang:
    """Give the language of the command that runs."""
    held = context.find_root().obj if context else None
    return held if isinstance(held, Lang) else Lang.NL


def program(context: click.Context) -> list[str]:
    """Give the words that start this program as it was started."""
    name = context.find_root().info_name or ""
    found = " " in name or shutil.which(name)
    return name.split() if found else [sys.argv[0]]


class Speaking(click.Command):
    """A command that speaks one language."""

    def get_params(self, ctx: click.Context) -> list[click.Parameter]:
        """Take --language wherever it stands; Program has read it before."""
        *own, last = super().get_params(ctx)
        return [*own, LANGUAGE, last]

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """Name what it takes."""
        options = text(lang_of(ctx), said("usage.options"))
        return [options, *(_piece(one, ctx) for one in _arguments(self, ctx))]

    def format_usage(self, ctx: click.Context, formatter: Formatter) -> None:
        """Write the first line."""
        pieces = " ".join(self.collect_usage_pieces(ctx))
        prefix = text(lang_of(ctx), said("usage")) + " "
        formatter.write_usage(ctx.command_path, pieces, prefix=prefix)

    def format_help_text(self, ctx: click.Context, formatter: Formatter) -> None:
        """Write what it is for."""
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(_help(lang_of(ctx), path(ctx)))

    def format_arguments(self, ctx: click.Context, formatter: Formatter) -> None:
        """Write what must be given."""
        rows = [_row(one, ctx) for one in _arguments(self, ctx)]
        _write(ctx, formatter, "usage.arguments", rows)

    def format_options(self, ctx: click.Context, formatter: Formatter) -> None:
        """Write what may be given."""
        options = [p for p in self.get_params(ctx) if isinstance(p, click.Option)]
        _write(ctx, formatter, "usage.opts", [_row(one, ctx) for one in options])

    def format_epilog(self, ctx: click.Context, formatter: Formatter) -> None:
        """Write examples, each a line that can be copied."""
        lines = EXAMPLES.get(" ".join(path(ctx)), ())
        if lines:
            with formatter.section(text(lang_of(ctx), said("usage.examples"))):
                formatter.write("".join(f"  {line}\n" for line in lines))


class SpeakingGroup(Speaking, click.Group):
    """A group of commands that speaks one language."""

    command_class = Speaking
    group_class = type

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """Name that a command comes after it."""
        lang = lang_of(ctx)
        return [text(lang, said(f"usage.{one}")) for one in ("options", "command")]

    def format_options(self, ctx: click.Context, formatter: Formatter) -> None:
        """Write the commands first: who looks here looks for one."""
        rows = [
            (name, _first(_help(lang_of(ctx), (*path(ctx), name))))
            for name in self.list_commands(ctx)
        ]
        _write(ctx, formatter, "usage.commands", rows)
        super().format_options(ctx, formatter)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command, or say which one is like it."""
        if args[0] not in self.commands:
            raise unknown("wrong.no_command", args[0], self.commands, help_step(ctx))
        return super().resolve_command(ctx, args)


class Program(SpeakingGroup):
    """The whole program: it chooses the language, and how everything ends."""

    def make_context(
        self,
        info_name: str | None,
        args: list[str],
        parent: click.Context | None = None,
        **extra: Any,  # noqa: ANN401 -- click's own
    ) -> click.Context:
        """Choose the language before anything can be wrong."""
        extra.setdefault("obj", language(args, os.environ))
        return super().make_context(info_name, args, parent, **extra)

    def invoke(self, ctx: click.Context) -> None:
        """Do what was asked; what goes wrong ends in a sentence and a code."""
        try:
            super().invoke(ctx)
        except BrokenPipeError:  # click ends as who reads no further wants
            raise
        except (OfficeError, ConsentError, OSError, click.UsageError) as error:
            ctx.exit(_tell(error, ctx))

    def main(self, *args: Any, **extra: Any) -> Any:  # noqa: ANN401 -- click's own
        """Run to the exit code."""
        try:
            code = super().main(*args, **extra | {"standalone_mode": False})
        except click.UsageError as error:
            code = _tell(error, error.ctx)
        except click.Abort:
            lang = language((), os.environ)
            click.echo(text(lang, said("stopped")), err=True)
            code = Exit.STOPPED
        sys.exit(code or Exit.GOOD)


def _tell(error: Exception, context: click.Context | None) -> Exit:
    """Say on the error stream what went wrong, and give the exit code."""
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        click.echo(error.ctx.get_help(), err=True)
        return Exit.WRONG_USE
    trouble, lang = trouble_of(error), lang_of(context)
    click.echo(text(lang, trouble.said), err=True)
    if trouble.step and context:
        click.echo(step_text(lang, trouble.step, program(context)), err=True)
    return trouble.code


def _piece(param: click.Parameter, ctx: click.Context) -> str:
    """Write an argument as it stands in the first line: FILES... or [PUPIL]."""
    name = _name(param, lang_of(ctx)) + ("..." if param.nargs != 1 else "")
    return name if param.required else f"[{name}]"


def _row(param: click.Parameter, ctx: click.Context) -> tuple[str, str]:
    """Write what a parameter is called, and what it is for."""
    lang = lang_of(ctx)
    keys = (f"opt.{' '.join(path(ctx))}.{param.name}", f"opt.{param.name}")
    words = next(WORDS[lang][key] for key in keys if key in WORDS[lang])
    return _name(param, lang), "  ".join([words, *_notes(param, ctx)])


def _name(param: click.Parameter, lang: Lang) -> str:
    if not isinstance(param, click.Option):
        return text(lang, said(f"meta.{param.name}"))
    if param.is_flag:
        return ", ".join(param.opts)
    kind = param.type
    choices = isinstance(kind, click.Choice) and "|".join(map(str, kind.choices))
    return f"{name_of(param)} {choices or text(lang, said('meta.value'))}"


def _notes(param: click.Parameter, ctx: click.Context) -> Iterator[str]:
    if isinstance(param, click.Option) and param.required:
        yield text(lang_of(ctx), said("usage.required"))
    if isinstance(param, click.Option) and param.show_default:
        yield text(lang_of(ctx), said("usage.default", value=param.get_default(ctx)))


def _write(
    ctx: click.Context,
    formatter: Formatter,
    key: str,
    rows: Sequence[tuple[str, str]],
) -> None:
    if rows:
        with formatter.section(text(lang_of(ctx), said(key))):
            formatter.write_dl(rows)


def _arguments(command: click.Command, ctx: click.Context) -> list[click.Parameter]:
    return [p for p in command.get_params(ctx) if isinstance(p, click.Argument)]


def _first(words: str) -> str:
    """Give the first sentence."""
    return words.partition("\n")[0].partition(". ")[0].rstrip(".")


def _help(lang: Lang, words: Sequence[str]) -> str:
    return WORDS[lang]["help." + " ".join(words)]
