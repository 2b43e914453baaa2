# SPDX-License-Identifier: GPL-3.0-or-later
"""Lay a publication where it is fetched: the newest one, and newer than any set there.

A set's serial is taken last of all: a refresh of the same moment takes serials too.
Source: docs/adr/0132.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

import msgspec

from consent.documents.paper import encode_struct
from consent.documents.sets import PaperSet
from consent.documents.signed import Kind, SignedPaper, Signer
from consent.store.papers_folder import PapersFolder, paper_name
from consent.store.register.models import PUBLICATION
from consent.store.register.papers import is_newest, next_serial
from consent.store.register.register import Desk
from installer.admin.office import Office

OF_A_CLASS: Final = (Kind.CLASS, Kind.ROSTER, Kind.SLIP, Kind.SET)
Filed = tuple[SignedPaper, str]  # a paper and its class, if it is of one


@dataclass(slots=True)
class Publication:
    """What one publication writes, gathered before anything is written.

    Attributes:
        number: which publication of the school it is.
        laptops: papers for whoever asks.
        consoles: papers for teachers: the same and the rosters.
        sets: one a class, still without its serial.
    """

    number: int
    laptops: list[Filed] = field(default_factory=list)
    consoles: list[Filed] = field(default_factory=list)
    sets: list[PaperSet] = field(default_factory=list)

    def both(self, paper: SignedPaper, class_id: str = "") -> None:
        """Add a paper for laptops and consoles."""
        self.laptops.append((paper, class_id))
        self.consoles.append((paper, class_id))


def lay(office: Office, made: Publication) -> None:
    """Write a publication, unless a later one took its number meanwhile."""
    signs = office.signing(Signer.FRESH)
    while True:
        with office.register.begin() as desk:
            numbered = [_numbered(desk, office.school, one) for one in made.sets]
        sets = [(signs(Kind.SET, encode_struct(one)), one.class_id) for one in numbered]
        with office.register.begin() as desk:
            overtaken = not is_newest(desk, office.school, PUBLICATION, "", made.number)
            if not overtaken and not _are_newest(desk, office.school, numbered):
                continue  # somebody refreshed: once more, with later serials
            if not overtaken:
                _write(office.places.for_laptops, made.laptops, sets)
                _write(office.places.for_consoles, made.consoles, sets)
            return


def _numbered(desk: Desk, school: str, one: PaperSet) -> PaperSet:
    serial = next_serial(desk, school, Kind.SET, one.class_id)
    return msgspec.structs.replace(one, serial=serial)


def _are_newest(desk: Desk, school: str, sets: Iterable[PaperSet]) -> bool:
    return all(
        is_newest(desk, school, Kind.SET, one.class_id, one.serial) for one in sets
    )


def _write(
    folder: PapersFolder, papers: Sequence[Filed], sets: Sequence[Filed]
) -> None:
    """Put the papers in place, sets last; then take away what they replace."""
    named = [f for f in (*papers, *sets) if f[0].kind is not Kind.SLIP]
    kept = {paper_name(paper.kind, of) for paper, of in named}
    old = [
        filed.name
        for filed in folder.read()[0]
        if filed.paper.kind in OF_A_CLASS and filed.name not in kept
    ]
    folder.put_all(papers)
    folder.put_all(sets)
    folder.remove(*old)
