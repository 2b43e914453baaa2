# SPDX-License-Identifier: GPL-3.0-or-later
"""`inzage-admin`: papers for people, from notice to council report."""

import functools
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from consent.documents.fields import Band, Lang
from installer.admin.asking import (
    FILE,
    OUT,
    class_option,
    home_argument,
    now,
    office_at,
    show,
    today,
)
from installer.admin.paper_sources import agreed_of, homes, usage
from installer.admin.school_year import school_year
from installer.admin.speaking import Speaking
from installer.admin.trouble import Exit, OfficeError
from installer.papers.agreed import Agreed
from installer.papers.annex import annex
from installer.papers.blocks import Paper
from installer.papers.council import council_csv, council_report
from installer.papers.dpia import dpia as write_dpia
from installer.papers.figures import figures
from installer.papers.file_names import file_names
from installer.papers.letter import Home, letter
from installer.papers.notice import notice as write_notice
from installer.papers.register_counts import class_counts
from installer.papers.ropa import ropa as write_ropa
from installer.papers.ropa import ropa_graph

if TYPE_CHECKING:
    from installer.papers.folder import Folder

LANGS: Final = (Lang.NL, Lang.EN)
PER: Final = ("pupil", "class")
BANDS: Final = {"notice-10": Band.TEN_AND_UP, "notice-6": Band.SIX_TO_NINE}

Option = Callable[[Callable[..., None]], Callable[..., None]]

OPTIONS: Final[tuple[Option, ...]] = (
    click.option("--out", "paper_folder", type=OUT),
    click.option(
        "--only", "only_lang", type=click.Choice([one.value for one in LANGS])
    ),
)
proposed_option = click.option("--proposed", is_flag=True)


@dataclass(frozen=True, slots=True)
class Out:
    """Where papers go, and in which languages."""

    folder: "Folder"
    langs: tuple[Lang, ...]

    def write(self, name: str, make: Callable[[Lang], Sequence[Paper]]) -> None:
        """Write a paper in each language, and say where."""
        for lang in self.langs:
            for file in self.folder.put(name, make(lang)):
                show(file=file)

    def write_text(self, name: str, text: str) -> None:
        """Write a file of text, and say where."""
        show(file=self.folder.put_text(name, text))


def out_options(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the folder and the language, as one value."""

    @functools.wraps(command)
    def told(
        home: Path, paper_folder: Path | None, only_lang: str | None, **more: object
    ) -> None:
        folder = _folder(paper_folder or home / "papers-out")
        langs = tuple(one for one in LANGS if only_lang in {None, one.value})
        command(home, Out(folder, langs), **more)

    made: Callable[..., None] = told
    for option in OPTIONS:
        made = option(made)
    return home_argument(made)


@click.command(cls=Speaking)
@out_options
@proposed_option
def notice(home: Path, out: Out, proposed: bool) -> None:  # noqa: FBT001 -- click's way
    """Write the notice for pupils, for both ages."""
    agreed = _agreed(home, proposed=proposed)
    for name, band in BANDS.items():
        out.write(name, _one(write_notice, agreed, band))


@click.command(cls=Speaking)
@out_options
@proposed_option
def dpia(home: Path, out: Out, proposed: bool) -> None:  # noqa: FBT001 -- click's way
    """Write a draft of the impact assessment."""
    out.write("dpia", _one(write_dpia, _agreed(home, proposed=proposed)))


@click.command(cls=Speaking)
@out_options
@proposed_option
def ropa(home: Path, out: Out, proposed: bool) -> None:  # noqa: FBT001 -- click's way
    """Write a draft for the record of processing."""
    agreed = _agreed(home, proposed=proposed)
    out.write("ropa", _one(write_ropa, agreed))
    text = json.dumps(ropa_graph(agreed), ensure_ascii=False, indent=1)
    out.write_text("ropa.json", text + "\n")


@click.command(name="rules-annex", cls=Speaking)
@out_options
@proposed_option
def rules_annex(home: Path, out: Out, proposed: bool) -> None:  # noqa: FBT001 -- click's way
    """Write an annex for the school rules."""
    out.write("rules-annex", _one(annex, _agreed(home, proposed=proposed)))


@click.command(name="parent-letter", cls=Speaking)
@out_options
@class_option
@click.option("--per", type=click.Choice(PER), default=PER[0], show_default=True)
@proposed_option
def parent_letter(
    home: Path,
    out: Out,
    class_name: str | None,
    per: str,
    proposed: bool,  # noqa: FBT001 -- click's way
) -> None:
    """Write letters to parents, a file a class."""
    agreed = _agreed(home, proposed=proposed)
    office = office_at(home, None, unlock=False)
    with office.register.begin() as desk:
        found = homes(
            desk, office.school, today(office), class_name, by_class=per == PER[1]
        )
    for name, some in zip(file_names(list(found)), found.values(), strict=True):
        out.write(f"parent-letter-{name}", _letters(agreed, some))


@click.command(name="council-report", cls=Speaking)
@out_options
@click.option("--volume", "volumes", type=FILE, multiple=True)
@click.option("--counts", "counts_file", type=FILE)
def council_report_command(
    home: Path, out: Out, volumes: tuple[Path, ...], counts_file: Path | None
) -> None:
    """Write the report for the school council."""
    agreed = _agreed(home, proposed=False)
    office = office_at(home, None, unlock=False)
    used = usage(office, volumes, counts_file, today(office))
    with office.register.begin() as desk:
        counts = class_counts(desk, office.school, school_year(today(office)))
    held = figures(counts, used)
    out.write("council-report", lambda lang: [council_report(agreed, lang, held)])
    out.write_text("council-report.csv", council_csv(held))


def _agreed(home: Path, *, proposed: bool) -> Agreed:
    return agreed_of(office_at(home, None, unlock=False), now(), proposed=proposed)


def _one(
    make: Callable[..., Paper], agreed: Agreed, *more: Band
) -> Callable[[Lang], Sequence[Paper]]:
    return lambda lang: [make(agreed, lang, *more)]


def _letters(agreed: Agreed, some: Sequence[Home]) -> Callable[[Lang], Sequence[Paper]]:
    return lambda lang: [letter(agreed, lang, one) for one in some]


def _folder(path: Path) -> "Folder":
    """Give the folder for papers; its libraries are loaded by who writes papers only.

    Raises:
        OfficeError: this machine lacks them.
    """
    try:
        from installer.papers.folder import Folder  # noqa: PLC0415 -- an extra
    except (ImportError, OSError) as error:
        raise OfficeError("papers.lacking", Exit.LACKING) from error
    return Folder(path)
