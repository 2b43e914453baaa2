# SPDX-License-Identifier: GPL-3.0-or-later
"""What a shelf holds, on disk: written after each paper, taken back at the start.

The trusts of earlier roots lie beside the one in force, so that the chain from the
letter can be followed again. A trust that waits lies apart, with the moment it was
first seen, so that a restart neither ends its wait nor begins it anew. So does the
charter before this one, which gives no power and tells pupils what changed.
Source: docs/spec/documents.md, "The shelf" and "trust"; docs/rights.md D04.
"""

from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import msgspec

from consent.documents import canonical, trust
from consent.documents.signed import (
    Kind,
    SignedPaper,
    decode_signatures,
    encode_signatures,
)
from consent.errors import ConsentError
from consent.shelf.held import WHOLE_SCHOOL, PaperRefused
from consent.shelf.shelf import Shelf
from consent.store.papers_folder import PapersFolder

WAITING: Final = "waiting-trust.json"
REPLACED: Final = "replaced-charter.json"
_SEEN: Final = "%Y-%m-%dT%H:%M:%SZ"


class _Aside(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    body: str
    sigs: str
    seen: str


class ShelfFolder:
    """The door to the folder of one shelf."""

    def __init__(self, path: Path) -> None:
        """Use this folder; it is made when something is put in."""
        self._folder = PapersFolder(path)
        self._kept: dict[str, SignedPaper] = {}

    def restore(self, shelf: Shelf, now: datetime) -> list[str]:
        """Put back on the shelf what was kept; one sentence for each that is lost."""
        filed, faults = self._folder.read()
        papers = [one.paper for one in filed]
        self._kept = {one.name: one.paper for one in filed}
        waiting = self._aside(WAITING, Kind.TRUST)
        replaced = self._aside(REPLACED, Kind.CHARTER)
        answers = shelf.restore(papers, now, waiting, replaced)
        lost = [one.sentence for one in answers if isinstance(one, PaperRefused)]
        return faults + lost

    def keep(self, shelf: Shelf) -> None:
        """Write down what changed on the shelf, on disk before this returns.

        Raises:
            OSError: the disk would not; what was there before still is.
        """
        wanted = _named(shelf)
        for name, paper in wanted.items():
            if self._kept.get(name) != paper:
                self._folder.put_as(name, paper)
                self._kept[name] = paper
        self._keep_aside(WAITING, shelf.pending())
        before = shelf.replaced
        self._keep_aside(REPLACED, (before.paper, before.at) if before else None)

    def _keep_aside(self, name: str, kept: tuple[SignedPaper, datetime] | None) -> None:
        file = self._folder.path / name
        if kept is None:
            file.unlink(missing_ok=True)
            return
        paper, seen = kept
        value = {
            "body": paper.body.decode("utf-8"),
            "sigs": encode_signatures(paper.signatures).decode("utf-8"),
            "seen": seen.astimezone(UTC).strftime(_SEEN),
        }
        data = canonical.encode(value)
        if not file.exists() or file.read_bytes() != data:
            self._folder.put_file(name, data)

    def _aside(self, name: str, kind: Kind) -> tuple[SignedPaper, datetime] | None:
        """Read what lies aside; a trust that cannot be read waits from anew."""
        try:
            value = canonical.decode((self._folder.path / name).read_bytes())
            kept = msgspec.convert(value, _Aside)
            signatures = decode_signatures(kept.sigs.encode("utf-8"))
            seen = datetime.strptime(kept.seen, _SEEN).replace(tzinfo=UTC)
        except (OSError, ValueError, ConsentError):
            return None
        return SignedPaper(kind, kept.body.encode("utf-8"), signatures), seen


def _named(shelf: Shelf) -> dict[str, SignedPaper]:
    """Name each paper's files; trusts first, since the others lean on them."""
    found = {}
    for paper in shelf.papers():
        if paper.kind is Kind.TRUST:
            found[f"{paper.kind}-{trust.parse(paper.body).epoch:04d}"] = paper
    for kind, ref, _, _ in shelf.listed():
        held = shelf.paper(kind, ref)
        if held and kind is not Kind.TRUST:
            found[f"{kind}-{ref}" if ref != WHOLE_SCHOOL else kind.value] = held
    return found
