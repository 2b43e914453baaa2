# SPDX-License-Identifier: GPL-3.0-or-later
"""The papers of this laptop: read at start, taken from folders and consoles, kept.

Whoever brings a paper, the shelf alone says whether it is believed. "Taken" is said of
a paper only when it is on disk. Source: docs/spec/documents.md "The shelf".
"""

import logging
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from agent.core.events import PaperLine
from agent.daemon.trouble import DaemonError, Exit
from consent.documents.signed import Kind, SignedPaper, decode_signatures
from consent.errors import PaperError
from consent.shelf.held import WHOLE_SCHOOL, Code, PaperRefused
from consent.shelf.shelf import Shelf, in_order
from consent.store.papers_folder import PapersFolder
from consent.store.shelf_folder import ShelfFolder
from protocol.messages.enrolment import EnrolPaper
from protocol.messages.link import PaperHeld, PaperKind

LOG = logging.getLogger("inzage.papers")
HELD_MOST = 16


@dataclass(slots=True)
class Papers:
    """The shelf and the folder behind it."""

    shelf: Shelf
    folder: ShelfFolder
    told: set[str] = field(default_factory=set)  # refused slips the pupil reads of

    def restore(self, now: datetime) -> list[str]:
        """Take back what lay here, dead papers too; gives what could not be read."""
        return self.folder.restore(self.shelf, now)

    def take(self, paper: SignedPaper, now: datetime) -> tuple[bool, PaperLine | None]:
        """Judge one paper and keep it; gives ok, and its line when it is new."""
        answer = self.shelf.accept(paper, now)
        if isinstance(answer, PaperRefused):
            if answer.code is Code.LOOSENED and paper.sha256 not in self.told:
                self.told.add(paper.sha256)
                line = PaperLine(paper.kind.value, "", 0, paper.sha256, "refused")
                return False, line
            if answer.code is not Code.NOT_OURS:  # a classmate's slip is no news
                LOG.info("a paper of kind %s was refused: %s", paper.kind, answer.code)
            return False, None
        try:
            self.folder.keep(
                self.shelf
            )  # a trust that waits too, though nothing changed
        except OSError as error:
            LOG.warning("a paper could not be kept: %s", error.strerror)
            return False, None
        if not answer.changed:
            return True, None
        ref = "" if answer.ref == WHOLE_SCHOOL else answer.ref
        return True, PaperLine(paper.kind.value, ref, answer.serial, paper.sha256)

    def take_folder(
        self, path: Path, now: datetime
    ) -> tuple[list[PaperLine], list[str]]:
        """Take what is newer in a published folder; gives lines and refusals.

        Other laptops' slips lie there too; what we cannot open is not ours.
        """
        filed, faults = PapersFolder(path).read()
        lines = []
        for paper in in_order(x.paper for x in filed):
            if paper.kind is Kind.ROSTER:
                continue
            ok, line = self.take(paper, now)
            if line is not None:
                lines.append(line)
            elif not ok and paper.kind is not Kind.SLIP:
                faults.append(f"{paper.kind}: refused")
        return lines, faults

    def held(self) -> list[PaperHeld]:
        """Name what is held, for a Hello."""
        return [
            PaperHeld(
                PaperKind[kind.name], bytes.fromhex(ref), serial, bytes.fromhex(sha256)
            )
            for kind, ref, serial, sha256 in self.shelf.listed()
        ][:HELD_MOST]


def take_enrolled(
    folder: Path,
    papers: Iterable[EnrolPaper],
    root: str,
    device: str,
    seal_key: X25519PrivateKey,
    now: datetime,
) -> None:
    """Keep the papers that came with a certificate.

    Raises:
        DaemonError: there is no trust of that root among them.
    """
    shelf = Shelf(root, device=device, seal_key=seal_key)
    held = Papers(shelf, ShelfFolder(folder))
    for paper in in_order(_signed(papers)):
        held.take(paper, now)
    if shelf.trust is None:
        raise DaemonError(
            "The papers of the office are not of the school the token names.",
            Exit.REFUSED,
        )


def import_folder(
    held: Papers, path: Path, now: datetime
) -> tuple[Sequence[PaperLine], Sequence[str]]:
    """Take a folder that an admin points at.

    Raises:
        DaemonError: it is no folder.
    """
    if not path.is_dir():
        raise DaemonError(f"{path} is not a folder with papers.", Exit.WRONG_USE)
    return held.take_folder(path, now)


def _signed(papers: Iterable[EnrolPaper]) -> list[SignedPaper]:
    found = []
    for paper in papers:
        try:
            kind = Kind(paper.name.partition("-")[0])
            found.append(SignedPaper(kind, paper.body, decode_signatures(paper.sigs)))
        except (ValueError, PaperError) as error:
            raise DaemonError(
                f"A paper of the office cannot be read: {error}", Exit.NOT_GOOD
            ) from error
    return found
